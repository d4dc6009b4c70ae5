#include "core/torch_errors.h"

#include "core/data/outcome.h"

#include <algorithm>
#include <array>
#include <string>

namespace spikeclip {

void throwAsError(const c10::Error& error, const std::string& place)
{
    const std::string what = error.what_without_backtrace();
    // The allocator of the CPU, the driver, and the libraries that want room of their own do not use LibTorch's type.
    const bool memory = dynamic_cast<const c10::OutOfMemoryError*>(&error)
        || std::ranges::any_of(std::array{"alloc", "out of memory", "ALLOC_FAILED"}, [&](const char* sign) { return what.find(sign) != std::string::npos; });
    if (memory) // "CUDA out of memory. Tried to allocate 2.00 GiB", without the figures and the advice that follow
        throw Error(ErrorCode::OutOfMemory, (place.empty() ? "" : place + ": ") + what.substr(0, std::min(what.find(" (GPU"), what.find(". GPU"))));
    throw Error(ErrorCode::Internal, what);
}

}
