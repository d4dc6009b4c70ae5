#include "tests/app/cli/cli_run.h"
#include "tests/core/io/archives.h"
#include "tests/core/io/small_picture.h"

#include <QtTest>

using namespace spikeclip;
using namespace std::string_literals;
using test::run;

class DataCliTest : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    std::string in(const std::string& name) const { return m_folder.path().toStdString() + "/" + name; }

private Q_SLOTS:
    void initTestCase()
    {
        for (int i = 0; i < 10; ++i)
            tests::write(in("set/n01/" + std::to_string(i) + ".png"), tests::picture(i));
        tests::write(in("set/dog/only.png"), tests::picture(1));
        tests::write(in("set/red bus/0.png"), tests::picture(1));
        tests::write(in("set/red bus/1.png"), "no picture");
        tests::write(in("labels.txt"), "n01\tcat\n");
    }

    void dataPrintsEveryFieldOfItsFormat()
    {
        test::Script script;
        const auto ran = run({"data", in("set"), "--labels", in("labels.txt"), "--validation-share", "0.3", "--open", "--json"}, script);
        QCOMPARE(ran.code, 0);
        QCOMPARE(script.loads, 0);
        const auto document = ran.document();
        std::vector<std::string> keys;
        for (const auto& [key, value] : document.items())
            keys.push_back(key);
        QCOMPARE(keys, (std::vector<std::string>{"broken", "classes", "data_format", "format", "lonely_classes", "opened", "path", "train", "validation", "validation_share", "version"}));
        QCOMPARE(document["format"].get<std::string>(), "spikeclip-data/1"s);
        QCOMPARE(document["data_format"].get<std::string>(), "class-folder"s);
        QCOMPARE(document["path"].get<std::string>(), in("set"));
        QVERIFY(document["opened"].get<bool>());
        QCOMPARE(document["train"].get<int>(), 9);
        QCOMPARE(document["validation"].get<int>(), 3);
        QCOMPARE(document["classes"].size(), std::size_t(3));
        QCOMPARE(document["classes"][1]["label"].get<std::string>(), "cat"s);
        QCOMPARE(document["classes"][1]["validation"].get<int>(), 3);
        QCOMPARE(document["classes"][1]["samples"].size(), std::size_t(10));
        QCOMPARE(document["lonely_classes"], nlohmann::json::array({"dog", "red bus"}));
        QCOMPARE(document["broken"].size(), std::size_t(1));
        QCOMPARE(document["broken"][0]["sample"].get<std::string>(), in("set/red bus/1.png"));
    }

    void aPersonSeesCountsAndWhatIsBroken()
    {
        const auto quick = run({"data", in("set")});
        QCOMPARE(quick.code, 0);
        QVERIFY(quick.out.find("a folder for each class") != std::string::npos);
        QVERIFY(quick.out.find("n01                   8          2        10\n") != std::string::npos);
        QVERIFY(quick.out.find("all 3 classes        10          3        13\n") != std::string::npos);
        QVERIFY(quick.out.find("one picture only, which is learnt and never judged: dog\n") != std::string::npos);
        QVERIFY(quick.out.find("cannot be used") == std::string::npos);
        const auto opened = run({"data", in("set"), "--open"});
        QCOMPARE(opened.code, 0);
        QVERIFY(opened.out.find("cannot be used") != std::string::npos && opened.out.find("1.png") != std::string::npos);
    }

    void everyFormHasItsName()
    {
        tests::write(in("c/data_batch_1.bin"), tests::cifarRecord("\x01"));
        tests::write(in("c100.bin"), tests::cifarRecord("\x01\x01"));
        tests::write(in("w.tar"), tests::entry("1.png", tests::picture(1)) + tests::entry("1.txt", "cat") + tests::endMark);
        for (const auto& [path, name] : {std::pair{"c", "cifar-10"}, {"c100.bin", "cifar-100"}, {"w.tar", "webdataset"}})
            QCOMPARE(run({"data", in(path), "--json"}).document()["data_format"].get<std::string>(), std::string(name));
        QVERIFY(run({"data", in("w.tar"), "--open"}).out.find("every picture can be read\n") != std::string::npos);
    }

    void whatIsNoDataSetIsOneSentence()
    {
        tests::write(in("bad/cat/1.png"), "no picture");
        for (const auto& arguments : {std::vector<std::string>{"data", in("absent")}, {"data", in("labels.txt")}, {"data", in("bad"), "--open"}, {"data", in("set"), "--labels", in("absent")},
                                      {"data", in("set"), "--validation-share", "0.9"}, {"data"}}) {
            const auto ran = run(arguments);
            QCOMPARE(ran.code, 2);
            QVERIFY(ran.errorLines() >= 1 && ran.err.ends_with(".\n"));
        }
    }

    void openingStopsWhenAsked()
    {
        test::Script script;
        std::stop_source stop;
        stop.request_stop();
        const auto ran = run({"data", in("set"), "--open"}, script, stop.get_token());
        QCOMPARE(ran.code, 130);
        QCOMPARE(ran.out, ""s);
    }
};

QTEST_APPLESS_MAIN(DataCliTest)
#include "data_cli_test.moc"
