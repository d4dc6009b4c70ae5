#include "core/event/spikes.h"

#include <bit>

namespace spikeclip::event {

Spikes::Spikes(const data::SpikeShape& extent)
    : shape(extent), words(extent.wordsPerSample() * static_cast<std::size_t>(extent.steps) * static_cast<std::size_t>(extent.batch))
{
}

std::int64_t Spikes::count() const
{
    std::int64_t spikes = 0;
    for (const auto word : words)
        spikes += std::popcount(word);
    return spikes;
}

double Spikes::firingRate() const
{
    const auto chances = static_cast<double>(shape.neurons()) * shape.steps * shape.batch;
    return chances > 0 ? static_cast<double>(count()) / chances : 0;
}

}
