#pragma once

#include "core/data/activity.h"
#include "core/data/energy.h"

#include <string>
#include <vector>

namespace spikeclip::energy {

/// What one operation costs in picojoules: compute only, no memory traffic.
struct EnergyPreset
{
    std::string name;
    double macPj = 0;
    double acPj = 0;
};

/// 45 nm CMOS. Source: FP32 from Horowitz 2014 (multiply 3.7 plus add 0.9; add alone); FP16 and INT8 as in the presets of SpikingJelly's
/// op_counter; all in `algorithm.md` 6.2.
inline const EnergyPreset fp32{"45 nm FP32", 4.6, 0.9};
inline const EnergyPreset fp16{"45 nm FP16", 1.5, 0.4};
inline const EnergyPreset int8{"45 nm INT8", 0.23, 0.03};

std::vector<EnergyPreset> presets(); ///< the default first

/// Energy of one picture for every T = 1..steps, from its exact operation counts; `rules` states each choice that was made.
///
/// Units   snn and twin: operations (`LayerOperations::effective`); result in picojoules, cumulative over steps
/// Errors  Error(BadArgument) if steps < 1; Error(BadShape) if a layer has no count for one of the steps; Error(BadValue) for a
///         negative or infinite constant
/// Source  `product.md`, "Energy defaults"; `algorithm.md` 6.4
EnergySummary estimate(const std::vector<data::LayerOperations>& snn, const std::vector<data::LayerOperations>& twin, int steps,
                       const EnergyPreset& preset = fp32);

}
