#pragma once

#include "core/engine.h"

#include <filesystem>
#include <limits>
#include <memory>
#include <utility>

namespace spikeclip::test {

/// What the next calls answer, and what they were asked. Lives longer than the engines that look at it.
struct Script
{
    Outcome<ModelInfo> load = tinyModel();
    Outcome<InferenceResult> infer = twoLabels();
    Outcome<std::vector<data::LabelReading>> read = Cancelled{};
    Outcome<EvaluationReport> evaluate = EvaluationReport{
        .top1 = 0.5, .top5 = 1, .top1PerStep = {0.25, 0.5}, .count = 4, .labels = {"cat", "dog"}, .unknownLabels = {"dog"}, .brokenFiles = {"x/bad.jpg"},
        .firingRate = 0.125, .energy = {.preset = "45 nm", .rules = {"a rule"}, .snnPj = {1e6, 2e6}, .annPj = 9e6}, .seconds = 1.5};
    Outcome<TrainingSummary> train = TrainingSummary{.checkpoint = "out/model.safetensors", .metrics = {{"top1", 0.75}}};
    Outcome<SelfCheckReport> selfCheck = SelfCheckReport{
        .file = "reference.json",
        .deviations = {{.path = "plain float64", .quantity = "image outputs", .largest = 2e-9, .tolerance = 1e-6, .within = true},
                       {.path = "fused float32", .quantity = "spikes", .largest = 3, .tolerance = std::numeric_limits<double>::infinity(), .within = true}},
        .passed = true};
    Outcome<std::vector<BenchCase>> bench = std::vector<BenchCase>{{.model = "default", .path = "fused", .work = "forward", .batch = 32, .threads = 2,
                                                                    .repeats = 20, .medianMs = 12.5, .p95Ms = 14, .firingRate = 0.1,
                                                                    .toPlain = 0.25}};

    int loads = 0;
    int speedsKnown = 0; ///< how often the speed was asked for, content with what is known
    std::string loadedFile;
    ComputeOptions compute;
    InferenceRequest inference;
    ReadRequest reading;
    EvaluationRequest evaluation;
    TrainingRequest training;
    BenchRequest benched;

    static ModelInfo tinyModel()
    {
        ModelInfo info;
        info.file = "model.safetensors";
        info.hash = "abc123";
        info.config.name = "Tiny";
        info.card = R"({"licence": "own"})";
        info.hasTwin = info.hasText = true;
        info.parameters = {{"image", 1200}, {"text", 34}};
        info.device = "cpu";
        info.threads = 2;
        return info;
    }

    /// Two labels at two steps; the second label leads at the end.
    static InferenceResult twoLabels()
    {
        InferenceResult result;
        result.labels = {{.text = "cat", .tokens = 1, .capacity = 8, .unknownWords = {}, .truncated = false},
                         {.text = "blorf dog", .tokens = 2, .capacity = 8, .unknownWords = {"blorf"}, .truncated = false}};
        result.cosine = {{0.3, 0.1}, {0.2, 0.4}};
        result.twinCosine = {};
        result.scale = 10;
        result.layers = {{.name = "patch_embed.proj_lif", .neurons = 100, .spikesPerStep = {10, 30}, .spikes = nullptr}};
        result.energy = {.preset = "45 nm", .rules = {"a rule"}, .snnPj = {1.5e6, 3e6}, .annPj = 12e6};
        result.imageMs = 20.5;
        result.textMs = 1.5;
        return result;
    }
};

class ScriptedEngine : public Engine
{
public:
    explicit ScriptedEngine(Script& script) : m_script(script) {}

    Outcome<ModelInfo> load(const std::string& file, const ComputeOptions& compute) override
    {
        ++m_script.loads;
        m_script.loadedFile = file;
        m_script.compute = compute;
        return m_script.load;
    }

    Outcome<InferenceResult> infer(const InferenceRequest& request, std::stop_token) override
    {
        m_script.inference = request;
        return m_script.infer;
    }

    Outcome<data::PotentialTrace> trace(const TraceRequest&, std::stop_token) override { return Cancelled{}; }

    Outcome<std::vector<data::LabelReading>> read(const ReadRequest& request, std::stop_token) override
    {
        m_script.reading = request;
        return m_script.read;
    }

    Outcome<RaceReport> race(const RaceRequest&, std::stop_token) override { return Cancelled{}; }

    Outcome<EvaluationReport> evaluate(const EvaluationRequest& request, const Progress& progress, std::stop_token) override
    {
        m_script.evaluation = request;
        progress(1, "4 of 4 pictures");
        return m_script.evaluate;
    }

    Outcome<data::MachineSpeed> speed(bool anew, const Progress&, std::stop_token) override
    {
        m_script.speedsKnown += !anew;
        return data::MachineSpeed{};
    }

    Outcome<TrainingSummary> train(const TrainingRequest& request, const ComputeOptions& compute, const Progress& progress, std::stop_token stop) override
    {
        m_script.training = request;
        m_script.compute = compute;
        progress(0.5, "epoch 1 of 2");
        return stop.stop_requested() ? Outcome<TrainingSummary>(Cancelled{}) : m_script.train;
    }

    Outcome<data::TrainingForecast> forecast(const TrainingRequest& request, const ComputeOptions&, std::stop_token) override
    {
        m_script.training = request;
        if (!std::filesystem::exists(request.recipeFile))
            return Failure{ErrorCode::FileMissing, request.recipeFile};
        return data::TrainingForecast{.pictures = 32, .validation = 8, .steps = 30, .seconds = 150, .peakBytes = 122e6, .imagesPerSecond = 500};
    }

    Outcome<SelfCheckReport> selfCheck(const std::string&, const Progress&, std::stop_token) override { return m_script.selfCheck; }

    Outcome<std::vector<BenchCase>> bench(const BenchRequest& request, const ComputeOptions& compute, const Progress&, std::stop_token) override
    {
        m_script.benched = request;
        m_script.compute = compute;
        return m_script.bench;
    }

private:
    Script& m_script;
};

}
