#include "widgets/plot/potential_plottables.h"

#include "widgets/theme.h"

#include <algorithm>
#include <cmath>

namespace spikeclip::widgets {

namespace {

constexpr double markSize = 7;
constexpr double strokeLength = 9; // of a spike, above its mark
constexpr double widestGap = 3;    // between neurons side by side, in pixels
constexpr double widestPart = 0.4; // of a step, that all of them may take

bool isFinite(QPointF point)
{
    return std::isfinite(point.x()) && std::isfinite(point.y());
}

double distanceTo(QPointF a, QPointF b, QPointF point)
{
    const auto along = b - a;
    const double length = QPointF::dotProduct(along, along);
    const double part = length > 0 ? std::clamp(QPointF::dotProduct(point - a, along) / length, 0.0, 1.0) : 0.0;
    const auto apart = point - (a + part * along);
    return std::hypot(apart.x(), apart.y());
}

}

void paintPotentialMark(QPainter& painter, const CategoryStyle& style, PotentialMark mark, QPointF centre, double scale, const QColor& paper)
{
    const bool fires = mark == PotentialMark::Spike;
    const double size = scale * (fires ? 1.3 : 1) * markSize;
    if (fires) {
        painter.setPen(QPen(style.colour, 2.2 * scale, Qt::SolidLine, Qt::FlatCap));
        painter.drawLine(centre, centre - QPointF(0, size / 2 + scale * strokeLength));
    }
    painter.setPen(QPen(fires ? paper : style.colour, fires ? 1 : 1.5)); // a rim of paper parts marks in a heap
    painter.setBrush(fires ? style.colour : paper);
    paintMark(painter, style.mark, centre, size);
}

void paintCurrentMark(QPainter& painter, QPointF centre, const QColor& colour)
{
    painter.setPen(QPen(colour, 1.6));
    painter.drawLine(centre + QPointF(-3.5, -3.5), centre + QPointF(3.5, 3.5));
    painter.drawLine(centre + QPointF(-3.5, 3.5), centre + QPointF(3.5, -3.5));
}

PotentialPlottable::PotentialPlottable(QCPAxis* x, QCPAxis* y, std::shared_ptr<const PotentialState> state)
    : QCPAbstractPlottable(x, y), m_state(std::move(state))
{}

QCPRange PotentialPlottable::getKeyRange(bool& found, QCP::SignDomain) const
{
    found = m_state->drawn() > 0;
    return {0, double(m_state->steps())};
}

QCPRange PotentialPlottable::getValueRange(bool& found, QCP::SignDomain, const QCPRange&) const
{
    found = m_state->drawn() > 0;
    const auto range = rangeOf(*m_state);
    return {range.least, range.largest};
}

QPointF PotentialPlottable::place(int index, QPointF point) const
{
    const int drawn = m_state->drawn();
    const double step = std::abs(mKeyAxis->coordToPixel(1) - mKeyAxis->coordToPixel(0));
    const double gap = std::min(widestGap, widestPart * step / std::max(1, drawn));
    return {mKeyAxis->coordToPixel(point.x()) + (index - (drawn - 1) / 2.0) * gap, mValueAxis->coordToPixel(point.y())};
}

int PotentialPlottable::neuronAt(QPointF position, double reach) const
{
    int nearest = -1;
    for (int i = 0; i < m_state->drawn(); ++i) {
        const auto line = lineOf(m_state->trace.neurons[static_cast<std::size_t>(i)]);
        for (std::size_t p = 1; p < line.size(); ++p) {
            const double distance = distanceTo(place(i, line[p - 1]), place(i, line[p]), position);
            if (distance <= reach) { // false for what is no number
                reach = distance;
                nearest = i;
            }
        }
    }
    return nearest;
}

void PotentialPlottable::draw(QCPPainter* painter)
{
    if (m_state->drawn() == 0)
        return;
    painter->setAntialiasing(true);
    drawStep(*painter);
    drawLevels(*painter);
    for (int i = 0; i < m_state->drawn(); ++i)
        if (i != m_state->chosen)
            drawNeuron(*painter, i);
    if (m_state->chosen >= 0) // on top of the others
        drawNeuron(*painter, m_state->chosen);
}

void PotentialPlottable::drawStep(QCPPainter& painter) const
{
    const int step = m_state->shownStep();
    if (step == 0)
        return;
    auto wash = m_palette.color(QPalette::Highlight);
    wash.setAlphaF(0.14F);
    const QRectF area = clipRect();
    const double left = std::max(area.left(), mKeyAxis->coordToPixel(step - 0.5));
    const double right = std::min(area.left() + area.width(), mKeyAxis->coordToPixel(step + 0.5));
    painter.fillRect(QRectF(left, area.top(), right - left, area.height()), wash);
    painter.setPen(QPen(m_palette.color(QPalette::Highlight), 1.5));
    const double x = mKeyAxis->coordToPixel(step);
    painter.drawLine(QPointF(x, area.bottom() + 1), QPointF(x, area.bottom() - 7));
}

void PotentialPlottable::drawLevels(QCPPainter& painter) const
{
    const auto faint = chartColours(m_palette).faint;
    const QRectF area = clipRect();
    const auto level = [&](double value, const QPen& pen) {
        const double y = mValueAxis->coordToPixel(value);
        painter.setPen(pen);
        painter.drawLine(QPointF(area.left(), y), QPointF(area.left() + area.width(), y));
    };
    QPen dashed(faint, 1.4);
    dashed.setDashPattern({5, 4});
    level(m_state->trace.threshold, dashed);
    level(0, QPen(faint, 1));
}

void PotentialPlottable::drawNeuron(QCPPainter& painter, int index) const
{
    const auto& neuron = m_state->trace.neurons[static_cast<std::size_t>(index)];
    const auto style = categoryStyle(index, m_palette);
    const auto paper = m_palette.color(QPalette::Base);
    const bool chosen = index == m_state->chosen;
    if (m_state->showsCurrent) {
        auto pale = style.colour;
        pale.setAlphaF(0.55F);
        for (std::size_t i = 0; i < neuron.current.size(); ++i)
            if (const auto at = place(index, {double(i) + 1, neuron.current[i]}); isFinite(at)) {
                if (const auto charged = place(index, {double(i) + 1, neuron.charged[i]}); isFinite(charged)) {
                    painter.setPen(QPen(pale, 1, Qt::DotLine)); // H goes a part of the way towards X
                    painter.drawLine(charged, at);
                }
                paintCurrentMark(painter, at, style.colour);
            }
    }

    QPen pen(style.colour, chosen ? 3 : 1.8, Qt::SolidLine, Qt::FlatCap, Qt::RoundJoin);
    QPen drop(style.colour, chosen ? 1.8 : 1, Qt::SolidLine, Qt::FlatCap);
    if (!style.dashes.isEmpty())
        pen.setDashPattern(style.dashes);
    const auto line = lineOf(neuron);
    for (std::size_t p = 1; p < line.size(); ++p) {
        const auto from = place(index, line[p - 1]);
        const auto to = place(index, line[p]);
        if (!isFinite(from) || !isFinite(to))
            continue;
        painter.setPen(line[p - 1].x() == line[p].x() ? drop : pen);
        painter.drawLine(from, to);
    }
    for (std::size_t i = 0; i < neuron.charged.size(); ++i)
        if (const auto at = place(index, {double(i) + 1, neuron.charged[i]}); isFinite(at))
            paintPotentialMark(painter, style, neuron.fired[i] ? PotentialMark::Spike : PotentialMark::Silent, at, chosen ? 1.3 : 1, paper);
}

LevelNames::LevelNames(QCPAxis* x, QCPAxis* y, std::shared_ptr<const PotentialState> state) : QCPAbstractPlottable(x, y), m_state(std::move(state)) {}

void LevelNames::setStyle(const QFont& font, const QColor& colour)
{
    m_font = font;
    m_colour = colour;
}

void LevelNames::setNames(const QString& threshold, const QString& reset)
{
    m_threshold = threshold;
    m_reset = reset;
}

double LevelNames::width() const
{
    const QFontMetricsF metrics(m_font);
    return 10 + std::max(metrics.horizontalAdvance(m_threshold), metrics.horizontalAdvance(m_reset));
}

QCPRange LevelNames::getKeyRange(bool& found, QCP::SignDomain) const
{
    found = false;
    return {};
}

QCPRange LevelNames::getValueRange(bool& found, QCP::SignDomain, const QCPRange&) const
{
    found = false;
    return {};
}

void LevelNames::draw(QCPPainter* painter)
{
    if (m_state->drawn() == 0)
        return;
    const QFontMetricsF metrics(m_font);
    const double line = metrics.height();
    const auto area = mKeyAxis->axisRect()->rect();
    const double threshold = mValueAxis->coordToPixel(m_state->trace.threshold);
    const double reset = mValueAxis->coordToPixel(0);
    const bool roomy = std::abs(threshold - reset) > 2 * line; // else the axis must do for the numbers
    painter->setFont(m_font);
    painter->setPen(m_colour);
    const auto write = [&](double y, double shift, const QString& name, double value) {
        if (y < area.top() - 1 || y > area.bottom() + 2) // zoomed out of sight
            return;
        const auto text = roomy ? name + QLatin1Char('\n') + QLocale().toString(value, 'g', 4) : name;
        const double height = roomy ? 2 * line : line;
        painter->drawText(QRectF(area.right() + 6, y + shift - height / 2, width(), height), Qt::AlignLeft | Qt::AlignVCenter, text);
    };
    const double apart = std::abs(threshold - reset);
    const double shift = roomy || apart > line ? 0 : (line - apart) / 2;
    const double up = threshold <= reset ? -1 : 1;
    write(threshold, up * shift, m_threshold, m_state->trace.threshold);
    write(reset, -up * shift, m_reset, 0);
}

}
