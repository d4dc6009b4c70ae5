#pragma once

#include "core/engine.h"
#include "core/model.h"

#include <stop_token>

namespace spikeclip {

/// Judges a model on labelled pictures. Labels of the same name, of whatever folder, are one candidate.
///
/// Errors  Error(DataMissing) if no picture is left to judge; Error(NoLabels); Error(TooManySteps); Error(PartMissing); Stopped
/// Source  `default-model.md`, "Protocol"
EvaluationReport evaluate(const Model& model, const at::Device& device, const EvaluationRequest& request, const Progress& progress,
                          std::stop_token stop);

}
