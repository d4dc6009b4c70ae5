#include "core/train/gradient_angle.h"

#include <ATen/ATen.h>
#include <torch/csrc/autograd/autograd.h>

#include <algorithm>
#include <cmath>
#include <numbers>

namespace spikeclip::train {

namespace {

/// Shape   -> [all numbers], zeros where nothing depends
at::Tensor flatGradient(const at::Tensor& loss, const std::vector<at::Tensor>& inputs)
{
    const auto gradients = torch::autograd::grad({loss}, inputs, {}, /*retain_graph=*/true, /*create_graph=*/false, /*allow_unused=*/true);
    std::vector<at::Tensor> flat;
    for (std::size_t i = 0; i < inputs.size(); ++i)
        flat.push_back((gradients[i].defined() ? gradients[i] : at::zeros_like(inputs[i])).flatten());
    return at::cat(flat);
}

}

double gradientAngle(const at::Tensor& a, const at::Tensor& b, const std::vector<AdamW::Parameter>& parameters, const std::function<void(at::Tensor&)>& sum)
{
    std::vector<at::Tensor> inputs;
    for (const auto& parameter : parameters)
        inputs.push_back(parameter.value);
    auto first = flatGradient(a, inputs), second = flatGradient(b, inputs);
    if (sum) {
        sum(first);
        sum(second);
    }
    const auto direction = [](const at::Tensor& gradient) { return gradient / gradient.norm().clamp_min(1e-30); }; // the product of two lengths may be too short for a float
    const auto cosine = direction(first).dot(direction(second)).item<double>();
    return std::acos(std::clamp(cosine, -1.0, 1.0)) * 180 / std::numbers::pi;
}

}
