#pragma once

#include "core/data/spike_record.h"

#include <cstdint>
#include <string>
#include <vector>

namespace spikeclip::data {

/// How much of the spikes a forward pass keeps.
enum class Recording {
    Off,   ///< nothing: fastest
    Rates, ///< spike counts per layer and step
    Full,  ///< counts and every spike, bit-packed
};

/// What one layer of neurons did for one picture (or one label).
struct LayerActivity
{
    std::string name;                        ///< the reference's module path, e.g. "block.0.attn.q_lif"
    std::int64_t neurons = 0;                ///< of one sample
    std::vector<std::int64_t> spikesPerStep; ///< T entries; empty when recording was off
    SpikeRecordPtr spikes;                   ///< of this sample alone; null unless recording was full

    /// Spikes per neuron per step over the first `steps` steps, in [0, 1].
    double firingRate(int steps) const;
};

/// What a record of a whole batch says of one sample. Its spikes are kept only with Recording::Full.
LayerActivity activityOf(const std::string& name, const SpikeRecord& record, int sample, Recording recording);

/// What an operation costs: multiply-accumulate on real numbers, or accumulate of a weight for a spike.
enum class OperationKind { Mac, Ac };

/// Exact operation counts of one layer of synapses for one picture (or one label). Nothing here is estimated.
///
/// Units   operations. `dense` follows the usual convention k * k * Cin * Cout * Hout * Wout, padding included;
///         `effective` counts products whose input is inside the picture and, for Ac, a spike.
/// Source  `algorithm.md` 2.5 and 6.4 for the convention; NeuroBench for the word "effective"
struct LayerOperations
{
    std::string name;                     ///< module path of the synapses, e.g. "patch_embed.block1_conv", "block.0.attn.qk"
    OperationKind kind = OperationKind::Ac;
    std::int64_t dense = 0;               ///< per step (once, for a layer that runs once)
    std::vector<std::int64_t> effective;  ///< per step; one entry for a layer that runs once per picture
    bool everyStep = true;                ///< false: runs once whatever T is (read-out, ANN layers)

    std::string source;                   ///< module path of the neurons that feed it; empty behind real numbers, and for products of attention
    std::int64_t inputs = 0;              ///< values that it reads each time it runs
    std::int64_t outputs = 0;             ///< values that it makes each time it runs
    std::int64_t weights = 0;             ///< numbers that it stores, without biases; 0: a product of attention
    bool normalised = false;              ///< a batch normalisation follows, which may be folded into the weights

    std::int64_t effectiveUpTo(int steps) const; ///< sum over the first `steps` steps
};

/// How a layer of synapses was computed on the CPU. Both give the same sums.
enum class SynapsePath {
    Event, ///< silent neurons skipped
    Dense, ///< every neuron multiplied, silent or not
};

/// Wall time of one layer of synapses in one forward pass, together with the neurons that its current drives where both are computed at once.
struct LayerTime
{
    std::string name;   ///< module path of the synapses, e.g. "block.0.mlp.mlp1_conv"
    std::string source; ///< module path of the neurons that feed it; empty behind the picture
    std::string shape;  ///< as LayerSpeed::shape; empty for layers that have one path only
    SynapsePath path = SynapsePath::Event;
    double inputRate = 0; ///< of the feeding neurons over all steps, in [0, 1]
    double ms = 0;
};

/// Mean firing rate over all neurons of all layers, in [0, 1].
double meanFiringRate(const std::vector<LayerActivity>& layers, int steps);

}
