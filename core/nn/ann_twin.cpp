#include "core/nn/encoders.h"

#include "core/data/outcome.h"
#include "core/nn/pass.h"

#include <ATen/ATen.h>

#include <algorithm>
#include <cmath>

namespace spikeclip::nn {

namespace {

/// One forward pass of the twin. Tokens are [B, N, D].
class TwinPass
{
public:
    TwinPass(const data::ImageConfig& config, const Weights& weights, const ForwardOptions& options)
        : m_config(config), m_weights(weights), m_pass(weights, options, 1)
    {
    }

    at::Tensor embed(const at::Tensor& pictures) const
    {
        const auto weight = [&](int stage) { return m_weights[block(stage) + "_conv.weight"]; };
        auto x = m_pass.firstConvolution(pictures, weight(0));
        for (int stage = 1; stage <= 4; ++stage) {
            const bool pooled = std::ranges::count(m_config.poolBefore, stage) > 0;
            const auto normName = block(stage - 1) + "_bn";
            if (m_config.twinStemRelu) {
                x = m_pass.rectified(x, normName, pooled, weight(stage));
                continue;
            }
            x = m_pass.normalise(x, normName);
            x = m_pass.convolution(pooled ? at::max_pool2d(x, 3, 2, 1) : x, weight(stage), {}, 1);
        }
        x = m_pass.normalise(x, block(4) + "_bn");
        return norm(x.flatten(2).transpose(1, 2), "pre_layrnorm"); // [B, D, H, W] -> [B, N, D]
    }

    at::Tensor attention(const at::Tensor& x, const std::string& layer) const
    {
        const auto name = layer + ".self_attn.";
        const auto headWidth = m_config.width / m_config.heads;
        const auto tokens = m_pass.factor(x);
        const auto heads = [&](const std::string& part) {
            return m_pass.linear(tokens, name + part).unflatten(2, {m_config.heads, headWidth}).transpose(1, 2);
        };
        const auto q = heads("q_proj") * (1 / std::sqrt(static_cast<double>(headWidth)));
        const auto weights = at::softmax(at::matmul(q, heads("k_proj").transpose(-1, -2)), -1, x.scalar_type());
        const auto gathered = at::matmul(m_pass.factor(weights), heads("v_proj")); // [B, heads, N, d]
        return m_pass.linear(gathered.transpose(1, 2).flatten(2), name + "out_proj").to(x.scalar_type());
    }

    at::Tensor mlp(const at::Tensor& x, const std::string& layer) const
    {
        const auto hidden = m_pass.linear(m_pass.factor(x), layer + ".mlp.fc1");
        return m_pass.linear(m_pass.quickGelu(hidden), layer + ".mlp.fc2").to(x.scalar_type());
    }

    at::Tensor norm(const at::Tensor& x, const std::string& name) const
    {
        return at::layer_norm(x, {m_config.width}, m_weights[name + ".weight"], m_weights[name + ".bias"], 1e-5);
    }

    at::Tensor linear(const at::Tensor& x, const std::string& name) const { return m_pass.linear(x, name); }

private:
    static std::string block(int stage) { return "embeddings.block" + std::to_string(stage); }

    const data::ImageConfig& m_config;
    const Weights& m_weights;
    Pass m_pass;
};

}

AnnTwin::AnnTwin(data::ImageConfig config, Weights weights) : m_config(std::move(config)), m_weights(std::move(weights))
{
    m_weights.check(twinWeights(m_config));
}

at::Tensor AnnTwin::forward(const at::Tensor& pictures, const ForwardOptions& options) const
{
    if (pictures.dim() != 4 || pictures.size(1) != m_config.channels || pictures.size(2) != m_config.imageSize || pictures.size(3) != m_config.imageSize)
        throw Error(ErrorCode::BadShape, "ANN twin: pictures must be [B, channels, size, size]");
    const auto settled = onDeviceOf(pictures, options);
    const TwinPass pass(m_config, m_weights, settled);
    auto x = pass.embed(pictures);
    for (int i = 0; i < m_config.blocks; ++i) {
        const auto layer = "encoder.layers." + std::to_string(i);
        x = x + pass.attention(pass.norm(x, layer + ".layer_norm1"), layer);
        x = x + pass.mlp(pass.norm(x, layer + ".layer_norm2"), layer);
    }
    return pass.linear(pass.norm(x.mean(1), "post_layernorm"), "proj");
}

}
