#include "core/translate.h"

#include <c10/util/Exception.h>

#include <new>

namespace spikeclip {

Failure translate(std::exception_ptr flown)
{
    try {
        std::rethrow_exception(flown);
    } catch (const Error& error) {
        return {error.code(), error.what()};
    } catch (const c10::Error& error) {
        const std::string what = error.what_without_backtrace();
        const bool memory = what.find("alloc") != std::string::npos || what.find("out of memory") != std::string::npos;
        return {memory ? ErrorCode::OutOfMemory : ErrorCode::Internal, what};
    } catch (const std::bad_alloc&) {
        return {ErrorCode::OutOfMemory, "an allocation failed"};
    } catch (const std::exception& error) {
        return {ErrorCode::Internal, error.what()};
    } catch (...) {
        return {ErrorCode::Internal, "an exception of unknown type"};
    }
}

}
