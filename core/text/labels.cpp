#include "core/text/labels.h"

#include "core/data/outcome.h"
#include "core/text/utf8.h"

#include <algorithm>
#include <unordered_set>

namespace spikeclip::text {

namespace {

constexpr std::string_view blank = "{}";

constexpr char32_t quote = U'"';

bool separates(char32_t point)
{
    return point == U',' || point == U'\n' || point == U'\r';
}

/// Where the quote that closes the one at `start` stands: nothing but spaces follow it in its label. npos if there is no such pair.
std::size_t closingQuote(const std::u32string& points, std::size_t start)
{
    if (points[start] != quote)
        return std::u32string::npos;
    for (auto i = start + 1; i < points.size() && points[i] != U'\n' && points[i] != U'\r'; ++i) {
        if (points[i] != quote)
            continue;
        if (i + 1 < points.size() && points[i + 1] == quote) {
            ++i;
            continue;
        }
        const auto behind = points.begin() + static_cast<std::ptrdiff_t>(i) + 1;
        const auto next = std::find_if(behind, points.end(), [](char32_t point) { return separates(point) || !isSpace(point); });
        return next == points.end() || separates(*next) ? i : std::u32string::npos;
    }
    return std::u32string::npos;
}

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
    std::u32string label;
    const auto take = [&](char32_t point) {
        if (!isSpace(point))
            label.push_back(point);
        else if (!label.empty() && label.back() != U' ')
            label.push_back(U' ');
    };
    const auto finish = [&] {
        if (!label.empty() && label.back() == U' ')
            label.pop_back();
        if (!label.empty())
            labels.push_back(encode(label));
        label.clear();
    };
    const auto points = decode(typed);
    for (std::size_t i = 0; i < points.size(); ++i) {
        if (separates(points[i])) {
            finish();
        } else if (const auto end = label.empty() ? closingQuote(points, i) : std::u32string::npos; end != std::u32string::npos) {
            while (++i < end) {
                take(points[i]);
                i += points[i] == quote ? 1 : 0; // it stands there twice
            }
        } else {
            take(points[i]);
        }
    }
    finish();
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
