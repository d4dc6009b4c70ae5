#include "widgets/plot/painted_strip.h"

#include "widgets/paint.h"
#include "widgets/theme.h"

#include <QHelpEvent>
#include <QPainter>
#include <QTextLayout>
#include <QToolTip>

#include <algorithm>

namespace spikeclip::widgets {

namespace {

constexpr double afterSample = 5;

}

PaintedStrip::PaintedStrip(QWidget* parent) : QWidget(parent)
{
    setFocusPolicy(Qt::NoFocus); // the chart has the keys
}

void PaintedStrip::fitInto(int width, int most)
{
    setFixedHeight(heightIn(width, most));
    update();
}

bool PaintedStrip::event(QEvent* event)
{
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    const auto* help = static_cast<QHelpEvent*>(event);
    QToolTip::showText(help->globalPos(), tipAt(help->pos()), this);
    return true;
}

void PaintedStrip::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    paint(painter, rect());
}

void ChartLegend::setItems(const QList<LegendItem>& items)
{
    m_items = items;
    update();
}

double ChartLegend::gap(bool whole) const
{
    return whole ? 12 : 8;
}

QList<QRectF> ChartLegend::places(double width, bool whole) const
{
    const QFontMetricsF metrics(scaled(font(), 0.9));
    QList<QRectF> list;
    double x = 0;
    double y = 0;
    for (const auto& item : m_items) {
        const double wanted = item.width + afterSample + metrics.horizontalAdvance(whole ? item.text : item.brief) + 1;
        if (x > 0 && x + wanted > width) {
            x = 0;
            y += metrics.height() + 1;
        }
        list << QRectF(x, y, std::min(wanted, std::max(1.0, width)), metrics.height() + 1);
        x += wanted + gap(whole);
    }
    return list;
}

int ChartLegend::rowsHeight(double width, bool whole) const
{
    const auto list = places(width, whole);
    return list.isEmpty() ? 0 : qRound(list.back().bottom()) + 1;
}

int ChartLegend::heightIn(int width, int most) const
{
    const int whole = rowsHeight(width, true);
    return whole <= most ? whole : rowsHeight(width, false);
}

void ChartLegend::paint(QPainter& painter, const QRectF& area) const
{
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(scaled(font(), 0.9));
    const QFontMetricsF metrics(painter.font());
    const bool whole = rowsHeight(area.width(), true) <= qRound(area.height());
    const auto list = places(area.width(), whole);
    for (int i = 0; i < m_items.size(); ++i) {
        const auto& item = m_items[i];
        const auto place = list[i].translated(area.topLeft());
        item.paint(painter, QRectF(place.left(), place.top() + 1, item.width, place.height() - 2));
        painter.setPen(palette().color(QPalette::Text));
        const double room = std::max(0.0, place.width() - item.width - afterSample);
        painter.drawText(QRectF(place.left() + item.width + afterSample, place.top(), room, place.height()), Qt::AlignLeft | Qt::AlignVCenter,
                         metrics.elidedText(whole ? item.text : item.brief, Qt::ElideRight, room + 1));
    }
}

QString ChartLegend::tipAt(QPointF position) const
{
    const auto list = places(width(), rowsHeight(width(), true) <= height());
    for (int i = 0; i < m_items.size(); ++i)
        if (list[i].contains(position))
            return m_items[i].text;
    return {};
}

void ChartWords::setText(const QString& text)
{
    m_text = text;
    update();
}

QStringList ChartWords::lines(double width) const
{
    QStringList list;
    for (const auto& paragraph : m_text.split(QLatin1Char('\n'), Qt::SkipEmptyParts)) {
        QTextLayout layout(paragraph, scaled(font(), 0.9));
        layout.beginLayout();
        for (auto line = layout.createLine(); line.isValid(); line = layout.createLine()) {
            line.setLineWidth(std::max(20.0, width));
            list << paragraph.mid(line.textStart(), line.textLength()).trimmed();
        }
        layout.endLayout();
    }
    return list;
}

int ChartWords::heightIn(int width, int most) const
{
    const double line = QFontMetricsF(scaled(font(), 0.9)).height() + 1;
    const int room = std::max(1, static_cast<int>(most / line));
    return qRound(line * std::min(room, static_cast<int>(lines(width).size()))) + 1;
}

void ChartWords::paint(QPainter& painter, const QRectF& area) const
{
    painter.setFont(scaled(font(), 0.9));
    painter.setPen(palette().color(QPalette::Text));
    const QFontMetricsF metrics(painter.font());
    const double height = metrics.height() + 1;
    const auto all = lines(area.width());
    const int shown = std::min(static_cast<int>(all.size()), std::max(1, static_cast<int>((area.height() + 0.5) / height)));
    for (int i = 0; i < shown; ++i) {
        const bool cut = i + 1 == shown && shown < all.size();
        painter.drawText(QRectF(area.left(), area.top() + i * height, area.width(), height), Qt::AlignLeft | Qt::AlignVCenter,
                         cut ? metrics.elidedText(all.mid(i).join(QLatin1Char(' ')), Qt::ElideRight, area.width()) : all[i]);
    }
}

}
