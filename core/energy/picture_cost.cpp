#include "core/energy/picture_cost.h"

#include "core/energy/ledger.h"

#include <algorithm>

namespace spikeclip::energy {

namespace {

const Row& synapsesOf(const Ledger& ledger, const std::string& name)
{
    return *std::ranges::find_if(ledger.rows, [&](const Row& row) { return row.part == Row::Part::Synapses && row.name == name; });
}

Cost costOf(const Row& row)
{
    return {row.computePj(), row.memoryPj()};
}

}

Cost& Cost::operator+=(const Cost& other)
{
    computePj += other.computePj;
    memoryPj += other.memoryPj;
    return *this;
}

Cost PictureCost::fixed() const
{
    Cost sum = rest;
    for (const auto& layer : layers)
        sum += layer.fixed;
    return sum;
}

Cost PictureCost::of(std::span<const std::int64_t> effective, std::size_t stride) const
{
    Cost sum = fixed();
    for (std::size_t i = 0; i < layers.size(); ++i) {
        std::int64_t counted = 0;
        for (std::size_t step = 0; step < static_cast<std::size_t>(layers[i].times); ++step)
            counted += effective[i * stride + step];
        sum += static_cast<double>(counted) * layers[i].each;
    }
    return sum;
}

PictureCost pictureCost(const std::vector<data::LayerOperations>& layers, const std::vector<data::LayerActivity>& neurons, int steps,
                        const Rules& rules)
{
    auto imageOnly = rules;
    imageOnly.text = false;
    const auto entries = static_cast<std::size_t>(std::max(steps, 1));
    Counts counts;
    counts.neurons.reserve(neurons.size());
    for (const auto& layer : neurons)
        counts.neurons.push_back({.name = layer.name, .neurons = layer.neurons, .spikesPerStep = std::vector<std::int64_t>(entries), .spikes = {}});
    counts.image = layers;
    for (auto& layer : counts.image)
        layer.effective.assign(entries, 0);
    const auto none = spikingLedger(counts, steps, imageOnly);
    for (auto& layer : counts.image)
        layer.effective.front() = 1;
    const auto one = spikingLedger(counts, steps, imageOnly);

    PictureCost cost;
    cost.layers.reserve(layers.size());
    for (const auto& layer : layers) {
        const auto& without = synapsesOf(none, layer.name);
        const auto& with = synapsesOf(one, layer.name);
        const auto operations = static_cast<double>(with.operations() - without.operations());
        const auto bits = static_cast<double>(with.memoryBits() - without.memoryBits());
        cost.layers.push_back({.each = {operations * with.pjEach, bits * with.pjPerBit}, .fixed = costOf(without), .times = without.times});
    }
    for (const auto& row : none.rows)
        if (row.part != Row::Part::Synapses)
            cost.rest += costOf(row);
    return cost;
}

}
