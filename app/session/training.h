#pragma once

#include "app/session/file_thread.h"
#include "app/session/jobs.h"
#include "app/session/latest_wins.h"
#include "app/session/log_copies.h"
#include "app/session/training_files.h"
#include "app/session/training_job.h"
#include "app/session/training_worker.h"
#include "app/session/worker_thread.h"

#include <QLockFile>
#include <QObject>
#include <QSize>
#include <QString>
#include <QStringList>
#include <QTimer>

#include <deque>
#include <map>
#include <memory>
#include <optional>
#include <stop_token>
#include <vector>

namespace spikeclip::session {

/// Jobs of training, one after another, each in a folder of its own, on a thread and an engine beside those of Inference: the window goes on to answer with the
/// weights it has.
///
/// A second thread reads and writes the small files: what a job says of itself, logs and summaries of past jobs, pictures of data sets, the survey of one. So they are
/// there while a job runs. The survey is the only thing on it that takes long; everything else is done in between.
///
/// A job is locked from the moment it is queued until it has ended, so that two windows never run the same. A program that is killed leaves its jobs behind as they were:
/// at the next start they are Interrupted, and can be resumed.
///
/// All signals are emitted on the thread of this object. The destructor stops what runs, forgets what waits, and joins both threads; what it stopped is Interrupted.
class Training : public QObject
{
    Q_OBJECT
public:
    using State = TrainingJob::State;

    struct Options
    {
        QString runsFolder = {};                ///< empty: "runs" among the user's data of this program
        TrainingFiles files = programFiles();
    };

    enum class Disposal { Trash, Delete };

    /// How long new events may wait, at most ten deliveries a second.
    static constexpr int deliveryIntervalMs = 100;

    /// Begins with a look into the folder of runs, which scanned() tells of.
    Training(EngineFactory makeEngine, Options options, QObject* parent = nullptr);
    ~Training() override;

    /// On what jobs and forecasts that begin from now on are computed.
    void setCompute(const ComputeOptions& compute) { m_compute = compute; }

    /// Looks again into the folder of runs: other windows write there, too.
    void rescan();

    const QString& runsFolder() const { return m_runsFolder; }
    std::vector<TrainingJob> jobs() const; ///< oldest first
    std::optional<TrainingJob> job(const QString& id) const;
    QString folder(const QString& id) const;    ///< empty if there is no such job
    QString modelFile(const QString& id) const; ///< what the job has left; empty if there is none yet

    /// What a job of this session has said until now; null if it has not run in this session. It never changes, and costs nothing to have.
    TrainingLogPtr log(const QString& id) const;

    /// Makes a folder for a new job and puts it into the queue; its id.
    ///
    /// Errors  Failure(FileUnwritable). A recipe that cannot be made or written later makes the job Failed.
    Outcome<QString> submit(const data::TrainingPlan& plan);

    /// Stops a job within one batch, its state saved; or takes it out of the queue.
    void pause(const QString& id);
    void cancel(const QString& id); ///< likewise, for good; also what is paused or interrupted. What has been learnt stays, and may be resumed even so.

    /// Puts a job that has ended, but not finished, into the queue. One that is just stopping goes on later.
    void resume(const QString& id);

    /// Forgets a job with its folder; one that is under way is cancelled first. Nothing outside the folder of runs is ever touched.
    void remove(const QString& id, Disposal disposal);

    /// A job runs or waits to.
    bool isBusy() const;

    /// Interrupts what is under way, which the next start will show. Tells stoppedForExit() when nothing runs any more.
    void stopForExit();

    /// A log or summary as its folder has it; of a job that runs, or ran in this session, the log as it is now. Every request is answered.
    void requestLog(const QString& id);
    void requestSummary(const QString& id);

    /// Counts and divides a data set. A newer request stops the running one, of which nothing is told; neither is of a cancelled one.
    void requestSurvey(const SurveyRequest& request);
    void cancelSurvey();
    bool isSurveying() const { return m_surveys.isWaiting() || (m_surveys.isRunning() && !m_surveyCancelled); }

    /// What a plan would take. Only the newest plan is told of. It waits for the job that runs, not for those in the queue: it takes seconds, they take hours.
    void requestForecast(const data::TrainingPlan& plan);
    void cancelForecast(); ///< nothing more is told of it
    bool isForecasting() const { return m_plan.has_value() || (m_forecasting && !m_forecastCancelled); } ///< or waits to do so

