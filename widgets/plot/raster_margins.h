#pragma once

#include "widgets/plot/raster_band.h"

#include <QList>
#include <QSize>

class QCPAxis;
class QCPAxisRect;
class QCPAxisTickerText;

/// What stands around the spikes of a raster.
namespace spikeclip::widgets {

/// The plot in the middle, the rates of its steps below it and those of its neurons beside it.
struct RasterRects
{
    QCPAxisRect* main;
    QCPAxisRect* below;
    QCPAxisRect* beside;
};

/// Gives the rates what room a plot of `size` has to spare. Where there is none they go, and the steps are named at the spikes themselves: those come
/// first.
void fitMargins(const RasterRects& rects, QSize size);

/// 0 and the end of a margin's rates.
void setRates(QCPAxis& axis, double end);

/// Ticks with the names of bands, each beside the part of its band that is in sight on `axis`, where there is room.
void nameBands(QCPAxisTickerText& ticker, const QCPAxis& axis, const QList<RasterBand>& bands);

}
