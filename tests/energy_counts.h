#pragma once

#include "core/data/model_config.h"
#include "core/energy/ledger.h"
#include "core/energy/site_counts.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <string>

/// Operation counts such as a pass of a whole network gives, without the pass.
namespace spikeclip::test {

/// As in the model that ships: 128 wide, one block.
inline data::ImageConfig smallConfig()
{
    data::ImageConfig config;
    config.width = 128;
    config.blocks = 1;
    return config;
}

/// Counts of the spiking image encoder and its twin at these firing rates of the stem; layers of the blocks fire at 1 to 6 %.
inline energy::Counts networkCounts(const data::ImageConfig& config, std::array<double, 4> stemRates = {0.39, 0.18, 0.32, 0.10})
{
    using Kind = data::SynapseSite::Kind;
    energy::Counts counts;
    const auto fire = [&](const std::string& name, std::int64_t neurons, double rate) {
        data::LayerActivity layer{.name = name, .neurons = neurons};
        for (int step = 0; step < config.steps; ++step)
            layer.spikesPerStep.push_back(std::llround(static_cast<double>(neurons) * rate * (0.7 + 0.2 * step)));
        counts.neurons.push_back(layer);
    };
    const auto connect = [&](const data::SynapseSite& site, double share) {
        auto layer = energy::described(site);
        const auto source = std::ranges::find(counts.neurons, layer.source, &data::LayerActivity::name);
        for (int step = 0; step < (layer.everyStep ? config.steps : 1); ++step) {
            auto count = std::llround(static_cast<double>(layer.dense) * share);
            if (site.kind == Kind::Pointwise && source != counts.neurons.end())
                count = source->spikesPerStep[static_cast<std::size_t>(step)] * site.channelsOut; // what it is exactly
            else if (site.kind == Kind::Convolution && source != counts.neurons.end())
                count = static_cast<std::int64_t>(0.97 * static_cast<double>(layer.dense) * source->firingRate(config.steps));
            layer.effective.push_back(count);
        }
        counts.image.push_back(layer);
    };
    const std::array<int, 5> widths = {config.width / 8, config.width / 4, config.width / 2, config.width, config.width};
    int side = config.imageSize;
    for (int stage = 0; stage < 5; ++stage) {
        const auto i = static_cast<std::size_t>(stage);
        if (std::ranges::count(config.poolBefore, stage) > 0)
            side /= 2;
        const auto name = "patch_embed.block" + std::to_string(stage);
        if (stage > 0)
            fire(name + "_lif", std::int64_t{side} * side * widths[i - 1], stemRates[i - 1]);
        connect({.name = name + "_conv",
                 .kind = stage == 0 ? Kind::Picture : Kind::Convolution,
                 .source = stage == 0 ? "" : name + "_lif",
                 .channelsIn = stage == 0 ? config.channels : widths[i - 1],
                 .channelsOut = widths[i],
                 .height = side,
                 .width = side},
                0.96);
    }
    const auto grid = std::int64_t{side} * side;
    for (int block = 0; block < config.blocks; ++block) {
        const auto base = "block." + std::to_string(block);
        const auto pointwise = [&](const std::string& name, const std::string& source, int in, int out) {
            connect({.name = base + name, .source = base + source, .channelsIn = in, .channelsOut = out, .height = side, .width = side}, 0);
        };
        const auto product = [&](const std::string& name, Kind kind, double share) {
            connect({.name = base + name,
                     .kind = kind,
                     .source = base + ".attn.q_lif",
                     .second = base + ".attn.k_lif",
                     .third = base + ".attn.v_lif",
                     .channelsIn = config.width,
                     .channelsOut = config.width,
                     .height = side,
                     .width = side,
                     .heads = config.heads},
                    share);
        };
        const int hidden = config.width * config.mlpRatio;
        fire(base + ".attn.proj_lif", grid * config.width, 0.06);
        int part = 0;
        for (const std::string name : {"q", "k", "v"}) {
            pointwise(".attn." + name + "_conv", ".attn.proj_lif", config.width, config.width);
            fire(base + ".attn." + name + "_lif", grid * config.width, 0.02 + 0.01 * part++);
        }
        product(".attn.qk", Kind::Coincidences, 0.001);
        product(".attn.av", Kind::Gathering, 0.004);
        fire(base + ".attn.attn_lif", grid * config.width, 0.03);
        pointwise(".attn.proj_conv", ".attn.attn_lif", config.width, config.width);
        fire(base + ".mlp.mlp1_lif", grid * config.width, 0.05);
        pointwise(".mlp.mlp1_conv", ".mlp.mlp1_lif", config.width, hidden);
        fire(base + ".mlp.mlp2_lif", grid * hidden, 0.012);
        pointwise(".mlp.mlp2_conv", ".mlp.mlp2_lif", hidden, config.width);
    }
    connect({.name = "proj", .kind = Kind::Readout, .channelsIn = config.width, .channelsOut = config.embedding}, 1);
    counts.twin = energy::twinOperations(config);
    return counts;
}

/// The labels' side: one layer that spikes feed, a label each.
inline std::vector<std::vector<data::LayerOperations>> labelCounts(int labels, int steps)
{
    auto layer = energy::described({.name = "fc1", .source = "mlp_lif1", .channelsIn = 1000, .channelsOut = 512, .normalised = false});
    layer.effective.assign(static_cast<std::size_t>(steps), 120 * 512);
    return std::vector<std::vector<data::LayerOperations>>(static_cast<std::size_t>(labels), {layer});
}

inline std::vector<std::vector<data::LayerActivity>> labelNeurons(int labels, int steps)
{
    const data::LayerActivity layer{
        .name = "mlp_lif1", .neurons = 1000, .spikesPerStep = std::vector<std::int64_t>(static_cast<std::size_t>(steps), 120)};
    return std::vector<std::vector<data::LayerActivity>>(static_cast<std::size_t>(labels), {layer});
}

}
