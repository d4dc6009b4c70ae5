#include "core/engine_loader.h"

#include <dlfcn.h>

#include <cstdlib>
#include <filesystem>
#include <system_error>

namespace spikeclip {

namespace {

namespace fs = std::filesystem;

fs::path programFolder()
{
    std::error_code error;
    const auto program = fs::read_symlink("/proc/self/exe", error);
    return error ? fs::current_path() : program.parent_path();
}

std::string overriddenBy(const char* variable)
{
    const char* value = std::getenv(variable);
    return value ? value : "";
}

/// The kernels that OpenBLAS should take. Left alone it goes by the processor's model and, for one that is newer than itself, falls back to SSE3:
/// on a Xeon that OpenBLAS 0.3.21 does not know, 32 instead of 137 GFLOP/s. Null: let it choose.
const char* blasCore()
{
#if defined(__x86_64__)
    if (__builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512bw") && __builtin_cpu_supports("avx512dq")
        && __builtin_cpu_supports("avx512vl"))
        return "SkylakeX";
    if (__builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma"))
        return "Haswell";
#endif
    return nullptr;
}

/// The first folder of the list that exists; the last one if none does, so that the message names a real place.
fs::path firstExisting(std::initializer_list<fs::path> candidates)
{
    std::error_code error;
    for (const auto& candidate : candidates)
        if (fs::exists(candidate, error))
            return candidate;
    return *(candidates.end() - 1);
}

}

Outcome<std::unique_ptr<Engine>> loadEngine(const std::string& modulePath)
{
    setenv("OMP_WAIT_POLICY", "passive", 0); // 0: a user's own setting stays
    if (const char* core = blasCore())
        setenv("OPENBLAS_CORETYPE", core, 0);

    void* module = dlopen(modulePath.c_str(), RTLD_NOW | RTLD_LOCAL);
    if (!module)
        return Failure{ErrorCode::EngineMissing, dlerror()};

    using Interface = int (*)();
    using Factory = Engine* (*)();
    const auto interfaceNumber = reinterpret_cast<Interface>(dlsym(module, "spikeclipEngineInterface"));
    const auto makeEngine = reinterpret_cast<Factory>(dlsym(module, "spikeclipMakeEngine"));
    if (!interfaceNumber || !makeEngine)
        return Failure{ErrorCode::EngineMissing, modulePath + " is not an engine module"};
    if (interfaceNumber() != engineInterface)
        return Failure{ErrorCode::EngineMissing, modulePath + " was built for interface " + std::to_string(interfaceNumber()) + ", this program needs "
                                                     + std::to_string(engineInterface)};
    return std::unique_ptr<Engine>(makeEngine());
}

std::string defaultEnginePath()
{
    if (auto path = overriddenBy("SPIKECLIP_ENGINE"); !path.empty())
        return path;
    const auto here = programFolder();
    return firstExisting({here / SPIKECLIP_ENGINE_FILE, here / SPIKECLIP_ENGINE_FROM_BIN / SPIKECLIP_ENGINE_FILE}).lexically_normal().string();
}

std::string resourceFolder()
{
    if (auto path = overriddenBy("SPIKECLIP_RESOURCES"); !path.empty())
        return path;
    return firstExisting({programFolder() / SPIKECLIP_RESOURCES_FROM_BIN, SPIKECLIP_RESOURCES_IN_SOURCE}).lexically_normal().string();
}

}
