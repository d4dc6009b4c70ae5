#pragma once

#include <cstdint>

/// Loops over raw memory for networks on bits. The same source is compiled twice, for any processor and for AVX2 with FMA; `kernels()` picks
/// at run time. Both sets, and both ways of computing a synapse, add the same numbers in the same order: inputs ascending, after the bias.
/// A spike is 0 or 1, so a product is exact and whether it is fused with the addition makes no difference.
namespace spikeclip::event {

/// Outputs are computed in tiles of 64, one word of spikes; the last tile has the smallest of 8, 16, 32, 64 that its outputs fit in.
inline constexpr int tileWidth = 64;

/// Rows that the dense product computes at once; a panel holds the inputs of as many.
inline constexpr int panelRows = 6;

/// One stretch of a row's inputs: spikes of one position.
struct Segment
{
    const std::uint64_t* words = nullptr;
    std::uint32_t base = 0; ///< index of the first channel among the row's inputs
};

/// Neurons of one tile, over all steps. Potentials start at rest. Source: `algorithm.md` 3.1.
struct NeuronTask
{
    const float* input = nullptr; ///< current of row r, step t: input + r * inputRow + t * inputStep (0: the same at every step)
    std::int64_t inputRow = 0;
    std::int64_t inputStep = 0;
    float* current = nullptr;     ///< where the current goes, or what it is added to; null if only the spikes are wanted
    std::int64_t currentRow = 0;
    std::int64_t currentStep = 0;
    bool add = false;             ///< the current is added to what `current` holds, and the sum drives the neurons
    std::uint64_t* spikes = nullptr; ///< the tile's word of row 0, step 0; null if nothing fires
    std::int64_t spikeRow = 0;
    std::int64_t spikeStep = 0;
    std::int64_t rows = 0;
    int steps = 1;
    int width = tileWidth; ///< of the tile
    int outputs = tileWidth; ///< the rest of the tile is padding, which never fires
    float inverseTau = 0.5F;
    float threshold = 1;
};

struct Kernels
{
    /// Indices of the firing inputs of a row, ascending. `words` a segment; returns the end of what was written.
    std::uint32_t* (*list)(const Segment* segments, int count, int words, std::uint32_t* out);

    /// out[row] = bias + the weights of the row's firing inputs. Row r fires inputs[ends[r - 1]] ... inputs[ends[r] - 1], ends[-1] being the
    /// element before `ends`.
    ///
    /// Shape   weights [inputs, width], bias [width], out [rows, width]; width 8, 16, 32 or 64; all on 32-byte boundaries
    void (*gather)(const float* weights, const float* bias, int width, const std::uint32_t* inputs, const std::uint32_t* ends, std::int64_t rows,
                   float* out);

    /// out[row] += sum over k of panel[k][row] * weights[k]: the dense product of up to panelRows rows.
    ///
    /// Shape   weights [count, width], panel [count, panelRows], out [rows, width]
    void (*multiply)(const float* weights, int width, const float* panel, std::int64_t count, int rows, float* out);

    void (*fire)(const NeuronTask& task);

    /// Max-pool 3x3, stride 2, padding 1 of output rows [first, last) of one picture.
    ///
    /// Shape   in [height, width, channels] -> out [ceil(height / 2), ceil(width / 2), channels]; channels a multiple of 8
    void (*pool)(const float* in, int height, int width, int channels, float* out, int first, int last);

    /// out[i] += in[i] of `count` numbers, a multiple of 8.
    void (*addTo)(const float* in, std::int64_t count, float* out);
};

enum class KernelSet { Portable, Avx2 };

bool supported(KernelSet set);

/// The fastest set that this processor runs.
KernelSet bestKernels();

const char* nameOf(KernelSet set);

const Kernels& kernels(KernelSet set);

}
