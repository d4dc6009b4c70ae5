#pragma once

#include "core/nn/lif.h"

/// The fused path of `lif.h`. Float and double on the CPU; checked against the plain composition by the test `nn_test`. Fastest, because
/// without a copy, on activations whose channels lie side by side in memory, and its results lie so.
namespace spikeclip::nn {

at::Tensor fusedBatchNorm(const at::Tensor& x, const BatchNorm& norm, bool training, std::int64_t repeats);
at::Tensor fusedFire(const at::Tensor& x, int steps, bool constantInput, const data::LifOptions& options);
at::Tensor fusedNormFire(const at::Tensor& x, const BatchNorm& norm, int steps, bool constantInput, const data::LifOptions& options, bool training);

/// x * sigmoid(1.702 x), also of bfloat16.
at::Tensor fusedQuickGelu(const at::Tensor& x);

}
