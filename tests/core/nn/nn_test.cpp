#include "core/data/outcome.h"
#include "core/nn/binary_synapses.h"
#include "core/nn/encoders.h"
#include "core/nn/kernels.h"
#include "core/nn/lif.h"
#include "core/nn/spiking_layer.h"
#include "core/nn/weights.h"

#include <ATen/ATen.h>
#include <ATen/CPUGeneratorImpl.h>

#include <QtTest>

#include <cmath>

using namespace spikeclip;

namespace {

at::Tensor doubles(const std::vector<double>& values)
{
    return at::tensor(values, at::kDouble);
}

double largest(const at::Tensor& difference)
{
    return difference.numel() ? difference.abs().max().item<double>() : 0;
}

at::Generator generator(std::uint64_t seed)
{
    return at::detail::createCPUGenerator(seed);
}

struct NormState
{
    at::Tensor weight;
    at::Tensor bias;
    at::Tensor mean;
    at::Tensor variance;

    static NormState random(std::int64_t channels, std::uint64_t seed)
    {
        auto random = generator(seed);
        const auto numbers = [&] { return at::randn({channels}, random, at::kDouble); };
        return {numbers().requires_grad_(true), numbers().requires_grad_(true), numbers() * 0.1, numbers().abs() + 0.5};
    }
    nn::BatchNorm norm() const { return {weight, bias, mean, variance}; }
};

}

class NnTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void neuronsFollowTheReferenceVectors_data()
    {
        QTest::addColumn<std::vector<double>>("current");
        QTest::addColumn<double>("threshold");
        QTest::addColumn<std::vector<double>>("spikes");
        QTest::addColumn<std::vector<double>>("potential");
        QTest::addColumn<std::vector<double>>("gradient");
        // `algorithm.md` 3.2, made with the reference's neuron in float64; eight digits are printed there.
        const auto row = [](const char* name, std::vector<double> x, double threshold, std::vector<double> s, std::vector<double> v, std::vector<double> g) {
            QTest::newRow(name) << x << threshold << s << v << g;
        };
        row("mixed", {0.5, 1.5, 1.2, 3.0}, 1, {0, 0, 1, 1}, {0.25, 0.875, 0, 0}, {0.93325925, 1.68581187, 1.49159404, 0.83994868});
        row("exactly at the threshold", {2, 2, 2, 2}, 1, {1, 1, 1, 1}, {0, 0, 0, 0}, {0.5, 1.0, 1.5, 2.0});
        row("one late spike", {1.1, 1.1, 1.1, 1.1}, 1, {0, 0, 0, 1}, {0.55, 0.825, 0.9625, 0}, {1.30880891, 2.13070046, 2.48769794, 1.9922078});
        row("every second step", {1.4, 1.4, 1.4, 1.4}, 1, {0, 1, 0, 1}, {0.7, 0, 0.7, 0}, {0.85082203, 0.99006629, 2.05743293, 1.98013258});
        row("threshold one half", {0.8, 0.7, -0.3, 1.6}, 0.5, {0, 1, 0, 1}, {0.4, 0, -0.15, 0}, {0.97555464, 0.99006629, 1.20815102, 1.64400246});
    }

    void neuronsFollowTheReferenceVectors()
    {
        QFETCH(std::vector<double>, current);
        QFETCH(double, threshold);
        QFETCH(std::vector<double>, spikes);
        QFETCH(std::vector<double>, potential);
        QFETCH(std::vector<double>, gradient);
        const data::LifOptions options{.tau = 2, .threshold = threshold, .slope = 4};
        for (const auto path : {nn::Path::Plain, nn::Path::Fused}) {
            auto x = doubles(current).view({4, 1}).requires_grad_(true);
            const auto fired = nn::fire(x, 4, false, options, path).view({4});
            QVERIFY(fired.equal(doubles(spikes)));
            (fired * doubles({1, 2, 3, 4})).sum().backward();
            QVERIFY2(largest(x.grad().view({4}) - doubles(gradient)) < 1e-8, "gradients of the table are given to eight digits");
        }
        QVERIFY(largest(nn::membrane(doubles(current).view({4, 1}), options).view({4}) - doubles(potential)) < 1e-12);
    }

    void constantCurrentFiresAsOftenAsTheClosedFormSays()
    {
        // Spikes in four steps: 0 below 16/15, 1 below 4/3, 2 below 2, 4 from 2 on, never 3 (`algorithm.md` 3.1).
        const auto x = doubles({1.06, 16.0 / 15 + 1e-9, 1.33, 4.0 / 3 + 1e-9, 1.99, 2.0, 50});
        const auto counts = nn::lif(x.unsqueeze(0).expand({4, 7}), {}).sum(0);
        QVERIFY(counts.equal(doubles({0, 1, 1, 2, 2, 4, 4})));
    }

    void fusedNeuronsEqualThePlainComposition_data()
    {
        QTest::addColumn<int>("channels");
        QTest::addColumn<int>("side");
        QTest::addColumn<int>("steps");
        QTest::addColumn<bool>("constantInput");
        QTest::addColumn<bool>("training");
        QTest::addColumn<double>("tau");
        for (const bool constantInput : {false, true})
            for (const bool training : {false, true}) {
                const auto name = [&](const char* size) { return QByteArray(size) + (constantInput ? " constant" : "") + (training ? " training" : ""); };
                QTest::newRow(name("small")) << 3 << 2 << 4 << constantInput << training << 2.0;
                QTest::newRow(name("one step")) << 5 << 3 << 1 << constantInput << training << 2.0;
                QTest::newRow(name("several chunks, other leak")) << 2 << 19 << 5 << constantInput << training << 3.5;
            }
    }

    void fusedNeuronsEqualThePlainComposition()
    {
        QFETCH(int, channels);
        QFETCH(int, side);
        QFETCH(int, steps);
        QFETCH(bool, constantInput);
        QFETCH(bool, training);
        QFETCH(double, tau);
        const std::int64_t batch = 3;
        const data::LifOptions options{.tau = tau, .threshold = 0.7, .slope = 4};
        auto random = generator(7);
        const auto input = at::randn({constantInput ? batch : batch * steps, channels, side, side}, random, at::kDouble) * 2;
        const auto upstream = at::randn({batch * steps, channels, side, side}, random, at::kDouble);

        struct Result
        {
            at::Tensor spikes, gradInput, gradWeight, gradBias, mean, variance;
        };
        const auto run = [&](nn::Path path) {
            const auto state = NormState::random(channels, 11);
            auto x = input.detach().clone().requires_grad_(true);
            const auto spikes = nn::normFire(x, state.norm(), steps, constantInput, options, training, path);
            (spikes * upstream).sum().backward();
            return Result{spikes, x.grad(), state.weight.grad(), state.bias.grad(), state.mean, state.variance};
        };
        const auto plain = run(nn::Path::Plain);
        const auto fused = run(nn::Path::Fused);
        QVERIFY(plain.spikes.sum().item<double>() > 0);
        QVERIFY(plain.spikes.equal(fused.spikes));
        QVERIFY(largest(plain.gradInput - fused.gradInput) < 1e-10);
        QVERIFY(largest(plain.gradWeight - fused.gradWeight) < 1e-9);
        QVERIFY(largest(plain.gradBias - fused.gradBias) < 1e-9);
        QVERIFY(largest(plain.mean - fused.mean) < 1e-12);
        QVERIFY(largest(plain.variance - fused.variance) < 1e-12);
    }

    void fusedBatchNormEqualsThePlainOne()
    {
        for (const bool training : {false, true})
            for (const std::int64_t repeats : {1, 4}) {
                auto random = generator(3);
                const auto input = at::randn({6, 5, 7}, random, at::kDouble);
                const auto upstream = at::randn({6, 5, 7}, random, at::kDouble);
                std::vector<at::Tensor> results;
                for (const auto path : {nn::Path::Plain, nn::Path::Fused}) {
                    const auto state = NormState::random(5, 13);
                    auto x = input.detach().clone().requires_grad_(true);
                    const auto y = nn::batchNorm(x, state.norm(), training, path, repeats);
                    (y * upstream).sum().backward();
                    results.push_back(at::cat({y.flatten(), x.grad().flatten(), state.weight.grad(), state.bias.grad(), state.mean, state.variance}));
                }
                QVERIFY(largest(results[0] - results[1]) < 1e-11);
            }
    }

    void fusedGradientsInFloatStayCloseToDouble()
    {
        auto random = generator(5);
        const auto input = at::randn({8, 4, 5, 5}, random, at::kDouble) * 2;
        std::vector<at::Tensor> gradients;
        for (const auto type : {at::kDouble, at::kFloat}) {
            auto x = input.to(type).detach().requires_grad_(true);
            nn::fire(x, 4, false, {}, nn::Path::Fused).sum().backward();
            gradients.push_back(x.grad().to(at::kDouble));
        }
        QVERIFY(largest(gradients[0] - gradients[1]) < 1e-5); // single precision of sums of a few terms of size 1
    }

    void loopsOfAllSetsAgreeToTheBit()
    {
        if (!nn::supported(nn::KernelSet::Avx2))
            QSKIP("this processor has no AVX2, so there is only the portable set");
        auto random = generator(17);
        for (const std::int64_t channels : {3, 70, 300}) {
            const nn::Extent extent{.steps = 4, .rows = 50, .channels = channels};
            const auto x = at::randn({4, 50, channels}, random) * 2;
            const auto g = at::randn({4, 50, channels}, random);
            const auto scale = at::randn({channels}, random);
            const auto shift = at::randn({channels}, random);
            nn::NeuronTask<float> task{.extent = extent, .input = x.data_ptr<float>(), .scale = scale.data_ptr<float>(), .shift = shift.data_ptr<float>()};
            // The 200 rows as 2 images of 10 x 10: a 3x3 convolution to 70 outputs.
            const nn::SynapseShape shape{.images = 2, .height = 10, .width = 10, .inputs = channels, .outputs = 70, .side = 3};
            const auto weights = at::randn({2, 9, channels, 64}, random);
            const auto bias = at::randn({128}, random);
            const auto gradOut = at::randn({200, 70}, random);
            std::vector<at::Tensor> results;
            for (const auto set : {nn::KernelSet::Portable, nn::KernelSet::Avx2, nn::KernelSet::Avx512}) {
                if (!nn::supported(set))
                    continue;
                const auto& loops = nn::kernels<float>(set);
                const auto& products = nn::productKernels<float>(set);
                auto spikes = at::empty_like(x);
                auto bits = at::empty({4, 50, shape.words()}, at::kLong);
                auto* words = reinterpret_cast<std::uint64_t*>(bits.data_ptr<std::int64_t>());
                auto gradient = at::empty_like(x);
                auto y = at::empty_like(x);
                auto sums = at::zeros({4, channels}, at::kDouble);
                auto* s = sums.data_ptr<double>();
                loops.fire(task, spikes.data_ptr<float>(), words, 0, 50);
                loops.fireBackward(task, g.data_ptr<float>(), gradient.data_ptr<float>(), s, 0, 50);
                loops.moments(g.data_ptr<float>(), x.data_ptr<float>(), channels, s + 2 * channels, 0, 200);
                loops.affine2(g.data_ptr<float>(), x.data_ptr<float>(), channels, scale.data_ptr<float>(), shift.data_ptr<float>(),
                              scale.data_ptr<float>(), y.data_ptr<float>(), 0, 200);
                auto out = at::empty({200, 70});
                std::vector<std::uint32_t> scratch(static_cast<std::size_t>((channels + 1) * 100));
                products.gather(shape, words, weights.data_ptr<float>(), bias.data_ptr<float>(), out.data_ptr<float>(), scratch.data(), 0, 2);
                auto gradWeights = at::zeros_like(weights);
                auto rim = at::zeros({2 * shape.padded() * 64});
                std::vector<std::uint32_t> lists(static_cast<std::size_t>(64 * shape.words() * 201));
                products.collect(shape, words, gradOut.data_ptr<float>(), gradWeights.data_ptr<float>(), lists.data(), rim.data_ptr<float>(), 0, 2, 0,
                              shape.words());
                results.push_back(at::cat({spikes.flatten(), bits.flatten().to(at::kFloat), gradient.flatten(), y.flatten(), sums.flatten().to(at::kFloat),
                                           out.flatten(), gradWeights.flatten()}));
            }
            for (const auto& result : results)
                QVERIFY(result.equal(results[0]));
        }
    }

    void aLayerOnBitsEqualsThePlainComposition_data()
    {
        QTest::addColumn<int>("inputs");
        QTest::addColumn<int>("outputs");
        QTest::addColumn<int>("height");
        QTest::addColumn<int>("width");
        QTest::addColumn<int>("steps");
        QTest::addColumn<int>("kernel");
        QTest::addColumn<bool>("pooled");
        QTest::addColumn<bool>("constantInput");
        QTest::addColumn<bool>("biased");
        QTest::addColumn<double>("threshold"); // low: so many fire that the dense products are taken
        QTest::newRow("smallest") << 1 << 1 << 1 << 1 << 1 << 1 << false << false << false << 0.7;
        QTest::newRow("convolution") << 5 << 7 << 4 << 6 << 4 << 3 << false << false << false << 0.7;
        QTest::newRow("pooled, odd sides") << 6 << 37 << 7 << 5 << 3 << 3 << true << false << true << 0.7;
        QTest::newRow("pooled, constant") << 16 << 32 << 8 << 8 << 4 << 3 << true << true << false << 0.7;
        QTest::newRow("constant, more than a word") << 70 << 9 << 3 << 3 << 4 << 3 << false << true << false << 0.7;
        QTest::newRow("matrix, several tiles") << 65 << 130 << 2 << 9 << 2 << 1 << false << false << true << 0.7;
        QTest::newRow("wider than a stretch") << 300 << 33 << 2 << 2 << 2 << 1 << false << false << true << 0.7;
        QTest::newRow("one line, most steps") << 3 << 4 << 1 << 5 << 64 << 3 << false << false << true << 0.7;
        QTest::newRow("dense convolution") << 5 << 7 << 4 << 6 << 4 << 3 << true << false << true << -0.5;
        QTest::newRow("dense matrix") << 65 << 30 << 2 << 3 << 4 << 1 << false << true << true << -0.5;
        QTest::newRow("silent") << 5 << 7 << 4 << 6 << 4 << 3 << false << false << true << 1e3;
        QTest::newRow("several groups of images") << 4 << 5 << 12 << 12 << 4 << 3 << false << false << true << 0.7;
    }

    void aLayerOnBitsEqualsThePlainComposition()
    {
        QFETCH(int, inputs);
        QFETCH(int, outputs);
        QFETCH(int, height);
        QFETCH(int, width);
        QFETCH(int, steps);
        QFETCH(int, kernel);
        QFETCH(bool, pooled);
        QFETCH(bool, constantInput);
        QFETCH(bool, biased);
        QFETCH(double, threshold);
        const std::int64_t batch = 3;
        const data::LifOptions lif{.tau = 2, .threshold = threshold, .slope = 4};
        auto random = generator(23);
        const auto numbers = [&](at::IntArrayRef sizes) { return at::randn(sizes, random, at::kDouble); };
        const auto input = numbers({constantInput ? batch : batch * steps, inputs, height, width});
        const auto kernels = kernel == 3 ? numbers({outputs, inputs, 3, 3}) : numbers({outputs, inputs});
        const auto biases = numbers({outputs});
        const auto upstream = numbers({batch * steps, outputs, pooled ? (height + 1) / 2 : height, pooled ? (width + 1) / 2 : width});
        for (const bool normed : {true, false}) {
            if (pooled && !normed)
                continue; // a pool follows a normalisation
            for (const bool training : {true, false}) {
                std::vector<at::Tensor> results;
                for (const bool onBits : {false, true}) {
                    const auto state = NormState::random(inputs, 29);
                    const auto norm = state.norm();
                    const auto leaf = [](const at::Tensor& x) { return x.detach().clone().requires_grad_(true); };
                    const auto x = leaf(input), weight = leaf(kernels), bias = biased ? leaf(biases) : at::Tensor();
                    at::Tensor y;
                    if (onBits) {
                        y = nn::spikingLayer(x, {normed ? &norm : nullptr, pooled, steps, constantInput, lif, training}, weight, bias);
                    } else {
                        auto current = normed ? nn::batchNorm(x, norm, training, nn::Path::Plain, constantInput ? steps : 1) : x;
                        if (pooled)
                            current = at::max_pool2d(current, 3, 2, 1);
                        const auto spikes = nn::fire(current, steps, constantInput, lif, nn::Path::Plain);
                        y = at::conv2d(spikes, kernel == 3 ? weight : weight.unsqueeze(-1).unsqueeze(-1), bias, 1, kernel / 2);
                    }
                    (y * upstream).sum().backward();
                    std::vector<at::Tensor> all = {y, x.grad(), weight.grad(), state.mean, state.variance};
                    if (normed)
                        all.insert(all.end(), {state.weight.grad(), state.bias.grad()});
                    if (biased)
                        all.push_back(bias.grad());
                    for (auto& tensor : all)
                        tensor = tensor.flatten();
                    results.push_back(at::cat(all));
                }
                QVERIFY(largest(results[0] - results[1]) < 1e-9);
            }
        }
    }

    void productsOfEventsEqualDenseOnesAtEveryRate()
    {
        auto random = generator(31);
        for (const double rate : {0.0, 0.05, 0.5, 1.0})
            for (const int side : {1, 3}) {
                const nn::SynapseShape shape{.images = 5, .height = 4, .width = 6, .inputs = 67, .outputs = 41, .side = side};
                const auto spikes = at::rand({5, 67, 4, 6}, random).lt(rate).to(at::kDouble);
                auto bits = at::zeros({5 * 24, 2}, at::kLong);
                for (int group = 0; group < 2; ++group)
                    for (std::int64_t image = 0; image < 5; ++image)
                        nn::kernels<double>(nn::bestKernels())
                            .pack(spikes.data_ptr<double>() + (image * 67 + 64 * group) * 24, 24, group == 0 ? 64 : 3,
                                  reinterpret_cast<std::uint64_t*>(bits.data_ptr<std::int64_t>()) + image * 48 + group, 2);
                QVERIFY(std::abs(nn::firingRate(shape, bits) - spikes.mean().item<double>()) < 1e-12);
                const auto weight = side == 3 ? at::randn({41, 67, 3, 3}, random, at::kDouble) : at::randn({41, 67}, random, at::kDouble);
                const auto bias = at::randn({41}, random, at::kDouble);
                const auto grad = at::randn({5, 4, 6, 41}, random, at::kDouble);
                QVERIFY(largest(nn::synapses(shape, bits, weight, bias, nn::Product::Event) - nn::synapses(shape, bits, weight, bias, nn::Product::Dense)) < 1e-10);
                QVERIFY(largest(nn::weightGradient(shape, bits, grad, nn::Product::Event) - nn::weightGradient(shape, bits, grad, nn::Product::Dense)) < 1e-10);
            }
    }

    void aCurrentThatReachesTheThresholdExactlyFiresInALayerOnBits()
    {
        // From rest with tau = 2 a current of 2 charges to exactly 1; the float just below does not.
        const auto x = at::tensor({2.0f, std::nextafter(2.0f, 0.0f)}).view({1, 2, 1, 1});
        const auto y = nn::spikingLayer(x, {.steps = 1, .lif = {}}, at::eye(2), {});
        QVERIFY(y.flatten().equal(at::tensor({1.0f, 0.0f})));
    }

    void attentionInOneFunctionEqualsThePlainProducts()
    {
        auto random = generator(37);
        for (const int heads : {1, 2})
            for (const std::int64_t headWidth : {1, 3, 8, 20}) {
                const auto width = heads * headWidth;
                const auto spikes = at::rand({4, 3 * width, 3, 2}, random).lt(0.4).to(at::kDouble);
                const auto upstream = at::randn({4, width, 3, 2}, random, at::kDouble);
                auto plain = spikes.clone().requires_grad_(true);
                const auto parts = plain.view({4, 3, heads, headWidth, 6}); // [B, part, heads, d, N]
                const auto q = parts.select(1, 0).transpose(-1, -2), k = parts.select(1, 1).transpose(-1, -2), v = parts.select(1, 2).transpose(-1, -2);
                const auto expected = (at::matmul(at::matmul(q, k.transpose(-1, -2)), v) * 0.125).transpose(-1, -2).reshape({4, width, 3, 2});
                (expected * upstream).sum().backward();
                auto fused = spikes.clone().requires_grad_(true);
                const auto y = nn::spikingAttention(fused, heads, 0.125);
                (y * upstream).sum().backward();
                QVERIFY(y.equal(expected));
                QVERIFY(largest(fused.grad() - plain.grad()) < 1e-12);
            }
    }

    void bothPathsLearnTheSameFromAWholeEncoder()
    {
        const data::ImageConfig config{.imageSize = 12, .width = 24, .heads = 2, .blocks = 2, .embedding = 6, .poolBefore = {1, 4}};
        const auto specs = nn::imageWeights(config);
        const auto pictures = nn::hashedNumbers("input", 3 * 3 * 12 * 12).view({3, 3, 12, 12}) * 2;
        for (const int steps : {1, 4}) {
            std::map<std::string, std::vector<at::Tensor>> results;
            for (const auto path : {nn::Path::Plain, nn::Path::Fused}) {
                auto weights = nn::hashedWeights(specs, "", 3).clone();
                weights.setTrainable(specs, true);
                const auto y = nn::ImageEncoder(config, weights).forward(pictures, {.steps = steps, .training = true, .path = path});
                (y * nn::hashedNumbers("upstream", y.numel()).view_as(y)).sum().backward();
                results["output"].push_back(y.detach());
                for (const auto& [key, tensor] : weights.tensors())
                    results[key].push_back((tensor.requires_grad() ? tensor.grad() : tensor).to(at::kDouble));
            }
            for (const auto& [key, both] : results)
                QVERIFY2(largest(both[0] - both[1]) < 1e-9 * std::max(1.0, largest(both[0])), key.c_str());
        }
    }

    void theHashRuleGivesItsCheckValues()
    {
        // `algorithm.md` appendix A.
        const auto input = nn::hashedNumbers("input", 4);
        QVERIFY(largest(input - doubles({0.7823650520294905, -0.46655484242364764, 0.2060367870144546, 0.005741939879953861})) == 0);
        QVERIFY(largest(nn::hashedNumbers("proj.bias", 2) - doubles({-0.10159568767994642, 0.10627217637374997})) == 0);
    }

    void referenceEncodersHaveTheReferencesKeysAndSizes()
    {
        // Counts and totals of `algorithm.md` 2.1 to 2.4.
        const auto image = nn::imageWeights({});
        QCOMPARE(image.size(), std::size_t(189));
        QCOMPARE(image.front().key, std::string("weights_tensor"));
        QCOMPARE(image[1].key, std::string("patch_embed.block0_conv.weight"));
        QCOMPARE(image.back().key, std::string("proj.bias"));
        QCOMPARE(nn::parameterCount(image), std::int64_t(9513396));
        const auto twin = nn::twinWeights({});
        QCOMPARE(twin.size(), std::size_t(100));
        QCOMPARE(nn::parameterCount(twin), std::int64_t(9498032));
        QCOMPARE(nn::parameterCount(nn::textWeights({})), std::int64_t(47358980));
        const auto has = [&](const std::vector<nn::WeightSpec>& specs, const char* key) {
            return std::ranges::any_of(specs, [&](const nn::WeightSpec& spec) { return spec.key == key; });
        };
        for (const char* key : {"patch_embed.block4_bn.num_batches_tracked", "block.3.attn.q_conv.weight", "block.0.attn.v_bn.running_var",
                                "block.2.attn.proj_conv.bias", "block.1.mlp.mlp2_bn.weight"})
            QVERIFY2(has(image, key), key);
        for (const char* key : {"embeddings.block0_bn.running_mean", "pre_layrnorm.weight", "encoder.layers.3.self_attn.out_proj.bias",
                                "encoder.layers.0.layer_norm2.bias", "post_layernorm.bias", "proj.weight"})
            QVERIFY2(has(twin, key), key);
    }

    void theTimeWeightsStartAsLogarithms()
    {
        const auto weights = nn::initialWeights({{"weights_tensor", {1, 4, 1}, nn::Role::TimeWeights}}, false, 0)["weights_tensor"].flatten();
        QVERIFY(largest(weights.to(at::kDouble) - doubles({-2.3026, -1.6094, -0.9163, -0.2231})) < 1e-7); // `algorithm.md` 2.1, rounded to float32
    }

    void everyNumberOfStepsIsAPrefixOfOnePass()
    {
        const data::ImageConfig config{.imageSize = 8, .width = 16, .heads = 2, .blocks = 1, .embedding = 6};
        const nn::ImageEncoder encoder(config, nn::hashedWeights(nn::imageWeights(config), "", 3));
        const auto pictures = nn::hashedNumbers("input", 2 * 3 * 8 * 8).view({2, 3, 8, 8}) * 2;
        const auto all = encoder.forward(pictures, {});
        QCOMPARE(all.size(0), std::int64_t(4));
        for (int steps = 1; steps <= 4; ++steps) {
            const auto shorter = encoder.forward(pictures, {.steps = steps});
            QVERIFY(largest(shorter[steps - 1] - all[steps - 1]) < 1e-12);
        }
        QVERIFY_THROWS_EXCEPTION(Error, encoder.forward(pictures, {.steps = 5}));
        QVERIFY_THROWS_EXCEPTION(Error, encoder.forward(pictures.narrow(2, 0, 4), {}));
    }

    void anEmptyPlaceInALabelIsSilent()
    {
        const data::TextConfig config{.input = data::TextConfig::Input::Words, .vocabulary = 5, .tableWidth = 4, .length = 3, .projection = 6, .hidden = 7,
                                      .embedding = 2};
        auto weights = nn::hashedWeights(nn::textWeights(config), "", 3).tensors();
        weights["word_table"] = at::arange(20, at::kChar).view({5, 4});
        const nn::TextEncoder encoder(config, nn::Weights(weights));
        const auto nothing = encoder.forward(at::full({1, 3}, -1, at::kLong), {});
        QVERIFY(at::isfinite(nothing).all().item<bool>());
        QVERIFY_THROWS_EXCEPTION(Error, encoder.forward(at::full({1, 3}, 5, at::kLong), {}));
    }
};

QTEST_APPLESS_MAIN(NnTest)
#include "nn_test.moc"
