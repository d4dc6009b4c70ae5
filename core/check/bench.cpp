#include "core/check/bench.h"

#include "core/data/outcome.h"
#include "core/model.h"
#include "core/nn/observer.h"
#include "core/train/losses.h"
#include "core/train/optimizer.h"

#include <ATen/ATen.h>
#include <ATen/core/grad_mode.h>
#include <ATen/CPUGeneratorImpl.h>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <functional>
#include <set>

namespace spikeclip::check {

namespace {

using Clock = std::chrono::steady_clock;

constexpr int fewestRounds = 3;
constexpr double patienceSeconds = 20; // for one group of paths
constexpr int trainingBatch = 32;      // that of the performance bars
constexpr int largestReferenceTrainingBatch = 4;
constexpr std::int64_t benchLabels = 100;
constexpr std::uint64_t benchSeed = 1;

/// Share of neurons that fire, over all layers and steps.
class RateMeter : public nn::Observer
{
public:
    at::Tensor fired(const nn::NeuronSite&, const at::Tensor& spikes, const at::Tensor&) override
    {
        m_spikes += spikes.sum(at::kDouble).item<double>();
        m_chances += static_cast<double>(spikes.numel());
        return spikes;
    }
    double rate() const { return m_chances > 0 ? m_spikes / m_chances : 0; }

private:
    double m_spikes = 0;
    double m_chances = 0;
};

double median(std::vector<double> values)
{
    std::ranges::sort(values);
    const auto half = values.size() / 2;
    return values.size() % 2 == 1 ? values[half] : (values[half - 1] + values[half]) / 2;
}

/// The smallest value that 95 % do not exceed.
double percentile95(std::vector<double> values)
{
    std::ranges::sort(values);
    return values[static_cast<std::size_t>(std::ceil(0.95 * static_cast<double>(values.size()))) - 1];
}

/// The encoders of one size.
struct Subject
{
    std::string name;
    nn::ImageEncoder image;
    nn::AnnTwin twin;

    at::Device device() const { return image.weights()["proj.weight"].device(); }
};

Subject fresh(const std::string& name, const data::ImageConfig& config)
{
    // By the hash rule, whose neurons fire: untrained weights of the usual start leave deep layers silent.
    const auto weights = [](const std::vector<nn::WeightSpec>& specs, double gain) { return nn::hashedWeights(specs, "", gain).to(at::kCPU, at::kFloat); };
    return {name, {config, weights(nn::imageWeights(config), 3)}, {config, weights(nn::twinWeights(config), 1)}};
}

Subject subjectOf(const Model* current)
{
    if (!current)
        return fresh("default", {.width = 128, .heads = 8, .blocks = 1, .poolBefore = {1, 3}, .twinStemRelu = true});
    auto subject = fresh("default", current->config.image);
    if (current->image)
        subject.image = *current->image;
    if (current->twin)
        subject.twin = *current->twin;
    else if (current->image)
        subject.twin = {subject.twin.config(), subject.twin.weights().to(subject.device(), at::kFloat)};
    if (!current->image && current->twin)
        subject.image = {subject.image.config(), subject.image.weights().to(subject.twin.weights()["proj.weight"].device(), at::kFloat)};
    return subject;
}

/// Whatever one path does in one turn. Returns a number that depends on all of it, which a device has to wait for.
struct Turn
{
    std::string path;
    std::function<double()> work;
    std::vector<double> milliseconds = {};
};

/// One training step after the other on its own copy of the weights.
class Learner
{
public:
    using Features = std::function<at::Tensor(const nn::Weights&)>; ///< -> [..., B, E]

    Learner(const nn::Weights& weights, const std::vector<nn::WeightSpec>& specs, Features features, at::Tensor vectors, at::Tensor labels)
        : m_weights(weights.clone()), m_features(std::move(features)), m_vectors(std::move(vectors)), m_labels(std::move(labels)),
          m_optimizer(makeTrainable(specs), 0.05)
    {
    }

    double step()
    {
        m_optimizer.clearGradients();
        const auto scores = train::logits(m_features(m_weights), m_vectors, at::full({}, 1 / 0.07, m_vectors.options())); // CLIP's first scale
        const auto loss = train::crossEntropy(scores, m_labels, 0);
        loss.backward();
        return m_optimizer.step(1e-3, 1);
    }

private:
    std::vector<train::AdamW::Parameter> makeTrainable(const std::vector<nn::WeightSpec>& specs)
    {
        m_weights.setTrainable(specs, true);
        return train::learnable(m_weights, specs, "");
    }

    nn::Weights m_weights;
    Features m_features;
    at::Tensor m_vectors;
    at::Tensor m_labels;
    train::AdamW m_optimizer;
};

class Bench
{
public:
    Bench(const BenchRequest& request, int threads, const Progress& progress, std::stop_token stop)
        : m_request(request), m_threads(threads), m_progress(progress), m_stop(std::move(stop))
    {
        const auto outside = [](int batch) { return batch < 1 || batch > 4096; };
        if (request.batches.empty() || std::ranges::any_of(request.batches, outside))
            throw Error(ErrorCode::BadArgument, "bench: batches must lie between 1 and 4096");
        if (request.repeats < 1 || request.repeats > 10000)
            throw Error(ErrorCode::BadArgument, "bench: repeats must lie between 1 and 10000");
    }

