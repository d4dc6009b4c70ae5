#pragma once

#include <string>
#include <string_view>

namespace spikeclip::text {

/// UTF-8 to code points. Bytes that are not valid UTF-8 (overlong forms and surrogates included) become U+FFFD, one each, so that
/// nothing is lost silently and whatever is written back is valid.
std::u32string decode(std::string_view utf8);
std::string encode(std::u32string_view points);

bool isUtf8(std::string_view text); ///< valid UTF-8 throughout

/// Lower case of the Latin (with its accented letters up to U+017F), Greek and Cyrillic capitals. Never looks at the locale: the same label
/// must give the same vector everywhere.
char32_t foldCase(char32_t point);

/// The text with every letter in lower case: equal for labels that differ in case alone.
std::string folded(std::string_view utf8);

/// Plain letters for an accented Latin one ("é" -> "e", "ß" -> "ss"), nothing for a combining accent, itself otherwise.
std::u32string withoutAccent(char32_t point);

}
