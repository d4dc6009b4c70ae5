#pragma once

#include "widgets/plot/cell_axis.h"

#include <QImage>

#include <vector>

namespace spikeclip::widgets {

/// The part of a raster in sight, in cells: column c reaches from c to c + 1, row r likewise, upwards.
struct RasterWindow
{
    double left = 0, right = 1, bottom = 0, top = 1;
};

/// How spikes are drawn: as room allows.
enum class RasterStyle {
    Ticks,   ///< every spike a short upright line in its cell
    Blocks,  ///< every spike fills its cell; no pixel belongs to two cells
    Density, ///< every pixel shows which part of its cells fired
};

struct RasterInks
{
    QRgb paper = 0;
    QRgb spike = 0;
};

/// Draws a window of a raster from its bits. Every spike in sight inks at least one pixel, and no pixel is inked without a spike.
class RasterImage
{
public:
    /// An opaque picture of `size` pixels, valid until the next call. `density` is how many pixels make one unit of a widget.
    const QImage& draw(const data::SpikeRaster& raster, const RasterWindow& window, QSize size, double density, const RasterInks& inks);

    RasterStyle style() const { return m_style; }
    double scaleEnd() const { return m_scaleEnd; } ///< of Density: rate of the last colour of the map, spikes per neuron and step in [0, 1]

    /// What a pixel of Density without any spike looks like.
    static QRgb silence();

private:
    void drawTicks(const data::SpikeRaster& raster, const CellAxis& x, const CellAxis& y, double density, const RasterInks& inks);
    void count(const data::SpikeRaster& raster, const std::vector<CellSpan>& across, const std::vector<CellSpan>& upwards);
    void drawCells(const data::SpikeRaster& raster, const CellAxis& x, const CellAxis& y, const RasterInks& inks);

    QImage m_image;
    std::vector<int> m_counts; ///< [rows of spans, columns of spans]
    RasterStyle m_style = RasterStyle::Blocks;
    double m_scaleEnd = 1;
};

/// A round number, at most 1, that is not below `rate`: ends of colour bars that do not flicker while one zooms.
double roundRateEnd(double rate);

}
