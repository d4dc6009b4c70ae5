#include "widgets/train/job_card.h"

#include "widgets/elided_label.h"
#include "widgets/flow_layout.h"
#include "widgets/paint.h"
#include "widgets/theme.h"
#include "widgets/train/training_text.h"
#include "widgets/train/verdict_line.h"

#include <QCheckBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QMouseEvent>
#include <QPainter>
#include <QProgressBar>
#include <QPushButton>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

namespace spikeclip::widgets {

using State = JobRow::State;

JobCard::JobCard(QWidget* parent)
    : QWidget(parent), m_inCurves(new QCheckBox), m_name(new ElidedLabel), m_state(new QLabel), m_progress(new QProgressBar), m_figures(new QLabel),
      m_message(new VerdictLine), m_pause(new QPushButton), m_resume(new QPushButton), m_cancel(new QPushButton), m_folder(new QPushButton),
      m_remove(new QPushButton)
{
    auto bold = font();
    bold.setBold(true);
    m_name->setFont(bold);
    m_state->setForegroundRole(QPalette::PlaceholderText);
    m_figures->setWordWrap(true);
    m_progress->setRange(0, 1000);
    m_progress->setTextVisible(false);
    m_progress->setFixedHeight(8);
    setFocusPolicy(Qt::StrongFocus);

    auto* head = new QHBoxLayout;
    head->setSpacing(6);
    head->addWidget(m_inCurves);
    head->addWidget(m_name, 1);
    head->addWidget(m_state);
    auto* foot = new FlowLayout;
    for (auto* button : {m_pause, m_resume, m_cancel, m_folder, m_remove}) {
        button->setAutoDefault(false);
        foot->addWidget(button);
    }
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(9, 7, 9, 8);
    layout->setSpacing(5);
    layout->addLayout(head);
    layout->addWidget(m_progress);
    layout->addWidget(m_figures);
    layout->addWidget(m_message);
    layout->addLayout(foot);

    connect(m_inCurves, &QCheckBox::toggled, this, [this](bool shown) {
        m_job.inCurves = shown;
        Q_EMIT curvesToggled(m_job.id, shown);
    });
    connect(m_pause, &QPushButton::clicked, this, [this] { Q_EMIT pauseAsked(m_job.id); });
    connect(m_resume, &QPushButton::clicked, this, [this] { Q_EMIT resumeAsked(m_job.id); });
    connect(m_cancel, &QPushButton::clicked, this, [this] { Q_EMIT cancelAsked(m_job.id); });
    connect(m_folder, &QPushButton::clicked, this, [this] { Q_EMIT folderAsked(m_job.id); });
    connect(m_remove, &QPushButton::clicked, this, [this] { Q_EMIT removeAsked(m_job.id); });
    refresh();
}

void JobCard::setJob(const JobRow& job)
{
    if (job == m_job)
        return;
    m_job = job;
    refresh();
}

void JobCard::setChosen(bool chosen)
{
    if (chosen == m_chosen)
        return;
    m_chosen = chosen;
    update();
}

QString JobCard::stateText() const
{
    switch (m_job.state) {
    case State::Queued:
        return tr("queued");
    case State::Running:
        return tr("running");
    case State::Paused:
        return tr("paused");
    case State::Finished:
        return tr("finished");
    case State::Cancelled:
        return tr("cancelled");
    case State::Failed:
        return tr("failed");
    case State::Interrupted:
        return tr("interrupted");
    }
    return {};
}

QString JobCard::figuresText() const
{
    const bool counts = m_job.state == State::Running || m_job.state == State::Paused || m_job.state == State::Interrupted;
    QStringList parts;
    if (counts)
        parts << tr("%1 done", "share of a run").arg(tr("%1 %").arg(static_cast<int>(std::floor(100 * std::clamp(m_job.fraction, 0.0, 1.0)))));
    if (m_job.state == State::Running)
        parts << (m_job.secondsLeft < 0 ? tr("measuring how long it takes\u2026") : tr("%1 left", "duration").arg(durationText(m_job.secondsLeft)));
    if (m_job.top1)
        parts << tr("validation %1", "share of pictures recognised").arg(shareText1(*m_job.top1));
    return parts.join(QStringLiteral(" \u00b7 "));
}

QString JobCard::summary() const
{
    QStringList parts{tr("%1: %2", "name of a run, its state").arg(m_job.name, stateText())};
    for (const auto& part : {figuresText(), m_job.message})
        if (!part.isEmpty())
            parts << part;
    return parts.join(QStringLiteral(", "));
}

void JobCard::refresh()
{
    const auto state = m_job.state;
    m_name->setText(m_job.name);
    m_state->setText(stateText());
    const QSignalBlocker quiet(m_inCurves);
    m_inCurves->setChecked(m_job.inCurves);
    m_inCurves->setEnabled(state != State::Queued);
    m_inCurves->setAccessibleName(tr("Show %1 in the curves").arg(m_job.name));
    m_inCurves->setToolTip(tr("Show this run in the training curves"));
    m_progress->setVisible(state == State::Running || state == State::Paused || state == State::Interrupted);
    m_progress->setValue(static_cast<int>(1000 * std::clamp(std::isfinite(m_job.fraction) ? m_job.fraction : 0.0, 0.0, 1.0)));
    m_progress->setEnabled(state == State::Running);
    m_progress->setAccessibleName(tr("Progress"));
    m_figures->setText(figuresText());
    m_figures->setVisible(!m_figures->text().isEmpty());
    m_message->setVerdict(state == State::Failed ? VerdictLine::Kind::Attention : VerdictLine::Kind::Neutral, m_job.message);

    m_pause->setText(tr("Pause"));
    m_pause->setToolTip(tr("Stop after this batch; it can go on later"));
    m_resume->setText(tr("Resume"));
    m_resume->setToolTip(tr("Go on where it stopped"));
    m_cancel->setText(tr("Cancel"));
    m_cancel->setToolTip(tr("End this run; its last state is kept"));
    m_folder->setText(tr("Open Folder"));
    m_folder->setToolTip(tr("Show the files of this run"));
    m_remove->setText(tr("Remove"));
    m_remove->setToolTip(tr("Move this run with all its files to the trash"));
    m_pause->setVisible(state == State::Running);
    m_resume->setVisible(m_job.canResume);
    m_cancel->setVisible(state == State::Queued || state == State::Running || state == State::Paused);
    m_folder->setVisible(state != State::Queued);
    m_remove->setVisible(state == State::Finished || state == State::Cancelled || state == State::Failed || state == State::Interrupted);
    setAccessibleName(summary());
    updateGeometry();
    update();
}

void JobCard::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF frame = QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5);
    const auto highlight = palette().color(QPalette::Highlight);
    auto ground = palette().color(QPalette::Window);
    ground.setAlphaF(0.45F);
    painter.setPen(m_chosen ? QPen(highlight, 1.6) : QPen(chartColours(palette()).grid, 1));
    painter.setBrush(ground);
    painter.drawRoundedRect(frame, 6, 6);
    paintFocusRing(painter, *this);
}

void JobCard::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::LocaleChange)
        refresh();
    QWidget::changeEvent(event);
}

void JobCard::mousePressEvent(QMouseEvent* event)
{
    if (event->button() == Qt::LeftButton)
        Q_EMIT chosen(m_job.id);
    QWidget::mousePressEvent(event);
}

void JobCard::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter || event->key() == Qt::Key_Space)
        Q_EMIT chosen(m_job.id);
    else
        QWidget::keyPressEvent(event);
}

void JobCard::focusInEvent(QFocusEvent* event)
{
    QWidget::focusInEvent(event);
    update();
}

void JobCard::focusOutEvent(QFocusEvent* event)
{
    QWidget::focusOutEvent(event);
    update();
}

}
