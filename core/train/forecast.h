#pragma once

#include "core/engine.h"

#include <stop_token>

namespace spikeclip::train {

/// What a run will take. Lists the data, opens a few of its pictures, and times some batches of each stage on pictures of noise, with weights that are thrown away; nothing is
/// written. A run beside other work takes longer.
///
/// Errors  those of train() that show before the first batch; Stopped
data::TrainingForecast forecast(const TrainingRequest& request, const ComputeOptions& compute, std::stop_token stop);

}
