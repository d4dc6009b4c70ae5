#pragma once

#include "app/cli/context.h"

#include <string>

namespace spikeclip::cli {

struct TrainOptions
{
    TrainingRequest request;
    ComputeOptions compute;
};

/// Trains by a recipe. An interrupted run keeps its last state, which --resume takes up.
/// Errors  throws Error and Stopped
ExitCode train(const TrainOptions& options, const Context& context);

std::string trainText(const TrainingSummary& summary);

}
