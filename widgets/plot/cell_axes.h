#pragma once

#include "widgets/plot/cell_axis.h"
#include "widgets/plot/qcp.h"

namespace spikeclip::widgets {

/// Axis coordinates of QCustomPlot, where steps count from 1 and rows from 0, each in the middle of its cell.
inline double firstEdgeOf(const QCPAxis& axis)
{
    return QCPAxis::orientation(axis.axisType()) == Qt::Horizontal ? 0.5 : -0.5;
}

/// The cells along one axis as they stand on its pixels, `density` of them to a unit.
CellAxis cellsAlong(const QCPAxis& axis, int cells, double density);

/// Cuts the axis to `cells` of them, of which at least `least` are in sight. For a slot of QCPAxis::rangeChanged.
void keepInside(QCPAxis& axis, int cells, double least);

/// Whole numbers only: steps from 1, and pictures where several stand side by side.
class StepTicker : public QCPAxisTicker
{
public:
    void setTrials(int steps, int trials);

protected:
    double getTickStep(const QCPRange& range) override;
    int getSubTickCount(double) override { return 0; }
    QString getTickLabel(double tick, const QLocale& locale, QChar formatChar, int precision) override;

private:
    int m_steps = 1;
    int m_trials = 1;
};

}
