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
    // All tensors at once: on a GPU some sixty of them would cost hundreds of launches a step.
    std::vector<at::Tensor> values, decaying, gradients, firsts, seconds;
    for (std::size_t i = 0; i < m_parameters.size(); ++i) {
        const auto& parameter = m_parameters[i];
        if (!parameter.value.grad().defined())
            continue;
        values.push_back(parameter.value);
        gradients.push_back(parameter.value.grad());
        firsts.push_back(m_moments[i].first);
        seconds.push_back(m_moments[i].second);
        if (parameter.decays)
            decaying.push_back(parameter.value);
    }
    ++m_updates;
    if (values.empty())
        return 0;
    const auto length = at::stack(at::_foreach_norm(gradients)).norm().item<double>();
    if (largestNorm > 0 && length > largestNorm)
        gradients = at::_foreach_mul(gradients, largestNorm / length);

    const auto correction1 = 1 - std::pow(beta1, static_cast<double>(m_updates));
    const auto correction2 = std::sqrt(1 - std::pow(beta2, static_cast<double>(m_updates)));
    at::_foreach_mul_(firsts, beta1);
    at::_foreach_add_(firsts, gradients, 1 - beta1);
    at::_foreach_mul_(seconds, beta2);
    at::_foreach_addcmul_(seconds, gradients, gradients, 1 - beta2);
    if (m_weightDecay > 0 && !decaying.empty())
        at::_foreach_mul_(decaying, 1 - learningRate * m_weightDecay);
    auto roots = at::_foreach_sqrt(seconds);
    at::_foreach_div_(roots, correction2);
    at::_foreach_add_(roots, epsilon);
    at::_foreach_addcdiv_(values, firsts, roots, -learningRate / correction1);
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
