#pragma once

#include "core/data/outcome.h"

#include <exception>
#include <functional>

namespace spikeclip {

/// The failure that an exception of OpenCV, the standard library or ours stands for.
Failure translate(std::exception_ptr flown);

/// Runs `work` and turns whatever it throws into an Outcome. Nothing passes it.
template <typename Work>
auto guarded(Work&& work) -> Outcome<decltype(work())>
{
    try {
        return std::invoke(std::forward<Work>(work));
    } catch (const Stopped&) {
        return Cancelled{};
    } catch (...) {
        return translate(std::current_exception());
    }
}

}
