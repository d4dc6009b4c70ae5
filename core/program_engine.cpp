#include "core/program_engine.h"

#include "core/engine_loader.h"
#include "core/event/backend.h"
#include "core/event/speed.h"
#include "core/front_engine.h"

#include <optional>
#include <utility>

namespace spikeclip {

namespace {

std::optional<data::SynapsePath> forcedBy(ComputePath path)
{
    if (path == ComputePath::Event)
        return data::SynapsePath::Event;
    if (path == ComputePath::Dense)
        return data::SynapsePath::Dense;
    return std::nullopt;
}

std::unique_ptr<Backend> makeEventBackend(io::Checkpoint checkpoint, const ComputeOptions& compute)
{
    const event::BackendOptions options{.threads = compute.threads, .forced = forcedBy(compute.path), .speedFile = event::speedFile()};
    return std::make_unique<event::EventBackend>(std::move(checkpoint), options);
}

}

std::unique_ptr<Engine> makeProgramEngine(const std::string& modulePath)
{
    return makeFrontEngine(makeEventBackend, [modulePath] { return loadEngine(modulePath); });
}

}
