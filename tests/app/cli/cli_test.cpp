#include "app/cli/context.h"
#include "core/io/checkpoint.h"
#include "core/io/safetensors.h"
#include "tests/app/cli/cli_run.h"

#include <nlohmann/json.hpp>

#include <QtTest>

#include <algorithm>
#include <fstream>
#include <limits>
#include <sstream>

using namespace spikeclip;
using Json = nlohmann::json;
using namespace std::string_literals;
using test::Ran;
using test::run;

namespace {

std::vector<std::string> keys(const Json& object)
{
    std::vector<std::string> names;
    for (const auto& [key, value] : object.items())
        names.push_back(key);
    return names;
}

}

class CliTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void classifyPrintsEveryFieldOfItsFormatBestLabelFirst()
    {
        const auto ran = run({"classify", "a.jpg", "b.jpg", "--labels", "cat, blorf dog", "--json"});
        QCOMPARE(ran.code, 0);
        QCOMPARE(ran.err, ""s);
        const auto document = ran.document();
        QCOMPARE(document["format"].get<std::string>(), "spikeclip-classify/1"s);
        QCOMPARE(document["path"].get<std::string>(), "auto"s);
        QCOMPARE(document["model"].get<std::string>(), "Tiny"s);
        QCOMPARE(document["model_sha256"].get<std::string>(), "abc123"s);
        QCOMPARE(document["scale"].get<double>(), 10.0);
        QCOMPARE(document["images"].size(), std::size_t(2));

        const auto& image = document["images"][0];
        QCOMPARE(image["file"].get<std::string>(), "a.jpg"s);
        QCOMPARE(image["scores"][0]["label"].get<std::string>(), "blorf dog"s);
        QCOMPARE(image["scores"][0]["cosine"].get<double>(), 0.4);
        QCOMPARE(image["scores"][0]["probability"].get<double>(), 1 / (1 + std::exp(-2.0))); // softmax of 10 * (0.4, 0.2)
        QCOMPARE(image["scores"][0]["unknown_words"].get<std::vector<std::string>>(), std::vector<std::string>{"blorf"});
        QCOMPARE(image["scores"][1]["unknown_words"].size(), std::size_t(0));
        QCOMPARE(image["per_step"].size(), std::size_t(2));
        QCOMPARE(image["per_step"][0]["steps"].get<int>(), 1);
        QCOMPARE(image["per_step"][0]["scores"][0]["label"].get<std::string>(), "cat"s);
        QCOMPARE(image["layers"][0]["name"].get<std::string>(), "patch_embed.proj_lif"s);
        QCOMPARE(image["layers"][0]["neurons"].get<int>(), 100);
        QCOMPARE(image["layers"][0]["spikes"].get<std::vector<int>>(), (std::vector<int>{10, 30}));
        QCOMPARE(image["layers"][0]["rate"].get<double>(), 0.2);
        QCOMPARE(keys(image["energy"]), (std::vector<std::string>{"ann_pj", "preset", "rules", "snn_pj"}));
        QCOMPARE(image["energy"]["snn_pj"].get<std::vector<double>>(), (std::vector<double>{1.5e6, 3e6}));
        QCOMPARE(image["energy"]["ann_pj"].get<double>(), 12e6);
        QCOMPARE(image["ms"].get<double>(), 22.0);
    }

    void classifyPassesOnWhatWasAsked()
    {
        test::Script script;
        const auto ran = run({"classify", "a.jpg", "--labels", "cat, dog", "--template", "a {}", "--template", "one {}", "--model", "m.safetensors", "--steps",
                              "2", "--device", "cuda:0", "--threads", "3", "--path", "plain", "--precision", "mixed"},
                             script);
        QCOMPARE(ran.code, 0);
        QCOMPARE(script.loadedFile, "m.safetensors"s);
        QCOMPARE(script.compute.device, "cuda:0"s);
        QCOMPARE(script.compute.threads, 3);
        QVERIFY(script.compute.path == ComputePath::Plain);
        QVERIFY(script.compute.precision == Precision::Mixed);
        QCOMPARE(script.inference.labels, (std::vector<std::string>{"cat", "dog"}));
        QCOMPARE(script.inference.templates, (std::vector<std::string>{"a {}", "one {}"}));
        QCOMPARE(script.inference.steps, 2);
        QVERIFY(script.inference.encoder == Encoder::Snn);
    }

    void theShippedModelIsTheDefault()
    {
        test::Script script;
        run({"classify", "a.jpg", "--labels", "cat"}, script);
        QCOMPARE(script.loadedFile, "/resources/models/default/model.safetensors"s);
    }

    void theTwinHasNoStepsToReport()
    {
        test::Script script;
        auto result = test::Script::twoLabels();
        result.cosine = {{0.2, 0.4}};
        result.layers.clear();
        result.energy.snnPj.clear();
        script.infer = result;
        const auto ran = run({"classify", "a.jpg", "--labels", "cat, dog", "--encoder", "ann", "--json"}, script);
        QVERIFY(script.inference.encoder == Encoder::Ann);
        QCOMPARE(ran.document()["encoder"].get<std::string>(), "ann"s);
        QCOMPARE(ran.document()["images"][0]["per_step"].size(), std::size_t(0));
        QCOMPARE(ran.document()["images"][0]["scores"].size(), std::size_t(2));
    }

    void aBrokenPictureCostsOneSentenceAndNotTheOthers()
    {
        const auto ran = run({"classify", "broken.jpg", "fine.jpg", "--labels", "cat", "--json"});
        QCOMPARE(ran.code, 2);
        QCOMPARE(ran.errorLines(), 1);
        QVERIFY(ran.err.find("broken.jpg") != std::string::npos);
        QCOMPARE(ran.document()["images"].size(), std::size_t(1));
        QCOMPARE(ran.document()["images"][0]["file"].get<std::string>(), "fine.jpg"s);
    }

    void aBrokenPictureAloneNeedsNoEngine()
    {
        test::Script script;
        const auto ran = run({"classify", "broken.jpg", "--labels", "cat", "--json"}, script);
        QCOMPARE(ran.code, 2);
        QCOMPARE(ran.out, ""s);
        QCOMPARE(script.loads, 0);
    }

    void recordWritesTheSpikesOfAllPicturesIntoOneFile()
    {
        const QTemporaryDir folder;
        const auto at = [&](const char* name) { return folder.filePath(QString::fromLatin1(name)).toStdString(); };
        std::ofstream(at("a.jpg")) << "one";
        std::ofstream(at("b.jpg")) << "two";
        test::Script script;
        auto result = test::Script::twoLabels();
        const data::SpikeShape shape{.steps = 2, .batch = 1, .height = 1, .width = 1, .channels = 100};
        result.layers.front().spikes = std::make_shared<const data::SpikeRecord>(shape, std::vector<std::uint64_t>{1, 0, 3, 1});
        script.infer = result;
        const auto ran = run({"record", at("a.jpg"), "broken.jpg", at("b.jpg"), "--labels", "cat, blorf dog", "--out", at("out.npz"), "--steps", "2"}, script);
        QCOMPARE(ran.code, int(cli::BadInput)); // for the broken one; the others are there
        QCOMPARE(ran.errorLines(), 1);
        QVERIFY(ran.out.find("2 pictures, 1 layers, T = 2") != std::string::npos);
        QVERIFY(script.inference.recording == data::Recording::Full);
        QCOMPARE(script.inference.steps, 2);
        std::ifstream file(at("out.npz"), std::ios::binary);
        const std::string bytes(std::istreambuf_iterator<char>(file), {});
        for (const char* part : {"spikes/patch_embed.proj_lif.npy", "'shape': (2,2,1,2,)", "logits_t.npy", "model_sha256.npy"})
            QVERIFY(bytes.find(part) != std::string::npos);
        const double logit = 0.4 * 10; // the second label's cosine at the last step, times the scale
        QVERIFY(bytes.find(std::string(reinterpret_cast<const char*>(&logit), sizeof logit)) != std::string::npos);

        QCOMPARE(run({"record", "broken.jpg", "--labels", "cat", "--out", at("none.npz")}, script).code, int(cli::BadInput));
        QVERIFY(!QFile::exists(folder.filePath(QStringLiteral("none.npz"))));
        QCOMPARE(run({"record", at("a.jpg"), "--labels", "cat"}, script).code, int(cli::BadInput)); // no --out
    }

    void aLabelFileMayMapFoldersToNames()
    {
        QTemporaryDir folder;
        const auto file = folder.filePath(QStringLiteral("labels.tsv")).toStdString();
        std::ofstream(file) << "# folder, tab, name\nn01\tlighthouse, white\r\n\nlawn mower\ncat\n";
        test::Script script;
        run({"classify", "a.jpg", "--labels", "cat", "--labels-file", file}, script);
        QCOMPARE(script.inference.labels, (std::vector<std::string>{"cat", "lighthouse, white", "lawn mower"}));
    }

    void aScoreThatIsNotANumberNeverReachesTheDocument()
    {
        test::Script script;
        auto result = test::Script::twoLabels();
        result.cosine.back().front() = std::numeric_limits<double>::quiet_NaN();
        script.infer = result;
        const auto ran = run({"classify", "a.jpg", "--labels", "cat, dog", "--json"}, script);
        QCOMPARE(ran.code, 70);
        QCOMPARE(ran.out, ""s);
        QCOMPARE(ran.errorLines(), 1);
    }

    void aPersonSeesEveryStepBarsOnlyOnATerminalAndTheUnknownWord()
    {
        test::Script script;
        const auto piped = run({"classify", "a.jpg", "--labels", "cat, dog"}, script);
        const auto shown = run({"classify", "a.jpg", "--labels", "cat, dog"}, script, {}, true);
        for (const auto* part : {"T = 1", "T = 2", "0.400", "88.1 %", "blorf", "patch_embed.proj_lif", "0.200", "softmax scale 10.00", "3.00 uJ", "45 nm"})
            QVERIFY2(piped.out.find(part) != std::string::npos, part);
        QVERIFY(piped.out.find("####") == std::string::npos);
        QVERIFY(shown.out.find("####") != std::string::npos);
        std::istringstream lines(shown.out);
        for (std::string line; std::getline(lines, line);)
            QVERIFY(line.size() <= 80);
    }

    void evaluatePrintsEveryFieldOfItsFormat()
    {
        test::Script script;
        const auto ran = run({"evaluate", "--data", "a", "b", "--labels", "l.tsv", "--only-labels", "o.txt", "--distractors", "d.txt", "--distractor-count",
                              "50", "--steps", "2", "--seed", "9", "--batch", "7", "--json"},
                             script);
        QCOMPARE(ran.code, 0);
        QCOMPARE(script.evaluation.data, (std::vector<std::string>{"a", "b"}));
        QCOMPARE(script.speedsKnown, 1); // break-even rates are there before many pictures are
        QCOMPARE(script.evaluation.labelFile, "l.tsv"s);
        QCOMPARE(script.evaluation.onlyLabelsFile, "o.txt"s);
        QCOMPARE(script.evaluation.distractorFile, "d.txt"s);
        QCOMPARE(script.evaluation.distractorCount, 50);
        QCOMPARE(script.evaluation.steps, 2);
        QCOMPARE(script.evaluation.seed, std::uint64_t(9));
        QCOMPARE(script.evaluation.batch, 7);
        const auto document = ran.document();
        QCOMPARE(document["format"].get<std::string>(), "spikeclip-evaluate/1"s);
        QCOMPARE(document["top1"].get<double>(), 0.5);
        QCOMPARE(document["top5"].get<double>(), 1.0);
        QCOMPARE(document["count"].get<int>(), 4);
        QCOMPARE(document["labels"].get<std::vector<std::string>>(), (std::vector<std::string>{"cat", "dog"}));
        QCOMPARE(document["unknown_labels"].get<std::vector<std::string>>(), std::vector<std::string>{"dog"});
        QCOMPARE(document["top1_per_step"].get<std::vector<double>>(), (std::vector<double>{0.25, 0.5}));
        QCOMPARE(document["rate"].get<double>(), 0.125);
        QCOMPARE(document["energy"]["snn_pj"].get<std::vector<double>>(), (std::vector<double>{1e6, 2e6}));
        QVERIFY(ran.err.find("4 of 4 pictures") != std::string::npos); // progress
        QVERIFY(ran.err.find("x/bad.jpg") != std::string::npos);
    }

    void aCountOfDistractorsWithoutTheirFileIsRefused()
    {
        QCOMPARE(run({"evaluate", "--data", "a", "--distractor-count", "5"}).code, 2);
    }

    void aTableOfPicturesTakesThePlaceOfFolders()
    {
        test::Script script;
        QCOMPARE(run({"evaluate", "--list", "t.tsv", "--candidates", "10"}, script).code, 0);
        QCOMPARE(script.evaluation.listFile, "t.tsv"s);
        QCOMPARE(script.evaluation.candidates, 10);
        QCOMPARE(run({"evaluate", "--list", "t.tsv", "--data", "a"}).code, 2);
        QCOMPARE(run({"evaluate", "--data", "a", "--candidates", "10"}).code, 2);
        QCOMPARE(run({"evaluate"}).code, 2);
    }

    void aCardIsPutIntoACheckpointWithWhatWasMeasured()
    {
        QTemporaryDir folder;
        const auto path = [&](const char* name) { return folder.filePath(QString::fromLatin1(name)).toStdString(); };
        const std::vector<std::byte> weight(8, std::byte{7});
        io::writeCheckpoint(path("m.safetensors"), {.tensors = {{"image.proj.weight", {io::DType::F32, {2}, weight}}}});
        std::ofstream(path("card.json")) << R"({"name": "n"})";
        std::ofstream(path("cifar-snn.json")) << run({"evaluate", "--data", "a", "--json"}).out;
        QCOMPARE(run({"card", path("m.safetensors"), path("card.json"), "--measured", path("cifar-snn.json")}).code, 0);
        const auto changed = io::readCheckpoint(path("m.safetensors"));
        const auto card = Json::parse(changed.card);
        QCOMPARE(card["name"].get<std::string>(), "n"s);
        QCOMPARE(card["measured"]["cifar-snn"]["top1"].get<double>(), 0.5);
        QCOMPARE(card["measured"]["cifar-snn"]["labels"].get<int>(), 2);
        QVERIFY(changed.tensors.at("image.proj.weight").bytes == weight);

        std::ofstream(path("other.json")) << R"({"format": "spikeclip-bench/1"})";
        const auto refused = run({"card", path("m.safetensors"), path("card.json"), "--measured", path("other.json")});
        QCOMPARE(refused.code, 2);
        QCOMPARE(refused.errorLines(), 1);
        QCOMPARE(io::readCheckpoint(path("m.safetensors")).card, changed.card); // nothing lost
    }

    void aSelfCheckOutsideItsToleranceExitsWithOne()
    {
        test::Script script;
        QCOMPARE(run({"selfcheck", "r.json"}, script).code, 0);
        auto report = std::get<SelfCheckReport>(script.selfCheck);
        report.passed = report.deviations[0].within = false;
        report.deviations[0].largest = std::numeric_limits<double>::quiet_NaN();
        script.selfCheck = report;
        QCOMPARE(run({"selfcheck", "r.json"}, script).code, 1);
        const auto ran = run({"selfcheck", "r.json", "s.json", "--json"}, script);
        QCOMPARE(ran.code, 1);
        const auto document = ran.document();
        QCOMPARE(document["format"].get<std::string>(), "spikeclip-selfcheck/1"s);
        QCOMPARE(document["passed"].get<bool>(), false);
        QCOMPARE(document["files"].size(), std::size_t(2));
        const auto& deviations = document["files"][0]["deviations"];
        QVERIFY(deviations[0]["largest"].is_null());
        QCOMPARE(deviations[0]["within"].get<bool>(), false);
        QVERIFY(deviations[1]["tolerance"].is_null());
        QCOMPARE(deviations[1]["judged"].get<bool>(), false);
    }

    void benchSaysOnWhichMachine()
    {
        test::Script script;
        const auto ran = run({"bench", "--batch", "1", "--batch", "8", "--rate", "5", "--rate", "12.5", "--no-reference", "--no-training",
                              "--repeats", "5", "--json"}, script);
        QCOMPARE(script.benched.batches, (std::vector<int>{1, 8}));
        QCOMPARE(script.benched.repeats, 5);
        QCOMPARE(script.benched.rates, (std::vector<double>{0.05, 0.125}));
        QCOMPARE(script.benched.reference, false);
        QCOMPARE(script.benched.training, false);
        const auto document = ran.document();
        QCOMPARE(document["format"].get<std::string>(), "spikeclip-bench/1"s);
        QVERIFY(document["machine"]["cores"].get<int>() > 0);
        QVERIFY(!document["machine"]["compiler"].get<std::string>().empty());
        const auto& timed = document["cases"][0];
        QCOMPARE(timed["batch"].get<int>(), 32);
        QCOMPARE(timed["median_ms"].get<double>(), 12.5);
        QCOMPARE(timed["rate"].get<double>(), 0.1);
        QCOMPARE(timed["to_plain"].get<double>(), 0.25);
        QCOMPARE(run({"bench", "--rate", "0"}, script).code, cli::BadInput);
    }

    void inspectListsConfigurationCardAndTensors()
    {
        QTemporaryDir folder;
        const auto file = folder.filePath(QStringLiteral("m.safetensors")).toStdString();
        io::writeSafetensors(file, {.metadata = {}, .tensors = {{"image.head.weight", {io::DType::F32, {2, 3}, std::vector<std::byte>(24)}}}});
        test::Script script;
        const auto ran = run({"inspect", file, "--json"}, script);
        QCOMPARE(ran.code, 0);
        const auto document = ran.document();
        QCOMPARE(document["format"].get<std::string>(), "spikeclip-inspect/1"s);
        QCOMPARE(document["config"]["image"]["width"].get<int>(), 384);
        QCOMPARE(document["parameters"]["image"].get<int>(), 1200);
        QCOMPARE(document["card"]["licence"].get<std::string>(), "own"s);
        QCOMPARE(document["tensors"][0]["name"].get<std::string>(), "image.head.weight"s);
        QCOMPARE(document["tensors"][0]["type"].get<std::string>(), "F32"s);
        QCOMPARE(document["tensors"][0]["shape"].get<std::vector<int>>(), (std::vector<int>{2, 3}));
        QCOMPARE(document["tensors"][0]["bytes"].get<int>(), 24);
        const auto text = run({"inspect", file}, script).out;
        for (const auto* part : {"image.head.weight", "2 x 3", "image.lif.tau", "licence", "1 200"})
            QVERIFY2(text.find(part) != std::string::npos, part);
    }

    void trainPassesOnTheRecipeAndStopsWhenAsked()
    {
        test::Script script;
        const auto ran = run({"train", "recipe.json", "--out", "o", "--data-root", "d", "--resume"}, script);
        QCOMPARE(ran.code, 0);
        QCOMPARE(script.training.recipeFile, "recipe.json"s);
        QCOMPARE(script.training.outFolder, "o"s);
        QCOMPARE(script.training.dataRoot, "d"s);
        QCOMPARE(script.training.resume, true);
        QVERIFY(ran.out.find("out/model.safetensors") != std::string::npos);
        std::stop_source stop;
        stop.request_stop();
        const auto stopped = run({"train", "recipe.json", "--out", "o"}, script, stop.get_token());
        QCOMPARE(stopped.code, 130);
        QCOMPARE(stopped.out, ""s);
    }

    void everyFailureIsOneSentenceAndItsExitCode_data()
    {
        QTest::addColumn<int>("failure");
        QTest::addColumn<int>("code");
        const auto row = [](const char* name, ErrorCode failure, int code) { QTest::newRow(name) << static_cast<int>(failure) << code; };
        row("broken checkpoint", ErrorCode::CheckpointBroken, 2);
        row("missing file", ErrorCode::FileMissing, 2);
        row("no such device", ErrorCode::DeviceMissing, 3);
        row("no engine", ErrorCode::EngineMissing, 3);
        row("no memory", ErrorCode::OutOfMemory, 4);
        row("no room on the disk", ErrorCode::FileUnwritable, 4);
        row("loss not a number", ErrorCode::Diverged, 1);
        row("our mistake", ErrorCode::Internal, 70);
    }

    void everyFailureIsOneSentenceAndItsExitCode()
    {
        QFETCH(int, failure);
        QFETCH(int, code);
        test::Script script;
        script.load = Failure{static_cast<ErrorCode>(failure), "the\ndetail\x1b[31m"};
        const auto ran = run({"classify", "a.jpg", "--labels", "cat"}, script);
        QCOMPARE(ran.code, code);
        QCOMPARE(ran.out, ""s);
        QCOMPARE(ran.errorLines(), 1);
        QVERIFY(ran.err.ends_with(".\n"));
        QVERIFY(ran.err.find("the detail") != std::string::npos);
        QVERIFY(ran.err.find('\x1b') == std::string::npos);
        QVERIFY(ran.err.find("%1") == std::string::npos);
    }

    void wrongUseIsOneSentenceThatNamesTheHelp_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::newRow("nothing") << QStringList{};
        QTest::newRow("unknown command") << QStringList{QStringLiteral("frobnicate")};
        QTest::newRow("no picture") << QStringList{QStringLiteral("classify"), QStringLiteral("--labels"), QStringLiteral("a")};
        QTest::newRow("steps 0") << QStringList{QStringLiteral("classify"), QStringLiteral("a.jpg"), QStringLiteral("--labels"), QStringLiteral("a"),
                                                QStringLiteral("--steps"), QStringLiteral("0")};
        QTest::newRow("encoder") << QStringList{QStringLiteral("classify"), QStringLiteral("a.jpg"), QStringLiteral("--encoder"), QStringLiteral("cnn")};
        QTest::newRow("train without anything") << QStringList{QStringLiteral("train"), QStringLiteral("--out"), QStringLiteral("o")};
        QTest::newRow("train by recipe and data") << QStringList{QStringLiteral("train"), QStringLiteral("r.json"), QStringLiteral("--data"), QStringLiteral("d"),
                                                                 QStringLiteral("--out"), QStringLiteral("o")};
        QTest::newRow("train of an unknown kind") << QStringList{QStringLiteral("train"), QStringLiteral("--data"), QStringLiteral("d"), QStringLiteral("--what"),
                                                                 QStringLiteral("half"), QStringLiteral("--out"), QStringLiteral("o")};
        QTest::newRow("train without --out") << QStringList{QStringLiteral("train"), QStringLiteral("r.json")};
    }

    void wrongUseIsOneSentenceThatNamesTheHelp()
    {
        QFETCH(QStringList, arguments);
        std::vector<std::string> words;
        for (const auto& argument : arguments)
            words.push_back(argument.toStdString());
        const auto ran = run(words);
        QCOMPARE(ran.code, 2);
        QCOMPARE(ran.out, ""s);
        QCOMPARE(ran.errorLines(), 1);
        QVERIFY(ran.err.find("--help'.") != std::string::npos);
    }

    void noLabelsAtAllIsSaidBeforeAnythingIsLoaded()
    {
        test::Script script;
        const auto ran = run({"classify", "a.jpg", "--labels", " , "}, script);
        QCOMPARE(ran.code, 2);
        QCOMPARE(script.loads, 0);
        QCOMPARE(ran.errorLines(), 1);
    }

    void helpListsTheExitCodesEverywhere()
    {
        for (const auto* command : {"", "classify", "record", "energy", "inspect", "evaluate", "data", "train", "selfcheck", "bench"}) {
            std::vector<std::string> arguments{"--help"};
            if (*command)
                arguments.insert(arguments.begin(), command);
            const auto ran = run(arguments);
            QCOMPARE(ran.code, 0);
            QVERIFY2(ran.out.find("130  stopped by Ctrl+C") != std::string::npos, command);
        }
        QVERIFY(run({"--version"}).out.starts_with("spikeclip "));
    }
};

QTEST_APPLESS_MAIN(CliTest)
#include "cli_test.moc"
