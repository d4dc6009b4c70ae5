#pragma once

#include <cstdint>
#include <utility>
#include <vector>

/// Choices that do not depend on what was chosen before.
namespace spikeclip {

/// A random number that depends on nothing but its arguments, so that a resumed run needs no saved generator: every choice is named by
/// seed, purpose and position.
///
/// Source  SplitMix64 (Steele, Lea and Flood, 2014)
inline std::uint64_t randomAt(std::uint64_t seed, std::uint64_t purpose, std::uint64_t position)
{
    auto x = seed * 0x9E3779B97F4A7C15u + purpose * 0xD1B54A32D192ED03u + position * 0x8CB92BA72F3D8DD7u;
    for (int round = 0; round < 2; ++round) {
        x += 0x9E3779B97F4A7C15u;
        x = (x ^ (x >> 30)) * 0xBF58476D1CE4E5B9u;
        x = (x ^ (x >> 27)) * 0x94D049BB133111EBu;
        x ^= x >> 31;
    }
    return x;
}

/// 0 ... limit - 1; the bias of the modulus is below 2^-40 for the limits used here.
inline std::int64_t randomBelow(std::int64_t limit, std::uint64_t seed, std::uint64_t purpose, std::uint64_t position)
{
    return static_cast<std::int64_t>(randomAt(seed, purpose, position) % static_cast<std::uint64_t>(limit));
}

/// A permutation of 0 ... count - 1 (Fisher and Yates).
inline std::vector<std::int64_t> permutation(std::int64_t count, std::uint64_t seed, std::uint64_t purpose)
{
    std::vector<std::int64_t> order(static_cast<std::size_t>(count));
    for (std::int64_t i = 0; i < count; ++i)
        order[static_cast<std::size_t>(i)] = i;
    for (auto i = count - 1; i > 0; --i)
        std::swap(order[static_cast<std::size_t>(i)], order[static_cast<std::size_t>(randomBelow(i + 1, seed, purpose, static_cast<std::uint64_t>(i)))]);
    return order;
}

}
