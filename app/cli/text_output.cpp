#include "app/cli/text_output.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

namespace spikeclip::cli {

namespace {

bool isControl(char c)
{
    const auto byte = static_cast<unsigned char>(c);
    return byte < 0x20 || byte == 0x7F;
}

std::string padded(const std::string& cell, int width, Align align)
{
    const std::string blanks(static_cast<std::size_t>(std::max(0, width - displayWidth(cell))), ' ');
    return align == Align::Left ? cell + blanks : blanks + cell;
}

/// Three significant digits, as a person would round.
std::string threeDigits(double value)
{
    const double size = std::abs(value);
    return fixed(value, size >= 99.95 ? 0 : size >= 9.995 ? 1 : 2);
}

}

std::string printable(std::string_view text)
{
    std::string line;
    for (std::size_t i = 0; i < text.size(); ++i) {
        // U+0080 to U+009F steer terminals too; in UTF-8 they are C2 80 to C2 9F.
        const bool wide = text[i] == '\xC2' && i + 1 < text.size() && static_cast<unsigned char>(text[i + 1]) >= 0x80
                          && static_cast<unsigned char>(text[i + 1]) < 0xA0;
        if (wide)
            ++i;
        if (!wide && !isControl(text[i]))
            line += text[i];
        else if (!line.empty() && line.back() != ' ')
            line += ' ';
    }
    while (!line.empty() && line.back() == ' ')
        line.pop_back();
    return line;
}

int displayWidth(std::string_view utf8)
{
    return static_cast<int>(std::ranges::count_if(utf8, [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
}

std::string fixed(double value, int decimals)
{
    if (!std::isfinite(value))
        return std::isnan(value) ? "not a number" : value > 0 ? "infinite" : "-infinite";
    std::array<char, 400> text; // the largest double has 309 digits before the point
    const auto end = std::to_chars(text.data(), text.data() + text.size(), value, std::chars_format::fixed, std::min(decimals, 60));
    return std::string(text.data(), end.ptr);
}

std::string percent(double fraction)
{
    return fixed(100 * fraction, 1) + " %";
}

std::string grouped(std::int64_t value)
{
    auto digits = std::to_string(value);
    const std::ptrdiff_t first = value < 0 ? 1 : 0;
    for (auto at = static_cast<std::ptrdiff_t>(digits.size()) - 3; at > first; at -= 3)
        digits.insert(static_cast<std::size_t>(at), 1, ' ');
    return digits;
}

std::string energyInWords(double picojoules)
{
    struct Unit { double size; const char* name; };
    constexpr std::array units = {Unit{1e9, " mJ"}, Unit{1e6, " uJ"}, Unit{1e3, " nJ"}};
    for (const auto& unit : units)
        if (std::abs(picojoules) >= unit.size)
            return threeDigits(picojoules / unit.size) + unit.name;
    return threeDigits(picojoules) + " pJ";
}

std::string durationInWords(double milliseconds)
{
    return milliseconds < 10000 ? threeDigits(milliseconds) + " ms" : fixed(milliseconds / 1000, 1) + " s";
}

std::string bar(double fraction, int width, bool unicode)
{
    if (!(fraction > 0) || width < 1)
        return {};
    const auto marks = std::clamp(static_cast<int>(std::lround(std::min(fraction, 1.0) * width)), 1, width);
    std::string drawn;
    for (int i = 0; i < marks; ++i)
        drawn += unicode ? "\u2588" : "#";
    return drawn;
}

std::string table(const std::vector<Column>& columns, const std::vector<std::vector<std::string>>& rows)
{
    std::vector<std::vector<std::string>> lines(1);
    for (const auto& column : columns)
        lines.front().push_back(column.title);
    lines.insert(lines.end(), rows.begin(), rows.end());

    std::vector<int> widths(columns.size());
    for (auto& line : lines) {
        line.resize(columns.size());
        for (std::size_t i = 0; i < columns.size(); ++i)
            widths[i] = std::max(widths[i], displayWidth(line[i]));
    }
    std::string text;
    for (const auto& line : lines) {
        std::string row;
        for (std::size_t i = 0; i < columns.size(); ++i)
            row += (i ? "  " : "") + padded(line[i], widths[i], columns[i].align);
        row.erase(row.find_last_not_of(' ') + 1);
        text += row + '\n';
    }
    return text;
}

}
