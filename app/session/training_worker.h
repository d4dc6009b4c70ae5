#pragma once

#include "app/session/event_feed.h"
#include "app/session/jobs.h"
#include "app/session/training_files.h"

#include <QObject>

#include <memory>
#include <stop_token>

namespace spikeclip::session {

/// One run on its way. The worker writes `outcome` and what was left behind before it says that the run has ended; until then only `feed` and `stop` are for both.
struct TrainingRun
{
    QString id;
    QString folder;
    ComputeOptions compute;
    std::stop_source stop;
    EventFeed feed;
    Outcome<TrainingSummary> outcome = Cancelled{};
    TrainingJob left; ///< only hasState and hasModel
};

/// Lives on the thread that trains, where it makes, uses and destroys an engine. Throws nothing.
class TrainingWorker : public QObject
{
public:
    TrainingWorker(EngineFactory makeEngine, TrainingFiles files) : m_makeEngine(std::move(makeEngine)), m_files(std::move(files)) {}

    /// Trains in the run's folder, on from its state if it has one. `wake` is called when the feed has something and had nothing before.
    void train(TrainingRun& run, const Progress& progress, const std::function<void()>& wake);

    ForecastOutcome forecast(const data::TrainingPlan& plan, const ComputeOptions& compute, std::stop_token stop);

private:
    Engine& engine();

    EngineFactory m_makeEngine;
    TrainingFiles m_files;
    std::unique_ptr<Engine> m_engine;
};

}
