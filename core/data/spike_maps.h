#pragma once

#include "core/data/activity.h"
#include "core/data/spike_raster.h"

#include <cstdint>
#include <span>
#include <vector>

/// Spikes counted coarser than by neuron: per layer, per channel, per channel and place. All of the first sample of a record.
namespace spikeclip::data {

/// Part of a layer's neurons that fire at each step.
///
/// Shape   rates [layers, steps]; NaN where a layer has no such step or nothing was counted
/// Units   spikes per neuron per step, in [0, 1]
struct LayerStepRates
{
    int steps = 0; ///< of the layer that has most
    std::vector<double> rates;

    double at(std::size_t layer, int step) const { return rates[layer * static_cast<std::size_t>(steps) + static_cast<std::size_t>(step)]; }
};
LayerStepRates layerStepRates(std::span<const LayerActivity> layers);

/// Spikes of each channel of a layer at each step, over all its positions.
///
/// Shape   spikes [channels, steps]
struct ChannelCounts
{
    int channels = 0;
    int steps = 0;
    int positions = 0;
    std::vector<std::int32_t> spikes;

    std::int32_t spikesAt(int channel, int step) const;
    std::int64_t spikesOf(int channel) const;                                                          ///< over all steps
    double rateAt(int channel, int step) const { return double(spikesAt(channel, step)) / positions; } ///< spikes per neuron per step, in [0, 1]
    double rateOf(int channel) const { return double(spikesOf(channel)) / positions / steps; }         ///< likewise, mean of all steps
};
ChannelCounts channelCounts(const SpikeRecord& record);

/// All channels, the one that fires most first; of equals the lower index first.
std::vector<int> channelsByRate(const ChannelCounts& counts);

/// Which channels of a layer a view shows, and in which order.
struct ChannelChoice
{
    enum class By {
        HighestRate,  ///< those that fire most; of equals the lower index first
        EvenlySpaced, ///< by index
        All,          ///< every channel
        Around,       ///< those whose indices are nearest to `around`
    };
    By by = By::HighestRate;
    int most = 0;            ///< but for All: at most so many
    int around = 0;          ///< a channel
    bool sortByRate = false; ///< the highest first; otherwise by index
};

/// Channels in the order in which they are shown.
///
/// Errors  Error(BadValue) unless `most` is positive where it counts
std::vector<int> chooseChannels(const ChannelCounts& counts, const ChannelChoice& choice);

/// Where on their picture channels fired, and how often.
///
/// Shape   spikes [channels, height, width], in the order of `channels`
struct ChannelMaps
{
    std::vector<int> channels;
    int channelsOfLayer = 0;
    int height = 0;
    int width = 0;
    int steps = 0; ///< that were counted
    std::vector<std::int32_t> spikes;

    int positions() const { return height * width; }
    std::int32_t spikesAt(std::size_t map, int position) const;
    std::int64_t neuron(std::size_t map, int position) const
    {
        return std::int64_t{position} * channelsOfLayer + channels[map];
    } ///< as in SpikeRecord
};

/// The maps of `channels` over the steps from `steps.begin` (the first is 0) up to `steps.end`.
///
/// Errors  Error(BadValue) if the layer lacks a channel or a step, or a channel is asked for twice
ChannelMaps channelMaps(const SpikeRecord& record, std::vector<int> channels, CellRange steps);

}
