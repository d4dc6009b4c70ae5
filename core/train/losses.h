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

/// Which labels a label's smoothing goes to: softmax(sharpness * cosine) over all others. So a cat may look a little like a dog, but not like a truck, and what has no picture
/// in training finds its place among what has.
///
/// Shape   labelVectors [C, E]  ->  [C, C], rows of sum 1 with 0 for themselves
at::Tensor similarLabels(const at::Tensor& labelVectors, double sharpness);

/// Mean over all rows, with label smoothing: towards `similar`, or towards all labels alike if it is undefined.
///
/// Shape   logits [..., B, C], labels [B], similar [C, C]  ->  scalar
at::Tensor crossEntropy(const at::Tensor& logits, const at::Tensor& labels, double smoothing, const at::Tensor& similar = {});

/// The fraction of rows whose label has the highest score. Shape   scores [B, C], labels [B]  ->  scalar, without a graph
at::Tensor recognised(const at::Tensor& scores, const at::Tensor& labels);

/// KL(teacher || student), mean over all rows. The reference sums over the batch (`algorithm.md` 4.4), which ties its weight to the
/// batch size; here the weight of a recipe means the same for every batch.
///
/// Shape   student [..., B, C], teacher [B, C], both before the softmax  ->  scalar
at::Tensor divergence(const at::Tensor& student, const at::Tensor& teacher);

}
