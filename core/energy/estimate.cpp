#include "core/energy/estimate.h"

#include "core/data/outcome.h"
#include "core/energy/ledger.h"

namespace spikeclip::energy {

EnergySummary estimate(const std::vector<data::LayerOperations>& snn, const std::vector<data::LayerOperations>& twin, int steps, const Rules& rules,
                       const std::vector<data::LayerActivity>& neurons)
{
    if (steps < 1)
        throw Error(ErrorCode::BadArgument, "energy is estimated for at least one step, not for " + std::to_string(steps));
    const Counts counts{.image = snn, .neurons = neurons, .twin = twin};
    EnergySummary summary{.preset = describe(rules.preset), .rules = sentences(rules)};
    for (int t = 1; t <= steps; ++t)
        summary.snnPj.push_back(spikingLedger(counts, t, rules).computePj());
    summary.annPj = twinLedger(counts, rules).computePj();
    if (neurons.empty())
        return summary;
    const auto all = verdicts(counts, steps, rules);
    summary.snnWithMemoryPj = all.memory.spikingPj;
    summary.annWithMemoryPj = all.memory.ordinaryPj;
    summary.quantisedAnnPj = all.quantised.ordinaryPj;
    summary.quantisedBits = equivalentBits(steps);
    return summary;
}

}
