#include "core/io/atomic_file.h"
#include "core/io/npz.h"
#include "core/io/recording_file.h"
#include "tests/core/io/expect_error.h"

#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QtTest>

#include <cstring>
#include <map>

using namespace spikeclip;
using namespace spikeclip::io;

namespace {

std::uint64_t number(std::span<const std::byte> bytes, std::size_t at, std::size_t size)
{
    std::uint64_t value = 0;
    for (std::size_t i = 0; i < size; ++i)
        value |= std::to_integer<std::uint64_t>(bytes[at + i]) << (8 * i);
    return value;
}

std::string text(std::span<const std::byte> bytes)
{
    return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

struct Member
{
    std::string header; ///< the dictionary
    std::vector<std::byte> numbers;
};

/// The members of a ZIP file, found through its directory; empty if anything in it is not as it must be.
std::map<std::string, Member> members(const std::vector<std::byte>& file)
{
    std::map<std::string, Member> found;
    const auto end = file.size() - 22;
    if (number(file, end, 4) != 0x06054b50)
        return {};
    auto at = number(file, end + 16, 4);
    if (at + number(file, end + 12, 4) != end)
        return {};
    for (auto left = number(file, end + 10, 2); left > 0; --left) {
        const auto nameSize = number(file, at + 28, 2);
        const auto name = text(std::span(file).subspan(at + 46, nameSize));
        const auto local = number(file, at + 42, 4), size = number(file, at + 20, 4);
        const auto data = std::span(file).subspan(local + 30 + nameSize, size);
        const bool same = std::ranges::equal(std::span(file).subspan(local + 4, 26), std::span(file).subspan(at + 6, 26));
        if (number(file, at, 4) != 0x02014b50 || number(file, local, 4) != 0x04034b50 || !same || number(file, at + 16, 4) != crc32(data)
            || number(file, at + 24, 4) != size || text(data.first(8)) != std::string("\x93NUMPY\x01\x00", 8))
            return {};
        const auto headerSize = number(data, 8, 2);
        if ((10 + headerSize) % 64 != 0)
            return {};
        const auto numbers = data.subspan(10 + headerSize);
        found[name] = {text(data.subspan(10, headerSize)), {numbers.begin(), numbers.end()}};
        at += 46 + nameSize;
    }
    return found;
}

data::LayerActivity layer(std::uint64_t first)
{
    const data::SpikeShape shape{.steps = 2, .batch = 1, .height = 1, .width = 2, .channels = 70};
    std::vector<std::uint64_t> words(8);
    words[0] = first;
    words[7] = 1; // step 2, position 1, channel 64
    return {.name = "block.0.attn.q_lif", .neurons = 140, .spikesPerStep = {}, .spikes = std::make_shared<const data::SpikeRecord>(shape, words)};
}

SpikeRecording twoPictures()
{
    return {.modelHash = "abc", .version = "1.2", .labels = {"cat", "Bär"},
            .pictures = {{.file = "a.png", .hash = "00", .layers = {layer(5)}, .logits = {{1, 2}, {3, 4}}},
                         {.file = "b.png", .hash = "11", .layers = {layer(7)}, .logits = {{5, 6}, {7, 8}}}}};
}

}

class NpzTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void checksumsAreThoseOfTheStandard()
    {
        QCOMPARE(crc32(std::as_bytes(std::span("123456789", 9))), 0xCBF43926U); // the check value of CRC-32
        QCOMPARE(crc32({}), 0U);
    }

    void everyByteIsWhereTheFormatsSay()
    {
        const auto path = m_folder.filePath(QStringLiteral("numbers.npz")).toStdString();
        const std::vector<std::uint64_t> words{1, ~std::uint64_t{0}, 3, 4, 5, 6};
        writeNpz(path, {npzArray("spikes/a.b", words, {2, 3}), npzTexts("labels", {"Bär", "x"}), npzText("version", "1")});
        const auto found = members(readFile(path, 1 << 20));
        QCOMPARE(found.size(), std::size_t{3});
        const auto& spikes = found.at("spikes/a.b.npy");
        QVERIFY(spikes.header.starts_with("{'descr': '<u8', 'fortran_order': False, 'shape': (2,3,), }"));
        QVERIFY(spikes.header.ends_with('\n'));
        for (std::size_t i = 0; i < words.size(); ++i)
            QCOMPARE(number(spikes.numbers, 8 * i, 8), words[i]);
        const auto& labels = found.at("labels.npy");
        QVERIFY(labels.header.find("'<U3'") != std::string::npos);
        QCOMPARE(labels.numbers.size(), std::size_t{2 * 3 * 4});
        QCOMPARE(number(labels.numbers, 4, 4), std::uint64_t{0xE4}); // a with two dots
        QCOMPARE(number(labels.numbers, 16, 8), std::uint64_t{0});   // behind the x
        QVERIFY(found.at("version.npy").header.find("'shape': ()") != std::string::npos);
    }

