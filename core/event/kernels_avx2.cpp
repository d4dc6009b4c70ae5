// Compiled with -mavx2 -mfma -mbmi. Only reached through `kernels()`, after the processor was asked.

#include "core/event/kernels.h"

#ifdef __AVX2__
#include <immintrin.h>
#endif

#include <cstddef>

namespace spikeclip::event {

namespace avx2 {

#include "core/event/event_loops.inl"

}

extern const Kernels avx2Kernels;
const Kernels avx2Kernels = avx2::table;

}
