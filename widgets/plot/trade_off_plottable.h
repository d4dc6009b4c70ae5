#pragma once

#include "widgets/plot/decade_ticker.h"
#include "widgets/plot/painted_strip.h"
#include "widgets/plot/qcp.h"
#include "widgets/plot/trade_off_chart.h"

#include <memory>

namespace spikeclip::widgets {

enum class TradeOffMark { Steps, Exit, Twin };

/// As in chart and legend.
void paintTradeOffMark(QPainter& painter, TradeOffMark mark, QPointF centre, double size, const QPalette& palette);

/// The curve over T with its confidence intervals, the path and the point of early exit, the twin.
class TradeOffPlottable : public QCPAbstractPlottable
{
public:
    TradeOffPlottable(QCPAxis* x, QCPAxis* y, std::shared_ptr<const TradeOffState> state);

    void setStyle(const QPalette& palette, const QFont& font);
    QPointF pixelOf(const energy::TradeOffPoint& point) const;
    int stepAt(QPointF position, double reach) const; ///< T of the nearest point; 0: none

    double selectTest(const QPointF&, bool, QVariant*) const override { return -1; }
    QCPRange getKeyRange(bool& found, QCP::SignDomain) const override;
    QCPRange getValueRange(bool& found, QCP::SignDomain, const QCPRange&) const override;

protected:
    void draw(QCPPainter* painter) override;
    void drawLegendIcon(QCPPainter*, const QRectF&) const override {}

private:
    void drawTwin(QCPPainter& painter) const;
    void drawInterval(QCPPainter& painter, const energy::TradeOffPoint& point, const QColor& colour) const;
    void drawNames(QCPPainter& painter) const;

    std::shared_ptr<const TradeOffState> m_state;
    QPalette m_palette;
    QFont m_font;
};

/// One bar, divided by the share of pictures that leave after T = 1, 2, ...
class LeavingBar : public PaintedStrip
{
    Q_OBJECT
public:
    LeavingBar(std::shared_ptr<const TradeOffState> state, QWidget* parent);

    int heightIn(int width, int most) const override;
    void paint(QPainter& painter, const QRectF& area) const override;
    QString tipAt(QPointF position) const override;

    /// From the left end of the bar's own area, each as wide as its share.
    QList<QRectF> parts(double width) const;

private:
    QRectF bar(const QRectF& area) const;
    QString text(int part, bool whole) const;

    std::shared_ptr<const TradeOffState> m_state;
};

/// Ticks that are energies with their units.
class EnergyTicker : public DecadeTicker
{
public:
    using DecadeTicker::DecadeTicker;

protected:
    QString getTickLabel(double tick, const QLocale& locale, QChar formatChar, int precision) override;
};

}
