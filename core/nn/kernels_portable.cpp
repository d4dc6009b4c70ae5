#include "core/nn/kernels.h"

#include <bit>

namespace spikeclip::nn {

namespace portable {

#include "core/nn/kernel_loops.inl"
#include "core/nn/synapse_loops.inl"
#include "core/nn/attention_loops.inl"

}

#if defined(__x86_64__)
extern const Kernels<float> avx2Float;
extern const Kernels<double> avx2Double;
#endif

bool supported(KernelSet set)
{
#if defined(__x86_64__)
    return set == KernelSet::Portable || (__builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma"));
#else
    return set == KernelSet::Portable;
#endif
}

KernelSet bestKernels()
{
    static const auto best = supported(KernelSet::Avx2) ? KernelSet::Avx2 : KernelSet::Portable;
    return best;
}

template <>
const Kernels<float>& kernels<float>(KernelSet set)
{
#if defined(__x86_64__)
    if (set == KernelSet::Avx2)
        return avx2Float;
#endif
    static_cast<void>(set);
    return portable::table<float>;
}

template <>
const Kernels<double>& kernels<double>(KernelSet set)
{
#if defined(__x86_64__)
    if (set == KernelSet::Avx2)
        return avx2Double;
#endif
    static_cast<void>(set);
    return portable::table<double>;
}

}
