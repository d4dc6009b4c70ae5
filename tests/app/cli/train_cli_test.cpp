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
