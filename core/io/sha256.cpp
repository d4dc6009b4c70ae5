#include "core/io/sha256.h"

#include "core/data/outcome.h"
#include "core/io/sha256_blocks.h"

#include <algorithm>
#include <array>
#include <cstdint>

namespace spikeclip::io {

using sha::blockBytes;

bool supported(Sha256Loop loop)
{
    return loop == Sha256Loop::Portable || sha::hasExtensions();
}

Sha256Loop bestSha256Loop()
{
    return supported(Sha256Loop::Extensions) ? Sha256Loop::Extensions : Sha256Loop::Portable;
}

std::string sha256(std::span<const std::byte> bytes, Sha256Loop loop)
{
    if (!supported(loop))
        throw Error(ErrorCode::BadArgument, "this processor has no SHA instructions");
    const auto absorb = loop == Sha256Loop::Portable ? sha::absorbPortable : sha::absorbExtensions;

    // Square roots of the first eight primes. Source: FIPS 180-4, 5.3.3.
    sha::State state = {0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a, 0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19};
    const std::size_t whole = bytes.size() / blockBytes * blockBytes;
    absorb(state, bytes.data(), whole / blockBytes);

    // The rest, a one bit, zeros, and the length in bits, big-endian: one block or two (FIPS 180-4, 5.1.1).
    std::array<std::byte, 2 * blockBytes> tail = {};
    const auto rest = bytes.subspan(whole);
    std::ranges::copy(rest, tail.begin());
    tail[rest.size()] = std::byte{0x80};
    const std::size_t tailBytes = rest.size() + 9 <= blockBytes ? blockBytes : 2 * blockBytes;
    const std::uint64_t bits = std::uint64_t{bytes.size()} * 8;
    for (std::size_t i = 0; i < 8; ++i)
        tail[tailBytes - 1 - i] = static_cast<std::byte>(bits >> 8 * i);
    absorb(state, tail.data(), tailBytes / blockBytes);

    std::string digits;
    for (const sha::Word word : state)
        for (int shift = 28; shift >= 0; shift -= 4)
            digits += "0123456789abcdef"[word >> shift & 15];
    return digits;
}

}
