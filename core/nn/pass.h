#pragma once

#include "core/nn/encoders.h"
#include "core/nn/observer.h"

#include <string>

/// What the encoders share inside one forward pass.
namespace spikeclip::nn {

/// Looks up layers by name and tells the observer what happens.
class Pass
{
public:
    Pass(const Weights& weights, const ForwardOptions& options, int steps) : m_weights(weights), m_options(options), m_steps(steps) {}

    int steps() const { return m_steps; }
    const at::Tensor& weight(const std::string& key) const { return m_weights[key]; }

    BatchNorm norm(const std::string& name) const;
    at::Tensor normalise(const at::Tensor& x, const std::string& name, std::int64_t repeats = 1) const;

    /// Neurons on x; with `normName` on the normalised x.
    at::Tensor fire(const at::Tensor& x, const std::string& normName, const NeuronSite& site, const data::LifOptions& lif, bool constantInput) const;

    void connected(const SynapseSite& site) const;

    /// Weighted prefix sums over the steps, then the last linear layer.
    ///
    /// Shape   features [T, B, D]  ->  [T, B, E]
    at::Tensor readout(const at::Tensor& features, const std::string& layer) const;

private:
    const Weights& m_weights;
    const ForwardOptions& m_options;
    int m_steps;
};

/// The path that the tensor's device allows.
ForwardOptions onDeviceOf(const at::Tensor& x, ForwardOptions options);

}
