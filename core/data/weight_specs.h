#pragma once

#include "core/data/model_config.h"

#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace spikeclip::data {

/// What a weight is, which decides how it starts, whether it learns, and how the self-check fills it.
enum class WeightRole {
    Weight,      ///< of a convolution or linear layer
    Bias,
    NormWeight,
    NormBias,
    RunningMean,
    RunningVariance,
    Count,       ///< batches seen by a normalisation, int64
    TimeWeights, ///< [1, T, 1]
    Embedding,
    Table,       ///< frozen int8 words
    TableScale,  ///< frozen, one number a word
};

/// One entry of a state dict. Keys are the reference's (`algorithm.md` 2.4); a test lists them.
struct WeightSpec
{
    std::string key;
    std::vector<std::int64_t> shape;
    WeightRole role = WeightRole::Weight;
    std::int64_t fanIn = 0; ///< of the layer, for a bias too

    bool learns() const;
    std::int64_t numbers() const; ///< product of the shape
};

/// What an encoder of a configuration consists of, in the order of the reference's state dict.
std::vector<WeightSpec> imageWeights(const ImageConfig& config);
std::vector<WeightSpec> twinWeights(const ImageConfig& config);
std::vector<WeightSpec> textWeights(const TextConfig& config);

/// Trainable numbers.
std::int64_t parameterCount(const std::vector<WeightSpec>& specs);

/// Errors  Error(CheckpointForeign) unless exactly the keys and shapes of `specs` are present
void checkShapes(const std::map<std::string, std::vector<std::int64_t>>& shapes, const std::vector<WeightSpec>& specs);

}
