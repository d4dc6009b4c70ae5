#pragma once

#include "core/data/precision.h"
#include "core/nn/lif.h"

#include <ATen/core/Tensor.h>

namespace spikeclip::nn {

/// One layer of neurons with what stands before and behind it: batch normalisation, 3x3 max-pool of stride 2, neurons, synapses.
struct SpikingLayer
{
    const BatchNorm* norm = nullptr; ///< null: none, and then no pool
    bool pooled = false;
    int steps = 1;
    bool constantInput = false;      ///< every step sees the same input
    data::LifOptions lif;
    bool training = false;
    Precision precision = Precision::Float32;
};

/// From current to current. Between them spikes exist only as bits; synapses add the weights of inputs that fire, forwards and for the
/// gradient of the weights. CPU, float and double; equal to the plain composition up to the order of addition, which `nn_test` checks.
/// In mixed precision the result is bfloat16 and x may be; between them neurons and statistics are computed in float.
///
/// Shape   x [T * B, C, H, W], or [B, C, H, W] with `constantInput`; weight [D, C, 3, 3] (padding 1) or [D, C]; bias [D] or undefined
///         ->  [T * B, D, H', W'], channels side by side in memory
/// `spikes`: receives their number, a scalar with its graph; null: nobody counts
at::Tensor spikingLayer(const at::Tensor& x, const SpikingLayer& layer, const at::Tensor& weight, const at::Tensor& bias, at::Tensor* spikes = nullptr);

/// The ANN twin's counterpart: normalisation, the same pool, rectifiers, convolution.
struct RectifiedLayer
{
    const BatchNorm& norm;
    bool pooled = false;
    bool training = false;
    Precision precision = Precision::Float32;
};

/// Shape and types  as above, without steps and bias
at::Tensor rectifiedLayer(const at::Tensor& x, const RectifiedLayer& layer, const at::Tensor& weight);

/// Attention without softmax, scale * (q k^T) v for each head. CPU, float and double.
///
/// Shape   spikes [T * B, 3 D, H, W]: queries, keys, values; head h owns channels h * D / heads ... of each  ->  [T * B, D, H, W]
at::Tensor spikingAttention(const at::Tensor& spikes, int heads, double scale);

}
