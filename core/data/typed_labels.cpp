#include "core/data/typed_labels.h"

#include "core/data/white_space.h"

#include <algorithm>
#include <utility>

namespace spikeclip::data {

namespace {

constexpr char32_t quote = U'"';

bool endsLine(char32_t point) { return point == U'\n' || point == U'\r'; }

bool separates(char32_t point) { return point == U',' || endsLine(point); }

/// Where the quote that closes the one at `start` stands: nothing but spaces follow it in its label. npos if there is no such pair.
std::size_t closingQuote(std::u32string_view typed, std::size_t start)
{
    for (auto i = start + 1; i < typed.size() && !endsLine(typed[i]); ++i) {
        if (typed[i] != quote)
            continue;
        if (i + 1 < typed.size() && typed[i + 1] == quote) {
            ++i;
            continue;
        }
        const auto behind = typed.substr(i + 1);
        const auto next = std::ranges::find_if(behind, [](char32_t point) { return separates(point) || !isSpace(point); });
        return next == behind.end() || separates(*next) ? i : std::u32string_view::npos;
    }
    return std::u32string_view::npos;
}

/// The next character of a label, which keeps one space of each run, and none in front.
void append(std::u32string& text, char32_t point)
{
    if (!isSpace(point))
        text.push_back(point);
    else if (!text.empty() && text.back() != U' ')
        text.push_back(U' ');
}

/// What stands between two quotes; one of its own stands there twice.
std::u32string unquoted(std::u32string_view inside)
{
    std::u32string text;
    for (std::size_t i = 0; i < inside.size(); ++i) {
        append(text, inside[i]);
        i += inside[i] == quote ? 1 : 0;
    }
    return text;
}

}

std::vector<TypedLabel> typedLabels(std::u32string_view typed)
{
    std::vector<TypedLabel> labels;
    TypedLabel label;
    for (std::size_t i = 0; i <= typed.size(); ++i) {
        if (i == typed.size() || separates(typed[i])) {
            if (label.text.ends_with(U' '))
                label.text.pop_back();
            label.end = i;
            if (!label.text.empty())
                labels.push_back(label);
            label = {.text = {}, .begin = i + 1, .end = i + 1};
        } else if (const auto end = label.text.empty() && typed[i] == quote ? closingQuote(typed, i) : std::u32string_view::npos; end != std::u32string_view::npos) {
            label.text = unquoted(typed.substr(i + 1, end - i - 1));
            i = end;
        } else {
            append(label.text, typed[i]);
        }
    }
    return labels;
}

std::u32string labelAt(std::u32string_view typed, std::size_t position)
{
    for (auto& label : typedLabels(typed))
        if (label.begin <= position && position <= label.end)
            return std::move(label.text);
    return {};
}

}
