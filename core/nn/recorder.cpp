#include "core/nn/recorder.h"

#include "core/data/outcome.h"
#include "core/energy/site_counts.h"
#include "core/nn/kernels.h"

#include <ATen/ATen.h>

#include <algorithm>

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
    Counted counted{.operations = energy::described(site)};
    const auto lookUp = [this](const std::string& name) -> const data::SpikeRecord& { return spikesOf(name); };
    for (int sample = 0; sample < m_batch; ++sample) {
        auto& perStep = counted.effective.emplace_back();
        for (int step = 0; step < (counted.operations.everyStep ? m_steps : 1); ++step)
            perStep.push_back(energy::effective(site, lookUp, step, sample));
    }
    m_synapses.push_back(std::move(counted));
}

std::vector<data::LayerActivity> Recorder::layers(int sample) const
{
    std::vector<data::LayerActivity> layers;
    for (const auto& [name, record] : m_layers)
        layers.push_back(data::activityOf(name, record, sample, m_recording));
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

}
