#pragma once

#include "core/data/activity.h"
#include "core/nn/observer.h"

#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace spikeclip::nn {

/// Packs the spikes of one forward pass and counts operations exactly, layer by layer.
class Recorder : public Observer
{
public:
    /// `batch` samples over `steps` steps; with Recording::Off nothing is kept.
    Recorder(data::Recording recording, int steps, int batch);

    at::Tensor fired(const NeuronSite& site, const at::Tensor& spikes, const at::Tensor& current) override;
    void connected(const SynapseSite& site) override;

    /// Layers of neurons of one sample, input to output. Spikes are kept only with Recording::Full.
    std::vector<data::LayerActivity> layers(int sample) const;

    /// Layers of synapses of one sample, input to output.
    std::vector<data::LayerOperations> operations(int sample) const;

private:
    struct Packed
    {
        std::string name;
        data::SpikeRecord record; ///< all samples
    };
    struct Counted
    {
        data::LayerOperations operations;                  ///< `effective` empty
        std::vector<std::vector<std::int64_t>> effective;  ///< [sample][step]
    };
    const data::SpikeRecord& spikesOf(const std::string& name) const;

    data::Recording m_recording;
    int m_steps;
    int m_batch;
    std::vector<Packed> m_layers;
    std::map<std::string, std::size_t> m_index;
    std::vector<Counted> m_synapses;
};

}
