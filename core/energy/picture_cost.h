#pragma once

#include "core/data/activity.h"
#include "core/energy/rules.h"

#include <cstdint>
#include <span>
#include <vector>

namespace spikeclip::energy {

/// Estimated picojoules.
struct Cost
{
    double computePj = 0;
    double memoryPj = 0;

    double totalPj() const { return computePj + memoryPj; }
    Cost& operator+=(const Cost& other);
    friend Cost operator*(double factor, const Cost& cost) { return {factor * cost.computePj, factor * cost.memoryPj}; }
};

/// What spikingLedger() charges for the image side up to one T, as a price for each count and a part that no count changes. The ledger is linear in
/// the counts, so this says the same to rounding; but a picture takes a multiplication a count instead of a ledger.
struct PictureCost
{
    struct Layer
    {
        Cost each;     ///< of one counted operation
        Cost fixed;    ///< of a pass in which none is counted
        int times = 1; ///< the first so many counts of the layer are charged
    };
    std::vector<Layer> layers; ///< as given
    Cost rest;                 ///< neurons, normalisation, weighting of the steps

    Cost fixed() const; ///< rest, and the layers' fixed parts

    /// Of one picture. `effective` is [layer * stride + step], stride >= times.
    Cost of(std::span<const std::int64_t> effective, std::size_t stride) const;
};

/// The labels' side is left out, whatever the rules say: it does not depend on the picture. Nothing is read of `effective`, `spikesPerStep` and
/// `spikes`.
///
/// Errors  as spikingLedger()
PictureCost pictureCost(const std::vector<data::LayerOperations>& layers, const std::vector<data::LayerActivity>& neurons, int steps,
                        const Rules& rules);

}
