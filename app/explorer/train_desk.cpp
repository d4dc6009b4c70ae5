#include "app/explorer/train_desk.h"

#include "app/explorer/adoption.h"
#include "app/explorer/dock_layout.h"
#include "app/explorer/jobs_link.h"
#include "app/explorer/results_link.h"
#include "app/explorer/setup_link.h"
#include "widgets/message_bar.h"
#include "widgets/panel_dock.h"
#include "widgets/train/class_table_panel.h"
#include "widgets/train/confusion_panel.h"
#include "widgets/train/job_list.h"
#include "widgets/train/run_result_panel.h"
#include "widgets/train/spike_health_panel.h"
#include "widgets/train/training_curves_panel.h"
#include "widgets/train/training_setup.h"
#include "widgets/train/training_text.h"

#include <QToolButton>

#include <algorithm>
#include <cmath>
#include <utility>

namespace spikeclip::explorer {

using session::Training;
using State = session::TrainingJob::State;

TrainDesk::TrainDesk(Training& training, TextLink& text, DockLayout& docks, widgets::MessageBar& messages, QWidget* window)
    : QObject(window), m_training(training), m_messages(messages), m_setup(new widgets::TrainingSetup), m_list(new widgets::JobList),
      m_curves(new widgets::TrainingCurvesPanel), m_health(new widgets::SpikeHealthPanel), m_result(new widgets::RunResultPanel),
      m_confusions(new widgets::ConfusionPanel), m_classes(new widgets::ClassTablePanel),
      m_views{m_curves, m_health, m_result, m_confusions, m_classes}, m_status(new QToolButton(window)),
      m_setupLink(new SetupLink(training, text, *m_setup, this)), m_jobs(new JobsLink(training, *m_list, *m_curves, *m_health, this)),
      m_results(new ResultsLink(training, *m_result, *m_confusions, *m_classes, this)), m_adoption(new Adoption(training, *m_result, window, this))
{
    addDocks(docks);
    m_status->setAutoRaise(true);
    m_status->setObjectName(QStringLiteral("training-status"));
    m_status->setFocusPolicy(Qt::TabFocus);
    m_status->hide();
    join();
}

void TrainDesk::addDocks(DockLayout& docks)
{
    using Cell = DockLayout::Cell;
    docks.add(m_setup, QStringLiteral("train-setup"), {.train = Cell{0, 0}});
    m_listDock = docks.add(m_list, QStringLiteral("train-runs"), {.train = Cell{0, 1}});
    docks.add(m_curves, QStringLiteral("train-curves"), {.train = Cell{1, 0}});
    docks.add(m_health, QStringLiteral("train-health"), {.train = Cell{2, 0}});
    m_resultDock = docks.add(m_result, QStringLiteral("train-result"), {.train = Cell{1, 1}});
    docks.add(m_confusions, QStringLiteral("train-confusions"), {.train = Cell{2, 1}});
    docks.add(m_classes, QStringLiteral("train-classes"), {.train = Cell{2, 1}});
    for (auto* view : m_views)
        connect(view, &widgets::ViewPanel::failed, this, &TrainDesk::failed);
}

void TrainDesk::join()
{
    connect(m_setupLink, &SetupLink::submitted, this, [this](const QString& id) {
        m_jobs->choose(id);
        m_listDock->raise();
    });
    connect(m_jobs, &JobsLink::jobChosen, m_results, &ResultsLink::show);
    connect(m_jobs, &JobsLink::finished, this, &TrainDesk::onFinished);
    connect(m_jobs, &JobsLink::progressed, this, &TrainDesk::showStatus);
    connect(m_results, &ResultsLink::summaryShown, this, [this] { m_adoption->setRun(m_jobs->chosen(), m_results->labels()); });
    connect(m_results, &ResultsLink::pictureOpened, this, &TrainDesk::pictureOpened);
    connect(m_adoption, &Adoption::modelAsked, this, &TrainDesk::modelAsked);
    connect(m_adoption, &Adoption::adopted, this, &TrainDesk::labelsAsked);
    connect(m_adoption, &Adoption::wentBack, this, [this](const QString& run) {
        if (!run.isEmpty())
            m_jobs->choose(run); // whose model can be undone in turn
    });
    connect(m_adoption, &Adoption::saved, this, &TrainDesk::said);
    connect(m_health, &widgets::SpikeHealthPanel::layerChosen, this, &TrainDesk::layerChosen);
    connect(m_status, &QToolButton::clicked, this, &TrainDesk::layoutAsked);
    connect(&m_training, &Training::scanned, this, [this] {
        if (!std::exchange(m_started, true))
            offerInterrupted();
        settleIfDone();
    });
    connect(&m_messages, &widgets::MessageBar::accepted, this, [this] {
        if (const auto work = std::exchange(m_offered, nullptr))
            work();
    });

    connect(m_setupLink, &SetupLink::failed, this, &TrainDesk::failed);
    connect(m_jobs, &JobsLink::failed, this, &TrainDesk::failed);
    connect(m_results, &ResultsLink::failed, this, &TrainDesk::failed);
    connect(m_adoption, &Adoption::failed, this, &TrainDesk::failed);
    connect(m_setupLink, &SetupLink::settled, this, &TrainDesk::settleIfDone);
    connect(m_jobs, &JobsLink::settled, this, &TrainDesk::settleIfDone);
    connect(m_results, &ResultsLink::settled, this, &TrainDesk::settleIfDone);
}

void TrainDesk::setModel(const ModelInfo& model, const widgets::ExportNotes& notes)
{
    for (auto* view : m_views)
        view->setNotes(notes);
    m_setupLink->setModel(model);
    m_adoption->setModel(QString::fromStdString(model.file));
}

void TrainDesk::modelFailed() { m_adoption->modelFailed(); }

void TrainDesk::chooseData(const QString& path) { m_setupLink->choose(path); }

void TrainDesk::chooseLayer(const QString& layer) { m_health->chooseLayer(layer); }

QString TrainDesk::runName(const QString& modelFile) const
{
    const auto job = m_training.job(m_adoption->runOf(modelFile));
    return job ? job->name : QString();
}

void TrainDesk::offer(const QString& sentence, const QString& action, std::function<void()> work)
{
    m_offered = std::move(work);
    m_messages.offer(sentence, action);
}

/// A program that has ended while a model was trained goes on where it stood, if somebody wants that.
void TrainDesk::offerInterrupted()
{
    const auto ids = m_jobs->interrupted();
    if (ids.isEmpty())
        return;
    const auto sentence = ids.size() == 1 ? tr("The training of \u201c%1\u201d was interrupted. It can go on from where it stood.").arg(m_training.job(ids.front())->name)
                                          : tr("%n training(s) were interrupted. They can go on from where they stood.", nullptr, static_cast<int>(ids.size()));
    offer(sentence, tr("Resume"), [this, ids] {
        for (const auto& id : ids)
            m_training.resume(id);
        m_jobs->choose(ids.front());
    });
}

void TrainDesk::onFinished(const QString& id)
{
    if (m_list->isVisible() || m_result->isVisible()) {
        m_resultDock->raise();
        return;
    }
    const auto job = m_training.job(id);
    offer(tr("\u201c%1\u201d has been trained.").arg(job ? job->name : id), tr("Show the Result"), [this, id] {
        Q_EMIT layoutAsked();
        m_jobs->choose(id);
        m_resultDock->raise();
    });
}

void TrainDesk::showStatus()
{
    const auto jobs = m_training.jobs();
    const auto running = std::ranges::find_if(jobs, [](const session::TrainingJob& job) { return job.state == State::Running && !job.elsewhere; });
    m_status->setVisible(running != jobs.end());
    if (running == jobs.end())
        return;
    const auto figures = m_jobs->figures(running->id);
    const int percent = static_cast<int>(std::floor(100 * figures.fraction));
    m_status->setText(figures.secondsLeft < 0
                          ? tr("Training \u201c%1\u201d: %2 %").arg(running->name).arg(percent)
                          : tr("Training \u201c%1\u201d: %2 %, %3 left").arg(running->name).arg(percent).arg(widgets::durationText(figures.secondsLeft)));
    m_status->setToolTip(tr("Show the training"));
    m_status->setAccessibleName(m_status->text());
}

bool TrainDesk::isSettled() const { return m_started && m_setupLink->isSettled() && m_jobs->isSettled() && m_results->isSettled(); }

void TrainDesk::settleIfDone()
{
    if (isSettled())
        Q_EMIT settled();
}

}
