#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <vector>

namespace spikeclip::data {

/// An upright, opaque 8-bit sRGB picture: rows from the top, pixels interleaved R, G, B, no padding.
struct Image
{
    int width = 0;                    ///< pixels
    int height = 0;                   ///< pixels
    std::vector<std::uint8_t> pixels; ///< height * width * 3 bytes

    bool empty() const { return pixels.empty(); }
    const std::uint8_t* row(int y) const { return pixels.data() + static_cast<std::size_t>(y) * static_cast<std::size_t>(width) * 3; }
    friend bool operator==(const Image&, const Image&) = default;
};

using ImagePtr = std::shared_ptr<const Image>;

}
