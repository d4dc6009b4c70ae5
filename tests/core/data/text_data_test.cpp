// What the views of text show, computed from words and packed spikes: against looking at one after another.

#include "core/data/label_text.h"
#include "core/data/outcome.h"
#include "core/data/spike_difference.h"
#include "core/data/typed_labels.h"
#include "tests/spikes.h"

#include <QtTest>

#include <array>

using namespace spikeclip;
using data::SpikeChange;

namespace {

data::LabelReading readingOf(const std::vector<data::WordReading>& words)
{
    return {.label = "label", .sentence = "sentence", .words = words, .truncated = false, .layers = {}};
}

}

class TextDataTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aDifferenceAgreesWithLookingAtEverySpike_data()
    {
        QTest::addColumn<int>("positions");
        QTest::addColumn<int>("channels");
        QTest::addColumn<double>("rate");
        QTest::newRow("one word a position") << 8 << 64 << 0.1;
        QTest::newRow("with padding") << 5 << 70 << 0.3;
        QTest::newRow("one position") << 1 << 768 << 0.05;
        QTest::newRow("silence") << 8 << 128 << 0.0;
        QTest::newRow("everybody at every step") << 3 << 3 << 1.0;
    }

    void aDifferenceAgreesWithLookingAtEverySpike()
    {
        QFETCH(int, positions);
        QFETCH(int, channels);
        QFETCH(double, rate);
        const auto first = test::chanceRecord({.steps = 4, .batch = 1, .height = 1, .width = positions, .channels = channels}, rate, 1);
        const auto second = test::chanceRecord({.steps = 4, .batch = 2, .height = 1, .width = positions, .channels = channels}, rate, 2);
        const auto difference = data::differenceOf(*first, *second);
        QCOMPARE(difference.steps, 4);
        QCOMPARE(difference.compared, std::int64_t{positions} * channels);
        std::array<std::int64_t, 4> counts{};
        std::int64_t stayShown = 0;
        std::vector<std::int64_t> neurons;
        std::vector<SpikeChange> changes;
        for (std::int64_t neuron = 0; neuron < difference.compared; ++neuron) {
            bool differs = false;
            std::vector<SpikeChange> row;
            for (int step = 0; step < 4; ++step) {
                const bool before = first->fired(step, 0, neuron);
                const bool after = second->fired(step, 0, neuron);
                row.push_back(before && after ? SpikeChange::Stays
                              : before        ? SpikeChange::Vanishes
                              : after         ? SpikeChange::Appears
                                              : SpikeChange::Silent);
                ++counts[static_cast<std::size_t>(row.back())];
                differs = differs || before != after;
            }
            if (!differs)
                continue;
            neurons.push_back(neuron);
            changes.insert(changes.end(), row.begin(), row.end());
            stayShown += std::ranges::count(row, SpikeChange::Stays);
        }
        QCOMPARE(difference.neurons, neurons);
        QVERIFY(difference.changes == changes);
        QCOMPARE(difference.vanish, counts[1]);
        QCOMPARE(difference.appear, counts[2]);
        QCOMPARE(difference.stay, counts[3]);
        QCOMPARE(difference.stayShown, stayShown);
        for (int row = 0; row < difference.rows(); ++row)
            for (int step = 0; step < 4; ++step)
                QVERIFY(difference.at(row, step) == changes[static_cast<std::size_t>(row * 4 + step)]);
    }

    void aRecordDoesNotDifferFromItself()
    {
        const auto record = test::chanceRecord({.steps = 4, .batch = 1, .height = 1, .width = 8, .channels = 128}, 0.1);
        const auto difference = data::differenceOf(*record, *record);
        QVERIFY(difference.neurons.empty() && difference.changes.empty());
        QCOMPARE(difference.stay, record->spikes());
        QCOMPARE(difference.appear + difference.vanish + difference.stayShown, std::int64_t{0});
    }

    void onlyLayersOfOneShapeAreCompared()
    {
        const auto recordOf = [](data::SpikeShape shape) { return test::chanceRecord(shape, 0.5); };
        const auto record = recordOf({.steps = 4, .batch = 1, .height = 1, .width = 8, .channels = 10});
        QVERIFY_THROWS_EXCEPTION(Error, data::differenceOf(*record, *recordOf({.steps = 4, .batch = 1, .height = 1, .width = 8, .channels = 11})));
        QVERIFY_THROWS_EXCEPTION(Error, data::differenceOf(*record, *recordOf({.steps = 3, .batch = 1, .height = 1, .width = 8, .channels = 10})));
    }

    void everyPlaceKnowsItsWord()
    {
        const auto reading = readingOf({{.text = "a", .id = 5, .place = 2}, {.text = "blorf"}, {.text = "panda", .id = 9, .place = 3}});
        QCOMPARE(data::wordAt(reading, 2), std::string("a"));
        QCOMPARE(data::wordAt(reading, 3), std::string("panda"));
        QVERIFY(data::wordAt(reading, 0).empty());
        QVERIFY(data::wordAt(reading, -1).empty()); // words without a place stand nowhere
        QVERIFY(data::wordAt(readingOf({}), 2).empty());
    }

    void wordsDifferWhereTheirPlaceHoldsAnother()
    {
        const auto first = readingOf(
            {{.text = "a", .id = 5, .place = 1}, {.text = "blorf"}, {.text = "red", .id = 1, .place = 2}, {.text = "panda", .id = 9, .place = 3}});
        const auto second = readingOf({{.text = "green", .id = 2, .place = 2}, {.text = "panda", .id = 9, .place = 3}});
        QCOMPARE(data::wordsThatDiffer(first, second), (std::vector{0, 2})); // nothing stands where "a" does
        QCOMPARE(data::wordsThatDiffer(second, first), (std::vector{0}));
        QVERIFY(data::wordsThatDiffer(first, first).empty());
        QVERIFY(data::wordsThatDiffer(readingOf({}), first).empty());
    }

    void rowsAreGroupedByPosition()
    {
        using Bands = std::vector<data::PositionRows>;
        const std::vector<std::int64_t> neurons{0, 1, 9, 10, 25, 3};
        QCOMPARE(data::rowsByPosition(neurons, 10), (Bands{{0, {0, 3}}, {1, {3, 4}}, {2, {4, 5}}, {0, {5, 6}}}));
        QVERIFY(data::rowsByPosition({}, 10).empty());
        QVERIFY_THROWS_EXCEPTION(Error, data::rowsByPosition(neurons, 0));
    }

    void aTypedLabelKnowsItsPlace()
    {
        const auto labels = data::typedLabels(U" red  bus,\"a, \"\"b\"\"\" ,,\ncat");
        QCOMPARE(labels, (std::vector<data::TypedLabel>{{U"red bus", 0, 9}, {U"a, \"b\"", 10, 21}, {U"cat", 24, 27}}));
    }

    void theLabelAtAPositionIsTheOneThatTheListHas()
    {
        const std::u32string typed = U"a 5\" nail, \"cat, dog\",\"open, bird\n\"x\" y,";
        std::vector<std::u32string> met;
        for (std::size_t position = 0; position <= typed.size(); ++position)
            if (const auto label = data::labelAt(typed, position); met.empty() || label != met.back())
                met.push_back(label);
        QCOMPARE(met, (std::vector<std::u32string>{U"a 5\" nail", U"cat, dog", U"\"open", U"bird", U"\"x\" y", U""}));
    }
};

QTEST_APPLESS_MAIN(TextDataTest)
#include "text_data_test.moc"
