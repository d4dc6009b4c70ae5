#include "core/train/trainer.h"

#include "core/data/outcome.h"
#include "core/io/atomic_file.h"
#include "core/model.h"
#include "core/portion.h"
#include "core/torch_errors.h"
#include "core/train/objective.h"
#include "core/train/optimizer.h"
#include "core/train/recipe.h"
#include "core/train/run_log.h"
#include "core/train/run_state.h"
#include "core/train/shared_run.h"

#include <ATen/ATen.h>
#include <ATen/core/grad_mode.h>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <filesystem>
#include <numbers>
#include <optional>
#include <span>

namespace spikeclip::train {

namespace {

namespace fs = std::filesystem;
using Clock = std::chrono::steady_clock;

constexpr std::int64_t logEvery = 50;      // batches
constexpr int validationsPerStage = 8;
constexpr double firstLogScale = 2.6593;   // ln(1 / 0.07), CLIP's initial temperature
constexpr double largestLogScale = 4.6052; // ln 100, CLIP's limit

double secondsSince(Clock::time_point start)
{
    return std::chrono::duration<double>(Clock::now() - start).count();
}

std::string fixed(double value, int digits)
{
    auto text = std::to_string(value);
    return text.substr(0, text.find('.') + static_cast<std::size_t>(digits) + (digits > 0 ? 1 : 0));
}

/// Reports nothing.
const Progress silence = [](double, const std::string&) {};

class Run
{
public:
    Run(const TrainingRequest& request, const ComputeOptions& compute, const Progress& progress, std::stop_token stop)
        : m_request(request), m_recipe(readRecipe(request.recipeFile)), m_device(compute.device), m_precision(compute.precision),
          m_shared(request.place, m_device), m_progress(m_shared.first() ? progress : silence),
          m_stop(std::move(stop)),
          m_folder(request.outFolder), m_log(m_shared.first() ? (m_folder / "log.jsonl").string() : "")
    {
    }

    TrainingSummary run()
    {
        m_shared.requireAlike(m_recipe.source, "recipe");
        m_shared.inStep([&] {
            if (m_shared.first())
                open();
        });
        m_shared.spread(m_state);
        if (!m_state.tensors.empty())
            m_saved = m_state.tensors;
        m_shared.inStep([&] { makeModel(); });
        spreadModel();
        for (; m_state.stage < static_cast<int>(m_recipe.stages.size()); ++m_state.stage, m_state.step = 0) {
            runStage(m_recipe.stages[static_cast<std::size_t>(m_state.stage)]);
            m_saved.reset(); // the next stage's optimizer starts afresh
            m_shared.inStep([&] {
                if (m_shared.first())
                    saveModel();
            });
        }
        return {.checkpoint = modelFile(), .metrics = m_state.metrics};
    }

private:
    std::string stateFile() const { return (m_folder / "state.safetensors").string(); }
    std::string modelFile() const { return (m_folder / "model.safetensors").string(); }
    nn::Path path() const { return m_device.is_cpu() ? nn::Path::Fused : nn::Path::Plain; }

    void open()
    {
        std::error_code error;
        fs::create_directories(m_folder, error);
        if (error)
            throw Error(ErrorCode::FileUnwritable, m_folder.string() + ": " + error.message());
        if (fs::exists(stateFile())) {
            if (!m_request.resume)
                throw Error(ErrorCode::BadArgument, m_folder.string() + " already holds a run; continue it with --resume or choose another folder");
            m_state = readRunState(stateFile());
            if (m_state.recipe != m_recipe.source)
                throw Error(ErrorCode::BadArgument, m_folder.string() + " holds a run of another recipe");
            m_log.write("resumed", "", {{"stage_index", m_state.stage}, {"step", static_cast<double>(m_state.step)}});
        } else {
            refuseForeignFiles();
            m_state.recipe = m_recipe.source;
            io::writeFileAtomically((m_folder / "recipe.json").string(), std::as_bytes(std::span(m_recipe.source)));
        }
    }

