#pragma once

#include "core/data/spike_difference.h"

#include <QString>

class QPainter;
class QRectF;

/// How a spike that one of two labels has is drawn and named, in every view alike.
namespace spikeclip::widgets {

struct ChartColours;

/// One cell: its left half is the spike of the first label, its right half that of the second. A spike of the first alone is hollow where
/// there is room, so a cell tells its story by place, by shape and by colour.
void paintChange(QPainter& painter, const QRectF& cell, data::SpikeChange change, const ChartColours& colours);

/// "the spike of "red panda" vanishes"
QString changeText(data::SpikeChange change, const QString& first, const QString& second);

}
