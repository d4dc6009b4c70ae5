#pragma once

#include <string_view>

namespace spikeclip::io {

/// True if the text is well-formed UTF-8: no stray or missing continuation, no overlong form, no surrogate, nothing above U+10FFFF.
///
/// Source  The Unicode Standard, table 3-7
bool isUtf8(std::string_view text);

}
