// What the spike views show, computed from packed spikes: against counting one neuron after another.

#include "core/data/outcome.h"
#include "core/data/neuron_choice.h"
#include "core/data/spike_raster.h"
#include "tests/spikes.h"

#include <QtTest>

#include <array>

using namespace spikeclip;
using data::CellRange;

namespace {

using Neurons = std::vector<std::int64_t>;

data::SpikeRecordPtr recordOf(const data::SpikeShape& shape, std::vector<std::uint64_t> words)
{
    return std::make_shared<const data::SpikeRecord>(shape, std::move(words));
}

}

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
        const std::array records = {recordOf({.steps = 2, .batch = 1, .channels = 4}, {0b1110, 0b1010})};
        using By = data::NeuronChoice::By;
        QCOMPARE(data::chooseNeurons(records, {}), (Neurons{0, 1, 2, 3}));
        QCOMPARE(data::chooseNeurons(records, {.sortByRate = true}), (Neurons{1, 3, 2, 0}));
        QCOMPARE(data::chooseNeurons(records, {.by = By::EvenlySpaced, .most = 2}), (Neurons{0, 2}));
        QCOMPARE(data::chooseNeurons(records, {.by = By::EvenlySpaced, .most = 3}), (Neurons{0, 1, 2}));
        QCOMPARE(data::chooseNeurons(records, {.by = By::EvenlySpaced, .most = 9}), (Neurons{0, 1, 2, 3}));
        QCOMPARE(data::chooseNeurons(records, {.by = By::HighestRate, .most = 3}), (Neurons{1, 2, 3}));
        QCOMPARE(data::chooseNeurons(records, {.by = By::HighestRate, .most = 3, .sortByRate = true}), (Neurons{1, 3, 2}));
        QCOMPARE(data::chooseNeurons(records, {.by = By::Hand, .neurons = {3, 0, 3}}), (Neurons{0, 3}));
        QCOMPARE(data::chooseNeurons(records, {.by = By::Hand, .neurons = {3, 0}, .sortByRate = true}), (Neurons{3, 0}));
        QVERIFY(data::chooseNeurons(records, {.by = By::Hand}).empty());
    }

    void aChannelOrAHeadIsChosenAtEveryPosition()
    {
        const std::array records = {test::chanceRecord({.steps = 2, .batch = 1, .height = 1, .width = 2, .channels = 6}, 0.5)};
        using By = data::NeuronChoice::By;
        QCOMPARE(data::chooseNeurons(records, {.by = By::Channel, .number = 5}), (Neurons{5, 11}));
        QCOMPARE(data::chooseNeurons(records, {.by = By::Head, .number = 1, .heads = 3}), (Neurons{2, 3, 8, 9}));
    }

    void theRateThatChoosesIsThatOverAllTrials()
    {
        // Neuron 2 fires once in each of two pictures and of three samples, neuron 0 twice in one.
        const std::array records = {recordOf({.steps = 2, .batch = 1, .channels = 3}, {0b101, 0b001}),
                                    recordOf({.steps = 2, .batch = 2, .channels = 3}, {0b100, 0b100, 0, 0})};
        QCOMPARE(data::chooseNeurons(records, {.by = data::NeuronChoice::By::HighestRate, .most = 1}), (Neurons{2}));
    }

    void aChoiceThatTheLayerCannotServeIsRefused()
    {
        const std::array records = {test::chanceRecord({.steps = 2, .batch = 1, .channels = 6}, 0.5)};
        using By = data::NeuronChoice::By;
        for (const data::NeuronChoice& choice : {data::NeuronChoice{.by = By::HighestRate}, {.by = By::EvenlySpaced}, {.by = By::Channel, .number = 6}, {.by = By::Channel, .number = -1},
                                                 {.by = By::Head, .number = 2, .heads = 2}, {.by = By::Head, .heads = 4}, {.by = By::Head, .heads = 0},
                                                 {.by = By::Hand, .neurons = {6}}, {.by = By::Hand, .neurons = {-1}}})
            QVERIFY_THROWS_EXCEPTION(Error, data::chooseNeurons(records, choice));
        QVERIFY_THROWS_EXCEPTION(Error, data::chooseNeurons({}, {}));
        QVERIFY_THROWS_EXCEPTION(Error, data::chooseNeurons(std::array{data::SpikeRecordPtr()}, {}));
        QVERIFY_THROWS_EXCEPTION(Error, data::chooseNeurons(std::array{records[0], test::chanceRecord({.steps = 3, .batch = 1, .channels = 6}, 0.5)}, {}));
    }

    void neuronsAreWrittenAndReadAsRanges()
    {
        QCOMPARE(data::parseNeurons(" 17, 3 ,5-8,  7", 100), (Neurons{3, 5, 6, 7, 8, 17}));
        QVERIFY(data::parseNeurons("  ", 100).empty());
        QCOMPARE(data::neuronsText(Neurons{3, 5, 6, 7, 8, 17, 18}), std::string("3, 5-8, 17, 18"));
        QCOMPARE(data::parseNeurons(data::neuronsText(Neurons{0, 1, 2, 9}), 10), (Neurons{0, 1, 2, 9}));
        for (const char* wrong : {"x", "3;4", "8-5", "-3", "100", "5-", "1,,2", "99999999999999999999", "3 4"})
            QVERIFY_THROWS_EXCEPTION(Error, data::parseNeurons(wrong, 100));
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
