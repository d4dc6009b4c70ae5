#include "widgets/step_scrubber.h"

#include "widgets/elided_label.h"
#include "widgets/paint.h"
#include "widgets/theme.h"

#include <QCoreApplication>
#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QMouseEvent>
#include <QPainter>
#include <QSignalBlocker>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

namespace spikeclip::widgets {

namespace {

constexpr double margin = 12;
constexpr int playIntervalMs = 700;

/// The style's own media icons are black, whatever the palette.
QIcon playIcon(bool playing, const QColor& colour, double ratio)
{
    constexpr int side = 20;
    QPixmap pixmap(QSize(side, side) * ratio);
    pixmap.setDevicePixelRatio(ratio);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(colour);
    if (playing) {
        painter.drawRoundedRect(QRectF(4, 3, 4, 14), 1, 1);
        painter.drawRoundedRect(QRectF(12, 3, 4, 14), 1, 1);
    } else {
        painter.drawPolygon(QPolygonF{{5, 3}, {17, 10}, {5, 17}});
    }
    return QIcon(pixmap);
}

}

StepSlider::StepSlider(QWidget* parent) : QSlider(Qt::Horizontal, parent)
{
    setRange(1, 1);
    setPageStep(1);
    setFocusPolicy(Qt::StrongFocus);
}

void StepSlider::setFlips(const QList<int>& steps)
{
    m_flips = steps;
    update();
}

QSize StepSlider::sizeHint() const { return {260, 34 + fontMetrics().height()}; }

QSize StepSlider::minimumSizeHint() const { return {120, 34 + fontMetrics().height()}; }

double StepSlider::place(int step) const
{
    const double span = width() - 2 * margin;
    return maximum() > 1 ? margin + span * (step - 1) / (maximum() - 1) : margin + span / 2;
}

int StepSlider::stepAt(double x) const
{
    const double span = std::max(1.0, width() - 2 * margin);
    return std::clamp(1 + qRound((x - margin) / span * (maximum() - 1)), 1, maximum());
}

void StepSlider::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const auto colours = chartColours(palette());
    const auto accent = isEnabled() ? colours.accent : colours.quiet;
    const double y = 18;

    painter.setPen(QPen(colours.grid, 4, Qt::SolidLine, Qt::RoundCap));
    painter.drawLine(QPointF(place(1), y), QPointF(place(maximum()), y));
    if (value() > 1) {
        painter.setPen(QPen(accent, 4, Qt::SolidLine, Qt::RoundCap));
        painter.drawLine(QPointF(place(1), y), QPointF(place(value()), y));
    }

    // Every step has a tick; numbers only as dense as they can be read.
    const double room = maximum() > 1 ? place(2) - place(1) : width();
    const int every = std::max(1, static_cast<int>(std::ceil(fontMetrics().horizontalAdvance(QStringLiteral("00")) * 1.5 / std::max(room, 0.1))));
    const int marksEvery = room < 3 ? every : 1;
    for (int step = 1; step <= maximum(); step += marksEvery) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(step <= value() ? accent : colours.quiet);
        painter.drawEllipse(QPointF(place(step), y), 3, 3);
        if ((step - 1) % every == 0) {
            painter.setPen(step == value() ? palette().color(QPalette::Text) : colours.faint);
            painter.drawText(QRectF(place(step) - 20, y + 10, 40, fontMetrics().height()), Qt::AlignCenter, QString::number(step));
        }
    }

    // A flip: a triangle above the track, pointing at the step from which another label leads.
    painter.setPen(Qt::NoPen);
    painter.setBrush(colours.second);
    for (const int step : m_flips) {
        const double x = place(step);
        painter.drawPolygon(QPolygonF{{x - 5, 1}, {x + 5, 1}, {x, 8}});
    }

    painter.setBrush(palette().color(QPalette::Base));
    painter.setPen(QPen(accent, 3));
    painter.drawEllipse(QPointF(place(value()), y), 7, 7);
    paintFocusRing(painter, *this);
}

void StepSlider::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Space)
        Q_EMIT playRequested();
    else
        QSlider::keyPressEvent(event);
}

void StepSlider::mousePressEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton)
        return;
    setSliderDown(true);
    setValue(stepAt(event->position().x()));
}

void StepSlider::mouseMoveEvent(QMouseEvent* event)
{
    if (isSliderDown())
        setValue(stepAt(event->position().x()));
}

void StepSlider::mouseReleaseEvent(QMouseEvent*) { setSliderDown(false); }

