#include "core/train/optimizer.h"

#include "core/data/outcome.h"

#include <ATen/ATen.h>
#include <ATen/core/grad_mode.h>

#include <cmath>

namespace spikeclip::train {

namespace {

constexpr double beta1 = 0.9;
constexpr double beta2 = 0.999;
constexpr double epsilon = 1e-8;

}

AdamW::AdamW(std::vector<Parameter> parameters, double weightDecay) : m_parameters(std::move(parameters)), m_weightDecay(weightDecay)
{
    for (const auto& parameter : m_parameters)
        m_moments.push_back({at::zeros_like(parameter.value), at::zeros_like(parameter.value)});
}

double AdamW::step(double learningRate, double largestNorm)
{
    at::NoGradGuard quiet;
    std::vector<at::Tensor> norms;
    for (const auto& parameter : m_parameters)
        if (parameter.value.grad().defined())
            norms.push_back(parameter.value.grad().norm());
    const auto length = norms.empty() ? 0.0 : at::stack(norms).norm().item<double>();
    const auto factor = largestNorm > 0 && length > largestNorm ? largestNorm / length : 1.0;

    ++m_updates;
    const auto correction1 = 1 - std::pow(beta1, static_cast<double>(m_updates));
    const auto correction2 = std::sqrt(1 - std::pow(beta2, static_cast<double>(m_updates)));
    for (std::size_t i = 0; i < m_parameters.size(); ++i) {
        auto& [name, value, decays] = m_parameters[i];
        auto& [first, second] = m_moments[i];
        if (!value.grad().defined())
            continue;
        const auto gradient = factor == 1.0 ? value.grad() : value.grad() * factor;
        first.mul_(beta1).add_(gradient, 1 - beta1);
        second.mul_(beta2).addcmul_(gradient, gradient, 1 - beta2);
        if (decays && m_weightDecay > 0)
            value.mul_(1 - learningRate * m_weightDecay);
        value.addcdiv_(first, second.sqrt().div_(correction2).add_(epsilon), -learningRate / correction1);
    }
    return length;
}

void AdamW::clearGradients()
{
    for (auto& parameter : m_parameters)
        parameter.value.mutable_grad().reset();
}

std::map<std::string, at::Tensor> AdamW::state() const
{
    std::map<std::string, at::Tensor> state;
    for (std::size_t i = 0; i < m_parameters.size(); ++i) {
        state["first." + m_parameters[i].name] = m_moments[i].first;
        state["second." + m_parameters[i].name] = m_moments[i].second;
    }
    return state;
}

void AdamW::restore(const std::map<std::string, at::Tensor>& state, std::int64_t updates)
{
    for (std::size_t i = 0; i < m_parameters.size(); ++i)
        for (const auto& [prefix, moment] : {std::pair{"first.", &m_moments[i].first}, std::pair{"second.", &m_moments[i].second}}) {
            const auto found = state.find(prefix + m_parameters[i].name);
            if (found == state.end() || found->second.sizes() != moment->sizes())
                throw Error(ErrorCode::CheckpointForeign, "the saved optimizer does not know " + m_parameters[i].name);
            moment->copy_(found->second);
        }
    m_updates = updates;
}

std::vector<AdamW::Parameter> learnable(const nn::Weights& weights, const std::vector<nn::WeightSpec>& specs, const std::string& prefix)
{
    std::vector<AdamW::Parameter> parameters;
    for (const auto& spec : specs)
        if (spec.learns())
            parameters.push_back({prefix + spec.key, weights[spec.key], spec.role == nn::Role::Weight || spec.role == nn::Role::Embedding});
    return parameters;
}

}
