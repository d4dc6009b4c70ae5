#pragma once

#include "app/session/training.h"
#include "widgets/train/job_rows.h"

#include <QObject>
#include <QSet>
#include <QString>
#include <QStringList>

#include <map>
#include <optional>

namespace spikeclip::widgets {
class JobList;
class SpikeHealthPanel;
class TrainingCurvesPanel;
}

namespace spikeclip::explorer {

/// What is known of a run beside its state.
struct RunFigures
{
    double fraction = 0;        ///< done, in [0, 1]
    double secondsLeft = -1;    ///< below 0: not known
    std::optional<double> top1; ///< validation accuracy of late, in [0, 1]
};

/// Joins the jobs of training with their list, the curves of those that are ticked, and the health of the one that is chosen.
///
/// One job is always chosen if there is any: the one that was begun or has ended last, until the reader chooses another.
class JobsLink : public QObject
{
    Q_OBJECT
public:
    /// All must outlive this object.
    JobsLink(session::Training& training, widgets::JobList& list, widgets::TrainingCurvesPanel& curves, widgets::SpikeHealthPanel& health, QObject* parent);

    QString chosen() const;
    void choose(const QString& id);      ///< and follows what runs from now on
    RunFigures figures(const QString& id) const;
    QStringList interrupted() const;     ///< ids of those that the end of a program has stopped, oldest first
    void remove(const QString& id);      ///< with its files, into the trash, asking nobody
    bool isSettled() const { return m_asked.isEmpty(); } ///< no log is being read

Q_SIGNALS:
    void jobChosen(const QString& id); ///< another than before, or it is in another state; empty: there is none
    void finished(const QString& id);
    void progressed();                 ///< figures or states have changed
    void failed(const QString& sentence);
    void settled();

private:
    void joinList();
    void onScanned();
    void onJobChanged(const QString& id);
    void onJobRemoved(const QString& id);
    void onLog(const QString& id, const session::TrainingLogPtr& log);
    void ask(const QString& id);
    void askToRemove(const QString& id);
    void openFolder(const QString& id);
    void show(const QString& id);
    void showRows();
    void showRun();
    QStringList shownInCurves() const;
    widgets::JobRow rowOf(const session::TrainingJob& job) const;
    QString messageOf(const session::TrainingJob& job) const;

    session::Training& m_training;
    widgets::JobList& m_list;
    widgets::TrainingCurvesPanel& m_curves;
    widgets::SpikeHealthPanel& m_health;
    QString m_chosen;
    bool m_following = true; ///< what runs, until the reader chooses
    QSet<QString> m_ticked;
    QSet<QString> m_asked;   ///< whose log is being read
    std::map<QString, session::TrainingJob::State> m_states;
    std::map<QString, RunFigures> m_figures;
    std::map<QString, session::TrainingLogPtr> m_logs; ///< of those that are shown
};

}
