#pragma once

#include "core/data/outcome.h"

#include <exception>
#include <new>
#include <string>

namespace spikeclip::session {

/// What a worker does itself must not throw into Qt. The engine has a boundary of its own. `doing` says what was done when memory ran out.
template <typename Work>
auto attempt(const char* doing, Work&& work) -> Outcome<decltype(work())>
{
    try {
        return work();
    } catch (const Stopped&) {
        return Cancelled{};
    } catch (const Error& error) {
        return Failure{error.code(), error.what()};
    } catch (const std::bad_alloc&) {
        return Failure{ErrorCode::OutOfMemory, doing};
    } catch (const std::exception& error) {
        return Failure{ErrorCode::Internal, error.what()};
    } catch (...) {
        return Failure{ErrorCode::Internal, "an exception of unknown type"};
    }
}

}
