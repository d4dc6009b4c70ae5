#include "core/energy/break_even.h"

#include "core/data/outcome.h"
#include "core/energy/picture_cost.h"

namespace spikeclip::energy {

namespace {

/// An estimate that is linear in how often spikes come.
struct Line
{
    double fixedPj = 0;
    double spikesPj = 0; ///< for as many spikes as the picture has
};

Line lineAt(const Counts& counts, int seen, int steps, const Rules& rules)
{
    const auto cost = pictureCost(counts.image, counts.neurons, steps, rules);
    Line line{.fixedPj = cost.fixed().totalPj()};
    for (std::size_t i = 0; i < counts.image.size(); ++i) {
        const auto& layer = counts.image[i];
        const int counted = layer.everyStep ? seen : 1;
        const double each = static_cast<double>(layer.effectiveUpTo(counted)) / counted; // of a step
        const double pj = each * cost.layers[i].times * cost.layers[i].each.totalPj();
        (layer.kind == data::OperationKind::Ac ? line.spikesPj : line.fixedPj) += pj;
    }
    return line;
}

}

std::vector<BreakEven> breakEven(const Counts& counts, int steps, const Rules& rules, int mostSteps)
{
    if (mostSteps < 1)
        throw Error(ErrorCode::BadArgument, "break-even is sought for at least one step, not for " + std::to_string(mostSteps));
    auto imageOnly = rules;
    imageOnly.text = false;
    spikingLedger(counts, steps, imageOnly); // which checks the counts
    const double rate = data::meanFiringRate(counts.neurons, steps);
    const double twinPj = twinLedger(counts, rules).totalPj();

    std::vector<BreakEven> result;
    for (int t = 1; t <= mostSteps; ++t) {
        BreakEven at{.steps = t};
        if (rules.preset.acPj > 0)
            at.compute = rules.preset.macPj / rules.preset.acPj / t;
        if (const auto line = lineAt(counts, steps, t, rules); !counts.twin.empty() && line.spikesPj > 0 && rate > 0) {
            at.memory = rate * (twinPj - line.fixedPj) / line.spikesPj;
            at.quantised = rate * (quantisedTwinLedger(counts, t, rules).totalPj() - line.fixedPj) / line.spikesPj;
        }
        result.push_back(at);
    }
    return result;
}

}
