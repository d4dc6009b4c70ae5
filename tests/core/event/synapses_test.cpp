#include "tests/core/event/dice.h"

#include "core/data/outcome.h"
#include "core/event/attention.h"
#include "core/event/synapses.h"
#include "core/parallel/team.h"

#include <QtTest>

#include <atomic>
#include <cmath>

using namespace spikeclip;
using namespace spikeclip::event;
using data::SynapsePath;
using test::Dice;

namespace {

bool fired(const Spikes& spikes, int t, int b, int y, int x, int c)
{
    const auto& shape = spikes.shape;
    if (y < 0 || y >= shape.height || x < 0 || x >= shape.width)
        return false;
    const auto row = (static_cast<std::size_t>(t * shape.batch + b) * static_cast<std::size_t>(shape.positions()) + static_cast<std::size_t>(y * shape.width + x));
    return spikes.words[row * static_cast<std::size_t>(shape.wordsPerPosition()) + static_cast<std::size_t>(c / 64)] >> (c % 64) & 1U;
}

/// The current of one output, straight from the definition. Weights [outputs, 9 * channels], [outputs, channels] or [outputs, positions * channels].
double plainCurrent(Synapses::Reach reach, const Spikes& in, const std::vector<float>& weight, const std::vector<float>& bias, int t, int b, int y, int x, int output)
{
    const auto& shape = in.shape;
    double sum = bias.empty() ? 0 : bias[static_cast<std::size_t>(output)];
    std::size_t k = 0;
    const auto add = [&](int row, int column, std::size_t inputs) {
        for (int c = 0; c < shape.channels; ++c, ++k)
            if (fired(in, t, b, row, column, c))
                sum += weight[static_cast<std::size_t>(output) * inputs + k];
    };
    const auto channels = static_cast<std::size_t>(shape.channels);
    switch (reach) {
    case Synapses::Reach::Window:
        for (int place = 0; place < 9; ++place)
            add(y + place / 3 - 1, x + place % 3 - 1, 9 * channels);
        break;
    case Synapses::Reach::Point: add(y, x, channels); break;
    case Synapses::Reach::Whole:
        for (int p = 0; p < shape.positions(); ++p)
            add(p / shape.width, p % shape.width, static_cast<std::size_t>(shape.positions()) * channels);
        break;
    }
    return sum;
}

/// One random layer with everything that a test wants to compare.
struct Layer
{
    Synapses::Reach reach;
    Spikes in;
    int outputs;
    std::vector<float> weight;
    std::vector<float> bias;

    data::SpikeShape outShape() const
    {
        const bool whole = reach == Synapses::Reach::Whole;
        return {.steps = in.shape.steps, .batch = in.shape.batch, .height = whole ? 1 : in.shape.height, .width = whole ? 1 : in.shape.width, .channels = outputs};
    }
    Synapses synapses() const
    {
        return {reach, {static_cast<int>(weight.size()) / outputs, outputs, weight, bias, {}}};
    }
};

Layer randomLayer(Dice& dice, double rate)
{
    const auto reach = static_cast<Synapses::Reach>(dice.between(0, 2));
    const data::SpikeShape shape{.steps = dice.between(1, 5), .batch = dice.between(1, 3), .height = dice.between(1, 6), .width = dice.between(1, 5),
                                 .channels = dice.between(1, 150)};
    const int outputs = dice.between(1, 140);
    const int places = reach == Synapses::Reach::Window ? 9 : reach == Synapses::Reach::Whole ? shape.positions() : 1;
    const auto count = static_cast<std::size_t>(outputs) * static_cast<std::size_t>(places * shape.channels);
    return {reach, dice.spikes(shape, rate), outputs, dice.eighths(count), dice.chance(0.5) ? dice.eighths(static_cast<std::size_t>(outputs)) : std::vector<float>()};
}

std::vector<KernelSet> kernelSets()
{
    std::vector<KernelSet> sets{KernelSet::Portable};
    if (supported(KernelSet::Avx2))
        sets.push_back(KernelSet::Avx2);
    return sets;
}

}

class SynapsesTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aTeamVisitsEachIndexOnce();
    void aTeamPassesOnWhatAPartThrows();
    void currentsOfRandomLayersEqualTheirDefinition();
    void neuronsFireExactlyAtTheThreshold();
    void pathsThreadsAndKernelsGiveTheSameBits();
    void aStoredCurrentIsAddedAndDrivesTheNeurons();
    void layersThatDoNotFitAreRefused();
    void weightsThatAreNotFiniteAreRefused();
    void normalisationFoldsIntoWeightsAndBias();
    void poolingTakesTheLargestOfNineInsideThePicture();
    void attentionEqualsItsDefinition();
    void aPictureIsConvolvedWithPadding();
};

void SynapsesTest::aTeamVisitsEachIndexOnce()
{
    for (const int threads : {1, 2, 5}) {
        parallel::Team team(threads);
        QCOMPARE(team.threads(), threads);
        for (const std::int64_t count : {0, 1, 3, 1000}) {
            std::vector<std::atomic<int>> visits(static_cast<std::size_t>(count));
            team.share(count, [&](const parallel::Team::Part& part) {
                for (auto i = part.first; i < part.last; ++i)
                    ++visits[static_cast<std::size_t>(i)];
            });
            QVERIFY(std::ranges::all_of(visits, [](const auto& visit) { return visit == 1; }));
        }
    }
}

void SynapsesTest::aTeamPassesOnWhatAPartThrows()
{
    parallel::Team team(3);
    QVERIFY_THROWS_EXCEPTION(Stopped, team.share(3, [](const auto& part) { if (part.index == 2) throw Stopped{}; }));
    int done = 0;
    team.share(1, [&](const auto&) { ++done; });
    QCOMPARE(done, 1); // and goes on working
}

void SynapsesTest::currentsOfRandomLayersEqualTheirDefinition()
{
    Dice dice(1);
    for (int round = 0; round < 60; ++round) {
        const auto layer = randomLayer(dice, round < 3 ? 0 : round < 6 ? 1 : dice.share());
        const auto synapses = layer.synapses();
        const auto out = layer.outShape();
        for (const auto set : kernelSets())
            for (const auto path : {SynapsePath::Event, SynapsePath::Dense}) {
                Workshop workshop(1 + round % 3, set);
                Currents current(out.steps, std::int64_t{out.batch} * out.positions(), out.channels);
                synapses.run(layer.in, {.current = &current}, path, workshop);
                for (int t = 0; t < out.steps; ++t)
                    for (int b = 0; b < out.batch; ++b)
                        for (int p = 0; p < out.positions(); ++p)
                            for (int o = 0; o < out.channels; ++o) // sums of eighths are exact
                                QCOMPARE(static_cast<double>(current.row(t, std::int64_t{b} * out.positions() + p)[o]),
                                         plainCurrent(layer.reach, layer.in, layer.weight, layer.bias, t, b, p / out.width, p % out.width, o));
            }
    }
}

void SynapsesTest::neuronsFireExactlyAtTheThreshold()
{
    Dice dice(2);
    std::int64_t ties = 0;
    for (int round = 0; round < 40; ++round) {
        const auto layer = randomLayer(dice, 0.3);
        const auto out = layer.outShape();
        const data::LifOptions lif{.tau = 2, .threshold = round % 2 == 0 ? 1.0 : 0.5};
        for (const auto set : kernelSets()) {
            Workshop workshop(2, set);
            Spikes found(out);
            layer.synapses().run(layer.in, {.spikes = &found, .lif = lif}, SynapsePath::Event, workshop);
            const data::SpikeRecord record(out, found.words); // refuses a padding bit that is set
            for (int b = 0; b < out.batch; ++b)
                for (int p = 0; p < out.positions(); ++p)
                    for (int o = 0; o < out.channels; ++o) {
                        double potential = 0;
                        for (int t = 0; t < out.steps; ++t) {
                            const double x = plainCurrent(layer.reach, layer.in, layer.weight, layer.bias, t, b, p / out.width, p % out.width, o);
                            const double charged = potential + (x - potential) / lif.tau; // exact: few bits
                            const bool fires = charged >= lif.threshold;
                            ties += charged == lif.threshold;
                            QCOMPARE(record.fired(t, b, std::int64_t{p} * out.channels + o), fires);
                            potential = fires ? 0 : charged;
                        }
                    }
        }
    }
    QVERIFY2(ties > 100, "the test must meet the threshold exactly");
}

