#include "core/event/image_encoder.h"

#include "core/data/outcome.h"
#include "core/event/attention.h"

#include <algorithm>
#include <array>

namespace spikeclip::event {

namespace {

std::array<int, 5> stemWidths(const data::ImageConfig& config)
{
    return {config.width / 8, config.width / 4, config.width / 2, config.width, config.width};
}

std::string stage(int index) { return "patch_embed.block" + std::to_string(index); }

bool pooledBefore(const data::ImageConfig& config, int index) { return std::ranges::count(config.poolBefore, index) > 0; }

PackedWeights convolution(const WeightSource& weights, int index, int in, int out)
{
    const auto kernel = weights.numbers(stage(index) + "_conv.weight", {out, in, 3, 3});
    return {9 * in, out, windowFirst(kernel, out, in), {}, weights.batchNorm(stage(index) + "_bn", out)};
}

/// A 1x1 convolution. The reference stores those of attention with three axes, those of the MLP with four.
Synapses pointwise(const WeightSource& weights, const std::string& name, int in, int out, bool attention, bool biased)
{
    const auto shape = attention ? std::vector<std::int64_t>{out, in, 1} : std::vector<std::int64_t>{out, in, 1, 1};
    const auto bias = biased ? weights.numbers(name + "_conv.bias", {out}) : std::vector<float>();
    return {Synapses::Reach::Point, {in, out, weights.numbers(name + "_conv.weight", shape), bias, weights.batchNorm(name + "_bn", out)}};
}

}

ImageEncoder::ImageEncoder(const data::ImageConfig& config, const WeightSource& weights)
    : m_config(config), m_first(config.channels, convolution(weights, 0, config.channels, config.width / 8)),
      m_timeWeights(weights.numbers("weights_tensor", {1, config.steps, 1})),
      m_readout(config.width, config.embedding, weights.numbers("proj.weight", {config.embedding, config.width}),
                weights.numbers("proj.bias", {config.embedding}), {})
{
    const auto widths = stemWidths(config);
    for (int i = 1; i <= 4; ++i)
        m_stem.emplace_back(Synapses::Reach::Window,
                            convolution(weights, i, widths[static_cast<std::size_t>(i - 1)], widths[static_cast<std::size_t>(i)]));
    const int d = config.width;
    const int hidden = d * config.mlpRatio;
    for (int i = 0; i < config.blocks; ++i) {
        const auto attention = "block." + std::to_string(i) + ".attn.";
        const auto mlp = "block." + std::to_string(i) + ".mlp.";
        m_blocks.push_back({pointwise(weights, attention + "q", d, d, true, false), pointwise(weights, attention + "k", d, d, true, false),
                            pointwise(weights, attention + "v", d, d, true, false), pointwise(weights, attention + "proj", d, d, true, true),
                            pointwise(weights, mlp + "mlp1", d, hidden, false, true), pointwise(weights, mlp + "mlp2", hidden, d, false, true)});
    }
}

/// One forward pass.
class ImageEncoder::Run
{
public:
    Run(const ImageEncoder& encoder, const PassOptions& options, int batch, Workshop& workshop)
        : m_encoder(encoder), m_config(encoder.m_config), m_pass(options, m_config.steps, batch, workshop)
    {
    }

    Prefixes compute(const std::vector<std::span<const float>>& pictures)
    {
        auto spikes = stem(pictures);
        for (int i = 0; i < m_config.blocks; ++i) {
            const auto& block = m_encoder.m_blocks[static_cast<std::size_t>(i)];
            const auto name = "block." + std::to_string(i);
            spikes = attention(block, name + ".attn.", name + ".mlp.mlp1_lif", spikes);
            spikes = mlp(block, name + ".mlp.", i + 1 < m_config.blocks ? "block." + std::to_string(i + 1) + ".attn.proj_lif" : "", spikes);
        }
        return readout();
    }

private:
    data::NeuronSite neurons(const std::string& name, int channels, int side) const
    {
        return {name, channels, side, side, m_config.lif.threshold};
    }

    data::NeuronSite gridNeurons(const std::string& name, int channels) const { return neurons(name, channels, m_config.gridSize()); }

