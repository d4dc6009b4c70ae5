// Compiled with -mavx2. Only reached through `kernels()`, after the processor was asked.

#include "core/nn/kernels.h"

#include <bit>

namespace spikeclip::nn {

namespace avx2 {

#include "core/nn/kernel_loops.inl"
#include "core/nn/synapse_loops.inl"
#include "core/nn/attention_loops.inl"

}

extern const Kernels<float> avx2Float;
extern const Kernels<double> avx2Double;
const Kernels<float> avx2Float = avx2::table<float>;
const Kernels<double> avx2Double = avx2::table<double>;

}
