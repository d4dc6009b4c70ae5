#pragma once

#include "core/backend.h"
#include "core/engine.h"

#include <stop_token>
#include <vector>

namespace spikeclip {

/// Engine::read() on a backend.
///
/// Errors  Error(NoLabels); Error(BadArgument) for a template without "{}"; Error(PartMissing) without a text encoder or its words; Stopped
std::vector<data::LabelReading> readLabels(Backend& backend, const ReadRequest& request, std::stop_token stop);

}
