#pragma once

#include "core/nn/encoders.h"
#include "core/nn/observer.h"

#include <ATen/core/Tensor.h>

#include <string>
#include <vector>

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

    /// x in the type that products are computed in.
    at::Tensor factor(const at::Tensor& x) const;

    /// Products with weights: in the precision of the pass, their result in the type of x.
    ///
    /// Shape   those of at::conv2d (stride 1) and at::linear
    at::Tensor convolution(const at::Tensor& x, const at::Tensor& weight, const at::Tensor& bias, std::int64_t padding) const;
    at::Tensor linear(const at::Tensor& x, const std::string& layer) const;

    /// The convolution of padding 1 that a stem begins with, in the type that a closed pass keeps its currents in.
    at::Tensor firstConvolution(const at::Tensor& pictures, const at::Tensor& weight) const;

    /// Normalisation, 3x3 max-pool of stride 2 if `pooled`, rectifiers, convolution of padding 1.
    at::Tensor rectified(const at::Tensor& x, const std::string& normName, bool pooled, const at::Tensor& weight) const;

    /// x * sigmoid(1.702 x)
    at::Tensor quickGelu(const at::Tensor& x) const;

    /// Neurons on x; with `normName` on the normalised x.
    at::Tensor fire(const at::Tensor& x, const std::string& normName, const NeuronSite& site, const data::LifOptions& lif, bool constantInput) const;

    /// Whether layers may be computed as a whole: on the fused path when nobody watches them from inside.
    bool closed() const { return m_options.path == Path::Fused && !m_options.observer; }

    /// The synapses behind a layer of neurons.
    struct Synapses
    {
        SynapseSite site;
        at::Tensor weight; ///< [D, C, 3, 3] or [D, C]
        at::Tensor bias;   ///< [D] or undefined
    };

    /// Normalisation unless `normName` is empty, 3x3 max-pool of stride 2 if `pooled`, neurons, synapses.
    at::Tensor layer(const at::Tensor& x, const std::string& normName, bool pooled, const NeuronSite& site, const data::LifOptions& lif,
                     bool constantInput, const Synapses& synapses) const;

    /// Neurons on x, whose channels are those of several normalisations, one behind the other. Only for a closed pass.
    at::Tensor fireTogether(const at::Tensor& x, const std::vector<std::string>& normNames, const data::LifOptions& lif) const;

    void connected(const SynapseSite& site) const;

    /// Weighted prefix sums over the steps, then the last linear layer.
    ///
    /// Shape   features [T, B, D]  ->  [T, B, E]
    at::Tensor readout(const at::Tensor& features, const std::string& layer) const;

private:
    at::Tensor whole(const at::Tensor& x) const;

    /// Spikes as they are, counted if somebody counts.
    at::Tensor counted(const at::Tensor& spikes) const;

    const Weights& m_weights;
    const ForwardOptions& m_options;
    int m_steps;
};

/// The path that the tensor's device allows.
ForwardOptions onDeviceOf(const at::Tensor& x, ForwardOptions options);

}
