#include "core/check/bench_training.h"

#include "core/check/turns.h"
#include "core/nn/kernels.h"
#include "core/random.h"
#include "core/train/losses.h"
#include "core/train/optimizer.h"
#include "core/train/picture_data.h"
#include "core/train/prefetch.h"

#include <ATen/ATen.h>
#include <ATen/CPUGeneratorImpl.h>
#include <ATen/Parallel.h>

#include <functional>
#include <memory>
#include <span>
#include <utility>

namespace spikeclip::check {

namespace {

constexpr double patienceSeconds = 20;    // for one group of paths
constexpr std::int64_t benchLabels = 100;
constexpr std::int64_t batchesPerEpoch = 4;
constexpr std::uint64_t benchSeed = 1;

std::vector<std::pair<std::string, nn::Path>> spikingPaths(const Subject& subject)
{
    if (!subject.device().is_cpu())
        return {{"plain", nn::Path::Plain}};
    return {{"fused", nn::Path::Fused}, {"plain", nn::Path::Plain}};
}

/// A data set of noise.
train::PictureSet noise(const Subject& subject, int batch)
{
    auto random = at::detail::createCPUGenerator(benchSeed);
    const auto side = subject.image.config().imageSize;
    return {at::randint(0, 256, {batchesPerEpoch * batch, 3, side, side}, random, at::kByte),
            at::randint(0, benchLabels, {batchesPerEpoch * batch}, random, at::kLong)};
}

/// One training step after the other on its own copy of the weights.
class Learner
{
public:
    using Features = std::function<at::Tensor(const nn::Weights&, const at::Tensor& pictures)>; ///< -> [..., B, E]

    Learner(const nn::Weights& weights, const std::vector<nn::WeightSpec>& specs, Features features, at::Tensor vectors,
            std::shared_ptr<const train::PictureSet> set)
        : m_weights(weights.clone()), m_features(std::move(features)), m_vectors(std::move(vectors)), m_set(std::move(set)),
          m_optimizer(makeTrainable(specs), 0.05)
    {
    }

    double step()
    {
        const auto [pictures, labels] = m_batches.at(m_step++);
        m_optimizer.clearGradients();
        const auto features = m_features(m_weights, pictures.to(m_vectors.device()));
        const auto scores = train::logits(features, m_vectors, at::full({}, 1 / 0.07, m_vectors.options())); // CLIP's first scale
        train::crossEntropy(scores, labels.to(m_vectors.device()), 0).backward();
        return m_optimizer.step(1e-3, 1);
    }

private:
    using Batch = std::pair<at::Tensor, at::Tensor>; // pictures, labels

    std::vector<train::AdamW::Parameter> makeTrainable(const std::vector<nn::WeightSpec>& specs)
    {
        m_weights.setTrainable(specs, true);
        return train::learnable(m_weights, specs, "");
    }

    Batch batchOf(std::int64_t step) const
    {
        const auto batch = m_set->size() / batchesPerEpoch;
        const auto order = permutation(m_set->size(), benchSeed, static_cast<std::uint64_t>(step / batchesPerEpoch));
        const auto indices = std::span(order).subspan(static_cast<std::size_t>(step % batchesPerEpoch * batch), static_cast<std::size_t>(batch));
        return {train::pictureBatch(*m_set, indices, {}, train::Augmentation{}, benchSeed, static_cast<std::uint64_t>(step * batch)),
                m_set->labels.index_select(0, at::tensor(at::ArrayRef<std::int64_t>(indices.data(), indices.size())))};
    }

