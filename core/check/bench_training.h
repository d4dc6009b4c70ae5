#pragma once

#include "core/check/bench_forward.h"
#include "core/engine.h"

#include <stop_token>
#include <vector>

namespace spikeclip::check {

/// Times learning at one size and batch, with as many threads as LibTorch has now.
///
/// "train step": a batch of pictures in memory, shifted, mirrored and normalised on the loader's thread, forward, cross-entropy, backward,
/// optimizer; images/s of a run are batch / time. Every path learns on its own copy of the weights, the twin too.
/// Where the device multiplies bfloat16 the same in mixed precision, ", mixed" behind the path.
/// "norm+lif": forward and backward of batch normalisation and neurons alone, as behind the last convolution of the stem: [T * B, D, H, W].
///
/// Errors  Stopped
std::vector<BenchCase> benchTraining(const Subject& subject, int batch, const BenchRequest& request, std::stop_token stop);

}
