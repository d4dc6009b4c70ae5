#pragma once

#include "widgets/plot/category_style.h"
#include "widgets/plot/qcp.h"
#include "widgets/train/curves_chart.h"

#include <memory>

namespace spikeclip::widgets {

/// How a curve is drawn, in chart and legend.
struct CurveStyle
{
    QColor colour;
    QList<qreal> dashes;
    CategoryStyle::Mark mark = CategoryStyle::Mark::Disc;
};

/// `run` counts from 0. Of a single run each series has a colour of its own.
CurveStyle curveStyle(int run, data::CurveSeries series, bool isOverlay, const QPalette& palette);

/// All curves, the borders of stages and the cursor. However many points there are, no more are drawn than the pixels can show.
class CurvesPlottable : public QCPAbstractPlottable
{
public:
    CurvesPlottable(QCPAxis* x, QCPAxis* y, std::shared_ptr<const CurvesState> state);

    void setStyle(const QPalette& palette, const QFont& font);

    double selectTest(const QPointF&, bool, QVariant*) const override { return -1; }
    QCPRange getKeyRange(bool& found, QCP::SignDomain) const override;
    QCPRange getValueRange(bool& found, QCP::SignDomain, const QCPRange&) const override;

protected:
    void draw(QCPPainter* painter) override;
    void drawLegendIcon(QCPPainter*, const QRectF&) const override {}

private:
    void drawStages(QCPPainter& painter) const;
    void drawStageNames(QCPPainter& painter) const;
    void drawCurve(QCPPainter& painter, const data::Curve& curve, const ShownRun& run, const CurveStyle& style, double width, bool marks) const;
    void drawCursor(QCPPainter& painter) const;

    std::shared_ptr<const CurvesState> m_state;
    QPalette m_palette;
    QFont m_font;
};

}
