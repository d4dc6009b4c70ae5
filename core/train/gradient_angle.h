#pragma once

#include "core/train/optimizer.h"

#include <ATen/core/Tensor.h>

#include <functional>
#include <vector>

namespace spikeclip::train {

/// The angle between the gradients of two losses by all parameters that depend on either, in degrees, and none of them kept. Both graphs stay.
///
/// `sum`: adds up over all processes that share the batch; empty for one
/// Source  `algorithm.md` 4.4, "gradient-angle gate"
double gradientAngle(const at::Tensor& a, const at::Tensor& b, const std::vector<AdamW::Parameter>& parameters, const std::function<void(at::Tensor&)>& sum = {});

}
