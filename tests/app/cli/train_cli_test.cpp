#include "core/io/recipe_text.h"
#include "core/io/run_files.h"
#include "tests/app/cli/cli_run.h"
#include "tests/core/io/archives.h"
#include "tests/core/io/small_picture.h"

#include <QtTest>

#include <filesystem>
#include <fstream>
#include <iterator>

using namespace spikeclip;
using namespace std::string_literals;
using test::run;
namespace fs = std::filesystem;

namespace {

std::string contents(const std::string& path)
{
    std::ifstream stream(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), {}};
}

}

class TrainCliTest : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    std::string in(const std::string& name) const { return m_folder.path().toStdString() + "/" + name; }

private Q_SLOTS:
    void initTestCase()
    {
        for (const auto* name : {"cup", "pen"})
            for (int i = 0; i < 3; ++i)
                tests::write(in("desk/") + name + "/" + std::to_string(i) + ".png", tests::picture(i));
    }

    void dataOfOnesOwnBecomeARecipeInTheRunsFolder()
    {
        test::Script script;
        const auto ran = run({"train", "--data", in("desk/"), "--out", in("run"), "--validation-share", "0.3"}, script);
        QCOMPARE(ran.code, 0);
        QCOMPARE(script.training.recipeFile, in("run/recipe.json"));
        QCOMPARE(script.training.outFolder, in("run"));
        const auto plan = io::planOf(contents(in("run/recipe.json")));
        QCOMPARE(plan.dataPath, fs::path(in("desk/")).lexically_normal().string());
        QCOMPARE(plan.name, "desk"s);
        QCOMPARE(plan.validationShare, 0.3);
        QCOMPARE(plan.what, data::TrainingPlan::What::Head);
        QCOMPARE(plan.epochs, data::usualPlan(data::TrainingPlan::What::Head).epochs);
        QVERIFY(plan.initialModel.ends_with("/models/default/model.safetensors"));
    }

    void whatIsTrainedBringsItsUsualSettingsAndEpochsMayBeChosen()
    {
        test::Script script;
        QCOMPARE(run({"train", "--epochs", "3", "--what", "dual", "--data", in("desk"), "--out", in("dual")}, script).code, 0);
        const auto plan = io::planOf(contents(in("dual/recipe.json")));
        QCOMPARE(plan.what, data::TrainingPlan::What::Dual);
        QCOMPARE(plan.epochs, 3.0);
        QCOMPARE(plan.learningRate, data::usualPlan(data::TrainingPlan::What::Dual).learningRate);
    }

    void everySettingOfTheFormHasAnOption()
    {
        test::Script script;
        const auto ran = run({"train", "--data", in("desk"), "--out", in("chosen"), "--what", "dual", "--batch", "16", "--steps", "2", "--learning-rate", "0.01",
                              "--final-learning-rate", "0.001", "--weight-decay", "0.2", "--label-smoothing", "0.1", "--kl-weight", "0.5", "--angle-gate", "90",
                              "--rate-weight", "2", "--seed", "7", "--no-augment"},
                             script);
        QCOMPARE(ran.code, 0);
        const auto plan = io::planOf(contents(in("chosen/recipe.json")));
        auto wanted = plan;
        wanted.batch = 16;
        wanted.steps = 2;
        wanted.learningRate = 0.01;
        wanted.finalLearningRate = 0.001;
        wanted.weightDecay = 0.2;
        wanted.labelSmoothing = 0.1;
        wanted.klWeight = 0.5;
        wanted.angleGate = 90;
        wanted.rateWeight = 2;
        wanted.seed = 7;
        wanted.augment = false;
        QVERIFY(plan == wanted);

        QCOMPARE(run({"train", "--data", in("desk"), "--out", in("towards"), "--what", "alignment", "--teacher", "labels"}, script).code, 0);
        QVERIFY(io::planOf(contents(in("towards/recipe.json"))).teacher == data::TrainingPlan::Teacher::Labels);
    }

    void aChoiceThatWouldDoNothingIsRefused_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QString>("says");
        const auto row = [](const char* arguments, const char* says) { QTest::newRow(arguments) << QString::fromLatin1(arguments).split(QLatin1Char(' ')) << QString::fromLatin1(says); };
        row("--data desk --teacher labels", "--what alignment");
        row("--data desk --what full --kl-weight 2", "--what dual");
        row("--data desk --what alignment --angle-gate 90", "--what dual");
        row("--data desk --rate-weight 1", "neurons that learn");
        row("--data desk --batch 1", "2");
        row("recipe.json --epochs 3", "--data"); // a recipe says its own
        row("recipe.json --no-augment", "--data");
    }

    void aChoiceThatWouldDoNothingIsRefused()
    {
        QFETCH(QStringList, arguments);
        QFETCH(QString, says);
        std::vector<std::string> words{"train"};
        for (const auto& argument : arguments)
            words.push_back(argument.toStdString());
        words.insert(words.end(), {"--out", in("refused")});
        test::Script script;
        const auto ran = run(words, script);
        QCOMPARE(ran.code, 2);
        QVERIFY2(ran.err.find(says.toStdString()) != std::string::npos, ran.err.c_str());
        QVERIFY(!fs::exists(in("refused")));
    }

    void theFolderOfARunGoesOnWhereItStood()
    {
        test::Script script;
        QCOMPARE(run({"train", "--data", in("desk"), "--out", in("again")}, script).code, 0);
        QCOMPARE(script.training.resume, false);
        QCOMPARE(run({"train", in("again")}, script).code, 0);
        QCOMPARE(script.training.recipeFile, in("again/recipe.json"));
        QCOMPARE(script.training.outFolder, in("again"));
        QCOMPARE(script.training.resume, true);
    }

    void aFolderThatHoldsARunIsNotBegunAnew()
    {
        test::Script script;
        QCOMPARE(run({"train", "--data", in("desk"), "--out", in("taken")}, script).code, 0);
        const auto before = contents(in("taken/recipe.json"));
        const auto ran = run({"train", "--what", "full", "--data", in("desk"), "--out", in("taken")}, script);
        QCOMPARE(ran.code, 2);
        QVERIFY(ran.err.find("spikeclip train " + in("taken")) != std::string::npos);
        QCOMPARE(contents(in("taken/recipe.json")), before);
    }

    void aForecastSaysWhatItWouldTakeAndLeavesNothing()
    {
        test::Script script;
        const auto ran = run({"train", "--data", in("desk"), "--forecast"}, script);
        QCOMPARE(ran.code, 0);
        for (const auto* part : {"32", "2.5 min", "122 MB", "500"})
            QVERIFY2(ran.out.find(part) != std::string::npos, part);
        QVERIFY(!fs::exists(script.training.recipeFile));
        QVERIFY(!fs::exists(fs::path(script.training.recipeFile).parent_path()));
    }

    void whatBecameOfThePicturesStandsAtTheEnd()
    {
        test::Script script;
        data::RunSummary summary{.name = "desk", .initialModel = "a", .model = "b", .labels = {"cup", "pen"}, .top1BeforePerStep = {0.25, 0.5}, .top1AfterPerStep = {0.5, 1}};
        summary.samples = {{.sample = "x.png", .label = 0, .before = 1, .after = 0}, {.sample = "y.png", .label = 1, .before = 1, .after = 1}};
        summary.broken = {{"z.png", "cut off"}};
        fs::create_directories(in("judged"));
        io::writeRunSummary(in("judged/summary.json"), summary);
        tests::write(in("recipe.json"), "{}");
        const auto ran = run({"train", in("recipe.json"), "--out", in("judged")}, script);
        QCOMPARE(ran.code, 0);
        for (const auto* part : {"2 pictures not learnt from", "50.0 %", "100.0 %", "left out: z.png: cut off"})
            QVERIFY2(ran.out.find(part) != std::string::npos, part);
    }

    void theFolderOfARunStandsForItsModel()
    {
        test::Script script;
        fs::create_directories(in("done"));
        tests::write(in("done/model.safetensors"), "x");
        run({"evaluate", "--model", in("done"), "--data", in("desk")}, script);
        QCOMPARE(script.loadedFile, in("done/model.safetensors"));
    }
};

QTEST_APPLESS_MAIN(TrainCliTest)
#include "train_cli_test.moc"
