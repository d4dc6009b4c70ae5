#pragma once

#include "app/session/training.h"

#include <QObject>
#include <QSet>
#include <QString>
#include <QStringList>

namespace spikeclip::widgets {
class ClassTablePanel;
class ConfusionPanel;
class RunResultPanel;
}

namespace spikeclip::explorer {

/// Shows what a run has achieved in three panels, and opens the pictures behind it.
class ResultsLink : public QObject
{
    Q_OBJECT
public:
    /// All must outlive this object.
    ResultsLink(session::Training& training, widgets::RunResultPanel& result, widgets::ConfusionPanel& confusions, widgets::ClassTablePanel& classes,
                QObject* parent);

    void show(const QString& id); ///< a run; one that has not finished, or an empty id, has no result
    bool isSettled() const { return !m_reading && m_thumbnails.isEmpty(); }

    const session::RunSummaryPtr& summary() const { return m_summary; } ///< of the run shown; null: none yet
    QStringList labels() const;                                         ///< of that run

Q_SIGNALS:
    void summaryShown(); ///< another, or none
    void pictureOpened(const spikeclip::session::Picture& picture, const QStringList& labels); ///< by the reader, with the labels of its run
    void failed(const QString& sentence);
    void settled();

private:
    void joinPanels();
    void setSummary(const session::RunSummaryPtr& summary);
    void settleIfDone();

    session::Training& m_training;
    widgets::RunResultPanel& m_result;
    widgets::ConfusionPanel& m_confusions;
    widgets::ClassTablePanel& m_classes;
    QString m_shown;
    bool m_reading = false;
    session::RunSummaryPtr m_summary;
    QSet<QString> m_thumbnails; ///< asked for and not read yet
    QString m_opening;          ///< picture that is being read
};

}
