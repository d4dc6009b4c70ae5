#include "core/train/trainer.h"

#include "core/data/outcome.h"
#include "core/io/atomic_file.h"
#include "core/io/run_files.h"
#include "core/portion.h"
#include "core/torch_errors.h"
#include "core/train/gradient_angle.h"
#include "core/train/judgement.h"
#include "core/train/meter.h"
#include "core/train/objective.h"
#include "core/train/optimizer.h"
#include "core/train/recipe.h"
#include "core/train/run_events.h"
#include "core/train/run_model.h"
#include "core/train/run_state.h"
#include "core/train/shared_run.h"
#include "core/train/summary.h"

#include <ATen/ATen.h>

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
using Note = data::TrainingNote;

constexpr std::int64_t fewestJudgements = 8; // of a stage
constexpr std::int64_t mostJudgements = 40;
constexpr int healthPictures = 32;
constexpr std::int64_t stepsBetweenAngles = 20; // the angle of two gradients costs two passes backwards

std::string fixed(double value, int digits)
{
    auto text = std::to_string(value);
    return text.substr(0, text.find('.') + static_cast<std::size_t>(digits) + (digits > 0 ? 1 : 0));
}

/// Reports nothing.
const Progress silence = [](double, const std::string&) {};

/// What a gated step follows: the labels, and the penalty, which no teacher asks for.
at::Tensor withoutTeacher(const Stage& stage, const Loss& loss)
{
    const auto labels = stage.crossEntropyWeight * loss.crossEntropy;
    return loss.firingRate.defined() ? labels + stage.rateWeight * loss.firingRate : labels;
}

/// After every epoch, but not too rarely and not too often.
std::int64_t batchesBetweenJudgements(std::int64_t steps, std::int64_t batchesPerEpoch)
{
    const auto most = std::max<std::int64_t>(1, steps / fewestJudgements);
    return std::clamp(batchesPerEpoch, std::min(most, std::max<std::int64_t>(1, steps / mostJudgements)), most);
}

class Run
{
public:
    Run(const TrainingRequest& request, const ComputeOptions& compute, const Progress& progress, std::stop_token stop)
        : m_request(request), m_recipe(readRecipe(request.recipeFile)), m_device(compute.device), m_precision(compute.precision), m_shared(request.place, m_device),
          m_progress(m_shared.first() ? progress : silence), m_stop(std::move(stop)), m_folder(request.outFolder),
          m_events(m_shared.first() ? (m_folder / "log.jsonl").string() : "", m_shared.first() ? request.watch : RunEvents::Watch())
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
        try {
            for (; m_state.stage < static_cast<int>(m_recipe.stages.size()); nextStage()) {
                runStage(m_recipe.stages[static_cast<std::size_t>(m_state.stage)]);
                saveModel();
            }
            m_shared.inStep([&] {
                if (m_shared.first())
                    finish();
            });
        } catch (const Stopped&) {
            tell(Note::Kind::Stopped);
            throw;
        } catch (const Error& error) {
            if (error.code() == ErrorCode::Diverged)
                rollBack(error);
            throw;
        }
        return {.checkpoint = modelFile(), .metrics = m_state.metrics};
    }

