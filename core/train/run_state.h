#pragma once

#include <ATen/core/Tensor.h>

#include <cstdint>
#include <map>
#include <string>

namespace spikeclip::train {

/// Where a run stands between two batches. With the recipe it determines all that follows, because every random choice is named by
/// seed and position.
///
/// File    `state.safetensors`: the tensors, and the numbers as a JSON object in the metadata entry `run`, so that one rename replaces both
struct RunState
{
    int stage = 0;                             ///< index into the recipe's stages
    std::int64_t step = 0;                     ///< batches done in this stage
    std::int64_t updates = 0;                  ///< of the optimizer in this stage: fewer than batches where a gate left some out
    std::int64_t judged = -1;                  ///< batches done when this stage was judged last; -1: never
    double seconds = 0;                        ///< of training so far
    std::map<std::string, double> metrics;     ///< the last validation figures
    std::string recipe;                        ///< text of the recipe the run goes by
    std::map<std::string, at::Tensor> tensors; ///< "image.", "ann.", "text." weights, "scale", "first." and "second." moments
};

void writeRunState(const std::string& file, const RunState& state);
RunState readRunState(const std::string& file);

}
