#include "core/io/utf8.h"

#include <cstddef>

namespace spikeclip::io {

bool isUtf8(std::string_view text)
{
    const auto at = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
    for (std::size_t i = 0; i < text.size();) {
        const unsigned first = at(i);
        if (first < 0x80) {
            ++i;
            continue;
        }
        if (first < 0xC2 || first > 0xF4)
            return false;
        const std::size_t length = first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
        if (text.size() - i < length)
            return false;
        // The second byte's range excludes overlong forms, surrogates and what lies above U+10FFFF.
        const unsigned lowest = first == 0xE0 ? 0xA0 : first == 0xF0 ? 0x90 : 0x80;
        const unsigned highest = first == 0xED ? 0x9F : first == 0xF4 ? 0x8F : 0xBF;
        if (at(i + 1) < lowest || at(i + 1) > highest)
            return false;
        for (std::size_t k = 2; k < length; ++k)
            if (at(i + k) < 0x80 || at(i + k) > 0xBF)
                return false;
        i += length;
    }
    return true;
}

}
