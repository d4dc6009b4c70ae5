#include "core/io/class_names.h"

#include "core/data/outcome.h"
#include "core/io/atomic_file.h"
#include "core/text/utf8.h"

#include <algorithm>

namespace spikeclip::io {

namespace {

constexpr std::uint64_t largestList = std::uint64_t{4} << 20; ///< bytes; ImageNet's 21 841 names take a tenth of it
constexpr std::string_view prefix = "class ";

}

std::vector<std::string> readNameList(const std::string& file)
{
    std::vector<std::byte> bytes;
    try {
        bytes = readFile(file, largestList);
    } catch (const Error&) {
        return {};
    }
    std::string_view rest(reinterpret_cast<const char*>(bytes.data()), bytes.size()); // NOLINT: bytes as characters
    if (!text::isUtf8(rest))
        return {};
    std::vector<std::string> names;
    while (!rest.empty()) {
        const auto end = std::min(rest.find('\n'), rest.size());
        names.emplace_back(trimmed(rest.substr(0, end)));
        rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    while (!names.empty() && names.back().empty())
        names.pop_back();
    return names;
}

std::string numberedClass(std::int64_t number, const std::vector<std::string>& names)
{
    const auto place = static_cast<std::size_t>(number);
    return place < names.size() && !names[place].empty() ? names[place] : std::string(prefix) + std::to_string(number);
}

std::optional<std::string> numberOfClass(const std::string& name)
{
    const auto isDigit = [](char one) { return one >= '0' && one <= '9'; };
    if (!name.starts_with(prefix) || name.size() == prefix.size() || !std::ranges::all_of(name.substr(prefix.size()), isDigit))
        return std::nullopt;
    return name.substr(prefix.size());
}

std::string_view trimmed(std::string_view text)
{
    constexpr std::string_view blanks = " \t\r\n";
    const auto begin = std::min(text.find_first_not_of(blanks), text.size());
    return text.substr(begin, text.find_last_not_of(blanks) + 1 - begin);
}

}
