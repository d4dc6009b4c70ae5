#pragma once

#include "core/data/model_config.h"
#include "core/data/precision.h"
#include "core/nn/lif.h"
#include "core/nn/weights.h"

#include <ATen/core/Tensor.h>

/// The three encoders. Each is a function of its weights: no state survives a call, so neurons start at rest every time.
namespace spikeclip::nn {

class Observer;
class Peers;

/// The spikes of all layers of neurons that a pass goes through, with their graph: what a penalty on firing is made of.
struct SpikeTally
{
    at::Tensor spikes;   ///< scalar, double; undefined before the first layer
    double chances = 0;  ///< neurons times steps times samples

    void add(const at::Tensor& more, double moreChances);
    at::Tensor rate() const; ///< spikes per neuron and step, over all layers: the mean firing rate
};

struct ForwardOptions
{
    int steps = 0;                ///< T; 0: all that the time weights are for
    bool training = false;        ///< batch statistics, updated running statistics
    Path path = Path::Fused;      ///< falls back to Plain off the CPU
    Precision precision = Precision::Float32;
    Observer* observer = nullptr; ///< not owned
    SpikeTally* tally = nullptr;  ///< every spike is counted here, too; not owned
    const Peers* peers = nullptr; ///< who learns from other samples of the same batch; not owned, must outlive the backward pass; null: nobody
};

/// The spiking image encoder. Source: `algorithm.md` 2.1.
class ImageEncoder
{
public:
    ImageEncoder(data::ImageConfig config, Weights weights);

    /// The answer for every number of steps at once: row t is the output when only steps 1 ... t + 1 count.
    ///
    /// Shape   pictures [B, 3, S, S]  ->  [T, B, E], not normalised
    /// Errors  Error(TooManySteps), Error(BadShape)
    at::Tensor forward(const at::Tensor& pictures, const ForwardOptions& options) const;

    /// Its two halves: what all layers of neurons make of the pictures, and the read-out, whose weights alone a head is.
    ///
    /// Shape   pictures [B, 3, S, S]  ->  features [T, B, D]  ->  [T, B, E]
    at::Tensor features(const at::Tensor& pictures, const ForwardOptions& options) const;
    at::Tensor readout(const at::Tensor& features, const ForwardOptions& options) const;

    const data::ImageConfig& config() const { return m_config; }
    const Weights& weights() const { return m_weights; }

private:
    void check(const at::Tensor& pictures) const;

    data::ImageConfig m_config;
    Weights m_weights;
};

/// The ANN twin: the same widths, no spikes. Source: `algorithm.md` 2.3; the ReLU option is `default-model.md`, "Protocol".
class AnnTwin
{
public:
    AnnTwin(data::ImageConfig config, Weights weights);

    /// Shape   pictures [B, 3, S, S]  ->  [B, E], not normalised
    at::Tensor forward(const at::Tensor& pictures, const ForwardOptions& options) const;

    const data::ImageConfig& config() const { return m_config; }
    const Weights& weights() const { return m_weights; }

private:
    data::ImageConfig m_config;
    Weights m_weights;
};

/// The spiking text encoder: two layers of neurons on the concatenated words. Source: `algorithm.md` 2.2.
class TextEncoder
{
public:
    TextEncoder(data::TextConfig config, Weights weights);

    /// Shape   ids [B, length] int64 (Words: -1 is an empty place, which stays silent)  ->  [T, B, E], prefix outputs as above
    /// Errors  Error(BadShape), Error(BadValue) for an id outside the table
    at::Tensor forward(const at::Tensor& ids, const ForwardOptions& options) const;

    const data::TextConfig& config() const { return m_config; }
    const Weights& weights() const { return m_weights; }

private:
    at::Tensor currents(const at::Tensor& ids, const ForwardOptions& options) const;

    data::TextConfig m_config;
    Weights m_weights;
};

/// Divides each vector of the last axis by its length (at least 1e-8, as the reference).
at::Tensor normalised(const at::Tensor& vectors);

}
