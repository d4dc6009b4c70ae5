#include "core/io/sha256.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cstdint>

namespace spikeclip::io {

namespace {

using Word = std::uint32_t;
constexpr std::size_t blockBytes = 64;

/// First 32 bits of the fractional parts of the cube roots of the first 64 primes. Source: FIPS 180-4, 4.2.2.
constexpr std::array<Word, 64> roundConstants = {
    0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5, 0xd807aa98, 0x12835b01, 0x243185be,
    0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174, 0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa,
    0x5cb0a9dc, 0x76f988da, 0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967, 0x27b70a85,
    0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85, 0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3,
    0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070, 0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f,
    0x682e6ff3, 0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2};

/// Mixes one block of 64 bytes into the state. Source: FIPS 180-4, 6.2.2.
void absorb(std::array<Word, 8>& state, const std::byte* block)
{
    std::array<Word, 64> schedule = {};
    for (std::size_t i = 0; i < 16; ++i)
        for (std::size_t j = 0; j < 4; ++j)
            schedule[i] = schedule[i] << 8 | std::to_integer<Word>(block[4 * i + j]);
    for (std::size_t i = 16; i < 64; ++i) {
        const Word early = schedule[i - 15];
        const Word late = schedule[i - 2];
        schedule[i] = schedule[i - 16] + (std::rotr(early, 7) ^ std::rotr(early, 18) ^ early >> 3) + schedule[i - 7]
                      + (std::rotr(late, 17) ^ std::rotr(late, 19) ^ late >> 10);
    }
    auto [a, b, c, d, e, f, g, h] = state;
    for (std::size_t i = 0; i < 64; ++i) {
        const Word first = h + (std::rotr(e, 6) ^ std::rotr(e, 11) ^ std::rotr(e, 25)) + ((e & f) ^ (~e & g)) + roundConstants[i] + schedule[i];
        const Word second = (std::rotr(a, 2) ^ std::rotr(a, 13) ^ std::rotr(a, 22)) + ((a & b) ^ (a & c) ^ (b & c));
        h = g;
        g = f;
        f = e;
        e = d + first;
        d = c;
        c = b;
        b = a;
        a = first + second;
    }
    const std::array<Word, 8> mixed = {a, b, c, d, e, f, g, h};
    for (std::size_t i = 0; i < state.size(); ++i)
        state[i] += mixed[i];
}

}

std::string sha256(std::span<const std::byte> bytes)
{
    // Square roots of the first eight primes. Source: FIPS 180-4, 5.3.3.
    std::array<Word, 8> state = {0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a, 0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19};
    const std::size_t whole = bytes.size() / blockBytes * blockBytes;
    for (std::size_t at = 0; at < whole; at += blockBytes)
        absorb(state, bytes.data() + at);

    // The rest, a one bit, zeros, and the length in bits, big-endian: one block or two (FIPS 180-4, 5.1.1).
    std::array<std::byte, 2 * blockBytes> tail = {};
    const auto rest = bytes.subspan(whole);
    std::ranges::copy(rest, tail.begin());
    tail[rest.size()] = std::byte{0x80};
    const std::size_t tailBytes = rest.size() + 9 <= blockBytes ? blockBytes : 2 * blockBytes;
    const std::uint64_t bits = std::uint64_t{bytes.size()} * 8;
    for (std::size_t i = 0; i < 8; ++i)
        tail[tailBytes - 1 - i] = static_cast<std::byte>(bits >> 8 * i);
    for (std::size_t at = 0; at < tailBytes; at += blockBytes)
        absorb(state, tail.data() + at);

    std::string digits;
    for (const Word word : state)
        for (int shift = 28; shift >= 0; shift -= 4)
            digits += "0123456789abcdef"[word >> shift & 15];
    return digits;
}

}
