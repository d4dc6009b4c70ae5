#pragma once

#include <algorithm>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>

/// Archives and records made by hand, whole or wrong.
namespace spikeclip::tests {

/// Always a new file: synchronising, as io::writeFileAtomically() does and some file systems do when a file is shortened, takes a disk a second for a hundred files.
inline void write(const std::string& path, std::string_view text)
{
    std::filesystem::create_directories(std::filesystem::path(path).parent_path());
    std::filesystem::remove(path);
    std::ofstream(path, std::ios::binary) << text;
}

/// The fields of one header block of tar.
struct TarHeader
{
    std::string name;
    std::uint64_t size = 0;
    char type = '0';
    std::string prefix;                              ///< folder before the name
    std::string_view mark{"ustar\0" "00", 8};        ///< GNU: "ustar  "; before POSIX: none
    std::string sizeField;                           ///< instead of `size` in octal digits
};

inline std::string octal(std::uint64_t value, int digits)
{
    std::string text(static_cast<std::size_t>(digits), '0');
    for (auto i = text.rbegin(); i != text.rend(); ++i, value /= 8)
        *i = static_cast<char>('0' + value % 8);
    return text;
}

inline std::string block(const TarHeader& header)
{
    std::string block(512, '\0');
    const auto put = [&](std::size_t at, std::string_view text) { std::ranges::copy(text, block.begin() + static_cast<std::ptrdiff_t>(at)); };
    put(0, header.name);
    put(100, "0000644");
    put(124, header.sizeField.empty() ? octal(header.size, 11) : header.sizeField);
    put(148, "        ");
    block[156] = header.type;
    put(257, header.mark);
    put(345, header.prefix);
    std::uint64_t sum = 0;
    for (const char one : block)
        sum += static_cast<unsigned char>(one);
    put(148, octal(sum, 6) + '\0' + ' ');
    return block;
}

inline std::string padded(std::string content)
{
    content.resize((content.size() + 511) / 512 * 512);
    return content;
}

inline std::string entry(const std::string& name, const std::string& content, char type = '0')
{
    return block({.name = name, .size = content.size(), .type = type}) + padded(content);
}

/// A pax record, whose length counts its own digits.
inline std::string record(const std::string& key, const std::string& value)
{
    const auto rest = " " + key + "=" + value + "\n";
    auto length = rest.size() + 1;
    while (std::to_string(length).size() + rest.size() != length)
        ++length;
    return std::to_string(length) + rest;
}

inline const std::string endMark(1024, '\0');

/// One record of CIFAR: label bytes, then a picture whose planes are 10, 20 and 30.
inline std::string cifarRecord(const std::string& labels)
{
    return labels + std::string(1024, '\x0A') + std::string(1024, '\x14') + std::string(1024, '\x1E');
}

}
