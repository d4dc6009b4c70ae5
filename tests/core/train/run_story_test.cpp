#include "core/data/outcome.h"
#include "core/io/recipe_text.h"
#include "core/io/run_files.h"
#include "core/io/sample_source.h"
#include "core/make_engine.h"
#include "core/model.h"
#include "core/train/judgement.h"
#include "core/train/meter.h"
#include "core/train/recipe.h"
#include "core/train/run_state.h"
#include "tests/core/io/expect_error.h"
#include "tests/core/train/toy_model.h"

#include <ATen/ATen.h>

#include <QtTest>

#include <algorithm>
#include <cmath>
#include <numeric>
#include <sstream>

using namespace spikeclip;
using namespace spikeclip::tests;
using nlohmann::json;
using Kind = data::TrainingNote::Kind;
namespace fs = std::filesystem;

namespace {

template <typename Event>
std::vector<std::string> linesOf(const std::vector<Event>& events)
{
    std::vector<std::string> lines;
    for (const auto& event : events)
        lines.push_back(io::toLine(event));
    return lines;
}

std::vector<std::string> linesIn(const fs::path& file)
{
    std::istringstream text(bytesOf(file));
    std::vector<std::string> lines;
    for (std::string line; std::getline(text, line);)
        lines.push_back(line);
    return lines;
}

std::vector<Kind> kindsOf(const data::TrainingLog& log)
{
    std::vector<Kind> kinds;
    for (const auto& note : log.notes)
        kinds.push_back(note.kind);
    return kinds;
}

data::TrainingLog logOf(const std::vector<data::TrainingEvent>& events)
{
    return Told{.summary = {}, .events = events}.log();
}

bool isShare(double value)
{
    return value >= 0 && value <= 1;
}

}

class RunStoryTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aPlanBecomesARunWhoseSummaryIsTrue_data()
    {
        using What = data::TrainingPlan::What;
        QTest::addColumn<int>("what");
        QTest::newRow("head") << static_cast<int>(What::Head);
        QTest::newRow("full") << static_cast<int>(What::Full);
        QTest::newRow("alignment") << static_cast<int>(What::Alignment);
        QTest::newRow("dual") << static_cast<int>(What::Dual);
    }

    void aPlanBecomesARunWhoseSummaryIsTrue()
    {
        QFETCH(int, what);
        auto plan = data::usualPlan(static_cast<data::TrainingPlan::What>(what));
        plan.name = "mine";
        plan.initialModel = m_toy.model();
        plan.dataPath = (m_toy.path() / "toy").string();
        plan.labelFile = (m_toy.path() / "typed.txt").string();
        plan.validationShare = 0.25;
        plan.epochs = 3;
        plan.batch = 8;
        write(plan.labelFile, "red\tthe red\n");
        const auto folder = m_toy.path() / "plans" / QTest::currentDataTag();
        const auto recipe = folder.string() + ".json";
        write(recipe, io::recipeText(plan));
        const auto read = train::readRecipe(recipe);
        QCOMPARE(read.stages.front().name(), std::string(what == 0 ? "head" : what == 1 ? "full" : what == 2 ? "align-image" : "dual"));
        QCOMPARE(read.stages.front().batch, 8);

        const auto run = told({.recipeFile = recipe, .outFolder = folder.string(), .dataRoot = {}});
        const auto summary = io::readRunSummary((folder / "summary.json").string());
        QCOMPARE(summary.name, std::string("mine"));
        QCOMPARE(summary.model, run.summary.checkpoint);
        QCOMPARE(summary.hash, readModel(summary.model, at::kCPU).hash);
        QCOMPARE(summary.initialModel, m_toy.model());
        QCOMPARE(summary.initialHash, readModel(m_toy.model(), at::kCPU).hash);
        QCOMPARE(summary.labels, (std::vector<std::string>{"blue", "green", "the red"}));
        QCOMPARE(summary.samples.size(), std::size_t(9)); // three of twelve, of three classes
        QVERIFY(summary.broken.empty());
        QVERIFY(summary.seconds > 0);

        const auto aside = m_toy.path() / "aside" / QTest::currentDataTag();
        for (const auto& sample : summary.samples) {
            QVERIFY(io::readSample(sample.sample) != nullptr);
            const auto& label = summary.labels[static_cast<std::size_t>(sample.label)];
            QVERIFY(label.ends_with(fs::path(sample.sample).parent_path().filename().string()));
            fs::create_directories(aside / label);
            fs::copy_file(sample.sample, aside / label / fs::path(sample.sample).filename());
            for (const auto confidence : {sample.confidenceBefore, sample.confidenceAfter})
                QVERIFY(confidence > 1. / 3 && confidence <= 1);
        }
        compareWithEvaluation(aside, summary.initialModel, summary.top1BeforePerStep, summary.rateBefore, summary.energyBeforePj);
        compareWithEvaluation(aside, summary.model, summary.top1AfterPerStep, summary.rateAfter, summary.energyAfterPj);
        for (const auto& [moment, top1] : {std::pair{data::Moment::Before, summary.top1BeforePerStep.back()}, {data::Moment::After, summary.top1AfterPerStep.back()}}) {
            const auto matrix = data::confusion(summary, moment);
            for (int label = 0; label < 3; ++label)
                QCOMPARE(matrix.ofLabel(label), std::int64_t(3));
            QVERIFY(std::abs(matrix.top1() - top1) < 1e-12);
        }
        QCOMPARE(run.summary.metrics.at(read.stages.front().name() + ".top1"), summary.top1AfterPerStep.back());
        QVERIFY(run.log().points.back().epoch == 3);
    }

    void whoWatchesHearsWhatTheLogRemembers()
    {
        auto stages = json::array({toyStage("head", 2), toyStage("full", 2)});
        auto request = toyRequest(m_toy.path(), "watched", further(m_toy.model(), stages));
        std::vector<data::TrainingEvent> events;
        request.watch = [&](const data::TrainingEvent& event) { events.push_back(event); };
        std::stop_source source;
        const auto progress = countingBatches([&](int done) {
            if (done == 8)
                source.request_stop();
        });
        QVERIFY_THROWS_EXCEPTION(Stopped, train::train(request, {}, progress, source.get_token()));
        request.resume = true;
        train::train(request, {}, silent, {});

        const auto file = fs::path(request.outFolder) / "log.jsonl";
        QCOMPARE(linesIn(file), linesOf(events));
        const auto heard = logOf(events), read = io::readTrainingLog(file.string());
        QCOMPARE(linesOf(read.points), linesOf(heard.points));
        QCOMPARE(linesOf(read.validations), linesOf(heard.validations));
        QCOMPARE(linesOf(read.healths), linesOf(heard.healths));
        QCOMPARE(linesOf(read.notes), linesOf(heard.notes));
        QCOMPARE(kindsOf(heard), (std::vector<Kind>{Kind::Started, Kind::StageBegan, Kind::Checkpoint, Kind::StageBegan, Kind::Stopped, Kind::Resumed, Kind::Checkpoint,
                                                    Kind::Finished}));
        const auto place = [&](std::size_t note) { return std::tuple(heard.notes[note].stage, heard.notes[note].stageIndex, heard.notes[note].step); };
        QCOMPARE(place(1), std::tuple(std::string("head"), 0, std::int64_t(0)));
        QCOMPARE(place(2), std::tuple(std::string("head"), 0, std::int64_t(6)));
        QCOMPARE(place(3), std::tuple(std::string("full"), 1, std::int64_t(0)));
        QCOMPARE(place(4), std::tuple(std::string("full"), 1, std::int64_t(2)));
        QCOMPARE(place(5), place(4));
        QCOMPARE(place(6), std::tuple(std::string("full"), 1, std::int64_t(6)));
        QCOMPARE(heard.notes.back().stageIndex, 2); // of the run as a whole

        QCOMPARE(heard.points.size(), std::size_t(12));
        for (std::size_t i = 0; i < heard.points.size(); ++i) {
            const auto& point = heard.points[i];
            QCOMPARE(point.step, static_cast<std::int64_t>(i % 6 + 1));
            QCOMPARE(point.steps, std::int64_t(6));
            QVERIFY(point.learningRate > 0 && point.gradientNorm > 0 && point.imagesPerSecond > 0 && point.secondsLeft >= 0 && isShare(*point.trainTop1));
        }
        QCOMPARE(heard.points.back().secondsLeft, 0.0);
    }

    void aRunStoppedWhileItJudgesLosesNothing()
    {
        const auto recipe = further(m_toy.model(), {toyStage("full", 3)});
        const auto whole = told(toyRequest(m_toy.path(), "judged", recipe));
        for (const int step : {2, 9}) { // within, and at the end
            auto request = toyRequest(m_toy.path(), "stopped judging " + std::to_string(step), recipe);
            std::vector<data::TrainingEvent> events;
            std::stop_source source;
            request.watch = [&](const data::TrainingEvent& event) {
                events.push_back(event);
                if (const auto* point = std::get_if<data::TrainingPoint>(&event); point && point->step == step)
                    source.request_stop(); // a point is told before its judgement, where there is one: here after every batch
            };
            QVERIFY_THROWS_EXCEPTION(Stopped, train::train(request, {}, silent, source.get_token()));
            QCOMPARE(logOf(events).notes.back().kind, Kind::Stopped);
            QCOMPARE(logOf(events).notes.back().step, std::int64_t(step));
            QVERIFY(train::readRunState(request.outFolder + "/state.safetensors").seconds > 0);
            source = std::stop_source();
            request.resume = true;
            const auto resumed = train::train(request, {}, silent, {});
            QVERIFY(bytesOf(resumed.checkpoint) == bytesOf(whole.summary.checkpoint));
            QVERIFY(resumed.metrics == whole.summary.metrics);
            const auto log = io::readTrainingLog(request.outFolder + "/log.jsonl");
            QCOMPARE(linesOf(log.validations), linesOf(whole.log().validations));
            QCOMPARE(linesOf(log.healths), linesOf(whole.log().healths));
        }
    }

    void aLogThatWasCutOffGoesOnWithALineOfItsOwn()
    {
        auto request = toyRequest(m_toy.path(), "cut off", further(m_toy.model(), {toyStage("head", 3)}));
        QVERIFY(isStoppedAfter(4, request));
        const auto file = fs::path(request.outFolder) / "log.jsonl";
        fs::resize_file(file, fs::file_size(file) - 10); // as a process leaves it that is killed while it writes
        request.resume = true;
        train::train(request, {}, silent, {});
        const auto log = io::readTrainingLog(file.string());
        QCOMPARE(kindsOf(log), (std::vector<Kind>{Kind::Started, Kind::StageBegan, Kind::Resumed, Kind::Checkpoint, Kind::Finished}));
        QCOMPARE(log.points.size(), std::size_t(9));
    }

    void theHealthOfANetworkIsSharesAndPicojoules()
    {
        for (const auto& point : told(toyRequest(m_toy.path(), "health", further(m_toy.model(), {toyStage("full", 1)}))).log().healths) {
            QCOMPARE(point.stage, std::string("full"));
            QCOMPARE(point.pictures, 9);
            QVERIFY(point.rate > 0 && isShare(point.rate) && point.energyPj > 0 && point.twinPj > 0);
            QVERIFY(!point.layers.empty());
            for (const auto& layer : point.layers)
                QVERIFY2(isShare(layer.rate) && isShare(layer.dead) && isShare(layer.saturated) && layer.dead + layer.saturated <= 1, layer.name.c_str());
        }
        // The same pictures all at once and, by hand, one after another.
        auto model = readModel(m_toy.model(), at::kCPU);
        train::PictureSet set{at::randint(0, 256, {5, 3, toySide, toySide}, at::kByte), at::zeros({5}, at::kLong)};
        const std::vector<std::int64_t> all = {0, 1, 2, 3, 4};
        const auto together = train::health(model, set, all, 0, nn::Path::Fused);
        double rate = 0, energy = 0;
        for (const auto one : all) {
            const auto alone = train::health(model, set, std::vector<std::int64_t>{one}, 0, nn::Path::Fused);
            rate += alone.rate / 5;
            energy += alone.energyPj / 5;
            for (std::size_t i = 0; i < alone.layers.size(); ++i)
                QVERIFY(together.layers[i].dead <= alone.layers[i].dead); // who fires for one picture is not dead
        }
        QVERIFY(std::abs(together.rate - rate) < 1e-12 && std::abs(together.energyPj / energy - 1) < 1e-12);

        const auto weights = model.image->weights();
        model.config.image.lif.threshold = 1e9;
        model.image.emplace(model.config.image, weights);
        const auto dead = train::health(model, set, all, 0, nn::Path::Fused);
        QCOMPARE(dead.rate, 0.0);
        for (const auto& layer : dead.layers) {
            QCOMPARE(layer.dead, 1.0);
            QCOMPARE(layer.saturated, 0.0);
        }
        QVERIFY(dead.energyPj < together.energyPj);
        model.config.image.lif.threshold = -1e9;
        model.image.emplace(model.config.image, weights);
        const auto restless = train::health(model, set, all, 0, nn::Path::Fused);
        QCOMPARE(restless.rate, 1.0);
        QCOMPARE(restless.layers.front().saturated, 1.0);
        QCOMPARE(train::health(model, set, {}, 0, nn::Path::Fused).pictures, 0);
    }

    void aLossThatExplodesEndsWithTheLastGoodModel()
    {
        // A weight decay of 10 turns the read-out round in every batch as soon as the rate has risen to a fifth. The scale could make up for it.
        auto stage = toyStage("head", 40);
        stage.update({{"learning_rate", 1}, {"final_learning_rate", 1}, {"weight_decay", 10}, {"warm_up", 1}});
        auto recipe = further(m_toy.model(), {stage});
        recipe["learn_scale"] = false;
        recipe["checkpoint_minutes"] = 0;
        auto request = toyRequest(m_toy.path(), "exploded", recipe);
        std::vector<data::TrainingEvent> events;
        request.watch = [&](const data::TrainingEvent& event) { events.push_back(event); };
        EXPECT_ERROR(Diverged, train::train(request, {}, silent, {}), "head, batch ", "has grown to");
        const auto log = logOf(events);
        for (const auto& point : log.points)
            QVERIFY(std::isfinite(point.loss));
        QCOMPARE(log.notes.back().kind, Kind::RolledBack);
        QVERIFY(!log.notes.back().detail.empty());
        QVERIFY(std::ranges::count(kindsOf(log), Kind::Checkpoint) > 0);
        QCOMPARE(linesIn(fs::path(request.outFolder) / "log.jsonl"), linesOf(events));

        const auto good = train::readRunState(request.outFolder + "/state.safetensors");
        QCOMPARE(log.notes.back().step, good.step);
        QVERIFY(good.step > 0 && good.step < log.points.back().step);
        const auto left = readModel(request.outFolder + "/model.safetensors", at::kCPU);
        for (const auto& [key, tensor] : left.image->weights().tensors())
            QVERIFY2(tensor.equal(good.tensors.at("image." + key)), key.c_str());
        QVERIFY(std::abs(std::log(left.config.logitScale) - good.tensors.at("scale").item<double>()) < 1e-6);
    }

    void theWatchdogBarksAtGrowthAlone()
    {
        const auto explodes = [](auto lossAt, int batches) {
            train::Watchdog dog;
            for (int i = 0; i < batches; ++i)
                if (dog.explodes(lossAt(i)))
                    return i;
            return -1;
        };
        QCOMPARE(explodes([](int) { return 5.0; }, 1000), -1);
        QCOMPARE(explodes([](int i) { return 8.0 / (1 + i); }, 1000), -1);
        QCOMPARE(explodes([](int i) { return i % 2 ? 0.1 : 2.0; }, 1000), -1); // noise
        QCOMPARE(explodes([](int i) { return i < 500 ? 0.001 : 0.01; }, 1000), -1); // ten times nothing is nothing
        const auto grown = explodes([](int i) { return i < 100 ? 1.0 : 50.0; }, 1000);
        QVERIFY(grown >= 100 && grown < 105);
        QCOMPARE(explodes([](int i) { return 1000.0 * i; }, 1000), 20); // whatever happens in the first twenty
        train::Watchdog dog;
        for (int i = 0; i < 50; ++i)
            QVERIFY(!dog.explodes(1) && dog.isCalm());
        QVERIFY(!dog.explodes(20) && !dog.isCalm()); // not worth keeping, not yet worth ending
        for (int i = 0; i < 50; ++i)
            QVERIFY(!dog.explodes(1));
        QVERIFY(dog.isCalm());
    }

    void theMeterAveragesWhatCameSinceTheLastPoint()
    {
        train::Meter meter({.stage = "dual", .stageIndex = 3, .steps = 4000}, 40, 8, 0);
        QVERIFY(meter.isDue(10) && meter.isDue(4000)); // 400 points a stage
        meter.add({.loss = 1, .crossEntropy = 2, .top1 = 0.5, .gradientAngle = 30});
        meter.add({.loss = 3, .crossEntropy = 4, .top1 = 1, .gradientAngle = 60, .skipped = true});
        const auto point = meter.take(10, 0.1, 0.2, 0);
        QCOMPARE(point.stage, std::string("dual"));
        QCOMPARE(point.stageIndex, 3);
        QCOMPARE(point.epoch, 0.25);
        QCOMPARE(point.loss, 2.0);
        QCOMPARE(point.crossEntropy.value(), 3.0);
        QVERIFY(!point.divergence && !point.alignment);
        QCOMPARE(point.trainTop1.value(), 0.75);
        QCOMPARE(point.gradientAngle.value(), 45.0);
        QCOMPARE(point.skipped.value(), 0.5);
        QCOMPARE(point.learningRate, 0.1);
        QCOMPARE(point.gradientNorm, 0.2);
        meter.add({.loss = 7});
        const auto next = meter.take(20, 0, 0, 0);
        QCOMPARE(next.loss, 7.0);
        QVERIFY(!next.crossEntropy && !next.gradientAngle && !next.skipped);
        const auto end = meter.take(4000, 0, 0, 0);
        QCOMPARE(end.secondsLeft, 0.0);
        QVERIFY(meter.take(3990, 0, 0, 100).secondsLeft > 0);
    }

private:
    void compareWithEvaluation(const fs::path& folder, const std::string& model, const std::vector<double>& top1PerStep, double rate, double energyPj) const
    {
        const auto engine = makeEngine();
        take(engine->load(model, {.threads = 1}));
        const auto report = take(engine->evaluate({.data = {folder.string()}}, silent, {}));
        QCOMPARE(report.count, std::int64_t(9));
        QCOMPARE(report.top1PerStep.size(), top1PerStep.size());
        for (std::size_t t = 0; t < top1PerStep.size(); ++t)
            QVERIFY(std::abs(report.top1PerStep[t] - top1PerStep[t]) < 1e-12);
        QVERIFY2(std::abs(report.firingRate - rate) < 1e-9, qPrintable(QStringLiteral("%1 and %2").arg(report.firingRate).arg(rate)));
        QVERIFY2(std::abs(report.energy.snnPj.back() / energyPj - 1) < 1e-9, qPrintable(QStringLiteral("%1 and %2").arg(report.energy.snnPj.back()).arg(energyPj)));
    }

    ToyFolder m_toy;
};

QTEST_APPLESS_MAIN(RunStoryTest)

#include "run_story_test.moc"
