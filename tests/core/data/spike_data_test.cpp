// What the spike views show, computed from packed spikes: against counting one neuron after another.

#include "core/data/outcome.h"
#include "core/data/neuron_choice.h"
#include "core/data/spike_raster.h"
#include "tests/spikes.h"

#include <QtTest>

#include <array>

using namespace spikeclip;
using data::CellRange;

class SpikeDataTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aRasterHoldsTheChosenNeuronsInTheirOrderTrialAfterTrial()
    {
        const std::array records = {test::chanceRecord({.steps = 3, .batch = 2, .height = 2, .width = 3, .channels = 70}, 0.3, 1),
                                    test::chanceRecord({.steps = 3, .batch = 1, .height = 2, .width = 3, .channels = 70}, 0.3, 2)};
        std::vector<std::int64_t> neurons;
        for (std::int64_t neuron = records[0]->shape().neurons() - 1; neuron >= 0; neuron -= 5)
            neurons.push_back(neuron);
        const auto raster = data::rasterOf(records, neurons);
        QCOMPARE(raster.neurons(), neurons);
        QCOMPARE(raster.trials(), 3);
        QCOMPARE(raster.columns(), 9);
        std::int64_t spikes = 0;
        for (int row = 0; row < raster.rows(); ++row)
            for (int column = 0; column < raster.columns(); ++column) {
                const int trial = column / 3;
                const bool fired = records[trial / 2]->fired(column % 3, trial % 2, neurons[static_cast<std::size_t>(row)]);
                QCOMPARE(raster.fired(row, column), fired);
                spikes += fired;
            }
        QVERIFY(spikes > 0);
        QCOMPARE(raster.spikes(), spikes);
    }

    void sumsAndSelectionsOfARasterAgreeWithCounting()
    {
        const auto raster = test::chanceRaster(200, 4, 5, 0.05);
        for (const CellRange rows : {CellRange{0, 200}, CellRange{3, 4}, CellRange{63, 129}, CellRange{64, 128}, CellRange{7, 7}})
            for (const CellRange columns : {CellRange{0, 20}, CellRange{4, 8}, CellRange{19, 20}, CellRange{5, 5}}) {
                std::vector<int> expected;
                for (int row = rows.begin; row < rows.end; ++row)
                    for (int column = columns.begin; column < columns.end; ++column)
                        if (raster.fired(row, column)) {
                            expected.push_back(row);
                            break;
                        }
                QCOMPARE(raster.rowsThatFired(rows, columns), expected);
            }
        for (const CellRange rows : {CellRange{0, 200}, CellRange{3, 4}, CellRange{63, 129}, CellRange{7, 7}}) {
            std::int64_t sum = 0;
            int inThird = 0;
            for (int row = rows.begin; row < rows.end; ++row) {
                for (int column = 0; column < raster.columns(); ++column)
                    sum += raster.fired(row, column);
                inThird += raster.fired(row, 2);
            }
            QCOMPARE(raster.spikesOfRows(rows), sum);
            QCOMPARE(data::countBits(raster.column(2), rows.begin, rows.end), inThird);
        }
        QCOMPARE(raster.spikesOfColumns({2, 3}), std::int64_t{data::countBits(raster.column(2), 0, 200)});
        QCOMPARE(raster.spikesOfColumns({0, 20}), raster.spikes());
    }

    void neuronsAreChosenAsTheWordsSay()
    {
        // Spikes of four neurons over two steps: none, both, one, both.
        std::vector<std::uint64_t> words{0b1110, 0b1010};
        const data::SpikeRecord record({.steps = 2, .batch = 1, .channels = 4}, words);
        using By = data::NeuronChoice::By;
        using Neurons = std::vector<std::int64_t>;
        QCOMPARE(data::chooseNeurons(record, {}), (Neurons{0, 1, 2, 3}));
        QCOMPARE(data::chooseNeurons(record, {.sortByRate = true}), (Neurons{1, 3, 2, 0}));
        QCOMPARE(data::chooseNeurons(record, {.by = By::EvenlySpaced, .most = 2}), (Neurons{0, 2}));
        QCOMPARE(data::chooseNeurons(record, {.by = By::EvenlySpaced, .most = 3}), (Neurons{0, 1, 2}));
        QCOMPARE(data::chooseNeurons(record, {.by = By::EvenlySpaced, .most = 9}), (Neurons{0, 1, 2, 3}));
        QCOMPARE(data::chooseNeurons(record, {.by = By::HighestRate, .most = 3}), (Neurons{1, 2, 3}));
        QCOMPARE(data::chooseNeurons(record, {.by = By::HighestRate, .most = 3, .sortByRate = true}), (Neurons{1, 3, 2}));
        QVERIFY_THROWS_EXCEPTION(Error, data::chooseNeurons(record, {.by = By::HighestRate, .most = 0}));
    }

    void aRasterRefusesWhatDoesNotFit()
    {
        const auto record = test::chanceRecord({.steps = 2, .batch = 1, .channels = 10}, 0.5);
        const auto wider = test::chanceRecord({.steps = 2, .batch = 1, .channels = 11}, 0.5);
        QVERIFY_THROWS_EXCEPTION(Error, data::rasterOf(std::array{record}, {10}));
        QVERIFY_THROWS_EXCEPTION(Error, data::rasterOf(std::array{record}, {-1}));
        QVERIFY_THROWS_EXCEPTION(Error, data::rasterOf(std::array{record, wider}, {0}));
        QVERIFY_THROWS_EXCEPTION(Error, data::rasterOf(std::array{data::SpikeRecordPtr()}, {0}));
        QVERIFY_THROWS_EXCEPTION(Error, data::SpikeRaster({0}, 1, 1, {}));
        QVERIFY_THROWS_EXCEPTION(Error, data::SpikeRaster({0}, 1, 1, {2})); // a padding bit
        QVERIFY(data::rasterOf({}, {}).isEmpty());
        QVERIFY(data::rasterOf(std::array{record}, {}).isEmpty());
    }
};

QTEST_APPLESS_MAIN(SpikeDataTest)
#include "spike_data_test.moc"
