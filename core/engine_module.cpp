#include "core/engine.h"
#include "core/make_engine.h"

// The two symbols that `loadEngine` looks for. Everything else in the module is hidden.

extern "C" __attribute__((visibility("default"))) int spikeclipEngineInterface()
{
    return spikeclip::engineInterface;
}

extern "C" __attribute__((visibility("default"))) spikeclip::Engine* spikeclipMakeEngine()
{
    return spikeclip::makeEngine().release(); // the loader puts it straight into a unique_ptr
}