    /// Pictures to the residual stream, and the first neurons that read it. Without blocks there are none.
    Spikes stem(const std::vector<std::span<const float>>& pictures)
    {
        using Kind = data::SynapseSite::Kind;
        const auto widths = stemWidths(m_config);
        int side = m_config.imageSize;
        Currents current(1, std::int64_t{m_pass.batch()} * side * side, widths[0]); // the same at every step
        m_pass.timed({.name = stage(0) + "_conv", .kind = Kind::Picture, .channelsIn = m_config.channels, .channelsOut = widths[0], .height = side, .width = side},
                     0, [&] {
                         for (int b = 0; b < m_pass.batch(); ++b)
                             m_encoder.m_first.run(pictures[static_cast<std::size_t>(b)], side, std::int64_t{b} * side * side, current, m_pass.workshop());
                     });
        auto spikes = firedStage(1, current, side);
        for (int i = 1; i <= 4; ++i) {
            const auto& synapses = m_encoder.m_stem[static_cast<std::size_t>(i - 1)];
            const int out = synapses.weights().outputs();
            const data::SynapseSite site{.name = stage(i) + "_conv", .kind = Kind::Convolution, .source = stage(i) + "_lif", .channelsIn = spikes.shape.channels,
                                         .channelsOut = out, .height = side, .width = side};
            if (i == 4) {
                m_residual = Currents(m_pass.steps(), spikes.rows(), out);
                if (m_config.blocks == 0)
                    m_pass.connect(synapses, site, spikes, {.current = &m_residual});
                else
                    spikes = connectToNeurons(synapses, site, spikes, gridNeurons("block.0.attn.proj_lif", out), &m_residual, false);
            } else if (pooledBefore(m_config, i + 1)) {
                current = Currents(m_pass.steps(), spikes.rows(), out);
                m_pass.connect(synapses, site, spikes, {.current = &current});
                spikes = firedStage(i + 1, current, side);
            } else {
                spikes = connectToNeurons(synapses, site, spikes, neurons(stage(i + 1) + "_lif", out, side));
            }
        }
        return spikes;
    }

    /// Neurons of a stem stage on a stored current, pooled first where the configuration says so.
    Spikes firedStage(int index, Currents& current, int& side)
    {
        const bool constant = index == 1;
        if (pooledBefore(m_config, index)) {
            current = pooled(current, m_pass.batch(), side, side, m_pass.workshop());
            side /= 2;
        }
        const auto site = neurons(stage(index) + "_lif", current.channels, side);
        auto spikes = m_pass.silent(site);
        fireOn(current, constant, site, spikes);
        m_pass.fired(site, spikes);
        return spikes;
    }

    /// Neurons on a stored current.
    void fireOn(const Currents& current, bool constant, const data::NeuronSite& site, Spikes& spikes)
    {
        const auto lif = m_pass.lif(site, m_config.lif);
        fire(current, constant, lif, spikes, m_pass.workshop());
        if (m_pass.wantsCurrent(site))
            m_pass.keep(site, lif, current);
    }

    /// Synapses and the neurons that their current drives, in one go. With `stored` the current is kept there, or added to it.
    Spikes connectToNeurons(const Synapses& synapses, const data::SynapseSite& site, const Spikes& in, const data::NeuronSite& neuronSite,
                            Currents* stored = nullptr, bool add = false)
    {
        auto spikes = m_pass.silent(neuronSite);
        const auto lif = m_pass.lif(neuronSite, m_config.lif);
        Currents wanted;
        if (m_pass.wantsCurrent(neuronSite) && !stored) {
            wanted = Currents(m_pass.steps(), in.rows(), neuronSite.channels);
            stored = &wanted;
        }
        m_pass.connect(synapses, site, in, {.current = stored, .add = add, .spikes = &spikes, .lif = lif});
        if (m_pass.wantsCurrent(neuronSite))
            m_pass.keep(neuronSite, lif, *stored);
        m_pass.fired(neuronSite, spikes);
        return spikes;
    }

    data::SynapseSite pointwiseSite(const std::string& name, const std::string& source, const Synapses& synapses) const
    {
        return {.name = name, .kind = data::SynapseSite::Kind::Pointwise, .source = source, .channelsIn = synapses.weights().inputs(),
                .channelsOut = synapses.weights().outputs(), .height = m_config.gridSize(), .width = m_config.gridSize()};
    }

    /// Adds to the residual stream and returns the spikes of the neurons `next`, which read the sum.
    Spikes attention(const Block& block, const std::string& name, const std::string& next, const Spikes& in)
    {
        const auto project = [&](const char* part, const Synapses& synapses) {
            return connectToNeurons(synapses, pointwiseSite(name + part + "_conv", name + "proj_lif", synapses), in,
                                    gridNeurons(name + part + "_lif", m_config.width));
        };
        const auto q = project("q", block.q);
        const auto k = project("k", block.k);
        const auto v = project("v", block.v);

        data::SynapseSite products{.name = name + "qk", .kind = data::SynapseSite::Kind::Coincidences, .source = name + "q_lif", .second = name + "k_lif",
                                   .third = name + "v_lif", .channelsIn = m_config.width, .channelsOut = m_config.width, .height = m_config.gridSize(),
                                   .width = m_config.gridSize(), .heads = m_config.heads};
        auto site = gridNeurons(name + "attn_lif", m_config.width);
        site.threshold = m_config.attentionThreshold;
        auto spikes = m_pass.silent(site);
        m_pass.timed(products, 0, [] {});
        products.name = name + "av";
        products.kind = data::SynapseSite::Kind::Gathering;
        m_pass.timed(products, q.firingRate(), [&] {
            const auto current = attend(q, k, v, m_config.heads, m_config.attentionScale, m_pass.workshop());
            fireOn(current, false, site, spikes);
        });
        m_pass.fired(site, spikes);
        return connectToNeurons(block.attention, pointwiseSite(name + "proj_conv", site.name, block.attention), spikes,
                                gridNeurons(next, m_config.width), &m_residual, true);
    }

