#pragma once

#include <span>
#include <vector>

namespace spikeclip {

/// One vector of the joint space, divided by its length.
using UnitVector = std::vector<float>;

/// A vector divided by its length (at least 1e-8, as the reference).
UnitVector normalised(std::span<const float> vector);

/// The cosine of two unit vectors: their dot product, added in double.
double cosine(std::span<const float> a, std::span<const float> b);

}
