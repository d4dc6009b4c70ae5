#include "core/energy/site_counts.h"

#include "core/data/outcome.h"
#include "core/energy/counts.h"

#include <algorithm>
#include <array>

namespace spikeclip::energy {

data::LayerOperations described(const data::SynapseSite& site)
{
    using Kind = data::SynapseSite::Kind;
    data::LayerOperations operations{.name = site.name};
    const std::int64_t positions = std::int64_t{site.height} * site.width;
    operations.inputs = positions * site.channelsIn; // stride 1: as many positions as the output has
    operations.outputs = positions * site.channelsOut;
    switch (site.kind) {
    case Kind::Picture:
    case Kind::Convolution:
        operations.dense = denseConv(3, site.channelsIn, site.channelsOut, site.height, site.width);
        operations.weights = std::int64_t{9} * site.channelsIn * site.channelsOut;
        break;
    case Kind::Pointwise:
        operations.dense = denseConv(1, site.channelsIn, site.channelsOut, site.height, site.width);
        operations.weights = std::int64_t{site.channelsIn} * site.channelsOut;
        break;
    case Kind::Coincidences:
        operations.dense = positions * positions * site.channelsIn;
        operations.inputs = 2 * positions * site.channelsIn; // q and k
        operations.outputs = positions * positions * site.heads;
        break;
    case Kind::Gathering:
        operations.dense = positions * positions * site.channelsIn;
        operations.outputs = positions * site.channelsIn;
        break;
    case Kind::Readout:
        operations.dense = operations.weights = std::int64_t{site.channelsIn} * site.channelsOut;
        operations.inputs = site.channelsIn;
        operations.outputs = site.channelsOut;
        operations.everyStep = false;
        break;
    }
    const bool stores = operations.weights > 0;
    operations.source = stores && site.kind != Kind::Readout ? site.source : std::string();
    operations.normalised = stores && site.kind != Kind::Readout && site.normalised;
    operations.kind = site.kind == Kind::Picture || site.kind == Kind::Readout ? data::OperationKind::Mac : data::OperationKind::Ac;
    return operations;
}

std::int64_t effective(const data::SynapseSite& site, const SpikesOf& spikesOf, int step, int sample)
{
    using Kind = data::SynapseSite::Kind;
    const auto words = [&](const std::string& name) { return spikesOf(name).words(step, sample); };
    switch (site.kind) {
    case Kind::Picture:
        return effectiveConvDense({.steps = 1, .batch = 1, .height = site.height, .width = site.width, .channels = site.channelsIn},
                                  site.channelsOut);
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
    const auto add = [&](const std::string& name, std::int64_t dense, std::int64_t effective) -> data::LayerOperations& {
        return result.emplace_back(
            data::LayerOperations{.name = name, .kind = data::OperationKind::Mac, .dense = dense, .effective = {effective}, .everyStep = false});
    };
    const std::array<int, 5> widths = {config.width / 8, config.width / 4, config.width / 2, config.width, config.width};
    int side = config.imageSize;
    int in = config.channels;
    for (int stage = 0; stage < 5; ++stage) {
        if (std::ranges::count(config.poolBefore, stage) > 0)
            side /= 2;
        const int out = widths[static_cast<std::size_t>(stage)];
        auto& layer = add("embeddings.block" + std::to_string(stage) + "_conv", denseConv(3, in, out, side, side),
                          effectiveConvDense({.steps = 1, .batch = 1, .height = side, .width = side, .channels = in}, out));
        layer.inputs = std::int64_t{side} * side * in;
        layer.outputs = std::int64_t{side} * side * out;
        layer.weights = std::int64_t{9} * in * out;
        layer.normalised = true;
        in = out;
    }
    const auto positions = side * side;
    const auto linear = [&](const std::string& name, int from, int to, int tokens) {
        const auto count = denseConv(1, from, to, tokens, 1);
        auto& layer = add(name, count, count);
        layer.inputs = std::int64_t{tokens} * from;
        layer.outputs = std::int64_t{tokens} * to;
        layer.weights = std::int64_t{from} * to;
    };
    const auto product = [&](const std::string& name, std::int64_t inputs, std::int64_t outputs) {
        const auto count = std::int64_t{positions} * positions * config.width;
        auto& layer = add(name, count, count);
        layer.inputs = inputs;
        layer.outputs = outputs;
    };
    const int hidden = config.width * config.mlpRatio;
    const std::int64_t values = std::int64_t{positions} * config.width;
    const std::int64_t pairs = std::int64_t{positions} * positions * config.heads;
    for (int i = 0; i < config.blocks; ++i) {
        const auto layer = "encoder.layers." + std::to_string(i);
        for (const char* part : {"q", "k", "v"})
            linear(layer + ".self_attn." + part + "_proj", config.width, config.width, positions);
        product(layer + ".self_attn.qk", 2 * values, pairs);
        product(layer + ".self_attn.av", values + pairs, values);
        linear(layer + ".self_attn.out_proj", config.width, config.width, positions);
        linear(layer + ".mlp.fc1", config.width, hidden, positions);
        linear(layer + ".mlp.fc2", hidden, config.width, positions);
    }
    linear("proj", config.width, config.embedding, 1);
    return result;
}

std::vector<data::LayerOperations> textOperations(const data::TextConfig& config, const data::LabelReading& reading)
{
    const auto known = std::ranges::count_if(reading.words, [](const data::WordReading& word) { return word.place >= 0; });
    std::vector<data::LayerOperations> result;
    if (config.input == data::TextConfig::Input::Words) {
        const auto dense = denseConv(1, config.tableWidth, config.projection, config.length, 1);
        result.push_back({.name = "projection",
                          .kind = data::OperationKind::Mac,
                          .dense = dense,
                          .effective = {dense / config.length * known},
                          .everyStep = false,
                          .inputs = known * config.tableWidth,
                          .outputs = known * config.projection,
                          .weights = std::int64_t{config.tableWidth} * config.projection,
                          .normalised = true});
    }
    const auto layer = [&](const char* name, const char* neurons, int in, int out) {
        auto operations = described(
            {.name = name, .kind = data::SynapseSite::Kind::Pointwise, .source = neurons, .channelsIn = in, .channelsOut = out, .normalised = false});
        const auto source = std::ranges::find(reading.layers, neurons, &data::LayerActivity::name);
        if (source == reading.layers.end())
            throw Error(ErrorCode::BadShape, std::string("a reading without the neurons ") + neurons);
        for (const auto spikes : source->spikesPerStep)
            operations.effective.push_back(spikes * out);
        result.push_back(std::move(operations));
    };
    layer("fc1", "mlp_lif1", config.length * config.projection, config.hidden);
    layer("fc2", "mlp_lif2", config.hidden, config.embedding);
    data::LayerOperations weighting{.name = "weights_tensor",
                                    .kind = data::OperationKind::Mac,
                                    .dense = config.embedding,
                                    .effective = std::vector<std::int64_t>(result.back().effective.size(), config.embedding),
                                    .inputs = config.embedding,
                                    .outputs = config.embedding,
                                    .weights = 1}; // a number a step
    result.push_back(std::move(weighting));
    return result;
}

}