    /// The same; without `next` nobody reads the sum but the readout.
    Spikes mlp(const Block& block, const std::string& name, const std::string& next, const Spikes& in)
    {
        const auto hidden = connectToNeurons(block.expand, pointwiseSite(name + "mlp1_conv", name + "mlp1_lif", block.expand), in,
                                             gridNeurons(name + "mlp2_lif", block.expand.weights().outputs()));
        const auto site = pointwiseSite(name + "mlp2_conv", name + "mlp2_lif", block.contract);
        if (!next.empty())
            return connectToNeurons(block.contract, site, hidden, gridNeurons(next, m_config.width), &m_residual, true);
        m_pass.connect(block.contract, site, hidden, {.current = &m_residual, .add = true});
        return hidden;
    }

    /// Mean over the positions, weighted prefix sums, last linear layer.
    Prefixes readout()
    {
        const int positions = m_config.gridSize() * m_config.gridSize();
        const int rows = m_pass.steps() * m_pass.batch();
        Prefixes prefixes{.steps = m_pass.steps(), .batch = m_pass.batch(), .embedding = m_config.embedding};
        m_pass.timed({.name = "proj", .kind = data::SynapseSite::Kind::Readout, .channelsIn = m_config.width, .channelsOut = m_config.embedding}, 0, [&] {
            std::vector<float> features; // [T, B, D]
            features.reserve(static_cast<std::size_t>(rows * m_config.width));
            std::vector<float> sum(static_cast<std::size_t>(m_residual.stride));
            for (int row = 0; row < rows; ++row) {
                std::ranges::fill(sum, 0.0F);
                for (int p = 0; p < positions; ++p)
                    std::transform(sum.begin(), sum.end(), m_residual.row(0, std::int64_t{row} * positions + p), sum.begin(), std::plus<>());
                std::transform(sum.begin(), sum.begin() + m_config.width, std::back_inserter(features),
                               [&](float total) { return total / static_cast<float>(positions); });
            }
            weighPrefixes(features, m_pass.steps(), m_encoder.m_timeWeights);
            const auto stride = static_cast<std::size_t>(m_encoder.m_readout.stride());
            Floats out(static_cast<std::size_t>(rows) * stride);
            multiplyRows(features.data(), rows, m_encoder.m_readout, m_pass.workshop().loops, out.data());
            for (std::size_t row = 0; row < static_cast<std::size_t>(rows); ++row)
                prefixes.values.insert(prefixes.values.end(), out.data() + row * stride, out.data() + row * stride + m_config.embedding);
        });
        return prefixes;
    }

    const ImageEncoder& m_encoder;
    const data::ImageConfig& m_config;
    Pass m_pass;
    Currents m_residual; ///< [T, B * positions, D]
};

Prefixes ImageEncoder::forward(const std::vector<std::span<const float>>& pictures, const PassOptions& options, Workshop& workshop) const
{
    const auto size = static_cast<std::size_t>(m_config.channels * m_config.imageSize * m_config.imageSize);
    if (std::ranges::any_of(pictures, [&](const auto& picture) { return picture.size() != size; }))
        throw Error(ErrorCode::BadShape, "image encoder: a picture must have " + std::to_string(size) + " numbers");
    return Run(*this, options, static_cast<int>(pictures.size()), workshop).compute(pictures);
}

std::vector<std::pair<const Synapses*, data::SpikeShape>> ImageEncoder::layers() const
{
    std::vector<std::pair<const Synapses*, data::SpikeShape>> layers;
    int side = m_config.imageSize;
    const auto widths = stemWidths(m_config);
    const auto add = [&](const Synapses& synapses, int channels) {
        layers.emplace_back(&synapses, data::SpikeShape{.steps = m_config.steps, .batch = 1, .height = side, .width = side, .channels = channels});
    };
    for (int i = 1; i <= 4; ++i) {
        side = pooledBefore(m_config, i) ? side / 2 : side;
        add(m_stem[static_cast<std::size_t>(i - 1)], widths[static_cast<std::size_t>(i - 1)]);
    }
    for (const auto& block : m_blocks) {
        for (const auto* synapses : {&block.q, &block.k, &block.v, &block.attention, &block.expand})
            add(*synapses, m_config.width);
        add(block.contract, m_config.width * m_config.mlpRatio);
    }
    return layers;
}

}
