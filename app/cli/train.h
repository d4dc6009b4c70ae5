#pragma once

#include "app/cli/context.h"
#include "core/data/training_plan.h"

#include <functional>
#include <string>
#include <vector>

namespace spikeclip::cli {

struct TrainOptions
{
    TrainingRequest request;

    // With data of one's own instead of a recipe:
    std::string dataPath;
    std::string labelFile;
    std::string model; ///< checkpoint to start from; empty: the one that ships
    data::TrainingPlan::What what = data::TrainingPlan::What::Head;
    std::vector<std::function<void(data::TrainingPlan&)>> choices; ///< what was asked for instead of what is usual for the kind

    bool forecast = false; ///< say what it would take, and train nothing
    ComputeOptions compute;
};

/// Trains by a recipe, by the options of a plan, or goes on with the run whose folder stands in the recipe's place. An interrupted run keeps its last state, which --resume takes up.
/// There is either a recipe (or folder) or a `dataPath`; and a folder to write to, unless a run goes on in its own or a forecast is asked for.
/// Errors  throws Error and Stopped
ExitCode train(const TrainOptions& options, const Context& context);

std::string forecastText(const data::TrainingForecast& forecast);

/// What became of the validation pictures; empty if none was judged.
std::string summaryText(const data::RunSummary& summary);

std::string trainText(const TrainingSummary& summary);

}
