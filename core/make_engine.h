#pragma once

#include <memory>

namespace spikeclip {

class Engine;

/// The engine on LibTorch. Only the module and the tests of core call this.
std::unique_ptr<Engine> makeEngine();

}
