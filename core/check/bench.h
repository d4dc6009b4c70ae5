#pragma once

#include "core/engine.h"

#include <stop_token>
#include <vector>

namespace spikeclip {
struct Model;
}

namespace spikeclip::check {

/// Times the forward pass at every batch of the request, and one training step (cross-entropy, backward, optimizer) at batch 32 if it is among
/// them and at the largest.
///
/// "default" is `current`, or without it the shipped size; "reference" is the reference's size, both with weights by the hash rule; its training
/// step is timed at the largest batch up to 4. The paths take turns inside one loop, so that whatever else the machine does hits all alike. A first
/// round is not counted. Slow groups end after 20 s, but not before three rounds; `BenchCase::repeats` is what was counted. Off the
/// CPU there is no fused path. Input is random from a fixed seed. `threads` is only reported.
///
/// Errors  Error(BadArgument) for a batch outside 1 ... 4096, no batch, or repeats outside 1 ... 10000; Stopped
std::vector<BenchCase> bench(const BenchRequest& request, const Model* current, int threads, const Progress& progress, std::stop_token stop);

}
