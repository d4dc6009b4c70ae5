// An engine module around the fake, to see and test the window without LibTorch: SPIKECLIP_ENGINE=<this file> spikeclip-explorer.

#include "tests/app/fake_engine.h"

extern "C" __attribute__((visibility("default"))) int spikeclipEngineInterface()
{
    return spikeclip::engineInterface;
}

extern "C" __attribute__((visibility("default"))) spikeclip::Engine* spikeclipMakeEngine()
{
    return new spikeclip::test::FakeEngine(std::make_shared<spikeclip::test::FakeEngineControl>());
}
