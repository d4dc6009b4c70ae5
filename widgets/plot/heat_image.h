#pragma once

#include "widgets/plot/cell_axis.h"
#include "widgets/plot/heat_table.h"

#include <QImage>

namespace spikeclip::widgets {

/// The part of a table in sight, in cells: column c reaches from c to c + 1, row r likewise.
struct CellWindow
{
    double left = 0, right = 1; ///< columns
    double first = 0, last = 1; ///< rows
};

/// viridis from 0 to `end`; what lies beyond has the last colour.
QRgb heatColour(double value, double end);

/// Of a change between `-end` and `end`: orange below 0, blue above, the more of either the further from 0, which is paper.
QRgb changeColour(double value, double end, QRgb paper);

/// Whichever of the two the table asks for.
QRgb cellColour(const HeatTable& table, double value, double end, QRgb paper);

/// Draws a window of a table. Every cell in sight that holds a value inks at least one pixel; a pixel that several share shows their mean.
class HeatImage
{
public:
    /// An opaque picture of `size` pixels, valid until the next call. `paper` is where nothing is.
    const QImage& draw(const HeatTable& table, double scaleEnd, const CellWindow& window, QSize size, QRgb paper);

    bool isShared() const { return m_shared; } ///< whether some pixel shows a mean of cells

private:
    QImage m_image;
    bool m_shared = false;
};

}
