// The energy ledger: a network small enough to be counted by hand, every switch by itself, and the figures of the reference.

#include "core/data/outcome.h"
#include "core/energy/counts.h"
#include "core/energy/estimate.h"
#include "core/energy/ledger.h"
#include "core/energy/site_counts.h"
#include "tests/spikes.h"

#include <QtTest>

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <numeric>

using namespace spikeclip;
using data::LayerOperations;
using data::OperationKind;
using data::SynapseSite;
using energy::Counts;
using energy::Row;
using energy::Rules;
using Part = Row::Part;

namespace {

/// A picture of 2 x 2 pixels and one colour, two channels, attention with one head on two of them, a read-out to three numbers; two steps. By hand:
///
/// first      3x3, 1 -> 2 channels: dense 9 * 1 * 2 * 4 = 72, of which 4 * 4 * 1 * 2 = 32 are inside the picture, 18 weights
/// second     1x1, 2 -> 2: dense 2 * 2 * 4 = 16, 4 weights; 3 and 5 of the 8 neurons before it fire: 6 and 10 accumulates
/// qk         dense 4 * 4 * 2 = 32; 7 and 9 counted.   av   likewise; 1 and 2 counted
/// proj       2 -> 3: 6 multiply-accumulates and weights, once
Counts handmade()
{
    Counts counts;
    counts.image = {
        energy::described({.name = "first", .kind = SynapseSite::Kind::Picture, .channelsIn = 1, .channelsOut = 2, .height = 2, .width = 2}),
        energy::described(
            {.name = "second", .kind = SynapseSite::Kind::Pointwise, .source = "lif", .channelsIn = 2, .channelsOut = 2, .height = 2, .width = 2}),
        energy::described({.name = "qk",
                           .kind = SynapseSite::Kind::Coincidences,
                           .source = "q",
                           .second = "k",
                           .third = "v",
                           .channelsIn = 2,
                           .channelsOut = 2,
                           .height = 2,
                           .width = 2}),
        energy::described({.name = "av",
                           .kind = SynapseSite::Kind::Gathering,
                           .source = "q",
                           .second = "k",
                           .third = "v",
                           .channelsIn = 2,
                           .channelsOut = 2,
                           .height = 2,
                           .width = 2}),
        energy::described({.name = "proj", .kind = SynapseSite::Kind::Readout, .channelsIn = 2, .channelsOut = 3})};
    counts.image[0].effective = {32, 32};
    counts.image[1].effective = {6, 10};
    counts.image[2].effective = {7, 9};
    counts.image[3].effective = {1, 2};
    counts.image[4].effective = {6};
    counts.neurons = {{.name = "lif", .neurons = 8, .spikesPerStep = {3, 5}}};
    counts.twin = {
        {.name = "first",
         .kind = OperationKind::Mac,
         .dense = 72,
         .effective = {32},
         .everyStep = false,
         .inputs = 4,
         .outputs = 8,
         .weights = 18,
         .normalised = true},
        {.name = "qk", .kind = OperationKind::Mac, .dense = 32, .effective = {32}, .everyStep = false, .inputs = 16, .outputs = 16},
        {.name = "proj", .kind = OperationKind::Mac, .dense = 6, .effective = {6}, .everyStep = false, .inputs = 2, .outputs = 3, .weights = 6}};
    return counts;
}

const Row& rowOf(const energy::Ledger& ledger, const std::string& name, Part part = Part::Synapses)
{
    const auto found = std::ranges::find_if(ledger.rows, [&](const Row& row) { return row.name == name && row.part == part; });
    if (found == ledger.rows.end())
        qFatal("no row %s", name.c_str());
    return *found;
}

bool close(double a, double b)
{
    return std::abs(a - b) <= 1e-12 * std::max({1.0, std::abs(a), std::abs(b)});
}

}

class LedgerTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aSmallNetworkCostsWhatOneCountsByHand()
    {
        const auto ledger = energy::spikingLedger(handmade(), 2, {});
        QCOMPARE(rowOf(ledger, "first").effective, std::int64_t(64));
        QCOMPARE(rowOf(ledger, "first").dense, std::int64_t(144));
        QCOMPARE(rowOf(ledger, "second").effective, std::int64_t(16));
        QCOMPARE(rowOf(ledger, "second").inputRate, 0.5);
        QCOMPARE(rowOf(ledger, "qk").effective, std::int64_t(16));
        QCOMPARE(rowOf(ledger, "av").effective, std::int64_t(3));
        QCOMPARE(rowOf(ledger, "proj").effective, std::int64_t(6));
        QCOMPARE(rowOf(ledger, "weights_tensor", Part::TimeWeights).effective, std::int64_t(4)); // two values at two steps
        QCOMPARE(ledger.macs(), 64.0 + 6 + 4);
        QCOMPARE(ledger.acs(), 16.0 + 16 + 3);
        QVERIFY(close(ledger.computePj(), 4.6 * 74 + 0.9 * 35));
        QVERIFY(close(energy::twinLedger(handmade(), {}).computePj(), 4.6 * (32 + 32 + 6)));

        const auto first = energy::spikingLedger(handmade(), 1, {});
        QVERIFY(close(first.computePj(), 4.6 * (32 + 6 + 2) + 0.9 * (6 + 7 + 1)));
    }

    void everySwitchChangesWhatItSaysAndNothingElse()
    {
        const auto counts = handmade();
        const auto pj = [&](const Rules& rules) { return energy::spikingLedger(counts, 2, rules).computePj(); };
        const auto twinPj = [&](const Rules& rules) { return energy::twinLedger(counts, rules).computePj(); };
        const double all = pj({});
        const double twin = twinPj({});
        QVERIFY(close(pj({.firstConvolutionEveryStep = false}), all - 4.6 * 32));
        QVERIFY(close(twinPj({.firstConvolutionEveryStep = false}), twin));
        QVERIFY(close(pj({.attentionProducts = false}), all - 0.9 * 19));
        QVERIFY(close(twinPj({.attentionProducts = false}), twin - 4.6 * 32));
        QVERIFY(close(pj({.neuronUpdates = true}), all + 4.6 * 16));
        QVERIFY(close(twinPj({.neuronUpdates = true}), twin));
        QVERIFY(close(pj({.foldedNormalisation = false}), all + 4.6 * (16 + 16))); // two layers of 8 values at two steps
        QVERIFY(close(pj({.firstConvolutionEveryStep = false, .foldedNormalisation = false}), all - 4.6 * 32 + 4.6 * (8 + 16)));
        QVERIFY(close(twinPj({.foldedNormalisation = false}), twin + 4.6 * 8));
        QVERIFY(close(pj({.readout = false}), all - 4.6 * (6 + 4)));
        QVERIFY(close(twinPj({.readout = false}), twin - 4.6 * 6));
        QVERIFY(close(pj({.preset = energy::int8}), 0.23 * 74 + 0.03 * 35));
        QVERIFY(close(pj({.preset = energy::older}), 12.5 * 74 + 0.077 * 35));
        QVERIFY(close(pj({.memory = energy::sram8k, .weightBits = 8}), all)); // memory is another number
    }

    void memoryTrafficIsCountedInBits()
    {
        const auto counts = handmade();
        const Rules each{.weightBits = 8};
        const auto ledger = energy::spikingLedger(counts, 2, each);
        QCOMPARE(rowOf(ledger, "first").weightBits, std::int64_t(64 * 8));
        QCOMPARE(rowOf(ledger, "first").valueBits, std::int64_t(2 * 4 * 8)); // four pixels at two steps, real numbers
        QCOMPARE(rowOf(ledger, "second").weightBits, std::int64_t(16 * 8));
        QCOMPARE(rowOf(ledger, "second").valueBits, std::int64_t(2 * 8)); // eight neurons, a bit each
        QCOMPARE(rowOf(ledger, "qk").weightBits, std::int64_t(0));
        QCOMPARE(rowOf(ledger, "qk").valueBits, std::int64_t(2 * 16));
        QCOMPARE(rowOf(ledger, "lif", Part::Neurons).stateBits, std::int64_t(2 * 8 * 2 * 8)); // two steps, read and written
        QCOMPARE(rowOf(ledger, "lif", Part::Neurons).valueBits, std::int64_t(2 * 8));
        QCOMPARE(rowOf(ledger, "lif", Part::Neurons).computePj(), 0.0);
        std::int64_t bits = 0;
        for (const auto& row : ledger.rows)
            bits += row.memoryBits();
        QVERIFY(close(ledger.memoryPj(), 1.5625 * static_cast<double>(bits)));

        const auto reused = energy::spikingLedger(counts, 2, {.weightReads = energy::WeightReads::OncePerStep, .weightBits = 8});
        QCOMPARE(rowOf(reused, "first").weightBits, std::int64_t(18 * 2 * 8));
        QCOMPARE(rowOf(reused, "second").weightBits, std::int64_t(4 * 2 * 8));
        QCOMPARE(rowOf(reused, "proj").weightBits, std::int64_t(6 * 8));
        QVERIFY(close(reused.computePj(), ledger.computePj()));
    }

    void theTwinIsQuantisedToTheBitsThatTheStepsCanTellApart()
    {
        const std::map<int, int> bits = {{1, 1}, {2, 2}, {3, 2}, {4, 3}, {7, 3}, {8, 4}, {15, 4}, {16, 5}};
        for (const auto& [steps, wanted] : bits) {
            QCOMPARE(energy::equivalentBits(steps), wanted);
            QCOMPARE(wanted, static_cast<int>(std::ceil(std::log2(steps + 1.0) - 1e-12)));
        }
        const auto quantised = energy::quantisedTwinLedger(handmade(), 2, {});
        QVERIFY(close(rowOf(quantised, "first").computePj(), 4.6 * 32)); // the picture stays real
        QVERIFY(close(rowOf(quantised, "qk").computePj(), 2 * 0.9 * 32));
        QVERIFY(close(rowOf(quantised, "proj").computePj(), 4.6 * 6));
        QCOMPARE(rowOf(quantised, "qk").valueBits, std::int64_t(2 * (16 + 16)));
        QCOMPARE(rowOf(quantised, "first").valueBits, std::int64_t(32 * 4 + 2 * 8));
    }

    void theThreeNumbersAreThoseOfTheLedgers()
    {
        const auto counts = handmade();
        const Rules rules{.neuronUpdates = true, .weightBits = 16};
        const auto verdicts = energy::verdicts(counts, 2, rules);
        const auto spiking = energy::spikingLedger(counts, 2, rules);
        const auto twin = energy::twinLedger(counts, rules);
        QVERIFY(close(verdicts.compute.spikingPj, spiking.computePj()) && close(verdicts.compute.ordinaryPj, twin.computePj()));
        QVERIFY(close(verdicts.memory.spikingPj, spiking.totalPj()) && close(verdicts.memory.ordinaryPj, twin.totalPj()));
        QVERIFY(close(verdicts.quantised.spikingPj, spiking.totalPj()));
        QVERIFY(close(verdicts.quantised.ordinaryPj, energy::quantisedTwinLedger(counts, 2, rules).totalPj()));
        QVERIFY(close(verdicts.compute.saving(), 1 - spiking.computePj() / twin.computePj()));
        QCOMPARE(energy::verdicts({.image = counts.image}, 2, rules).compute.saving(), 0.0); // no twin, nothing saved
    }

    void theEstimateIsTheLedgersSum()
    {
        const auto counts = handmade();
        const Rules rules{.preset = energy::fp16, .attentionProducts = false, .weightBits = 16};
        const auto summary = energy::estimate(counts.image, counts.twin, 2, rules, counts.neurons);
        const auto verdicts = energy::verdicts(counts, 2, rules);
        QVERIFY(close(summary.snnPj[0], energy::spikingLedger(counts, 1, rules).computePj()));
        QVERIFY(close(summary.snnPj[1], verdicts.compute.spikingPj) && close(summary.annPj, verdicts.compute.ordinaryPj));
        QVERIFY(close(summary.snnWithMemoryPj, verdicts.memory.spikingPj) && close(summary.annWithMemoryPj, verdicts.memory.ordinaryPj));
        QVERIFY(close(summary.quantisedAnnPj, verdicts.quantised.ordinaryPj));
        QCOMPARE(summary.quantisedBits, 2);
        QCOMPARE(energy::estimate(counts.image, counts.twin, 2, rules).snnWithMemoryPj, 0.0); // without neurons their traffic is not known
    }

    void theLabelsSideIsSharedByPictures()
    {
        data::TextConfig config{.input = data::TextConfig::Input::Words,
                                .vocabulary = 10,
                                .tableWidth = 3,
                                .length = 4,
                                .projection = 5,
                                .hidden = 6,
                                .steps = 2,
                                .embedding = 7};
        data::LabelReading reading{
            .label = "red panda",
            .sentence = "a red panda",
            .words = {
                {.text = "a", .id = 1, .place = 1}, {.text = "red", .id = 2, .place = 2}, {.text = "zz"}, {.text = "panda", .id = 3, .place = 3}}};
        reading.layers = {{.name = "mlp_lif1", .neurons = 20, .spikesPerStep = {4, 6}}, {.name = "mlp_lif2", .neurons = 6, .spikesPerStep = {1, 2}}};
        const auto operations = energy::textOperations(config, reading);
        Counts counts = handmade();
        counts.text = {operations, operations};
        counts.textNeurons = {reading.layers, reading.layers};
        QCOMPARE(energy::spikingLedger(counts, 2, {}).rows, energy::spikingLedger(handmade(), 2, {}).rows); // cached: nothing
        const auto ledger = energy::spikingLedger(counts, 2, {.text = true, .picturesPerLabels = 10});
        QCOMPARE(rowOf(ledger, "projection").effective, std::int64_t(2 * 3 * 3 * 5)); // two labels, three words that count
        QCOMPARE(rowOf(ledger, "fc1").effective, std::int64_t(2 * 10 * 6));
        QCOMPARE(rowOf(ledger, "fc2").effective, std::int64_t(2 * 3 * 7));
        QCOMPARE(rowOf(ledger, "fc1").dense, std::int64_t(2 * 2 * 20 * 6));
        QVERIFY(close(rowOf(ledger, "fc1").computePj(), 0.9 * 120 / 10));
        const auto alone = energy::spikingLedger(handmade(), 2, {});
        QVERIFY(close(ledger.computePj() - alone.computePj(), (4.6 * (90 + 2 * 2 * 7) + 0.9 * (120 + 42)) / 10));
        QVERIFY_THROWS_EXCEPTION(Error, energy::textOperations(config, {.label = "unread"}));
    }

    void theReferenceHasTheOperationsOfTheDossier()
    {
        // algorithm.md 2.5 and 6.4
        const auto twin = energy::twinOperations({});
        const auto dense = std::accumulate(twin.begin(), twin.end(), std::int64_t{0},
                                           [](std::int64_t sum, const LayerOperations& layer) { return sum + layer.dense; });
        QCOMPARE(dense, std::int64_t(934'232'064));
        const auto readout = energy::described({.name = "proj", .kind = SynapseSite::Kind::Readout, .channelsIn = 384, .channelsOut = 512});
        Counts counts{.image = {readout}};
        counts.image[0].effective = {readout.dense};
        const auto ledger = energy::spikingLedger(counts, 4, {});
        QCOMPARE(rowOf(ledger, "proj").effective, std::int64_t(196'608));
        QCOMPARE(rowOf(ledger, "weights_tensor", Part::TimeWeights).effective, std::int64_t(1'536));
        // The reference text encoder, with every neuron firing.
        data::LabelReading reading{.layers = {{.name = "mlp_lif1", .neurons = 10'240, .spikesPerStep = {10'240}},
                                              {.name = "mlp_lif2", .neurons = 2048, .spikesPerStep = {2048}}}};
        const auto text = energy::textOperations({}, reading);
        QCOMPARE(text[0].effective.front(), std::int64_t(20'971'520));
        QCOMPARE(text[1].effective.front(), std::int64_t(1'048'576));
        QCOMPARE(text[0].dense, std::int64_t(20'971'520));
    }

    void ruleSentencesFollowTheSwitches()
    {
        const auto usual = energy::sentences({});
        const Rules other{.preset = energy::older,
                          .firstConvolutionEveryStep = false,
                          .attentionProducts = false,
                          .neuronUpdates = true,
                          .foldedNormalisation = false,
                          .readout = false,
                          .text = true,
                          .picturesPerLabels = 1,
                          .memory = energy::sram8k,
                          .weightReads = energy::WeightReads::OncePerStep,
                          .weightBits = 8};
        const auto changed = energy::sentences(other);
        QCOMPARE(usual.size(), changed.size());
        int same = 0;
        for (std::size_t i = 0; i < usual.size(); ++i) {
            QVERIFY2(usual[i].back() == '.', usual[i].c_str());
            same += usual[i] == changed[i];
        }
        QCOMPARE(same, 3); // synapses, padding, what is never counted
    }

    void impossibleRulesAndMissingCountsAreRefused()
    {
        const auto counts = handmade();
        for (const Rules& rules :
             {Rules{.preset = {.name = "free", .macPj = -1}}, Rules{.preset = {.name = "endless", .acPj = std::numeric_limits<double>::infinity()}},
              Rules{.picturesPerLabels = 0}, Rules{.memory = {.name = "none", .pjPerBit = std::nan("")}}, Rules{.weightBits = 0},
              Rules{.weightBits = 65}})
            QVERIFY_THROWS_EXCEPTION(Error, energy::spikingLedger(counts, 2, rules));
        QVERIFY_THROWS_EXCEPTION(Error, energy::spikingLedger(counts, 3, {}));
        QVERIFY_THROWS_EXCEPTION(Error, energy::spikingLedger(counts, 0, {}));
        QVERIFY_THROWS_EXCEPTION(Error, energy::quantisedTwinLedger(counts, 0, {}));
        QVERIFY(energy::spikingLedger({}, 2, {}).rows.empty());
    }
};

QTEST_APPLESS_MAIN(LedgerTest)
#include "ledger_test.moc"
