#include "widgets/plot/decade_ticker.h"

#include <cmath>

namespace spikeclip::widgets {

QVector<double> DecadeTicker::createTickVector(double tickStep, const QCPRange& range)
{
    if (!m_logarithmic)
        return QCPAxisTicker::createTickVector(tickStep, range);
    QVector<double> ticks;
    const double decades = std::log10(range.upper / range.lower);
    const QList<double> within = decades > 3 ? QList<double>{1} : decades > 1.5 ? QList<double>{1, 3} : QList<double>{1, 2, 5};
    for (double decade = std::pow(10, std::floor(std::log10(range.lower))); decade <= range.upper; decade *= 10)
        for (const double part : within)
            ticks << decade * part;
    return ticks;
}

QString DecadeTicker::getTickLabel(double tick, const QLocale& locale, QChar, int)
{
    return locale.toString(std::abs(tick) < 1e-12 ? 0.0 : tick, 'g', 4);
}

}
