#include "core/text/labels.h"

#include "core/data/outcome.h"
#include "core/text/utf8.h"

#include <unordered_set>

namespace spikeclip::text {

namespace {

constexpr std::string_view blank = "{}";

/// Where the only blank is.
std::size_t blankOf(const std::string& pattern)
{
    const auto first = pattern.find(blank);
    if (first == std::string::npos)
        throw Error(ErrorCode::BadArgument, "the template \"" + pattern + "\" has no {} where the label goes");
    if (pattern.find(blank, first + blank.size()) != std::string::npos)
        throw Error(ErrorCode::BadArgument, "the template \"" + pattern + "\" has more than one {}");
    return first;
}

}

std::vector<std::string> splitLabels(std::string_view typed)
{
    std::vector<std::string> labels;
    std::unordered_set<std::string> seen;
    std::u32string label;
    const auto finish = [&] {
        if (!label.empty() && label.back() == U' ')
            label.pop_back();
        if (!label.empty() && seen.insert(folded(encode(label))).second)
            labels.push_back(encode(label));
        label.clear();
    };
    for (const char32_t point : decode(typed)) {
        if (point == U',' || point == U'\n' || point == U'\r')
            finish();
        else if (!isSpace(point))
            label.push_back(point);
        else if (!label.empty() && label.back() != U' ')
            label.push_back(U' ');
    }
    finish();
    return labels;
}

std::string fillTemplate(const std::string& pattern, const std::string& label)
{
    const auto at = blankOf(pattern);
    return pattern.substr(0, at) + label + pattern.substr(at + blank.size());
}

WordsAround wordsAround(const WordTable& table, const std::string& pattern)
{
    constexpr auto spaces = " \t\r\n";
    const auto hole = blankOf(pattern);
    const auto before = pattern.find_last_of(spaces, hole);
    const auto after = pattern.find_first_of(spaces, hole);
    WordsAround around;
    if (before != std::string::npos)
        around.before = table.pieces(pattern.substr(0, before)).size();
    if (after != std::string::npos)
        around.after = table.pieces(pattern.substr(after)).size();
    return around;
}

void checkTemplates(const std::vector<std::string>& patterns)
{
    for (const auto& pattern : patterns)
        blankOf(pattern);
}

}
