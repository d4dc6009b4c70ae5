#pragma once

#include "core/backend.h"
#include "core/engine.h"

#include <stop_token>

namespace spikeclip {

/// Judges a model on labelled pictures. Labels of the same name, of whatever folder, are one candidate.
///
/// Errors  Error(DataMissing) if no picture is left to judge; Error(NoLabels); Error(TooManySteps); Error(PartMissing); Stopped
/// Source  `default-model.md`, "Protocol"
EvaluationReport evaluate(Backend& backend, const EvaluationRequest& request, const Progress& progress, std::stop_token stop);

}
