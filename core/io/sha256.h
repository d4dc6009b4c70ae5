#pragma once

#include <cstddef>
#include <span>
#include <string>

namespace spikeclip::io {

/// Who mixes the blocks. All give the same digest.
enum class Sha256Loop {
    Portable,
    Extensions, ///< the SHA instructions of x86 processors
};

bool supported(Sha256Loop loop); ///< by this build and this processor

/// The fastest that this processor runs.
Sha256Loop bestSha256Loop();

/// SHA-256 of the bytes as 64 lower-case hexadecimal digits.
///
/// Errors  Error(BadArgument) for a loop that is not supported here
/// Source  FIPS 180-4, section 6.2
std::string sha256(std::span<const std::byte> bytes, Sha256Loop loop = bestSha256Loop());

}