    /// Without a state the files that a run would replace are somebody else's; only the same recipe may be left from a run that ended early.
    void refuseForeignFiles() const
    {
        const auto recipeFile = m_folder / "recipe.json";
        const auto text = std::as_bytes(std::span(m_recipe.source));
        const bool otherRecipe =
            fs::exists(recipeFile) && (fs::file_size(recipeFile) != text.size() || !std::ranges::equal(io::readFile(recipeFile.string(), text.size()), text));
        if (otherRecipe || fs::exists(modelFile()))
            throw Error(ErrorCode::BadArgument, (otherRecipe ? recipeFile.string() : modelFile()) + " is there already, but no run of this recipe; choose another folder");
    }

    void makeModel()
    {
        if (!m_recipe.initial.empty()) {
            m_model = readModel((fs::path(m_recipe.folder) / m_recipe.initial).string(), m_device);
            m_model.config.labels = m_recipe.model.labels;
        } else {
            m_model.config = m_recipe.model;
            m_model.image.emplace(m_model.config.image, nn::initialWeights(nn::imageWeights(m_model.config.image), true, m_recipe.seed));
            m_model.twin.emplace(m_model.config.image, nn::initialWeights(nn::twinWeights(m_model.config.image), false, m_recipe.seed + 1));
            if (!m_recipe.text.words.empty()) {
                installWords(m_model, m_recipe.text, m_request.dataRoot);
                m_model.text.emplace(m_model.config.text, freshTextWeights(m_model, m_recipe.seed + 2));
            }
        }
        m_model.card = m_recipe.card;
        m_model.precision = m_precision;
        m_model.peers = m_shared.peers();
        m_log.write("device", "", {{"cuda", m_device.is_cuda()}, {"mixed_precision", m_precision == Precision::Mixed}});
        m_logScale = at::full({}, m_recipe.initial.empty() && m_recipe.learnScale ? firstLogScale : std::log(m_model.config.logitScale));
        if (m_saved)
            adopt(*m_saved);
        else
            place([](const nn::Weights& weights, const char*) { return weights; });
        m_logScale = m_logScale.to(m_device).set_requires_grad(true);
    }

    /// Rebuilds each encoder from `change(weights, prefix)`, on the device of the run and ready to learn.
    template <typename Change>
    void place(Change&& change)
    {
        const auto ready = [&](const nn::Weights& weights, const char* prefix, const std::vector<nn::WeightSpec>& specs) {
            auto placed = change(weights, prefix).to(m_device, at::kFloat).clone();
            placed.setTrainable(specs, true);
            return placed;
        };
        if (m_model.image)
            m_model.image.emplace(m_model.config.image, ready(m_model.image->weights(), "image.", nn::imageWeights(m_model.config.image)));
        if (m_model.twin)
            m_model.twin.emplace(m_model.config.image, ready(m_model.twin->weights(), "ann.", nn::twinWeights(m_model.config.image)));
        if (m_model.text)
            m_model.text.emplace(m_model.config.text, ready(m_model.text->weights(), "text.", nn::textWeights(m_model.config.text)));
    }

    void adopt(const std::map<std::string, at::Tensor>& saved)
    {
        place([&](const nn::Weights& weights, const char* prefix) {
            auto tensors = weights.tensors();
            for (auto& [key, tensor] : tensors)
                if (const auto found = saved.find(prefix + key); found != saved.end())
                    tensor = found->second;
            return nn::Weights(tensors);
        });
        if (const auto found = saved.find("scale"); found != saved.end())
            m_logScale = found->second;
    }

    /// All processes begin with the same weights, whatever their machines made of them.
    void spreadModel() const
    {
        if (m_model.image)
            m_shared.spread(m_model.image->weights());
        if (m_model.twin)
            m_shared.spread(m_model.twin->weights());
        if (m_model.text)
            m_shared.spread(m_model.text->weights());
        m_shared.spread(m_logScale);
    }

    std::unique_ptr<Objective> objectiveOf(const Stage& stage)
    {
        if (stage.kind == Stage::Kind::AlignText) {
            if (!m_model.text)
                throw Error(ErrorCode::RecipeBroken, "align-text needs the member text");
            return makeTextObjective(m_model, stage, m_recipe, loadText(m_model, m_recipe.text, m_request.dataRoot), path());
        }
        if (!m_pictures) {
            m_progress(0, "reading pictures");
            m_pictures = loadPictures(m_recipe, m_request.dataRoot, [&](double share) { m_progress(0, "reading pictures, " + fixed(100 * share, 0) + " %"); }, m_stop);
            m_log.write("data", "", {{"train", static_cast<double>(m_pictures->train.size())},
                                     {"validation", static_cast<double>(m_pictures->validation.size())},
                                     {"labels", static_cast<double>(m_pictures->labels.size())},
                                     {"held_out", static_cast<double>(m_pictures->heldOut)},
                                     {"broken", static_cast<double>(m_pictures->broken.size())}});
        }
        at::NoGradGuard quiet; // label vectors are fixed while pictures are learnt
        const auto vectors = labelTensor(m_model, m_pictures->labels, m_model.config.labels.templates, path()).to(m_device);
        return makePictureObjective(m_model, stage, m_recipe, *m_pictures, vectors, m_logScale, path());
    }

