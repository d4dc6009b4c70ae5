#include "core/translate.h"

#include <new>

namespace spikeclip {

Failure translate(std::exception_ptr flown)
{
    try {
        std::rethrow_exception(flown);
    } catch (const Error& error) {
        return {error.code(), error.what()};
    } catch (const std::bad_alloc&) {
        return {ErrorCode::OutOfMemory, "an allocation failed"};
    } catch (const std::exception& error) {
        return {ErrorCode::Internal, error.what()};
    } catch (...) {
        return {ErrorCode::Internal, "an exception of unknown type"};
    }
}

}
