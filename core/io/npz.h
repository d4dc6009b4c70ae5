#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace spikeclip::io {

/// One array of an NPZ file, which numpy.load() opens without pickles.
struct NpzArray
{
    std::string name;                ///< key in numpy; ASCII, may hold slashes
    std::string type;                ///< numpy's: "<u8", "<i8", "<f8", "<U12"
    std::vector<std::int64_t> shape; ///< C order; empty: a single value
    std::vector<std::byte> bytes;
};

/// Numbers in C order.
///
/// Errors  Error(BadShape) unless there are as many as the shape says
NpzArray npzArray(const std::string& name, std::span<const std::uint64_t> values, const std::vector<std::int64_t>& shape);
NpzArray npzArray(const std::string& name, std::span<const std::int64_t> values, const std::vector<std::int64_t>& shape);
NpzArray npzArray(const std::string& name, std::span<const double> values, const std::vector<std::int64_t>& shape);

/// Texts as an array of Unicode strings as wide as the longest. Shape   [texts]
NpzArray npzTexts(const std::string& name, const std::vector<std::string>& texts);
NpzArray npzText(const std::string& name, const std::string& text); ///< a single value

/// Writes a ZIP file of .npy members (version 1.0), stored without compression, atomically. Equal arrays give equal bytes: members are dated 1980-01-01.
///
/// Errors  Error(BadValue) for what needs ZIP64 (4 GiB, 65535 members) or a name that is empty, not ASCII or there twice; Error(FileUnwritable)
/// Source  PKWARE APPNOTE 4.3; numpy.lib.format, version 1.0
void writeNpz(const std::string& path, const std::vector<NpzArray>& arrays);

/// CRC-32 as ZIP and PNG have it. Source: ISO 3309, polynomial 0xEDB88320 (reflected)
std::uint32_t crc32(std::span<const std::byte> bytes);

}
