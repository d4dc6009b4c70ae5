#include "core/nn/recorder.h"

#include "core/data/outcome.h"
#include "core/energy/counts.h"
#include "core/nn/kernels.h"

#include <ATen/ATen.h>

#include <algorithm>
#include <array>

namespace spikeclip::nn {

namespace {

/// Shape   spikes [T * B, C, ...positions] (or [T * B, ...positions, C] for text)  ->  bits in the record's layout
data::SpikeRecord packed(const NeuronSite& site, const at::Tensor& spikes, int steps, int batch)
{
    const data::SpikeShape shape{.steps = steps, .batch = batch, .height = site.height, .width = site.width, .channels = site.channels};
    const bool channelsLast = spikes.dim() == 3; // text: [T * B, positions, C]
    const auto x = (channelsLast ? spikes.transpose(1, 2) : spikes).to(at::kCPU, at::kFloat).contiguous();
    std::vector<std::uint64_t> words(shape.wordsPerSample() * static_cast<std::size_t>(steps) * static_cast<std::size_t>(batch));
    const auto stride = shape.wordsPerPosition();
    const auto* data = x.data_ptr<float>();
    const auto& loops = kernels<float>(bestKernels());
    for (std::int64_t row = 0; row < x.size(0); ++row) // step-major, as the record
        for (int group = 0; group < stride; ++group) {
            const auto channels = std::min(64, site.channels - 64 * group);
            loops.pack(data + (row * site.channels + 64 * group) * shape.positions(), shape.positions(), channels,
                       words.data() + static_cast<std::size_t>(row) * shape.wordsPerSample() + group, stride);
        }
    return {shape, std::move(words)};
}

data::LayerOperations described(const SynapseSite& site)
{
    using Kind = SynapseSite::Kind;
    data::LayerOperations operations{.name = site.name};
    const auto positions = site.height * site.width;
    switch (site.kind) {
    case Kind::Picture:
    case Kind::Convolution:
        operations.dense = energy::denseConv(3, site.channelsIn, site.channelsOut, site.height, site.width);
        break;
    case Kind::Pointwise:
        operations.dense = energy::denseConv(1, site.channelsIn, site.channelsOut, site.height, site.width);
        break;
    case Kind::Coincidences:
    case Kind::Gathering:
        operations.dense = std::int64_t{positions} * positions * site.channelsIn;
        break;
    case Kind::Readout:
        operations.dense = std::int64_t{site.channelsIn} * site.channelsOut;
        operations.everyStep = false;
        break;
    }
    operations.kind = site.kind == Kind::Picture || site.kind == Kind::Readout ? data::OperationKind::Mac : data::OperationKind::Ac;
    return operations;
}

}

Recorder::Recorder(data::Recording recording, int steps, int batch) : m_recording(recording), m_steps(steps), m_batch(batch) {}

at::Tensor Recorder::fired(const NeuronSite& site, const at::Tensor& spikes, const at::Tensor&)
{
    if (m_recording != data::Recording::Off) {
        m_index[site.name] = m_layers.size();
        m_layers.push_back({site.name, packed(site, spikes, m_steps, m_batch)});
    }
    return spikes;
}

const data::SpikeRecord& Recorder::spikesOf(const std::string& name) const
{
    const auto found = m_index.find(name);
    if (found == m_index.end())
        throw Error(ErrorCode::Internal, "synapses before their neurons " + name);
    return m_layers[found->second].record;
}

void Recorder::connected(const SynapseSite& site)
{
    if (m_recording == data::Recording::Off)
        return;
    using Kind = SynapseSite::Kind;
    Counted counted{.operations = described(site)};
    const auto count = [&](int step, int sample) -> std::int64_t {
        const auto words = [&](const std::string& name) { return spikesOf(name).words(step, sample); };
        switch (site.kind) {
        case Kind::Picture:
            return energy::effectiveConvDense({.steps = 1, .batch = 1, .height = site.height, .width = site.width, .channels = site.channelsIn},
                                              site.channelsOut);
        case Kind::Convolution:
            return energy::effectiveConv(words(site.source), spikesOf(site.source).shape(), site.channelsOut);
        case Kind::Pointwise:
            return energy::effectivePointwise(words(site.source), site.channelsOut);
        case Kind::Coincidences:
            return energy::effectiveQk(words(site.source), words(site.second), spikesOf(site.source).shape());
        case Kind::Gathering:
            return energy::effectiveAv(words(site.source), words(site.second), words(site.third), spikesOf(site.source).shape(), site.heads);
        case Kind::Readout:
            return counted.operations.dense;
        }
        return 0;
    };
    for (int sample = 0; sample < m_batch; ++sample) {
        auto& perStep = counted.effective.emplace_back();
        for (int step = 0; step < (counted.operations.everyStep ? m_steps : 1); ++step)
            perStep.push_back(count(step, sample));
    }
    m_synapses.push_back(std::move(counted));
}

std::vector<data::LayerActivity> Recorder::layers(int sample) const
{
    std::vector<data::LayerActivity> layers;
    for (const auto& [name, record] : m_layers) {
        data::LayerActivity layer{.name = name, .neurons = record.shape().neurons()};
        for (int step = 0; step < m_steps; ++step)
            layer.spikesPerStep.push_back(record.spikes(step, sample));
        if (m_recording == data::Recording::Full) {
            auto shape = record.shape();
            shape.batch = 1;
            std::vector<std::uint64_t> words;
            words.reserve(shape.wordsPerSample() * static_cast<std::size_t>(m_steps));
            for (int step = 0; step < m_steps; ++step) {
                const auto some = record.words(step, sample);
                words.insert(words.end(), some.begin(), some.end());
            }
            layer.spikes = std::make_shared<const data::SpikeRecord>(shape, std::move(words));
        }
        layers.push_back(std::move(layer));
    }
    return layers;
}

std::vector<data::LayerOperations> Recorder::operations(int sample) const
{
    std::vector<data::LayerOperations> result;
    for (const auto& counted : m_synapses) {
        result.push_back(counted.operations);
        result.back().effective = counted.effective[static_cast<std::size_t>(sample)];
    }
    return result;
}

std::vector<data::LayerOperations> twinOperations(const data::ImageConfig& config)
{
    std::vector<data::LayerOperations> result;
    const auto add = [&](std::string name, std::int64_t dense, std::int64_t effective) {
        result.push_back({.name = std::move(name), .kind = data::OperationKind::Mac, .dense = dense, .effective = {effective}, .everyStep = false});
    };
    const std::array<int, 5> widths = {config.width / 8, config.width / 4, config.width / 2, config.width, config.width};
    int side = config.imageSize;
    int in = config.channels;
    for (int stage = 0; stage < 5; ++stage) {
        if (std::ranges::count(config.poolBefore, stage) > 0)
            side /= 2;
        const int out = widths[static_cast<std::size_t>(stage)];
        add("embeddings.block" + std::to_string(stage) + "_conv", energy::denseConv(3, in, out, side, side),
            energy::effectiveConvDense({.steps = 1, .batch = 1, .height = side, .width = side, .channels = in}, out));
        in = out;
    }
    const auto positions = side * side;
    const auto linear = [&](const std::string& name, int from, int to, int tokens) {
        const auto count = energy::denseConv(1, from, to, tokens, 1);
        add(name, count, count);
    };
    const int hidden = config.width * config.mlpRatio;
    for (int i = 0; i < config.blocks; ++i) {
        const auto layer = "encoder.layers." + std::to_string(i);
        for (const char* part : {"q", "k", "v"})
            linear(layer + ".self_attn." + part + "_proj", config.width, config.width, positions);
        const auto products = std::int64_t{positions} * positions * config.width;
        add(layer + ".self_attn.qk", products, products);
        add(layer + ".self_attn.av", products, products);
        linear(layer + ".self_attn.out_proj", config.width, config.width, positions);
        linear(layer + ".mlp.fc1", config.width, hidden, positions);
        linear(layer + ".mlp.fc2", hidden, config.width, positions);
    }
    linear("proj", config.width, config.embedding, 1);
    return result;
}

}
