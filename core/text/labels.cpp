#include "core/text/labels.h"

#include "core/data/outcome.h"
#include "core/data/typed_labels.h"
#include "core/text/utf8.h"

#include <algorithm>
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

std::vector<std::string> listLabels(std::string_view typed)
{
    std::vector<std::string> labels;
    for (const auto& label : data::typedLabels(decode(typed)))
        labels.push_back(encode(label.text));
    return labels;
}

std::vector<std::string> splitLabels(std::string_view typed)
{
    auto labels = listLabels(typed);
    std::unordered_set<std::string> seen;
    std::erase_if(labels, [&](const std::string& label) { return !seen.insert(folded(label)).second; });
    return labels;
}

std::string joinLabels(const std::vector<std::string>& labels)
{
    std::string joined;
    for (const auto& label : labels) {
        joined += joined.empty() ? "" : ", ";
        if (label.find(',') == std::string::npos && !label.starts_with('"')) {
            joined += label;
            continue;
        }
        joined += '"';
        for (const char c : label)
            joined += c == '"' ? "\"\"" : std::string(1, c);
        joined += '"';
    }
    return joined;
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
