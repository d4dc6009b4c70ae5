#include "core/data/outcome.h"
#include "core/data/weight_specs.h"
#include "core/model.h"
#include "core/train/gradient_angle.h"
#include "core/train/losses.h"
#include "tests/core/io/expect_error.h"
#include "tests/core/train/toy_model.h"

#include <ATen/ATen.h>

#include <QtTest>

#include <algorithm>
#include <cmath>
#include <numeric>

using namespace spikeclip;
using namespace spikeclip::tests;
using nlohmann::json;
namespace fs = std::filesystem;

namespace {

at::Tensor doubles(const std::vector<double>& values)
{
    return at::tensor(values, at::kDouble);
}

bool near(double found, double expected, double tolerance = 1e-12)
{
    return std::abs(found - expected) < tolerance;
}

json stageOf(const char* name, double epochs, const json& more)
{
    auto stage = toyStage(name, epochs);
    stage.update(more);
    return stage;
}

/// Mean of the losses of the first points, and of the last.
std::pair<double, double> lossesAround(const data::TrainingLog& log, std::ptrdiff_t count)
{
    const auto mean = [&](auto first) { return std::accumulate(first, first + count, 0.0, [](double sum, const auto& point) { return sum + point.loss; }) / static_cast<double>(count); };
    return {mean(log.points.begin()), mean(log.points.end() - count)};
}

}

class StagesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aHeadMovesTheReadOutAloneAndLearns()
    {
        const auto run = told(request("head", {stageOf("head", 40, {{"learning_rate", 0.02}})}));
        for (const auto& key : changed(m_toy.model(), run.summary.checkpoint))
            QVERIFY2(key.starts_with("image.proj.") || key == "image.weights_tensor", key.c_str());
        QVERIFY(changed(m_toy.model(), run.summary.checkpoint).contains("image.proj.weight"));
        QVERIFY(changed(m_toy.model(), run.summary.checkpoint).contains("image.weights_tensor"));
        QVERIFY(readModel(run.summary.checkpoint, at::kCPU).config.logitScale != readModel(m_toy.model(), at::kCPU).config.logitScale);

        const auto log = run.log();
        QCOMPARE(log.points.size(), std::size_t(120)); // 27 pictures in batches of 8
        const auto [first, last] = lossesAround(log, 6);
        QVERIFY2(last < 0.7 * first, qPrintable(QStringLiteral("%1 -> %2").arg(first).arg(last)));
        QVERIFY(log.points.front().crossEntropy && log.points.front().trainTop1 && !log.points.front().divergence && !log.points.front().alignment);
        QVERIFY2(run.summary.metrics.at("head.top1") > 0.8, qPrintable(QString::number(run.summary.metrics.at("head.top1"))));
        QCOMPARE(log.validations.back().top1, run.summary.metrics.at("head.top1"));
        QVERIFY(log.validations.back().top1 >= log.validations.front().top1);
    }

    void aHeadWithoutAScaleToLearnKeepsIt()
    {
        auto recipe = further(m_toy.model(), {toyStage("head", 1)});
        recipe["learn_scale"] = false;
        const auto made = train::train(toyRequest(m_toy.path(), "fixed scale", recipe), {}, silent, {}).checkpoint;
        QVERIFY(near(readModel(made, at::kCPU).config.logitScale / readModel(m_toy.model(), at::kCPU).config.logitScale, 1, 1e-6)); // kept as a float's logarithm
    }

    void fullMovesTheSpikingEncoderAlone()
    {
        const auto run = told(request("full", {toyStage("full", 4)}));
        const auto moved = changed(m_toy.model(), run.summary.checkpoint);
        for (const auto& key : moved)
            QVERIFY2(key.starts_with("image."), key.c_str());
        for (const auto& spec : data::imageWeights(readModel(m_toy.model(), at::kCPU).config.image))
            if (spec.role == data::WeightRole::Weight || spec.role == data::WeightRole::NormWeight || spec.role == data::WeightRole::TimeWeights)
                QVERIFY2(moved.contains("image." + spec.key), spec.key.c_str());
        const auto point = run.log().points.back();
        QVERIFY(point.crossEntropy && !point.divergence && !point.alignment && !point.gradientAngle && !point.skipped);
    }

    void aPenaltyOnFiringMakesTheNetworkQuieter_data()
    {
        QTest::addColumn<QString>("stage");
        QTest::newRow("labels alone") << QString::fromStdString(toyStage("full", 12).dump());
        QTest::newRow("behind a gate") << QString::fromStdString(stageOf("dual", 12, {{"angle_gate", 180}}).dump());
    }

    void aPenaltyOnFiringMakesTheNetworkQuieter()
    {
        QFETCH(QString, stage);
        const std::string tag = QTest::currentDataTag();
        const auto rateAfter = [&](const std::string& name, double weight) {
            auto held = json::parse(stage.toStdString());
            held["rate_weight"] = weight;
            const auto log = told(request(tag + ", " + name, {held})).log();
            for (const auto& point : log.points) {
                if (point.firingRate.has_value() != (weight > 0))
                    return -1.0;
                if (point.firingRate && !near(point.loss, *point.crossEntropy + point.divergence.value_or(0) + weight * *point.firingRate, 1e-5))
                    return -2.0;
            }
            return log.healths.back().rate;
        };
        const auto free = rateAfter("free", 0), held = rateAfter("held", 50);
        QVERIFY2(free > 0 && held > 0 && held < 0.8 * free, qPrintable(QStringLiteral("%1 -> %2").arg(free).arg(held)));
    }

    void everyPrefixOfTheStepsCountsByItsWeight()
    {
        const auto first = [&](const char* name, const json& weights) {
            auto stage = stageOf("dual", 1, {{"steps", 2}, {"align_weight", 1}});
            if (!weights.empty())
                stage["prefix_weights"] = weights;
            return told(request(name, {stage})).log().points.front(); // of the first batch, before anything is learnt
        };
        const auto usual = first("all alike", {}), one = first("one step", {1, 0}), two = first("two steps", {0, 3}), mixed = first("mixed", {1, 3}), even = first("even", {2, 2});
        for (const auto loss : {&data::TrainingPoint::crossEntropy, &data::TrainingPoint::divergence, &data::TrainingPoint::alignment}) {
            const auto of = [&](const data::TrainingPoint& point) { return (point.*loss).value(); };
            const auto apart = std::abs(of(one) - of(two));
            QVERIFY(apart > 0);
            QVERIFY2(near(of(mixed), (of(one) + 3 * of(two)) / 4, 0.05 * apart), qPrintable(QStringLiteral("%1, %2, mixed %3").arg(of(one)).arg(of(two)).arg(of(mixed))));
            QVERIFY2(near(of(even), of(usual), 0.05 * apart), qPrintable(QStringLiteral("%1, %2").arg(of(even)).arg(of(usual))));
        }
    }

    void alignmentTowardsLabelsNeedsNoTwin()
    {
        auto model = readModel(m_toy.model(), at::kCPU);
        model.twin.reset();
        const auto alone = (m_toy.path() / "without twin.safetensors").string();
        writeModel(alone, model);
        const auto stages = [](const char* target) { return json::array({stageOf("align-image", 4, {{"target", target}})}); };
        EXPECT_ERROR(PartMissing, train::train(toyRequest(m_toy.path(), "no teacher", further(alone, stages("twin"))), {}, silent, {}), "align-image");

        const auto run = told(toyRequest(m_toy.path(), "towards labels", further(alone, stages("labels"))));
        for (const auto& key : changed(alone, run.summary.checkpoint))
            QVERIFY2(key.starts_with("image."), key.c_str());
        QVERIFY(near(readModel(run.summary.checkpoint, at::kCPU).config.logitScale / model.config.logitScale, 1, 1e-6)); // no cross-entropy, so nothing moves it
        const auto log = run.log();
        for (const auto& point : log.points)
            QVERIFY(point.alignment && near(*point.alignment, point.loss) && !point.crossEntropy && !point.divergence && point.trainTop1);
        const auto [first, last] = lossesAround(log, 3);
        QVERIFY(last < first);
        QCOMPARE(log.healths.back().twinPj, 0.0);
    }

    void aGateOfAlmostNothingLeavesEveryStepOut()
    {
        const auto run = told(request("gate shut", {stageOf("dual", 2, {{"angle_gate", 0.01}, {"label_smoothing", 0.3}})}));
        const auto log = run.log();
        QCOMPARE(log.points.size(), std::size_t(6));
        for (const auto& point : log.points) {
            QVERIFY2(*point.gradientAngle > 0 && *point.gradientAngle <= 180, qPrintable(QString::number(*point.gradientAngle)));
            QCOMPARE(point.skipped.value(), 1.0);
            QCOMPARE(point.gradientNorm, 0.0);
            QVERIFY(point.crossEntropy && point.divergence && near(point.loss, *point.crossEntropy + *point.divergence, 1e-6));
        }
        const auto config = readModel(m_toy.model(), at::kCPU).config.image;
        const auto moved = changed(m_toy.model(), run.summary.checkpoint);
        for (const auto& spec : data::imageWeights(config)) // running statistics have seen the batches all the same
            QVERIFY2(!spec.learns() || !moved.contains("image." + spec.key), spec.key.c_str());
        QVERIFY(std::ranges::all_of(moved, [](const std::string& key) { return key.starts_with("image."); }));
    }

    void aGateOf180DegreesFollowsCrossEntropyAlone()
    {
        const auto gated = told(request("gate open", {stageOf("dual", 2, {{"angle_gate", 180}})}));
        for (const auto& point : gated.log().points)
            QCOMPARE(point.skipped.value(), 0.0);
        const auto plain = told(request("cross-entropy", {toyStage("full", 2)}));
        QCOMPARE(changed(plain.summary.checkpoint, gated.summary.checkpoint), std::set<std::string>());
        const auto both = told(request("both", {toyStage("dual", 2)}));
        QVERIFY(!changed(plain.summary.checkpoint, both.summary.checkpoint).empty());
        const auto points = both.log().points;
        QVERIFY(points.front().gradientAngle && points.front().skipped.value() == 0); // told without a gate, too, but costly
        QCOMPARE(std::ranges::count_if(points, [](const auto& point) { return point.gradientAngle.has_value(); }), 1);
    }

    void aStoppedRunOfEveryKindEndsWhereAnUninterruptedOneDoes_data()
    {
        QTest::addColumn<QString>("stages");
        const auto row = [](const char* name, const json& stage) { QTest::newRow(name) << QString::fromStdString(json::array({stage}).dump()); };
        row("head", toyStage("head", 4));
        row("full", toyStage("full", 4));
        row("align-image", stageOf("align-image", 4, {{"target", "labels"}}));
        row("dual", toyStage("dual", 4));
    }

    void aStoppedRunOfEveryKindEndsWhereAnUninterruptedOneDoes()
    {
        QFETCH(QString, stages);
        const auto recipe = further(m_toy.model(), json::parse(stages.toStdString()));
        const std::string name = QTest::currentDataTag();
        const auto whole = bytesOf(train::train(toyRequest(m_toy.path(), name + " whole", recipe), {}, silent, {}).checkpoint);
        for (const int batches : {1, 7, 11}) {
            auto request = toyRequest(m_toy.path(), name + " stopped " + std::to_string(batches), recipe);
            QVERIFY(isStoppedAfter(batches, request));
            request.resume = true;
            QVERIFY2(bytesOf(train::train(request, {}, silent, {}).checkpoint) == whole, std::to_string(batches).c_str());
        }
    }

    void aStoppedRunWithAGateEndsWhereAnUninterruptedOneDoes()
    {
        // A gate between the angles that the run with an open one has met leaves some of the steps out.
        std::vector<double> angles;
        for (const auto& point : told(request("angles", {stageOf("dual", 4, {{"angle_gate", 180}})})).log().points)
            angles.push_back(point.gradientAngle.value());
        std::ranges::sort(angles);
        const auto recipe = further(m_toy.model(), {stageOf("dual", 4, {{"angle_gate", angles[angles.size() / 2]}})});
        const auto run = told(toyRequest(m_toy.path(), "gated whole", recipe));
        const auto log = run.log();
        const auto skipped = std::ranges::count_if(log.points.begin(), log.points.begin() + 7, [](const auto& point) { return *point.skipped == 1; });
        QVERIFY2(skipped > 0 && skipped < 7, qPrintable(QStringLiteral("%1, angles %2 to %3").arg(skipped).arg(angles.front()).arg(angles.back())));
        for (const int batches : {7, 11}) {
            auto request = toyRequest(m_toy.path(), "gated stopped " + std::to_string(batches), recipe);
            QVERIFY(isStoppedAfter(batches, request));
            request.resume = true;
            QVERIFY2(bytesOf(train::train(request, {}, silent, {}).checkpoint) == bytesOf(run.summary.checkpoint), std::to_string(batches).c_str());
        }
    }

    void anAngleIsThatOfTheGradients()
    {
        const auto x = doubles({1, 2}).requires_grad_(true), unused = doubles({3}).requires_grad_(true);
        const std::vector<train::AdamW::Parameter> parameters = {{"x", x, true}, {"unused", unused, true}};
        const auto along = [&](double a, double b) { return (x * doubles({a, b})).sum(); };
        const auto angle = [&](const at::Tensor& a, const at::Tensor& b) { return train::gradientAngle(a, b, parameters); };
        QVERIFY(near(angle(along(1, 0), along(2, 0)), 0, 1e-5));
        QVERIFY(near(angle(along(1, 0), along(0, 3)), 90));
        QVERIFY(near(angle(along(1, 1), along(-1, -1)), 180, 1e-5));
        QVERIFY(near(angle(along(1, 0), along(1, 1)), 45, 1e-5));
        QVERIFY(near(angle(along(0, 0), along(1, 1)), 90)); // no gradient has no direction
        QVERIFY(near(angle(along(1e-20, 0), along(1e-20, 1e-20)), 45, 1e-5)); // however short
        QVERIFY(!x.grad().defined());

        // Over several processes the sums count, not the shares: here another one has twice the opposite of the second.
        int calls = 0;
        const auto sum = [&](at::Tensor& all) {
            QCOMPARE(all.numel(), std::int64_t(3));
            all = ++calls == 2 ? -all : all;
        };
        QVERIFY(near(train::gradientAngle(along(1, 0), along(1, 0), parameters, sum), 180, 1e-5));
        QCOMPARE(calls, 2);
    }

    void smoothingGoesToSimilarLabels()
    {
        const auto vectors = doubles({1, 0, 0.6, 0.8, 0, 1}).view({3, 2});
        const auto similar = train::similarLabels(vectors, 5);
        QVERIFY((similar.sum(1) - 1).abs().max().item<double>() < 1e-12);
        QCOMPARE(similar.diagonal().abs().max().item<double>(), 0.0);
        QVERIFY(near(similar[0][1].item<double>(), std::exp(5 * 0.6) / (std::exp(5 * 0.6) + 1))); // cosines 0.6 and 0
        QVERIFY(similar[0][1].item<double>() > similar[0][2].item<double>());
        QVERIFY(similar[2][1].item<double>() > similar[2][0].item<double>());
        QVERIFY((train::similarLabels(vectors, 0).sum(0) - 1).abs().max().item<double>() < 1e-12); // no sharpness: all others alike

        // Probabilities 1/6, 2/6, 3/6; the label's smoothing goes to the others as its row says.
        const auto logits = doubles({0, std::log(2), std::log(3)}).view({1, 3});
        const auto rows = doubles({0, 0.75, 0.25, 0.5, 0, 0.5, 1, 0, 0}).view({3, 3});
        const auto expected = -0.8 * std::log(1. / 6) - 0.2 * (0.75 * std::log(2. / 6) + 0.25 * std::log(3. / 6));
        QVERIFY(near(train::crossEntropy(logits, at::tensor({0}, at::kLong), 0.2, rows).item<double>(), expected));
        const auto steps = at::stack({logits, logits.flip(1)}); // [T, B, C]: probabilities 3/6, 2/6, 1/6 at the second step
        const auto second = -0.8 * std::log(3. / 6) - 0.2 * (0.75 * std::log(2. / 6) + 0.25 * std::log(1. / 6));
        QVERIFY(near(train::crossEntropy(steps, at::tensor({0}, at::kLong), 0.2, rows).item<double>(), (expected + second) / 2));
        QVERIFY(near(train::crossEntropy(logits, at::tensor({0}, at::kLong), 0, rows).item<double>(), std::log(6)));
    }

    void recognisedIsTheShareOfRowsWhoseLabelLeads()
    {
        const auto scores = doubles({1, 2, 3, 4, 0, 0, 0, 5, 1, 9, 8, 7}).view({4, 3}).requires_grad_(true);
        const auto found = train::recognised(scores, at::tensor({2, 0, 2, 0}, at::kLong));
        QCOMPARE(found.item<double>(), 0.75);
        QVERIFY(!found.requires_grad());
    }

    void smoothingTowardsSimilarLabelsLearnsInEveryStage()
    {
        for (const auto* name : {"head", "full"}) {
            const json more = {{"label_smoothing", 0.1}, {"label_similarity", 5}, {"zoom", 0.2}, {"colour", 0.2}, {"erase", 0.5}};
            const auto smoothed = told(request(std::string(name) + " smoothed", {stageOf(name, 2, more)}));
            for (const auto& point : smoothed.log().points)
                QVERIFY(std::isfinite(point.loss) && point.loss > 0);
        }
    }

private:
    TrainingRequest request(const std::string& name, const json& stages) const { return toyRequest(m_toy.path(), name, further(m_toy.model(), stages)); }

    ToyFolder m_toy;
};

QTEST_APPLESS_MAIN(StagesTest)

#include "stages_test.moc"
