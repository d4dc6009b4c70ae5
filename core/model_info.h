#pragma once

#include "core/backend.h"
#include "core/engine.h"

namespace spikeclip {

/// What a model is and who runs it; the caller knows the rest: file, hash, card, device and path.
ModelInfo describe(const Backend& backend);

}