    void runStage(const Stage& stage)
    {
        std::unique_ptr<Objective> objective;
        m_shared.inStep([&] { objective = objectiveOf(stage); });
        m_shared.requireAlike(std::to_string(objective->batchesPerEpoch()) + " of " + std::to_string(objective->samplesPerBatch()), "number of samples");
        AdamW optimizer(objective->parameters(), stage.weightDecay);
        if (m_saved && m_state.step > 0)
            optimizer.restore(*m_saved, m_state.step);
        const auto steps = static_cast<std::int64_t>(std::ceil(stage.epochs * static_cast<double>(objective->batchesPerEpoch())));
        const auto judgeEvery = std::max<std::int64_t>(1, steps / validationsPerStage);
        const auto place = m_device.str() + ", " + stage.name() + " with batches of " + std::to_string(objective->samplesPerBatch());
        Portion portion(objective->samplesPerBatch(), [&](int size) { reportPortion(stage, steps, size, objective->samplesPerBatch()); });
        const auto started = Clock::now();
        const auto firstStep = m_state.step;
        auto lastSave = Clock::now();
        double lossSum = 0;
        std::int64_t lossCount = 0;

        while (m_state.step < steps) {
            if (m_shared.any(m_stop.stop_requested())) {
                saveState(optimizer);
                throw Stopped{};
            }
            const auto rate = learningRate(m_state.step, steps, stage.learningRate, stage.finalLearningRate, stage.warmUp);
            const auto attempt = [&](int size) {
                return withOurErrors(place, [&] { return gradient(stage, *objective, optimizer, size); });
            };
            const auto value = m_shared.alone() ? portion.fit(attempt) : attempt(objective->samplesPerBatch()); // others wait for the share as it is
            const auto norm = optimizer.step(rate, stage.clipNorm);
            if (!std::isfinite(norm)) // the weights are spoilt now: neither saved nor, after the last batch, called a result
                throw Error(ErrorCode::Diverged, stage.name() + ", batch " + std::to_string(m_state.step + 1) + ", gradient");
            limitScale();
            ++m_state.step;
            lossSum += value;
            ++lossCount;

            const auto speed = static_cast<double>((m_state.step - firstStep) * objective->samplesPerBatch()) / secondsSince(started);
            if (m_state.step % logEvery == 0 || m_state.step == steps) {
                m_log.write("train", stage.name(), {{"step", static_cast<double>(m_state.step)},
                                                    {"epoch", static_cast<double>(m_state.step) / static_cast<double>(objective->batchesPerEpoch())},
                                                    {"loss", lossSum / static_cast<double>(lossCount)},
                                                    {"learning_rate", rate},
                                                    {"gradient_norm", norm},
                                                    {"scale", std::exp(m_logScale.item<double>())},
                                                    {"images_per_second", speed}});
                lossSum = 0;
                lossCount = 0;
            }
            if (m_state.step % judgeEvery == 0 || m_state.step == steps)
                judge(stage, *objective);
            report(stage, steps, objective->samplesPerBatch(), speed, value);
            if (secondsSince(lastSave) > 60 * m_recipe.checkpointMinutes || m_state.step == steps) {
                m_state.seconds += secondsSince(lastSave);
                saveState(optimizer);
                lastSave = Clock::now();
            }
        }
    }

