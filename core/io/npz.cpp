#include "core/io/npz.h"

#include "core/data/outcome.h"
#include "core/io/atomic_file.h"
#include "core/text/utf8.h"

#include <algorithm>
#include <array>
#include <bit>
#include <limits>
#include <set>

namespace spikeclip::io {

namespace {

constexpr char byteOrder = std::endian::native == std::endian::little ? '<' : '>';

template <typename Value>
NpzArray ofNumbers(const std::string& name, char kind, std::span<const Value> values, const std::vector<std::int64_t>& shape)
{
    std::int64_t count = 1;
    for (const auto extent : shape)
        count *= extent;
    if (count != static_cast<std::int64_t>(values.size()))
        throw Error(ErrorCode::BadShape, name + ": " + std::to_string(values.size()) + " numbers for a shape of " + std::to_string(count));
    const auto bytes = std::as_bytes(values);
    return {.name = name, .type = {byteOrder, kind, '8'}, .shape = shape, .bytes = {bytes.begin(), bytes.end()}};
}

/// Bytes of a ZIP file: numbers are little-endian whatever the machine.
class Bytes
{
public:
    Bytes& number(std::uint64_t value, int size)
    {
        for (int i = 0; i < size; ++i)
            m_bytes += static_cast<char>(value >> (8 * i));
        return *this;
    }
    Bytes& two(std::uint64_t value) { return number(value, 2); }
    Bytes& four(std::uint64_t value) { return number(value, 4); }
    Bytes& text(const std::string& text)
    {
        m_bytes += text;
        return *this;
    }
    Bytes& append(std::span<const std::byte> bytes)
    {
        m_bytes.append(reinterpret_cast<const char*>(bytes.data()), bytes.size());
        return *this;
    }
    std::size_t size() const { return m_bytes.size(); }
    std::span<const std::byte> bytes() const { return std::as_bytes(std::span(m_bytes)); }

private:
    std::string m_bytes;
};

/// A .npy file: its header is padded so that the numbers begin at a multiple of 64.
Bytes npy(const NpzArray& array)
{
    std::string shape;
    for (const auto extent : array.shape)
        shape += std::to_string(extent) + ",";
    auto header = "{'descr': '" + array.type + "', 'fortran_order': False, 'shape': (" + shape + "), }";
    constexpr std::size_t before = 10, boundary = 64; // magic, version and length stand before the header
    header.append(boundary - 1 - (before + header.size()) % boundary, ' ');
    header += '\n';
    Bytes file;
    file.number(0x93, 1).text("NUMPY").number(1, 1).number(0, 1).two(header.size()).text(header).append(array.bytes);
    return file;
}

/// What the local header and the central directory say alike of a member.
Bytes memberHeader(const std::string& name, std::uint32_t crc, std::size_t size)
{
    constexpr int version = 20, stored = 0, midnight = 0, day = 1 << 5 | 1; // 1980-01-01
    Bytes header;
    header.two(version).two(0).two(stored).two(midnight).two(day).four(crc).four(size).four(size).two(name.size()).two(0);
    return header;
}

void requireSmall(std::size_t size)
{
    if (size >= std::numeric_limits<std::uint32_t>::max())
        throw Error(ErrorCode::BadValue, "an NPZ file of 4 GiB or more is not written: record fewer pictures at a time");
}

}

std::uint32_t crc32(std::span<const std::byte> bytes)
{
    static const auto table = [] {
        std::array<std::uint32_t, 256> made{};
        for (std::uint32_t i = 0; i < made.size(); ++i) {
            made[i] = i;
            for (int bit = 0; bit < 8; ++bit)
                made[i] = (made[i] >> 1) ^ ((made[i] & 1U) ? 0xEDB88320U : 0U);
        }
        return made;
    }();
    std::uint32_t crc = ~0U;
    for (const auto byte : bytes)
        crc = (crc >> 8) ^ table[(crc ^ static_cast<std::uint32_t>(byte)) & 0xFFU];
    return ~crc;
}

NpzArray npzArray(const std::string& name, std::span<const std::uint64_t> values, const std::vector<std::int64_t>& shape)
{
    return ofNumbers(name, 'u', values, shape);
}

NpzArray npzArray(const std::string& name, std::span<const std::int64_t> values, const std::vector<std::int64_t>& shape)
{
    return ofNumbers(name, 'i', values, shape);
}

NpzArray npzArray(const std::string& name, std::span<const double> values, const std::vector<std::int64_t>& shape)
{
    return ofNumbers(name, 'f', values, shape);
}

NpzArray npzTexts(const std::string& name, const std::vector<std::string>& texts)
{
    std::size_t width = 1;
    std::vector<std::u32string> decoded;
    for (const auto& text : texts) {
        decoded.push_back(text::decode(text));
        width = std::max(width, decoded.back().size());
    }
    NpzArray array{.name = name, .type = byteOrder + ("U" + std::to_string(width)), .shape = {static_cast<std::int64_t>(texts.size())}};
    for (auto& text : decoded) {
        text.resize(width); // numpy ends a string with zeros
        const auto bytes = std::as_bytes(std::span(text));
        array.bytes.insert(array.bytes.end(), bytes.begin(), bytes.end());
    }
    return array;
}

NpzArray npzText(const std::string& name, const std::string& text)
{
    auto array = npzTexts(name, {text});
    array.shape.clear();
    return array;
}

void writeNpz(const std::string& path, const std::vector<NpzArray>& arrays)
{
    constexpr std::uint32_t localSignature = 0x04034b50, centralSignature = 0x02014b50, endSignature = 0x06054b50;
    constexpr int writtenBy = 20;
    if (arrays.size() >= std::numeric_limits<std::uint16_t>::max())
        throw Error(ErrorCode::BadValue, "too many arrays for one NPZ file");
    Bytes file, directory;
    std::set<std::string> names;
    for (const auto& array : arrays) {
        const bool plain = std::ranges::all_of(array.name, [](char letter) { return letter > ' ' && letter <= '~'; });
        if (array.name.empty() || !plain || array.name.size() > 1000 || !names.insert(array.name).second)
            throw Error(ErrorCode::BadValue, "an NPZ file has no room for an array named " + array.name);
        const auto name = array.name + ".npy";
        const auto member = npy(array);
        requireSmall(file.size() + member.size());
        const auto header = memberHeader(name, crc32(member.bytes()), member.size());
        const auto offset = file.size();
        file.four(localSignature).append(header.bytes()).text(name).append(member.bytes());
        directory.four(centralSignature).two(writtenBy).append(header.bytes()).two(0).two(0).two(0).four(0).four(offset).text(name);
    }
    requireSmall(file.size() + directory.size());
    const auto start = file.size();
    file.append(directory.bytes()).four(endSignature).two(0).two(0).two(arrays.size()).two(arrays.size()).four(directory.size()).four(start).two(0);
    writeFileAtomically(path, file.bytes());
}

}
