#pragma once

#include "core/data/image.h"
#include "core/data/model_config.h"

#include <vector>

namespace spikeclip::io {

/// What the network is given, twice: for the eye and for the first layer.
struct NetworkInput
{
    data::ImagePtr shown;      ///< imageSize x imageSize pixels
    std::vector<float> values; ///< [C, H, W], (shown / 255 - mean) / deviation of each channel
};

/// A photograph as the network sees it. Filters that shrink are antialiased, as the model was trained. A picture that is imageSize x imageSize already
/// passes unchanged.
///
/// Area    the shortest side becomes imageSize, each pixel the mean of what it covers (bicubic where it is enlarged); centre crop
/// Clip    the 224 pixels of clipPixels224(), from which imageSize are taken by bilinear interpolation without antialiasing: of 224 to 32 exactly
///         every 7th pixel from the 4th
/// Errors  Error(BadValue) for an empty picture, an imageSize below 1 or a number of channels other than 3
/// Source  `algorithm.md` 4.7
NetworkInput networkInput(const data::Image& image, const data::ImageConfig& config, const data::Preprocess& preprocess);

/// CLIP's preprocessing: shortest side to 224 by Pillow's bicubic filter, centre crop, normalised with CLIP's mean and deviation.
///
/// Shape   [3, 224, 224]
/// Errors  Error(BadValue) for an empty picture
/// Source  `algorithm.md` 4.7; values of the reference preprocessing to 1e-6
std::vector<float> clipPixels224(const data::Image& image);

}
