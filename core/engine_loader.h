#pragma once

#include "core/data/outcome.h"
#include "core/engine.h"

#include <memory>
#include <string>

namespace spikeclip {

/// Loads the engine module and makes an engine. The module stays loaded until the process ends: LibTorch cannot be unloaded.
///
/// Call it from the thread that will use the engine, before any other thread uses OpenMP. Sets OMP_WAIT_POLICY to passive unless the
/// user has set it: threads that spin while others work cost a factor of ten (`build.md` 4).
/// Errors  EngineMissing with the loader's words; EngineMissing if the module was built for another interface number
Outcome<std::unique_ptr<Engine>> loadEngine(const std::string& modulePath);

/// Where the module lies beside the running program, in the build tree or once installed; SPIKECLIP_ENGINE overrides it.
std::string defaultEnginePath();

/// Where the shipped models, samples and label files lie; SPIKECLIP_RESOURCES overrides it.
std::string resourceFolder();

}
