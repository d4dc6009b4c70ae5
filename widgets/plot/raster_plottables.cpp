#include "widgets/plot/raster_plottables.h"

#include "widgets/export.h"

#include <algorithm>
#include <cmath>

namespace spikeclip::widgets {

RasterPlottable::RasterPlottable(QCPAxis* x, QCPAxis* y, std::shared_ptr<const RasterState> state)
    : QCPAbstractPlottable(x, y), m_state(std::move(state))
{
}

void RasterPlottable::setColours(const RasterInks& inks, const QColor& mark)
{
    m_inks = inks;
    m_mark = mark;
}

RasterWindow RasterPlottable::window() const
{
    const auto x = mKeyAxis->range();
    const auto y = mValueAxis->range();
    return {.left = x.lower - 0.5, .right = x.upper - 0.5, .bottom = y.lower + 0.5, .top = y.upper + 0.5};
}

QCPRange RasterPlottable::getKeyRange(bool& found, QCP::SignDomain) const
{
    found = !m_state->raster.isEmpty();
    return {0.5, m_state->raster.columns() + 0.5};
}

QCPRange RasterPlottable::getValueRange(bool& found, QCP::SignDomain, const QCPRange&) const
{
    found = !m_state->raster.isEmpty();
    return {-0.5, m_state->raster.rows() - 0.5};
}

void RasterPlottable::draw(QCPPainter* painter)
{
    const auto area = clipRect();
    if (area.isEmpty() || m_state->raster.isEmpty())
        return;
    const bool vector = isVector(*painter->device());
    const double density = vector ? 2 : painter->device()->devicePixelRatioF();
    const auto& image = m_image.draw(m_state->raster, window(), (QSizeF(area.size()) * density).toSize(), density, m_inks);
    if (!vector || !drawShapes(*painter))
        painter->drawImage(QRectF(area), image);
    drawGuides(*painter);

    if (m_state->chosen >= 0) { // a frame around its row, never thinner than can be seen
        const double middle = mValueAxis->coordToPixel(m_state->chosen);
        const double height = std::max(5.0, std::abs(mValueAxis->coordToPixel(0) - mValueAxis->coordToPixel(1)));
        painter->setBrush(Qt::NoBrush);
        painter->setPen(QPen(m_mark, 1.5));
        painter->drawRect(QRectF(area.left(), middle - height / 2, area.width() - 1, height));
    }
}

/// Edges of bands and of the marked step: so faint that the spikes beneath stay to be seen.
void RasterPlottable::drawGuides(QCPPainter& painter) const
{
    const QRectF area = clipRect();
    auto faint = m_image.style() == RasterStyle::Density ? QColor(Qt::white) : m_mark;
    faint.setAlphaF(0.45F);
    painter.setPen(QPen(faint, 1));
    for (const auto& band : m_state->bands)
        if (const double y = mValueAxis->coordToPixel(band.rows.begin - 0.5); band.rows.begin > 0 && y > area.top() && y < area.bottom())
            painter.drawLine(QLineF(area.left(), y, area.right(), y));
    if (m_state->step < 1)
        return;
    painter.setPen(QPen(m_mark, 1.5));
    painter.setBrush(Qt::NoBrush);
    for (int trial = 0; trial < m_state->raster.trials(); ++trial) {
        const double middle = trial * m_state->raster.steps() + m_state->step;
        const QRectF frame(QPointF(mKeyAxis->coordToPixel(middle - 0.5), area.top()), QPointF(mKeyAxis->coordToPixel(middle + 0.5), area.bottom()));
        if (frame.width() < 8) // then it would hide what it marks: the bar below says it
            return;
        if (const auto inSight = frame.intersected(area); inSight.width() > 1)
            painter.drawRect(inSight);
    }
}

bool RasterPlottable::drawShapes(QCPPainter& painter) const
{
    const auto& raster = m_state->raster;
    const auto rows = cellsAlong(*mValueAxis, raster.rows(), 1).visible();
    const auto columns = cellsAlong(*mKeyAxis, raster.columns(), 1).visible();
    std::int64_t marks = 0;
    for (int column = columns.begin; column < columns.end; ++column)
        marks += data::countBits(raster.column(column), rows.begin, rows.end);
    if (marks > mostVectorMarks || m_image.style() == RasterStyle::Density)
        return false;

    const QRectF area = clipRect();
    painter.setPen(Qt::NoPen);
    painter.setBrush(QColor(m_inks.spike));
    for (int column = columns.begin; column < columns.end; ++column) {
        const double left = mKeyAxis->coordToPixel(column + 0.5);
        const double right = mKeyAxis->coordToPixel(column + 1.5);
        const double width = m_image.style() == RasterStyle::Ticks ? std::clamp(0.3 * (right - left), 1.5, 3.0) : right - left;
        for (int row = rows.begin; row < rows.end; ++row)
            if (raster.fired(row, column)) {
                const double bottom = mValueAxis->coordToPixel(row - 0.5);
                const double top = mValueAxis->coordToPixel(row + 0.5);
                painter.drawRect(QRectF((left + right - width) / 2, top, width, bottom - top).intersected(area));
            }
    }
    return true;
}

MarginPlottable::MarginPlottable(QCPAxis* cells, QCPAxis* rates, std::shared_ptr<const RasterState> state)
    : QCPAbstractPlottable(cells, rates), m_state(std::move(state))
{
}

void MarginPlottable::setColours(const QColor& bars, const QColor& selected)
{
    m_bars = bars;
    m_selected = selected;
}

bool MarginPlottable::isOfRows() const { return mKeyAxis->orientation() == Qt::Vertical; }

int MarginPlottable::cellCount() const { return isOfRows() ? m_state->raster.rows() : m_state->raster.columns(); }

double MarginPlottable::rateOf(data::CellRange cells) const
{
    const auto& raster = m_state->raster;
    const auto spikes = isOfRows() ? raster.spikesOfRows(cells) : raster.spikesOfColumns(cells);
    const double chances = static_cast<double>(cells.size()) * (isOfRows() ? raster.columns() : raster.rows());
    return chances > 0 ? static_cast<double>(spikes) / chances : 0;
}

double MarginPlottable::largestInSight() const
{
    const auto axis = cellsAlong(*mKeyAxis, cellCount(), 1);
    double largest = 0;
    for (int pixel = 0; pixel < axis.pixels(); ++pixel)
        largest = std::max(largest, rateOf(axis.at(pixel)));
    return largest;
}

bool MarginPlottable::anyMarked(data::CellRange cells) const
{
    if (!isOfRows()) {
        const int steps = m_state->raster.steps();
        for (int column = cells.begin; column < cells.end; ++column)
            if (column % steps + 1 == m_state->step)
                return true;
        return false;
    }
    const auto& selected = m_state->selected;
    const auto next = std::ranges::lower_bound(selected, cells.begin);
    return next != selected.end() && *next < cells.end;
}

QCPRange MarginPlottable::getKeyRange(bool& found, QCP::SignDomain) const
{
    found = false;
    return {};
}

QCPRange MarginPlottable::getValueRange(bool& found, QCP::SignDomain, const QCPRange&) const
{
    found = true;
    return {0, 1};
}

void MarginPlottable::draw(QCPPainter* painter)
{
    const auto area = clipRect();
    const auto axis = cellsAlong(*mKeyAxis, cellCount(), 1);
    painter->setPen(Qt::NoPen);
    QVector<QRectF> plain;
    QVector<QRectF> selected;
    const auto zero = mValueAxis->coordToPixel(0);
    for (int pixel = 0; pixel < axis.pixels();) {
        const auto cells = axis.at(pixel);
        int next = pixel + 1;
        while (next < axis.pixels() && axis.scale() > 1 && axis.at(next) == cells)
            ++next;
        if (cells.size() > 0) {
            const double end = mValueAxis->coordToPixel(rateOf(cells));
            const double gap = next - pixel > 5 ? 1 : 0;
            const auto bar = isOfRows() ? QRectF(zero, area.bottom() + 1 - next + gap, end - zero, next - pixel - gap)
                                        : QRectF(area.left() + pixel, end, next - pixel - gap, zero - end);
            (anyMarked(cells) ? selected : plain) << bar;
        }
        pixel = next;
    }
    painter->setBrush(m_bars);
    painter->drawRects(plain);
    painter->setBrush(m_selected);
    painter->drawRects(selected);
}

}