    nn::Weights m_weights;
    Features m_features;
    at::Tensor m_vectors;
    std::shared_ptr<const train::PictureSet> m_set;
    train::AdamW m_optimizer;
    std::int64_t m_step = 0;
    train::Prefetch<Batch> m_batches{[this](std::int64_t step) { return batchOf(step); }}; // last: what it uses must outlive it
};

std::vector<Turn> trainingTurns(const Subject& subject, int batch)
{
    const auto& config = subject.image.config();
    const auto set = std::make_shared<const train::PictureSet>(noise(subject, batch));
    auto random = at::detail::createCPUGenerator(benchSeed + 1);
    const auto vectors = nn::normalised(at::randn({benchLabels, config.embedding}, random)).to(subject.device());
    const auto turn = [&](const std::string& name, const nn::Weights& weights, const std::vector<nn::WeightSpec>& specs, Learner::Features features) {
        const auto learner = std::make_shared<Learner>(weights, specs, std::move(features), vectors, set);
        return Turn{name, [learner] { return learner->step(); }};
    };
    std::vector<Turn> turns;
    const auto add = [&](const std::string& suffix, Precision precision) {
        for (const auto& [name, path] : spikingPaths(subject)) {
            if (precision == Precision::Mixed && path == nn::Path::Plain && subject.device().is_cpu())
                continue; // nobody trains so
            const nn::ForwardOptions options{.training = true, .path = path, .precision = precision};
            turns.push_back(turn(name + suffix, subject.image.weights(), nn::imageWeights(config),
                                 [&config, options](const nn::Weights& weights, const at::Tensor& x) {
                                     return nn::ImageEncoder(config, weights).forward(x, options);
                                 }));
        }
        const nn::ForwardOptions options{.training = true, .precision = precision};
        turns.push_back(
            turn("ann" + suffix, subject.twin.weights(), nn::twinWeights(config),
                 [&config, options](const nn::Weights& weights, const at::Tensor& x) { return nn::AnnTwin(config, weights).forward(x, options); }));
    };
    add("", Precision::Float32);
    if (!subject.device().is_cpu() || nn::multipliesBfloat16())
        add(", mixed", Precision::Mixed);
    return turns;
}

/// Normalisation and neurons of one layer with what they learn from, in the layout of memory that the path's other layers have.
class NormedNeurons
{
public:
    NormedNeurons(const Subject& subject, int batch, nn::Path path) : m_config(subject.image.config()), m_path(path)
    {
        const auto layout = path == nn::Path::Fused ? at::MemoryFormat::ChannelsLast : at::MemoryFormat::Contiguous;
        auto random = at::detail::createCPUGenerator(benchSeed + 2);
        const auto numbers = [&] {
            return at::randn({std::int64_t{m_config.steps} * batch, m_config.width, m_config.gridSize(), m_config.gridSize()}, random)
                .to(subject.device())
                .contiguous(layout);
        };
        m_input = numbers() * 2;
        m_upstream = numbers();
        const auto perChannel = [&](double value) { return at::full({m_config.width}, value, m_input.options()); };
        m_weight = perChannel(1).requires_grad_(true);
        m_bias = perChannel(0).requires_grad_(true);
        m_mean = perChannel(0);
        m_variance = perChannel(1);
    }

    double step() const
    {
        const auto x = m_input.detach().requires_grad_(true);
        nn::normFire(x, {m_weight, m_bias, m_mean, m_variance}, m_config.steps, false, m_config.lif, true, m_path).backward(m_upstream);
        return x.grad()[0].sum().item<double>();
    }

private:
    const data::ImageConfig& m_config;
    nn::Path m_path;
    at::Tensor m_input, m_upstream; // [T * B, D, H, W]
    at::Tensor m_weight, m_bias, m_mean, m_variance;
};

std::vector<Turn> neuronTurns(const Subject& subject, int batch)
{
    std::vector<Turn> turns;
    for (const auto& [name, path] : spikingPaths(subject)) {
        const auto neurons = std::make_shared<NormedNeurons>(subject, batch, path);
        turns.push_back({name, [neurons] { return neurons->step(); }});
    }
    return turns;
}

}

std::vector<BenchCase> benchTraining(const Subject& subject, int batch, const BenchRequest& request, std::stop_token stop)
{
    std::vector<BenchCase> cases;
    const auto time = [&](const std::string& work, std::vector<Turn> turns) {
        takeTurns(turns, request.repeats, patienceSeconds, stop);
        for (const auto& turn : turns)
            cases.push_back({.model = subject.name,
                             .path = turn.name,
                             .work = work,
                             .batch = batch,
                             .threads = at::get_num_threads(),
                             .repeats = static_cast<int>(turn.milliseconds.size()),
                             .medianMs = median(turn.milliseconds),
                             .p95Ms = percentile95(turn.milliseconds),
                             .peakMb = turn.peakMb});
    };
    time("train step", trainingTurns(subject, batch));
    time("norm+lif", neuronTurns(subject, batch));
    return cases;
}

}
