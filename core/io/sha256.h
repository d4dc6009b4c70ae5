#pragma once

#include <cstddef>
#include <span>
#include <string>

namespace spikeclip::io {

/// SHA-256 of the bytes as 64 lower-case hexadecimal digits.
///
/// Source  FIPS 180-4, section 6.2
std::string sha256(std::span<const std::byte> bytes);

}
