#pragma once

#include "core/data/image.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>

namespace spikeclip::io {

/// What is refused before anything is allocated for it.
struct PictureLimits
{
    std::int64_t pixels = 100'000'000;          ///< width * height
    std::uint64_t bytes = std::uint64_t{256} << 20; ///< of the file
};

/// Decodes a JPEG, PNG, BMP, TIFF or WebP picture, whatever its file name says: turned upright by its EXIF orientation (JPEG, PNG, WebP) or orientation
/// tag (TIFF), transparency over white, grey spread to three channels, 16 bits rounded to 8, CMYK converted. CMYK JPEGs count as inverted, Adobe's
/// custom, with or without Adobe's mark, as in browsers. Colour profiles are not applied. Of several pages the first is taken.
///
/// Errors  Error(PictureBroken) if empty, damaged or cut off, such as a JPEG without its end marker; Error(PictureTooLarge) beyond the limits, read
///         from the header before decoding; Error(PictureUnsupported) naming any other format; Error(OutOfMemory)
/// Source  JPEG ITU-T T.81, PNG (W3C), TIFF 6.0, EXIF 2.32 orientation, RFC 9649 (WebP)
data::Image decodePicture(std::span<const std::byte> bytes, const std::string& name, const PictureLimits& limits = {});

/// Reads and decodes a file.
///
/// Errors  those of decodePicture(); Error(FileMissing); Error(FileUnreadable)
data::Image readPicture(const std::string& path, const PictureLimits& limits = {});

/// A copy that fits into the given size with its proportions kept, each pixel the mean of those it covers. Never enlarged; never less than one pixel.
///
/// Units   pixels, at least 1
/// Errors  Error(BadValue) for a size below 1 or an empty picture
data::Image scaledToFit(const data::Image& image, int maxWidth, int maxHeight);

}
