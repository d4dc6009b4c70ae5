#pragma once

#include "core/engine.h"

#include <stop_token>

namespace spikeclip::train {

/// Runs a recipe from its start or from where the folder's last state stands.
///
/// The folder holds `state.safetensors` (everything a resumed run needs), `log.jsonl`, `model.safetensors` (after each stage and
/// at the end), `recipe.json` and, when all is done, `summary.json`: without it, whatever the reason, the run has succeeded all the same. A run that is stopped, cancelled or killed goes on from its last state as if nothing had happened.
///
/// A batch that does not fit into the device's memory is learnt in parts, each half as large until it does. Their gradients add up to that of the
/// recipe's batch, with one deviation: normalisation then takes its statistics from one part at a time, and its running ones move once a part.
///
/// With a `place` in the request several processes share the run: each learns from its share of every batch, and the weights are, up to rounding, those
/// of one process. All must be given the same recipe and data; the first alone needs the folder, writes, reports and judges, and the state that a run goes
/// on from is its. A share is not halved when memory runs out.
///
/// Errors  Error(BadArgument) if the folder holds a run and `resume` is not set, or a run of another recipe; Error(Diverged);
///         Error(RecipeBroken); Error(DataMissing); Error(FileUnwritable); Error(OutOfMemory) if not even one sample fits; Error(PeerLost) if another
///         process ends or does not answer; Stopped, in all processes when one of them is asked to
TrainingSummary train(const TrainingRequest& request, const ComputeOptions& compute, const Progress& progress, std::stop_token stop);

/// Rises linearly over the warm-up, then falls as a cosine to the final rate.
double learningRate(std::int64_t step, std::int64_t steps, double highest, double final, double warmUp);

}
