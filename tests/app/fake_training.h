#pragma once

#include "app/session/training.h"
#include "tests/app/fake_engine.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>

#include <sys/resource.h>

#include <filesystem>
#include <fstream>
#include <optional>

namespace spikeclip::test {

/// What a test may see and steer of training, from another thread.
class FakeTrainingControl
{
public:
    std::shared_ptr<FakeEngineControl> engine = std::make_shared<FakeEngineControl>();
    Gate trainGate;
    Gate forecastGate;
    Gate surveyGate;
    std::atomic<int> trainings = 0; ///< begun
    std::atomic<int> forecasts = 0;
    std::atomic<int> surveys = 0;
    std::atomic<int> niceness = 0;      ///< of the thread that trained last
    std::atomic<int> points = 3;        ///< that each training says before it comes to the gate
    std::atomic<bool> trashWorks = true;
    std::atomic<bool> engineMissing = false;

    void note(const std::string& what) { engine->note(what); }

    /// What was done, in order: "train" or "resume" and the folder, "forecast" and the recipe, "survey" and the path, "trash" and the folder.
    std::vector<std::string> history() { return engine->history(); }

    void fail(const std::string& run, const Failure& failure)
    {
        const std::lock_guard lock(m_mutex);
        m_failures[run] = failure;
    }

    std::optional<Failure> failureOf(const std::string& run)
    {
        const std::lock_guard lock(m_mutex);
        const auto found = m_failures.find(run);
        return found == m_failures.end() ? std::nullopt : std::optional(found->second);
    }

    void saidAll()
    {
        {
            const std::lock_guard lock(m_mutex);
            ++m_said;
        }
        m_changed.notify_all();
    }

    /// Blocks the caller, and with it all deliveries to it, until so many trainings have come to the gate.
    void waitForSaying(int count)
    {
        std::unique_lock lock(m_mutex);
        m_changed.wait(lock, [&] { return m_said >= count; });
    }

private:
    std::mutex m_mutex;
    std::condition_variable m_changed;
    std::map<std::string, Failure> m_failures; ///< by the run's recipe
    int m_said = 0;
};

inline std::string contentOf(const std::filesystem::path& file)
{
    std::ifstream stream(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()};
}

/// Says some points, waits at a gate, and ends. State, log and model are files that hold a number or a word.
class FakeTrainingEngine : public FakeEngine
{
public:
    explicit FakeTrainingEngine(std::shared_ptr<FakeTrainingControl> control) : FakeEngine(control->engine), m_training(std::move(control)) {}

    Outcome<TrainingSummary> train(const TrainingRequest& request, const ComputeOptions&, const Progress& progress, std::stop_token stop) override
    {
        checkThread();
        const std::filesystem::path folder = request.outFolder;
        const auto recipe = contentOf(request.recipeFile);
        m_training->niceness = getpriority(PRIO_PROCESS, 0);
        ++m_training->trainings;
        m_training->note((request.resume ? "resume " : "train ") + folder.filename().string());
        std::int64_t step = 0;
        if (request.resume) {
            step = std::stoll(contentOf(folder / "state.safetensors"));
            request.watch(data::TrainingNote{.kind = data::TrainingNote::Kind::Resumed, .step = step});
        }
        progress(0.5, "halfway");
        std::ofstream log(folder / "log.jsonl", std::ios::app);
        for (int i = 0; i < m_training->points; ++i) {
            log << ++step << '\n' << std::flush;
            request.watch(data::TrainingPoint{.stage = "head", .step = step});
        }
        m_training->saidAll();
        const bool open = m_training->trainGate.pass(stop);
        if (const auto failure = m_training->failureOf(recipe))
            return *failure;
        std::ofstream(folder / "state.safetensors") << step;
        if (!open)
            return Cancelled{};
        request.watch(data::TrainingNote{.kind = data::TrainingNote::Kind::Finished});
        std::ofstream(folder / "model.safetensors") << "weights";
        std::ofstream(folder / "summary.json") << "summary of " << recipe;
        return TrainingSummary{.checkpoint = (folder / "model.safetensors").string(), .metrics = {{"top1", 0.9}}};
    }

