#include "core/io/sample_source.h"
#include "core/io/tar.h"
#include "tests/core/io/archives.h"
#include "tests/core/io/expect_error.h"
#include "tests/core/io/small_picture.h"

#include <QtTest>

#include <random>

using namespace spikeclip;
using tests::endMark;
using tests::entry;
using tests::record;

class TarTest : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;

    std::string file(const std::string& bytes) const
    {
        const auto path = m_folder.path().toStdString() + "/a.tar";
        tests::write(path, bytes);
        return path;
    }

    /// "name=content" of every regular file.
    std::vector<std::string> contents(const std::string& bytes) const
    {
        const io::SeekableFile opened(file(bytes));
        io::TarReader reader(opened);
        std::vector<std::string> found;
        while (const auto one = reader.next()) {
            const auto content = opened.bytes(one->begin, one->size);
            found.push_back(one->name + '=' + std::string(reinterpret_cast<const char*>(content.data()), content.size()));
        }
        return found;
    }

    using Found = std::vector<std::string>;

private Q_SLOTS:
    void entriesComeInOrderWithTheirContentAndPlace()
    {
        const auto bytes = entry("./a.txt", "first") + entry("d/b.txt", "") + entry("c", std::string(513, 'x')) + endMark;
        QCOMPARE(contents(bytes), (Found{"a.txt=first", "d/b.txt=", "c=" + std::string(513, 'x')}));
        const io::SeekableFile opened(file(bytes));
        QVERIFY(io::isTar(opened));
        io::TarReader reader(opened, 1024); // from the second on
        const auto second = reader.next();
        QVERIFY(second.has_value());
        QCOMPARE(second->name, std::string("d/b.txt"));
        QCOMPARE(second->header, std::uint64_t(1024));
        QVERIFY(reader.next().has_value());
        QVERIFY(!reader.next().has_value());
        QVERIFY(reader.hasEnd());
    }

    void namesOfAnyLengthAreReadAsEachProgramWritesThem()
    {
        const std::string longName(300, 'n');
        const auto prefixed = tests::block({.name = "name", .size = 0, .prefix = "folder/deep"});
        QCOMPARE(contents(prefixed + endMark), Found{"folder/deep/name="});
        const auto gnu = tests::block({.name = "name", .size = 0, .prefix = "no name", .mark = {"ustar  \0", 8}}); // GNU keeps other things there
        QCOMPARE(contents(gnu + endMark), Found{"name="});
        QCOMPARE(contents(tests::block({.name = std::string(100, 'f'), .mark = {}}) + endMark), Found{std::string(100, 'f') + '='}); // no zero byte behind a full field
        QCOMPARE(contents(entry("././@LongLink", longName + '\0', 'L') + entry("cut", "1") + entry("next", "2") + endMark), (Found{longName + "=1", "next=2"}));
        const auto pax = record("mtime", "1.5") + record("path", longName) + record("comment", "a=b\nc");
        QCOMPARE(contents(entry("x", pax, 'x') + entry("cut", "1") + entry("next", "2") + endMark), (Found{longName + "=1", "next=2"}));
        QCOMPARE(contents(entry("g", record("path", "everywhere"), 'g') + entry("own", "1") + endMark), Found{"own=1"});
    }

    void sizesBeyondTheOctalFieldAreUnderstood()
    {
        const auto binary = std::string("\x80\0\0\0\0\0\0\0\0\0\0\x03", 12);
        QCOMPARE(contents(tests::block({.name = "b", .sizeField = binary}) + tests::padded("abc") + endMark), Found{"b=abc"});
        QCOMPARE(contents(entry("x", record("size", "3"), 'x') + tests::block({.name = "p"}) + tests::padded("abc") + endMark), Found{"p=abc"});
    }

    void whatIsNoRegularFileIsPassedOver()
    {
        const auto odd = entry("folder/", "", '5') + tests::block({.name = "link", .size = 5000, .type = '1'}) + entry("symbolic", "", '2') + entry("device", "", '3')
            + entry("old folder/", "") + entry("unknown", "content", 'Z') + entry("K", "long link", 'K');
        auto sparse = tests::block({.name = "sparse", .size = 3, .type = 'S'});
        const auto paxSparse = entry("x", record("GNU.sparse.major", "1"), 'x') + entry("sparse", "map");
        QCOMPARE(contents(odd + sparse + tests::padded("abc") + paxSparse + entry("last", "1") + endMark), Found{"last=1"});
    }

    void whatAHostileHeaderClaimsIsRefusedBeforeAnythingIsAllocated()
    {
        const auto open = [this](const std::string& bytes) { return contents(bytes); };
        const auto claims = [&](const std::string& field, char type = '0') { return open(tests::block({.name = "x", .type = type, .sizeField = field}) + endMark); };
        EXPECT_ERROR(FileUnreadable, claims("77777777777"), "a.tar", "cut off inside an entry of 8589934591 bytes");
        EXPECT_ERROR(FileUnreadable, claims(std::string("\x80\0\0\0\x7F\xFF\xFF\xFF\xFF\xFF\xFF\xFF", 12)), "cut off");
        EXPECT_ERROR(FileUnreadable, claims(std::string(12, '\xFF')), "no number"); // -1
        EXPECT_ERROR(FileUnreadable, claims("12x"), "no number");
        EXPECT_ERROR(FileUnreadable, claims("77777777777", 'L'), "cut off");
        EXPECT_ERROR(FileUnreadable, open(entry("L", std::string(2 << 20, 'n'), 'L') + endMark), "extended header of 2097152 bytes");
        for (const auto* text : {"5 a=b\n", "99 path=b\n", "x path=b\n", "18446744073709551617 path=b\n", "9 path b\n", "0 \n", "3 \n", "-5 a=b\n"})
            EXPECT_ERROR(FileUnreadable, open(entry("x", text, 'x') + entry("a", "") + endMark), "extended header");
        EXPECT_ERROR(FileUnreadable, open(entry("x", record("size", "18446744073709551615"), 'x') + entry("a", "") + endMark), "cut off");
        EXPECT_ERROR(FileUnreadable, open(entry("x", record("size", "-1"), 'x') + entry("a", "") + endMark), "no number");
        auto damaged = entry("a", "1");
        damaged[0] = 'b';
        EXPECT_ERROR(FileUnreadable, open(entry("z", "") + damaged + endMark), "damaged header", "byte 512");
        auto endless = tests::block({.name = "s", .type = 'S'});
        endless[482] = '\x01'; // the field is part of the checksum
        EXPECT_ERROR(FileUnreadable, open(endless), "damaged header");
    }

    void anArchiveCutOffAnywhereSaysSo()
    {
        const auto whole = entry("x", record("path", "long"), 'x') + entry("a", "1234") + entry("b", "5678");
        for (std::size_t size = 1; size < whole.size(); ++size) {
            const io::SeekableFile opened(file(whole.substr(0, size)));
            io::TarReader reader(opened);
            const bool isRefused = tests::errorOf([&] {
                                       while (reader.next())
                                           continue;
                                   }).has_value();
            QVERIFY(isRefused || !reader.hasEnd());
        }
    }

    void noMutationOfAnArchiveDoesMoreThanAnError()
    {
        const auto whole = entry("k.jpg", tests::picture(9)) + entry("k.json", R"({"label": 3, "class": "cat"})") + entry("x", record("path", std::string(120, 'p') + ".cls"), 'x')
            + entry("cut", "7") + entry("L", std::string(130, 'q') + ".png", 'L') + entry("cut", tests::picture(3)) + entry("m.txt", "dog") + entry("m.webp", "no picture") + endMark;
        std::mt19937 dice(20240607);
        const auto upTo = [&](std::size_t most) { return std::size_t(dice()) % (most + 1); };
        int listed = 0;
        for (int round = 0; round < 3000; ++round) {
            auto bytes = whole;
            for (auto changes = 1 + upTo(3); changes > 0; --changes) {
                const auto header = upTo(bytes.size() / 512 - 1) * 512;
                bytes[upTo(3) == 0 ? upTo(bytes.size() - 1) : header + upTo(511)] = static_cast<char>(dice());
                if (upTo(1) == 0) { // a checksum that fits lets the change through
                    std::uint64_t sum = 0;
                    for (std::size_t i = 0; i < 512; ++i)
                        sum += i >= 148 && i < 156 ? ' ' : static_cast<unsigned char>(bytes[header + i]);
                    bytes.replace(header + 148, 6, tests::octal(sum, 6));
                }
            }
            if (upTo(3) == 0)
                bytes.resize(upTo(bytes.size()));
            const auto path = file(bytes);
            try {
                const auto list = io::listSamples(path);
                ++listed;
                for (const auto& sample : list.samples)
                    (void)tests::errorOf([&] { io::readSample(sample.name); });
            } catch (const Error&) {
            }
        }
        QVERIFY(listed > 500); // the others were told to be broken as a whole
    }
};

QTEST_APPLESS_MAIN(TarTest)
#include "tar_test.moc"
