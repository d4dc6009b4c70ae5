#pragma once

#include "core/engine.h"

#include <stop_token>
#include <vector>

namespace spikeclip {
struct Model;
}

namespace spikeclip::check {

/// Times the forward pass at every batch, number of threads and firing rate of the request (`bench_forward.h`), and learning
/// (`bench_training.h`).
///
/// "default" is `current`, or without it the shipped size; "reference" is the reference's size, both with weights by the hash rule. The paths
/// take turns inside one loop, so that whatever else the machine does meets all alike. A first round is not counted. Slow groups end after
/// 20 s, but not before three rounds; `BenchCase::repeats` is what was counted. Off the CPU there is only the plain path and the twin.
/// Input is random from a fixed seed. Leaves LibTorch's number of threads changed.
///
/// Errors  Error(BadArgument) for a batch, a rate, repeats or threads out of range; Stopped
std::vector<BenchCase> bench(const BenchRequest& request, const Model* current, const Progress& progress, std::stop_token stop);

}
