#include "core/nn/weights.h"

#include "core/data/outcome.h"

#include <ATen/ATen.h>
#include <ATen/CPUGeneratorImpl.h>

#include <array>
#include <cmath>
#include <numeric>

namespace spikeclip::nn {

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
        m_specs.push_back({name + ".weight", std::move(shape), Role::Weight, fanIn});
        if (bias)
            m_specs.push_back({name + ".bias", {out}, Role::Bias, fanIn});
    }

    void batchNorm(const std::string& name, std::int64_t channels)
    {
        layerNorm(name, channels);
        m_specs.push_back({name + ".running_mean", {channels}, Role::RunningMean});
        m_specs.push_back({name + ".running_var", {channels}, Role::RunningVariance});
        m_specs.push_back({name + ".num_batches_tracked", {}, Role::Count});
    }

    void layerNorm(const std::string& name, std::int64_t channels)
    {
        m_specs.push_back({name + ".weight", {channels}, Role::NormWeight});
        m_specs.push_back({name + ".bias", {channels}, Role::NormBias});
    }

    void single(const std::string& key, std::vector<std::int64_t> shape, Role role) { m_specs.push_back({key, std::move(shape), role}); }

    void stem(const std::string& name, const data::ImageConfig& config)
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
    static std::array<std::int64_t, 5> stemWidths(const data::ImageConfig& config)
    {
        const std::int64_t d = config.width;
        return {d / 8, d / 4, d / 2, d, d};
    }

    std::vector<WeightSpec> m_specs;
};

std::uint32_t mix(std::uint32_t x)
{
    x *= 2654435761u;
    x ^= x >> 16;
    x *= 2246822519u;
    x ^= x >> 13;
    x *= 3266489917u;
    x ^= x >> 16;
    return x;
}

}

bool WeightSpec::learns() const
{
    switch (role) {
    case Role::Weight:
    case Role::Bias:
    case Role::NormWeight:
    case Role::NormBias:
    case Role::TimeWeights:
    case Role::Embedding:
        return true;
    case Role::RunningMean:
    case Role::RunningVariance:
    case Role::Count:
    case Role::Table:
    case Role::TableScale:
        return false;
    }
    return false;
}

