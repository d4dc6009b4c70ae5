#include "core/energy/site_counts.h"

#include "core/energy/counts.h"

#include <algorithm>
#include <array>

namespace spikeclip::energy {

data::LayerOperations described(const data::SynapseSite& site)
{
    using Kind = data::SynapseSite::Kind;
    data::LayerOperations operations{.name = site.name};
    const auto positions = site.height * site.width;
    switch (site.kind) {
    case Kind::Picture:
    case Kind::Convolution:
        operations.dense = denseConv(3, site.channelsIn, site.channelsOut, site.height, site.width);
        break;
    case Kind::Pointwise:
        operations.dense = denseConv(1, site.channelsIn, site.channelsOut, site.height, site.width);
        break;
    case Kind::Coincidences:
    case Kind::Gathering:
        operations.dense = std::int64_t{positions} * positions * site.channelsIn;
        break;
    case Kind::Readout:
        operations.dense = std::int64_t{site.channelsIn} * site.channelsOut;
        operations.everyStep = false;
        break;
    }
    operations.kind = site.kind == Kind::Picture || site.kind == Kind::Readout ? data::OperationKind::Mac : data::OperationKind::Ac;
    return operations;
}

std::int64_t effective(const data::SynapseSite& site, const SpikesOf& spikesOf, int step, int sample)
{
    using Kind = data::SynapseSite::Kind;
    const auto words = [&](const std::string& name) { return spikesOf(name).words(step, sample); };
    switch (site.kind) {
    case Kind::Picture:
        return effectiveConvDense({.steps = 1, .batch = 1, .height = site.height, .width = site.width, .channels = site.channelsIn}, site.channelsOut);
    case Kind::Convolution:
        return effectiveConv(words(site.source), spikesOf(site.source).shape(), site.channelsOut);
    case Kind::Pointwise:
        return effectivePointwise(words(site.source), site.channelsOut);
    case Kind::Coincidences:
        return effectiveQk(words(site.source), words(site.second), spikesOf(site.source).shape());
    case Kind::Gathering:
        return effectiveAv(words(site.source), words(site.second), words(site.third), spikesOf(site.source).shape(), site.heads);
    case Kind::Readout:
        return std::int64_t{site.channelsIn} * site.channelsOut;
    }
    return 0;
}

std::vector<data::LayerOperations> twinOperations(const data::ImageConfig& config)
{
    std::vector<data::LayerOperations> result;
    const auto add = [&](std::string name, std::int64_t dense, std::int64_t effective) {
        result.push_back({.name = std::move(name), .kind = data::OperationKind::Mac, .dense = dense, .effective = {effective}, .everyStep = false});
    };
    const std::array<int, 5> widths = {config.width / 8, config.width / 4, config.width / 2, config.width, config.width};
    int side = config.imageSize;
    int in = config.channels;
    for (int stage = 0; stage < 5; ++stage) {
        if (std::ranges::count(config.poolBefore, stage) > 0)
            side /= 2;
        const int out = widths[static_cast<std::size_t>(stage)];
        add("embeddings.block" + std::to_string(stage) + "_conv", denseConv(3, in, out, side, side),
            effectiveConvDense({.steps = 1, .batch = 1, .height = side, .width = side, .channels = in}, out));
        in = out;
    }
    const auto positions = side * side;
    const auto linear = [&](const std::string& name, int from, int to, int tokens) {
        const auto count = denseConv(1, from, to, tokens, 1);
        add(name, count, count);
    };
    const int hidden = config.width * config.mlpRatio;
    for (int i = 0; i < config.blocks; ++i) {
        const auto layer = "encoder.layers." + std::to_string(i);
        for (const char* part : {"q", "k", "v"})
            linear(layer + ".self_attn." + part + "_proj", config.width, config.width, positions);
        const auto products = std::int64_t{positions} * positions * config.width;
        add(layer + ".self_attn.qk", products, products);
        add(layer + ".self_attn.av", products, products);
        linear(layer + ".self_attn.out_proj", config.width, config.width, positions);
        linear(layer + ".mlp.fc1", config.width, hidden, positions);
        linear(layer + ".mlp.fc2", hidden, config.width, positions);
    }
    linear("proj", config.width, config.embedding, 1);
    return result;
}

}
