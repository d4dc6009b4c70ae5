#include "widgets/plot/cell_axes.h"

#include <algorithm>
#include <cmath>

namespace spikeclip::widgets {

CellAxis cellsAlong(const QCPAxis& axis, int cells, double density)
{
    const auto rect = axis.axisRect()->rect();
    const int length = QCPAxis::orientation(axis.axisType()) == Qt::Horizontal ? rect.width() : rect.height();
    const double first = firstEdgeOf(axis);
    return {axis.range().lower - first, axis.range().upper - first, qRound(length * density), cells};
}

void keepInside(QCPAxis& axis, int cells, double least)
{
    const double first = firstEdgeOf(axis);
    const double all = std::max(1, cells);
    const auto range = axis.range();
    const double size = std::clamp(range.size(), std::min(least, all), all);
    const double lower = std::clamp(range.center() - size / 2, first, first + all - size);
    if (std::abs(lower - range.lower) > 1e-9 * all || std::abs(size - range.size()) > 1e-9 * all)
        axis.setRange(lower, lower + size);
}

void StepTicker::setTrials(int steps, int trials)
{
    m_steps = std::max(1, steps);
    m_trials = trials;
}

double StepTicker::getTickStep(const QCPRange& range)
{
    const double step = std::max(1.0, std::round(QCPAxisTicker::getTickStep(range)));
    setTickOrigin(1);
    return m_trials > 1 && step > m_steps / 2.0 ? std::ceil(step / m_steps) * m_steps : step; // then at each picture's first
}

QString StepTicker::getTickLabel(double tick, const QLocale& locale, QChar, int)
{
    const int column = static_cast<int>(std::lround(tick)) - 1;
    if (column < 0 || column >= m_steps * m_trials)
        return {};
    if (m_trials == 1)
        return locale.toString(column + 1);
    return locale.toString(column / m_steps + 1) + QLatin1Char(':') + locale.toString(column % m_steps + 1);
}

}
