#pragma once

#include "core/nn/weights.h"

#include <ATen/core/Tensor.h>

#include <map>
#include <string>
#include <vector>

namespace spikeclip::train {

/// Adam with decoupled weight decay. Own, because its state travels as named tensors in the run's safetensors file and must be the same under
/// every LibTorch.
///
/// Source  Loshchilov and Hutter, 2019, algorithm 2; betas 0.9 and 0.999, epsilon 1e-8
class AdamW
{
public:
    struct Parameter
    {
        std::string name;
        at::Tensor value;
        bool decays = true;
    };

    AdamW(std::vector<Parameter> parameters, double weightDecay);

    /// Length of the whole gradient before clipping to `largestNorm` (0: no clipping); then one update.
    double step(double learningRate, double largestNorm);
    void clearGradients();

    std::map<std::string, at::Tensor> state() const; ///< "first.NAME" and "second.NAME"
    void restore(const std::map<std::string, at::Tensor>& state, std::int64_t updates);
    std::int64_t updates() const { return m_updates; }

private:
    struct Moments
    {
        at::Tensor first;
        at::Tensor second;
    };
    std::vector<Parameter> m_parameters;
    std::vector<Moments> m_moments;
    double m_weightDecay;
    std::int64_t m_updates = 0;
};

/// The learnable tensors of one encoder under `prefix`; only weights and embeddings decay.
std::vector<AdamW::Parameter> learnable(const nn::Weights& weights, const std::vector<nn::WeightSpec>& specs, const std::string& prefix);

}
