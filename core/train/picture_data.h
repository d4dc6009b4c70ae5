#pragma once

#include "core/data/data_survey.h"
#include "core/data/model_config.h"
#include "core/train/augmentation.h"
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
    PictureSet validation;                        ///< the last pictures of each class of each source
    std::vector<std::string> validationNames;     ///< where each came from, as io::readSample understands it
    std::vector<data::BrokenSample> broken;       ///< pictures that could not be read
    std::int64_t heldOut = 0;                     ///< pictures left out because of their label
    std::int64_t lonely = 0;                      ///< classes of one picture: learnt, never judged
};

/// How many pictures a recipe has, without opening one.
struct PictureCounts
{
    std::int64_t train = 0; ///< repeated ones as often as they count
    std::int64_t validation = 0;
    std::int64_t files = 0; ///< to decode
    std::vector<std::string> labels;
};

/// Errors  those of io::listSamples(); Error(DataMissing) if nothing is left to train on
PictureCounts countPictures(const Recipe& recipe, const std::string& dataRoot);

/// Reads, decodes and shrinks everything, so that data that vanish later do no harm. Pictures of held-out labels are not even opened. One bad picture does not end a run;
/// where most are, something else is wrong.
///
/// Errors  as countPictures(); Error(DataMissing) if more than half of the pictures could not be read; Stopped
PictureData loadPictures(const Recipe& recipe, const data::ModelConfig& model, const std::string& dataRoot, const std::function<void(double)>& progress, std::stop_token stop);

/// What leaves a picture as it is.
inline constexpr Augmentation untouched{.shift = false};

/// Pictures of `indices` as the network's input, varied and normalised. What happens to one depends on seed, position and nothing else.
///
/// Shape   -> [B, 3, S, S] float32
at::Tensor pictureBatch(const PictureSet& set, std::span<const std::int64_t> indices, const data::Preprocess& preprocess, const Augmentation& augmentation,
                        std::uint64_t seed, std::uint64_t firstPosition);

}
