#pragma once

#include "core/data/image.h"

namespace spikeclip::io {

enum class Filter {
    Bicubic, ///< a = -0.5, widened by the factor of shrinking, with the 8-bit arithmetic of Pillow
    Area,    ///< the mean of what a pixel covers; for shrinking only
};

/// Scales a picture so that its shortest side is `side` and keeps the square in the middle. Only that square is ever computed, so a very long picture
/// costs no more than a square one.
///
/// Errors  Error(BadValue) for an empty picture or side < 1
/// Source  separable convolution as in Pillow's `Image.resize` (MIT-CMU licence, algorithm only); bicubic kernel: Keys 1981
data::Image shortestSideTo(const data::Image& image, int side, Filter filter);

}
