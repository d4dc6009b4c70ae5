#pragma once

#include "core/data/outcome.h"

#include <optional>
#include <string>

namespace spikeclip::tests {

/// What a call threw; nothing if it returned.
template <typename Call>
std::optional<Error> errorOf(const Call& call)
{
    try {
        call();
    } catch (const Error& error) {
        return error;
    }
    return std::nullopt;
}

/// An empty text if the call threw this code with all of `parts` in its detail; otherwise what happened instead.
template <typename Call, typename... Part>
std::string mismatch(ErrorCode code, const Call& call, const Part&... parts)
{
    const std::optional<Error> error = errorOf(call);
    if (!error)
        return "nothing was thrown";
    const std::string detail = error->what();
    if (error->code() != code)
        return std::string("code ").append(std::to_string(static_cast<int>(error->code()))).append(": ").append(detail);
    return ((detail.find(parts) != std::string::npos) && ...) ? std::string() : std::string("detail: ").append(detail);
}

}

/// Fails the test, showing what happened instead, unless the call throws Error(code) naming every part given.
#define EXPECT_ERROR(code, call, ...) \
    QCOMPARE(QString::fromStdString(::spikeclip::tests::mismatch(::spikeclip::ErrorCode::code, [&] { (void)(call); } __VA_OPT__(, ) __VA_ARGS__)), QString())
