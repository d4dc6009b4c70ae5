#pragma once

#include "core/data/training_plan.h"

#include <string>

namespace spikeclip::io {

/// The recipe of a plan, "spikeclip-recipe/1": a complete JSON document, so that `spikeclip train` can repeat and continue what the window began. Its paths are absolute.
///
/// A choice of one kind of training only (`teacher`, `klWeight`, `angleGate`, `rateWeight`) is written for that kind, because a trainer would heed it elsewhere, too.
/// Errors  Error(BadValue, what) for a path that is not absolute or no UTF-8, or a number that no recipe may have. `initialModel` and `labelFile` may be empty
std::string recipeText(const data::TrainingPlan& plan);

/// The plan that a recipe came from, to begin another like it; recipes written by hand, of several stages or data sets, have none. Gives back exactly what recipeText() was given, choices
/// that its kind of training does not know as they usually are.
///
/// Errors  Error(RecipeBroken, what)
data::TrainingPlan planOf(const std::string& recipe);

}
