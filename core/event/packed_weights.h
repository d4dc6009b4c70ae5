#pragma once

#include "core/event/floats.h"

#include <cstdint>
#include <span>
#include <vector>

namespace spikeclip::event {

/// What normalisation does to one channel in eval mode: x -> scale * x + shift. Empty: nothing.
struct Affine
{
    std::vector<double> scale;
    std::vector<double> shift;

    static Affine ofBatchNorm(std::span<const float> weight, std::span<const float> bias, std::span<const float> mean, std::span<const float> variance,
                              double epsilon = 1e-5);
};

/// Weights and bias of one layer of synapses with the normalisation behind it folded in, in tiles of outputs as the kernels read them.
class PackedWeights
{
public:
    struct Tile
    {
        int firstOutput = 0;
        int outputs = 0; ///< real ones
        int width = 0;   ///< with padding: 8, 16, 32 or 64
        std::size_t weights = 0; ///< where the tile begins; [inputs, width]
    };

    PackedWeights() = default;

    /// Shape   weight [outputs, inputs], inputs in the order of the kernel's input index; bias [outputs] or empty
    /// Errors  Error(BadShape); Error(BadValue) if a folded weight is not finite
    PackedWeights(int inputs, int outputs, std::span<const float> weight, std::span<const float> bias, const Affine& affine);

    int inputs() const { return m_inputs; }
    int outputs() const { return m_outputs; }
    int stride() const { return m_stride; } ///< outputs with padding
    const std::vector<Tile>& tiles() const { return m_tiles; }
    const float* weights(const Tile& tile) const { return m_weights.data() + tile.weights; }
    const float* bias(const Tile& tile) const { return m_bias.data() + tile.firstOutput; }

    static int strideOf(int outputs); ///< outputs with the padding of the last tile

private:
    int m_inputs = 0;
    int m_outputs = 0;
    int m_stride = 0;
    std::vector<Tile> m_tiles;
    Floats m_weights;
    Floats m_bias; ///< [stride]
};

/// Reorders a 3x3 kernel so that its inputs are indexed as rows of a picture are read: (ky * 3 + kx) * channels + c.
///
/// Shape   weight [outputs, channels, 3, 3]  ->  [outputs, 9 * channels]
std::vector<float> windowFirst(std::span<const float> weight, int outputs, int channels);

}