    std::vector<BenchCase> run(const Model* current)
    {
        const auto largest = std::ranges::max(m_request.batches);
        std::set<int> training = {largest};
        if (std::ranges::count(m_request.batches, trainingBatch) > 0)
            training.insert(trainingBatch);
        int small = 0; // largest batch at which the reference's size is trained
        for (const int batch : m_request.batches)
            if (batch <= largestReferenceTrainingBatch)
                small = std::max(small, batch);
        m_groups = static_cast<int>((m_request.reference ? 2 : 1) * m_request.batches.size() + training.size() + (m_request.reference && small > 0 ? 1 : 0));

        time(subjectOf(current), training);
        if (m_request.reference)
            time(fresh("reference", {}), small > 0 ? std::set<int>{small} : std::set<int>{});
        m_progress(1, "done");
        return m_cases;
    }

private:
    void time(const Subject& subject, const std::set<int>& trainingBatches)
    {
        for (const int batch : m_request.batches)
            timeForward(subject, batch);
        for (const int batch : trainingBatches)
            timeTraining(subject, batch);
    }

    at::Tensor input(const Subject& subject, int batch) const
    {
        const auto& config = subject.image.config();
        auto random = at::detail::createCPUGenerator(benchSeed);
        return at::randn({batch, config.channels, config.imageSize, config.imageSize}, random).to(subject.device());
    }

    static std::vector<std::pair<std::string, nn::Path>> spikingPaths(const Subject& subject)
    {
        if (!subject.device().is_cpu())
            return {{"plain", nn::Path::Plain}};
        return {{"fused", nn::Path::Fused}, {"plain", nn::Path::Plain}};
    }

    void timeForward(const Subject& subject, int batch)
    {
        at::NoGradGuard quiet;
        const auto pictures = input(subject, batch);
        std::vector<Turn> turns;
        for (const auto& [name, path] : spikingPaths(subject))
            turns.push_back({name, [&subject, &pictures, path = path] { return subject.image.forward(pictures, {.path = path}).sum().item<double>(); }});
        turns.push_back({"ann", [&] { return subject.twin.forward(pictures, {}).sum().item<double>(); }});
        takeTurns(subject, "forward", batch, pictures, turns);
    }

    void timeTraining(const Subject& subject, int batch)
    {
        const auto pictures = input(subject, batch);
        auto random = at::detail::createCPUGenerator(benchSeed + 1);
        const auto vectors = nn::normalised(at::randn({benchLabels, subject.image.config().embedding}, random)).to(subject.device());
        const auto labels = at::randint(0, benchLabels, {batch}, random, at::kLong).to(subject.device());
        const auto turn = [&](const std::string& name, const nn::Weights& weights, const std::vector<nn::WeightSpec>& specs, Learner::Features features) {
            const auto learner = std::make_shared<Learner>(weights, specs, std::move(features), vectors, labels);
            return Turn{name, [learner] { return learner->step(); }};
        };
        std::vector<Turn> turns;
        for (const auto& [name, path] : spikingPaths(subject))
            turns.push_back(turn(name, subject.image.weights(), nn::imageWeights(subject.image.config()), [&, path = path](const nn::Weights& weights) {
                return nn::ImageEncoder(subject.image.config(), weights).forward(pictures, {.training = true, .path = path});
            }));
        turns.push_back(turn("ann", subject.twin.weights(), nn::twinWeights(subject.twin.config()), [&](const nn::Weights& weights) {
            return nn::AnnTwin(subject.twin.config(), weights).forward(pictures, {.training = true});
        }));
        takeTurns(subject, "train step", batch, pictures, turns);
    }

    void takeTurns(const Subject& subject, const std::string& work, int batch, const at::Tensor& pictures, std::vector<Turn>& turns)
    {
        m_progress(static_cast<double>(m_done++) / m_groups, subject.name + ": " + work + ", batch " + std::to_string(batch));
        const auto start = Clock::now();
        for (int round = 0; round <= m_request.repeats; ++round) { // round 0 warms up
            if (round > fewestRounds && std::chrono::duration<double>(Clock::now() - start).count() > patienceSeconds)
                break;
            for (auto& turn : turns) {
                if (m_stop.stop_requested())
                    throw Stopped{};
                const auto begin = Clock::now();
                const auto result = turn.work();
                const auto taken = std::chrono::duration<double, std::milli>(Clock::now() - begin).count();
                if (!std::isfinite(result))
                    throw Error(ErrorCode::Internal, "bench: " + subject.name + ", " + turn.path + ", " + work + " gave no number");
                if (round > 0)
                    turn.milliseconds.push_back(taken);
            }
        }
        const auto rate = firingRate(subject, pictures);
        for (const auto& turn : turns)
            m_cases.push_back({.model = subject.name,
                               .path = turn.path,
                               .work = work,
                               .batch = batch,
                               .threads = m_threads,
                               .repeats = static_cast<int>(turn.milliseconds.size()),
                               .medianMs = median(turn.milliseconds),
                               .p95Ms = percentile95(turn.milliseconds),
                               .firingRate = turn.path == "ann" ? 0 : rate});
    }

    static double firingRate(const Subject& subject, const at::Tensor& pictures)
    {
        at::NoGradGuard quiet;
        RateMeter meter;
        subject.image.forward(pictures, {.observer = &meter});
        return meter.rate();
    }

    const BenchRequest& m_request;
    int m_threads;
    const Progress& m_progress;
    std::stop_token m_stop;
    std::vector<BenchCase> m_cases;
    int m_groups = 1;
    int m_done = 0;
};

}

std::vector<BenchCase> bench(const BenchRequest& request, const Model* current, int threads, const Progress& progress, std::stop_token stop)
{
    return Bench(request, threads, progress, std::move(stop)).run(current);
}

}
