#include "core/event/kernels.h"

#include <cstddef>

namespace spikeclip::event {

namespace portable {

#include "core/event/event_loops.inl"

}

#if defined(__x86_64__)
extern const Kernels avx2Kernels;
#endif

bool supported(KernelSet set)
{
#if defined(__x86_64__)
    return set == KernelSet::Portable || (__builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma") && __builtin_cpu_supports("bmi"));
#else
    return set == KernelSet::Portable;
#endif
}

KernelSet bestKernels()
{
    static const auto best = supported(KernelSet::Avx2) ? KernelSet::Avx2 : KernelSet::Portable;
    return best;
}

const char* nameOf(KernelSet set)
{
    return set == KernelSet::Avx2 ? "AVX2" : "portable";
}

const Kernels& kernels(KernelSet set)
{
#if defined(__x86_64__)
    if (set == KernelSet::Avx2)
        return avx2Kernels;
#endif
    static_cast<void>(set);
    return portable::table;
}

}
