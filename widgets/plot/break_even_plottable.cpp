#include "widgets/plot/break_even_plottable.h"

#include "widgets/layer_text.h"
#include "widgets/theme.h"

#include <algorithm>
#include <cmath>
#include <optional>

namespace spikeclip::widgets {

namespace {

constexpr double dotSize = 8;
constexpr double meanSize = 13;
constexpr double apart = 8; // pixels between the groups of one step

std::optional<double> rateOf(const energy::BreakEven& at, BreakEvenLine line)
{
    return line == BreakEvenLine::Compute ? at.compute : line == BreakEvenLine::Memory ? at.memory : at.quantised;
}

}

QPen breakEvenPen(BreakEvenLine line, const QPalette& palette)
{
    const auto colours = chartColours(palette);
    switch (line) {
    case BreakEvenLine::Compute:
        return QPen(colours.quiet, 2.2, Qt::SolidLine, Qt::FlatCap);
    case BreakEvenLine::Memory:
        return QPen(palette.color(QPalette::Text), 2.4, Qt::SolidLine, Qt::FlatCap);
    case BreakEvenLine::Quantised:
        break;
    }
    QPen pen(palette.color(QPalette::Text), 1.6, Qt::SolidLine, Qt::FlatCap);
    pen.setDashPattern({5, 3});
    return pen;
}

void paintRegion(QPainter& painter, const QRectF& area, const QPalette& palette)
{
    auto wash = chartColours(palette).second;
    painter.setPen(QPen(wash, 1));
    wash.setAlphaF(0.45F);
    painter.setBrush(wash);
    painter.drawRect(area);
}

void paintMean(QPainter& painter, QPointF centre, double size, const QPalette& palette)
{
    painter.setPen(QPen(palette.color(QPalette::Base), 1.5));
    painter.setBrush(palette.color(QPalette::Text));
    paintMark(painter, CategoryStyle::Mark::Cross, centre, size);
}

CategoryStyle groupStyle(int block, const QPalette& palette)
{
    constexpr int order[] = {0, 1, 2, 3, 5, 6, 7}; // not the black one, which is the lines' and the mean's
    return categoryStyle(order[std::clamp(block + 1, 0, 6)], palette);
}

BreakEvenPlottable::BreakEvenPlottable(QCPAxis* x, QCPAxis* y, std::shared_ptr<const BreakEvenState> state)
    : QCPAbstractPlottable(x, y), m_state(std::move(state))
{}

QCPRange BreakEvenPlottable::getKeyRange(bool& found, QCP::SignDomain) const
{
    found = true;
    return {1, BreakEvenChart::mostSteps};
}

QCPRange BreakEvenPlottable::getValueRange(bool& found, QCP::SignDomain, const QCPRange&) const
{
    found = true;
    return {m_state->least, 1};
}

double BreakEvenPlottable::heightOf(double rate) const
{
    const auto* axis = mValueAxis.data();
    if (rate < m_state->least) // at once far away, because a logarithm of these there may be none
        return axis->coordToPixel(axis->range().lower) + 40;
    return axis->coordToPixel(std::min(rate, 1.0));
}

QPointF BreakEvenPlottable::placeOf(int column, double rate) const
{
    int last = -1;
    for (const auto& dot : m_state->view.dots)
        last = std::max(last, blockOf(dot.layer));
    const int columns = last + 3; // the stem, the blocks, and the mean
    const double step = std::min(apart, mKeyAxis->axisRect()->width() / (8.0 * columns));
    const double beside = ((column < 0 ? columns - 1 : column) - (columns - 1) / 2.0) * step;
    return {mKeyAxis->coordToPixel(m_state->view.step) + beside, mValueAxis->coordToPixel(std::clamp(rate, m_state->least, 1.0))};
}

QPointF BreakEvenPlottable::dotAt(int index) const
{
    const auto& dot = m_state->view.dots[static_cast<std::size_t>(index)];
    return placeOf(blockOf(dot.layer) + 1, dot.rate);
}

int BreakEvenPlottable::nearest(QPointF position, double reach) const
{
    int best = -1;
    double least = reach * reach;
    for (int i = 0; i < static_cast<int>(m_state->view.dots.size()); ++i) {
        const auto away = dotAt(i) - position;
        if (const double distance = QPointF::dotProduct(away, away); distance < least) {
            least = distance;
            best = i;
        }
    }
    return best;
}

void BreakEvenPlottable::drawLine(QCPPainter& painter, BreakEvenLine line) const
{
    QPolygonF points;
    for (const auto& at : m_state->view.lines)
        if (const auto rate = rateOf(at, line))
            points << QPointF(mKeyAxis->coordToPixel(at.steps), heightOf(*rate));
    painter.setBrush(Qt::NoBrush);
    painter.setPen(breakEvenPen(line, m_palette));
    painter.drawPolyline(points);
}

void BreakEvenPlottable::drawDots(QCPPainter& painter) const
{
    const auto& dots = m_state->view.dots;
    for (int i = 0; i < static_cast<int>(dots.size()); ++i) {
        const auto style = groupStyle(blockOf(dots[static_cast<std::size_t>(i)].layer), m_palette);
        painter.setPen(QPen(m_palette.color(QPalette::Base), 1)); // a rim, so that dots in a heap can be counted
        painter.setBrush(style.colour);
        paintMark(painter, style.mark, dotAt(i), dotSize);
    }
    paintMean(painter, placeOf(-1, m_state->view.mean), meanSize, m_palette);
    if (m_state->chosen >= 0) {
        const auto style = groupStyle(blockOf(dots[static_cast<std::size_t>(m_state->chosen)].layer), m_palette);
        painter.setPen(Qt::NoPen);
        painter.setBrush(style.colour);
        paintMark(painter, style.mark, dotAt(m_state->chosen), dotSize + 2);
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(m_palette.color(QPalette::Text), 2));
        painter.drawEllipse(dotAt(m_state->chosen), dotSize + 1, dotSize + 1);
    }
}

void BreakEvenPlottable::draw(QCPPainter* painter)
{
    const auto& view = m_state->view;
    painter->setAntialiasing(true);
    const QRectF region(QPointF(mKeyAxis->coordToPixel(energy::publishedRegion.leastSteps), heightOf(energy::publishedRegion.mostRate)),
                        QPointF(mKeyAxis->coordToPixel(energy::publishedRegion.mostSteps), heightOf(energy::publishedRegion.leastRate)));
    paintRegion(*painter, region, m_palette);
    painter->setPen(QPen(chartColours(m_palette).faint, 1, Qt::DotLine));
    const auto area = QRectF(mKeyAxis->axisRect()->rect());
    const double at = mKeyAxis->coordToPixel(view.step);
    painter->drawLine(QPointF(at, area.top()), QPointF(at, area.bottom()));
    for (const auto line : {BreakEvenLine::Compute, BreakEvenLine::Quantised, BreakEvenLine::Memory})
        drawLine(*painter, line);
    if (!view.dots.empty())
        drawDots(*painter);
}

}
