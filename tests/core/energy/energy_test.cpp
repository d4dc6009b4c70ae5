#include "core/data/outcome.h"
#include "core/energy/counts.h"
#include "core/energy/estimate.h"

#include <QtTest>

#include <array>
#include <cmath>
#include <limits>
#include <random>

using namespace spikeclip;
using data::LayerOperations;
using data::OperationKind;
using data::SpikeShape;

namespace {

using Words = std::vector<std::uint64_t>;

SpikeShape map(int height, int width, int channels)
{
    return {.steps = 1, .batch = 1, .height = height, .width = width, .channels = channels};
}

/// Each neuron fires with probability rate / 8; 0 and 8 leave nothing to chance.
Words randomSpikes(const SpikeShape& shape, unsigned rate, std::mt19937_64& random)
{
    Words words(shape.wordsPerSample());
    for (std::size_t p = 0; p < static_cast<std::size_t>(shape.positions()); ++p)
        for (std::size_t c = 0; c < static_cast<std::size_t>(shape.channels); ++c)
            if (random() % 8 < rate)
                words[p * static_cast<std::size_t>(shape.wordsPerPosition()) + c / 64] |= std::uint64_t{1} << (c % 64);
    return words;
}

std::int64_t fired(const Words& words, const SpikeShape& shape, int p, int c)
{
    return (words[static_cast<std::size_t>(p * shape.wordsPerPosition() + c / 64)] >> (c % 64)) & 1;
}

std::int64_t convOneByOne(const Words& words, const SpikeShape& shape, int cout)
{
    std::int64_t products = 0;
    for (int outY = 0; outY < shape.height; ++outY)
        for (int outX = 0; outX < shape.width; ++outX)
            for (int y = outY - 1; y <= outY + 1; ++y)
                for (int x = outX - 1; x <= outX + 1; ++x)
                    for (int c = 0; c < shape.channels; ++c)
                        if (y >= 0 && y < shape.height && x >= 0 && x < shape.width)
                            products += fired(words, shape, y * shape.width + x, c) * cout;
    return products;
}

struct Attention
{
    std::int64_t qk = 0;
    std::int64_t av = 0;
};

Attention attentionOneByOne(const Words& q, const Words& k, const Words& v, const SpikeShape& shape, int heads)
{
    Attention sum;
    const int depth = shape.channels / heads;
    for (int h = 0; h < heads; ++h)
        for (int i = 0; i < shape.positions(); ++i)
            for (int j = 0; j < shape.positions(); ++j) {
                std::int64_t a = 0;
                std::int64_t values = 0;
                for (int c = h * depth; c < (h + 1) * depth; ++c) {
                    a += fired(q, shape, i, c) * fired(k, shape, j, c);
                    values += fired(v, shape, j, c);
                }
                sum.qk += a;
                sum.av += a > 0 ? values : 0;
            }
    return sum;
}

}

class EnergyTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void denseCountsAreThoseOfTheReference()
    {
        // algorithm.md 2.5: 32 x 32 input, width 384, 8 heads of 48 channels over 64 tokens, one step.
        const std::array stem = {energy::denseConv(3, 3, 48, 32, 32), energy::denseConv(3, 48, 96, 32, 32), energy::denseConv(3, 96, 192, 32, 32),
                                 energy::denseConv(3, 192, 384, 16, 16), energy::denseConv(3, 384, 384, 8, 8)};
        QCOMPARE(stem, (std::array<std::int64_t, 5>{1'327'104, 42'467'328, 169'869'312, 169'869'312, 84'934'656}));
        std::int64_t stemTotal = 0;
        for (const auto count : stem)
            stemTotal += count;
        QCOMPARE(stemTotal, std::int64_t(468'467'712));

        const auto projection = energy::denseConv(1, 384, 384, 8, 8);
        const auto mlp = energy::denseConv(1, 384, 1536, 8, 8);
        const auto tokens = map(8, 8, 384);
        std::mt19937_64 random(1);
        const auto all = randomSpikes(tokens, 8, random);
        const auto qk = energy::effectiveQk(all, all, tokens); // with every neuron firing, the dense bound
        const auto av = energy::effectiveAv(all, all, all, tokens, 8);
        QCOMPARE(projection, std::int64_t(9'437'184));
        QCOMPARE(mlp, std::int64_t(37'748'736));
        QCOMPARE(qk, std::int64_t(1'572'864));
        QCOMPARE(av, std::int64_t(1'572'864));
        const auto block = 4 * projection + qk + av + 2 * mlp;
        QCOMPARE(block, std::int64_t(116'391'936));
        QCOMPARE(stemTotal + 4 * block, std::int64_t(934'035'456));
        QCOMPARE(energy::denseConv(1, 384, 512, 1, 1), std::int64_t(196'608));
        QCOMPARE(energy::denseConv(1, 10240, 2048, 1, 1), std::int64_t(20'971'520));
    }

    void aSpikeCountsOncePerOutputItReaches()
    {
        const auto shape = map(3, 3, 1);
        const std::array<std::int64_t, 9> reached = {4, 6, 4, 6, 9, 6, 4, 6, 4};
        for (std::size_t p = 0; p < reached.size(); ++p) {
            Words words(9);
            words[p] = 1;
            QCOMPARE(energy::effectiveConv(words, shape, 5), 5 * reached[p]);
        }
        QCOMPARE(energy::effectiveConv(Words{1}, map(1, 1, 1), 1), std::int64_t(1));
        QCOMPARE(energy::effectiveConv(Words{1, 0}, map(1, 2, 1), 1), std::int64_t(2));
    }

    void convolutionCountsEqualCountingOneByOne()
    {
        std::mt19937_64 random(2);
        for (unsigned round = 0; round < 90; ++round) {
            const auto shape = map(1 + static_cast<int>(random() % 5), 1 + static_cast<int>(random() % 5), 1 + static_cast<int>(random() % 150));
            const int cout = 1 + static_cast<int>(random() % 7);
            const auto words = randomSpikes(shape, round % 9, random);
            QCOMPARE(energy::effectiveConv(words, shape, cout), convOneByOne(words, shape, cout));
            if (round % 9 == 8)
                QCOMPARE(energy::effectiveConvDense(shape, cout), energy::effectiveConv(words, shape, cout));
            std::int64_t spikes = 0;
            for (int p = 0; p < shape.positions(); ++p)
                for (int c = 0; c < shape.channels; ++c)
                    spikes += fired(words, shape, p, c);
            QCOMPARE(energy::effectivePointwise(words, cout), spikes * cout);
        }
    }

    void attentionCountsEqualCountingOneByOne()
    {
        std::mt19937_64 random(3);
        for (unsigned round = 0; round < 162; ++round) {
            const int heads = 1 + static_cast<int>(random() % 5);
            const int depth = 1 + static_cast<int>(random() % 70); // heads straddle words
            const auto shape = map(1 + static_cast<int>(random() % 3), 1 + static_cast<int>(random() % 3), heads * depth);
            const auto q = randomSpikes(shape, round % 9, random);
            const auto k = randomSpikes(shape, round / 9 % 9, random);
            const auto v = randomSpikes(shape, round % 2 ? 1 : round / 2 % 9, random);
            const auto wanted = attentionOneByOne(q, k, v, shape, heads);
            QCOMPARE(energy::effectiveQk(q, k, shape), wanted.qk);
            QCOMPARE(energy::effectiveAv(q, k, v, shape, heads), wanted.av);
        }
    }

    void countsRefuseWordsThatDoNotFitTheShape()
    {
        const auto shape = map(2, 2, 70);
        const Words right(8);
        const Words wrong(7);
        QCOMPARE(energy::effectiveConv(right, shape, 1), std::int64_t(0));
        QVERIFY_THROWS_EXCEPTION(Error, energy::effectiveConv(wrong, shape, 1));
        QVERIFY_THROWS_EXCEPTION(Error, energy::effectiveQk(right, wrong, shape));
        QVERIFY_THROWS_EXCEPTION(Error, energy::effectiveAv(right, right, wrong, shape, 2));
        QVERIFY_THROWS_EXCEPTION(Error, energy::effectiveAv(right, right, right, shape, 3));
        QVERIFY_THROWS_EXCEPTION(Error, energy::effectiveConvDense(map(0, 2, 3), 1));
        QVERIFY_THROWS_EXCEPTION(Error, energy::denseConv(3, 0, 1, 1, 1));
    }

    void energyAddsUpOverStepsWithTheReadOutInEveryPrefix()
    {
        const std::vector<LayerOperations> snn = {
            {.name = "conv0", .kind = OperationKind::Mac, .dense = 10, .effective = {10, 10, 10}, .everyStep = true},
            {.name = "conv1", .kind = OperationKind::Ac, .dense = 50, .effective = {0, 20, 5}, .everyStep = true},
            {.name = "proj", .kind = OperationKind::Mac, .dense = 100, .effective = {100}, .everyStep = false},
        };
        const std::vector<LayerOperations> twin = {{.name = "all", .kind = OperationKind::Mac, .dense = 1200, .effective = {1000}, .everyStep = false}};
        const auto summary = energy::estimate(snn, twin, 3);
        QCOMPARE(summary.snnPj.size(), std::size_t(3));
        QCOMPARE(summary.snnPj[0], 4.6 * 110);
        QCOMPARE(summary.snnPj[1], 4.6 * 120 + 0.9 * 20);
        QCOMPARE(summary.snnPj[2], 4.6 * 130 + 0.9 * 25);
        QCOMPARE(summary.annPj, 4.6 * 1000);
        QCOMPARE(summary.preset, std::string("45 nm FP32: 4.6 pJ/MAC, 0.9 pJ/AC"));
        QCOMPARE(energy::estimate(snn, {}, 1).annPj, 0.0);
        QCOMPARE(energy::estimate(snn, {}, 2).snnPj, (std::vector{summary.snnPj[0], summary.snnPj[1]}));
        QCOMPARE(energy::estimate(snn, {}, 1, {.preset = energy::int8}).snnPj[0], 0.23 * 110);
    }

    void theTwinOfTheReferenceCostsWhatTheDossierSays()
    {
        // algorithm.md 6.4: 934,232,064 multiply-accumulates are 4.297 mJ.
        const std::vector<LayerOperations> twin = {{.name = "all", .kind = OperationKind::Mac, .dense = 0, .effective = {934'232'064}, .everyStep = false}};
        QVERIFY(std::abs(energy::estimate({}, twin, 1).annPj / 1e9 - 4.297) < 5e-4);
    }

    void everyRuleIsASentenceAndNamesThePreset()
    {
        for (const auto& preset : energy::presets()) {
            const auto summary = energy::estimate({}, {}, 1, {.preset = preset});
            QVERIFY(summary.rules.size() >= 8);
            QVERIFY(summary.rules.front().find(preset.name) != std::string::npos);
            for (const auto& rule : summary.rules)
                QVERIFY2(rule.size() > 20 && rule.back() == '.' && rule.front() >= 'A' && rule.front() <= 'Z', rule.c_str());
        }
    }

    void missingCountsAndImpossibleConstantsAreRefused()
    {
        const std::vector<LayerOperations> two = {{.name = "conv", .kind = OperationKind::Ac, .dense = 1, .effective = {1, 1}, .everyStep = true}};
        const std::vector<LayerOperations> none = {{.name = "proj", .kind = OperationKind::Mac, .dense = 1, .effective = {}, .everyStep = false}};
        QVERIFY_THROWS_EXCEPTION(Error, energy::estimate(two, {}, 3));
        QVERIFY_THROWS_EXCEPTION(Error, energy::estimate(none, {}, 1));
        QVERIFY_THROWS_EXCEPTION(Error, energy::estimate(two, none, 1));
        QVERIFY_THROWS_EXCEPTION(Error, energy::estimate(two, {}, 0));
        QVERIFY_THROWS_EXCEPTION(Error, energy::estimate(two, {}, 1, {.preset = {.name = "free", .macPj = -1, .acPj = 0}}));
        QVERIFY_THROWS_EXCEPTION(Error, energy::estimate(two, {}, 1, {.preset = {.name = "endless", .macPj = 1, .acPj = std::numeric_limits<double>::infinity()}}));
    }
};

QTEST_APPLESS_MAIN(EnergyTest)
#include "energy_test.moc"
