#pragma once

#include "widgets/train/job_rows.h"

#include <QWidget>

class QCheckBox;
class QLabel;
class QProgressBar;
class QPushButton;

namespace spikeclip::widgets {

class ElidedLabel;
class VerdictLine;

/// One run of a JobList with what may be done with it.
class JobCard : public QWidget
{
    Q_OBJECT
public:
    explicit JobCard(QWidget* parent = nullptr);

    void setJob(const JobRow& job);
    const JobRow& job() const { return m_job; }
    void setChosen(bool chosen);

    QString summary() const;

Q_SIGNALS:
    void pauseAsked(const QString& id);
    void resumeAsked(const QString& id);
    void cancelAsked(const QString& id);
    void removeAsked(const QString& id);
    void folderAsked(const QString& id);
    void curvesToggled(const QString& id, bool shown);
    void chosen(const QString& id);

protected:
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    void refresh();
    QString stateText() const;
    QString figuresText() const;

    JobRow m_job;
    bool m_chosen = false;

    QCheckBox* m_inCurves;
    ElidedLabel* m_name;
    QLabel* m_state;
    QProgressBar* m_progress;
    QLabel* m_figures;
    VerdictLine* m_message;
    QPushButton* m_pause;
    QPushButton* m_resume;
    QPushButton* m_cancel;
    QPushButton* m_folder;
    QPushButton* m_remove;
};

}
