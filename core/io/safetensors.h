#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <vector>

namespace spikeclip::io {

enum class DType { F64, F32, F16, BF16, I64, I32, I16, I8, U8, Bool };

/// Bytes of one number: 8, 4, 2, 2, 8, 4, 2, 1, 1, 1.
std::size_t bytesPerElement(DType dtype);

/// One tensor as stored: row-major, little-endian, no padding. An empty shape is a single number.
struct TensorData
{
    DType dtype = DType::F32;
    std::vector<std::int64_t> shape; ///< extents >= 0, outermost first
    std::vector<std::byte> bytes;    ///< product of shape * bytesPerElement
    friend bool operator==(const TensorData&, const TensorData&) = default;
};

struct Safetensors
{
    std::map<std::string, std::string> metadata;
    std::map<std::string, TensorData> tensors;
};

/// Files above this size are not read, bytes.
inline constexpr std::uint64_t largestSafetensorsFile = std::uint64_t{8} << 30;

/// Reads a safetensors file, trusting nothing in it.
///
/// Errors  Error(CheckpointBroken, "PATH: what") for every rule broken: header length within the file and 100 MB; header a UTF-8 JSON object
///         without repeated keys or anything but names, known types, shapes and offsets; each range as long as its shape says; ranges without
///         hole or overlap that fill the file exactly. Those of readFile().
/// Source  safetensors format description (github.com/huggingface/safetensors)
Safetensors readSafetensors(const std::string& path);

/// The same of bytes in memory; `nameForMessages` takes the path's place in messages.
Safetensors parseSafetensors(std::span<const std::byte> bytes, const std::string& nameForMessages);

/// The bytes of a file that readSafetensors() reads back to the same value. The largest types come first, so that each tensor is aligned.
///
/// Errors  Error(BadShape) if a tensor's bytes are not what its shape says; Error(BadValue) for a name or text that is not UTF-8, for a tensor called
///         `__metadata__` and for a header above 100 MB
std::vector<std::byte> safetensorsBytes(const Safetensors& file);

/// Writes atomically.
///
/// Errors  those of safetensorsBytes(); Error(FileUnwritable)
void writeSafetensors(const std::string& path, const Safetensors& file);

}
