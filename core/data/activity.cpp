#include "core/data/activity.h"

#include <algorithm>
#include <numeric>

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
