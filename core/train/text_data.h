#pragma once

#include "core/model.h"
#include "core/train/recipe.h"

#include <ATen/core/Tensor.h>

#include <string>
#include <vector>

namespace spikeclip::train {

/// Names with their targets in the joint space. Real names come first, pseudo-targets of nouns after them.
struct TextData
{
    std::vector<std::string> names; ///< only those all of whose words are known
    at::Tensor targets;             ///< [names, E] float32, centred and normalised
    std::int64_t real = 0;          ///< names with a target of their own
    std::int64_t unknown = 0;       ///< names and nouns left out because of an unknown word
};

/// Puts the frozen word table into the model: int8 rows with one scale each.
void installWords(Model& model, const TextSource& source, const std::string& dataRoot);

/// Reads the targets and extends them to nouns by kernel ridge regression from the word vectors.
///
/// A phrase is half the mean of its words plus half its last word, normalised; kernel exp(-gamma |a - b|^2). The targets' common part is
/// subtracted first. Source: `default-model.md`, "Text side: measured".
TextData loadText(const Model& model, const TextSource& source, const std::string& dataRoot);

/// Fresh text encoder around an installed word table.
nn::Weights freshTextWeights(const Model& model, std::uint64_t seed);

}
