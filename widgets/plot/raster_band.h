#pragma once

#include "core/data/spike_raster.h"

#include <QString>

#include <functional>

namespace spikeclip::widgets {

/// Rows of a raster that belong together, such as the neurons of one token.
struct RasterBand
{
    data::CellRange rows;
    QString name; ///< short: it stands beside the rows
};

/// Says which neuron it is in the words of its layer, e.g. "token 3 "photo", channel 17".
using NeuronName = std::function<QString(qint64 neuron)>;

}
