#pragma once

#include "widgets/plot/qcp.h"

namespace spikeclip::widgets {

/// Ticks on a logarithmic axis at 1, 2 and 5 of each decade, fewer where it spans many; on a linear one QCustomPlot's own.
class DecadeTicker : public QCPAxisTicker
{
public:
    explicit DecadeTicker(bool logarithmic) : m_logarithmic(logarithmic) {}

protected:
    QVector<double> createTickVector(double tickStep, const QCPRange& range) override;
    QString getTickLabel(double tick, const QLocale& locale, QChar formatChar, int precision) override; ///< four significant digits

private:
    bool m_logarithmic;
};

}
