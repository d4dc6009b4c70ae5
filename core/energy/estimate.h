#pragma once

#include "core/data/activity.h"
#include "core/data/energy.h"
#include "core/energy/rules.h"

#include <vector>

namespace spikeclip::energy {

/// Energy of one picture for every T = 1..steps, from its exact operation counts; under `rules`, each of which the summary states. What
/// ledger.h takes apart, summed: without its text side and without memory traffic.
///
/// Units   snn and twin: operations (`LayerOperations::effective`); result in picojoules, cumulative over steps
/// Errors  Error(BadArgument) if steps < 1; Error(BadShape) if a layer has no count for one of the steps; Error(BadValue) for a
///         negative or infinite constant
/// Source  `product.md`, "Energy defaults"; `algorithm.md` 6.4
EnergySummary estimate(const std::vector<data::LayerOperations>& snn, const std::vector<data::LayerOperations>& twin, int steps,
                       const Rules& rules = {});

}
