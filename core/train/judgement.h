#pragma once

#include "core/data/training.h"
#include "core/model.h"
#include "core/train/picture_data.h"

#include <ATen/core/Tensor.h>

#include <cstdint>
#include <span>
#include <stop_token>
#include <vector>

namespace spikeclip::train {

/// How each layer of neurons of the spiking image encoder fares on some pictures, and what a picture costs. Stage and step are left for the caller.
///
/// Errors  Error(PartMissing) without that encoder
data::HealthPoint health(const Model& model, const PictureSet& set, std::span<const std::int64_t> indices, int steps, nn::Path path);

/// What a model takes some pictures for, with all its steps.
struct Judgement
{
    std::vector<int> leaders;        ///< index of the label with the highest score, one a picture
    std::vector<double> confidence;  ///< softmax of the leader among the labels, in [0, 1]
    std::vector<double> top1PerStep; ///< [T]
};

/// `labels`: what the model may choose from.
///
/// Errors  Error(PartMissing); Stopped
Judgement judge(const Model& model, const PictureSet& set, std::span<const std::int64_t> indices, const std::vector<std::string>& labels, nn::Path path, std::stop_token stop);

}
