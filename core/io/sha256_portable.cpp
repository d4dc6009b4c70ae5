#include "core/io/sha256_blocks.h"

#include <bit>

namespace spikeclip::io::sha {

namespace {

void absorb(State& state, const std::byte* block)
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
    const State mixed = {a, b, c, d, e, f, g, h};
    for (std::size_t i = 0; i < state.size(); ++i)
        state[i] += mixed[i];
}

}

void absorbPortable(State& state, const std::byte* blocks, std::size_t count)
{
    for (std::size_t i = 0; i < count; ++i)
        absorb(state, blocks + i * blockBytes);
}

}
