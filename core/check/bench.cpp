#include "core/check/bench.h"

#include "core/check/bench_forward.h"
#include "core/check/bench_training.h"
#include "core/data/outcome.h"
#include "core/model.h"

#include <ATen/ATen.h>
#include <ATen/Parallel.h>

#include <algorithm>
#include <thread>

namespace spikeclip::check {

namespace {

constexpr int referenceTrainingBatch = 1; // more takes many gigabytes

Subject fresh(const std::string& name, const data::ImageConfig& config, const at::Device& device = at::kCPU)
{
    // By the hash rule, whose neurons fire: untrained weights of the usual start leave deep layers silent.
    const auto weights = [&](const std::vector<nn::WeightSpec>& specs, double gain) { return nn::hashedWeights(specs, "", gain).to(device, at::kFloat); };
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
        const auto subject = subjectOf(current);
        time(subject, m_request.trainingBatch);
        if (m_request.reference)
            time(fresh("reference", {}, subject.device()), referenceTrainingBatch);
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

    void timeForward(const Subject& subject, int batch)
    {
        begin(subject, "forward", batch);
        for (auto& timed : benchForward(subject, batch, m_request, m_stop))
            m_cases.push_back(std::move(timed));
    }

    void timeTraining(const Subject& subject, int batch)
    {
        begin(subject, "training", batch);
        for (auto& timed : benchTraining(subject, batch, m_request, m_stop))
            m_cases.push_back(std::move(timed));
    }

    void begin(const Subject& subject, const std::string& work, int batch)
    {
        m_progress(static_cast<double>(m_done++) / m_groups, subject.name + ": " + work + ", batch " + std::to_string(batch));
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
