#pragma once

#include "core/backend.h"
#include "core/engine.h"
#include "core/io/checkpoint.h"

#include <functional>
#include <memory>

namespace spikeclip {

/// Makes what runs a checkpoint on bits, on the CPU. The checkpoint is whole (io::checkModel()). Throws Error.
using BackendFactory = std::function<std::unique_ptr<Backend>(io::Checkpoint checkpoint, const ComputeOptions& compute)>;

/// Makes the engine on LibTorch, which is slow: called when it is first needed, on the thread that needs it, until it succeeds.
using EngineFactory = std::function<Outcome<std::unique_ptr<Engine>>()>;

/// The engine that the programs use. On the CPU it answers for the spiking network on bits, by itself; the ANN twin, other devices, the paths
/// of LibTorch, training, self-check and benchmark are asked of the engine behind it, which then reads the same model file.
///
/// Without LibTorch only the requests that need it fail, with the reason that it could not be loaded.
std::unique_ptr<Engine> makeFrontEngine(BackendFactory makeBackend, EngineFactory makeTorch);

}
