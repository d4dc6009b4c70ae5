#pragma once

#include "core/data/spike_record.h"

#include <cstdint>
#include <vector>

namespace spikeclip::data {

/// How often each neuron of one layer fired for one picture, in steps 1 to `steps`: a histogram over neurons.
struct LayerStatistics
{
    int steps = 0;                     ///< t
    std::vector<std::int64_t> neurons; ///< t + 1 entries: entry k counts the neurons that fired in exactly k of the steps

    std::int64_t all() const;
    std::int64_t dead() const;      ///< fired in none of the steps. For one picture only: another may wake them
    std::int64_t saturated() const; ///< fired in more than half of the steps: 2 k > t
    std::int64_t spikes() const;
    double firingRate() const; ///< spikes per neuron and step, in [0, 1]; 0 of no neurons

    /// Whether neurons that fired k times in `steps` steps count as saturated.
    static bool isSaturated(int k, int steps) { return 2 * k > steps; }

    friend bool operator==(const LayerStatistics&, const LayerStatistics&) = default;
};

/// The first sample of a record, over its first `steps` steps.
///
/// Errors  Error(BadValue) unless 1 <= steps <= T
LayerStatistics statisticsOf(const SpikeRecord& record, int steps);

}
