// Break-even rates against numbers by hand, and against the ledger itself.

#include "core/data/outcome.h"
#include "core/energy/break_even.h"
#include "core/energy/picture_cost.h"
#include "core/energy/site_counts.h"

#include <QtTest>

#include <cmath>
#include <random>

using namespace spikeclip;
using data::LayerOperations;
using data::OperationKind;
using data::SynapseSite;
using energy::Counts;
using energy::Rules;

namespace {

bool close(double a, double b)
{
    return std::abs(a - b) <= 1e-10 * std::max({1.0, std::abs(a), std::abs(b)});
}

/// One layer behind the picture, one behind spikes, one product of attention, a read-out. Counts are drawn by chance.
Counts network(int steps, unsigned seed, double rate = 0.2)
{
    std::mt19937 random(seed);
    Counts counts;
    counts.image = {
        energy::described({.name = "first", .kind = SynapseSite::Kind::Picture, .channelsIn = 3, .channelsOut = 8, .height = 4, .width = 4}),
        energy::described(
            {.name = "second", .kind = SynapseSite::Kind::Pointwise, .source = "lif", .channelsIn = 8, .channelsOut = 8, .height = 4, .width = 4}),
        energy::described({.name = "qk",
                           .kind = SynapseSite::Kind::Coincidences,
                           .source = "q",
                           .second = "k",
                           .third = "v",
                           .channelsIn = 8,
                           .channelsOut = 8,
                           .height = 4,
                           .width = 4}),
        energy::described({.name = "proj", .kind = SynapseSite::Kind::Readout, .channelsIn = 8, .channelsOut = 5})};
    for (auto& layer : counts.image) {
        const int entries = layer.everyStep ? steps : 1;
        for (int step = 0; step < entries; ++step)
            layer.effective.push_back(layer.kind == OperationKind::Mac ? layer.dense
                                                                       : std::binomial_distribution<std::int64_t>(layer.dense, rate)(random));
    }
    counts.neurons = {{.name = "lif", .neurons = 128, .spikesPerStep = {}, .spikes = {}},
                      {.name = "q", .neurons = 128, .spikesPerStep = {}, .spikes = {}}};
    for (auto& layer : counts.neurons)
        for (int step = 0; step < steps; ++step)
            layer.spikesPerStep.push_back(std::binomial_distribution<std::int64_t>(128, rate)(random));
    counts.twin = counts.image;
    for (auto& layer : counts.twin) {
        layer.kind = OperationKind::Mac;
        layer.everyStep = false;
        layer.effective = {layer.dense};
        layer.source.clear();
    }
    return counts;
}

/// Every switch at least once.
std::vector<Rules> manyRules()
{
    std::vector<Rules> list(1);
    for (const auto& preset : energy::presets())
        for (int bits = 0; bits < 64; ++bits)
            list.push_back({.preset = preset,
                            .firstConvolutionEveryStep = (bits & 1) != 0,
                            .attentionProducts = (bits & 2) != 0,
                            .neuronUpdates = (bits & 4) != 0,
                            .foldedNormalisation = (bits & 8) != 0,
                            .readout = (bits & 16) != 0,
                            .memory = energy::memories()[static_cast<std::size_t>(bits % 3)],
                            .weightReads = (bits & 32) != 0 ? energy::WeightReads::OncePerStep : energy::WeightReads::EachOperation,
                            .weightBits = preset.bits});
    return list;
}

std::vector<std::int64_t> flat(const Counts& counts, int steps)
{
    std::vector<std::int64_t> values;
    for (const auto& layer : counts.image)
        for (int step = 0; step < steps; ++step)
            values.push_back(static_cast<std::size_t>(step) < layer.effective.size() ? layer.effective[static_cast<std::size_t>(step)] : 0);
    return values;
}

}

class BreakEvenTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aPictureCostsWhatTheLedgerSaysUnderEveryRule()
    {
        constexpr int steps = 4;
        for (const auto& rules : manyRules())
            for (unsigned seed = 0; seed < 3; ++seed) {
                const auto counts = network(steps, seed);
                for (int t = 1; t <= steps; ++t) {
                    const auto ledger = energy::spikingLedger(counts, t, rules);
                    const auto cost = energy::pictureCost(counts.image, counts.neurons, t, rules).of(flat(counts, steps), steps);
                    QVERIFY2(close(cost.computePj, ledger.computePj()), qPrintable(QString::number(cost.computePj - ledger.computePj())));
                    QVERIFY2(close(cost.memoryPj, ledger.memoryPj()), qPrintable(QString::number(cost.memoryPj - ledger.memoryPj())));
                }
            }
    }

    void theComputeOnlyLineIsTheRatioOfTheConstantsDividedByT()
    {
        const auto line = energy::breakEven(network(4, 1), 4, {}, 32);
        QCOMPARE(line.size(), std::size_t(32));
        QVERIFY(std::abs(line[0].compute - 5.111) < 1e-3);
        QVERIFY(std::abs(line[3].compute - 1.278) < 1e-3); // above 1: at T = 4 the SNN cannot lose
        QVERIFY(std::abs(line[7].compute - 0.639) < 1e-3);
        QVERIFY(std::abs(line[15].compute - 0.319) < 1e-3);
        QVERIFY(std::abs(line[31].compute - 0.160) < 1e-3);
        Rules free;
        free.preset.acPj = 0;
        QVERIFY(std::isinf(energy::breakEven(network(4, 1), 4, free, 1).front().compute));
    }

    void withMemoryAsComputedByHand()
    {
        // One layer of 10 weights behind 5 neurons, two outputs: a spike counts 2 accumulates. Memory: 1 pJ a bit, numbers of 2 bits.
        Counts counts;
        counts.image = {
            {.name = "only", .kind = OperationKind::Ac, .dense = 10, .effective = {4, 8}, .source = "lif", .inputs = 5, .outputs = 2, .weights = 10}};
        counts.neurons = {{.name = "lif", .neurons = 5, .spikesPerStep = {2, 4}, .spikes = {}}};
        counts.twin = {{.name = "only",
                        .kind = OperationKind::Mac,
                        .dense = 10,
                        .effective = {10},
                        .everyStep = false,
                        .inputs = 5,
                        .outputs = 2,
                        .weights = 10}};
        Rules rules;
        rules.preset.macPj = 5;
        rules.preset.acPj = 1;
        rules.memory.pjPerBit = 1;
        rules.weightBits = 2;
        // Spiking, T steps: an operation costs 1 + 2 = 3; a step reads 5 spikes, writes 5, and reads and writes 5 potentials: 5 + 5 + 2 * 5 * 2 = 30.
        // Six operations a step at a rate of 0.6: 30 T + 18 T s. Twin: 10 (5 + 2) + 5 * 2 + 2 * 2 = 84, real numbers on both sides.
        const auto line = energy::breakEven(counts, 2, rules, 3);
        for (int t = 1; t <= 3; ++t)
            QVERIFY(close(line[static_cast<std::size_t>(t - 1)].memory.value(), 0.6 * (84 - 30.0 * t) / (18.0 * t)));
        QVERIFY(line[0].memory > 1); // wins at any rate
        QVERIFY(line[2].memory < 0); // loses at any rate
        QVERIFY(close(line[0].compute, 5));
    }

    void aPictureLiesBelowALineExactlyIfTheLedgerSaysThatItWins()
    {
        int wins = 0;
        int losses = 0;
        for (const auto& rules : manyRules())
            for (const double rate : {0.02, 0.2, 0.7}) {
                const auto counts = network(4, 7, rate);
                const double mean = data::meanFiringRate(counts.neurons, 4);
                const auto at = energy::breakEven(counts, 4, rules, 4).back();
                if (!at.memory)
                    continue;
                const auto verdicts = energy::verdicts(counts, 4, rules);
                QCOMPARE(mean < *at.memory, verdicts.memory.spikingPj < verdicts.memory.ordinaryPj);
                QCOMPARE(mean < *at.quantised, verdicts.quantised.spikingPj < verdicts.quantised.ordinaryPj);
                (mean < *at.memory ? wins : losses) += 1;
            }
        QVERIFY(wins > 20);
        QVERIFY(losses > 20);
    }

    void whereTheCountsAreScaledToTheLineBothNetworksCostTheSame()
    {
        auto counts = network(2, 3);
        const Rules rules;
        const auto at = energy::breakEven(counts, 2, rules, 2).back();
        const double scale = *at.memory / data::meanFiringRate(counts.neurons, 2);
        double pj = energy::pictureCost(counts.image, counts.neurons, 2, rules).fixed().totalPj();
        const auto cost = energy::pictureCost(counts.image, counts.neurons, 2, rules);
        for (std::size_t i = 0; i < counts.image.size(); ++i) {
            const auto& layer = counts.image[i];
            const auto counted = static_cast<double>(layer.effectiveUpTo(layer.everyStep ? 2 : 1));
            pj += (layer.kind == OperationKind::Ac ? scale : 1) * counted * cost.layers[i].each.totalPj();
        }
        QVERIFY(close(pj, energy::twinLedger(counts, rules).totalPj()));
    }

    void theLabelsSideIsLeftOut()
    {
        const auto counts = network(4, 5);
        Rules rules;
        const auto without = energy::breakEven(counts, 4, rules, 8);
        rules.text = true;
        rules.picturesPerLabels = 1;
        QCOMPARE(energy::breakEven(counts, 4, rules, 8).back().memory, without.back().memory);
    }

    void withoutTwinOrSpikesThereIsOnlyTheComputeLine()
    {
        auto counts = network(4, 1);
        counts.twin.clear();
        QVERIFY(!energy::breakEven(counts, 4, {}, 4).front().memory);
        const auto empty = energy::breakEven({}, 1, {}, 2);
        QVERIFY(!empty.back().memory && !empty.back().quantised);
        QVERIFY(empty.back().compute > 2.5);
        const auto silent = energy::breakEven(network(4, 1, 0), 4, {}, 4);
        QVERIFY(!silent.back().memory);
    }

    void whatCannotBeAskedIsRefused()
    {
        QVERIFY_THROWS_EXCEPTION(Error, energy::breakEven(network(4, 1), 0, {}, 4));
        QVERIFY_THROWS_EXCEPTION(Error, energy::breakEven(network(4, 1), 5, {}, 4));
        QVERIFY_THROWS_EXCEPTION(Error, energy::breakEven(network(4, 1), 4, {}, 0));
    }
};

QTEST_GUILESS_MAIN(BreakEvenTest)
#include "break_even_test.moc"