    /// Leaves the gradient of the next batch in the parameters, part by part, and returns its loss.
    double gradient(const Stage& stage, Objective& objective, AdamW& optimizer, int partSize) const
    {
        optimizer.clearGradients(); // also of what a part that did not fit has left
        const auto samples = objective.samplesPerBatch();
        const auto share = m_shared.share(samples);
        const auto end = share.first + share.count;
        double value = 0;
        for (int first = share.first; first < end; first += partSize) {
            const Part part{first, std::min(partSize, end - first)};
            const auto loss = objective.loss(m_state.step, part) * (static_cast<double>(part.count) / samples);
            value += m_shared.sum(loss.item<double>());
            if (!std::isfinite(value))
                throw Error(ErrorCode::Diverged, stage.name() + ", batch " + std::to_string(m_state.step + 1));
            loss.backward();
        }
        m_shared.sumGradients(objective.parameters());
        return value;
    }

    void limitScale()
    {
        at::NoGradGuard quiet;
        m_logScale.clamp_(0, largestLogScale);
    }

    void judge(const Stage& stage, Objective& objective)
    {
        m_shared.inStep([&] {
            if (!m_shared.first())
                return;
            auto figures = objective.validate(m_stop);
            for (const auto& [name, value] : figures)
                m_state.metrics[stage.name() + "." + name] = value;
            figures["step"] = static_cast<double>(m_state.step);
            m_log.write("validation", stage.name(), figures);
        });
    }

    /// Of the whole run, in [0, 1].
    double shareDone(std::int64_t steps) const
    {
        return (m_state.stage + static_cast<double>(m_state.step) / static_cast<double>(steps)) / static_cast<double>(m_recipe.stages.size());
    }

    void reportPortion(const Stage& stage, std::int64_t steps, int size, int batch)
    {
        m_log.write("memory", stage.name(), {{"step", static_cast<double>(m_state.step)}, {"batch", batch}, {"samples_at_once", size}});
        m_progress(shareDone(steps), stage.name() + ": not enough memory on " + m_device.str() + ", going on with " + std::to_string(size) + " of "
                                         + std::to_string(batch) + " at a time");
    }

    void report(const Stage& stage, std::int64_t steps, int samples, double speed, double loss)
    {
        const auto left = static_cast<double>((steps - m_state.step) * samples) / std::max(speed, 1e-9);
        m_progress(shareDone(steps), stage.name() + ": batch " + std::to_string(m_state.step) + " of " + std::to_string(steps) + ", loss " + fixed(loss, 3) + ", "
                              + fixed(speed, 0) + " images/s, " + fixed(left / 60, 1) + " min left");
    }

    void saveState(const AdamW& optimizer)
    {
        if (!m_shared.first())
            return;
        m_state.tensors = optimizer.state();
        const auto add = [&](const char* prefix, const nn::Weights& weights) {
            for (const auto& [key, tensor] : weights.tensors())
                if (key != "word_table" && key != "word_scale") // never change; the recipe's files make them again
                    m_state.tensors[prefix + key] = tensor;
        };
        if (m_model.image)
            add("image.", m_model.image->weights());
        if (m_model.twin)
            add("ann.", m_model.twin->weights());
        if (m_model.text)
            add("text.", m_model.text->weights());
        m_state.tensors["scale"] = m_logScale;
        writeRunState(stateFile(), m_state);
    }

    void saveModel()
    {
        m_model.config.logitScale = std::exp(m_logScale.item<double>());
        writeModel(modelFile(), m_model);
    }

    const TrainingRequest& m_request;
    Recipe m_recipe;
    at::Device m_device;
    Precision m_precision;
    SharedRun m_shared;
    const Progress& m_progress;
    std::stop_token m_stop;
    fs::path m_folder;
    RunLog m_log;
    RunState m_state;
    std::optional<std::map<std::string, at::Tensor>> m_saved; ///< tensors of the state that is being resumed
    Model m_model;
    at::Tensor m_logScale; ///< scalar, logarithm of the softmax's scale
    std::optional<PictureData> m_pictures;
};

}

double learningRate(std::int64_t step, std::int64_t steps, double highest, double final, double warmUp)
{
    const auto rising = std::max(1.0, warmUp * static_cast<double>(steps));
    const auto place = static_cast<double>(step);
    if (place < rising)
        return highest * (place + 1) / rising;
    const auto share = (place - rising) / std::max(1.0, static_cast<double>(steps) - rising);
    return final + (highest - final) * 0.5 * (1 + std::cos(std::numbers::pi * share));
}

TrainingSummary train(const TrainingRequest& request, const ComputeOptions& compute, const Progress& progress, std::stop_token stop)
{
    return Run(request, compute, progress, std::move(stop)).run();
}

}
