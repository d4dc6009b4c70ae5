#pragma once

#include "core/energy/ledger.h"

#include <limits>
#include <optional>
#include <vector>

namespace spikeclip::energy {

/// Firing rates at which a spiking network is estimated to cost as much as an ordinary one, up to one T.
///
/// Units   spikes per neuron and step. Above 1: the spiking network cannot lose, because no rate exceeds 1. Below 0: it loses even without a spike
struct BreakEven
{
    int steps = 1; ///< T

    /// (MAC / AC) / T: each multiply-accumulate of the ordinary network against one accumulate a spike and step, and nothing else. Infinite where
    /// accumulates cost nothing.
    double compute = std::numeric_limits<double>::infinity();

    /// With memory traffic, against the ANN twin. Nothing without a twin, without spikes, or if no rule charges for a spike.
    std::optional<double> memory;

    /// Likewise against the twin with activations of equivalentBits(T) bits.
    std::optional<double> quantised;
};

/// For every T from 1 to `mostSteps`, of which the picture need have run only `steps`.
///
/// The model: each step of the network costs what its first `steps` steps cost on average, and every layer that spikes feed counts s times as many
/// operations as for this picture, whatever T is. The estimate is then linear in s, and where it meets the ordinary network's the mean firing rate of
/// all neurons is s times that of the picture. At T = `steps` this is no approximation for s = 1: the picture lies below a line exactly if verdicts()
/// says that its estimate is the lower one. Two things it leaves out: coincidences of spikes, in attention, fall faster than the rate; and other
/// steps may be busier. The labels' side is not charged.
///
/// Shape   result [mostSteps]
/// Errors  as spikingLedger(); Error(BadArgument) if mostSteps < 1
std::vector<BreakEven> breakEven(const Counts& counts, int steps, const Rules& rules, int mostSteps);

/// The published region below which a spiking network needs less energy than an ordinary one of ceil(log2(T + 1)) bits, data movement included: an
/// average rate below 6.4 % for T in [5, 10] (second and third version), below 5.7 % for T = 5 (fourth).
///
/// Source  [fairenergy], abstracts of arXiv 2409.08290 v2 and v4
struct PublishedRegion
{
    double leastRate = 0.057;
    double mostRate = 0.064;
    int leastSteps = 5;
    int mostSteps = 10;
};
inline constexpr PublishedRegion publishedRegion;

}
