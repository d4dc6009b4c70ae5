// Energy against accuracy over T, and early exit: hand-made pictures, and many against brute force.

#include "core/data/outcome.h"
#include "core/energy/ledger.h"
#include "core/energy/trade_off.h"
#include "tests/labelled_pictures.h"

#include <QtTest>

#include <cmath>

using namespace spikeclip;
using energy::Charge;
using energy::Rules;
using energy::TradeOff;

namespace {

bool close(double a, double b)
{
    return std::abs(a - b) <= 1e-10 * std::max({1.0, std::abs(a), std::abs(b)});
}

/// The set as the ledger wants one picture.
energy::Counts countsOf(const data::LabelledSet& set, const data::JudgedPicture& picture)
{
    energy::Counts counts{.image = set.layers, .neurons = set.neurons};
    const auto steps = static_cast<std::size_t>(set.steps);
    for (std::size_t layer = 0; layer < set.layers.size(); ++layer)
        counts.image[layer].effective.assign(picture.effective.begin() + static_cast<std::ptrdiff_t>(layer * steps),
                                             picture.effective.begin()
                                                 + static_cast<std::ptrdiff_t>(layer * steps + (set.layers[layer].everyStep ? steps : 1)));
    for (std::size_t layer = 0; layer < set.neurons.size(); ++layer)
        counts.neurons[layer].spikesPerStep.assign(picture.spikes.begin() + static_cast<std::ptrdiff_t>(layer * steps),
                                                   picture.spikes.begin() + static_cast<std::ptrdiff_t>((layer + 1) * steps));
    return counts;
}

/// One layer that runs at each step and one read-out, two steps; 1 pJ an accumulate and 10 a multiply-accumulate.
data::LabelledSet handmade()
{
    data::LabelledSet set{.steps = 2};
    set.layers = {
        {.name = "only",
         .kind = data::OperationKind::Ac,
         .dense = 100,
         .effective = {},
         .source = "lif",
         .inputs = 10,
         .outputs = 10,
         .weights = 100},
        {.name = "proj", .kind = data::OperationKind::Mac, .dense = 3, .effective = {}, .everyStep = false, .inputs = 1, .outputs = 3, .weights = 3}};
    set.neurons = {{.name = "lif", .neurons = 10, .spikesPerStep = {}, .spikes = {}}};
    set.pictures = {{.file = "a", .right = {1, 1}, .confidence = {0.9F, 0.95F}, .effective = {20, 30, 3, 0}, .spikes = {2, 3}, .twinRight = 1},
                    {.file = "b", .right = {0, 1}, .confidence = {0.4F, 0.5F}, .effective = {40, 60, 3, 0}, .spikes = {4, 6}, .twinRight = 0},
                    {.file = "c", .right = {1, 0}, .confidence = {0.8F, 0.7F}, .effective = {0, 0, 3, 0}, .spikes = {0, 0}, .twinRight = -1}};
    set.twin = std::vector<data::LayerOperations>{{.name = "only",
                                                   .kind = data::OperationKind::Mac,
                                                   .dense = 100,
                                                   .effective = {100},
                                                   .everyStep = false,
                                                   .inputs = 10,
                                                   .outputs = 10,
                                                   .weights = 100}};
    return set;
}

Rules handRules()
{
    Rules rules;
    rules.preset.macPj = 10;
    rules.preset.acPj = 1;
    return rules;
}

}

class TradeOffTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void energyAndAccuracyAfterEachTAreThoseByHand()
    {
        const TradeOff trade(handmade(), handRules(), Charge::Compute);
        QCOMPARE(trade.steps(), 2);
        QCOMPARE(trade.pictures(), 3);
        // Read-out 30 pJ, weighting of one value a step 10 pJ.
        QVERIFY(close(trade.energyPj(0, 1), 20 + 30 + 10));
        QVERIFY(close(trade.energyPj(0, 2), 50 + 30 + 20));
        QVERIFY(close(trade.overSteps()[0].energyPj, 60 / 3.0 + 40));
        QVERIFY(close(trade.overSteps()[1].energyPj, 150 / 3.0 + 50));
        QCOMPARE(trade.overSteps()[0].accuracy.right, 2);
        QCOMPARE(trade.overSteps()[1].accuracy.right, 2);
        QCOMPARE(trade.overSteps()[1].accuracy.of, 3);
        QVERIFY(trade.twin());
        QVERIFY(close(trade.twin()->energyPj, 1000)); // its last layer is the read-out
        QCOMPARE(trade.twin()->accuracy.right, 1);
        QCOMPARE(trade.twin()->accuracy.of, 2); // of the pictures that it was asked about
    }

    void aPictureLeavesAtTheFirstStepThatIsSureEnough()
    {
        const TradeOff trade(handmade(), handRules(), Charge::Compute);
        const auto exit = trade.earlyExit(0.8); // a and c leave after the first step, b never is sure
        QCOMPARE(exit.leaving, (std::vector<int>{2, 1}));
        QVERIFY(close(exit.meanSteps, 4.0 / 3));
        QCOMPARE(exit.point.accuracy.right, 3);
        QVERIFY(close(exit.readoutsPj, 30 / 3.0)); // b was read out once in vain
        QVERIFY(close(exit.point.energyPj, (60.0 + (100 + 30 + 20 + 30) + 40) / 3));
        QCOMPARE(trade.earlyExit(0).leaving, (std::vector<int>{3, 0}));
        QVERIFY(close(trade.earlyExit(0).point.energyPj, trade.overSteps()[0].energyPj));
        QCOMPARE(trade.earlyExit(2).leaving, (std::vector<int>{0, 3}));
        QVERIFY(close(trade.earlyExit(2).point.energyPj, trade.overSteps()[1].energyPj + 30));
        QCOMPARE(trade.earlyExit(0.9).leaving, (std::vector<int>{1, 2})); // a threshold is reached at equality, although 0.9 has no exact float
    }

    void fiveThousandPicturesCostExactlyWhatTheLedgerSays()
    {
        const auto set = test::labelledSet(5000, 4);
        for (const auto charge : {Charge::Compute, Charge::WithMemory})
            for (const bool reuse : {false, true}) {
                Rules rules;
                rules.neuronUpdates = reuse;
                rules.foldedNormalisation = !reuse;
                rules.firstConvolutionEveryStep = !reuse;
                rules.weightReads = reuse ? energy::WeightReads::OncePerStep : energy::WeightReads::EachOperation;
                const TradeOff trade(set, rules, charge);
                QCOMPARE(trade.pictures(), 5000);
                for (int picture = 0; picture < 5000; picture += 97)
                    for (int t = 1; t <= 4; ++t) {
                        const auto ledger = energy::spikingLedger(countsOf(set, set.pictures[static_cast<std::size_t>(picture)]), t, rules);
                        QVERIFY(close(trade.energyPj(picture, t), charge == Charge::Compute ? ledger.computePj() : ledger.totalPj()));
                    }
            }
    }

    void earlyExitOfManyPicturesAgreesWithBruteForce()
    {
        const auto set = test::labelledSet(700, 6);
        const TradeOff trade(set, {}, Charge::WithMemory);
        const auto row = [&](int picture) {
            const auto ledger = energy::spikingLedger(countsOf(set, set.pictures[static_cast<std::size_t>(picture)]), 1, {});
            return std::ranges::find(ledger.rows, "proj", &energy::Row::name)->computePj()
                   + std::ranges::find(ledger.rows, "proj", &energy::Row::name)->memoryPj();
        };
        for (const double threshold : {0.3, 0.55, 0.8, 1.0}) {
            std::vector<int> leaving(6);
            double energy = 0;
            double steps = 0;
            int right = 0;
            for (int picture = 0; picture < 700; ++picture) {
                const auto& judged = set.pictures[static_cast<std::size_t>(picture)];
                const auto first = std::ranges::find_if(judged.confidence, [&](float c) { return c >= static_cast<float>(threshold); });
                const int left = first == judged.confidence.end() ? 6 : static_cast<int>(first - judged.confidence.begin()) + 1;
                ++leaving[static_cast<std::size_t>(left - 1)];
                steps += left;
                right += judged.right[static_cast<std::size_t>(left - 1)];
                energy += trade.energyPj(picture, left) + (left - 1) * row(picture);
            }
            const auto exit = trade.earlyExit(threshold);
            QCOMPARE(exit.leaving, leaving);
            QCOMPARE(exit.point.accuracy.right, right);
            QVERIFY(close(exit.meanSteps, steps / 700));
            QVERIFY(close(exit.point.energyPj, energy / 700));
        }
    }

    void nothingAndOnePictureAreNoSpecialCases()
    {
        const TradeOff none({}, {}, Charge::Compute);
        QCOMPARE(none.pictures(), 0);
        QVERIFY(none.overSteps().empty() && !none.twin());
        QCOMPARE(none.earlyExit(0.5).point.accuracy.of, 0);
        auto set = handmade();
        set.pictures.resize(1);
        set.twin.reset();
        const TradeOff one(set, handRules(), Charge::Compute);
        QCOMPARE(one.overSteps()[0].accuracy.share(), 1.0);
        QVERIFY(!one.twin());
        QCOMPARE(one.earlyExit(0.92).leaving, (std::vector<int>{0, 1}));
        set.pictures.clear();
        QVERIFY(TradeOff(set, {}, Charge::Compute).overSteps().empty());
    }

    void confidenceIntervalsAreWilsons()
    {
        const auto interval = energy::confidenceInterval({.right = 8, .of = 10}); // published example: 0.49 to 0.94
        QVERIFY(std::abs(interval.least - 0.4902) < 1e-4);
        QVERIFY(std::abs(interval.most - 0.9433) < 1e-4);
        QCOMPARE(energy::confidenceInterval({}).most, 1.0);
        QCOMPARE(energy::confidenceInterval({.right = 0, .of = 20}).least, 0.0);
        QVERIFY(energy::confidenceInterval({.right = 0, .of = 20}).most > 0.15);
    }

    void aPictureThatDoesNotFitIsRefused()
    {
        auto set = handmade();
        set.pictures[1].effective.pop_back();
        QVERIFY_THROWS_EXCEPTION(Error, TradeOff(set, {}, Charge::Compute));
        set = handmade();
        set.pictures[2].right.push_back(1);
        QVERIFY_THROWS_EXCEPTION(Error, TradeOff(set, {}, Charge::Compute));
        set = handmade();
        set.pictures[0].confidence.clear();
        QVERIFY_THROWS_EXCEPTION(Error, TradeOff(set, {}, Charge::Compute));
    }
};

QTEST_GUILESS_MAIN(TradeOffTest)
#include "trade_off_test.moc"
