#pragma once

#include <ATen/core/Tensor.h>

namespace spikeclip::train {

/// 1 - cos, averaged. Source: `algorithm.md` 4.1
///
/// Shape   features [..., E], targets [..., E] or broadcast to it  ->  scalar
at::Tensor alignment(const at::Tensor& features, const at::Tensor& targets);

/// scale * cos(feature, label vector). Label vectors are unit vectors.
///
/// Shape   features [..., E], labelVectors [C, E], scale scalar  ->  [..., C]
at::Tensor logits(const at::Tensor& features, const at::Tensor& labelVectors, const at::Tensor& scale);

/// Mean over all rows, with label smoothing.
///
/// Shape   logits [..., B, C], labels [B]  ->  scalar
at::Tensor crossEntropy(const at::Tensor& logits, const at::Tensor& labels, double smoothing);

/// KL(teacher || student), mean over all rows. The reference sums over the batch (`algorithm.md` 4.4), which ties its weight to the
/// batch size; here the weight of a recipe means the same for every batch.
///
/// Shape   student [..., B, C], teacher [B, C], both before the softmax  ->  scalar
at::Tensor divergence(const at::Tensor& student, const at::Tensor& teacher);

}
