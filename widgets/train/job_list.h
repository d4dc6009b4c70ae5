#pragma once

#include "widgets/panel.h"
#include "widgets/train/job_rows.h"

class QLabel;
class QStackedWidget;
class QVBoxLayout;

namespace spikeclip::widgets {

class JobCard;

/// All training runs with their state, and what may be done with each. Every signal names a run by its id.
class JobList : public Panel
{
    Q_OBJECT
public:
    explicit JobList(QWidget* parent = nullptr);

    void setJobs(const QList<JobRow>& jobs); ///< in the order shown
    void choose(const QString& id);          ///< announces nothing; an id that is not there: none
    QString chosen() const { return m_chosen; }
    QStringList inCurves() const; ///< ids of those whose curves are to be drawn

Q_SIGNALS:
    void pauseAsked(const QString& id);
    void resumeAsked(const QString& id);
    void cancelAsked(const QString& id);
    void removeAsked(const QString& id); ///< with all its files
    void folderAsked(const QString& id);
    void curvesToggled(const QString& id, bool shown);
    void jobChosen(const QString& id); ///< by the reader

protected:
    void changeEvent(QEvent* event) override;

private:
    JobCard* addCard();
    void retranslate();

    QString m_chosen;
    QList<JobCard*> m_cards;
    QStackedWidget* m_pages;
    QLabel* m_absence;
    QVBoxLayout* m_column;
};

}
