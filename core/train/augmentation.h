#pragma once

#include "core/data/model_config.h"

#include <cstdint>

namespace spikeclip::train {

/// How pictures are varied while they are learnt from. Every choice depends on seed and position and on nothing else.
struct Augmentation
{
    bool shift = true;  ///< by up to an eighth of the side (the rim shows the mean colour), and mirrored half of the time
    double zoom = 0;    ///< the cut-out is as small as 1 - zoom of the side, in [0, 0.9]; it is enlarged from the side x side pixels that the network sees, so it is
                        ///< blurred, and what has learnt from blurred pictures alone knows sharp ones less well
    double colour = 0;  ///< brightness, contrast and saturation change by up to this factor, in [0, 0.9]
    double erase = 0;   ///< share of pictures of which a square of a quarter to half of the side is blanked

    bool any() const { return shift || resamples() || erase > 0; }
    bool resamples() const { return zoom > 0 || colour > 0; }
    friend bool operator==(const Augmentation&, const Augmentation&) = default;
};

/// One picture as the network's input, varied and normalised.
///
/// Shape   pixels [3, side, side]  ->  out [3, side, side], which holds zeros (the mean colour) before
void varied(const std::uint8_t* pixels, std::int64_t side, const data::Preprocess& preprocess, const Augmentation& augmentation, std::uint64_t seed,
            std::uint64_t position, float* out);

}
