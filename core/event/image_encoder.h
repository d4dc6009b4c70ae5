#pragma once

#include "core/data/model_config.h"
#include "core/event/pass.h"
#include "core/event/weight_source.h"

#include <span>
#include <utility>
#include <vector>

namespace spikeclip::event {

/// The spiking image encoder on bits, in eval mode: the same network as nn::ImageEncoder, normalisation folded into the weights.
/// Source: `algorithm.md` 2.1
class ImageEncoder
{
public:
    /// Errors  those of `weights`; Error(BadValue) for weights that are not finite
    ImageEncoder(const data::ImageConfig& config, const WeightSource& weights);

    /// Shape   pictures [B][3 * S * S]  ->  [T, B, E]
    /// Errors  Error(TooManySteps), Error(BadShape), Stopped
    Prefixes forward(const std::vector<std::span<const float>>& pictures, const PassOptions& options, Workshop& workshop) const;

    const data::ImageConfig& config() const { return m_config; }

    /// The layers that can be computed in two ways, with what feeds one picture of theirs over all steps.
    std::vector<std::pair<const Synapses*, data::SpikeShape>> layers() const;

private:
    struct Block
    {
        Synapses q, k, v, attention, expand, contract; ///< the reference's q, k, v, proj, mlp1 and mlp2
    };
    class Run;

    data::ImageConfig m_config;
    PictureSynapses m_first;
    std::vector<Synapses> m_stem; ///< stages 1 ... 4
    std::vector<Block> m_blocks;
    std::vector<float> m_timeWeights;
    PackedWeights m_readout;
};

}
