#pragma once

#include "core/data/model_config.h"
#include "core/train/recipe.h"

#include <ATen/core/Tensor.h>

#include <functional>
#include <span>
#include <stop_token>
#include <string>
#include <vector>

namespace spikeclip::train {

/// Pictures as the network sees them, in memory.
struct PictureSet
{
    at::Tensor pixels; ///< [N, 3, S, S] uint8
    at::Tensor labels; ///< [N] int64, index into `PictureData::labels`

    std::int64_t size() const { return pixels.defined() ? pixels.size(0) : 0; }
};

/// All training data of a recipe.
struct PictureData
{
    std::vector<std::string> labels; ///< of all sources; equal names of different sources are one label
    PictureSet train;
    PictureSet validation;           ///< the last pictures of each class of each source
    std::vector<std::string> broken; ///< files that could not be read
    std::int64_t heldOut = 0;        ///< pictures left out because of their label
};

/// Reads, decodes and shrinks everything. Pictures of held-out labels are not even opened.
///
/// Errors  Error(DataMissing) if nothing is left to train on
PictureData loadPictures(const Recipe& recipe, const std::string& dataRoot, const std::function<void(double)>& progress, std::stop_token stop);

/// Pictures of `indices` as the network's input, normalised. With `augment` each is shifted by up to an eighth of its side (the rim shows
/// the mean colour) and mirrored half of the time; the choice depends on seed, position and nothing else.
///
/// Shape   -> [B, 3, S, S] float32
at::Tensor pictureBatch(const PictureSet& set, std::span<const std::int64_t> indices, const data::Preprocess& preprocess, bool augment,
                        std::uint64_t seed, std::uint64_t firstPosition);

}
