#include "core/io/sample_source.h"
#include "tests/core/io/archives.h"
#include "tests/core/io/expect_error.h"
#include "tests/core/io/small_picture.h"

#include <QtTest>

#include <random>
#include <set>

using namespace spikeclip;
using namespace std::string_literals;
using data::DataFormat;
using tests::cifarRecord;
using tests::endMark;
using tests::entry;
using tests::picture;

namespace {

using Texts = std::vector<std::string>;

Texts names(const io::SampleList& list)
{
    Texts found;
    for (const auto& sample : list.samples)
        found.push_back(sample.name);
    return found;
}

/// "class: its number of samples"
Texts counts(const io::SampleList& list)
{
    Texts found;
    for (std::size_t i = 0; i < list.classes.size(); ++i)
        found.push_back(list.classes[i] + ": "
                        + std::to_string(std::ranges::count(list.samples, static_cast<int>(i), &io::SampleList::Sample::label)));
    return found;
}

}

class SampleSourceTest : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    std::string in(const std::string& name) const { return m_folder.path().toStdString() + "/" + name; }

    static data::DataSurvey survey(const std::string& path, double share, bool open = false, const std::vector<io::LabelLine>& labels = {})
    {
        return io::surveyData(path, labels, share, open, [](double) {}, {});
    }

