#pragma once

#include "core/data/spike_record.h"

#include <cstdint>
#include <vector>

namespace spikeclip::data {

/// Which neurons of a layer a view shows, and in which order.
struct NeuronChoice
{
    enum class By {
        All,          ///< every neuron
        EvenlySpaced, ///< by index, so that each part of the picture and of the channels is there
        HighestRate,  ///< those that fire most; of equals the lower index first
    };
    By by = By::All;
    int most = 0;            ///< for the last two: at most so many
    bool sortByRate = false; ///< the highest first; otherwise by index
};

/// Neurons of the first sample of a record: position * channels + channel, in the order in which they are shown.
///
/// Errors  Error(BadValue) unless `most` is positive where it counts
std::vector<std::int64_t> chooseNeurons(const SpikeRecord& record, const NeuronChoice& choice);

}
