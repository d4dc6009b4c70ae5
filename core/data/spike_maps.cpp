#include "core/data/spike_maps.h"

#include "core/data/outcome.h"

#include <algorithm>
#include <bit>
#include <limits>
#include <numeric>

namespace spikeclip::data {

namespace {

/// Calls `seen(position, channel)` for every spike of the first sample at one step that `mask`, one word for each 64 channels, lets through.
template <typename Seen>
void eachSpike(const SpikeRecord& record, int step, const std::vector<std::uint64_t>& mask, Seen seen)
{
    const auto words = record.words(step, 0);
    for (std::size_t i = 0, position = 0; i < words.size(); ++position)
        for (std::size_t part = 0; part < mask.size(); ++part, ++i)
            for (auto word = words[i] & mask[part]; word != 0; word &= word - 1)
                seen(position, part * 64 + static_cast<std::size_t>(std::countr_zero(word)));
}

}

LayerStepRates layerStepRates(std::span<const LayerActivity> layers)
{
    const auto stepsOf = [](const LayerActivity& layer) {
        return layer.spikesPerStep.empty() && layer.spikes ? layer.spikes->shape().steps : static_cast<int>(layer.spikesPerStep.size());
    };
    LayerStepRates result;
    for (const auto& layer : layers)
        result.steps = std::max(result.steps, stepsOf(layer));
    for (const auto& layer : layers)
        for (int step = 0; step < result.steps; ++step) {
            if (layer.neurons < 1 || step >= stepsOf(layer)) {
                result.rates.push_back(std::numeric_limits<double>::quiet_NaN());
                continue;
            }
            const auto spikes = layer.spikesPerStep.empty() ? layer.spikes->spikes(step, 0) : layer.spikesPerStep[static_cast<std::size_t>(step)];
            result.rates.push_back(static_cast<double>(spikes) / static_cast<double>(layer.neurons));
        }
    return result;
}

std::int32_t ChannelCounts::spikesAt(int channel, int step) const
{
    return spikes[static_cast<std::size_t>(channel) * static_cast<std::size_t>(steps) + static_cast<std::size_t>(step)];
}

std::int64_t ChannelCounts::spikesOf(int channel) const
{
    const auto first = spikes.begin() + std::ptrdiff_t{channel} * steps;
    return std::accumulate(first, first + steps, std::int64_t{0});
}

ChannelCounts channelCounts(const SpikeRecord& record)
{
    const auto& shape = record.shape();
    ChannelCounts counts{.channels = shape.channels, .steps = shape.steps, .positions = shape.positions(), .spikes = {}};
    const auto steps = static_cast<std::size_t>(shape.steps);
    counts.spikes.assign(static_cast<std::size_t>(shape.channels) * steps, 0);
    const std::vector<std::uint64_t> all(static_cast<std::size_t>(shape.wordsPerPosition()), ~std::uint64_t{0});
    for (std::size_t step = 0; step < steps; ++step)
        eachSpike(record, static_cast<int>(step), all, [&](std::size_t, std::size_t channel) { ++counts.spikes[channel * steps + step]; });
    return counts;
}

std::vector<int> channelsByRate(const ChannelCounts& counts)
{
    std::vector<std::int64_t> sums;
    for (int channel = 0; channel < counts.channels; ++channel)
        sums.push_back(counts.spikesOf(channel));
    std::vector<int> channels(sums.size());
    std::iota(channels.begin(), channels.end(), 0);
    std::ranges::stable_sort(channels, std::ranges::greater(), [&](int channel) { return sums[static_cast<std::size_t>(channel)]; });
    return channels;
}

std::vector<int> chooseChannels(const ChannelCounts& counts, const ChannelChoice& choice)
{
    using By = ChannelChoice::By;
    if (choice.by != By::All && choice.most < 1)
        throw Error(ErrorCode::BadValue, "a choice of channels needs at least one");
    const int all = counts.channels;
    const int wanted = choice.by == By::All ? all : std::min(all, choice.most);
    const auto ranked = channelsByRate(counts);
    std::vector<int> channels;
    if (choice.by == By::HighestRate) {
        channels.assign(ranked.begin(), ranked.begin() + wanted);
    } else {
        const int first = choice.by == By::Around ? std::clamp(choice.around - wanted / 2, 0, all - wanted) : 0;
        for (int i = 0; i < wanted; ++i)
            channels.push_back(choice.by == By::EvenlySpaced ? static_cast<int>(std::int64_t{i} * all / wanted) : first + i);
    }
    std::ranges::sort(channels);
    if (!choice.sortByRate)
        return channels;
    std::vector<int> sorted;
    std::ranges::copy_if(ranked, std::back_inserter(sorted), [&](int channel) { return std::ranges::binary_search(channels, channel); });
    return sorted;
}

std::int32_t ChannelMaps::spikesAt(std::size_t map, int position) const
{
    return spikes[map * static_cast<std::size_t>(positions()) + static_cast<std::size_t>(position)];
}

ChannelMaps channelMaps(const SpikeRecord& record, std::vector<int> channels, CellRange steps)
{
    const auto& shape = record.shape();
    if (steps.begin < 0 || steps.begin > steps.end || steps.end > shape.steps)
        throw Error(ErrorCode::BadValue, "channel maps: a step that this layer does not have");
    constexpr auto nowhere = std::numeric_limits<std::size_t>::max();
    std::vector<std::size_t> firstOf(static_cast<std::size_t>(shape.channels), nowhere); // cell of each channel
    std::vector<std::uint64_t> wanted(static_cast<std::size_t>(shape.wordsPerPosition()), 0);
    const auto positions = static_cast<std::size_t>(shape.positions());
    for (std::size_t map = 0; map < channels.size(); ++map) {
        if (channels[map] < 0 || channels[map] >= shape.channels)
            throw Error(ErrorCode::BadValue, "channel maps: a channel that this layer does not have");
        const auto channel = static_cast<std::size_t>(channels[map]);
        if (firstOf[channel] != nowhere)
            throw Error(ErrorCode::BadValue, "channel maps: a channel is asked for twice");
        firstOf[channel] = map * positions;
        wanted[channel / 64] |= std::uint64_t{1} << (channel % 64);
    }
    std::vector<std::int32_t> spikes(channels.size() * positions, 0);
    for (int step = steps.begin; step < steps.end; ++step)
        eachSpike(record, step, wanted, [&](std::size_t position, std::size_t channel) { ++spikes[firstOf[channel] + position]; });
    return {.channels = std::move(channels),
            .channelsOfLayer = shape.channels,
            .height = shape.height,
            .width = shape.width,
            .steps = steps.size(),
            .spikes = std::move(spikes)};
}

}
