#pragma once

#include "core/text/word_table.h"
#include "core/train/recipe.h"

#include <string>
#include <vector>

namespace spikeclip::train {

/// `recipe.distractors` nouns of the recipe's text source, chosen by its seed: words that people may type, so that a picture learns to lie nearer to its own label than to
/// any of them. Labels, held-out labels and nouns with unknown words are not among them.
///
/// Errors  Error(DataMissing) if there are fewer; those of reading the source
std::vector<std::string> chooseDistractors(const Recipe& recipe, const std::string& dataRoot, const text::WordTable& words, const std::vector<std::string>& labels);

}
