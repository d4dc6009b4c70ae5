#pragma once

#include "core/data/activity.h"
#include "core/event/pass.h"

#include <map>
#include <string>
#include <vector>

namespace spikeclip::event {

/// Keeps what a pass says of its layers: the words of the spikes as they are, and exact operation counts.
class Recorder : public Watcher
{
public:
    explicit Recorder(data::Recording recording) : m_recording(recording) {}

    void fired(const data::NeuronSite& site, Spikes& spikes) override;
    void connected(const data::SynapseSite& site) override;

    /// Layers of neurons of one sample, input to output. Spikes are kept only with Recording::Full.
    std::vector<data::LayerActivity> layers(int sample) const;

    /// Layers of synapses of one sample, input to output.
    std::vector<data::LayerOperations> operations(int sample) const;

private:
    struct Layer
    {
        std::string name;
        data::SpikeRecord record; ///< all samples
    };
    const data::SpikeRecord& spikesOf(const std::string& name) const;

    data::Recording m_recording;
    std::vector<Layer> m_layers;
    std::map<std::string, std::size_t> m_index;
    std::vector<data::SynapseSite> m_synapses;
};

}
