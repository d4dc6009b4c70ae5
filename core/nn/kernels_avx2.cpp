// Compiled with -mavx2. Only reached through `kernels()` and `productKernels()`, after the processor was asked.

#include "core/nn/kernels.h"

#include <bit>
#include <type_traits>

namespace spikeclip::nn {

namespace avx2 {

#include "core/nn/all_loops.inl"

}

extern const KernelTables avx2Tables;
const KernelTables avx2Tables = {avx2::table<float>, avx2::table<double>, avx2::table<Bfloat16>, avx2::productTable<float>, avx2::productTable<double>};

}
