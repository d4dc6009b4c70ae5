// Spikes counted per layer, channel and place: against asking one neuron after another.

#include "core/data/outcome.h"
#include "core/data/spike_maps.h"
#include "tests/spikes.h"

#include <QtTest>

#include <cmath>

using namespace spikeclip;
using By = data::ChannelChoice::By;
using Channels = std::vector<int>;

namespace {

template <typename Call>
bool refuses(Call call)
{
    try {
        call();
    } catch (const Error& error) {
        return error.code() == ErrorCode::BadValue;
    }
    return false;
}

data::ChannelCounts countsOf(const std::vector<std::int32_t>& spikes)
{
    return {.channels = static_cast<int>(spikes.size()), .steps = 1, .positions = 10, .spikes = spikes};
}

}

class MapsDataTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aLayersRateAtAStepIsThePartOfItsNeuronsThatFired()
    {
        const auto spikes = test::chanceRecord({.steps = 4, .batch = 1, .height = 3, .width = 2, .channels = 70}, 0.2);
        const auto counted = data::activityOf("counted", *spikes, 0, data::Recording::Rates);
        const std::vector<data::LayerActivity> layers{
            counted,
            {.name = "recorded", .neurons = 420, .spikesPerStep = {}, .spikes = spikes},
            {.name = "shorter", .neurons = 8, .spikesPerStep = {2, 4}, .spikes = nullptr},
            {.name = "off", .neurons = 8, .spikesPerStep = {}, .spikes = nullptr},
            {.name = "nobody", .neurons = 0, .spikesPerStep = {0, 0}, .spikes = nullptr},
        };
        const auto rates = data::layerStepRates(layers);
        QCOMPARE(rates.steps, 4);
        for (int step = 0; step < 4; ++step) {
            int fired = 0;
            for (std::int64_t neuron = 0; neuron < 420; ++neuron)
                fired += spikes->fired(step, 0, neuron);
            QCOMPARE(rates.at(0, step), fired / 420.0);
            QCOMPARE(rates.at(1, step), fired / 420.0);
            QVERIFY(std::isnan(rates.at(3, step)));
            QVERIFY(std::isnan(rates.at(4, step)));
        }
        QCOMPARE(rates.at(2, 1), 0.5);
        QVERIFY(std::isnan(rates.at(2, 2)));
        QCOMPARE(data::layerStepRates({}).steps, 0);
    }

    void spikesPerChannelAndPlaceAgreeWithCounting_data()
    {
        QTest::addColumn<int>("height");
        QTest::addColumn<int>("width");
        QTest::addColumn<int>("channels");
        QTest::newRow("one neuron") << 1 << 1 << 1;
        QTest::newRow("exactly a word") << 3 << 5 << 64;
        QTest::newRow("a word and a bit") << 4 << 4 << 65;
        QTest::newRow("text") << 1 << 20 << 130;
    }

    void spikesPerChannelAndPlaceAgreeWithCounting()
    {
        QFETCH(int, height);
        QFETCH(int, width);
        QFETCH(int, channels);
        const auto record = test::chanceRecord({.steps = 3, .batch = 2, .height = height, .width = width, .channels = channels}, 0.4);
        const auto counts = data::channelCounts(*record);
        QCOMPARE(counts.channels, channels);
        for (int channel = 0; channel < channels; ++channel) {
            std::int64_t all = 0;
            for (int step = 0; step < 3; ++step) {
                int spikes = 0;
                for (int position = 0; position < height * width; ++position)
                    spikes += record->fired(step, 0, std::int64_t{position} * channels + channel);
                QCOMPARE(counts.spikesAt(channel, step), spikes);
                QCOMPARE(counts.rateAt(channel, step), double(spikes) / (height * width));
                all += spikes;
            }
            QCOMPARE(counts.spikesOf(channel), all);
            QCOMPARE(counts.rateOf(channel), double(all) / (height * width) / 3);
        }

        Channels some;
        for (int channel = channels - 1; channel >= 0; channel -= 3)
            some.push_back(channel);
        for (const data::CellRange steps : {data::CellRange{0, 3}, data::CellRange{1, 2}, data::CellRange{2, 2}}) {
            const auto maps = data::channelMaps(*record, some, steps);
            QCOMPARE(maps.channels, some);
            QCOMPARE(maps.steps, steps.size());
            for (std::size_t map = 0; map < some.size(); ++map)
                for (int position = 0; position < height * width; ++position) {
                    const auto neuron = std::int64_t{position} * channels + some[map];
                    QCOMPARE(maps.neuron(map, position), neuron);
                    int spikes = 0;
                    for (int step = steps.begin; step < steps.end; ++step)
                        spikes += record->fired(step, 0, neuron);
                    QCOMPARE(maps.spikesAt(map, position), spikes);
                }
        }
    }

    void mapsOfWhatALayerLacksAreRefused()
    {
        const auto record = test::chanceRecord({.steps = 2, .batch = 1, .height = 2, .width = 2, .channels = 5}, 0.5);
        QVERIFY(refuses([&] { data::channelMaps(*record, {5}, {0, 2}); }));
        QVERIFY(refuses([&] { data::channelMaps(*record, {-1}, {0, 2}); }));
        QVERIFY(refuses([&] { data::channelMaps(*record, {1, 2, 1}, {0, 2}); }));
        QVERIFY(refuses([&] { data::channelMaps(*record, {1}, {0, 3}); }));
        QVERIFY(refuses([&] { data::channelMaps(*record, {1}, {2, 1}); }));
        QVERIFY(data::channelMaps(*record, {}, {0, 2}).spikes.empty());
    }

    void channelsAreChosenAndSortedAsTheWordsSay()
    {
        const auto counts = countsOf({3, 9, 0, 9, 5, 1});
        QCOMPARE(data::channelsByRate(counts), (Channels{1, 3, 4, 0, 5, 2}));
        QCOMPARE(data::chooseChannels(counts, {.by = By::HighestRate, .most = 3}), (Channels{1, 3, 4}));
        QCOMPARE(data::chooseChannels(counts, {.by = By::HighestRate, .most = 4, .sortByRate = true}), (Channels{1, 3, 4, 0}));
        QCOMPARE(data::chooseChannels(counts, {.by = By::EvenlySpaced, .most = 3}), (Channels{0, 2, 4}));
        QCOMPARE(data::chooseChannels(counts, {.by = By::All}), (Channels{0, 1, 2, 3, 4, 5}));
        QCOMPARE(data::chooseChannels(counts, {.by = By::All, .sortByRate = true}), (Channels{1, 3, 4, 0, 5, 2}));
        QCOMPARE(data::chooseChannels(counts, {.by = By::Around, .most = 3, .around = 4}), (Channels{3, 4, 5}));
        QCOMPARE(data::chooseChannels(counts, {.by = By::Around, .most = 3, .around = 0}), (Channels{0, 1, 2}));
        QCOMPARE(data::chooseChannels(counts, {.by = By::Around, .most = 2, .around = 99}), (Channels{4, 5}));
        QCOMPARE(data::chooseChannels(counts, {.by = By::Around, .most = 99, .around = 3}).size(), std::size_t{6});
        QVERIFY(refuses([&] { data::chooseChannels(counts, {.by = By::EvenlySpaced, .most = 0}); }));
    }

    void aLayerOfTheLargestSizeIsCountedWhole()
    {
        const auto record = test::chanceRecord({.steps = 4, .batch = 1, .height = 28, .width = 28, .channels = 1536}, 0.1);
        const auto counts = data::channelCounts(*record);
        const auto maps = data::channelMaps(*record, data::channelsByRate(counts), {0, 4});
        std::int64_t fromCounts = 0;
        std::int64_t fromMaps = 0;
        for (const auto spikes : counts.spikes)
            fromCounts += spikes;
        for (const auto spikes : maps.spikes)
            fromMaps += spikes;
        QCOMPARE(fromCounts, record->spikes());
        QCOMPARE(fromMaps, record->spikes());
    }
};

QTEST_APPLESS_MAIN(MapsDataTest)
#include "maps_data_test.moc"
