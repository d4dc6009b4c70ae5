#pragma once

#include <cstdint>
#include <type_traits>

/// Loops over raw memory for neurons, batch normalisation and synapses that skip silent inputs, over all time steps at once, without
/// temporary tensors. The same source is compiled for any x86-64 (or other) processor, for AVX2 and for AVX-512, with the same results to the bit;
/// `bestKernels()` picks at run time.
/// Activations are matrices: a row is one position of one sample at one step, a column one channel.
namespace spikeclip::nn {

/// The upper half of a float, rounded to even. Only stored: what is computed with it is a float.
struct Bfloat16
{
    std::uint16_t bits;
};

template <typename Stored>
struct ArithmeticOf
{
    using Type = Stored;
};
template <>
struct ArithmeticOf<Bfloat16>
{
    using Type = float;
};
template <typename Stored>
using Arithmetic = typename ArithmeticOf<Stored>::Type;

/// Activations of one layer, laid out [T, rows, C]; rows are those of one step (B * height * width).
struct Extent
{
    std::int64_t steps = 1;
    std::int64_t rows = 1;
    std::int64_t channels = 1;

    std::int64_t stepSize() const { return rows * channels; }
};

/// Everything a neuron layer needs. With `scale` and `shift` (C entries each) the current is scale * x + shift, else x.
template <typename Stored>
struct NeuronTask
{
    using Real = Arithmetic<Stored>;

    Extent extent;
    const Stored* input = nullptr;  ///< [T, rows, C], or [rows, C] if `constantInput`
    bool constantInput = false;     ///< every step sees the same input
    const Real* scale = nullptr;
    const Real* shift = nullptr;
    Real tau = 2;
    Real threshold = 1;
    Real slope = 4;
    Real spikeGradient = 0; ///< backwards: of every spike alike, beside what `gradSpikes` says of each
};

/// 3x3 max-pool, stride 2, padding 1, of scale * x + shift.
///
/// Shape   x [samples, height, width, C]  ->  [samples, ceil(height / 2), ceil(width / 2), C]
template <typename Stored>
struct PoolTask
{
    using Real = Arithmetic<Stored>;

    std::int64_t height = 1;
    std::int64_t width = 1;
    std::int64_t channels = 1;
    const Real* scale = nullptr;
    const Real* shift = nullptr;

    std::int64_t heightOut() const { return (height + 1) / 2; }
    std::int64_t widthOut() const { return (width + 1) / 2; }
};

/// Synapses from binary inputs: a 3x3 convolution with padding 1, or with side 1 a matrix product. Bits of inputs lie as in `fire`.
struct SynapseShape
{
    std::int64_t images = 1;  ///< T * B
    std::int64_t height = 1;
    std::int64_t width = 1;
    std::int64_t inputs = 1;  ///< channels
    std::int64_t outputs = 1; ///< channels
    int side = 1;             ///< of the kernel, 1 or 3

    std::int64_t positions() const { return height * width; }
    std::int64_t words() const { return (inputs + 63) / 64; } ///< of one row
    std::int64_t taps() const { return std::int64_t{side} * side; }
    std::int64_t padded() const { return (height + side - 1) * (width + side - 1); } ///< positions of one image with a rim of zeros
};

/// Queries, keys and values of one sample at one step lie side by side: rows of 3 * width spikes. Head h owns columns h * width / heads ...
struct AttentionShape
{
    std::int64_t positions = 1;
    std::int64_t width = 1;
    std::int64_t heads = 1;

    std::int64_t scratch() const { return 2 * (width / heads) * (width / heads) + positions * (width / heads); } ///< numbers
};

/// Neurons, normalisation and pools.
template <typename Stored>
struct Kernels
{
    using Real = Arithmetic<Stored>;

    /// Spikes of rows [first, last) of each step: as numbers [T, rows, C], as bits [T, rows, words] (lowest bit first, padding zero), or both.
    void (*fire)(const NeuronTask<Stored>& task, Stored* spikes, std::uint64_t* bits, std::int64_t first, std::int64_t last);

    /// Gradient of the loss by the current (the input of the neuron, after scale and shift), in the layout of the input, for rows
    /// [first, last) of each step. Potentials are computed again. Adds the sums of that gradient (C numbers) and of gradient * input (C more).
    /// Source: `algorithm.md` 3.2, reset detached.
    void (*fireBackward)(const NeuronTask<Stored>& task, const Stored* gradSpikes, Stored* gradCurrent, double* sums, std::int64_t first, std::int64_t last);

    /// Adds per channel the sums of g (C numbers) and of g * x (C more) over rows [first, last).
    void (*moments)(const Stored* g, const Stored* x, std::int64_t channels, double* sums, std::int64_t first, std::int64_t last);

    /// y = scale[c] * x + shift[c] for rows [first, last).
    void (*affine)(const Stored* x, std::int64_t channels, const Real* scale, const Real* shift, Stored* y, std::int64_t first, std::int64_t last);

    /// out = a[c] * g + b[c] * x + d[c] for rows [first, last). `out` may be `g`.
    void (*affine2)(const Stored* g, const Stored* x, std::int64_t channels, const Real* a, const Real* b, const Real* d, Stored* out, std::int64_t first,
                    std::int64_t last);