void SynapsesTest::pathsThreadsAndKernelsGiveTheSameBits()
{
    Dice dice(3);
    for (int round = 0; round < 20; ++round) {
        auto layer = randomLayer(dice, dice.share());
        layer.weight = dice.normal(layer.weight.size()); // sums that round
        const auto synapses = layer.synapses();
        const auto out = layer.outShape();
        std::vector<std::vector<float>> currents;
        std::vector<std::vector<std::uint64_t>> spikes;
        for (const auto set : kernelSets())
            for (const int threads : {1, 2, 3})
                for (const auto path : {SynapsePath::Event, SynapsePath::Dense}) {
                    Workshop workshop(threads, set);
                    Currents current(out.steps, std::int64_t{out.batch} * out.positions(), out.channels);
                    Spikes found(out);
                    synapses.run(layer.in, {.current = &current, .spikes = &found, .lif = {.tau = 1.7}}, path, workshop);
                    currents.emplace_back(current.values.data(), current.row(out.steps - 1, current.rows - 1) + out.channels);
                    spikes.push_back(found.words);
                }
        for (std::size_t i = 1; i < currents.size(); ++i) {
            QVERIFY(currents[i] == currents[0]);
            QVERIFY(spikes[i] == spikes[0]);
        }
    }
}

void SynapsesTest::aStoredCurrentIsAddedAndDrivesTheNeurons()
{
    Workshop workshop(1);
    Spikes in({.steps = 2, .batch = 1, .channels = 1});
    in.words = {1, 0};
    const Synapses synapses(Synapses::Reach::Point, {1, 1, std::vector<float>{1.5F}, {}, {}});
    Currents carried(2, 1, 1);
    *carried.row(0, 0) = 0.5F;
    *carried.row(1, 0) = 2;
    Spikes out({.steps = 2, .batch = 1, .channels = 1});
    synapses.run(in, {.current = &carried, .add = true, .spikes = &out}, SynapsePath::Event, workshop);
    QCOMPARE(*carried.row(0, 0), 2.0F); // 0.5 + 1.5
    QCOMPARE(*carried.row(1, 0), 2.0F); // nothing fired
    QCOMPARE(out.words, (std::vector<std::uint64_t>{1, 1})); // 2 reaches the threshold from rest at once
}

void SynapsesTest::layersThatDoNotFitAreRefused()
{
    Workshop workshop(1);
    const Synapses synapses(Synapses::Reach::Window, {9 * 3, 2, std::vector<float>(54, 1.0F), {}, {}});
    const Spikes in({.steps = 1, .batch = 1, .height = 2, .width = 2, .channels = 4});
    QVERIFY_THROWS_EXCEPTION(Error, synapses.run(in, {}, SynapsePath::Event, workshop));
    QVERIFY_THROWS_EXCEPTION(Error, PackedWeights(3, 2, std::vector<float>(5), {}, {}));
}

void SynapsesTest::weightsThatAreNotFiniteAreRefused()
{
    // A silent input times infinity is no number: only the dense path would notice, and the two would differ.
    for (const float bad : {INFINITY, NAN})
        QVERIFY_THROWS_EXCEPTION(Error, PackedWeights(2, 1, std::vector<float>{1, bad}, {}, {}));
}

void SynapsesTest::normalisationFoldsIntoWeightsAndBias()
{
    const std::vector<float> weight{2}, bias{3}, mean{5}, variance{4 - 1e-5F};
    const auto affine = Affine::ofBatchNorm(std::vector<float>{8}, std::vector<float>{1}, mean, variance);
    const PackedWeights packed(1, 1, weight, bias, affine);
    QCOMPARE(*packed.weights(packed.tiles().front()), 8.0F); // 2 * 8 / sqrt(4)
    QCOMPARE(*packed.bias(packed.tiles().front()), -7.0F);   // (3 - 5) * 4 + 1
}

