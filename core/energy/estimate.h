#pragma once

#include "core/data/activity.h"
#include "core/data/energy.h"
#include "core/energy/rules.h"

#include <vector>

namespace spikeclip::energy {

/// Energy of one picture for every T = 1..steps, from its exact operation counts, under `rules`, each of which the summary states: what ledger.h takes
/// apart, summed, without the text side. With memory traffic only where the spiking network's `neurons` are given.
///
/// Units   snn and twin: operations (`LayerOperations::effective`); result in picojoules, cumulative over steps
/// Errors  those of spikingLedger()
/// Source  `product.md`, "Energy defaults"; `algorithm.md` 6.4
EnergySummary estimate(const std::vector<data::LayerOperations>& snn, const std::vector<data::LayerOperations>& twin, int steps,
                       const Rules& rules = {}, const std::vector<data::LayerActivity>& neurons = {});

}