    /// y = max(0, scale[c] * x + shift[c]) for rows [first, last).
    void (*rectify)(const Stored* x, std::int64_t channels, const Real* scale, const Real* shift, Stored* y, std::int64_t first, std::int64_t last);

    /// out = g where y above is positive, else 0. Adds the sums as `fireBackward` does.
    void (*rectifyBackward)(const Stored* g, const Stored* x, std::int64_t channels, const Real* scale, const Real* shift, Stored* out, double* sums,
                            std::int64_t first, std::int64_t last);

    /// y = x / (1 + e^(-1.702 x)) for `count` numbers, and its gradient by x times g.
    void (*quickGelu)(const Stored* x, std::int64_t count, Stored* y);
    void (*quickGeluBackward)(const Stored* g, const Stored* x, std::int64_t count, Stored* out);

    /// For output lines [first, last) of samples * heightOut: the x whose scale * x + shift is the largest of its window (of equals the
    /// first), and its place in the window, 3 * line + column.
    void (*choose)(const PoolTask<Stored>& task, const Stored* x, Stored* chosen, std::uint8_t* places, std::int64_t first, std::int64_t last);

    /// For input lines [first, last) of samples * height: out = a[c] * (sum of g over the windows that chose x) + b[c] * x + d[c].
    void (*unchoose)(const PoolTask<Stored>& task, const Stored* g, const std::uint8_t* places, const Stored* x, const Real* a, const Real* b,
                     const Real* d, Stored* out, std::int64_t first, std::int64_t last);

    /// words[p * stride] bit c of one sample and step: x[c * S + p] != 0, for channels c of one 64-channel group.
    void (*pack)(const Stored* x, std::int64_t positions, std::int64_t channels, std::uint64_t* words, std::int64_t stride);

    /// Spikes as numbers, of rows [first, last).
    void (*unpack)(const std::uint64_t* bits, std::int64_t channels, Stored* spikes, std::int64_t first, std::int64_t last);
};

/// Products of spikes: with weights and with one another.
template <typename Real>
struct ProductKernels
{
    /// Outputs are computed in tiles of this many: as many vectors as registers hold, fewer for a narrow layer.
    std::int64_t (*tileWidth)(std::int64_t outputs);

    /// out[row] = bias + the weights of the inputs that fire into the row, for images [first, last). Order of addition: taps, then inputs.
    ///
    /// Shape   weights [tiles, taps, inputs, tile], bias [tiles * tile], out [images * positions, outputs]
    /// `scratch`: (inputs + 1) * positions numbers
    void (*gather)(const SynapseShape& shape, const std::uint64_t* bits, const Real* weights, const Real* bias, Real* out, std::uint32_t* scratch,
                   std::int64_t first, std::int64_t last);

    /// Adds the gradient by the weights of tiles [firstTile, lastTile) from inputs of words [firstWord, lastWord), for `images` images.
    ///
    /// Shape   grad [images * positions, outputs], gradWeights [tiles, taps, inputs, tile]
    /// `lists`: 64 * (lastWord - firstWord) * (images * positions + 1) numbers; `rim`: images * padded * tile zeros, its rim stays zero
    void (*collect)(const SynapseShape& shape, const std::uint64_t* bits, const Real* grad, Real* gradWeights, std::uint32_t* lists, Real* rim,
                    std::int64_t firstTile, std::int64_t lastTile, std::int64_t firstWord, std::int64_t lastWord);

    /// out = scale * q (k^T v) for samples [first, last); sums of integers, so exact in whatever order.
    ///
    /// Shape   spikes [samples, positions, 3 * width], out [samples, positions, width], scratch: `AttentionShape::scratch`
    void (*attend)(const AttentionShape& shape, const Real* spikes, Real scale, Real* out, Real* scratch, std::int64_t first, std::int64_t last);

    /// The gradient by the spikes of samples [first, last), in their layout.
    void (*attendBackward)(const AttentionShape& shape, const Real* spikes, const Real* gradOut, Real scale, Real* gradSpikes, Real* scratch,
                           std::int64_t first, std::int64_t last);
};

enum class KernelSet { Portable, Avx2, Avx512 };

bool supported(KernelSet set);

/// The fastest set that this processor runs.
KernelSet bestKernels();

/// Whether this processor multiplies bfloat16 itself (AVX-512 BF16, perhaps AMX), so that oneDNN behind LibTorch does.
bool multipliesBfloat16();

/// All loops of one set.
struct KernelTables
{
    Kernels<float> ofFloat;
    Kernels<double> ofDouble;
    Kernels<Bfloat16> ofBfloat16;
    ProductKernels<float> productsOfFloat;
    ProductKernels<double> productsOfDouble;
};

const KernelTables& kernelTables(KernelSet set);

template <typename Stored>
const Kernels<Stored>& kernels(KernelSet set)
{
    const auto& tables = kernelTables(set);
    if constexpr (std::is_same_v<Stored, float>)
        return tables.ofFloat;
    else if constexpr (std::is_same_v<Stored, double>)
        return tables.ofDouble;
    else
        return tables.ofBfloat16;
}

template <typename Real>
const ProductKernels<Real>& productKernels(KernelSet set)
{
    const auto& tables = kernelTables(set);
    if constexpr (std::is_same_v<Real, float>)
        return tables.productsOfFloat;
    else
        return tables.productsOfDouble;
}

}
