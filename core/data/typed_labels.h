#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

/// Labels as a person types them: one rule for what is classified and for what stands at the cursor.
namespace spikeclip::data {

/// One label in what a person typed.
struct TypedLabel
{
    std::u32string text; ///< trimmed, inner runs of white space as one space, without its quotes; never empty
    std::size_t begin = 0; ///< in code points, behind the separator before it
    std::size_t end = 0;   ///< where the separator after it stands
    friend bool operator==(const TypedLabel&, const TypedLabel&) = default;
};

/// All labels in `typed`: separated by commas or line ends, empty ones dropped. A label in double quotes may hold commas, and quotes if each is written
/// twice; a quote that nothing closes before its line ends is a character like others.
std::vector<TypedLabel> typedLabels(std::u32string_view typed);

/// Text of the label a cursor before code point `position` stands in or touches; empty if it stands in none.
std::u32string labelAt(std::u32string_view typed, std::size_t position);

}
