#include "core/data/weight_specs.h"

#include "core/data/outcome.h"

#include <array>
#include <functional>
#include <numeric>

namespace spikeclip::data {

namespace {

std::int64_t product(const std::vector<std::int64_t>& shape)
{
    return std::accumulate(shape.begin(), shape.end(), std::int64_t{1}, std::multiplies<>());
}

/// Collects specs in the order of the reference's state dict.
class SpecList
{
public:
    void layer(const std::string& name, std::vector<std::int64_t> shape, bool bias)
    {
        const auto fanIn = product(shape) / shape[0];
        const auto out = shape[0];
        m_specs.push_back({name + ".weight", std::move(shape), WeightRole::Weight, fanIn});
        if (bias)
            m_specs.push_back({name + ".bias", {out}, WeightRole::Bias, fanIn});
    }

    void batchNorm(const std::string& name, std::int64_t channels)
    {
        layerNorm(name, channels);
        m_specs.push_back({name + ".running_mean", {channels}, WeightRole::RunningMean});
        m_specs.push_back({name + ".running_var", {channels}, WeightRole::RunningVariance});
        m_specs.push_back({name + ".num_batches_tracked", {}, WeightRole::Count});
    }

    void layerNorm(const std::string& name, std::int64_t channels)
    {
        m_specs.push_back({name + ".weight", {channels}, WeightRole::NormWeight});
        m_specs.push_back({name + ".bias", {channels}, WeightRole::NormBias});
    }

    void single(const std::string& key, std::vector<std::int64_t> shape, WeightRole role) { m_specs.push_back({key, std::move(shape), role}); }

    void stem(const std::string& name, const ImageConfig& config)
    {
        const auto widths = stemWidths(config);
        std::int64_t in = config.channels;
        for (std::size_t stage = 0; stage < widths.size(); ++stage) {
            const auto block = name + ".block" + std::to_string(stage);
            layer(block + "_conv", {widths[stage], in, 3, 3}, false);
            batchNorm(block + "_bn", widths[stage]);
            in = widths[stage];
        }
    }

    std::vector<WeightSpec> take() { return std::move(m_specs); }

private:
    static std::array<std::int64_t, 5> stemWidths(const ImageConfig& config)
    {
        const std::int64_t d = config.width;
        return {d / 8, d / 4, d / 2, d, d};
    }

    std::vector<WeightSpec> m_specs;
};

}

bool WeightSpec::learns() const
{
    switch (role) {
    case WeightRole::Weight:
    case WeightRole::Bias:
    case WeightRole::NormWeight:
    case WeightRole::NormBias:
    case WeightRole::TimeWeights:
    case WeightRole::Embedding:
        return true;
    case WeightRole::RunningMean:
    case WeightRole::RunningVariance:
    case WeightRole::Count:
    case WeightRole::Table:
    case WeightRole::TableScale:
        return false;
    }
    return false;
}

std::int64_t WeightSpec::numbers() const
{
    return product(shape);
}

std::vector<WeightSpec> imageWeights(const ImageConfig& config)
{
    const std::int64_t d = config.width;
    const std::int64_t hidden = d * config.mlpRatio;
    SpecList list;
    list.single("weights_tensor", {1, config.steps, 1}, WeightRole::TimeWeights);
    list.stem("patch_embed", config);
    for (int i = 0; i < config.blocks; ++i) {
        const auto block = "block." + std::to_string(i);
        for (const char* part : {"q", "k", "v"}) {
            list.layer(block + ".attn." + part + "_conv", {d, d, 1}, false);
            list.batchNorm(block + ".attn." + part + "_bn", d);
        }
        list.layer(block + ".attn.proj_conv", {d, d, 1}, true);
        list.batchNorm(block + ".attn.proj_bn", d);
        list.layer(block + ".mlp.mlp1_conv", {hidden, d, 1, 1}, true);
        list.batchNorm(block + ".mlp.mlp1_bn", hidden);
        list.layer(block + ".mlp.mlp2_conv", {d, hidden, 1, 1}, true);
        list.batchNorm(block + ".mlp.mlp2_bn", d);
    }
    list.layer("proj", {config.embedding, d}, true);
    return list.take();
}

std::vector<WeightSpec> twinWeights(const ImageConfig& config)
{
    const std::int64_t d = config.width;
    const std::int64_t hidden = d * config.mlpRatio;
    SpecList list;
    list.stem("embeddings", config);
    list.layerNorm("pre_layrnorm", d);
    for (int i = 0; i < config.blocks; ++i) {
        const auto layer = "encoder.layers." + std::to_string(i);
        for (const char* part : {"k", "v", "q", "out"})
            list.layer(layer + ".self_attn." + part + "_proj", {d, d}, true);
        list.layerNorm(layer + ".layer_norm1", d);
        list.layer(layer + ".mlp.fc1", {hidden, d}, true);
        list.layer(layer + ".mlp.fc2", {d, hidden}, true);
        list.layerNorm(layer + ".layer_norm2", d);
    }
    list.layerNorm("post_layernorm", d);
    list.layer("proj", {config.embedding, d}, true);
    return list.take();
}

std::vector<WeightSpec> textWeights(const TextConfig& config)
{
    SpecList list;
    list.single("weights_tensor", {1, config.steps, 1}, WeightRole::TimeWeights);
    if (config.input == TextConfig::Input::Tokens) {
        list.single("clip_embedding.token_embedding.weight", {config.vocabulary, config.tableWidth}, WeightRole::Embedding);
        list.single("clip_embedding.position_embedding.weight", {config.positions, config.tableWidth}, WeightRole::Embedding);
    } else {
        list.single("word_table", {config.vocabulary, config.tableWidth}, WeightRole::Table);
        list.single("word_scale", {config.vocabulary}, WeightRole::TableScale);
        list.layer("projection", {config.projection, config.tableWidth}, true);
        list.batchNorm("projection_bn", config.projection);
    }
    list.layer("fc1", {config.hidden, std::int64_t{config.length} * config.projection}, true);
    list.layer("fc2", {config.embedding, config.hidden}, true);
    return list.take();
}

std::int64_t parameterCount(const std::vector<WeightSpec>& specs)
{
    return std::accumulate(specs.begin(), specs.end(), std::int64_t{0}, [](std::int64_t sum, const WeightSpec& spec) {
        return sum + (spec.learns() ? spec.numbers() : 0);
    });
}

void checkShapes(const std::map<std::string, std::vector<std::int64_t>>& shapes, const std::vector<WeightSpec>& specs)
{
    for (const auto& spec : specs) {
        const auto found = shapes.find(spec.key);
        if (found == shapes.end())
            throw Error(ErrorCode::CheckpointForeign, "the weights have no " + spec.key);
        if (found->second != spec.shape)
            throw Error(ErrorCode::CheckpointForeign, spec.key + " has a shape that does not fit the configuration");
    }
    if (shapes.size() != specs.size())
        throw Error(ErrorCode::CheckpointForeign, "the weights have " + std::to_string(shapes.size()) + " tensors, the configuration needs "
                                                      + std::to_string(specs.size()));
}

}
