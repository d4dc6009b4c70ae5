#pragma once

#include "core/data/data_survey.h"
#include "core/data/outcome.h"
#include "core/data/training.h"

#include <QDateTime>
#include <QString>

#include <memory>
#include <optional>

/// What session::Training is asked to do, and how each kind of job ends.
namespace spikeclip::session {

/// One run of training, as its folder tells of it.
struct TrainingJob
{
    enum class State {
        Queued,
        Running,
        Paused,      ///< by a person
        Interrupted, ///< by the end of the program, however it came
        Finished,
        Cancelled,   ///< by a person; what it has learnt so far is kept
        Failed,
    };
    QString id;   ///< name of its folder among the runs
    QString name; ///< as a person called it
    State state = State::Queued;
    QDateTime created;             ///< UTC; invalid if nobody knows
    std::optional<Failure> reason; ///< why it failed
    bool stopping = false;         ///< still runs, but has been told to stop
    bool elsewhere = false;        ///< another window runs it or has it in its queue: here it can only be looked at
    bool damaged = false;          ///< its job.json cannot be read: it can only be removed
    bool hasState = false;         ///< it can go on from where it stood
    bool hasModel = false;         ///< it has left a model

    bool isUnderWay() const { return state == State::Queued || state == State::Running; }

    /// Whether it may be put into the queue again: from its state, or from its beginning where it has none.
    bool canResume() const { return !elsewhere && !damaged && !isUnderWay() && state != State::Finished; }
};

/// A data set to be looked at.
struct SurveyRequest
{
    QString path;              ///< as io::listSamples understands it
    QString labelFile;         ///< names for its classes; empty: their own
    double validationShare = 0; ///< of each class
    bool open = false;         ///< also decode every picture, to find the broken ones
};

using TrainingLogPtr = std::shared_ptr<const data::TrainingLog>;
using RunSummaryPtr = std::shared_ptr<const data::RunSummary>;
using TrainingLogOutcome = Outcome<TrainingLogPtr>;
using RunSummaryOutcome = Outcome<RunSummaryPtr>;
using SurveyOutcome = Outcome<data::DataSurvey>;
using ForecastOutcome = Outcome<data::TrainingForecast>;
using CopyOutcome = Outcome<QString>; ///< the file written

}
