#include "core/train/augmentation.h"

#include "core/random.h"
#include "core/text/word_table.h"
#include "core/train/distractors.h"
#include "tests/core/io/archives.h"
#include "tests/core/io/expect_error.h"

#include <QtTest>

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <map>
#include <set>
#include <vector>

using namespace spikeclip;
using train::Augmentation;

namespace {

constexpr data::Preprocess preprocess; // mean and deviation of every model that we ship
constexpr float unwritten = 1234;

std::vector<std::uint8_t> picture(std::int64_t side, std::uint64_t seed = 1)
{
    std::vector<std::uint8_t> pixels(static_cast<std::size_t>(3 * side * side));
    for (std::size_t i = 0; i < pixels.size(); ++i)
        pixels[i] = static_cast<std::uint8_t>(randomAt(seed, 1, i));
    return pixels;
}

float input(std::uint8_t value, std::size_t channel)
{
    const auto scale = static_cast<float>(1 / (255 * preprocess.deviation[channel]));
    return static_cast<float>(value) * scale + static_cast<float>(-preprocess.mean[channel] / preprocess.deviation[channel]);
}

/// The varied picture; fails the test if anything beside it was written.
std::vector<float> varied(const std::vector<std::uint8_t>& pixels, std::int64_t side, const Augmentation& augmentation, std::uint64_t position, std::uint64_t seed = 7)
{
    std::vector<float> out(pixels.size() + 200, 0);
    std::fill_n(out.begin(), 100, unwritten);
    std::fill_n(out.end() - 100, 100, unwritten);
    train::varied(pixels.data(), side, preprocess, augmentation, seed, position, out.data() + 100);
    const auto isUnwritten = [](float value) { return value == unwritten; };
    if (!std::all_of(out.begin(), out.begin() + 100, isUnwritten) || !std::all_of(out.end() - 100, out.end(), isUnwritten))
        qFatal("numbers were written beside the picture");
    return {out.begin() + 100, out.end() - 100};
}

/// What each number of the network's input may be: black to white of its channel; the rim and what is blanked is the mean colour, which lies between.
bool isPossible(const std::vector<float>& numbers)
{
    const auto area = numbers.size() / 3;
    for (std::size_t i = 0; i < numbers.size(); ++i)
        if (!(numbers[i] >= input(0, i / area) - 1e-5f && numbers[i] <= input(255, i / area) + 1e-5f))
            return false;
    return true;
}

}

class AugmentationTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anUntouchedPictureIsOnlyNormalised()
    {
        const auto pixels = picture(16);
        for (const auto& nothing : {Augmentation{.shift = false}, Augmentation{.shift = false, .zoom = 0, .colour = 0, .erase = 0}}) {
            QVERIFY(!nothing.any());
            const auto numbers = varied(pixels, 16, nothing, 3);
            for (std::size_t i = 0; i < numbers.size(); ++i)
                QCOMPARE(numbers[i], input(pixels[i], i / 256));
        }
    }

    void shiftAndMirrorAreChosenByPositionAlone()
    {
        // Runs from before there was anything else must go on as they began: an eighth of the side each way, purposes 101 to 103.
        for (const std::int64_t side : {16, 32}) {
            const auto pixels = picture(side);
            std::set<std::vector<float>> all;
            for (std::uint64_t position = 0; position < 40; ++position) {
                const auto reach = side / 8;
                const auto down = randomBelow(2 * reach + 1, 7, 101, position) - reach, right = randomBelow(2 * reach + 1, 7, 102, position) - reach;
                const bool mirrored = randomBelow(2, 7, 103, position) == 1;
                const auto found = varied(pixels, side, {}, position);
                for (std::int64_t i = 0; i < 3 * side * side; ++i) {
                    const auto c = i / (side * side), y = i / side % side + down, shifted = i % side + right;
                    const bool inside = y >= 0 && y < side && shifted >= 0 && shifted < side;
                    const auto x = mirrored ? side - 1 - shifted : shifted;
                    const auto expected = inside ? input(pixels[static_cast<std::size_t>((c * side + y) * side + x)], static_cast<std::size_t>(c)) : 0;
                    QCOMPARE(found[static_cast<std::size_t>(i)], expected);
                }
                all.insert(found);
            }
            QVERIFY(all.size() > 15); // 5 * 5 * 2 possible ones for the smaller side
        }
    }

    void everyVariationStaysWithinWhatAPictureCanBe_data()
    {
        QTest::addColumn<bool>("shift");
        QTest::addColumn<double>("zoom");
        QTest::addColumn<double>("colour");
        QTest::addColumn<double>("erase");
        QTest::newRow("zoom") << false << 0.3 << 0.0 << 0.0;
        QTest::newRow("zoom and shift") << true << 0.3 << 0.0 << 0.0;
        QTest::newRow("colour") << false << 0.0 << 0.4 << 0.0;
        QTest::newRow("colour and shift") << true << 0.0 << 0.4 << 0.0;
        QTest::newRow("erase") << false << 0.0 << 0.0 << 1.0;
        QTest::newRow("the most of all") << true << 0.9 << 0.9 << 1.0;
    }

    void everyVariationStaysWithinWhatAPictureCanBe()
    {
        QFETCH(bool, shift);
        QFETCH(double, zoom);
        QFETCH(double, colour);
        QFETCH(double, erase);
        const Augmentation augmentation{.shift = shift, .zoom = zoom, .colour = colour, .erase = erase};
        for (const std::int64_t side : {16, 32}) {
            for (const auto& pixels : {picture(side), std::vector<std::uint8_t>(static_cast<std::size_t>(3 * side * side), 255),
                                       std::vector<std::uint8_t>(static_cast<std::size_t>(3 * side * side), 0)}) {
                std::set<std::vector<float>> all;
                for (std::uint64_t position = 0; position < 50; ++position) {
                    const auto numbers = varied(pixels, side, augmentation, position);
                    QVERIFY(isPossible(numbers));
                    QVERIFY(varied(pixels, side, augmentation, position) == numbers); // the same place, the same picture
                    all.insert(numbers);
                }
                if (pixels == picture(side))
                    QVERIFY(all.size() > 30);
            }
        }
        const auto pixels = picture(16);
        QVERIFY(varied(pixels, 16, augmentation, 5, 7) != varied(pixels, 16, augmentation, 5, 8)); // another run, another picture
    }

    void almostNoZoomAndColourLeavesThePictureAlmostAlone()
    {
        const auto pixels = picture(16);
        const auto found = varied(pixels, 16, {.shift = false, .zoom = 1e-9, .colour = 1e-9}, 4);
        for (std::size_t i = 0; i < found.size(); ++i)
            QVERIFY(std::abs(found[i] - input(pixels[i], i / 256)) < 1e-4f);
    }

    void coloursAloneDoNotBlur()
    {
        std::vector<std::uint8_t> board(3 * 16 * 16); // as grey levels two, so that whatever colours do leaves two and the rim
        for (std::size_t i = 0; i < board.size(); ++i)
            board[i] = (i + i / 16) % 2 == 0 ? 200 : 50;
        for (std::uint64_t position = 0; position < 50; ++position) {
            const auto numbers = varied(board, 16, {.colour = 0.3}, position);
            std::set<float> values(numbers.begin(), numbers.begin() + 256);
            values.erase(0);
            QCOMPARE(values.size(), std::size_t(2));
        }
    }

    void zoomLeavesNoRimWithoutShift()
    {
        const std::vector<std::uint8_t> white(3 * 16 * 16, 255);
        for (std::uint64_t position = 0; position < 50; ++position)
            for (const auto numbers = varied(white, 16, {.shift = false, .zoom = 0.9}, position); const auto number : numbers)
                QVERIFY(number > 1);
    }

    void aGreyPictureStaysGreyWhateverItsColoursDo()
    {
        const std::vector<std::uint8_t> grey(3 * 16 * 16, 100);
        std::set<int> values;
        for (std::uint64_t position = 0; position < 30; ++position) {
            const auto numbers = varied(grey, 16, {.shift = false, .colour = 0.4}, position);
            std::array<double, 3> byte{};
            for (std::size_t c = 0; c < 3; ++c)
                byte[c] = 255 * (static_cast<double>(numbers[c * 256 + 17]) * preprocess.deviation[c] + preprocess.mean[c]);
            QVERIFY(std::abs(byte[0] - byte[1]) < 0.01 && std::abs(byte[1] - byte[2]) < 0.01);
            values.insert(static_cast<int>(byte[0]));
        }
        QVERIFY(values.size() > 15); // brightness and contrast change it
    }

    void erasingBlanksOneSquare()
    {
        for (const std::int64_t side : {16, 32}) {
            const std::vector<std::uint8_t> white(static_cast<std::size_t>(3 * side * side), 255);
            std::set<std::int64_t> sizes;
            int erased = 0;
            for (std::uint64_t position = 0; position < 200; ++position) {
                const auto numbers = varied(white, side, {.shift = false, .erase = 0.5}, position);
                std::vector<std::int64_t> blank; // places of the first channel
                for (std::int64_t i = 0; i < side * side; ++i)
                    if (numbers[static_cast<std::size_t>(i)] == 0)
                        blank.push_back(i);
                if (blank.empty()) {
                    QVERIFY(std::ranges::count(numbers, 0.0f) == 0);
                    continue;
                }
                ++erased;
                const auto size = static_cast<std::int64_t>(std::lround(std::sqrt(static_cast<double>(blank.size()))));
                QCOMPARE(static_cast<std::int64_t>(blank.size()), size * size);
                QVERIFY(size >= side / 4 && size <= side / 2);
                QCOMPARE(blank.back() - blank.front(), (size - 1) * side + size - 1); // corner to corner
                for (std::size_t c = 0; c < 3; ++c)
                    for (const auto place : blank)
                        QCOMPARE(numbers[c * static_cast<std::size_t>(side * side) + static_cast<std::size_t>(place)], 0.0f);
                QCOMPARE(std::ranges::count(numbers, 0.0f), static_cast<std::ptrdiff_t>(3 * blank.size()));
                sizes.insert(size);
            }
            QVERIFY(erased > 72 && erased < 128); // four standard errors of 7.1 around a half of 200
            QVERIFY(sizes.size() > 2);
        }
    }

    void distractorsAreNeitherLabelsNorHeldOut()
    {
        QTemporaryDir folder;
        const auto root = folder.path().toStdString();
        tests::write(root + "/nouns.tsv", "lemma\tlexname\ncat\tanimal\nDog\tanimal\nbird\tanimal\nfish\tanimal\nhorse\tanimal\ncow\tanimal\nunicorn\tanimal\ntree\tstate\n"
                                          "cat\tanimal\n");
        const text::WordTable words({"cat", "dog", "bird", "fish", "horse", "cow", "tree"});
        train::Recipe recipe{.seed = 1, .heldOut = {"Bird"}, .distractors = 3};
        recipe.text.nouns = "nouns.tsv";
        const auto chosen = train::chooseDistractors(recipe, root, words, {"Cat"});
        QCOMPARE(chosen.size(), std::size_t(3));
        QCOMPARE(std::set<std::string>(chosen.begin(), chosen.end()).size(), std::size_t(3));
        const std::set<std::string> possible = {"Dog", "fish", "horse", "cow"}; // unicorn is an unknown word, tree no wanted kind
        for (const auto& name : chosen)
            QVERIFY2(possible.contains(name), name.c_str());
        QCOMPARE(train::chooseDistractors(recipe, root, words, {"Cat"}), chosen);

        std::set<std::vector<std::string>> bySeed;
        for (recipe.seed = 1; recipe.seed < 10; ++recipe.seed)
            bySeed.insert(train::chooseDistractors(recipe, root, words, {"Cat"}));
        QVERIFY(bySeed.size() > 3);

        recipe.distractors = 4;
        QCOMPARE(train::chooseDistractors(recipe, root, words, {"Cat"}).size(), std::size_t(4));
        recipe.distractors = 5;
        EXPECT_ERROR(DataMissing, train::chooseDistractors(recipe, root, words, {"Cat"}), "nouns.tsv", "only 4");
        recipe.distractors = 0;
        recipe.text.nouns = "not there";
        QVERIFY(train::chooseDistractors(recipe, root, words, {"Cat"}).empty());
    }
};

QTEST_APPLESS_MAIN(AugmentationTest)

#include "augmentation_test.moc"