private:
    std::string stateFile() const { return (m_folder / "state.safetensors").string(); }
    std::string modelFile() const { return (m_folder / "model.safetensors").string(); }
    const Stage& stage() const { return m_recipe.stages[static_cast<std::size_t>(m_state.stage)]; }

    void nextStage()
    {
        ++m_state.stage;
        m_state.step = 0;
        m_state.judged = -1;
        m_saved.reset(); // its optimizer starts afresh
    }

    void tell(Note::Kind kind, std::int64_t count = 0, const std::string& detail = {})
    {
        const bool inStage = m_state.stage < static_cast<int>(m_recipe.stages.size());
        m_events.tell(Note{.kind = kind, .stage = inStage ? stage().name() : "", .stageIndex = m_state.stage, .step = m_state.step, .count = count, .detail = detail});
    }

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
            goOn();
        } else {
            refuseForeignFiles();
            m_state.recipe = m_recipe.source;
            writeRecipe();
            tell(Note::Kind::Started, 0, m_device.str() + (m_precision == Precision::Mixed ? ", mixed precision" : ""));
        }
    }

    /// Takes over a recipe that differs in stages to come: how long they should be is often known only when the ones before are done.
    void goOn()
    {
        if (!mayGoOnBy(m_recipe.source, m_state.recipe, m_state.stage))
            throw Error(ErrorCode::BadArgument, m_folder.string() + " holds a run of another recipe; only stages that have not begun may differ");
        const bool changed = m_state.recipe != m_recipe.source;
        if (changed) {
            m_state.recipe = m_recipe.source;
            writeRunState(stateFile(), m_state);
            writeRecipe();
        }
        tell(Note::Kind::Resumed, 0, changed ? "with other stages to come" : "");
    }

    void writeRecipe() const { io::writeFileAtomically((m_folder / "recipe.json").string(), std::as_bytes(std::span(m_recipe.source))); }

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
        m_model.emplace(m_recipe, m_request.dataRoot, m_device, m_precision, m_shared.peers());
        if (m_saved)
            m_model->adopt(*m_saved);
    }

    /// All processes begin with the same weights, whatever their machines made of them.
    void spreadModel() const
    {
        const auto& model = m_model->model();
        if (model.image)
            m_shared.spread(model.image->weights());
        if (model.twin)
            m_shared.spread(model.twin->weights());
        if (model.text)
            m_shared.spread(model.text->weights());
        m_shared.spread(m_model->logScale());
    }

    const PictureData* pictures()
    {
        if (stage().kind == Stage::Kind::AlignText)
            return nullptr;
        if (!m_pictures) {
            m_progress(0, "reading pictures");
            m_pictures = loadPictures(m_recipe, m_model->model().config, m_request.dataRoot,
                                      [&](double share) { m_progress(0, "reading pictures, " + fixed(100 * share, 0) + " %"); }, m_stop);
            if (!m_pictures->broken.empty())
                tell(Note::Kind::Broken, static_cast<std::int64_t>(m_pictures->broken.size()), m_pictures->broken.front().sample + ": " + m_pictures->broken.front().reason);
            if (m_pictures->lonely > 0)
                tell(Note::Kind::LonelyClass, m_pictures->lonely);
            m_healthPictures = spreadOver(healthSet().size(), healthPictures);
        }
        return &*m_pictures;
    }

    /// Pictures not learnt from, if there are any.
    const PictureSet& healthSet() const { return m_pictures->validation.size() > 0 ? m_pictures->validation : m_pictures->train; }

    void runStage(const Stage& stage)
    {
        std::unique_ptr<Objective> objective;
        m_shared.inStep([&] {
            objective = m_model->objective(stage, pictures(), [&](double share) { m_progress(0, "computing features, " + fixed(100 * share, 0) + " %"); }, m_stop);
        });
        m_shared.requireAlike(std::to_string(objective->batchesPerEpoch()) + " of " + std::to_string(objective->samplesPerBatch()), "number of samples");
        AdamW optimizer(objective->parameters(), stage.weightDecay);
        if (m_saved && m_state.step > 0)
            optimizer.restore(*m_saved, m_state.updates);
        m_steps = static_cast<std::int64_t>(std::ceil(stage.epochs * static_cast<double>(objective->batchesPerEpoch())));
        const auto samples = objective->samplesPerBatch();
        const auto place = m_device.str() + ", " + stage.name() + " with batches of " + std::to_string(samples);
        Portion portion(samples, [&](int size) { reportPortion(size, samples); });
        if (m_state.step == 0) {
            tell(Note::Kind::StageBegan);
            saveState(optimizer); // what a run that diverges goes back to, if nothing better comes
        }
        m_lastSave = Clock::now();
        try {
            learnBatches(stage, *objective, optimizer, portion, place);
        } catch (const Stopped&) {
            keep(optimizer);
            throw;
        }
    }

    /// From the state's batch to the last of the stage, judged before the first and every now and then.
    void learnBatches(const Stage& stage, Objective& objective, AdamW& optimizer, Portion& portion, const std::string& place)
    {
        const auto samples = objective.samplesPerBatch();
        const auto judgeEvery = batchesBetweenJudgements(m_steps, objective.batchesPerEpoch());
        const auto judgeWhereDue = [&] {
            const bool due = m_state.step % judgeEvery == 0 || m_state.step == m_steps;
            if (due && m_state.judged != m_state.step) // a run that goes on may have been judged here before, or stopped while it was
                judge(objective);
        };
        Meter meter({.stage = stage.name(), .stageIndex = m_state.stage, .steps = m_steps}, objective.batchesPerEpoch(), samples, m_state.step);
        Watchdog watchdog;
        auto nextAngle = m_state.step;
        judgeWhereDue();
        while (m_state.step < m_steps) {
            if (m_shared.any(m_stop.stop_requested()))
                throw Stopped{};
            const auto rate = learningRate(m_state.step, m_steps, stage.learningRate, stage.finalLearningRate, stage.warmUp);
            const bool tellsOfBatch = m_shared.any(meter.isDue(m_state.step + 1)); // clocks differ, and an angle is asked of all or none
            const bool wantsAngle = tellsOfBatch && m_state.step >= nextAngle;
            const auto attempt = [&](int size) {
                return withOurErrors(place, [&] { return learn(stage, objective, optimizer, size, wantsAngle); });
            };
            if (wantsAngle)
                nextAngle = m_state.step + stepsBetweenAngles;
            const auto batch = m_shared.alone() ? portion.fit(attempt) : attempt(samples); // others wait for the share as it is
            const auto norm = batch.skipped ? 0 : optimizer.step(rate, stage.clipNorm);
            if (!std::isfinite(norm)) // the weights are spoilt now: neither saved nor, after the last batch, called a result
                throw Error(ErrorCode::Diverged, where() + ": the gradient is not a number");
            if (watchdog.explodes(batch.loss))
                throw Error(ErrorCode::Diverged, where() + ": the loss has grown to " + fixed(batch.loss, 1));
            m_model->limitScale();
            ++m_state.step;
            meter.add(batch);
            if (tellsOfBatch)
                m_events.tell(meter.take(m_state.step, rate, norm, stepsBehind()));
            judgeWhereDue();
            report(samples, meter.imagesPerSecond(m_state.step), batch.loss);
            if ((secondsSince(m_lastSave) > 60 * m_recipe.checkpointMinutes && watchdog.isCalm()) || m_state.step == m_steps) {
                keep(optimizer);
                tell(Note::Kind::Checkpoint);
            }
        }
    }

    std::string where() const { return stage().name() + ", batch " + std::to_string(m_state.step + 1); }

    /// Leaves the gradient of the next batch in the parameters, part by part.
    LearntBatch learn(const Stage& stage, Objective& objective, AdamW& optimizer, int partSize, bool wantsAngle) const
    {
        optimizer.clearGradients(); // also of what a part that did not fit has left
        const auto samples = objective.samplesPerBatch();
        const auto share = m_shared.share(samples);
        const auto end = share.first + share.count;
        auto sums = at::zeros({6}, at::kDouble); // total, cross-entropy, divergence, alignment, top-1, firing rate
        LearntBatch batch;
        Loss loss;
        for (int first = share.first; first < end && !batch.skipped; first += partSize) {
            const Part part{first, std::min(partSize, end - first)};
            const auto weight = static_cast<double>(part.count) / samples;
            loss = objective.loss(m_state.step, part);
            auto numbers = at::zeros({6}, at::kDouble);
            for (const auto& [index, number] : {std::pair{0, loss.total}, {1, loss.crossEntropy}, {2, loss.divergence}, {3, loss.alignment}, {4, loss.top1},
                                                 {5, loss.firingRate}})
                if (number.defined())
                    numbers[index] = number.template item<double>() * weight;
            m_shared.sum(numbers);
            sums += numbers;
            if (!std::isfinite(sums[0].item<double>()))
                throw Error(ErrorCode::Diverged, where() + ": the loss is not a number");
            const bool twoLosses = loss.crossEntropy.defined() && loss.divergence.defined();
            if (twoLosses && first == share.first && (wantsAngle || stage.angleGate > 0))
                batch.gradientAngle = gradientAngle(loss.crossEntropy * weight, loss.divergence * weight, objective.parameters(), [&](at::Tensor& all) { m_shared.sum(all); });
            const bool gated = twoLosses && stage.angleGate > 0;
            batch.skipped = gated && *batch.gradientAngle > stage.angleGate;
            if (!batch.skipped)
                ((gated ? withoutTeacher(stage, loss) : loss.total) * weight).backward();
        }
        if (batch.skipped)
            sums *= static_cast<double>(share.count) / std::min(partSize, share.count); // only a part has been seen
        else
            m_shared.sumGradients(objective.parameters());
        const auto known = [&](int index, const at::Tensor& number) { return number.defined() ? std::optional(sums[index].item<double>()) : std::nullopt; };
        batch.loss = sums[0].item<double>();
        batch.crossEntropy = known(1, loss.crossEntropy);
        batch.divergence = known(2, loss.divergence);
        batch.alignment = known(3, loss.alignment);
        batch.top1 = known(4, loss.top1);
        batch.firingRate = known(5, loss.firingRate);
        return batch;
    }

    void judge(Objective& objective)
    {
        m_shared.inStep([&] {
            if (!m_shared.first())
                return;
            const auto epoch = static_cast<double>(m_state.step) / static_cast<double>(objective.batchesPerEpoch());
            const auto figures = objective.validate(m_stop);
            for (const auto& [name, value] : figures)
                m_state.metrics[stage().name() + "." + name] = value;
            if (const auto found = figures.find("top1"); found != figures.end()) {
                data::ValidationPoint point{.stage = stage().name(), .stageIndex = m_state.stage, .step = m_state.step, .epoch = epoch, .top1 = found->second};
                for (int t = 1; figures.contains("top1_at_" + std::to_string(t)); ++t)
                    point.top1PerStep.push_back(figures.at("top1_at_" + std::to_string(t)));
                point.top1PerStep.push_back(found->second);
                m_events.tell(point);
            }
            if (stage().kind == Stage::Kind::AlignText || stage().kind == Stage::Kind::Ann)
                return;
            auto point = health(m_model->model(), healthSet(), m_healthPictures, stage().steps, m_model->path());
            point.stage = stage().name();
            point.stageIndex = m_state.stage;
            point.step = m_state.step;
            point.epoch = epoch;
            m_events.tell(point);
        });
        m_state.judged = m_state.step;
    }

    /// Batches of the stages that follow, as far as they learn from pictures.
    std::int64_t stepsBehind() const
    {
        double steps = 0;
        for (auto i = static_cast<std::size_t>(m_state.stage) + 1; m_pictures && i < m_recipe.stages.size(); ++i)
            steps += m_recipe.stages[i].epochs * static_cast<double>(std::max<std::int64_t>(1, m_pictures->train.size() / m_recipe.stages[i].batch));
        return static_cast<std::int64_t>(std::ceil(steps));
    }

    /// Of the whole run, in [0, 1].
    double shareDone() const
    {
        return (m_state.stage + static_cast<double>(m_state.step) / static_cast<double>(std::max<std::int64_t>(1, m_steps))) / static_cast<double>(m_recipe.stages.size());
    }

    void reportPortion(int size, int batch)
    {
        tell(Note::Kind::LessMemory, size, "of " + std::to_string(batch));
        m_progress(shareDone(), stage().name() + ": not enough memory on " + m_device.str() + ", going on with " + std::to_string(size) + " of "
                                    + std::to_string(batch) + " at a time");
    }

    void report(int samples, double speed, double loss)
    {
        const auto left = static_cast<double>((m_steps - m_state.step) * samples) / std::max(speed, 1e-9);
        m_progress(shareDone(), stage().name() + ": batch " + std::to_string(m_state.step) + " of " + std::to_string(m_steps) + ", loss " + fixed(loss, 3) + ", "
                                    + fixed(speed, 0) + " images/s, " + fixed(left / 60, 1) + " min left");
    }

    /// What was learnt since the state was saved last.
    void keep(const AdamW& optimizer)
    {
        m_state.seconds += secondsSince(m_lastSave);
        saveState(optimizer);
        m_lastSave = Clock::now();
    }

    void saveState(const AdamW& optimizer)
    {
        if (!m_shared.first())
            return;
        m_state.updates = optimizer.updates();
        m_state.tensors = optimizer.state();
        m_state.tensors.merge(m_model->tensors());
        writeRunState(stateFile(), m_state);
    }

    void saveModel()
    {
        m_shared.inStep([&] {
            if (m_shared.first())
                m_model->save(modelFile());
        });
    }

    /// Leaves the model of the last good state behind.
    void rollBack(const Error& error)
    {
        if (!m_shared.first() || !fs::exists(stateFile()))
            return;
        const auto good = readRunState(stateFile());
        m_model->adopt(good.tensors);
        m_state.stage = good.stage;
        m_state.step = good.step;
        m_model->save(modelFile());
        tell(Note::Kind::RolledBack, 0, error.what());
    }

    /// The model is there: whatever happens now, short of a request to stop, the run has succeeded.
    void finish()
    {
        const auto outcome = guardedTorch([&] {
            writeSummary();
            return true;
        });
        if (std::holds_alternative<Cancelled>(outcome))
            throw Stopped{};
        const auto* failure = std::get_if<Failure>(&outcome);
        tell(Note::Kind::Finished, 0, failure ? "without a summary: " + failure->detail : "");
    }

    void writeSummary()
    {
        m_progress(1, "judging before and after");
        const auto judged = spreadOver(m_pictures ? m_pictures->validation.size() : 0, m_recipe.validationLimit);
        const RunEnd end{.model = *m_model,
                         .file = modelFile(),
                         .initial = m_recipe.initial.empty() ? "" : (fs::path(m_recipe.folder) / m_recipe.initial).string(),
                         .pictures = m_pictures ? &*m_pictures : nullptr,
                         .judged = judged,
                         .healthSet = m_pictures ? &healthSet() : nullptr,
                         .healthPictures = m_healthPictures,
                         .seconds = m_state.seconds};
        io::writeRunSummary((m_folder / "summary.json").string(), summarise(end, m_device, m_stop));
    }

    const TrainingRequest& m_request;
    Recipe m_recipe;
    at::Device m_device;
    Precision m_precision;
    SharedRun m_shared;
    const Progress& m_progress;
    std::stop_token m_stop;
    fs::path m_folder;
    RunEvents m_events;
    RunState m_state;
    std::optional<std::map<std::string, at::Tensor>> m_saved; ///< tensors of the state that is being resumed
    std::optional<RunModel> m_model;
    std::optional<PictureData> m_pictures;
    std::vector<std::int64_t> m_healthPictures; ///< of `healthSet()`
    std::int64_t m_steps = 0;                   ///< batches of the current stage
    Clock::time_point m_lastSave;               ///< of the state, or when the stage began here
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