private Q_SLOTS:
    void aFolderOfClassesIsListedAndItsPicturesAreFiles()
    {
        tests::write(in("set/cat/1.png"), picture(10));
        tests::write(in("set/dog/2.png"), picture(20));
        const auto list = io::listSamples(in("set"));
        QCOMPARE(list.format, DataFormat::ClassFolder);
        QCOMPARE(counts(list), (Texts{"cat: 1", "dog: 1"}));
        QCOMPARE(names(list), (Texts{in("set/cat/1.png"), in("set/dog/2.png")}));
        QCOMPARE(int(io::readSample(list.samples[1].name)->pixels[0]), 20);
    }

    void whatIsNoDataSetIsSaid()
    {
        tests::write(in("none/readme.txt"), "nothing");
        tests::write(in("none/shard.tar.gz"), "\x1f\x8b");
        EXPECT_ERROR(FileMissing, io::listSamples(in("absent")), in("absent"));
        EXPECT_ERROR(DataMissing, io::listSamples(in("none")), in("none"), "shard.tar.gz is packed with gzip: unpack it first");
        EXPECT_ERROR(FileUnreadable, io::listSamples(in("none/shard.tar.gz")), "unpack it first");
        EXPECT_ERROR(FileUnreadable, io::listSamples(in("none/readme.txt")), "neither");
        EXPECT_ERROR(FileUnreadable, io::listSamples("/dev/null"), "regular");
        EXPECT_ERROR(FileMissing, io::readSample(in("absent.tar#a.jpg@0")), "absent.tar");
        EXPECT_ERROR(FileUnreadable, io::readSample(in("none/readme.txt#a.jpg@0")), "cut off");
    }

    void aFileWithTheMarkInItsOwnPathIsFoundFirst()
    {
        tests::write(in("s#1/cat/a#2.png"), picture(40));
        QCOMPARE(int(io::readSample(in("s#1/cat/a#2.png"))->pixels[0]), 40);
        tests::write(in("s#1/b#.tar"), entry("x#y.png", picture(50)) + entry("x#y.txt", "cat") + endMark);
        const auto list = io::listSamples(in("s#1/b#.tar"));
        QCOMPARE(names(list), Texts{in("s#1/b#.tar#x#y.png@0")});
        QCOMPARE(int(io::readSample(list.samples.front().name)->pixels[0]), 50);
    }

    void cifarLeavesTheTestFileOutUnlessItIsAskedFor()
    {
        tests::write(in("c10/data_batch_1.bin"), cifarRecord("\x01") + cifarRecord("\0"s) + cifarRecord("\x09"));
        tests::write(in("c10/data_batch_2.bin"), cifarRecord("\x01"));
        tests::write(in("c10/test_batch.bin"), cifarRecord("\x02"));
        tests::write(in("c10/batches.meta.txt"), "airplane\nautomobile\r\nbird\ncat\ndeer\ndog\nfrog\nhorse\nship\ntruck\n\n");
        const auto list = io::listSamples(in("c10"));
        QCOMPARE(list.format, DataFormat::Cifar10);
        QCOMPARE(list.classes.size(), std::size_t(10));
        QCOMPARE(names(list), (Texts{in("c10/data_batch_1.bin#1"), in("c10/data_batch_1.bin#0"), in("c10/data_batch_2.bin#0"), in("c10/data_batch_1.bin#2")}));
        QCOMPARE(counts(list)[1], "automobile: 2"s);
        QCOMPARE(names(io::listSamples(in("c10/test_batch.bin"))), Texts{in("c10/test_batch.bin#0")});
        std::filesystem::remove(in("c10/data_batch_1.bin"));
        std::filesystem::remove(in("c10/data_batch_2.bin"));
        QCOMPARE(counts(io::listSamples(in("c10")))[2], "bird: 1"s); // nothing else is there
    }

    void cifarPixelsComeFromTheirPlanes()
    {
        tests::write(in("px/train.bin"), cifarRecord("\x01\x63") + cifarRecord("\x01\x02"));
        const auto list = io::listSamples(in("px/train.bin"));
        QCOMPARE(list.format, DataFormat::Cifar100);
        QCOMPARE(list.classes[99], "class 99"s);
        QCOMPARE(list.samples[0].label, 2); // the fine label, not the coarse one
        const auto image = io::readSample(in("px/train.bin#1"));
        QCOMPARE(image->width, 32);
        QCOMPARE(image->height, 32);
        for (const std::size_t pixel : {std::size_t(0), std::size_t(1023)})
            QCOMPARE((std::vector<int>{image->pixels[3 * pixel], image->pixels[3 * pixel + 1], image->pixels[3 * pixel + 2]}), (std::vector<int>{10, 20, 30}));
        for (const auto* wrong : {"#2", "#-1", "#", "#1x", "#18446744073709551616", "#99999999999999999"})
            EXPECT_ERROR(FileMissing, io::readSample(in("px/train.bin") + wrong), "train.bin");
    }

    void damagedCifarFilesAreListedAndTheRestIsUsed()
    {
        tests::write(in("bad/data_batch_1.bin"), cifarRecord("\x03") + cifarRecord("\x0A") + cifarRecord("\x03").substr(0, 3000));
        const auto list = io::listSamples(in("bad"));
        QCOMPARE(names(list), Texts{in("bad/data_batch_1.bin#0")});
        QCOMPARE(list.broken, (std::vector<data::BrokenSample>{{in("bad/data_batch_1.bin#1"), "has the label 10 of 10"}, {in("bad/data_batch_1.bin#2"), "is cut off"}}));
        tests::write(in("bad/other.bin"), cifarRecord("ab"));
        QCOMPARE(io::listSamples(in("bad")).broken.back().sample, in("bad/other.bin"));
    }

    void noMutationOfACifarFileDoesMoreThanAnError()
    {
        std::mt19937 dice(7);
        const auto whole = cifarRecord("\x01") + cifarRecord("\x02");
        for (int round = 0; round < 1000; ++round) {
            auto bytes = whole.substr(0, dice() % (whole.size() + 1));
            for (int i = 0; i < 4 && !bytes.empty(); ++i)
                bytes[dice() % bytes.size()] = static_cast<char>(dice());
            const auto path = in(round % 3 == 0 ? "fuzz/data_batch_1.bin" : round % 3 == 1 ? "fuzz/train.bin" : "fuzz/x.bin");
            tests::write(path, bytes);
            (void)tests::errorOf([&] {
                for (const auto& sample : io::listSamples(path).samples)
                    QVERIFY(!io::readSample(sample.name)->empty());
            });
        }
    }

    void aTarIsGroupedByKeyWhateverTheOrder()
    {
        tests::write(in("w/one.tar"),
                     entry("a/1.txt", "cat\n") + entry("a/1.jpg", picture(10, ".jpg")) + entry("b/1.PNG", picture(20)) + entry("b/1.label", " red bus ")
                         + entry("2.seg.png", picture(1)) + entry("2.json", R"({"class": "dog", "height": 2})") + entry("2.webp", picture(30, ".webp"))
                         + entry(".hidden.jpg", "x") + entry("readme", "x") + entry("../../3.bmp", picture(40, ".bmp")) + entry("../../3.txt", "cat") + endMark);
        const auto list = io::listSamples(in("w/one.tar"));
        QCOMPARE(list.format, DataFormat::WebDataset);
        QCOMPARE(counts(list), (Texts{"cat: 2", "dog: 1", "red bus: 1"}));
        QCOMPARE(list.broken, std::vector<data::BrokenSample>());
        QCOMPARE(list.samples[0].name, in("w/one.tar#a/1.jpg@2"));
        QCOMPARE(int(io::readSample(list.samples[0].name)->pixels[0]), 10);
        QCOMPARE(int(io::readSample(list.samples[1].name)->pixels[0]), 40); // a name that leads outside is only a name
        QCOMPARE(int(io::readSample(list.samples[2].name)->pixels[0]), 30);
        QCOMPARE(int(io::readSample(in("w/one.tar#b/1.PNG"))->pixels[0]), 20); // without its place it is searched for
        EXPECT_ERROR(FileMissing, io::readSample(in("w/one.tar#a/1.jpg@0")), "a/1.jpg"); // something else lies there
        EXPECT_ERROR(FileMissing, io::readSample(in("w/one.tar#nothing.jpg")), "nothing.jpg");
        EXPECT_ERROR(FileMissing, io::readSample(in("w/one.tar#a/1.jpg@999999999")), "a/1.jpg");
        EXPECT_ERROR(FileUnreadable, io::readSample(in("w/one.tar#a/1.jpg@3")), "damaged header"); // amid a picture
        EXPECT_ERROR(PictureUnsupported, io::readSample(in("w/one.tar#a/1.txt@0")), "a/1.txt");
    }

    void shardsAreOneDataSetAndNumbersTakeTheirNamesFromTheList()
    {
        const auto shard = [](int first) {
            return entry(std::to_string(first) + ".png", picture(first)) + entry(std::to_string(first) + ".cls", std::to_string(first % 3)) + entry(std::to_string(first) + ".txt", "a caption " + std::to_string(first))
                + endMark;
        };
        for (const int number : {0, 1, 2, 3})
            tests::write(in("shards/s-" + std::to_string(number) + ".tar"), shard(number));
        tests::write(in("shards/more.tar.zst"), "packed");
        auto list = io::listSamples(in("shards"));
        QCOMPARE(counts(list), (Texts{"class 0: 2", "class 1: 1", "class 2: 1"})); // texts that differ are captions
        QCOMPARE(list.broken, (std::vector<data::BrokenSample>{{in("shards/more.tar.zst"), "is packed with zstd: unpack it first"}}));
        tests::write(in("shards/classnames.txt"), "zero\none\ntwo\n");
        QCOMPARE(counts(io::listSamples(in("shards"))), (Texts{"zero: 2", "one: 1", "two: 1"}));
        std::filesystem::rename(in("shards/classnames.txt"), in("classnames.txt"));
        QCOMPARE(io::listSamples(in("shards/s-0.tar")).classes, Texts{"zero"});
        tests::write(in("texts.tar"), entry("1.png", picture(1)) + entry("1.cls", "4") + entry("1.label", "four") + entry("2.png", picture(1)) + entry("2.json", R"({"label": 4, "class": "four"})") + endMark);
        QCOMPARE(counts(io::listSamples(in("texts.tar"))), Texts{"four: 2"});
        std::filesystem::remove(in("classnames.txt"));
    }

    void samplesOfATarThatCannotBeUsedAreListed()
    {
        const auto good = entry("ok.jpg", picture(1, ".jpg")) + entry("ok.cls", "0");
        const auto bad = entry("none.jpg", "x") + entry("long.jpg", "x") + entry("long.txt", std::string(5000, 'a')) + entry("lines.jpg", "x") + entry("lines.txt", "a\nb")
            + entry("huge.jpg", "x") + entry("huge.json", std::string(70'000, ' ')) + entry("odd.jpg", "x") + entry("odd.json", "{\"label\": [") + entry("bytes.jpg", "x")
            + entry("bytes.txt", "\xFF\xFE") + entry("two.jpg", "x") + entry("two.png", "x") + entry("two.cls", "0") + entry("neg.jpg", "x") + entry("neg.json", R"({"label": -1})");
        tests::write(in("bad.tar"), good + bad);
        const auto list = io::listSamples(in("bad.tar"));
        QCOMPARE(list.samples.size(), std::size_t(2));
        std::map<std::string, std::string> reasons;
        for (const auto& one : list.broken)
            reasons[one.sample.substr(in("bad.tar").size())] = one.reason;
        QCOMPARE(reasons.size(), std::size_t(9));
        const auto reason = [&](const std::string& sample) {
            for (const auto& [name, why] : reasons)
                if (name.starts_with(sample))
                    return why;
            return "not listed"s;
        };
        QCOMPARE(reasons[""], "ends without its end mark: it may be cut off"s);
        QCOMPARE(reason("#none.jpg"), "has no label"s);
        QCOMPARE(reason("#neg.jpg"), "has no label"s);
        for (const auto* label : {"#long.jpg", "#lines.jpg", "#bytes.jpg"})
            QCOMPARE(reason(label), "its label is empty, too long or not a line of UTF-8"s);
        QCOMPARE(reason("#huge.jpg"), "its .json is too long for a label"s);
        QVERIFY(reason("#odd.jpg").starts_with("its .json cannot be read"));
        QCOMPARE(reason("#two.png"), "is a second picture of two"s);
        tests::write(in("empty.tar"), endMark);
        EXPECT_ERROR(DataMissing, io::listSamples(in("empty.tar")), "empty.tar");
        tests::write(in("cut.tar"), good.substr(0, 1100));
        EXPECT_ERROR(DataMissing, io::listSamples(in("cut.tar")), "cut.tar", "cut off");
    }

    void labelsNameFoldersAndNumbersAndEqualOnesAreOne()
    {
        io::SampleList list{.classes = {"n01", "empty", "Cat", "class 7"}, .samples = {{"a", 0}, {"b", 2}, {"c", 2}, {"d", 3}}};
        const auto named = io::underLabels(list, {{"n01", "cat"}, {"7", "horse"}, {"", "no folder"}});
        QCOMPARE(counts(named), (Texts{"cat: 3", "horse: 1"}));
        QCOMPARE(names(named), (Texts{"a", "b", "c", "d"}));
        QCOMPARE(counts(io::underLabels(list, {})), (Texts{"n01: 1", "Cat: 2", "class 7: 1"}));
        list.samples.push_back({"e", 0});
        QCOMPARE(names(io::underLabels(list, {})), (Texts{"a", "e", "b", "c", "d"})); // class by class
    }

    void theLastPicturesOfEachClassAreSetAside()
    {
        for (int i = 10; i < 40; ++i)
            tests::write(in("sv/many/" + std::to_string(i) + ".png"), picture(i));
        tests::write(in("sv/one/x.png"), picture(1));
        tests::write(in("sv/two/x.png"), picture(1));
        tests::write(in("sv/two/y.png"), "broken");
        const auto quick = survey(in("sv"), 0.2);
        QCOMPARE(quick.path, in("sv"));
        QVERIFY(!quick.opened);
        QCOMPARE(quick.classes.size(), std::size_t(3));
        QCOMPARE(quick.classes[0].train, std::int64_t(24));
        QCOMPARE(quick.classes[0].validation, std::int64_t(6));
        QCOMPARE(quick.classes[0].samples.size(), std::size_t(12));
        QCOMPARE(quick.classes[0].samples[0], in("sv/many/10.png"));
        QCOMPARE(quick.classes[0].samples[11], in("sv/many/37.png"));
        QCOMPARE(quick.classes[1].all(), std::int64_t(1));
        QCOMPARE(quick.classes[2].validation, std::int64_t(1));
        QCOMPARE(quick.broken.size(), std::size_t(0));

        double last = -1;
        const auto opened = io::surveyData(in("sv"), {{"two", "MANY"}}, 0.2, true, [&](double done) { last = done; }, {});
        QVERIFY(opened.opened);
        QCOMPARE(last, 1.0);
        QCOMPARE(opened.classes.size(), std::size_t(2));
        QCOMPARE(opened.classes[0].label, "many"s);
        QCOMPARE(opened.classes[0].train, std::int64_t(26)); // 32 are listed, 6 of them set aside: the broken one and five others
        QCOMPARE(opened.classes[0].validation, std::int64_t(5));
        QCOMPARE(opened.broken.size(), std::size_t(1));
        QCOMPARE(opened.broken[0].sample, in("sv/two/y.png"));
        QVERIFY(!opened.broken[0].reason.starts_with(in("sv")));
    }

    void aSurveyThatIsToldToStopStops()
    {
        std::stop_source stop;
        stop.request_stop();
        tests::write(in("stop/cat/1.png"), picture(1));
        QVERIFY_THROWS_EXCEPTION(Stopped, io::surveyData(in("stop"), {}, 0.2, true, [](double) {}, stop.get_token()));
    }
};

QTEST_APPLESS_MAIN(SampleSourceTest)
#include "sample_source_test.moc"
