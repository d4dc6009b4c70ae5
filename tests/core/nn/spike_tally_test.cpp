#include "core/nn/encoders.h"
#include "core/nn/observer.h"
#include "core/nn/weights.h"

#include <ATen/ATen.h>

#include <QtTest>

#include <algorithm>
#include <vector>

using namespace spikeclip;

namespace {

double largest(const at::Tensor& difference)
{
    return difference.abs().max().item<double>();
}

/// None is one of zeros: no neuron comes behind these weights.
at::Tensor gradientOf(const at::Tensor& weight)
{
    return weight.grad().defined() ? weight.grad() : at::zeros_like(weight);
}

/// Counts spikes one layer after another.
class Counter : public nn::Observer
{
public:
    at::Tensor fired(const nn::NeuronSite&, const at::Tensor& spikes, const at::Tensor&) override
    {
        count += spikes.sum().item<double>();
        chances += static_cast<double>(spikes.numel());
        return spikes;
    }
    double count = 0;
    double chances = 0;
};

}

class SpikeTallyTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aTallyCountsEverySpikeAndItsGradientIsTheSameOnBothPaths()
    {
        const data::ImageConfig config{.imageSize = 12, .width = 24, .heads = 2, .blocks = 2, .embedding = 6, .poolBefore = {1, 4}};
        const auto specs = nn::imageWeights(config);
        const auto pictures = nn::hashedNumbers("input", 3 * 3 * 12 * 12).view({3, 3, 12, 12}) * 2;
        std::vector<nn::Weights> learnt;
        for (const auto path : {nn::Path::Plain, nn::Path::Fused}) {
            auto weights = nn::hashedWeights(specs, "", 3).clone();
            Counter counter;
            nn::ImageEncoder(config, weights.clone()).forward(pictures, {.training = true, .path = path, .observer = &counter});
            weights.setTrainable(specs, true);
            nn::SpikeTally tally;
            nn::ImageEncoder(config, weights).forward(pictures, {.training = true, .path = path, .tally = &tally});
            QVERIFY(counter.count > 0);
            QCOMPARE(tally.spikes.item<double>(), counter.count);
            QCOMPARE(tally.chances, counter.chances);
            QCOMPARE(tally.rate().item<double>(), counter.count / counter.chances);
            (1000 * tally.rate()).backward();
            learnt.push_back(weights);
        }
        for (const auto& [key, plain] : learnt[0].tensors()) {
            if (!plain.requires_grad())
                continue;
            const auto expected = gradientOf(plain);
            QVERIFY2(largest(expected - gradientOf(learnt[1][key])) < 1e-9 * std::max(1.0, largest(expected)), key.c_str());
        }
        QVERIFY(largest(learnt[1]["patch_embed.block0_conv.weight"].grad()) > 1e-6);
    }
};

QTEST_APPLESS_MAIN(SpikeTallyTest)
#include "spike_tally_test.moc"
