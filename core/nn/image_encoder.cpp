#include "core/nn/encoders.h"

#include "core/data/outcome.h"
#include "core/nn/pass.h"
#include "core/nn/spiking_layer.h"

#include <ATen/ATen.h>

#include <algorithm>

namespace spikeclip::nn {

namespace {

/// One forward pass of the spiking image encoder. Activations are [T * B, C, H, W].
class ImagePass
{
public:
    ImagePass(const data::ImageConfig& config, const Weights& weights, const ForwardOptions& options, int steps)
        : m_config(config), m_pass(weights, options, steps)
    {
    }

    /// Shape   pictures [B, 3, S, S]  ->  [T * B, D, H, W]
    at::Tensor stem(const at::Tensor& pictures) const
    {
        int side = m_config.imageSize;
        auto x = m_pass.firstConvolution(pictures, m_pass.weight("patch_embed.block0_conv.weight")); // [B, D/8, S, S]: the same at every step, so computed once
        m_pass.connected({.name = "patch_embed.block0_conv",
                          .kind = SynapseSite::Kind::Picture,
                          .channelsIn = m_config.channels,
                          .channelsOut = static_cast<int>(x.size(1)),
                          .height = side,
                          .width = side});
        for (int stage = 1; stage <= 4; ++stage) {
            const auto before = "patch_embed.block" + std::to_string(stage - 1);
            const auto block = "patch_embed.block" + std::to_string(stage);
            const bool constantInput = stage == 1;
            const bool pooled = std::ranges::count(m_config.poolBefore, stage) > 0;
            if (pooled)
                side /= 2;
            const NeuronSite site{block + "_lif", static_cast<int>(x.size(1)), side, side, m_config.lif.threshold};
            const auto& weight = m_pass.weight(block + "_conv.weight");
            const SynapseSite synapses{.name = block + "_conv",
                                       .kind = SynapseSite::Kind::Convolution,
                                       .source = site.name,
                                       .channelsIn = site.channels,
                                       .channelsOut = static_cast<int>(weight.size(0)),
                                       .height = side,
                                       .width = side};
            x = m_pass.layer(x, before + "_bn", pooled, site, m_config.lif, constantInput, {synapses, weight, {}});
        }
        return m_pass.normalise(x, "patch_embed.block4_bn");
    }

    /// Shape   x [T * B, D, H, W]  ->  the same
    at::Tensor attention(const at::Tensor& x, const std::string& block) const
    {
        const auto name = block + ".attn.";
        const auto current = m_pass.closed() ? gatheredAtOnce(x, name) : gathered(x, name); // a product of integers times the scale
        auto lif = m_config.lif;
        lif.threshold = m_config.attentionThreshold;
        const auto y = m_pass.layer(current, "", false, site(name + "attn_lif", m_config.width, lif), lif, false,
                                    pointwise(name + "proj_conv", name + "attn_lif"));
        return m_pass.normalise(y, name + "proj_bn");
    }

    /// Shape   x [T * B, D, H, W]  ->  the same
    at::Tensor mlp(const at::Tensor& x, const std::string& block) const
    {
        const auto name = block + ".mlp.";
        const auto hidden = m_pass.layer(x, "", false, site(name + "mlp1_lif", m_config.width, m_config.lif), m_config.lif, false,
                                         pointwise(name + "mlp1_conv", name + "mlp1_lif"));
        const auto y = m_pass.layer(hidden, name + "mlp1_bn", false, site(name + "mlp2_lif", static_cast<int>(hidden.size(1)), m_config.lif), m_config.lif,
                                    false, pointwise(name + "mlp2_conv", name + "mlp2_lif"));
        return m_pass.normalise(y, name + "mlp2_bn");
    }

    /// Shape   pictures [B, 3, S, S]  ->  [T, B, D], the mean over all positions
    at::Tensor features(const at::Tensor& pictures) const
    {
        auto x = stem(pictures);
        for (int i = 0; i < m_config.blocks; ++i) {
            const auto block = "block." + std::to_string(i);
            x = x + attention(x, block);
            x = x + mlp(x, block);
        }
        return x.mean({2, 3}).unflatten(0, {m_pass.steps(), -1});
    }

    /// Shape   features [T, B, D]  ->  [T, B, E]
    at::Tensor readout(const at::Tensor& features) const
    {
        m_pass.connected({.name = "proj",
                          .kind = SynapseSite::Kind::Readout,
                          .channelsIn = m_config.width,
                          .channelsOut = m_config.embedding});
        return m_pass.readout(features, "proj");
    }

private:
    /// Shape   x [T * B, D, H, W]  ->  the same
    at::Tensor gathered(const at::Tensor& x, const std::string& name) const
    {
        const auto input = m_pass.fire(x, "", site(name + "proj_lif", m_config.width, m_config.lif), m_config.lif, false);
        const auto project = [&](const std::string& part) {
            const auto synapses = pointwise(name + part + "_conv", name + "proj_lif");
            m_pass.connected(synapses.site);
            const auto y = m_pass.convolution(input, synapses.weight.unsqueeze(-1).unsqueeze(-1), {}, 0);
            return m_pass.fire(y, name + part + "_bn", site(name + part + "_lif", m_config.width, m_config.lif), m_config.lif, false);
        };
        const auto q = heads(project("q")); // [T * B, heads, d, N]
        const auto k = heads(project("k"));
        const auto v = heads(project("v"));

        // All entries are small integers, so (q k^T) v = q (k^T v) exactly; the order with fewer products is taken.
        const bool keysFirst = q.size(2) < q.size(3);
        const auto products = keysFirst ? at::matmul(at::matmul(v, k.transpose(-1, -2)), q)
                                        : at::matmul(v, at::matmul(k.transpose(-1, -2), q)); // [T * B, heads, d, N]
        connectProducts(name);
        return products.reshape(x.sizes()) * m_config.attentionScale; // exact: the scale is a power of two by default
    }

