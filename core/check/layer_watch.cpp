#include "core/check/layer_watch.h"

#include "core/data/outcome.h"

#include <ATen/ATen.h>

namespace spikeclip::check {

at::Tensor SpikeCounter::fired(const nn::NeuronSite& site, const at::Tensor& spikes, const at::Tensor&)
{
    counts[site.name] = spikes.detach().reshape({m_steps, -1}).sum(1, false, at::kDouble);
    return spikes;
}

at::Tensor Tracer::fired(const nn::NeuronSite& site, const at::Tensor& spikes, const at::Tensor& current)
{
    layers.push_back({site.name, current.unflatten(0, {m_steps, -1}), spikes.unflatten(0, {m_steps, -1}).ne(0)});
    return m_counter.fired(site, spikes, current);
}

at::Tensor Comparer::fired(const nn::NeuronSite& site, const at::Tensor& spikes, const at::Tensor&)
{
    const auto place = layers.size();
    if (place >= m_trace.size() || m_trace[place].name != site.name)
        throw Error(ErrorCode::Internal, "self-check: the layer " + site.name + " is not where the other pass had it");
    const auto& expected = m_trace[place];
    const auto found = spikes.ne(0).view_as(expected.spikes); // [T, B, ...]

    // Each decision is judged from the state that this pass's own earlier spikes left behind: after a tie that fell the other way the
    // reset differs, and what follows from it is neither excused nor held against the layer.
    Layer layer{.name = site.name, .different = found.ne(expected.spikes).sum().item<std::int64_t>()};
    if (layer.different > 0) {
        auto potential = at::zeros_like(expected.current[0]); // [B, ...]
        for (std::int64_t t = 0; t < found.size(0); ++t) {
            const auto charged = potential + (expected.current[t] - potential) / m_tau; // H of `algorithm.md` 3.1
            const auto above = charged - site.threshold;
            layer.unexplained += found[t].ne(above.ge(0)).logical_and(above.abs().le(m_margin).logical_not()).sum().item<std::int64_t>();
            potential = charged.masked_fill(found[t], 0);
        }
    }
    layers.push_back(layer);
    return m_teaches ? expected.spikes.to(spikes.scalar_type()).view_as(spikes) : spikes;
}

}
