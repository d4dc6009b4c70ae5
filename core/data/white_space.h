#pragma once

namespace spikeclip::data {

/// White space and control characters, the invisible ones that text copied from the web brings along too. Source: Unicode, White_Space and Cc, with U+200B and U+FEFF
bool isSpace(char32_t point);

}