StepScrubber::StepScrubber(QWidget* parent)
    : QWidget(parent), m_play(new QToolButton(this)), m_slider(new StepSlider(this)), m_position(new QLabel(this)), m_story(new ElidedLabel(this))
{
    m_play->setCheckable(false);
    m_play->setAutoRaise(true);
    m_play->setIconSize({20, 20});
    m_timer.setInterval(playIntervalMs);
    auto bold = font();
    bold.setBold(true);
    m_position->setFont(bold);

    auto* row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(m_play);
    row->addWidget(m_slider, 1);
    row->addWidget(m_position);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(2);
    layout->addLayout(row);
    layout->addWidget(m_story);

    connect(m_slider, &QSlider::valueChanged, this, [this](int step) {
        refresh();
        Q_EMIT stepChanged(step);
    });
    connect(m_slider, &StepSlider::playRequested, m_play, &QToolButton::click);
    connect(m_play, &QToolButton::clicked, this, [this] { isPlaying() ? stop() : play(); });
    connect(&m_timer, &QTimer::timeout, this, &StepScrubber::advance);
    refresh();
}

void StepScrubber::setWinners(const QStringList& winnerPerStep)
{
    m_winners = winnerPerStep;
    const auto steps = std::max<int>(1, static_cast<int>(winnerPerStep.size()));
    QList<int> changes;
    for (int step = 2; step <= winnerPerStep.size(); ++step)
        if (winnerPerStep[step - 1] != winnerPerStep[step - 2])
            changes << step;
    {
        const QSignalBlocker quiet(m_slider);
        m_slider->setRange(1, steps);
    }
    m_slider->setFlips(changes);
    if (steps < 2)
        stop();
    refresh();
}

void StepScrubber::setStep(int step)
{
    const QSignalBlocker quiet(m_slider);
    m_slider->setValue(step);
    refresh();
}

void StepScrubber::chooseStep(int step) { m_slider->setValue(step); }

int StepScrubber::step() const { return m_slider->value(); }
int StepScrubber::steps() const { return m_slider->maximum(); }
QList<int> StepScrubber::flips() const { return m_slider->flips(); }
void StepScrubber::setPlayInterval(int intervalMs) { m_timer.setInterval(intervalMs); }
bool StepScrubber::isPlaying() const { return m_timer.isActive(); }

void StepScrubber::play()
{
    if (steps() < 2)
        return;
    if (step() == steps())
        m_slider->setValue(1);
    m_timer.start();
    refresh();
}

void StepScrubber::stop()
{
    m_timer.stop();
    refresh();
}

void StepScrubber::pressKey(int key)
{
    if (!m_slider->isEnabled())
        return;
    QKeyEvent press(QEvent::KeyPress, key, Qt::NoModifier);
    QCoreApplication::sendEvent(m_slider, &press);
}

void StepScrubber::advance()
{
    m_slider->setValue(step() + 1);
    if (step() == steps())
        stop();
}

QString StepScrubber::summary() const
{
    if (m_winners.size() < 2)
        return m_winners.isEmpty() ? tr("No steps yet") : tr("One pass without time steps: nothing to scrub");
    if (flips().isEmpty())
        return tr("The same answer at every step: %1").arg(m_winners.front());
    QStringList story{m_winners.front()};
    for (const int step : flips()) {
        if (story.size() == 6) {
            story << QStringLiteral("\u2026");
            break;
        }
        story << tr("%1 from T = %2").arg(m_winners[step - 1]).arg(step);
    }
    return tr("The answer changes: %1").arg(story.join(QStringLiteral(" \u2192 ")));
}

void StepScrubber::refresh()
{
    const bool any = m_winners.size() > 1;
    m_slider->setEnabled(any);
    m_play->setEnabled(any);
    m_play->setIcon(playIcon(isPlaying(), any ? chartColours(palette()).accent : chartColours(palette()).quiet, devicePixelRatioF()));
    m_play->setToolTip(isPlaying() ? tr("Pause (Space)") : tr("Play the steps (Space)"));
    m_play->setAccessibleName(isPlaying() ? tr("Pause") : tr("Play the steps"));
    m_position->setText(any ? tr("T = %1 of %2").arg(step()).arg(steps()) : QString());
    m_story->setText(summary());
    m_slider->setAccessibleName(tr("Time step"));
    m_slider->setAccessibleDescription(summary());
    setAccessibleName(tr("Time steps"));
    setAccessibleDescription(summary());
    m_slider->setToolTip(tr("Drag or use Left and Right, Home and End. A triangle marks the step from which another label leads."));
}

void StepScrubber::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::PaletteChange)
        refresh();
    QWidget::changeEvent(event);
}

}
