#include "core/io/tar.h"

#include "core/data/outcome.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <limits>
#include <string_view>

namespace spikeclip::io {

namespace {

constexpr std::uint64_t blockSize = 512;                      ///< bytes
constexpr std::uint64_t longestText = std::uint64_t{1} << 20; ///< bytes of one extended header; names are a few hundred

using Block = std::array<char, blockSize>;

/// A field up to its first zero byte.
std::string_view field(const Block& block, std::size_t begin, std::size_t size)
{
    const std::string_view whole(block.data() + begin, size);
    return whole.substr(0, whole.find('\0'));
}

/// A number in octal digits, or in binary behind a set highest bit as GNU writes large ones. None if it is neither or beyond 63 bits.
std::optional<std::uint64_t> number(const Block& block, std::size_t begin, std::size_t size)
{
    constexpr auto largest = std::uint64_t{std::numeric_limits<std::int64_t>::max()};
    std::uint64_t value = 0;
    if ((static_cast<unsigned char>(block[begin]) & 0x80U) != 0) {
        for (std::size_t i = 0; i < size; ++i) {
            if (value > largest >> 8)
                return std::nullopt;
            const auto byte = static_cast<unsigned char>(block[begin + i]);
            value = value << 8 | (i == 0 ? byte & 0x7FU : byte); // a negative number, 0xFF..., ends up too large
        }
        return value;
    }
    auto digits = field(block, begin, size);
    digits.remove_prefix(std::min(digits.find_first_not_of(' '), digits.size()));
    digits = digits.substr(0, digits.find(' '));
    for (const char digit : digits) { // twelve digits at most: 36 bits
        if (digit < '0' || digit > '7')
            return std::nullopt;
        value = value * 8 + static_cast<std::uint64_t>(digit - '0');
    }
    return value;
}

/// The checksum counts its own field as blanks. Some old programs summed signed characters.
bool isIntact(const Block& block)
{
    constexpr std::size_t begin = 148, end = 156;
    std::int64_t bytes = 0, characters = 0;
    for (std::size_t i = 0; i < block.size(); ++i) {
        const char one = i >= begin && i < end ? ' ' : block[i];
        bytes += static_cast<unsigned char>(one);
        characters += static_cast<signed char>(one);
    }
    const auto stored = number(block, begin, end - begin);
    return stored && (static_cast<std::int64_t>(*stored) == bytes || static_cast<std::int64_t>(*stored) == characters);
}

/// The header's own name, which a mark of POSIX may precede by a folder.
std::string plainName(const Block& block)
{
    const std::string name(field(block, 0, 100));
    const bool isPosix = std::string_view(block.data() + 257, 6) == std::string_view("ustar\0", 6);
    const auto folder = isPosix ? field(block, 345, 155) : std::string_view();
    return folder.empty() ? name : std::string(folder) + '/' + name;
}

bool isZero(const Block& block)
{
    return std::ranges::all_of(block, [](char one) { return one == '\0'; });
}

bool readBlock(const SeekableFile& file, std::uint64_t offset, Block& block)
{
    return file.read(offset, std::as_writable_bytes(std::span(block))) == block.size();
}

std::uint64_t inBlocks(std::uint64_t size)
{
    return (size + blockSize - 1) / blockSize * blockSize; // no overflow: no file is that large
}

/// Types whose size tells nothing of a content: links, devices, folders and pipes.
bool isHollow(char type)
{
    return type >= '1' && type <= '6';
}

}

/// What headers before the last one said of an entry.
struct TarReader::Description
{
    std::optional<std::string> name;
    std::optional<std::uint64_t> size;
    bool isSparse = false;
};

void TarReader::refuse(const std::string& what) const
{
    throw Error(ErrorCode::FileUnreadable, m_file.path() + ": " + what + ", at byte " + std::to_string(m_at));
}

std::string TarReader::textOf(std::uint64_t begin, std::uint64_t size) const
{
    if (size > longestText)
        refuse("an extended header of " + std::to_string(size) + " bytes");
    const auto bytes = m_file.bytes(begin, size);
    return {reinterpret_cast<const char*>(bytes.data()), bytes.size()}; // NOLINT: bytes as characters
}

/// Lines "LENGTH KEY=VALUE", where the length counts the whole line.
void TarReader::readExtension(std::uint64_t begin, std::uint64_t size, Description& description) const
{
    const auto text = textOf(begin, size);
    std::string_view rest = text;
    while (!rest.empty() && rest.front() != '\0') {
        std::uint64_t length = 0;
        const auto [end, error] = std::from_chars(rest.data(), rest.data() + rest.size(), length);
        const auto digits = static_cast<std::size_t>(end - rest.data());
        if (error != std::errc() || length > rest.size() || length < digits + 3 || rest[digits] != ' ' || rest[length - 1] != '\n')
            refuse("an extended header that is damaged");
        const auto record = rest.substr(digits + 1, length - digits - 2);
        rest.remove_prefix(length);
        const auto equals = record.find('=');
        if (equals == std::string_view::npos)
            refuse("an extended header that is damaged");
        const auto key = record.substr(0, equals);
        const auto value = record.substr(equals + 1);
        if (key == "path")
            description.name = value.substr(0, value.find('\0'));
        if (key.starts_with("GNU.sparse."))
            description.isSparse = true;
        if (key == "size") {
            std::uint64_t bytes = 0;
            const auto [last, wrong] = std::from_chars(value.data(), value.data() + value.size(), bytes);
            if (wrong != std::errc() || last != value.data() + value.size())
                refuse("a size that is no number");
            description.size = bytes;
        }
    }
}

/// GNU's sparse files have further blocks with the places of their parts before the content.
void TarReader::passSparseMaps(bool hasMore)
{
    for (Block block; hasMore; hasMore = block[504] != '\0') {
        if (!readBlock(m_file, m_at, block))
            refuse("cut off inside a header");
        m_at += blockSize;
    }
}

std::optional<TarEntry> TarReader::next()
{
    Description description;
    for (auto first = m_at; m_at < m_file.size();) {
        Block block;
        if (!readBlock(m_file, m_at, block))
            refuse("cut off inside a header");
        if (isZero(block)) {
            m_hasEnd = true;
            m_at = m_file.size(); // what follows is padding
            break;
        }
        if (!isIntact(block))
            refuse("a damaged header");
        const char type = block[156];
        const bool describes = type == 'L' || type == 'K' || type == 'x' || type == 'X' || type == 'g';
        const auto stored = number(block, 124, 12);
        if (!stored)
            refuse("a size that is no number");
        const auto size = isHollow(type) ? 0 : describes ? *stored : description.size.value_or(*stored);
        m_at += blockSize;
        if (type == 'S')
            passSparseMaps(block[482] != '\0');
        if (size > m_file.size() - m_at)
            refuse("cut off inside an entry of " + std::to_string(size) + " bytes");
        const TarEntry entry{.name = description.name.value_or(plainName(block)), .header = first, .begin = m_at, .size = size};
        if (type == 'L') {
            const auto text = textOf(m_at, size);
            description.name = text.substr(0, text.find('\0'));
        } else if (type == 'x' || type == 'X') {
            readExtension(m_at, size, description);
        }
        m_at = std::min(m_at + inBlocks(size), m_file.size());
        if (describes)
            continue;
        // Before POSIX a folder was a file whose name ends in a slash.
        const bool isFile = (type == '0' || type == '\0' || type == '7') && !entry.name.ends_with('/') && !description.isSparse;
        if (isFile) {
            auto found = entry;
            while (found.name.starts_with("./"))
                found.name.erase(0, 2);
            return found;
        }
        description = {};
        first = m_at;
    }
    return std::nullopt;
}

bool isTar(const SeekableFile& file)
{
    Block block;
    return readBlock(file, 0, block) && !isZero(block) && isIntact(block);
}

}
