#pragma once

#include "core/nn/kernels.h"
#include "core/nn/lif.h"

#include <ATen/core/Tensor.h>

#include <type_traits>
#include <utility>

/// What the fused functions share. Activations are rows: [N, ..., C] contiguous, float, double or bfloat16, on the CPU. What is computed of the last is
/// float: scales, shifts, gradients of weights.
namespace spikeclip::nn {

/// [N, C, ...] seen as [N, ..., C]; a copy only if its memory lies otherwise.
at::Tensor asRows(const at::Tensor& x);

/// The inverse of `asRows`, a view.
at::Tensor fromRows(const at::Tensor& rows);

/// The affine map that normalisation is once its statistics are known: y = scale * x + shift, with what backward needs besides.
struct Affine
{
    at::Tensor scale;   ///< [C]
    at::Tensor shift;   ///< [C]
    at::Tensor mean;    ///< [C] double
    at::Tensor inverse; ///< [C] double, 1 / standard deviation
};

/// Statistics of `rows`, and of those of `norm.peers`, while training, which also updates the running ones; else the running ones. `repeats` as in
/// `batchNorm`.
Affine normalisation(const at::Tensor& rows, const BatchNorm& norm, bool training, std::int64_t repeats);

/// scale * x + shift.
at::Tensor normalised(const at::Tensor& rows, const Affine& affine);

/// max(0, scale * x + shift), and its gradient by the mapped x with `gradientSums` of it.
at::Tensor rectified(const at::Tensor& rows, const Affine& affine);
std::pair<at::Tensor, at::Tensor> rectifiedBackward(const at::Tensor& rows, const Affine& affine, const at::Tensor& gradient);

/// The gradient by the input of normalisation as a map of the gradient g by its output: a * g + b * x + d, and the gradients of its weights.
///
/// `sums`: over all rows of g and of g * x, [2, C] double. With peers the map is that of all their rows, while the gradients of the weights stay those
/// of the own ones, as every other gradient of weights.
/// Source  [batchnorm], section 3: dx = scale * (dy - mean(dy) - xhat * mean(dy * xhat)) while training, scale * dy otherwise
struct AffineBackward
{
    AffineBackward(const at::Tensor& rows, const Affine& affine, const at::Tensor& sums, bool training, const Peers* peers);

    /// a * g + b * x + d, in place of g.
    void apply(at::Tensor& gradient, const at::Tensor& rows) const;

    at::Tensor a, b, d;    ///< [C]
    at::Tensor gradWeight; ///< [C]
    at::Tensor gradBias;   ///< [C]
};

/// Sums per channel of g and of g * x -> [2, C] double. The same for any number of threads.
at::Tensor gradientSums(const at::Tensor& g, const at::Tensor& rows);

/// How neurons see their rows.
struct Firing
{
    std::int64_t steps = 1;
    bool constantInput = false;
    data::LifOptions lif;
};

/// Spikes [T * B, ..., C] of rows [T * B, ..., C], or of [B, ..., C] that every step sees; on the mapped rows with `affine`.
at::Tensor spikesOf(const at::Tensor& rows, const Affine* affine, const Firing& firing);

/// The same as bits, int64 [rows of spikes, words].
at::Tensor bitsOf(const at::Tensor& rows, const Affine* affine, const Firing& firing);

/// How many bits are set -> scalar, double.
at::Tensor spikesIn(const at::Tensor& bits);

/// The gradient by the current and, with an affine map, `gradientSums` of it. `spikeGradient`: by the number of spikes.
std::pair<at::Tensor, at::Tensor> firingBackward(const at::Tensor& rows, const Affine* affine, const at::Tensor& gradSpikes, const Firing& firing,
                                                 double spikeGradient = 0);

/// Elements a thread should have before another is worth waking.
inline constexpr std::int64_t grain = 1 << 15;

[[noreturn]] void refuseType();

/// Calls `work` with a number of the type that the tensor holds: double, float or Bfloat16.
///
/// Errors  Error(BadValue) for another type
template <typename Work>
auto forStored(const at::Tensor& x, Work&& work)
{
    switch (x.scalar_type()) {
    case at::kDouble: return work(double{});
    case at::kFloat: return work(float{});
    case at::kBFloat16: return work(Bfloat16{});
    default: refuseType();
    }
}

/// The same for loops that know no Bfloat16.
template <typename Work>
auto forReal(const at::Tensor& x, Work&& work)
{
    switch (x.scalar_type()) {
    case at::kDouble: return work(double{});
    case at::kFloat: return work(float{});
    default: refuseType();
    }
}

template <typename Stored>
Stored* dataOf(const at::Tensor& x)
{
    if constexpr (std::is_same_v<Stored, Bfloat16>)
        return reinterpret_cast<Bfloat16*>(x.data_ptr<at::BFloat16>());
    else
        return x.data_ptr<Stored>();
}

}
