#pragma once

#include <ATen/ATen.h>

namespace spikeclip::tests {

inline bool hasCudaDevice()
{
    try {
        at::empty({1}, at::TensorOptions().device(at::kCUDA)); // the only question that is answered for every build and driver
        return true;
    } catch (const c10::Error&) {
        return false;
    }
}

}

/// Skips a test where it cannot run.
#define REQUIRE_CUDA() \
    if (!::spikeclip::tests::hasCudaDevice()) \
        QSKIP("there is no CUDA device that this LibTorch can use")
