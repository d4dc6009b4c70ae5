#pragma once

#include "core/nn/kernels.h"

#include <ATen/core/Tensor.h>

/// Products with binary inputs kept as bits: weights of firing inputs are added, silent ones cost nothing. Where so many fire that
/// multiplying by zeros is faster, LibTorch does that. Rows as in `fused_parts.h`; no graph.
namespace spikeclip::nn {

/// How many threads share a loop makes no difference to a result.
///
/// Shape   bits [images * positions, words]; weight [outputs, inputs] or [outputs, inputs, 3, 3]; bias [outputs] or undefined
///         ->  [images, height, width, outputs]
at::Tensor synapses(const SynapseShape& shape, const at::Tensor& bits, const at::Tensor& weight, const at::Tensor& bias);

/// Shape   grad [images, height, width, outputs]  ->  that of the weight
at::Tensor weightGradient(const SynapseShape& shape, const at::Tensor& bits, const at::Tensor& grad);

/// The gradient by the inputs. Every one of them has one, so nothing can be skipped.
///
/// Shape   grad [images, height, width, outputs]  ->  [images, height, width, inputs]
at::Tensor inputGradient(const SynapseShape& shape, const at::Tensor& weight, const at::Tensor& grad);

/// The same products with inputs that are numbers, [images, height, width, inputs].
at::Tensor denseSynapses(const SynapseShape& shape, const at::Tensor& inputs, const at::Tensor& weight, const at::Tensor& bias);
at::Tensor denseGradient(const SynapseShape& shape, const at::Tensor& inputs, const at::Tensor& grad);

/// Share of inputs that fire, in [0, 1].
double firingRate(const SynapseShape& shape, const at::Tensor& bits);

/// Which way a product takes. `Auto` decides by the rate; the others are for tests and measurements.
enum class Product { Auto, Event, Dense };
at::Tensor synapses(const SynapseShape& shape, const at::Tensor& bits, const at::Tensor& weight, const at::Tensor& bias, Product product);
at::Tensor weightGradient(const SynapseShape& shape, const at::Tensor& bits, const at::Tensor& grad, Product product);

}
