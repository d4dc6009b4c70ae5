#pragma once

#include "app/cli/context.h"

#include <string>

namespace spikeclip::cli {

struct TrainOptions
{
    TrainingRequest request;
    ComputeOptions compute;
};

/// Trains by a recipe. An interrupted run keeps its last state, which --resume takes up. With WORLD_SIZE and its companions in the environment
/// (data::processPlace) it is one of several processes that share the run.
/// Errors  throws Error and Stopped
ExitCode train(const TrainOptions& options, const Context& context);

std::string trainText(const TrainingSummary& summary);

}
