#include "core/check/event_watch.h"

#include "core/data/outcome.h"

#include <ATen/ATen.h>

namespace spikeclip::check {

namespace {

/// Shape   bits of [T, B, position, channels]  ->  [T * B, positions, channels] of 0 and 1
at::Tensor unpacked(const event::Spikes& spikes)
{
    const auto& shape = spikes.shape;
    auto tensor = at::empty({std::int64_t{shape.steps} * shape.batch, shape.positions(), shape.channels}, at::kFloat);
    auto* out = tensor.data_ptr<float>();
    const auto words = static_cast<std::size_t>(shape.wordsPerPosition());
    for (std::size_t row = 0; row < spikes.words.size() / words; ++row)
        for (int c = 0; c < shape.channels; ++c)
            *out++ = static_cast<float>(spikes.words[row * words + static_cast<std::size_t>(c / 64)] >> (c % 64) & 1U);
    return tensor;
}

void pack(const at::Tensor& tensor, event::Spikes& spikes)
{
    const auto contiguous = tensor.to(at::kFloat).contiguous();
    const auto* in = contiguous.data_ptr<float>();
    const auto words = static_cast<std::size_t>(spikes.shape.wordsPerPosition());
    for (std::size_t row = 0; row < spikes.words.size() / words; ++row) {
        std::fill_n(spikes.words.begin() + static_cast<std::ptrdiff_t>(row * words), words, 0);
        for (int c = 0; c < spikes.shape.channels; ++c)
            spikes.words[row * words + static_cast<std::size_t>(c / 64)] |= std::uint64_t{*in++ != 0} << (c % 64);
    }
}

}

at::Tensor TensorWeights::find(const std::string& key, const std::vector<std::int64_t>& shape) const
{
    const auto& tensor = m_weights[key];
    if (tensor.sizes() != at::IntArrayRef(shape))
        throw Error(ErrorCode::CheckpointForeign, "the tensor " + key + " has another shape than the configuration says");
    return tensor.to(at::kCPU);
}

std::vector<float> TensorWeights::numbers(const std::string& key, const std::vector<std::int64_t>& shape) const
{
    const auto tensor = find(key, shape).to(at::kFloat).contiguous();
    return {tensor.data_ptr<float>(), tensor.data_ptr<float>() + tensor.numel()};
}

std::vector<std::int8_t> TensorWeights::integers(const std::string& key, const std::vector<std::int64_t>& shape) const
{
    const auto tensor = find(key, shape).to(at::kChar).contiguous();
    return {tensor.data_ptr<std::int8_t>(), tensor.data_ptr<std::int8_t>() + tensor.numel()};
}

void TensorWatcher::fired(const data::NeuronSite& site, event::Spikes& spikes)
{
    const auto& shape = spikes.shape;
    auto seen = unpacked(spikes); // [T * B, positions, C]
    if (m_layout == Layout::Image)
        seen = seen.transpose(1, 2).reshape({seen.size(0), shape.channels, shape.height, shape.width});
    auto kept = m_observer.fired(site, seen, {});
    if (m_layout == Layout::Image)
        kept = kept.flatten(2).transpose(1, 2);
    pack(kept, spikes);
}

at::Tensor toTensor(const event::Prefixes& prefixes)
{
    return at::tensor(prefixes.values).view({prefixes.steps, prefixes.batch, prefixes.embedding});
}

std::vector<std::span<const float>> pictureSpans(const at::Tensor& pictures)
{
    std::vector<std::span<const float>> spans;
    const auto size = static_cast<std::size_t>(pictures[0].numel());
    for (std::int64_t b = 0; b < pictures.size(0); ++b)
        spans.emplace_back(pictures.data_ptr<float>() + static_cast<std::size_t>(b) * size, size);
    return spans;
}

}
