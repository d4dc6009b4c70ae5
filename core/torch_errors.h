#pragma once

#include "core/translate.h"

#include <c10/util/Exception.h>

#include <functional>
#include <string>

namespace spikeclip {

/// Throws what an exception of LibTorch stands for, without its stack trace. Memory that ran out is said to have done so at `place`.
[[noreturn]] void throwAsError(const c10::Error& error, const std::string& place);

/// Runs `work`, at `place` (a device, and what is done there).
///
/// Errors  Error(OutOfMemory) or Error(Internal) in the place of LibTorch's; others as they are
template <typename Work>
auto withOurErrors(const std::string& place, Work&& work)
{
    try {
        return std::invoke(std::forward<Work>(work));
    } catch (const c10::Error& error) {
        throwAsError(error, place);
    }
}

/// guarded(), for work that LibTorch does.
template <typename Work>
auto guardedTorch(Work&& work)
{
    return guarded([&] { return withOurErrors({}, work); });
}

}
