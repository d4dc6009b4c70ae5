// Compiled with -mavx512f, -mavx512bw, -mavx512dq and -mavx512vl. Only reached through `kernels()` and `productKernels()`, after the processor was asked.

#include "core/nn/kernels.h"

#include <bit>
#include <type_traits>

namespace spikeclip::nn {

namespace avx512 {

#include "core/nn/all_loops.inl"

}

extern const KernelTables avx512Tables;
const KernelTables avx512Tables = {avx512::table<float>, avx512::table<double>, avx512::table<Bfloat16>, avx512::productTable<float>,
                                   avx512::productTable<double>};

}
