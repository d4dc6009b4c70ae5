#include "core/data/activity.h"

#include <algorithm>
#include <numeric>
#include <utility>

namespace spikeclip::data {

namespace {

std::int64_t sumOfFirst(const std::vector<std::int64_t>& perStep, int steps)
{
    const auto last = perStep.begin() + std::clamp<std::ptrdiff_t>(steps, 0, static_cast<std::ptrdiff_t>(perStep.size()));
    return std::accumulate(perStep.begin(), last, std::int64_t{0});
}

}

double LayerActivity::firingRate(int steps) const
{
    const auto counted = std::min(steps, static_cast<int>(spikesPerStep.size()));
    if (neurons == 0 || counted < 1)
        return 0;
    return static_cast<double>(sumOfFirst(spikesPerStep, counted)) / (static_cast<double>(neurons) * counted);
}

LayerActivity activityOf(const std::string& name, const SpikeRecord& record, int sample, Recording recording)
{
    auto shape = record.shape();
    LayerActivity layer{.name = name, .neurons = shape.neurons()};
    for (int step = 0; step < shape.steps; ++step)
        layer.spikesPerStep.push_back(record.spikes(step, sample));
    if (recording == Recording::Full) {
        shape.batch = 1;
        std::vector<std::uint64_t> words;
        words.reserve(shape.wordsPerSample() * static_cast<std::size_t>(shape.steps));
        for (int step = 0; step < shape.steps; ++step) {
            const auto some = record.words(step, sample);
            words.insert(words.end(), some.begin(), some.end());
        }
        layer.spikes = std::make_shared<const SpikeRecord>(shape, std::move(words));
    }
    return layer;
}

std::int64_t LayerOperations::effectiveUpTo(int steps) const
{
    return sumOfFirst(effective, everyStep ? steps : 1);
}

double meanFiringRate(const std::vector<LayerActivity>& layers, int steps)
{
    double spikes = 0;
    double chances = 0;
    for (const auto& layer : layers) {
        const auto counted = std::min(steps, static_cast<int>(layer.spikesPerStep.size()));
        spikes += static_cast<double>(sumOfFirst(layer.spikesPerStep, counted));
        chances += static_cast<double>(layer.neurons) * counted;
    }
    return chances > 0 ? spikes / chances : 0;
}

}