    void whatDoesNotFitIsRefused()
    {
        const auto path = m_folder.filePath(QStringLiteral("refused.npz")).toStdString();
        const std::vector<double> two{1, 2};
        EXPECT_ERROR(BadShape, npzArray("a", two, {3}), "a");
        EXPECT_ERROR(BadValue, writeNpz(path, {npzArray("a", two, {2}), npzArray("a", two, {2})}), "a");
        EXPECT_ERROR(BadValue, writeNpz(path, {npzArray("", two, {2})}));
        EXPECT_ERROR(BadArgument, writeRecording(path, {}));
        auto other = twoPictures();
        other.pictures[1].logits.pop_back();
        EXPECT_ERROR(BadShape, writeRecording(path, other), "b.png");
        auto silent = twoPictures();
        silent.pictures[1].layers[0].spikes = nullptr;
        EXPECT_ERROR(BadShape, writeRecording(path, silent), "b.png");
        EXPECT_ERROR(FileUnwritable, writeRecording("/nowhere/at/all.npz", twoPictures()));
        QVERIFY(!QFile::exists(QString::fromStdString(path)));
    }

    void picturesLieBesideEachOtherInARecording()
    {
        const auto path = m_folder.filePath(QStringLiteral("two.npz")).toStdString();
        writeRecording(path, twoPictures());
        const auto file = readFile(path, 1 << 20);
        writeRecording(path, twoPictures());
        QVERIFY(readFile(path, 1 << 20) == file); // no clock in it
        const auto found = members(file);
        QCOMPARE(found.size(), std::size_t{6 + 1 + 3});
        const auto& spikes = found.at("spikes/block.0.attn.q_lif.npy");
        QVERIFY(spikes.header.find("'shape': (2,2,2,2,)") != std::string::npos);
        QCOMPARE(number(spikes.numbers, 0, 8), std::uint64_t{5});
        QCOMPARE(number(spikes.numbers, 4 * 8, 8), std::uint64_t{7}); // the second picture, same step
        const auto rates = std::span(found.at("rate/block.0.attn.q_lif.npy").numbers);
        double rate = 0;
        std::memcpy(&rate, rates.data() + 8, 8);
        QCOMPARE(rate, 3.0 / 140);
    }

    void plainNumpyReadsARecording()
    {
        const auto python = QStandardPaths::findExecutable(QStringLiteral("python3"));
        QProcess process;
        const auto ran = [&](const QStringList& arguments) {
            process.start(python, arguments);
            return process.waitForFinished() && process.exitCode() == 0;
        };
        if (python.isEmpty() || !ran({QStringLiteral("-c"), QStringLiteral("import numpy")}))
            QSKIP("there is no python3 with numpy here");
        const auto path = m_folder.filePath(QStringLiteral("plain.npz"));
        writeRecording(path.toStdString(), twoPictures());
        const auto script = QStringLiteral("import sys, numpy\n"
                                           "f = numpy.load(sys.argv[1], allow_pickle=False)\n"
                                           "n = 'block.0.attn.q_lif'\n"
                                           "assert f['spikes/' + n].shape == (2, 2, 2, 2) and f['spikes/' + n].dtype == numpy.uint64\n"
                                           "assert f['spikes/' + n][0, 1, 0, 0] == 7 and f['spikes/' + n][1, 1, 1, 1] == 1\n"
                                           "assert f['shape/' + n].tolist() == [2, 2, 1, 2, 70]\n"
                                           "assert f['logits_t'].tolist() == [[[1, 2], [5, 6]], [[3, 4], [7, 8]]]\n"
                                           "assert f['labels'].tolist() == ['cat', 'B\\u00e4r'] and str(f['version']) == '1.2'\n"
                                           "assert f['image_sha256'].tolist() == ['00', '11'] and str(f['model_sha256']) == 'abc'\n"
                                           "assert abs(f['rate/' + n][0, 0] - 2 / 140) < 1e-15\n");
        QVERIFY2(ran({QStringLiteral("-c"), script, path}), process.readAllStandardError().constData());
    }

private:
    QTemporaryDir m_folder;
};

QTEST_GUILESS_MAIN(NpzTest)
#include "npz_test.moc"
