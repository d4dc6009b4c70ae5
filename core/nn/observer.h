#pragma once

#include <ATen/core/Tensor.h>

#include <string>

namespace spikeclip::nn {

/// One layer of neurons as a forward pass meets it.
struct NeuronSite
{
    std::string name; ///< the reference's module path, e.g. "block.0.attn.q_lif"
    int channels = 0;
    int height = 1;
    int width = 1;
    double threshold = 1;
};

/// One layer of synapses as a forward pass meets it. `source` names the neurons that feed it (q, k and v for attention products).
struct SynapseSite
{
    enum class Kind {
        Picture,      ///< 3x3 convolution of the real-valued picture
        Convolution,  ///< 3x3 convolution of spikes
        Pointwise,    ///< 1x1 convolution or linear layer on spikes
        Coincidences, ///< q k^T
        Gathering,    ///< (q k^T) v
        Readout,      ///< weighting of the steps and the last linear layer: real-valued, once
    };
    std::string name;
    Kind kind = Kind::Pointwise;
    std::string source;
    std::string second; ///< k
    std::string third;  ///< v
    int channelsIn = 0;
    int channelsOut = 0;
    int height = 1; ///< of the output
    int width = 1;
    int heads = 1;
};

/// Watches a forward pass, layer by layer, and may hand other spikes on: the seam for recording, self-check and what-if edits.
class Observer
{
public:
    virtual ~Observer() = default;

    /// Whether `fired` needs the current of its neurons. It costs the fused path its fusion.
    virtual bool wantsCurrent() const { return false; }

    /// Shape   spikes, current [T * B, C, H, W] or [T * B, positions, C] for text  ->  the spikes that the next layer sees
    virtual at::Tensor fired(const NeuronSite& site, const at::Tensor& spikes, const at::Tensor& current) = 0;

    virtual void connected(const SynapseSite&) {}
};

}
