#include "widgets/plot/potential_legend.h"

#include "widgets/paint.h"
#include "widgets/plot/potential_plottables.h"
#include "widgets/theme.h"

#include <QHelpEvent>
#include <QLocale>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>

namespace spikeclip::widgets {

namespace {

constexpr double sampleWidth = 34; // of a line with its mark
constexpr double markWidth = 12;
constexpr double gap = 12;

}

PotentialLegend::PotentialLegend(std::shared_ptr<const PotentialState> state, QWidget* parent) : QWidget(parent), m_state(std::move(state))
{
    setFocusPolicy(Qt::NoFocus); // the chart has the keys
}

double PotentialLegend::rowHeight() const
{
    return QFontMetricsF(scaled(font(), 0.9)).height() + 2;
}

QList<PotentialLegend::Item> PotentialLegend::items(bool whole) const
{
    QList<Item> list;
    for (int i = 0; i < m_state->drawn(); ++i) {
        const auto neuron = m_state->trace.neurons[static_cast<std::size_t>(i)].neuron;
        list << Item{.kind = Item::Kind::Neuron,
                     .index = i,
                     .text = whole ? neuronText(neuron, m_state->shape) : QLocale().toString(static_cast<qint64>(neuron)),
                     .place = {}};
    }
    if (list.isEmpty())
        return list;
    list << Item{.kind = Item::Kind::Spike, .index = -1, .text = tr("spike"), .place = {}};
    if (m_state->showsCurrent)
        list << Item{.kind = Item::Kind::Current, .index = -1, .text = tr("input current X"), .place = {}};
    return list;
}

QList<PotentialLegend::Item> PotentialLegend::laidOut(double width, int most) const
{
    const QFontMetricsF metrics(scaled(font(), 0.9));
    QList<Item> list;
    for (const bool whole : {true, false}) {
        list = items(whole);
        double x = 0;
        double y = 0;
        for (auto& item : list) {
            const double sample = item.kind == Item::Kind::Neuron ? sampleWidth : markWidth;
            const double wanted = sample + 4 + metrics.horizontalAdvance(item.text) + 2;
            if (x > 0 && x + wanted > width) {
                x = 0;
                y += rowHeight();
            }
            item.place = QRectF(x, y, std::min(wanted, width), rowHeight());
            x += wanted + gap;
        }
        if (whole && y + rowHeight() <= most)
            return list;
    }
    // The mark of a spike speaks for itself: it is worth no row of its own where rows are scarce.
    list.removeIf([](const Item& item) { return item.kind == Item::Kind::Spike && item.place.left() == 0; });
    return list;
}

int PotentialLegend::heightIn(int width, int most) const
{
    const auto list = laidOut(width, most);
    return list.isEmpty() ? 0 : qRound(list.back().place.bottom()) + 1;
}

void PotentialLegend::fitInto(int width, int most)
{
    m_most = most;
    setFixedHeight(heightIn(width, most));
    update();
}

void PotentialLegend::paint(QPainter& painter, const QRectF& area, int most) const
{
    const auto colours = chartColours(palette());
    const auto paper = palette().color(QPalette::Base);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(scaled(font(), 0.9));
    const QFontMetricsF metrics(painter.font());
    for (const auto& item : laidOut(area.width(), most)) {
        const auto place = item.place.translated(area.topLeft());
        const double middle = place.center().y();
        double text = place.left() + markWidth + 4;
        switch (item.kind) {
        case Item::Kind::Neuron: {
            const auto style = categoryStyle(item.index, palette());
            const bool chosen = item.index == m_state->chosen;
            if (chosen) {
                auto wash = palette().color(QPalette::Highlight);
                wash.setAlphaF(0.2F);
                painter.setPen(Qt::NoPen);
                painter.setBrush(wash);
                painter.drawRoundedRect(place.adjusted(-1, 0, 2, 0), 3, 3);
            }
            QPen pen(style.colour, chosen ? 3 : 1.8, Qt::SolidLine, Qt::FlatCap);
            if (!style.dashes.isEmpty())
                pen.setDashPattern(style.dashes);
            painter.setPen(pen);
            painter.drawLine(QPointF(place.left(), middle), QPointF(place.left() + sampleWidth, middle));
            paintPotentialMark(painter, style, PotentialMark::Silent, QPointF(place.left() + sampleWidth / 2, middle), 1, paper);
            text = place.left() + sampleWidth + 4;
            break;
        }
        case Item::Kind::Spike:
            paintPotentialMark(painter, {.colour = colours.faint, .dashes = {}, .mark = CategoryStyle::Mark::Disc}, PotentialMark::Spike,
                               QPointF(place.left() + markWidth / 2, middle + 3), 0.75, paper);
            break;
        case Item::Kind::Current:
            paintCurrentMark(painter, QPointF(place.left() + markWidth / 2, middle), colours.faint);
            break;
        }
        painter.setPen(item.kind == Item::Kind::Neuron ? palette().color(QPalette::Text) : colours.faint);
        const double room = place.right() - text;
        painter.drawText(QRectF(text, place.top(), room + 2, place.height()), Qt::AlignLeft | Qt::AlignVCenter,
                         metrics.elidedText(item.text, Qt::ElideRight, room + 2));
    }
}

void PotentialLegend::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    paint(painter, rect(), m_most);
}

int PotentialLegend::neuronAt(QPointF position) const
{
    for (const auto& item : laidOut(width(), m_most))
        if (item.place.contains(position))
            return item.index;
    return -1;
}

void PotentialLegend::mousePressEvent(QMouseEvent* event)
{
    if (const int index = neuronAt(event->position()); index >= 0 && event->button() == Qt::LeftButton)
        Q_EMIT chosen(index);
    else
        QWidget::mousePressEvent(event);
}

bool PotentialLegend::event(QEvent* event)
{
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    const auto* help = static_cast<QHelpEvent*>(event);
    const int index = neuronAt(help->pos());
    QToolTip::showText(help->globalPos(),
                       index < 0 ? QString() : neuronText(m_state->trace.neurons[static_cast<std::size_t>(index)].neuron, m_state->shape), this);
    return true;
}

}
