#include "core/text/utf8.h"

#include <cstddef>

namespace spikeclip::text {

namespace {

constexpr char32_t replacement = 0xFFFD;

/// Length of the sequence that a lead byte opens; 0 if it cannot open one.
std::size_t sequenceLength(unsigned char lead)
{
    if (lead < 0x80)
        return 1;
    if (lead >= 0xC2 && lead <= 0xDF)
        return 2;
    if (lead >= 0xE0 && lead <= 0xEF)
        return 3;
    return lead >= 0xF0 && lead <= 0xF4 ? 4 : 0;
}

/// U+00C0 to U+017F without their accents, one entry a letter, in the order of the code points ("*": no plain form, "+": two letters).
/// Source: the Unicode character names of the two blocks.
constexpr std::string_view plainLatin =
    "AAAAAA+CEEEEIIII" "+NOOOOO*OUUUUY++" "aaaaaa+ceeeeiiii" "+nooooo*ouuuuy+y" // 00C0
    "AaAaAaCcCcCcCcDd" "DdEeEeEeEeEeGgGg" "GgGgHhHhIiIiIiIi" "Ii++JjKkkLlLlLlL" // 0100
    "lLlNnNnNnnNnOoOo" "Oo++RrRrRrSsSsSs" "SsTtTtTtUuUuUuUu" "UuUuWwYyYZzZzZzs"; // 0140
static_assert(plainLatin.size() == 0x180 - 0xC0);

std::u32string_view twoLetters(char32_t point)
{
    switch (point) {
    case 0xC6: return U"AE";
    case 0xD0: return U"Dh";
    case 0xDE: return U"Th";
    case 0xDF: return U"ss";
    case 0xE6: return U"ae";
    case 0xF0: return U"dh";
    case 0xFE: return U"th";
    case 0x132: return U"IJ";
    case 0x133: return U"ij";
    case 0x152: return U"OE";
    case 0x153: return U"oe";
    default: return U"";
    }
}

}

std::u32string decode(std::string_view utf8)
{
    std::u32string points;
    points.reserve(utf8.size());
    for (std::size_t at = 0; at < utf8.size();) {
        const auto lead = static_cast<unsigned char>(utf8[at]);
        const std::size_t length = sequenceLength(lead);
        bool valid = length != 0 && at + length <= utf8.size();
        char32_t point = length == 1 ? lead : lead & (0x7Fu >> length);
        for (std::size_t next = 1; valid && next < length; ++next) {
            const auto byte = static_cast<unsigned char>(utf8[at + next]);
            valid = (byte & 0xC0) == 0x80;
            point = (point << 6) | (byte & 0x3Fu);
        }
        if (length == 3)
            valid = valid && point >= 0x800 && (point < 0xD800 || point > 0xDFFF);
        if (length == 4)
            valid = valid && point >= 0x10000 && point <= 0x10FFFF;
        points.push_back(valid ? point : replacement);
        at += valid ? length : 1;
    }
    return points;
}

std::string encode(std::u32string_view points)
{
    std::string utf8;
    utf8.reserve(points.size());
    const auto tail = [&utf8](char32_t point, int shift) { utf8.push_back(static_cast<char>(0x80 | ((point >> shift) & 0x3F))); };
    for (const char32_t point : points) {
        if (point < 0x80) {
            utf8.push_back(static_cast<char>(point));
        } else if (point < 0x800) {
            utf8.push_back(static_cast<char>(0xC0 | (point >> 6)));
            tail(point, 0);
        } else if (point < 0x10000) {
            utf8.push_back(static_cast<char>(0xE0 | (point >> 12)));
            tail(point, 6);
            tail(point, 0);
        } else {
            utf8.push_back(static_cast<char>(0xF0 | (point >> 18)));
            tail(point, 12);
            tail(point, 6);
            tail(point, 0);
        }
    }
    return utf8;
}

bool isUtf8(std::string_view text)
{
    return encode(decode(text)) == text; // a byte that is not valid has become U+FFFD
}

char32_t foldCase(char32_t point)
{
    if (point >= U'A' && point <= U'Z')
        return point + 32;
    if (point < 0xC0)
        return point;
    if (point <= 0xDE)
        return point == 0xD7 ? point : point + 32; // U+00D7 is the multiplication sign
    if (point >= 0x100 && point <= 0x17F) {
        if (point == 0x130)
            return U'i'; // dotted capital I: its lower case is the ordinary one
        if (point == 0x178)
            return 0xFF;
        // Capitals are even, but odd in the two stretches after the letters that have no partner (U+0138, U+0149).
        const bool oddCapitals = (point >= 0x139 && point <= 0x148) || (point >= 0x179 && point <= 0x17E);
        const bool alone = point == 0x138 || point == 0x149 || point == 0x17F || point == 0x131;
        return !alone && (point % 2 == 1) == oddCapitals ? point + 1 : point;
    }
    if (point >= 0x391 && point <= 0x3A9 && point != 0x3A2)
        return point + 32;
    if (point >= 0x400 && point <= 0x40F)
        return point + 80;
    return point >= 0x410 && point <= 0x42F ? point + 32 : point;
}

std::u32string withoutAccent(char32_t point)
{
    if (point >= 0x300 && point <= 0x36F)
        return {};
    if (point < 0xC0 || point > 0x17F)
        return {point};
    const char plain = plainLatin[point - 0xC0];
    if (plain == '+') {
        const auto letters = twoLetters(point);
        return letters.empty() ? std::u32string{point} : std::u32string(letters);
    }
    return {plain == '*' ? point : static_cast<char32_t>(plain)};
}

std::string folded(std::string_view utf8)
{
    auto points = decode(utf8);
    for (auto& point : points)
        point = foldCase(point);
    return encode(points);
}

}
