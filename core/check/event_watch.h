#pragma once

#include "core/event/pass.h"
#include "core/event/weight_source.h"
#include "core/nn/observer.h"
#include "core/nn/weights.h"

namespace spikeclip::check {

/// The tensors of an encoder as the networks on bits read them.
class TensorWeights : public event::WeightSource
{
public:
    explicit TensorWeights(const nn::Weights& weights) : m_weights(weights) {}

    std::vector<float> numbers(const std::string& key, const std::vector<std::int64_t>& shape) const override;
    std::vector<std::int8_t> integers(const std::string& key, const std::vector<std::int64_t>& shape) const override;

private:
    at::Tensor find(const std::string& key, const std::vector<std::int64_t>& shape) const;

    const nn::Weights& m_weights;
};

/// Lets an observer of tensors watch a pass on bits, and change its spikes.
class TensorWatcher : public event::Watcher
{
public:
    /// How the observer expects spikes: [T * B, C, H, W], or [T * B, positions, C].
    enum class Layout { Image, Text };

    TensorWatcher(nn::Observer& observer, Layout layout) : m_observer(observer), m_layout(layout) {}

    void fired(const data::NeuronSite& site, event::Spikes& spikes) override;

private:
    nn::Observer& m_observer;
    Layout m_layout;
};

/// Shape   [T, B, E]
at::Tensor toTensor(const event::Prefixes& prefixes);

/// Shape   pictures [B, 3, S, S] float32, contiguous  ->  [B][3 * S * S], seen where they are
std::vector<std::span<const float>> pictureSpans(const at::Tensor& pictures);

}
