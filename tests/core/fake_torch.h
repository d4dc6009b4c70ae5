#pragma once

#include "core/data/outcome.h"
#include "core/engine.h"
#include "core/io/checkpoint.h"

#include <optional>
#include <string>
#include <thread>
#include <vector>

namespace spikeclip::test {

/// What a test learns of the engine behind, and how it makes it fail.
struct TorchLog
{
    bool missing = false;
    std::optional<ErrorCode> refuses; ///< to load a model
    std::string hash;                 ///< instead of the file's
    int asked = 0;                    ///< how often somebody wanted it made
    int made = 0;
    std::vector<std::string> loads;
    ComputeOptions compute; ///< of the last load
    std::vector<InferenceRequest> inferences;
    int races = 0;
    std::vector<double> passes; ///< what the passes of the spiking network gave
    int evaluations = 0;
    ComputeOptions training;
    int benches = 0;
    std::thread::id home;
    bool onOneThread = true;
};

class FakeTorch : public Engine
{
public:
    explicit FakeTorch(TorchLog& log) : m_log(log)
    {
        ++m_log.made;
        m_log.home = std::this_thread::get_id();
    }

    Outcome<ModelInfo> load(const std::string& file, const ComputeOptions& compute) override
    {
        m_log.onOneThread = m_log.onOneThread && m_log.home == std::this_thread::get_id();
        if (m_log.refuses)
            return Failure{*m_log.refuses, file};
        m_log.loads.push_back(file);
        m_log.compute = compute;
        ModelInfo info{.file = file, .hash = m_log.hash.empty() ? io::readCheckpoint(file).hash : m_log.hash, .hasTwin = true};
        info.device = compute.device;
        info.path = compute.path == ComputePath::Auto ? ComputePath::Fused : compute.path;
        return info;
    }

    Outcome<InferenceResult> infer(const InferenceRequest& request, std::stop_token) override
    {
        m_log.onOneThread = m_log.onOneThread && m_log.home == std::this_thread::get_id();
        m_log.inferences.push_back(request);
        return InferenceResult{.cosine = {std::vector<double>(request.labels.size(), 0.75)}, .imageMs = 1000};
    }

    Outcome<data::PotentialTrace> trace(const TraceRequest& request, std::stop_token) override
    {
        return data::PotentialTrace{.layer = "behind: " + request.layer};
    }

    Outcome<std::vector<data::LabelReading>> read(const ReadRequest&, std::stop_token) override { return std::vector<data::LabelReading>(7); }

    /// Three passes of the spiking network of whoever asks.
    Outcome<RaceReport> race(const RaceRequest& request, std::stop_token) override
    {
        ++m_log.races;
        for (int i = 0; i < 3 && request.spiking; ++i)
            m_log.passes.push_back(request.spiking());
        return RaceReport{.snnMedianMs = 1, .annMedianMs = 2, .repeats = 3, .snnPath = "behind", .annPath = "behind", .residentAfterBytes = 7};
    }

    Outcome<EvaluationReport> evaluate(const EvaluationRequest&, const Progress&, std::stop_token) override
    {
        ++m_log.evaluations;
        return EvaluationReport{.count = 77};
    }

    Outcome<data::MachineSpeed> speed(bool, const Progress&, std::stop_token) override { return data::MachineSpeed{}; }

    Outcome<TrainingSummary> train(const TrainingRequest&, const ComputeOptions& compute, const Progress&, std::stop_token) override
    {
        m_log.training = compute;
        return TrainingSummary{};
    }

    Outcome<data::TrainingForecast> forecast(const TrainingRequest&, const ComputeOptions&, std::stop_token) override { return Cancelled{}; }

    Outcome<SelfCheckReport> selfCheck(const std::string&, const Progress&, std::stop_token) override { return Cancelled{}; }

    Outcome<std::vector<BenchCase>> bench(const BenchRequest&, const ComputeOptions&, const Progress&, std::stop_token) override
    {
        ++m_log.benches;
        return std::vector<BenchCase>{};
    }

private:
    TorchLog& m_log;
};

}