std::vector<WeightSpec> imageWeights(const data::ImageConfig& config)
{
    const std::int64_t d = config.width;
    const std::int64_t hidden = d * config.mlpRatio;
    SpecList list;
    list.single("weights_tensor", {1, config.steps, 1}, Role::TimeWeights);
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

std::vector<WeightSpec> twinWeights(const data::ImageConfig& config)
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

std::vector<WeightSpec> textWeights(const data::TextConfig& config)
{
    SpecList list;
    list.single("weights_tensor", {1, config.steps, 1}, Role::TimeWeights);
    if (config.input == data::TextConfig::Input::Tokens) {
        list.single("clip_embedding.token_embedding.weight", {config.vocabulary, config.tableWidth}, Role::Embedding);
        list.single("clip_embedding.position_embedding.weight", {config.positions, config.tableWidth}, Role::Embedding);
    } else {
        list.single("word_table", {config.vocabulary, config.tableWidth}, Role::Table);
        list.single("word_scale", {config.vocabulary}, Role::TableScale);
        list.layer("projection", {config.projection, config.tableWidth}, true);
        list.batchNorm("projection_bn", config.projection);
    }
    list.layer("fc1", {config.hidden, std::int64_t{config.length} * config.projection}, true);
    list.layer("fc2", {config.embedding, config.hidden}, true);
    return list.take();
}

const at::Tensor& Weights::operator[](const std::string& key) const
{
    const auto found = m_tensors.find(key);
    if (found == m_tensors.end())
        throw Error(ErrorCode::CheckpointForeign, "the weights have no " + key);
    return found->second;
}

Weights Weights::to(const at::Device& device, at::ScalarType realType) const
{
    std::map<std::string, at::Tensor> moved;
    for (const auto& [key, tensor] : m_tensors)
        moved[key] = tensor.detach().to(device, tensor.is_floating_point() ? realType : tensor.scalar_type());
    return Weights(std::move(moved));
}

Weights Weights::clone() const
{
    std::map<std::string, at::Tensor> copies;
    for (const auto& [key, tensor] : m_tensors)
        copies[key] = tensor.detach().clone(); // clone: the copy must not follow later training
    return Weights(std::move(copies));
}

void Weights::setTrainable(const std::vector<WeightSpec>& specs, bool trainable)
{
    for (const auto& spec : specs)
        if (spec.learns())
            m_tensors.at(spec.key).requires_grad_(trainable);
}

void Weights::check(const std::vector<WeightSpec>& specs) const
{
    for (const auto& spec : specs) {
        const auto& tensor = (*this)[spec.key];
        if (tensor.sizes() != at::IntArrayRef(spec.shape))
            throw Error(ErrorCode::CheckpointForeign, spec.key + " has a shape that does not fit the configuration");
    }
    if (m_tensors.size() != specs.size())
        throw Error(ErrorCode::CheckpointForeign, "the weights have " + std::to_string(m_tensors.size()) + " tensors, the configuration needs "
                                                      + std::to_string(specs.size()));
}

Weights initialWeights(const std::vector<WeightSpec>& specs, bool truncatedProjection, std::uint64_t seed)
{
    auto generator = at::detail::createCPUGenerator(seed);
    std::map<std::string, at::Tensor> tensors;
    for (const auto& spec : specs) {
        auto tensor = at::zeros(spec.shape, at::kFloat);
        const bool readout = truncatedProjection && spec.key.starts_with("proj.");
        switch (spec.role) {
        case Role::Weight:
        case Role::Bias:
            if (readout && spec.role == Role::Weight) {
                tensor.normal_(0, 0.02, generator);
            } else if (!readout) {
                const auto bound = 1 / std::sqrt(static_cast<double>(spec.fanIn));
                tensor.uniform_(-bound, bound, generator);
            }
            break;
        case Role::NormWeight:
        case Role::RunningVariance:
        case Role::TableScale:
            tensor.fill_(1);
            break;
        case Role::Embedding:
            tensor.normal_(0, 0.02, generator);
            break;
        case Role::Count:
            tensor = at::zeros(spec.shape, at::kLong);
            break;
        case Role::Table:
            tensor = at::zeros(spec.shape, at::kChar);
            break;
        case Role::TimeWeights: {
            // ln 0.1, ln 0.2, ln 0.4, ln 0.8 to four decimals, as the reference writes them (`algorithm.md` 2.1); the same halving ladder
            // below 0.8 for other counts.
            const auto steps = spec.shape[1];
            for (std::int64_t t = 0; t < steps; ++t)
                tensor[0][t][0] = std::round(1e4 * std::log(0.8 / std::pow(2.0, static_cast<double>(steps - 1 - t)))) / 1e4;
            break;
        }
        case Role::NormBias:
        case Role::RunningMean:
            break;
        }
        tensors[spec.key] = tensor;
    }
    return Weights(std::move(tensors));
}

at::Tensor hashedNumbers(const std::string& key, std::int64_t count)
{
    std::uint32_t phi = 0;
    for (std::size_t p = 0; p < key.size(); ++p)
        phi += static_cast<std::uint32_t>(static_cast<unsigned char>(key[p])) * static_cast<std::uint32_t>(p + 1);
    auto numbers = at::empty({count}, at::kDouble);
    auto* out = numbers.data_ptr<double>();
    for (std::int64_t i = 0; i < count; ++i)
        out[i] = mix(static_cast<std::uint32_t>(i) + 7919u * phi) / 2147483648.0 - 1;
    return numbers;
}

Weights hashedWeights(const std::vector<WeightSpec>& specs, const std::string& salt, double gain)
{
    auto tensors = initialWeights(specs, false, 0).to(at::kCPU, at::kDouble).tensors();
    for (const auto& spec : specs) {
        const auto u = [&] { return hashedNumbers(salt + spec.key, product(spec.shape)).view(spec.shape); };
        auto& tensor = tensors[spec.key];
        switch (spec.role) {
        case Role::Weight:
            tensor = u() * (gain * std::sqrt(3.0 / static_cast<double>(spec.fanIn)));
            break;
        case Role::NormWeight:
            tensor = 1 + 0.1 * u();
            break;
        case Role::RunningVariance:
            tensor = 1 + 0.2 * u();
            break;
        case Role::Bias:
        case Role::NormBias:
        case Role::RunningMean:
            tensor = 0.1 * u();
            break;
        case Role::Embedding:
            tensor = 1.5 * u();
            break;
        case Role::TimeWeights:
            tensor = initialWeights({spec}, false, 0)[spec.key].to(at::kDouble); // rounded to float32, as the file says
            break;
        case Role::Count:
        case Role::Table:
        case Role::TableScale:
            break;
        }
    }
    return Weights(std::move(tensors));
}

std::int64_t parameterCount(const std::vector<WeightSpec>& specs)
{
    return std::accumulate(specs.begin(), specs.end(), std::int64_t{0}, [](std::int64_t sum, const WeightSpec& spec) {
        return sum + (spec.learns() ? product(spec.shape) : 0);
    });
}

}
