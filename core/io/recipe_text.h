#pragma once

#include "core/data/training_plan.h"

#include <string>

namespace spikeclip::io {

/// The recipe of a plan, "spikeclip-recipe/1": a complete JSON document, so that `spikeclip train` can repeat and continue what the window began. Its paths are absolute.
std::string recipeText(const data::TrainingPlan& plan);

/// The plan that a recipe came from, to begin another like it; recipes written by hand, of several stages or data sets, have none.
///
/// Errors  Error(RecipeBroken, what)
data::TrainingPlan planOf(const std::string& recipe);

}
