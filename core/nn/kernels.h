#pragma once

#include <cstdint>

/// Loops over raw memory for neurons and batch normalisation, over all time steps at once, without temporary tensors.
/// The same source is compiled twice, for any x86-64 (or other) processor and for AVX2; `kernels()` picks at run time.
namespace spikeclip::nn {

/// Extent of the activations of one layer, laid out [T, B, C, S] (S = height * width).
struct Extent
{
    std::int64_t steps = 1;
    std::int64_t batch = 1;
    std::int64_t channels = 1;
    std::int64_t positions = 1;

    std::int64_t planes() const { return batch * channels; }
    std::int64_t stepSize() const { return planes() * positions; }
};

/// Everything a neuron layer needs. With `scale` and `shift` (C entries each) the current is scale * x + shift, else x.
template <typename Real>
struct NeuronTask
{
    Extent extent;
    const Real* input = nullptr;    ///< [T, B, C, S], or [B, C, S] if `constantInput`
    bool constantInput = false;     ///< every step sees the same input
    const Real* scale = nullptr;
    const Real* shift = nullptr;
    Real tau = 2;
    Real threshold = 1;
    Real slope = 4;
};

template <typename Real>
struct Kernels
{
    /// Spikes [T, B, C, S] of planes [first, last) of B * C.
    void (*fire)(const NeuronTask<Real>& task, Real* spikes, std::int64_t first, std::int64_t last);

    /// Gradient of the loss by the current (the input of the neuron, after scale and shift), in the layout of the input, for channels
    /// [first, last). Potentials are computed again. Also sums, per channel, of that gradient and of gradient * input.
    /// Source: `algorithm.md` 3.2, reset detached.
    void (*fireBackward)(const NeuronTask<Real>& task, const Real* gradSpikes, Real* gradCurrent, double* gradSum, double* gradInputSum,
                         std::int64_t first, std::int64_t last);

    /// Per channel of [first, last): sum and sum of squares over T, B and S.
    void (*moments)(const Real* x, const Extent& extent, double* sum, double* squareSum, std::int64_t first, std::int64_t last);

    /// y = scale[c] * x + shift[c] for planes [first, last) of T * B * C.
    void (*affine)(const Real* x, const Extent& extent, const Real* scale, const Real* shift, Real* y, std::int64_t first, std::int64_t last);

    /// Per channel of [first, last): sums of g and of g * x.
    void (*gradMoments)(const Real* g, const Real* x, const Extent& extent, double* gradSum, double* gradInputSum, std::int64_t first,
                        std::int64_t last);

    /// out = a[c] * g + b[c] * x + d[c] for planes [first, last) of T * B * C. `out` may be `g`.
    void (*affine2)(const Real* g, const Real* x, const Extent& extent, const Real* a, const Real* b, const Real* d, Real* out,
                    std::int64_t first, std::int64_t last);

    /// words[p * stride] bit c of one sample and step: x[c * S + p] != 0, for channels c of one 64-channel group.
    void (*pack)(const Real* x, std::int64_t positions, std::int64_t channels, std::uint64_t* words, std::int64_t stride);
};

enum class KernelSet { Portable, Avx2 };

bool supported(KernelSet set);

/// The fastest set that this processor runs.
KernelSet bestKernels();

template <typename Real>
const Kernels<Real>& kernels(KernelSet set);

}
