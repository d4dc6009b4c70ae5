#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

/// Text for a person at a terminal. Numbers are always written the C way, whatever the locale.
namespace spikeclip::cli {

/// The text as one line that cannot steer a terminal: runs of control characters become one space, and none is left at either end.
std::string printable(std::string_view text);

/// Characters a UTF-8 text takes on the screen, counted as code points.
int displayWidth(std::string_view utf8);

std::string fixed(double value, int decimals);
std::string percent(double fraction);         ///< "93.1 %"
std::string grouped(std::int64_t value);      ///< "1 234 567"
std::string energyInWords(double picojoules); ///< "1.23 uJ": three digits, pJ to mJ
std::string durationInWords(double milliseconds);

/// A bar of at most `width` characters; `fraction` is cut to [0, 1]. Anything above 0 leaves a mark.
std::string bar(double fraction, int width, bool unicode);

enum class Align { Left, Right };

struct Column
{
    std::string title;
    Align align = Align::Left;
};

/// Lines of equal columns two spaces apart, titles first, no blanks at line ends. Short rows are filled with empty cells.
std::string table(const std::vector<Column>& columns, const std::vector<std::vector<std::string>>& rows);

}
