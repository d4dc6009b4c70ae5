#include "core/io/sha256_blocks.h"

#if defined(__x86_64__)

#include <cpuid.h>
#include <immintrin.h>

namespace spikeclip::io::sha {

bool hasExtensions()
{
    unsigned a = 0, b = 0, c = 0, d = 0;
    const bool mixes = __get_cpuid_count(7, 0, &a, &b, &c, &d) != 0 && (b & bit_SHA) != 0;
    return mixes && __get_cpuid(1, &a, &b, &c, &d) != 0 && (c & bit_SSE4_1) != 0;
}

/// The instructions keep the state as two vectors, A B E F and C D G H from the highest lane down, and do two rounds each. Source: Intel 64 and
/// IA-32 Architectures Software Developer's Manual, volume 2, SHA256RNDS2, SHA256MSG1, SHA256MSG2.
__attribute__((target("sha,sse4.1"))) void absorbExtensions(State& state, const std::byte* blocks, std::size_t count)
{
    const auto lane = [](Word word) { return static_cast<int>(word); };
    const __m128i bigEndian = _mm_set_epi8(12, 13, 14, 15, 8, 9, 10, 11, 4, 5, 6, 7, 0, 1, 2, 3);
    __m128i abef = _mm_set_epi32(lane(state[0]), lane(state[1]), lane(state[4]), lane(state[5]));
    __m128i cdgh = _mm_set_epi32(lane(state[2]), lane(state[3]), lane(state[6]), lane(state[7]));
    for (; count > 0; --count, blocks += blockBytes) {
        const __m128i abefBefore = abef;
        const __m128i cdghBefore = cdgh;
        __m128i schedule[16]; // four words each
#pragma GCC unroll 16
        for (int i = 0; i < 16; ++i) {
            if (i < 4) {
                const auto* words = reinterpret_cast<const __m128i*>(blocks) + i; // NOLINT: what an unaligned load takes
                schedule[i] = _mm_shuffle_epi8(_mm_loadu_si128(words), bigEndian);
            } else {
                const __m128i seventh = _mm_alignr_epi8(schedule[i - 1], schedule[i - 2], 4); // the words seven places before
                schedule[i] = _mm_sha256msg2_epu32(_mm_add_epi32(_mm_sha256msg1_epu32(schedule[i - 4], schedule[i - 3]), seventh), schedule[i - 1]);
            }
            const auto* constants = reinterpret_cast<const __m128i*>(roundConstants.data()) + i; // NOLINT: as above
            const __m128i sum = _mm_add_epi32(schedule[i], _mm_loadu_si128(constants));
            cdgh = _mm_sha256rnds2_epu32(cdgh, abef, sum);
            abef = _mm_sha256rnds2_epu32(abef, cdgh, _mm_shuffle_epi32(sum, 0x0E)); // its upper half
        }
        abef = _mm_add_epi32(abef, abefBefore);
        cdgh = _mm_add_epi32(cdgh, cdghBefore);
    }
    const auto word = [](int value) { return static_cast<Word>(value); };
    state = {word(_mm_extract_epi32(abef, 3)), word(_mm_extract_epi32(abef, 2)), word(_mm_extract_epi32(cdgh, 3)), word(_mm_extract_epi32(cdgh, 2)),
             word(_mm_extract_epi32(abef, 1)), word(_mm_extract_epi32(abef, 0)), word(_mm_extract_epi32(cdgh, 1)), word(_mm_extract_epi32(cdgh, 0))};
}

}

#else

namespace spikeclip::io::sha {

bool hasExtensions()
{
    return false;
}

void absorbExtensions(State& state, const std::byte* blocks, std::size_t count)
{
    absorbPortable(state, blocks, count);
}

}

#endif
