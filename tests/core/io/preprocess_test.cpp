#include "core/io/atomic_file.h"
#include "core/io/picture.h"
#include "core/io/preprocess.h"
#include "tests/core/io/expect_error.h"

#include <QtTest>

#include <algorithm>
#include <cmath>
#include <cstring>

using namespace spikeclip;

namespace {

data::Image noise(int width, int height)
{
    data::Image image{.width = width, .height = height, .pixels = {}};
    std::uint32_t state = 1;
    for (int i = 0; i < width * height * 3; ++i) {
        state = state * 1664525 + 1013904223; // Numerical Recipes' generator
        image.pixels.push_back(std::uint8_t(state >> 24));
    }
    return image;
}

}

class PreprocessTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aThumbnailKeepsItsProportionsAndItsMean()
    {
        const data::Image image = noise(300, 100);
        const data::Image small = io::scaledToFit(image, 60, 60);
        QCOMPARE(small.width, 60);
        QCOMPARE(small.height, 20);
        double meanBefore = 0;
        double meanAfter = 0;
        for (const auto value : image.pixels)
            meanBefore += value / double(image.pixels.size());
        for (const auto value : small.pixels)
            meanAfter += value / double(small.pixels.size());
        QVERIFY(std::abs(meanBefore - meanAfter) < 0.5); // each of 5 x 5 pixels is rounded once
        QVERIFY(io::scaledToFit(image, 300, 100) == image);
        QVERIFY(io::scaledToFit(image, 1000, 1000) == image);
        QCOMPARE(io::scaledToFit(noise(1000, 1), 10, 10).height, 1);
        EXPECT_ERROR(BadValue, io::scaledToFit(image, 0, 10));
        EXPECT_ERROR(BadValue, io::scaledToFit({}, 10, 10));
    }

    void clipsPreprocessingIsReproduced_data()
    {
        QTest::addColumn<QString>("name");
        for (const char* name : {"123_456", "389_535", "416_264"})
            QTest::newRow(name) << QString::fromUtf8(name);
    }

    void clipsPreprocessingIsReproduced()
    {
        QFETCH(const QString, name);
        const std::string file = std::string(SPIKECLIP_TEST_DATA "/clip_preprocess/").append(name.toStdString());
        const std::vector<std::byte> reference = io::readFile(std::string(file).append(".f32"), 1'000'000);
        const data::Image photograph = io::readPicture(std::string(file).append(".jpg"));
        const std::vector<float> values = io::clipPixels224(photograph);
        QCOMPARE(values.size(), std::size_t(3 * 224 * 224));
        QCOMPARE(reference.size(), std::size_t(3 * 45 * 45 * 4));
        double largest = 0;
        std::size_t at = 0;
        for (std::size_t c = 0; c < 3; ++c)
            for (std::size_t y = 2; y < 224; y += 5)
                for (std::size_t x = 2; x < 224; x += 5) {
                    float wanted = 0;
                    std::memcpy(&wanted, reference.data() + 4 * at++, 4);
                    largest = std::max(largest, std::abs(double(wanted) - values[(c * 224 + y) * 224 + x]));
                }
        QVERIFY2(largest <= 1e-6, qPrintable(QString::number(largest)));

        // The network's 32 pixels are every 7th of them from the 4th (algorithm.md 4.7), bit for bit.
        const io::NetworkInput input = io::networkInput(photograph, {}, {});
        QCOMPARE(input.values.size(), std::size_t(3 * 32 * 32));
        for (std::size_t c = 0; c < 3; ++c)
            for (std::size_t y = 0; y < 32; ++y)
                for (std::size_t x = 0; x < 32; ++x)
                    QCOMPARE(input.values[(c * 32 + y) * 32 + x], values[(c * 224 + 7 * y + 3) * 224 + 7 * x + 3]);
    }

    void aPictureOfTheNetworksSizePassesUnchanged()
    {
        for (const auto method : {data::Preprocess::Method::Area, data::Preprocess::Method::Clip}) {
            const data::Image image = noise(32, 32);
            const io::NetworkInput input = io::networkInput(image, {}, {.method = method});
            QVERIFY(*input.shown == image);
            const data::Preprocess usual;
            for (std::size_t c = 0; c < 3; ++c)
                for (std::size_t i = 0; i < 32 * 32; ++i)
                    QCOMPARE(input.values[c * 32 * 32 + i], float((image.pixels[3 * i + c] / 255.0 - usual.mean[c]) / usual.deviation[c]));
        }
    }

    void theLongWayThroughClipsPixelsEndsAtTheSameSmallPicture()
    {
        // Seven-fold bicubic enlargement leaves every 7th pixel from the 4th as it was (algorithm.md 4.7), so the short cut changes nothing.
        const data::Image image = noise(32, 32);
        const std::vector<float> large = io::clipPixels224(image);
        const io::NetworkInput input = io::networkInput(image, {}, {});
        for (std::size_t c = 0; c < 3; ++c)
            for (std::size_t y = 0; y < 32; ++y)
                for (std::size_t x = 0; x < 32; ++x)
                    QCOMPARE(input.values[(c * 32 + y) * 32 + x], large[(c * 224 + 7 * y + 3) * 224 + 7 * x + 3]);
    }

    void shrinkingByAreaIsTheMeanOfWhatAPixelCovers()
    {
        data::ImageConfig config;
        config.imageSize = 4;
        const data::Preprocess area{.method = data::Preprocess::Method::Area};
        const data::Image image = noise(20, 12); // three to one; of 6 columns (20 * 4 / 12 rounded down) the middle 4
        const io::NetworkInput input = io::networkInput(image, config, area);
        const double scale = 20.0 / 6;
        for (int y = 0; y < 4; ++y)
            for (int x = 0; x < 4; ++x)
                for (int c = 0; c < 3; ++c) {
                    double sum = 0;
                    for (int v = 3 * y; v < 3 * y + 3; ++v)
                        for (int u = 0; u < 20; ++u)
                            sum += image.row(v)[3 * u + c] * std::max(0.0, std::min(u + 1.0, (x + 2) * scale) - std::max<double>(u, (x + 1) * scale));
                    QVERIFY(std::abs(input.shown->row(y)[3 * x + c] - sum / (3 * scale)) <= 1.0); // rounded after each of two passes
                }
    }

    void aBoardOfSinglePixelsTurnsGreyInsteadOfAliasing()
    {
        data::Image board{.width = 320, .height = 320, .pixels = {}};
        for (int y = 0; y < 320; ++y)
            for (int x = 0; x < 320; ++x)
                board.pixels.insert(board.pixels.end(), 3, (x + y) % 2 == 0 ? 255 : 0);
        const io::NetworkInput input = io::networkInput(board, {}, {.method = data::Preprocess::Method::Area});
        for (const auto value : input.shown->pixels)
            QVERIFY(std::abs(value - 127.5) <= 1);
    }

    void everyShapeOfPictureGivesASquareOfTheRightSize()
    {
        for (const auto& [width, height] : {std::pair(1, 1), std::pair(1, 5000), std::pair(5000, 1), std::pair(31, 33), std::pair(32, 200), std::pair(223, 225), std::pair(3, 2)})
            for (const auto method : {data::Preprocess::Method::Area, data::Preprocess::Method::Clip})
                for (const int size : {1, 8, 32, 48, 224}) {
                    data::ImageConfig config;
                    config.imageSize = size;
                    data::Image flat = noise(width, height);
                    std::ranges::fill(flat.pixels, std::uint8_t(77));
                    const io::NetworkInput input = io::networkInput(flat, config, {.method = method});
                    QCOMPARE(input.shown->width, size);
                    QCOMPARE(input.shown->height, size);
                    QCOMPARE(input.values.size(), std::size_t(3 * size * size));
                    QVERIFY(std::ranges::all_of(input.shown->pixels, [](int value) { return value == 77; })); // weights sum to one, up to the edges
                }
    }

    void whatCannotBePreparedIsSaid()
    {
        data::ImageConfig config;
        EXPECT_ERROR(BadValue, io::networkInput({}, config, {}));
        EXPECT_ERROR(BadValue, io::clipPixels224({}));
        config.channels = 1;
        EXPECT_ERROR(BadValue, io::networkInput(noise(4, 4), config, {}), "image.channels");
        config.channels = 3;
        config.imageSize = 0;
        EXPECT_ERROR(BadValue, io::networkInput(noise(4, 4), config, {}));
    }
};

QTEST_APPLESS_MAIN(PreprocessTest)
#include "preprocess_test.moc"