void SynapsesTest::poolingTakesTheLargestOfNineInsideThePicture()
{
    Dice dice(4);
    for (const auto& [height, width] : {std::pair{1, 1}, {2, 3}, {5, 4}, {7, 7}})
        for (const auto set : kernelSets()) {
            Workshop workshop(2, set);
            Currents in(2, std::int64_t{2} * height * width, 11);
            for (int t = 0; t < 2; ++t)
                for (std::int64_t row = 0; row < in.rows; ++row)
                    std::ranges::copy(dice.normal(11), in.row(t, row));
            const auto out = pooled(in, 2, height, width, workshop);
            const int widthOut = (width + 1) / 2;
            QCOMPARE(out.rows, std::int64_t{2} * ((height + 1) / 2) * widthOut);
            for (int t = 0; t < 2; ++t)
                for (std::int64_t row = 0; row < out.rows; ++row)
                    for (int c = 0; c < 11; ++c) {
                        const auto perPicture = out.rows / 2;
                        const auto b = row / perPicture;
                        const int y = static_cast<int>(row % perPicture) / widthOut * 2;
                        const int x = static_cast<int>(row % perPicture) % widthOut * 2;
                        float largest = -INFINITY;
                        for (int j = std::max(0, y - 1); j <= std::min(height - 1, y + 1); ++j)
                            for (int i = std::max(0, x - 1); i <= std::min(width - 1, x + 1); ++i)
                                largest = std::max(largest, in.row(t, b * height * width + j * width + i)[c]);
                        QCOMPARE(out.row(t, row)[c], largest);
                    }
        }
}

void SynapsesTest::attentionEqualsItsDefinition()
{
    Dice dice(5);
    for (const auto& [heads, depth] : {std::pair{1, 7}, {3, 16}, {5, 13}, {2, 48}, {4, 1}}) {
        const data::SpikeShape shape{.steps = 2, .batch = 2, .height = 3, .width = 3, .channels = heads * depth};
        const auto q = dice.spikes(shape, 0.4), k = dice.spikes(shape, 0.5), v = dice.spikes(shape, 0.3);
        for (const auto set : kernelSets()) {
            Workshop workshop(2, set);
            const auto current = attend(q, k, v, heads, 0.125, workshop);
            for (int t = 0; t < 2; ++t)
                for (int b = 0; b < 2; ++b)
                    for (int i = 0; i < 9; ++i)
                        for (int c = 0; c < shape.channels; ++c) {
                            int sum = 0;
                            for (int j = 0; j < 9; ++j) {
                                int coincidences = 0;
                                for (int d = c / depth * depth; d < (c / depth + 1) * depth; ++d)
                                    coincidences += fired(q, t, b, i / 3, i % 3, d) && fired(k, t, b, j / 3, j % 3, d);
                                sum += fired(v, t, b, j / 3, j % 3, c) ? coincidences : 0;
                            }
                            QCOMPARE(current.row(t, std::int64_t{b} * 9 + i)[c], 0.125F * static_cast<float>(sum));
                        }
        }
    }
    Workshop workshop(1);
    const Spikes odd({.steps = 1, .batch = 1, .channels = 7});
    QVERIFY_THROWS_EXCEPTION(Error, attend(odd, odd, odd, 2, 1, workshop));
}

void SynapsesTest::aPictureIsConvolvedWithPadding()
{
    Dice dice(6);
    const int side = 5;
    const auto picture = dice.eighths(static_cast<std::size_t>(3 * side * side));
    const auto kernel = dice.eighths(10 * 27);
    for (const auto set : kernelSets()) {
        Workshop workshop(2, set);
        const PictureSynapses synapses(3, {27, 10, windowFirst(kernel, 10, 3), {}, {}});
        Currents out(1, side * side, 10);
        synapses.run(picture, side, 0, out, workshop);
        for (int p = 0; p < side * side; ++p)
            for (std::size_t o = 0; o < 10; ++o) {
                double sum = 0;
                for (int c = 0; c < 3; ++c)
                    for (int place = 0; place < 9; ++place) {
                        const int y = p / side + place / 3 - 1, x = p % side + place % 3 - 1;
                        if (y >= 0 && y < side && x >= 0 && x < side)
                            sum += static_cast<double>(picture[static_cast<std::size_t>((c * side + y) * side + x)])
                                * kernel[(o * 3 + static_cast<std::size_t>(c)) * 9 + static_cast<std::size_t>(place)];
                    }
                QCOMPARE(static_cast<double>(out.row(0, p)[o]), sum);
            }
    }
}

QTEST_APPLESS_MAIN(SynapsesTest)
#include "synapses_test.moc"
