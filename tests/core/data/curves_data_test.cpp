// What is counted of training runs before it is shown.

#include "core/data/class_results.h"
#include "core/data/network_health.h"
#include "core/data/training_curves.h"
#include "tests/training_logs.h"

#include <QtTest>

#include <cmath>
#include <limits>
#include <random>

using namespace spikeclip;
using data::CurveAxis;
using data::CurveSeries;

class CurvesDataTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void stagesStandOneBehindAnother()
    {
        const auto log = test::trainingLog(100);
        const data::RunTimeline batches(*log, CurveAxis::Batches);
        QCOMPARE(batches.stages().size(), std::size_t(2));
        QCOMPARE(batches.stages()[1].begin, 500.0);
        QCOMPARE(batches.end(), 1000.0);
        QCOMPARE(batches.of(log->points[100]), 505.0);
        const data::RunTimeline epochs(*log, CurveAxis::Epochs);
        QCOMPARE(epochs.end(), 20.0);
        const auto loss = data::curveOf(*log, epochs, CurveSeries::Loss);
        QCOMPARE(loss.size(), std::size_t(200));
        QVERIFY(std::ranges::is_sorted(loss.x));
        QCOMPARE(data::curveOf(*log, batches, CurveSeries::Alignment).size(), std::size_t(100));
        QCOMPARE(data::curveOf(*log, batches, CurveSeries::CrossEntropy).x.front(), 505.0);
    }

    void aStageThatRunsReachesAsFarAsItWill()
    {
        auto log = *test::trainingLog(100);
        log.points.resize(150);
        QCOMPARE(data::RunTimeline(log, CurveAxis::Batches).end(), 1000.0);
        QVERIFY(std::abs(data::RunTimeline(log, CurveAxis::Epochs).end() - 20) < 1e-9);
    }

    void whatIsDoneAgainReplacesWhatWasLost()
    {
        data::TrainingLog log;
        for (const int step : {1, 2, 3, 4, 3, 4, 5})
            log.points.push_back({.stage = "head", .step = step, .steps = 10, .epoch = step / 10.0, .loss = static_cast<double>(log.points.size())});
        const auto curve = data::curveOf(log, data::RunTimeline(log, CurveAxis::Batches), CurveSeries::Loss);
        QCOMPARE(curve.x, (std::vector<double>{1, 2, 3, 4, 5}));
        QCOMPARE(curve.y, (std::vector<double>{0, 1, 4, 5, 6}));
    }

    void whatIsNoNumberIsLeftOut()
    {
        data::TrainingLog log;
        const double nan = std::numeric_limits<double>::quiet_NaN();
        for (const double loss : {2.0, nan, 1.0, std::numeric_limits<double>::infinity()})
            log.points.push_back({.stage = "head", .step = std::int64_t(log.points.size()) + 1, .steps = 4, .epoch = nan, .loss = loss});
        const auto curve = data::curveOf(log, data::RunTimeline(log, CurveAxis::Batches), CurveSeries::Loss);
        QCOMPARE(curve.y, (std::vector<double>{2, 1}));
        QCOMPARE(data::curveOf(log, data::RunTimeline(log, CurveAxis::Epochs), CurveSeries::Loss).size(), std::size_t(0));
        QCOMPARE(data::curveOf({}, data::RunTimeline({}, CurveAxis::Batches), CurveSeries::Loss).size(), std::size_t(0));
    }

    void smoothingKeepsAConstantAndEndsAtTheMean()
    {
        data::Curve curve;
        for (int i = 0; i < 50; ++i)
            curve.add(i, 3);
        for (const double value : data::smoothed(curve, 10).y)
            QVERIFY(std::abs(value - 3) < 1e-12);
        data::Curve two;
        two.add(0, 1);
        two.add(1, 2);
        const auto smooth = data::smoothed(two, 3); // weights 1/2 and 1: (1/2 + 2) / (3/2)
        QVERIFY(std::abs(smooth.y[1] - 5.0 / 3) < 1e-12);
        QCOMPARE(data::smoothed(two, 0).y, two.y);
    }

    void decimationKeepsWhatStandsOut()
    {
        std::mt19937 generator(7);
        data::Curve curve;
        for (int i = 0; i < 100'000; ++i)
            curve.add(i, static_cast<double>(generator() % 1000));
        curve.y[54'321] = 1e6;
        curve.y[12'345] = -1e6;
        const auto few = data::decimated(curve, 0, 100'000, 300);
        QVERIFY(few.size() <= 4 * 302);
        QVERIFY(std::ranges::is_sorted(few.x));
        QVERIFY(std::ranges::find(few.y, 1e6) != few.y.end() && std::ranges::find(few.y, -1e6) != few.y.end());
        const auto part = data::decimated(curve, 1000.5, 1010.5, 300); // all of them, and one beyond each end
        QCOMPARE(part.x.front(), 1000.0);
        QCOMPARE(part.x.back(), 1011.0);
        QCOMPARE(part.size(), std::size_t(12));
        QCOMPARE(data::decimated({}, 0, 1, 100).size(), std::size_t(0));
        QCOMPARE(data::nearestTo(curve, 77.4), std::size_t(77));
        QCOMPARE(data::nearestTo(curve, 1e9), std::size_t(99'999));
    }

    void layersThatPassOnNothingAreNamed()
    {
        auto point = test::healthPoint(0.5);
        QVERIFY(data::verdictOn(point).isWell());
        point.layers[2].dead = 0.95;
        point.layers[4].rate = 0.0001;
        point.layers[7].saturated = 0.6;
        const auto verdict = data::verdictOn(point);
        QCOMPARE(verdict.silent, (std::vector<int>{2, 4}));
        QCOMPARE(verdict.saturated, std::vector<int>{7});
        QVERIFY(data::verdictOn({}).isWell());
    }

    void layersOverTimeAreAMatrix()
    {
        std::vector<data::HealthPoint> points{test::healthPoint(0), test::healthPoint(1)};
        points[0].layers.erase(points[0].layers.begin() + 1); // was not judged yet
        const auto matrix = data::healthMatrix(points, data::HealthMeasure::Dead);
        QCOMPARE(matrix.layers.size(), points[1].layers.size());
        QCOMPARE(matrix.values[0], static_cast<float>(points[0].layers[0].dead));
        QVERIFY(std::isnan(matrix.values[2]));
        QCOMPARE(matrix.values[4], static_cast<float>(points[0].layers[1].dead)); // found by name
        QVERIFY(data::healthMatrix({}, data::HealthMeasure::Rate).layers.empty());
    }

    void classesAreCounted()
    {
        data::RunSummary summary{.labels = {"cat", "dog", "owl"}};
        const auto add = [&](int label, int before, int after) { summary.samples.push_back({.label = label, .before = before, .after = after}); };
        add(0, 1, 0);
        add(0, 1, 0);
        add(0, 0, 1);
        add(1, 1, 0);
        add(1, -1, 1);
        const auto results = data::classResults(summary);
        QCOMPARE(results.size(), std::size_t(3));
        QCOMPARE(results[0].pictures, 3);
        QCOMPARE(*results[0].recallBefore, 1.0 / 3);
        QCOMPARE(*results[0].recallAfter, 2.0 / 3);
        QCOMPARE(*results[0].precisionAfter, 2.0 / 3);
        QCOMPARE(results[0].confusedWith, 1);
        QVERIFY(!results[2].recallAfter && !results[2].change() && results[2].confusedWith == -1);
        const auto largest = data::largestConfusions(data::confusion(summary, data::Moment::After), 5);
        QCOMPARE(largest.size(), std::size_t(2));
        QCOMPARE(largest[0].label, 1); // as often, but a larger share
        const auto pair = data::beforeAfter(summary);
        QCOMPARE(pair.judged, 4);
        QCOMPARE(pair.rightBefore, 2);
        QCOMPARE(pair.gained, 2);
        QCOMPARE(pair.lost, 2);
        QVERIFY(pair.mayBeChance());
        QVERIFY(!(data::BeforeAfter{.judged = 100, .rightBefore = 10, .rightAfter = 90, .gained = 82, .lost = 2}.mayBeChance()));
    }
};

QTEST_APPLESS_MAIN(CurvesDataTest)
#include "curves_data_test.moc"
