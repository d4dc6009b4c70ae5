#pragma once

#include "widgets/plot/break_even_chart.h"
#include "widgets/plot/category_style.h"
#include "widgets/plot/qcp.h"

#include <memory>

namespace spikeclip::widgets {

/// The three lines of a break-even chart.
enum class BreakEvenLine { Compute, Memory, Quantised };
QPen breakEvenPen(BreakEvenLine line, const QPalette& palette);

/// The published region, filled and hatched.
void paintRegion(QPainter& painter, const QRectF& area, const QPalette& palette);

/// The mean of all neurons.
void paintMean(QPainter& painter, QPointF centre, double size, const QPalette& palette);

/// How the layers of the group of this one are marked. Groups beyond the last category share its style.
CategoryStyle groupStyle(int block, const QPalette& palette);

/// Region, lines, the step shown, dots and mean.
class BreakEvenPlottable : public QCPAbstractPlottable
{
public:
    BreakEvenPlottable(QCPAxis* x, QCPAxis* y, std::shared_ptr<const BreakEvenState> state);

    void setPalette(const QPalette& palette) { m_palette = palette; }
    QPointF dotAt(int index) const;                    ///< pixels; groups stand a little beside one another
    int nearest(QPointF position, double reach) const; ///< index of a dot; -1: none

    double selectTest(const QPointF&, bool, QVariant*) const override { return -1; }
    QCPRange getKeyRange(bool& found, QCP::SignDomain) const override;
    QCPRange getValueRange(bool& found, QCP::SignDomain, const QCPRange&) const override;

protected:
    void draw(QCPPainter* painter) override;
    void drawLegendIcon(QCPPainter*, const QRectF&) const override {}

private:
    QPointF placeOf(int column, double rate) const; ///< 0: the stem, then the blocks; -1: the mean, beside them
    double heightOf(double rate) const;             ///< pixels; what no axis can show lies at its edge, or below the lower one
    void drawLine(QCPPainter& painter, BreakEvenLine line) const;
    void drawDots(QCPPainter& painter) const;

    std::shared_ptr<const BreakEvenState> m_state;
    QPalette m_palette;
};

}
