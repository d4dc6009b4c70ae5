#include "core/data/number_text.h"

#include <charconv>

namespace spikeclip::data {

std::string numberText(double value)
{
    char text[32];
    const auto end = std::to_chars(text, text + sizeof text, value).ptr;
    return std::string(text, end);
}

}
