#pragma once

#include <stdexcept>
#include <string>
#include <utility>
#include <variant>

namespace spikeclip {

/// What went wrong, for a program to decide on and for `app/sentences.h` to put into words.
enum class ErrorCode {
    BadArgument,        ///< an option or request contradicts itself; detail: which one
    BadShape,           ///< a tensor of another shape was expected; detail: name, wanted, found
    BadValue,           ///< a number outside its range; detail: name and range
    FileMissing,        ///< detail: path
    FileUnreadable,     ///< exists, but cannot be opened or read; detail: path and reason
    FileUnwritable,     ///< no permission or no room; detail: path and reason
    CheckpointBroken,   ///< not safetensors, or its header does not describe its bytes; detail: path and what
    CheckpointForeign,  ///< well-formed, but not a model this program knows; detail: path and what is missing
    PictureBroken,      ///< damaged or cut off; detail: path
    PictureTooLarge,    ///< more pixels or bytes than the limit; detail: path, size, limit
    PictureUnsupported, ///< a format that is not decoded; detail: path and the format's name
    NoLabels,           ///< nothing to choose from
    TooManySteps,       ///< more steps than the model has time weights for; detail: wanted and known
    PartMissing,        ///< the model lacks the encoder asked for; detail: which one
    DeviceMissing,      ///< the compute device asked for is not there; detail: its name
    OutOfMemory,        ///< detail: what was being done
    DataMissing,        ///< no picture found where a data set was expected; detail: path
    RecipeBroken,       ///< a recipe that does not parse or names unknown things; detail: where
    Diverged,           ///< training produced a loss that is not a number; detail: stage and step
    PeerLost,           ///< another process of the same training has ended or does not answer; detail: who noticed, and the transport's words
    EngineMissing,      ///< the engine module did not load; detail: the loader's words
    Internal,           ///< our own mistake; detail: whatever is known
};

/// Thrown inside core; turned into a `Failure` at the thread boundary by `guarded()`.
class Error : public std::runtime_error
{
public:
    Error(ErrorCode code, const std::string& detail) : std::runtime_error(detail), m_code(code) {}
    ErrorCode code() const noexcept { return m_code; }

private:
    ErrorCode m_code;
};

/// Thrown by a loop that has seen its stop token. Not an error.
struct Stopped {};

struct Cancelled {};

struct Failure
{
    ErrorCode code = ErrorCode::Internal;
    std::string detail; ///< for the log and for the blank in the sentence; English, may name a file
};

/// How a job ends: a value, cancelled, or failed.
template <typename Value>
using Outcome = std::variant<Value, Cancelled, Failure>;

/// The value of an outcome. Throws Error for a failure and Stopped for a cancelled job.
template <typename Value>
Value take(Outcome<Value>&& outcome)
{
    if (const auto* failure = std::get_if<Failure>(&outcome))
        throw Error(failure->code, failure->detail);
    if (std::holds_alternative<Cancelled>(outcome))
        throw Stopped{};
    return std::get<Value>(std::move(outcome));
}

}
