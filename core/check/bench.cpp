#include "core/check/bench.h"

#include "core/check/bench_forward.h"
#include "core/check/turns.h"
#include "core/data/outcome.h"
#include "core/model.h"
#include "core/train/losses.h"
#include "core/train/optimizer.h"

#include <ATen/ATen.h>
#include <ATen/core/grad_mode.h>
#include <ATen/CPUGeneratorImpl.h>
#include <ATen/Parallel.h>

#include <algorithm>
#include <functional>
#include <thread>

namespace spikeclip::check {

namespace {

constexpr double patienceSeconds = 20; // for one group of paths
constexpr int referenceTrainingBatch = 1; // more takes many gigabytes
constexpr std::int64_t benchLabels = 100;
constexpr std::uint64_t benchSeed = 1;

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
    Bench(BenchRequest request, const Progress& progress, std::stop_token stop)
        : m_request(std::move(request)), m_progress(progress), m_stop(std::move(stop))
    {
        const auto outside = [](int least, int most) { return [=](int value) { return value < least || value > most; }; };
        if (m_request.batches.empty() || std::ranges::any_of(m_request.batches, outside(1, 4096)) || outside(1, 4096)(m_request.trainingBatch))
            throw Error(ErrorCode::BadArgument, "bench: batches must lie between 1 and 4096");
        if (m_request.repeats < 1 || m_request.repeats > 10000)
            throw Error(ErrorCode::BadArgument, "bench: repeats must lie between 1 and 10000");
        if (std::ranges::any_of(m_request.rates, [](double rate) { return !(rate > 0 && rate < 1); }))
            throw Error(ErrorCode::BadArgument, "bench: firing rates must lie between 0 and 1");
        if (std::ranges::any_of(m_request.threads, outside(1, 1024)))
            throw Error(ErrorCode::BadArgument, "bench: threads must lie between 1 and 1024");
        if (m_request.threads.empty())
            m_request.threads = std::thread::hardware_concurrency() > 1 ? std::vector{1, 2} : std::vector{1};
    }

    std::vector<BenchCase> run(const Model* current)
    {
        m_groups = (m_request.reference ? 2 : 1) * (static_cast<int>(m_request.batches.size()) + (m_request.training ? 1 : 0));
        time(subjectOf(current), m_request.trainingBatch);
        if (m_request.reference)
            time(fresh("reference", {}), referenceTrainingBatch);
        m_progress(1, "done");
        return m_cases;
    }

private:
    void time(const Subject& subject, int batchInTraining)
    {
        for (const int batch : m_request.batches)
            timeForward(subject, batch);
        at::set_num_threads(m_request.threads.front());
        if (m_request.training)
            timeTraining(subject, batchInTraining);
    }

    static std::vector<std::pair<std::string, nn::Path>> spikingPaths(const Subject& subject)
    {
        if (!subject.device().is_cpu())
            return {{"plain", nn::Path::Plain}};
        return {{"fused", nn::Path::Fused}, {"plain", nn::Path::Plain}};
    }

    void timeForward(const Subject& subject, int batch)
    {
        begin(subject, "forward", batch);
        for (auto& timed : benchForward(subject, batch, m_request, m_stop))
            m_cases.push_back(std::move(timed));
    }

    void timeTraining(const Subject& subject, int batch)
    {
        const auto pictures = benchPictures(subject, batch);
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
        timeSteps(subject, batch, turns);
    }

    void begin(const Subject& subject, const std::string& work, int batch)
    {
        m_progress(static_cast<double>(m_done++) / m_groups, subject.name + ": " + work + ", batch " + std::to_string(batch));
    }

    void timeSteps(const Subject& subject, int batch, std::vector<Turn>& turns)
    {
        begin(subject, "train step", batch);
        takeTurns(turns, m_request.repeats, patienceSeconds, m_stop);
        for (const auto& turn : turns)
            m_cases.push_back({.model = subject.name,
                               .path = turn.name,
                               .work = "train step",
                               .batch = batch,
                               .threads = m_request.threads.front(),
                               .repeats = static_cast<int>(turn.milliseconds.size()),
                               .medianMs = median(turn.milliseconds),
                               .p95Ms = percentile95(turn.milliseconds),
                               .peakMb = turn.peakMb});
    }

    BenchRequest m_request;
    const Progress& m_progress;
    std::stop_token m_stop;
    std::vector<BenchCase> m_cases;
    int m_groups = 1;
    int m_done = 0;
};

}

std::vector<BenchCase> bench(const BenchRequest& request, const Model* current, const Progress& progress, std::stop_token stop)
{
    return Bench(request, progress, std::move(stop)).run(current);
}

}
