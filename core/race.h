#pragma once

#include "core/backend.h"
#include "core/engine.h"

#include <cstdint>
#include <span>
#include <stop_token>
#include <string>

namespace spikeclip {

/// One pass of an encoder without recording, all of it: returns the sum of the vector after all steps.
///
/// Shape   input [3 * S * S]
/// Errors  as Backend::look()
double onePass(Backend& backend, std::span<const float> input, Encoder encoder, int steps, std::stop_token stop);

/// Lets both networks take turns: the twin on `backend`, the spiking one there too unless the request brings its own. `path` is the backend's name.
/// The caller knows what memory was taken before, and whether `threads` means anything.
///
/// Errors  Error(BadArgument) without a picture or repeats; Error(PartMissing); Error(TooManySteps); Error(Internal) if a pass gives no number; Stopped
RaceReport race(Backend& backend, const RaceRequest& request, const std::string& path, std::stop_token stop);

/// Memory of this process that is in use and not swapped out, bytes; 0 where the system does not say. Source: proc(5), statm.
std::int64_t residentBytes();

}
