#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// Names for classes that a data set only numbers.
namespace spikeclip::io {

/// The names in a text file, one a line, as data sets bring them along; spaces around them and empty lines at the end do not matter. Empty if there is no such file, if it
/// is larger than such a list can be, or not UTF-8: a data set without names can still be read.
std::vector<std::string> readNameList(const std::string& file);

/// `names[number]`, or "class 7" where there is none.
std::string numberedClass(std::int64_t number, const std::vector<std::string>& names = {});

/// "7" of "class 7".
std::optional<std::string> numberOfClass(const std::string& name);

/// The text without blanks and line ends around it.
std::string_view trimmed(std::string_view text);

}