    Outcome<data::TrainingForecast> forecast(const TrainingRequest& request, const ComputeOptions&, std::stop_token stop) override
    {
        checkThread();
        const auto recipe = contentOf(request.recipeFile);
        m_training->note("forecast " + recipe);
        ++m_training->forecasts;
        if (!m_training->forecastGate.pass(stop))
            return Cancelled{};
        return data::TrainingForecast{.pictures = static_cast<std::int64_t>(recipe.size()), .seconds = 12};
    }

private:
    std::shared_ptr<FakeTrainingControl> m_training;
};

/// Files as the fake engine writes them. A recipe is the plan's name; a sample called "broken" cannot be read.
inline session::TrainingFiles fakeFiles(std::shared_ptr<FakeTrainingControl> control)
{
    return {.recipeText =
                [](const data::TrainingPlan& plan) {
                    if (plan.name == "unwritable")
                        throw Error(ErrorCode::RecipeBroken, "asked to fail");
                    return plan.name;
                },
            .survey =
                [control](const session::SurveyRequest& request, const std::function<void(double)>& progress, std::stop_token stop) {
                    control->note("survey " + request.path.toStdString());
                    progress(0.5);
                    ++control->surveys;
                    if (!control->surveyGate.pass(stop))
                        throw Stopped{};
                    progress(1);
                    if (request.path == QLatin1String("gone"))
                        throw Error(ErrorCode::FileMissing, "gone");
                    return data::DataSurvey{.path = request.path.toStdString(), .opened = request.open};
                },
            .readSample =
                [](const std::string& name) -> data::ImagePtr {
                    if (name == "broken")
                        throw Error(ErrorCode::PictureBroken, name);
                    return std::make_shared<const data::Image>(data::Image{.width = 40, .height = 20, .pixels = std::vector<std::uint8_t>(2400, 7)});
                },
            .readLog =
                [](const std::string& file) {
                    data::TrainingLog log;
                    std::ifstream stream(file);
                    for (std::int64_t step = 0; stream >> step;)
                        log.points.push_back({.stage = "head", .step = step});
                    return log;
                },
            .readSummary =
                [](const std::string& file) {
                    if (!std::filesystem::exists(file))
                        throw Error(ErrorCode::FileMissing, file);
                    return data::RunSummary{.name = contentOf(file)};
                },
            .moveToTrash =
                [control](const QString& folder) {
                    control->note("trash " + QFileInfo(folder).fileName().toStdString());
                    return control->trashWorks && QDir(folder).rename(folder, folder + QStringLiteral("/../../trashed"));
                }};
}

/// A window's training, with everything that it told.
struct TrainingWindow
{
    explicit TrainingWindow(std::shared_ptr<FakeTrainingControl> control_, const QString& runs)
        : control(std::move(control_)),
          training(std::make_unique<session::Training>(
              [c = control]() -> Outcome<std::unique_ptr<Engine>> {
                  if (c->engineMissing)
                      return Failure{ErrorCode::EngineMissing, "no module"};
                  return std::make_unique<FakeTrainingEngine>(c);
              },
              session::Training::Options{.runsFolder = runs, .files = fakeFiles(control)}))
    {
        using session::Training;
        auto* from = training.get();
        QObject::connect(from, &Training::scanned, from, [this] { ++scans; });
        QObject::connect(from, &Training::jobRemoved, from, [this](const QString& id) { removed << id; });
        QObject::connect(from, &Training::jobNotRemoved, from, [this](const QString&, const Failure& failure) { notRemoved.push_back(failure); });
        QObject::connect(from, &Training::jobNotSaved, from, [this](const QString&, const Failure& failure) { notSaved.push_back(failure); });
        QObject::connect(from, &Training::progressed, from, [this](const QString&, double fraction, const QString&) { progress.push_back(fraction); });
        QObject::connect(from, &Training::logChanged, from, [this](const QString&, const auto& log) { logs.push_back(log); });
        QObject::connect(from, &Training::logRead, from, [this](const QString&, const auto& outcome) { pastLogs.push_back(outcome); });
        QObject::connect(from, &Training::summaryRead, from, [this](const QString&, const auto& outcome) { summaries.push_back(outcome); });
        QObject::connect(from, &Training::surveyed, from, [this](const auto& outcome) { surveys.push_back(outcome); });
        QObject::connect(from, &Training::forecasted, from, [this](const auto& outcome) { forecasts.push_back(outcome); });
        QObject::connect(from, &Training::sampleRead, from, [this](const QString& name, const auto& image) { samples.emplace_back(name, image); });
        QObject::connect(from, &Training::stoppedForExit, from, [this] { ++stopped; });
    }

    /// The id of a new job.
    QString submit(const std::string& name) const
    {
        auto made = training->submit({.name = name});
        return std::holds_alternative<QString>(made) ? std::get<QString>(made) : QString();
    }

    std::optional<session::TrainingJob::State> state(const QString& id) const
    {
        const auto job = training->job(id);
        return job ? std::optional(job->state) : std::nullopt;
    }

    /// What the folder says.
    QString saved(const QString& id) const
    {
        QFile file(training->runsFolder() + QLatin1Char('/') + id + QStringLiteral("/job.json"));
        return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
    }

    std::shared_ptr<FakeTrainingControl> control;
    std::unique_ptr<session::Training> training;
    int scans = 0;
    int stopped = 0;
    QStringList removed;
    std::vector<Failure> notRemoved;
    std::vector<Failure> notSaved;
    std::vector<double> progress;
    std::vector<session::TrainingLogPtr> logs;
    std::vector<session::TrainingLogOutcome> pastLogs;
    std::vector<session::RunSummaryOutcome> summaries;
    std::vector<session::SurveyOutcome> surveys;
    std::vector<session::ForecastOutcome> forecasts;
    std::vector<std::pair<QString, data::ImagePtr>> samples;
};

/// A folder for runs, and one window after another that works in it.
struct TrainingFixture
{
    QTemporaryDir scratch;
    QString runs = scratch.filePath(QStringLiteral("runs"));
    std::shared_ptr<FakeTrainingControl> control = std::make_shared<FakeTrainingControl>();
    std::optional<TrainingWindow> window;

    TrainingFixture() { open(); }

    /// Also closes the window before.
    TrainingWindow& open()
    {
        window.reset();
        return window.emplace(control, runs);
    }

    /// A folder as somebody else has left it.
    QString leave(const QString& id, const QByteArray& jobFile) const
    {
        const auto folder = runs + QLatin1Char('/') + id;
        QDir().mkpath(folder);
        QFile file(folder + QStringLiteral("/job.json"));
        if (file.open(QIODevice::WriteOnly))
            file.write(jobFile);
        return folder;
    }
};

}
