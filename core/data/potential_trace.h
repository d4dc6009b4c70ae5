#pragma once

#include "core/data/model_config.h"
#include "core/data/outcome.h"
#include "core/data/site.h"

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

namespace spikeclip::data {

/// What happened inside one neuron over the steps of one run, from rest. All vectors have one entry a step.
///
/// Units  current and potentials have none; rest and reset lie at 0
struct NeuronTrace
{
    std::int64_t neuron = 0;     ///< position * channels + channel, as in SpikeRecord
    std::vector<float> current;  ///< X: what its synapses gave it
    std::vector<float> charged;  ///< H: potential after charging, before the reset. It fires where this reaches the threshold
    std::vector<float> after;    ///< V: potential after the reset: 0 where it fired, else as charged
    std::vector<bool> fired;     ///< S

    friend bool operator==(const NeuronTrace&, const NeuronTrace&) = default;
};

/// The membrane potential of some neurons of one layer for one picture.
struct PotentialTrace
{
    std::string layer;                ///< module path, e.g. "block.0.attn.q_lif"
    double threshold = 1;             ///< of all neurons of the layer
    double tau = 2;                   ///< membrane time constant in steps
    std::vector<NeuronTrace> neurons; ///< in the order asked

    friend bool operator==(const PotentialTrace&, const PotentialTrace&) = default;
};

/// Some neurons of one layer, each on the current that `currentOf` knows of it.
///
/// Errors  Error(BadArgument) naming a neuron that the layer does not have
PotentialTrace traceOf(const NeuronSite& site, const LifOptions& lif, const std::vector<std::int64_t>& neurons,
                       const std::function<std::vector<float>(std::int64_t neuron)>& currentOf);

/// Error(BadArgument) for a layer of neurons that the spiking image encoder does not have.
Error noSuchLayer(const std::string& layer);

/// A neuron on a known current: charge, fire at the threshold (>=), hard reset to 0, in float32 as the engine on bits computes it.
///
/// Source  `algorithm.md` 3.1
NeuronTrace traceOf(std::int64_t neuron, std::vector<float> current, const LifOptions& lif);

}
