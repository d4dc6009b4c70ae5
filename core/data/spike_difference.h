#pragma once

#include "core/data/spike_record.h"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace spikeclip::data {

/// What becomes of a spike from a first record to a second. Bit 0: it is in the first; bit 1: it is in the second.
enum class SpikeChange : std::uint8_t {
    Silent = 0,
    Vanishes = 1,
    Appears = 2,
    Stays = 3,
};

/// Where the spikes of one layer differ between two runs, such as two labels.
struct SpikeDifference
{
    int steps = 0;                     ///< T
    std::int64_t compared = 0;         ///< neurons of the layer
    std::vector<std::int64_t> neurons; ///< those that differ at any step, ascending
    std::vector<SpikeChange> changes;  ///< [neurons, T]
    std::int64_t stay = 0;             ///< spikes of all neurons compared
    std::int64_t appear = 0;           ///< likewise, and all of `neurons`
    std::int64_t vanish = 0;           ///< likewise
    std::int64_t stayShown = 0;        ///< those of `stay` whose neuron is among `neurons`

    int rows() const { return static_cast<int>(neurons.size()); }
    SpikeChange at(int row, int step) const
    {
        return changes[static_cast<std::size_t>(row) * static_cast<std::size_t>(steps) + static_cast<std::size_t>(step)];
    }
};

/// From the first sample of one record to the first of another.
///
/// Errors  Error(BadShape) unless samples of both have the same shape
SpikeDifference differenceOf(const SpikeRecord& first, const SpikeRecord& second);

}
