#pragma once

#include "core/nn/lif.h"

/// The fused path of `lif.h`. Float and double on the CPU; checked against the plain composition by the test `nn_test`.
namespace spikeclip::nn {

at::Tensor fusedBatchNorm(const at::Tensor& x, const BatchNorm& norm, bool training, std::int64_t repeats);
at::Tensor fusedFire(const at::Tensor& x, int steps, bool constantInput, const data::LifOptions& options);
at::Tensor fusedNormFire(const at::Tensor& x, const BatchNorm& norm, int steps, bool constantInput, const data::LifOptions& options, bool training);

}
