// Included by kernels_portable.cpp, kernels_avx2.cpp and kernels_avx512.cpp inside a namespace of their own. Nothing here may be an inline function
// of the standard library: the linker would keep one copy for all, perhaps one with instructions that the processor lacks.

#include "core/nn/number_loops.inl"
#include "core/nn/pool_loops.inl"
#include "core/nn/kernel_loops.inl"
#include "core/nn/synapse_loops.inl"
#include "core/nn/attention_loops.inl"