    /// Pictures of data sets by their names, made to fit into `size` pixels: one sampleRead() each, in order, after those asked for before.
    void requestSamples(const QStringList& names, QSize size);
    void cancelSamples(); ///< forgets those not read yet

    /// One such picture as large as it is. A newer request takes the place of one that still waits.
    void requestPicture(const QString& name);

    /// Puts a copy of the model that a job has left elsewhere; a file that is there is replaced, at once or not at all.
    void copyModel(const QString& id, const QString& target);

Q_SIGNALS:
    void scanned(); ///< the folder of runs has been looked at: any job may have come, changed or gone
    void jobAdded(const QString& id);
    void jobChanged(const QString& id);
    void jobRemoved(const QString& id);
    void jobNotRemoved(const QString& id, const spikeclip::Failure& failure);
    void jobNotSaved(const QString& id, const spikeclip::Failure& failure); ///< its job.json says something else
    void progressed(const QString& id, double fraction, const QString& note); ///< in [0, 1]; the note is English
    void logChanged(const QString& id, const spikeclip::session::TrainingLogPtr& log); ///< at most ten times a second, and when the job ends
    void logRead(const QString& id, const spikeclip::session::TrainingLogOutcome& outcome);
    void summaryRead(const QString& id, const spikeclip::session::RunSummaryOutcome& outcome);
    void surveyProgressed(double fraction); ///< in [0, 1]
    void surveyed(const spikeclip::session::SurveyOutcome& outcome);
    void forecasted(const spikeclip::session::ForecastOutcome& outcome);
    void sampleRead(const QString& name, const spikeclip::data::ImagePtr& picture); ///< null if it cannot be read
    void pictureRead(const QString& name, const spikeclip::session::PictureOutcome& outcome);
    void modelCopied(const QString& id, const spikeclip::session::CopyOutcome& outcome);
    void stoppedForExit();

private:
    /// A job that this window knows.
    struct Entry
    {
        TrainingJob job;
        std::shared_ptr<QLockFile> lock; ///< from the queue to the end
        bool preparing = false;          ///< its way into the queue is being written
        bool removing = false;
        int writes = 0;                  ///< posted and not told of yet: until then memory knows better than the folder
        std::optional<Disposal> removeWhenFree;
        std::optional<LogCopies> log; ///< of this session
    };

    /// What came of a job's way into the queue.
    struct Prepared
    {
        TrainingJob job;                 ///< as the folder has it now
        std::shared_ptr<QLockFile> lock; ///< null: it may not run, the job says why
    };

    // training.cpp: jobs
    Entry* find(const QString& id);
    const Entry* find(const QString& id) const;
    QString pathOf(const QString& id) const;
    void onScanned(const std::vector<TrainingJob>& found);
    void prepare(const QString& id, const std::optional<data::TrainingPlan>& plan);
    void onPrepared(const QString& id, Prepared prepared);
    void stop(const QString& id, State state);
    void startNext();
    void start(const QString& id);
    void onTrained();
    void settle();
    void save(Entry& entry);
    void interruptAll();
    void beginRemoval(const QString& id, Disposal disposal);

    // training_requests.cpp: events, and what is asked of files and engine beside jobs
    void onEvents();
    void deliver();
    void startSurvey(const SurveyRequest& request);
    bool startForecast();

    QString m_runsFolder;
    TrainingFiles m_work;
    ComputeOptions m_compute;
    std::map<QString, Entry> m_entries;
    std::deque<QString> m_queue; ///< without the one that runs

    std::shared_ptr<TrainingRun> m_run; ///< null while nothing runs
    std::optional<State> m_afterStop;   ///< what the run becomes once it has stopped
    bool m_exiting = false;
    QTimer m_delivery;                  ///< active: new events wait for it

    LatestWins<SurveyRequest> m_surveys;
    std::stop_source m_surveyStop;
    bool m_surveyCancelled = false;
    std::optional<data::TrainingPlan> m_plan; ///< waits for its forecast
    bool m_forecasting = false;
    bool m_forecastCancelled = false;
    std::stop_source m_forecastStop;
    std::stop_source m_samplesStop;
    std::stop_source m_pictureStop;

    FileThread m_files;                     ///< ends after the thread that trains, because the end of a run is written
    WorkerThread<TrainingWorker> m_thread; ///< last, so that it ends before what it reports to
};

}
