#pragma once

#include "widgets/plot/cell_axes.h"
#include "widgets/plot/raster_band.h"
#include "widgets/plot/raster_image.h"

#include <memory>

namespace spikeclip::widgets {

/// What the parts of one raster plot show together.
struct RasterState
{
    data::SpikeRaster raster;
    int chosen = -1;           ///< a row
    std::vector<int> selected; ///< rows, ascending
    int step = 0;              ///< marked, from 1; 0: none
    QList<RasterBand> bands;
};

/// All spikes.
class RasterPlottable : public QCPAbstractPlottable
{
public:
    RasterPlottable(QCPAxis* x, QCPAxis* y, std::shared_ptr<const RasterState> state);

    RasterWindow window() const;
    RasterStyle style() const { return m_image.style(); }
    double scaleEnd() const { return m_image.scaleEnd(); }
    void setColours(const RasterInks& inks, const QColor& mark);

    double selectTest(const QPointF&, bool, QVariant*) const override { return -1; }
    QCPRange getKeyRange(bool& found, QCP::SignDomain) const override;
    QCPRange getValueRange(bool& found, QCP::SignDomain, const QCPRange&) const override;

protected:
    void draw(QCPPainter* painter) override;
    void drawLegendIcon(QCPPainter*, const QRectF&) const override {}

private:
    bool drawShapes(QCPPainter& painter) const;
    void drawGuides(QCPPainter& painter) const;

    std::shared_ptr<const RasterState> m_state;
    RasterImage m_image;
    RasterInks m_inks;
    QColor m_mark;
};

/// Mean rate of the cells of each pixel along one axis: per step under the raster, per neuron beside it.
class MarginPlottable : public QCPAbstractPlottable
{
public:
    /// `cells` is the axis shared with the raster, `rates` the one from 0 to 1.
    MarginPlottable(QCPAxis* cells, QCPAxis* rates, std::shared_ptr<const RasterState> state);

    double largestInSight() const;
    void setColours(const QColor& bars, const QColor& selected);

    double selectTest(const QPointF&, bool, QVariant*) const override { return -1; }
    QCPRange getKeyRange(bool& found, QCP::SignDomain) const override;
    QCPRange getValueRange(bool& found, QCP::SignDomain, const QCPRange&) const override;

protected:
    void draw(QCPPainter* painter) override;
    void drawLegendIcon(QCPPainter*, const QRectF&) const override {}

private:
    bool isOfRows() const;
    int cellCount() const;
    double rateOf(data::CellRange cells) const;
    bool anyMarked(data::CellRange cells) const;

    std::shared_ptr<const RasterState> m_state;
    QColor m_bars;
    QColor m_selected;
};

}
