// How often neurons fire, for one picture and over a session: against counting one neuron after another.

#include "core/data/layer_statistics.h"
#include "core/data/outcome.h"
#include "core/data/running_activity.h"
#include "tests/spikes.h"

#include <QtTest>

#include <set>

using namespace spikeclip;

namespace {

data::LayerActivity layerOf(const std::string& name, data::SpikeShape shape, double rate, unsigned seed,
                            data::Recording recording = data::Recording::Full)
{
    return data::activityOf(name, *test::chanceRecord(shape, rate, seed), 0, recording);
}

constexpr data::SpikeShape shapeA{.steps = 4, .batch = 1, .height = 2, .width = 3, .channels = 70};
constexpr data::SpikeShape shapeB{.steps = 4, .batch = 1, .height = 1, .width = 1, .channels = 64};

std::vector<data::LayerActivity> twoLayers(unsigned seed, data::Recording recording = data::Recording::Full)
{
    return {layerOf("a", shapeA, 0.1, seed, recording), layerOf("b", shapeB, 0.02, seed + 1000, recording)};
}

}

class StatisticsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aHistogramAgreesWithCountingEachNeuron_data()
    {
        QTest::addColumn<int>("steps");
        QTest::addColumn<int>("channels");
        QTest::addColumn<double>("rate");
        QTest::newRow("usual") << 4 << 70 << 0.2;
        QTest::newRow("whole words") << 4 << 128 << 0.5;
        QTest::newRow("one step") << 1 << 3 << 0.5;
        QTest::newRow("many steps") << 70 << 65 << 0.6;
        QTest::newRow("silent") << 5 << 33 << 0.0;
        QTest::newRow("always") << 8 << 33 << 1.0;
    }

    void aHistogramAgreesWithCountingEachNeuron()
    {
        QFETCH(int, steps);
        QFETCH(int, channels);
        QFETCH(double, rate);
        const auto record = test::chanceRecord({.steps = steps, .batch = 2, .height = 3, .width = 5, .channels = channels}, rate);
        for (int shown = 1; shown <= steps; ++shown) {
            std::vector<std::int64_t> bins(static_cast<std::size_t>(shown) + 1);
            std::int64_t spikes = 0;
            std::int64_t saturated = 0;
            for (std::int64_t neuron = 0; neuron < record->shape().neurons(); ++neuron) {
                int fired = 0;
                for (int step = 0; step < shown; ++step)
                    fired += record->fired(step, 0, neuron);
                ++bins[static_cast<std::size_t>(fired)];
                spikes += fired;
                saturated += fired > shown / 2.0;
            }
            const auto statistics = data::statisticsOf(*record, shown);
            QCOMPARE(statistics.steps, shown);
            QCOMPARE(statistics.neurons, bins);
            QCOMPARE(statistics.dead(), bins.front());
            QCOMPARE(statistics.saturated(), saturated);
            QCOMPARE(statistics.spikes(), spikes);
            QCOMPARE(statistics.all(), record->shape().neurons());
            QCOMPARE(statistics.firingRate(), double(spikes) / (double(record->shape().neurons()) * shown));
        }
    }

    void halfOfTheStepsIsNotYetSaturated()
    {
        const data::LayerStatistics four{.steps = 4, .neurons = {1, 10, 100, 1000, 10000}};
        QCOMPARE(four.saturated(), std::int64_t{11000});
        const data::LayerStatistics three{.steps = 3, .neurons = {1, 10, 100, 1000}};
        QCOMPARE(three.saturated(), std::int64_t{1100});
        const data::LayerStatistics none;
        QCOMPARE(none.dead() + none.saturated() + none.all() + none.spikes(), std::int64_t{0});
        QCOMPARE(none.firingRate(), 0.0);
    }

    void aHistogramRefusesStepsThatThereAreNot()
    {
        const auto record = test::chanceRecord(shapeA, 0.1);
        QVERIFY_THROWS_EXCEPTION(Error, data::statisticsOf(*record, 0));
        QVERIFY_THROWS_EXCEPTION(Error, data::statisticsOf(*record, 5));
    }

    void aLargeLayerIsCountedToTheLastNeuron()
    {
        const auto record = test::chanceRecord({.steps = 4, .batch = 1, .height = 96, .width = 96, .channels = 130}, 0.1);
        const auto statistics = data::statisticsOf(*record, 4);
        QCOMPARE(statistics.all(), record->shape().neurons());
        QCOMPARE(statistics.spikes(), record->spikes());
    }

    void aSessionKeepsMeansAndWhoNeverFired()
    {
        data::RunningActivity running;
        QCOMPARE(running.session().pictures, std::int64_t{0});
        QVERIFY(!running.session().find("a"));
        std::vector<std::vector<data::LayerActivity>> pictures;
        std::vector<std::set<std::int64_t>> fired(2);
        for (unsigned i = 0; i < 5; ++i) {
            pictures.push_back(twoLayers(i));
            QVERIFY(running.add("model", "picture " + std::to_string(i), pictures.back()));
            for (std::size_t layer = 0; layer < 2; ++layer) {
                const auto& record = *pictures.back()[layer].spikes;
                for (std::int64_t neuron = 0; neuron < record.shape().neurons(); ++neuron)
                    for (int step = 0; step < 4; ++step)
                        if (record.fired(step, 0, neuron))
                            fired[layer].insert(neuron);
            }
            const auto& session = running.session();
            QCOMPARE(session.pictures, std::int64_t{i + 1});
            QCOMPARE(session.recordedPictures, std::int64_t{i + 1});
            for (std::size_t layer = 0; layer < 2; ++layer) {
                const auto& found = *session.find(layer == 0 ? "a" : "b");
                QCOMPARE(found.neverFired, found.neurons - static_cast<std::int64_t>(fired[layer].size()));
                for (int steps = 1; steps <= 4; ++steps) {
                    double sum = 0;
                    for (const auto& picture : pictures)
                        sum += picture[layer].firingRate(steps);
                    QVERIFY(std::abs(found.meanRateUpTo[static_cast<std::size_t>(steps) - 1] - sum / double(pictures.size())) < 1e-12);
                }
            }
        }
        QVERIFY(running.session().layers[0].neverFired > 0);
        QVERIFY(running.session().layers[1].neverFired > running.session().layers[1].neurons / 2);
    }

    void aPictureCountsOnceAndItsSpikesWheneverTheyCome()
    {
        data::RunningActivity running;
        QVERIFY(running.add("model", "one", twoLayers(1, data::Recording::Rates)));
        QCOMPARE(running.session().recordedPictures, std::int64_t{0});
        QCOMPARE(running.session().find("a")->neverFired, running.session().find("a")->neurons);
        const auto mean = running.session().find("a")->meanRateUpTo;
        QVERIFY(!running.add("model", "one", twoLayers(1, data::Recording::Rates)));
        QVERIFY(running.add("model", "one", twoLayers(1)));
        QVERIFY(!running.add("model", "one", twoLayers(1)));
        QCOMPARE(running.session().pictures, std::int64_t{1});
        QCOMPARE(running.session().recordedPictures, std::int64_t{1});
        QCOMPARE(running.session().find("a")->meanRateUpTo, mean);
        QVERIFY(running.session().find("a")->neverFired < running.session().find("a")->neurons);
    }

    void anotherModelBeginsAnew()
    {
        data::RunningActivity running;
        QVERIFY(running.add("model", "one", twoLayers(1)));
        QVERIFY(running.add("model", "two", twoLayers(2)));
        QVERIFY(running.add("other", "one", {layerOf("c", shapeB, 0.5, 3)}));
        QCOMPARE(running.session().pictures, std::int64_t{1});
        QVERIFY(!running.session().find("a"));
        QVERIFY(running.session().find("c"));
        QVERIFY(running.add("model", "one", twoLayers(1))); // it was forgotten, so it is new
        QCOMPARE(running.session().pictures, std::int64_t{1});
        running.forget();
        QCOMPARE(running.session().pictures, std::int64_t{0});
        QVERIFY(running.session().layers.empty());
        QVERIFY(running.add("model", "one", twoLayers(1)));
    }

    void whatDoesNotFitTheSessionIsNotCounted()
    {
        data::RunningActivity running;
        QVERIFY(!running.add("model", "none", {}));
        QVERIFY(!running.add("model", "off", {{.name = "a", .neurons = 5, .spikesPerStep = {}, .spikes = nullptr}}));
        QVERIFY(running.add("model", "one", twoLayers(1)));
        QVERIFY(!running.add("other", "off", {})); // an answer without spikes ends no session
        QVERIFY(!running.add("model", "fewer", {twoLayers(2).front()}));
        auto renamed = twoLayers(3);
        renamed[1].name = "c";
        QVERIFY(!running.add("model", "renamed", renamed));
        auto shape = shapeA;
        std::swap(shape.height, shape.width);
        auto turned = twoLayers(4);
        turned[0] = layerOf("a", shape, 0.1, 4); // as many neurons in other places
        QVERIFY(!running.add("model", "turned", turned));
        shape = shapeA;
        shape.steps = 5;
        auto longer = twoLayers(5);
        longer[0] = layerOf("a", shape, 0.1, 5);
        QVERIFY(!running.add("model", "longer", longer));
        auto torn = twoLayers(6);
        torn[0].spikes = torn[1].spikes;
        QVERIFY(!running.add("model", "torn", torn));
        QVERIFY(!running.add("other", "torn", torn));
        QCOMPARE(running.session().pictures, std::int64_t{1});
        QVERIFY(running.add("model", "torn", twoLayers(6))); // a refused picture may come again
        QCOMPARE(running.session().pictures, std::int64_t{2});
    }
};

QTEST_APPLESS_MAIN(StatisticsTest)
#include "statistics_test.moc"
