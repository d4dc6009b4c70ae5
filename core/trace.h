#pragma once

#include "core/backend.h"
#include "core/engine.h"

#include <stop_token>

namespace spikeclip {

/// Engine::trace() on a backend.
///
/// Errors  Error(BadArgument) without a picture, a layer or a neuron, and for those that are not there; Error(TooManySteps); Error(PartMissing); Stopped
data::PotentialTrace trace(Backend& backend, const TraceRequest& request, std::stop_token stop);

}
