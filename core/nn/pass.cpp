#include "core/nn/pass.h"

#include "core/nn/fused.h"
#include "core/nn/spiking_layer.h"

#include <ATen/ATen.h>
#include <ATen/core/grad_mode.h>

#include <optional>

namespace spikeclip::nn {

BatchNorm Pass::norm(const std::string& name) const
{
    return {.weight = m_weights[name + ".weight"],
            .bias = m_weights[name + ".bias"],
            .runningMean = m_weights[name + ".running_mean"],
            .runningVariance = m_weights[name + ".running_var"],
            .peers = m_options.peers};
}

at::Tensor Pass::normalise(const at::Tensor& x, const std::string& name, std::int64_t repeats) const
{
    if (m_options.training)
        m_weights[name + ".num_batches_tracked"].add_(1);
    return batchNorm(whole(x), norm(name), m_options.training, m_options.path, repeats);
}

at::Tensor Pass::fire(const at::Tensor& x, const std::string& normName, const NeuronSite& site, const data::LifOptions& lif, bool constantInput) const
{
    const bool split = m_options.observer && m_options.observer->wantsCurrent();
    if (!normName.empty() && !split) {
        if (m_options.training)
            m_weights[normName + ".num_batches_tracked"].add_(1);
        const auto spikes = counted(normFire(x, norm(normName), m_steps, constantInput, lif, m_options.training, m_options.path));
        return m_options.observer ? m_options.observer->fired(site, spikes, {}) : spikes;
    }
    const auto current = normName.empty() ? x : normalise(x, normName, constantInput ? m_steps : 1);
    const auto spikes = counted(nn::fire(current, m_steps, constantInput, lif, m_options.path));
    if (!m_options.observer)
        return spikes;
    const auto repeated = split && constantInput ? current.unsqueeze(0).expand_as(spikes.unflatten(0, {m_steps, -1})).flatten(0, 1) : current;
    return m_options.observer->fired(site, spikes, split ? repeated : at::Tensor());
}

at::Tensor Pass::layer(const at::Tensor& x, const std::string& normName, bool pooled, const NeuronSite& site, const data::LifOptions& lif,
                       bool constantInput, const Synapses& synapses) const
{
    const auto& [synapseSite, weight, bias] = synapses;
    if (closed()) {
        SpikingLayer layer{.pooled = pooled,
                           .steps = m_steps,
                           .constantInput = constantInput,
                           .lif = lif,
                           .training = m_options.training,
                           .precision = m_options.precision};
        std::optional<BatchNorm> state;
        if (!normName.empty()) {
            layer.norm = &state.emplace(norm(normName));
            if (m_options.training)
                m_weights[normName + ".num_batches_tracked"].add_(1);
        }
        if (!m_options.tally)
            return spikingLayer(x, layer, weight, bias);
        at::Tensor spikes;
        const auto y = spikingLayer(x, layer, weight, bias, &spikes);
        const auto samples = x.size(0) * (constantInput ? m_steps : 1); // of all steps
        m_options.tally->add(spikes, static_cast<double>(samples * site.channels * site.height * site.width));
        return y;
    }
    const auto current = pooled ? at::max_pool2d(normalise(x, normName, constantInput ? m_steps : 1), 3, 2, 1) : x;
    const auto spikes = fire(current, pooled ? "" : normName, site, lif, constantInput);
    connected(synapseSite);
    return weight.dim() == 4 ? convolution(spikes, weight, bias, 1) : convolution(spikes, weight.unsqueeze(-1).unsqueeze(-1), bias, 0);
}

at::Tensor Pass::rectified(const at::Tensor& x, const std::string& normName, bool pooled, const at::Tensor& weight) const
{
    if (closed()) {
        if (m_options.training)
            m_weights[normName + ".num_batches_tracked"].add_(1);
        return rectifiedLayer(x, {.norm = norm(normName), .pooled = pooled, .training = m_options.training, .precision = m_options.precision},
                              weight);
    }
    auto y = normalise(x, normName);
    if (pooled)
        y = at::max_pool2d(y, 3, 2, 1);
    return convolution(at::relu(y), weight, {}, 1);
}

at::Tensor Pass::fireTogether(const at::Tensor& x, const std::vector<std::string>& normNames, const data::LifOptions& lif) const
{
    const auto together = [&](const char* part) {
        std::vector<at::Tensor> tensors;
        for (const auto& name : normNames)
            tensors.push_back(m_weights[name + part]);
        return at::cat(tensors);
    };
    const auto weight = together(".weight"), bias = together(".bias"), mean = together(".running_mean"), variance = together(".running_var");
    const BatchNorm norm{.weight = weight, .bias = bias, .runningMean = mean, .runningVariance = variance, .peers = m_options.peers};
    const auto spikes = counted(normFire(whole(x), norm, m_steps, false, lif, m_options.training, m_options.path));
    if (!m_options.training)
        return spikes;
    at::NoGradGuard quiet;
    std::int64_t first = 0;
    for (const auto& name : normNames) {
        const auto& own = m_weights[name + ".running_mean"];
        own.copy_(mean.narrow(0, first, own.numel()));
        m_weights[name + ".running_var"].copy_(variance.narrow(0, first, own.numel()));
        m_weights[name + ".num_batches_tracked"].add_(1);
        first += own.numel();
    }
    return spikes;
}

at::Tensor Pass::convolution(const at::Tensor& x, const at::Tensor& weight, const at::Tensor& bias, std::int64_t padding) const
{
    return at::conv2d(factor(x), factor(weight), factor(bias), 1, padding).to(x.scalar_type());
}

at::Tensor Pass::firstConvolution(const at::Tensor& pictures, const at::Tensor& weight) const
{
    return closed() ? at::conv2d(factor(pictures), factor(weight), {}, 1, 1) : convolution(pictures, weight, {}, 1);
}

at::Tensor Pass::linear(const at::Tensor& x, const std::string& layer) const
{
    return at::linear(factor(x), factor(m_weights[layer + ".weight"]), factor(m_weights[layer + ".bias"])).to(x.scalar_type());
}

/// Spikes are exact in bfloat16, and with the exponents of float32 gradients need no scaling.
at::Tensor Pass::factor(const at::Tensor& x) const
{
    return m_options.precision == Precision::Mixed && x.defined() ? x.to(at::kBFloat16) : x;
}

at::Tensor Pass::quickGelu(const at::Tensor& x) const
{
    return closed() ? fusedQuickGelu(x) : x * at::sigmoid(1.702 * x);
}

/// What a closed layer left in bfloat16, for those that compute in float.
at::Tensor Pass::whole(const at::Tensor& x) const
{
    return x.scalar_type() == at::kBFloat16 ? x.to(at::kFloat) : x;
}

at::Tensor Pass::counted(const at::Tensor& spikes) const
{
    if (m_options.tally)
        m_options.tally->add(spikes.sum().to(at::kDouble), static_cast<double>(spikes.numel()));
    return spikes;
}

void Pass::connected(const SynapseSite& site) const
{
    if (m_options.observer)
        m_options.observer->connected(site);
}

at::Tensor Pass::readout(const at::Tensor& features, const std::string& layer) const
{
    const auto timeWeights = m_weights["weights_tensor"].select(2, 0).select(0, 0).narrow(0, 0, m_steps).view({m_steps, 1, 1});
    const auto prefixes = (features * timeWeights).cumsum(0); // [T, B, D]
    return linear(prefixes, layer);
}

void SpikeTally::add(const at::Tensor& more, double moreChances)
{
    spikes = spikes.defined() ? spikes + more : more;
    chances += moreChances;
}

at::Tensor SpikeTally::rate() const { return spikes / chances; }

ForwardOptions onDeviceOf(const at::Tensor& x, ForwardOptions options)
{
    if (!x.device().is_cpu())
        options.path = Path::Plain;
    return options;
}

at::Tensor normalised(const at::Tensor& vectors)
{
    return vectors / vectors.norm(2, -1, true).clamp_min(1e-8);
}

}
