#include "widgets/bar_list.h"

#include "widgets/paint.h"
#include "widgets/theme.h"

#include <QLocale>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <cmath>

namespace spikeclip::widgets {

namespace {

QString cosineText(double cosine) { return std::isnan(cosine) ? QStringLiteral("\u2013") : QLocale().toString(cosine, 'f', 3); }

QString percentText(double probability) { return BarList::tr("%1 %").arg(QLocale().toString(100 * probability, 'f', 1)); }

/// A wave under a text that holds an unknown word: not a colour alone.
void paintWave(QPainter& painter, double left, double right, double y, const QColor& colour)
{
    QPainterPath wave(QPointF(left, y));
    for (double x = left; x + 4 <= right; x += 4)
        wave.quadTo(x + 1, y + 2.5, x + 2, y), wave.quadTo(x + 3, y - 2.5, x + 4, y);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(colour, 1.2));
    painter.drawPath(wave);
}

}

BarList::BarList(QWidget* parent) : RowView(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
}

void BarList::setTable(const ScoreTable& table)
{
    m_table = table;
    rowsChanged();
}

void BarList::setRowLimit(int rows)
{
    m_limit = rows;
    rowsChanged();
    updateGeometry();
}

int BarList::shownRows() const
{
    const auto rows = static_cast<int>(m_table.rows.size());
    return m_limit > 0 ? std::min(m_limit, rows) : rows;
}

QString BarList::rowText(int row) const
{
    const auto& shown = m_table.rows[row];
    return tr("%1: cosine %2, softmax %3").arg(shown.label, cosineText(shown.cosine), percentText(shown.probability));
}

QString BarList::absence() const { return tr("No scores yet"); }

QString BarList::rowTip(int row) const
{
    const auto& unknown = m_table.rows[row].unknownWords;
    if (unknown.isEmpty())
        return rowText(row);
    return rowText(row) + QLatin1Char('\n') + tr("Not known to the model, so without effect: %1").arg(unknown.join(QStringLiteral(", ")));
}

int BarList::headerHeight() const { return fontMetrics().height() + 4; }

QSize BarList::sizeHint() const { return {420, headerHeight() + (fontMetrics().height() + 12) * 5}; }

QSize BarList::minimumSizeHint() const { return {220, headerHeight() + (fontMetrics().height() + 4) * 5}; }

BarList::Columns BarList::columns() const
{
    const auto metrics = fontMetrics();
    const double width = viewport()->width();
    const double softmax = std::max(metrics.horizontalAdvance(percentText(1)), metrics.horizontalAdvance(tr("softmax"))) + 10;
    const double cosine = std::max(metrics.horizontalAdvance(cosineText(-0.999)), metrics.horizontalAdvance(tr("cosine"))) + 10;
    double label = 0;
    for (int row = 0; row < std::min(shownRows(), 100); ++row)
        label = std::max<double>(label, metrics.horizontalAdvance(m_table.rows[row].label));
    label = std::min(std::max(label + 4, 48.0), 0.38 * width);
    double lowest = 0; // the last row shown has the least cosine, save for what is not a number
    for (int row = shownRows() - 1; row >= 0; --row)
        if (!std::isnan(m_table.rows[row].cosine)) {
            lowest = std::min(0.0, m_table.rows[row].cosine);
            break;
        }
    const double right = width - 4;
    return {.labelEnd = label, .barStart = label + 10, .barEnd = right - softmax - cosine, .cosineEnd = right - softmax, .softmaxEnd = right, .lowest = lowest};
}

void BarList::paintUnderRows(QPainter& painter)
{
    m_places = columns();
    painter.setPen(chartColours(palette()).faint);
    painter.setFont(scaled(font(), 0.9));
    const auto column = [&](double from, double to) { return QRectF(from, 0, to - from, headerHeight()); };
    painter.drawText(column(m_places.barEnd, m_places.cosineEnd), Qt::AlignRight | Qt::AlignVCenter, tr("cosine"));
    painter.drawText(column(m_places.cosineEnd, m_places.softmaxEnd), Qt::AlignRight | Qt::AlignVCenter, tr("softmax"));
}

void BarList::paintRow(QPainter& painter, int row, const QRectF& area)
{
    const auto& places = m_places;
    const double top = area.top();
    const double height = area.height();
    const auto& shown = m_table.rows[row];
    const auto colours = chartColours(palette());
    const bool leads = row == 0 || (shown.tied && shown.cosine == m_table.rows.front().cosine);

    auto labelFont = font();
    labelFont.setBold(leads);
    painter.setFont(labelFont);
    painter.setPen(palette().color(QPalette::Text));
    const QFontMetricsF metrics(labelFont);
    const auto text = metrics.elidedText(shown.label, Qt::ElideRight, places.labelEnd);
    painter.drawText(QRectF(0, top, places.labelEnd, height), Qt::AlignRight | Qt::AlignVCenter, text);
    if (!shown.unknownWords.isEmpty())
        paintWave(painter, std::max(0.0, places.labelEnd - metrics.horizontalAdvance(text)), places.labelEnd, top + height / 2 + metrics.ascent() / 2 + 2,
                  colours.warning);

    // Bars grow from zero, to the left for a negative cosine.
    const double lowest = places.lowest;
    const double highest = std::max({0.0, m_table.highest, lowest + 1e-6});
    const double length = std::max(0.0, places.barEnd - places.barStart);
    const auto at = [&](double cosine) { return places.barStart + length * (std::clamp(cosine, lowest, highest) - lowest) / (highest - lowest); };
    const double zero = at(0);
    painter.setPen(Qt::NoPen);
    painter.setBrush(colours.grid);
    painter.drawRect(QRectF(zero - 0.5, top, 1, height));
    if (!std::isnan(shown.cosine)) {
        const double end = at(shown.cosine);
        const double thickness = std::min(height - 8, 28.0);
        painter.setBrush(leads ? colours.accent : colours.quiet);
        painter.drawRoundedRect(QRectF(std::min(zero, end), top + (height - thickness) / 2, std::abs(end - zero), thickness), 2, 2);
    }

    painter.setPen(palette().color(QPalette::Text));
    painter.drawText(QRectF(places.barEnd, top, places.cosineEnd - places.barEnd, height), Qt::AlignRight | Qt::AlignVCenter, cosineText(shown.cosine));
    painter.setFont(font());
    painter.setPen(colours.faint);
    painter.drawText(QRectF(places.cosineEnd, top, places.softmaxEnd - places.cosineEnd, height), Qt::AlignRight | Qt::AlignVCenter,
                     percentText(shown.probability));
}

}
