#pragma once

#include "core/data/model_config.h"

#include <cstdint>

namespace at {
class Tensor;
}

/// Neurons and batch normalisation. Activations are [T * B, C, H, W] (or any [T * B, ...]): step t of sample b is row t * B + b.
namespace spikeclip::nn {

class Peers;

/// How neurons and normalisation are computed. Both give the same spikes up to rounding.
enum class Path {
    Plain, ///< a composition of LibTorch operations: any device, the reference for the other
    Fused, ///< own loops over all steps without temporary tensors: CPU only
};

/// Leaky integrate-and-fire over all steps: charge, fire at the threshold (>=), hard reset to 0, from rest.
///
/// Shape   current [T, ...]  ->  spikes [T, ...] of 0 or 1
/// Units   potential and threshold have none; one step is one pass of the network and has no duration
/// Grad    sigmoid surrogate of `options.slope`; the reset is detached
/// Errors  Error(BadShape) for a scalar
/// Source  [spikeclip] neuron equations, [spikingjelly] multi-step LIF
at::Tensor lif(const at::Tensor& current, const data::LifOptions& options);

/// The membrane potential after each step, after the reset, of the same neurons.
///
/// Shape   current [T, ...]  ->  potential [T, ...]
at::Tensor membrane(const at::Tensor& current, const data::LifOptions& options);

/// The state of one batch normalisation layer. Running statistics are updated in place while training.
struct BatchNorm
{
    const at::Tensor& weight;          ///< [C]
    const at::Tensor& bias;            ///< [C]
    const at::Tensor& runningMean;     ///< [C]
    const at::Tensor& runningVariance; ///< [C]
    double epsilon = 1e-5;
    double momentum = 0.1;
    const Peers* peers = nullptr;      ///< whose samples count in the batch statistics too; not owned, must outlive the backward pass; null: nobody's
};

/// Batch normalisation over all axes but the second.
///
/// Shape   x [N, C, ...]  ->  [N, C, ...]
/// `repeats`: how often each sample stands for itself in the statistics; N of equal rows that were computed once
at::Tensor batchNorm(const at::Tensor& x, const BatchNorm& norm, bool training, Path path, std::int64_t repeats = 1);

/// Neurons over all steps.
///
/// Shape   x [T * B, ...], or [B, ...] with `constantInput`: the same input at each step  ->  spikes [T * B, ...]
at::Tensor fire(const at::Tensor& x, int steps, bool constantInput, const data::LifOptions& options, Path path);

/// Batch normalisation, then neurons: the two above in one pass where the path allows it.
///
/// Shape   x [T * B, C, ...], or [B, C, ...] with `constantInput`  ->  spikes [T * B, C, ...]
at::Tensor normFire(const at::Tensor& x, const BatchNorm& norm, int steps, bool constantInput, const data::LifOptions& options, bool training,
                    Path path);

}
