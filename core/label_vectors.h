#pragma once

#include "core/backend.h"

#include <stop_token>
#include <string>
#include <vector>

namespace spikeclip {

/// The vectors of labels: each template filled, encoded and normalised, then averaged and, if the model's options say so, renormalised.
///
/// Shape   [labels][E], at all steps
/// Errors  Error(PartMissing) without a text encoder or its words; Error(NoLabels); Error(BadArgument) without a template or for one
///         without "{}"; Stopped
/// Source  `algorithm.md` 4.2
std::vector<std::vector<float>> labelVectors(Backend& backend, const std::vector<std::string>& labels, const std::vector<std::string>& templates,
                                             std::stop_token stop);

/// Throws Error(PartMissing) if labels cannot be typed with this model.
void requireWords(const Backend& backend);

}
