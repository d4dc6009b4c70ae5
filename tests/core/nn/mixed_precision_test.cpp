#include "core/nn/encoders.h"
#include "core/nn/kernels.h"
#include "core/nn/spiking_layer.h"
#include "core/nn/weights.h"
#include "tests/core/tiny_model.h"

#include <ATen/ATen.h>
#include <ATen/CPUGeneratorImpl.h>

#include <QtTest>

#include <cmath>

using namespace spikeclip;

namespace {

at::Generator generator(std::uint64_t seed)
{
    return at::detail::createCPUGenerator(seed);
}

std::vector<nn::KernelSet> kernelSets()
{
    std::vector<nn::KernelSet> sets;
    for (const auto set : {nn::KernelSet::Portable, nn::KernelSet::Avx2, nn::KernelSet::Avx512})
        if (nn::supported(set))
            sets.push_back(set);
    return sets;
}

template <typename Stored>
Stored* data(const at::Tensor& tensor)
{
    return static_cast<Stored*>(tensor.data_ptr());
}

/// What each pool, rectifier and QuickGELU makes of the same numbers kept in one type, rounded to bfloat16.
template <typename Stored>
at::Tensor resultsOf(nn::KernelSet set, at::ScalarType type, std::int64_t channels)
{
    auto random = generator(19);
    const auto numbers = [&](at::IntArrayRef sizes) { return at::randn(sizes, random).to(at::kBFloat16).to(type); };
    const auto x = numbers({2, 7, 6, channels}), gradient = numbers({2, 7, 6, channels}), gradChosen = numbers({2, 4, 3, channels});
    const auto scale = at::randn({channels}, random), shift = at::randn({channels}, random);
    const auto* a = scale.data_ptr<float>();
    const auto* b = shift.data_ptr<float>();
    const nn::PoolTask<Stored> pool{.height = 7, .width = 6, .channels = channels, .scale = a, .shift = b};
    const auto chosen = at::empty_like(gradChosen), unchosen = at::empty_like(x);
    const auto rectified = at::empty_like(x), gradRectified = at::empty_like(x), gelu = at::empty_like(x), gradGelu = at::empty_like(x);
    const auto places = at::empty({2, 4, 3, channels}, at::kByte);
    const auto sums = at::zeros({2, channels}, at::kDouble);

    const auto& loops = nn::kernels<Stored>(set);
    loops.choose(pool, data<Stored>(x), data<Stored>(chosen), data<std::uint8_t>(places), 0, 8);
    loops.unchoose(pool, data<Stored>(gradChosen), data<std::uint8_t>(places), data<Stored>(x), a, b, b, data<Stored>(unchosen), 0, 14);
    loops.rectify(data<Stored>(x), channels, a, b, data<Stored>(rectified), 0, 84);
    loops.rectifyBackward(data<Stored>(gradient), data<Stored>(x), channels, a, b, data<Stored>(gradRectified), data<double>(sums), 0, 84);
    loops.quickGelu(data<Stored>(x), x.numel(), data<Stored>(gelu));
    loops.quickGeluBackward(data<Stored>(gradient), data<Stored>(x), x.numel(), data<Stored>(gradGelu));

    std::vector<at::Tensor> all;
    for (const auto& tensor : {chosen, places, unchosen, rectified, gradRectified, gelu, gradGelu, sums})
        all.push_back(tensor.flatten().to(at::kBFloat16));
    return at::cat(all);
}

/// A normalisation of its own.
struct NormState
{
    NormState(std::int64_t channels, std::uint64_t seed)
    {
        auto random = generator(seed);
        weight = at::randn({channels}, random).requires_grad_(true);
        bias = at::randn({channels}, random).requires_grad_(true);
        mean = at::zeros({channels});
        variance = at::ones({channels});
    }
    nn::BatchNorm norm() const { return {weight, bias, mean, variance}; }

    at::Tensor weight, bias, mean, variance;
};

}

class MixedPrecisionTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void loopsOfAllSetsStoreInBfloat16WhatTheyStoreInFloatRounded()
    {
        for (const std::int64_t channels : {3, 24, 67}) {
            const auto expected = resultsOf<float>(nn::KernelSet::Portable, at::kFloat, channels);
            QVERIFY(expected.isfinite().all().item<bool>());
            for (const auto set : kernelSets()) {
                QVERIFY(resultsOf<float>(set, at::kFloat, channels).equal(expected));
                QVERIFY(resultsOf<nn::Bfloat16>(set, at::kBFloat16, channels).equal(expected));
            }
        }
    }

    void whatIsNoNumberIsStoredAsNone()
    {
        const auto x = at::full({1}, std::nan(""), at::kBFloat16), one = at::ones({1}), y = at::zeros({1}, at::kBFloat16);
        for (const auto set : kernelSets()) {
            nn::kernels<nn::Bfloat16>(set).rectify(static_cast<nn::Bfloat16*>(x.data_ptr()), 1, one.data_ptr<float>(), one.data_ptr<float>(),
                                                   static_cast<nn::Bfloat16*>(y.data_ptr()), 0, 1);
            QVERIFY(std::isnan(y.item<float>()));
        }
    }

    void aLayerInMixedPrecisionFiresAsInSingleAndLearnsTheSame()
    {
        auto random = generator(37);
        for (const bool pooled : {false, true}) {
            const auto input = at::randn({6, 24, 8, 8}, random).to(at::kBFloat16), weights = at::randn({40, 24, 3, 3}, random).to(at::kBFloat16);
            const auto upstream = at::randn({6, 40, pooled ? 4 : 8, pooled ? 4 : 8}, random);
            std::vector<std::vector<at::Tensor>> results;
            for (const auto precision : {Precision::Float32, Precision::Mixed}) {
                const auto state = NormState(24, 41);
                const auto norm = state.norm();
                const auto type = precision == Precision::Mixed ? at::kBFloat16 : at::kFloat;
                const auto x = input.to(type).detach().requires_grad_(true), weight = weights.to(at::kFloat).detach().requires_grad_(true);
                at::Tensor spikes;
                const auto y = nn::spikingLayer(x, {.norm = &norm, .pooled = pooled, .steps = 3, .training = true, .precision = precision}, weight, {}, &spikes);
                QCOMPARE(y.scalar_type(), type);
                ((y.to(at::kFloat) * upstream).sum() + 30 * spikes).backward(); // as strong as the gradients of currents
                QCOMPARE(weight.grad().scalar_type(), at::kFloat);
                results.push_back({spikes.view({1}), y.to(at::kFloat), x.grad().to(at::kFloat), weight.grad(), state.weight.grad(), state.bias.grad()});
            }
            const auto unequal = results[0][0] - results[1][0];
            QVERIFY((unequal.abs() <= 0.008 * results[0][0].abs() + 1e-3).all().item<bool>()); // two roundings to eight bits: the same spikes were added
            for (std::size_t i = 0; i < results[0].size(); ++i)
                QVERIFY(at::cosine_similarity(results[0][i].flatten(), results[1][i].flatten(), 0).item<double>() > 0.999);
        }
    }

    void aFusedTwinEqualsThePlainOne()
    {
        auto random = generator(43);
        data::ImageConfig config = tests::tinyModel().config.image;
        config.twinStemRelu = true;
        const auto pictures = at::randn({5, 3, config.imageSize, config.imageSize}, random, at::kDouble);
        const auto upstream = at::randn({5, config.embedding}, random, at::kDouble);
        for (const bool training : {false, true}) {
            std::vector<at::Tensor> results;
            for (const auto path : {nn::Path::Plain, nn::Path::Fused}) {
                const auto specs = nn::twinWeights(config);
                auto weights = nn::hashedWeights(specs, "", 1);
                weights.setTrainable(specs, true);
                const auto y = nn::AnnTwin(config, weights).forward(pictures, {.training = training, .path = path});
                (y * upstream).sum().backward();
                std::vector<at::Tensor> all = {y.flatten()};
                for (const auto& [key, tensor] : weights.tensors()) // running statistics have no gradient, but change
                    all.push_back((tensor.grad().defined() ? tensor.grad() : tensor).to(at::kDouble).flatten());
                results.push_back(at::cat(all));
            }
            QVERIFY(at::allclose(results[0], results[1], 1e-9, 1e-9));
        }
    }
};

QTEST_GUILESS_MAIN(MixedPrecisionTest)
#include "mixed_precision_test.moc"
