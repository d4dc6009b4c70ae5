#include "core/nn/kernels.h"

#include <bit>
#include <type_traits>

namespace spikeclip::nn {

namespace portable {

#include "core/nn/all_loops.inl"

}

namespace {

const KernelTables portableTables = {portable::table<float>, portable::table<double>, portable::table<Bfloat16>, portable::productTable<float>,
                                     portable::productTable<double>};

}

#if defined(__x86_64__)
extern const KernelTables avx2Tables;
extern const KernelTables avx512Tables;
#endif

bool supported(KernelSet set)
{
#if defined(__x86_64__)
    switch (set) {
    case KernelSet::Portable: return true;
    case KernelSet::Avx2: return __builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma");
    case KernelSet::Avx512:
        return supported(KernelSet::Avx2) && __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512bw") && __builtin_cpu_supports("avx512dq")
               && __builtin_cpu_supports("avx512vl");
    }
#endif
    return set == KernelSet::Portable;
}

KernelSet bestKernels()
{
    static const auto best = supported(KernelSet::Avx512) ? KernelSet::Avx512 : supported(KernelSet::Avx2) ? KernelSet::Avx2 : KernelSet::Portable;
    return best;
}

bool multipliesBfloat16()
{
#if defined(__x86_64__)
    return supported(KernelSet::Avx512) && __builtin_cpu_supports("avx512bf16");
#else
    return false;
#endif
}

const KernelTables& kernelTables(KernelSet set)
{
#if defined(__x86_64__)
    switch (set) {
    case KernelSet::Portable: break;
    case KernelSet::Avx2: return avx2Tables;
    case KernelSet::Avx512: return avx512Tables;
    }
#endif
    static_cast<void>(set);
    return portableTables;
}

}
