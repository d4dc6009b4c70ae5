#include "app/explorer/jobs_link.h"

#include "app/explorer/presentation.h"
#include "widgets/train/job_list.h"
#include "widgets/train/spike_health_panel.h"
#include "widgets/train/training_curves_panel.h"

#include <QDesktopServices>
#include <QMessageBox>
#include <QPushButton>
#include <QUrl>

#include <algorithm>

namespace spikeclip::explorer {

using session::Training;
using session::TrainingJob;
using State = session::TrainingJob::State;
using widgets::JobList;
using widgets::JobRow;

namespace {

JobRow::State rowState(const TrainingJob& job)
{
    switch (job.state) {
    case State::Queued:
        return JobRow::State::Queued;
    case State::Running:
        return JobRow::State::Running;
    case State::Paused:
        return JobRow::State::Paused;
    case State::Interrupted:
        return JobRow::State::Interrupted;
    case State::Finished:
        return JobRow::State::Finished;
    case State::Cancelled:
        return JobRow::State::Cancelled;
    case State::Failed:
        break;
    }
    return JobRow::State::Failed;
}

}

JobsLink::JobsLink(Training& training, JobList& list, widgets::TrainingCurvesPanel& curves, widgets::SpikeHealthPanel& health, QObject* parent)
    : QObject(parent), m_training(training), m_list(list), m_curves(curves), m_health(health)
{
    connect(&training, &Training::scanned, this, &JobsLink::onScanned);
    connect(&training, &Training::jobAdded, this, &JobsLink::onJobChanged);
    connect(&training, &Training::jobChanged, this, &JobsLink::onJobChanged);
    connect(&training, &Training::jobRemoved, this, &JobsLink::onJobRemoved);
    connect(&training, &Training::jobNotRemoved, this, [this](const QString&, const Failure& failure) { Q_EMIT failed(sentenceFor(failure)); });
    connect(&training, &Training::jobNotSaved, this, [this](const QString&, const Failure& failure) { Q_EMIT failed(sentenceFor(failure)); });
    connect(&training, &Training::progressed, this, [this](const QString& id, double fraction, const QString&) {
        m_figures[id].fraction = fraction;
        showRows();
    });
    connect(&training, &Training::logChanged, this, &JobsLink::onLog);
    connect(&training, &Training::logRead, this, [this](const QString& id, const session::TrainingLogOutcome& outcome) {
        m_asked.remove(id);
        if (const auto* log = std::get_if<session::TrainingLogPtr>(&outcome))
            onLog(id, *log);
        else if (const auto* failure = std::get_if<Failure>(&outcome)) {
            onLog(id, std::make_shared<const data::TrainingLog>()); // or it would be asked for again and again
            if (id == m_chosen)
                Q_EMIT failed(sentenceFor(*failure));
        }
        if (isSettled())
            Q_EMIT settled();
    });
    joinList();
}

void JobsLink::joinList()
{
    connect(&m_list, &JobList::pauseAsked, &m_training, &Training::pause);
    connect(&m_list, &JobList::resumeAsked, &m_training, &Training::resume);
    connect(&m_list, &JobList::cancelAsked, &m_training, &Training::cancel);
    connect(&m_list, &JobList::removeAsked, this, &JobsLink::askToRemove);
    connect(&m_list, &JobList::folderAsked, this, &JobsLink::openFolder);
    connect(&m_list, &JobList::curvesToggled, this, [this](const QString& id, bool shown) {
        if (shown)
            m_ticked.insert(id);
        else
            m_ticked.remove(id);
        showRun();
    });
    connect(&m_list, &JobList::jobChosen, this, [this](const QString& id) {
        m_following = m_training.job(id) && m_training.job(id)->isUnderWay();
        show(id);
    });
}

QString JobsLink::chosen() const { return m_chosen; }

void JobsLink::choose(const QString& id)
{
    m_following = true;
    show(id);
}

RunFigures JobsLink::figures(const QString& id) const
{
    const auto found = m_figures.find(id);
    return found == m_figures.end() ? RunFigures() : found->second;
}

QStringList JobsLink::interrupted() const
{
    QStringList ids;
    for (const auto& job : m_training.jobs())
        if (job.state == State::Interrupted && job.canResume())
            ids << job.id;
    return ids;
}

/// Makes a job the chosen one.
void JobsLink::show(const QString& id)
{
    m_chosen = id;
    m_list.choose(id);
    showRun();
    Q_EMIT jobChosen(id);
}

void JobsLink::onScanned()
{
    m_states.clear();
    const auto jobs = m_training.jobs();
    for (const auto& job : jobs) {
        m_states[job.id] = job.state;
        if (!m_figures.contains(job.id) && job.state != State::Queued && !job.damaged)
            ask(job.id); // how far it came, and how good it was
    }
    if (!m_training.job(m_chosen))
        m_chosen = jobs.empty() ? QString() : jobs.back().id;
    showRows();
    show(m_chosen);
}

void JobsLink::onJobChanged(const QString& id)
{
    const auto job = m_training.job(id);
    if (!job)
        return;
    const auto before = m_states.find(id);
    const bool hasEnded = before != m_states.end() && before->second != State::Finished && job->state == State::Finished;
    m_states[id] = job->state;
    showRows();
    if (hasEnded && m_following)
        show(id);
    else if (id == m_chosen)
        show(id); // in another state it has other results
    if (hasEnded)
        Q_EMIT finished(id);
}

void JobsLink::onJobRemoved(const QString& id)
{
    m_states.erase(id);
    m_figures.erase(id);
    m_logs.erase(id);
    m_ticked.remove(id);
    showRows();
    if (id == m_chosen) {
        const auto jobs = m_training.jobs();
        show(jobs.empty() ? QString() : jobs.back().id);
    } else {
        showRun();
    }
}

void JobsLink::onLog(const QString& id, const session::TrainingLogPtr& log)
{
    auto& figures = m_figures[id];
    if (!log->points.empty()) {
        const auto& last = log->points.back();
        figures.secondsLeft = last.secondsLeft;
        if (!m_training.log(id) && last.steps > 0) // nobody else tells how far a past run came
            figures.fraction = static_cast<double>(last.step) / static_cast<double>(last.steps);
    }
    if (!log->validations.empty())
        figures.top1 = log->validations.back().top1;
    if (id == m_chosen || m_ticked.contains(id)) {
        m_logs[id] = log;
        showRun();
    }
    showRows();
}

void JobsLink::ask(const QString& id)
{
    if (id.isEmpty() || m_asked.contains(id))
        return;
    m_asked.insert(id);
    m_training.requestLog(id);
}

QString JobsLink::messageOf(const TrainingJob& job) const
{
    if (job.elsewhere)
        return tr("Another window has this run.");
    if (job.damaged)
        return tr("What this run says of itself cannot be read. It can only be removed.");
    if (job.stopping)
        return tr("Stopping after this batch\u2026");
    return job.reason ? sentenceFor(*job.reason) : QString();
}

JobRow JobsLink::rowOf(const TrainingJob& job) const
{
    const auto figures = this->figures(job.id);
    return {.id = job.id,
            .name = job.name.isEmpty() ? job.id : job.name,
            .state = rowState(job),
            .fraction = job.state == State::Finished ? 1 : figures.fraction,
            .secondsLeft = figures.secondsLeft,
            .top1 = figures.top1,
            .message = messageOf(job),
            .inCurves = m_ticked.contains(job.id),
            .canResume = job.canResume()};
}

void JobsLink::showRows()
{
    QList<JobRow> rows;
    for (const auto& job : m_training.jobs())
        rows.prepend(rowOf(job)); // newest first
    m_list.setJobs(rows);
    m_list.choose(m_chosen);
    Q_EMIT progressed();
}

/// The ones that are ticked; with none, the one that is chosen.
QStringList JobsLink::shownInCurves() const
{
    QStringList ids;
    for (const auto& job : m_training.jobs())
        if (m_ticked.contains(job.id))
            ids << job.id;
    if (ids.isEmpty() && !m_chosen.isEmpty())
        ids << m_chosen;
    return ids;
}

/// Curves and health, of the logs that are there; those that are not are read.
void JobsLink::showRun()
{
    const auto ids = shownInCurves();
    std::erase_if(m_logs, [&](const auto& item) { return !ids.contains(item.first) && item.first != m_chosen; });
    const auto logOf = [this](const QString& id) -> session::TrainingLogPtr {
        if (auto live = m_training.log(id))
            return live;
        const auto found = m_logs.find(id);
        if (found != m_logs.end())
            return found->second;
        if (m_training.job(id))
            ask(id);
        return nullptr;
    };
    std::vector<widgets::TrainingRun> runs;
    for (const auto& id : ids)
        if (const auto log = logOf(id)) {
            const auto job = m_training.job(id);
            runs.push_back({.name = job && !job->name.isEmpty() ? job->name : id, .log = log});
        }
    m_curves.setRuns(runs);
    m_health.setLog(m_chosen.isEmpty() ? nullptr : logOf(m_chosen));
}

void JobsLink::openFolder(const QString& id)
{
    if (const auto folder = m_training.folder(id); !folder.isEmpty() && !QDesktopServices::openUrl(QUrl::fromLocalFile(folder)))
        Q_EMIT failed(tr("No program opened the folder %1.").arg(folder));
}

void JobsLink::askToRemove(const QString& id)
{
    const auto job = m_training.job(id);
    if (!job)
        return;
    auto* box = new QMessageBox(QMessageBox::Question, tr("Remove a run"), tr("Move the run \u201c%1\u201d to the trash?").arg(job->name), QMessageBox::NoButton,
                                m_list.window());
    box->setObjectName(QStringLiteral("remove-question"));
    box->setInformativeText(tr("All its files go with it: the model that it has made, its curves and its result. A model that is in use stays in use until another is opened."));
    box->setAttribute(Qt::WA_DeleteOnClose);
    auto* move = box->addButton(tr("Move to Trash"), QMessageBox::DestructiveRole);
    box->setDefaultButton(box->addButton(QMessageBox::Cancel));
    connect(move, &QPushButton::clicked, this, [this, id] { remove(id); });
    box->open();
}

void JobsLink::remove(const QString& id) { m_training.remove(id, Training::Disposal::Trash); }

}
