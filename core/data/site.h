#pragma once

#include <string>

/// The layers of a spiking network as a forward pass meets them, whoever computes it.
namespace spikeclip::data {

/// One layer of neurons.
struct NeuronSite
{
    std::string name; ///< the reference's module path, e.g. "block.0.attn.q_lif"
    int channels = 0;
    int height = 1;
    int width = 1;
    double threshold = 1;
};

/// One layer of synapses. `source` names the neurons that feed it (q, k and v for attention products).
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
    bool normalised = true; ///< a batch normalisation follows; products of attention and the read-out have none whatever is said here
};

}
