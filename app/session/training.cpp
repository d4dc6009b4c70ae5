#include "app/session/training.h"

#include "app/session/attempt.h"
#include "app/session/run_folder.h"
#include "app/session/throttled.h"
#include "core/io/atomic_file.h"

#include <QDir>
#include <QFileInfo>
#include <QStandardPaths>

#include <algorithm>
#include <span>
#include <utility>

namespace spikeclip::session {

namespace {

QString usualRunsFolder()
{
    return QStandardPaths::writableLocation(QStandardPaths::AppDataLocation) + QStringLiteral("/runs");
}

void writeRecipe(const QString& folder, const std::string& text)
{
    io::writeFileAtomically(inFolder(folder, recipeFileName).toStdString(), std::as_bytes(std::span(text)));
}

}

Training::Training(EngineFactory makeEngine, Options options, QObject* parent)
    : QObject(parent), m_runsFolder(QDir::cleanPath(options.runsFolder.isEmpty() ? usualRunsFolder() : options.runsFolder)), m_work(options.files),
      m_files(this), m_thread(std::make_unique<TrainingWorker>(std::move(makeEngine), std::move(options.files)), QStringLiteral("training"), this,
                              QThread::LowPriority)
{
    m_delivery.setSingleShot(true);
    m_delivery.setInterval(deliveryIntervalMs);
    connect(&m_delivery, &QTimer::timeout, this, &Training::deliver);
    rescan();
}

Training::~Training()
{
    interruptAll();
    m_surveyStop.request_stop();
    m_samplesStop.request_stop();
    m_pictureStop.request_stop();
    m_forecastStop.request_stop();
    m_thread.close();
    if (m_run)
        settle(); // its end has not been told of any more
}

Training::Entry* Training::find(const QString& id)
{
    const auto found = m_entries.find(id);
    return found == m_entries.end() ? nullptr : &found->second;
}

const Training::Entry* Training::find(const QString& id) const
{
    const auto found = m_entries.find(id);
    return found == m_entries.end() ? nullptr : &found->second;
}

QString Training::pathOf(const QString& id) const
{
    return m_runsFolder + QLatin1Char('/') + id;
}

std::vector<TrainingJob> Training::jobs() const
{
    std::vector<TrainingJob> all;
    for (const auto& [id, entry] : m_entries)
        all.push_back(entry.job);
    std::ranges::stable_sort(all, {}, &TrainingJob::created); // an invalid time is before all others
    return all;
}

std::optional<TrainingJob> Training::job(const QString& id) const
{
    const auto* entry = find(id);
    return entry ? std::optional(entry->job) : std::nullopt;
}

QString Training::folder(const QString& id) const
{
    return find(id) ? pathOf(id) : QString();
}

QString Training::modelFile(const QString& id) const
{
    const auto* entry = find(id);
    return entry && entry->job.hasModel ? inFolder(pathOf(id), modelFileName) : QString();
}

TrainingLogPtr Training::log(const QString& id) const
{
    const auto* entry = find(id);
    return entry && entry->log ? entry->log->log() : nullptr;
}

bool Training::isBusy() const
{
    return m_run || !m_queue.empty();
}

void Training::rescan()
{
    m_files.post(
        FileThread::Kind::Read, [runs = m_runsFolder] { return attempt("looking for runs", [&] { return scanRuns(runs); }); },
        [this](const Outcome<std::vector<TrainingJob>>& outcome) {
            if (const auto* found = std::get_if<std::vector<TrainingJob>>(&outcome))
                onScanned(*found);
            Q_EMIT scanned();
        });
}

void Training::onScanned(const std::vector<TrainingJob>& found)
{
    const auto isOurs = [](const Entry& entry) {
        return entry.lock || entry.preparing || entry.removing || entry.writes > 0 || (entry.job.isUnderWay() && !entry.job.elsewhere);
    };
    std::erase_if(m_entries, [&](const auto& item) {
        return !isOurs(item.second) && std::ranges::find(found, item.first, &TrainingJob::id) == found.end();
    });
    for (const auto& job : found)
        if (auto& entry = m_entries[job.id]; !isOurs(entry) || entry.job.id.isEmpty())
            entry.job = job;
}

Outcome<QString> Training::submit(const data::TrainingPlan& plan)
{
    const auto now = QDateTime::currentDateTime();
    const auto name = QString::fromStdString(plan.name);
    auto made = makeRunFolder(m_runsFolder, name, now.date());
    if (const auto* id = std::get_if<QString>(&made)) {
        m_entries[*id] = {.job = {.id = *id, .name = name, .created = now.toUTC()}};
        m_queue.push_back(*id);
        prepare(*id, plan);
        Q_EMIT jobAdded(*id);
    }
    return made;
}

/// Has the files of a queued job written: of a new one with its plan, of one that goes on after another look at what its folder says now.
void Training::prepare(const QString& id, const std::optional<data::TrainingPlan>& plan)
{
    auto& entry = m_entries.at(id);
    entry.preparing = true;
    const auto folder = pathOf(id);
    const auto work = [folder, plan, job = entry.job, recipeText = m_work.recipeText]() -> Prepared {
        Prepared prepared{.job = job, .lock = nullptr};
        const auto written = attempt("preparing a run", [&] {
            auto lock = lockRun(folder);
            if (plan) {
                writeRecipe(folder, recipeText(*plan));
            } else if (const auto there = readJob(folder); !lock || there.damaged || there.state == State::Finished) {
                prepared.job = there; // another window was faster
                prepared.job.elsewhere = !lock;
                return false;
            }
            prepared.job.state = State::Queued;
            prepared.job.reason.reset();
            writeJob(folder, prepared.job);
            prepared.lock = std::move(lock);
            return true;
        });
        if (const auto* failure = std::get_if<Failure>(&written)) {
            prepared.job.state = State::Failed;
            prepared.job.reason = *failure;
            prepared.job.damaged = plan.has_value(); // there is nothing to go on from
            if (plan)
                QDir(folder).removeRecursively(); // made for this job alone, a moment ago
        }
        return prepared;
    };
    m_files.post(FileThread::Kind::Write, work, [this, id](Prepared prepared) { onPrepared(id, std::move(prepared)); });
}

void Training::onPrepared(const QString& id, Prepared prepared)
{
    auto& entry = m_entries.at(id);
    const bool refused = !prepared.lock;
    entry.preparing = false;
    entry.lock = std::move(prepared.lock);
    if (refused) {
        std::erase(m_queue, id);
        entry.job = prepared.job;
    } else if (entry.job.state != State::Queued) { // paused or cancelled meanwhile
        save(entry);
    }
    if (refused)
        Q_EMIT jobChanged(id);
    if (const auto* still = find(id); still && still->removeWhenFree && !still->lock)
        beginRemoval(id, *still->removeWhenFree);
    startNext();
}

void Training::pause(const QString& id)
{
    stop(id, State::Paused);
}

void Training::cancel(const QString& id)
{
    stop(id, State::Cancelled);
}

void Training::stop(const QString& id, State state)
{
    auto* entry = find(id);
    if (!entry || entry->job.elsewhere || entry->job.damaged || entry->removing)
        return;
    auto& job = entry->job;
    if (m_run && m_run->id == id) {
        m_afterStop = state;
        m_run->stop.request_stop();
        job.stopping = true;
    } else if (job.state == State::Queued) {
        std::erase(m_queue, id);
        job.state = state;
        if (!entry->preparing)
            save(*entry);
    } else if (state == State::Cancelled && (job.state == State::Paused || job.state == State::Interrupted)) {
        job.state = state;
        save(*entry);
    } else {
        return;
    }
    Q_EMIT jobChanged(id);
    startNext();
}

void Training::resume(const QString& id)
{
    auto* entry = find(id);
    if (!entry || entry->removing || entry->removeWhenFree)
        return;
    if (m_run && m_run->id == id && entry->job.stopping) {
        m_afterStop = State::Queued;
        return;
    }
    if (!entry->job.canResume())
        return;
    entry->job.state = State::Queued;
    entry->job.reason.reset();
    m_queue.push_back(id);
    if (!entry->preparing)
        prepare(id, std::nullopt);
    Q_EMIT jobChanged(id);
}

void Training::remove(const QString& id, Disposal disposal)
{
    auto* entry = find(id);
    if (!entry || entry->removing)
        return;
    entry->removeWhenFree = disposal;
    if (m_run && m_run->id == id) {
        cancel(id); // onTrained() goes on
        return;
    }
    if (entry->job.state == State::Queued)
        cancel(id);
    if (entry = find(id); entry && !entry->preparing && !entry->removing)
        beginRemoval(id, disposal);
}

void Training::beginRemoval(const QString& id, Disposal disposal)
{
    auto& entry = m_entries.at(id);
    entry.removing = true;
    entry.removeWhenFree.reset();
    const auto work = [runs = m_runsFolder, id, disposal, folder = pathOf(id), moveToTrash = m_work.moveToTrash]() {
        return attempt("removing a run", [&] {
            if (!QFileInfo::exists(folder))
                return true; // somebody else has removed it
            if (!isRun(runs, id))
                throw Error(ErrorCode::BadArgument, id.toStdString() + " is no run");
            if (auto lock = lockRun(folder); !lock)
                throw Error(ErrorCode::FileUnwritable, folder.toStdString() + ": another window uses it");
            if (disposal == Disposal::Delete)
                deleteRun(runs, id);
            else if (!moveToTrash(folder))
                throw Error(ErrorCode::FileUnwritable, folder.toStdString() + ": it cannot be moved to the trash");
            return true;
        });
    };
    m_files.post(FileThread::Kind::Write, work, [this, id](const Outcome<bool>& outcome) {
        if (const auto* failure = std::get_if<Failure>(&outcome)) {
            m_entries.at(id).removing = false;
            Q_EMIT jobNotRemoved(id, *failure);
        } else {
            m_entries.erase(id);
            Q_EMIT jobRemoved(id);
        }
    });
}

/// Begins what waits for the engine, if nothing runs on it.
void Training::startNext()
{
    if (m_run || m_forecasting || startForecast() || m_queue.empty())
        return;
    const auto id = m_queue.front();
    if (!m_entries.at(id).lock)
        return; // its files are being written
    m_queue.pop_front();
    start(id);
}

void Training::start(const QString& id)
{
    auto& entry = m_entries.at(id);
    entry.job.state = State::Running;
    entry.log.emplace();
    save(entry);
    m_afterStop.reset();
    m_run = std::make_shared<TrainingRun>();
    m_run->id = id;
    m_run->folder = pathOf(id);
    m_run->compute = m_compute;
    const auto report = [this, id](double fraction, const QString& note) {
        m_thread.reply([this, id, fraction, note] { Q_EMIT progressed(id, fraction, note); });
    };
    const auto wake = [this] { m_thread.reply([this] { onEvents(); }); };
    m_thread.post(
        [run = m_run, progress = throttled(report), wake](TrainingWorker& worker) {
            worker.train(*run, progress, wake);
            return true;
        },
        [this](bool) { onTrained(); });
    Q_EMIT jobChanged(id);
}

void Training::onTrained()
{
    deliver();
    const auto id = m_run->id;
    settle();
    Q_EMIT jobChanged(id);
    if (const auto* entry = find(id); entry && entry->removeWhenFree)
        beginRemoval(id, *entry->removeWhenFree);
    startNext();
    if (m_exiting && !isBusy()) {
        m_exiting = false;
        Q_EMIT stoppedForExit();
    }
}

/// Takes down how the run has ended.
void Training::settle()
{
    const auto run = std::exchange(m_run, nullptr);
    auto& entry = m_entries.at(run->id);
    auto& job = entry.job;
    job.stopping = false;
    job.hasState = run->left.hasState;
    job.hasModel = run->left.hasModel;
    if (const auto* failure = std::get_if<Failure>(&run->outcome)) {
        job.state = State::Failed;
        job.reason = *failure;
    } else if (std::holds_alternative<Cancelled>(run->outcome)) {
        job.state = m_afterStop.value_or(State::Interrupted);
    } else {
        job.state = State::Finished;
    }
    if (job.state == State::Queued)
        m_queue.push_back(run->id);
    if (entry.log)
        entry.log->rest();
    save(entry);
}

/// Has the job's state written. A job that is under way keeps its lock; any other gives it back once that is done.
void Training::save(Entry& entry)
{
    ++entry.writes;
    auto lock = entry.job.isUnderWay() ? entry.lock : std::exchange(entry.lock, nullptr);
    const auto work = [job = entry.job, folder = pathOf(entry.job.id), lock = std::move(lock)]() mutable {
        return attempt("saving a job", [&] {
            const auto held = lock ? std::exchange(lock, nullptr) : lockRun(folder);
            if (!held)
                throw Error(ErrorCode::FileUnwritable, folder.toStdString() + ": another window uses it");
            writeJob(folder, job);
            return true;
        });
    };
    m_files.post(FileThread::Kind::Write, work, [this, id = entry.job.id](const Outcome<bool>& outcome) {
        if (auto* saved = find(id))
            --saved->writes;
        if (const auto* failure = std::get_if<Failure>(&outcome))
            Q_EMIT jobNotSaved(id, *failure);
    });
}

/// Nothing is begun any more, and what runs is told to stop.
void Training::interruptAll()
{
    for (const auto& id : std::exchange(m_queue, {})) {
        auto& entry = m_entries.at(id);
        entry.job.state = State::Interrupted;
        if (!entry.preparing)
            save(entry);
    }
    m_plan.reset();
    m_forecastStop.request_stop();
    if (!m_run)
        return;
    m_entries.at(m_run->id).job.stopping = true;
    if (!m_afterStop || *m_afterStop == State::Queued)
        m_afterStop = State::Interrupted;
    m_run->stop.request_stop();
}

void Training::stopForExit()
{
    interruptAll();
    for (const auto& one : jobs())
        if (one.stopping || one.state == State::Interrupted)
            Q_EMIT jobChanged(one.id);
    m_exiting = true;
    if (!m_run)
        QMetaObject::invokeMethod(
            this,
            [this] {
                if (std::exchange(m_exiting, false))
                    Q_EMIT stoppedForExit();
            },
            Qt::QueuedConnection);
}

}
