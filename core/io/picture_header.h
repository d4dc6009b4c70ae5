#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>

namespace spikeclip::io {

enum class PictureFormat { Jpeg, Png, Bmp, Tiff, WebP };

/// What a picture's own bytes say of it, read without decoding.
struct PictureHeader
{
    PictureFormat format = PictureFormat::Png;
    std::int64_t width = 0;                     ///< pixels, before turning it upright
    std::int64_t height = 0;                    ///< pixels, before turning it upright
    std::int64_t tilePixels = 0;                ///< of one tile, which the decoder allocates; TIFF
    int orientation = 1;                        ///< EXIF's 1 to 8; 1 for TIFF, which its decoder turns
    bool associatedAlpha = false;               ///< colours are multiplied by alpha already; TIFF
    std::optional<std::uint32_t> transparentGrey; ///< a grey level that means "transparent", at `greyBits` bits; PNG
    int greyBits = 8;
};

/// Recognises the format by its first bytes, walks the file's structure to its end and reads the size.
///
/// Errors  Error(PictureBroken) if empty, contradictory or cut off; Error(PictureUnsupported) naming any other format or kind
PictureHeader readPictureHeader(std::span<const std::byte> bytes, const std::string& name);

}