    /// The same; queries, keys and values read the same spikes, so their synapses are one layer.
    at::Tensor gatheredAtOnce(const at::Tensor& x, const std::string& name) const
    {
        auto synapses = pointwise(name + "q_conv", name + "proj_lif");
        synapses.weight = at::cat({synapses.weight, pointwise(name + "k_conv", "").weight, pointwise(name + "v_conv", "").weight});
        const auto y = m_pass.layer(x, "", false, site(name + "proj_lif", m_config.width, m_config.lif), m_config.lif, false, synapses); // [T * B, 3 D, H, W]
        const auto spikes = m_pass.fireTogether(y, {name + "q_bn", name + "k_bn", name + "v_bn"}, m_config.lif);
        return spikingAttention(spikes, m_config.heads, m_config.attentionScale);
    }

    NeuronSite site(const std::string& name, int channels, const data::LifOptions& lif) const
    {
        return {name, channels, m_config.gridSize(), m_config.gridSize(), lif.threshold};
    }

    Pass::Synapses pointwise(const std::string& name, const std::string& source) const
    {
        const auto weight = m_pass.weight(name + ".weight").flatten(1); // [D, C]
        const bool biased = name.find("proj") != std::string::npos || name.find("mlp") != std::string::npos; // q, k and v have none
        return {{.name = name,
                 .kind = SynapseSite::Kind::Pointwise,
                 .source = source,
                 .channelsIn = static_cast<int>(weight.size(1)),
                 .channelsOut = static_cast<int>(weight.size(0)),
                 .height = m_config.gridSize(),
                 .width = m_config.gridSize()},
                weight,
                biased ? m_pass.weight(name + ".bias") : at::Tensor()};
    }

    /// Head h owns channels h * d ... (h + 1) * d - 1. Shape   [T * B, D, H, W]  ->  [T * B, heads, d, N]
    at::Tensor heads(const at::Tensor& x) const { return x.reshape({x.size(0), m_config.heads, m_config.width / m_config.heads, -1}); }

    void connectProducts(const std::string& name) const
    {
        SynapseSite site{.name = name + "qk",
                         .kind = SynapseSite::Kind::Coincidences,
                         .source = name + "q_lif",
                         .second = name + "k_lif",
                         .third = name + "v_lif",
                         .channelsIn = m_config.width,
                         .channelsOut = m_config.width,
                         .height = m_config.gridSize(),
                         .width = m_config.gridSize(),
                         .heads = m_config.heads};
        m_pass.connected(site);
        site.name = name + "av";
        site.kind = SynapseSite::Kind::Gathering;
        m_pass.connected(site);
    }

    const data::ImageConfig& m_config;
    Pass m_pass;
};

}

ImageEncoder::ImageEncoder(data::ImageConfig config, Weights weights) : m_config(std::move(config)), m_weights(std::move(weights))
{
    m_weights.check(imageWeights(m_config));
}

at::Tensor ImageEncoder::forward(const at::Tensor& pictures, const ForwardOptions& options) const
{
    check(pictures);
    const auto settled = onDeviceOf(pictures, options);
    const ImagePass pass(m_config, m_weights, settled, data::checkedSteps(options.steps, m_config.steps));
    return pass.readout(pass.features(pictures));
}

at::Tensor ImageEncoder::features(const at::Tensor& pictures, const ForwardOptions& options) const
{
    check(pictures);
    const auto settled = onDeviceOf(pictures, options);
    return ImagePass(m_config, m_weights, settled, data::checkedSteps(options.steps, m_config.steps)).features(pictures);
}

at::Tensor ImageEncoder::readout(const at::Tensor& features, const ForwardOptions& options) const
{
    if (features.dim() != 3 || features.size(2) != m_config.width)
        throw Error(ErrorCode::BadShape, "image encoder: features must be [T, B, width]");
    return ImagePass(m_config, m_weights, options, data::checkedSteps(static_cast<int>(features.size(0)), m_config.steps)).readout(features);
}

void ImageEncoder::check(const at::Tensor& pictures) const
{
    if (pictures.dim() != 4 || pictures.size(1) != m_config.channels || pictures.size(2) != m_config.imageSize || pictures.size(3) != m_config.imageSize)
        throw Error(ErrorCode::BadShape, "image encoder: pictures must be [B, channels, size, size]");
}

}
