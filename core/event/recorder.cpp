#include "core/event/recorder.h"

#include "core/data/outcome.h"
#include "core/energy/site_counts.h"

namespace spikeclip::event {

void Recorder::fired(const data::NeuronSite& site, Spikes& spikes)
{
    if (m_recording == data::Recording::Off)
        return;
    m_index[site.name] = m_layers.size();
    m_layers.push_back({site.name, {spikes.shape, spikes.words}});
}

void Recorder::connected(const data::SynapseSite& site)
{
    if (m_recording != data::Recording::Off)
        m_synapses.push_back(site);
}

const data::SpikeRecord& Recorder::spikesOf(const std::string& name) const
{
    const auto found = m_index.find(name);
    if (found == m_index.end())
        throw Error(ErrorCode::Internal, "synapses without their neurons " + name);
    return m_layers[found->second].record;
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
    const int steps = m_layers.empty() ? 0 : m_layers.front().record.shape().steps;
    const auto spikes = [this](const std::string& name) -> const data::SpikeRecord& { return spikesOf(name); };
    std::vector<data::LayerOperations> operations;
    for (const auto& site : m_synapses) {
        auto counted = energy::described(site);
        for (int step = 0; step < (counted.everyStep ? steps : 1); ++step)
            counted.effective.push_back(energy::effective(site, spikes, step, sample));
        operations.push_back(std::move(counted));
    }
    return operations;
}

}
