#pragma once

#include "core/engine.h"

#include <memory>
#include <string>

namespace spikeclip {

/// The engine of both programs: answers on bits, and loads the module of the engine on LibTorch only for a request that needs it.
std::unique_ptr<Engine> makeProgramEngine(const std::string& modulePath);

}
