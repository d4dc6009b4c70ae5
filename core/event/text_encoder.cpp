#include "core/event/text_encoder.h"

#include "core/data/outcome.h"

#include <algorithm>

namespace spikeclip::event {

namespace {

Synapses linear(const WeightSource& weights, const std::string& name, Synapses::Reach reach, int in, int out)
{
    return {reach, {in, out, weights.numbers(name + ".weight", {out, in}), weights.numbers(name + ".bias", {out}), {}}};
}

}

TextEncoder::TextEncoder(const data::TextConfig& config, const WeightSource& weights)
    : m_config(config), m_hidden(linear(weights, "fc1", Synapses::Reach::Whole, config.length * config.projection, config.hidden)),
      m_output(linear(weights, "fc2", Synapses::Reach::Point, config.hidden, config.embedding)),
      m_timeWeights(weights.numbers("weights_tensor", {1, config.steps, 1}))
{
    if (config.input == data::TextConfig::Input::Tokens) {
        m_tokens = weights.numbers("clip_embedding.token_embedding.weight", {config.vocabulary, config.tableWidth});
        m_places = weights.numbers("clip_embedding.position_embedding.weight", {config.positions, config.tableWidth});
    } else {
        m_words = weights.integers("word_table", {config.vocabulary, config.tableWidth});
        m_wordScale = weights.numbers("word_scale", {config.vocabulary});
        m_projection = {config.tableWidth, config.projection, weights.numbers("projection.weight", {config.projection, config.tableWidth}),
                        weights.numbers("projection.bias", {config.projection}), weights.batchNorm("projection_bn", config.projection)};
    }
}

void TextEncoder::check(const std::vector<std::vector<int>>& ids) const
{
    const int lowest = m_config.input == data::TextConfig::Input::Words ? -1 : 0;
    for (const auto& sentence : ids) {
        if (static_cast<int>(sentence.size()) != m_config.length)
            throw Error(ErrorCode::BadShape, "text encoder: a sentence must have " + std::to_string(m_config.length) + " ids");
        if (std::ranges::any_of(sentence, [&](int id) { return id < lowest || id >= m_config.vocabulary; }))
            throw Error(ErrorCode::BadValue, "text encoder: an id lies outside the table of " + std::to_string(m_config.vocabulary));
    }
}

/// What drives the first neurons, the same at every step. Shape   [B * length, projection]
Currents TextEncoder::currents(const std::vector<std::vector<int>>& ids, Workshop& workshop) const
{
    const auto length = static_cast<std::size_t>(m_config.length);
    const auto entries = static_cast<std::size_t>(m_config.tableWidth);
    Currents current(1, static_cast<std::int64_t>(ids.size() * length), m_config.projection); // zero: an empty place stays silent
    std::vector<float> row(entries);
    for (std::size_t sentence = 0; sentence < ids.size(); ++sentence)
        for (std::size_t place = 0; place < length; ++place) {
            auto* out = current.row(0, static_cast<std::int64_t>(sentence * length + place));
            if (ids[sentence][place] < 0)
                continue;
            const auto id = static_cast<std::size_t>(ids[sentence][place]);
            if (m_config.input == data::TextConfig::Input::Tokens) {
                std::transform(m_tokens.begin() + static_cast<std::ptrdiff_t>(id * entries), m_tokens.begin() + static_cast<std::ptrdiff_t>((id + 1) * entries),
                               m_places.begin() + static_cast<std::ptrdiff_t>(place * entries), out, std::plus<>());
            } else {
                std::transform(m_words.begin() + static_cast<std::ptrdiff_t>(id * entries), m_words.begin() + static_cast<std::ptrdiff_t>((id + 1) * entries),
                               row.begin(), [&](std::int8_t entry) { return static_cast<float>(entry) * m_wordScale[id]; });
                multiplyRows(row.data(), 1, m_projection, workshop.loops, out);
            }
        }
    return current;
}

Prefixes TextEncoder::forward(const std::vector<std::vector<int>>& ids, const PassOptions& options, Workshop& workshop) const
{
    using Kind = data::SynapseSite::Kind;
    check(ids);
    Pass pass(options, m_config.steps, static_cast<int>(ids.size()), workshop);

    const data::NeuronSite first{"mlp_lif1", m_config.projection, 1, m_config.length, m_config.lif.threshold};
    auto words = pass.silent(first);
    fire(currents(ids, workshop), true, pass.lif(first, m_config.lif), words, workshop);
    pass.fired(first, words);

    const data::NeuronSite second{"mlp_lif2", m_config.hidden, 1, 1, m_config.lif.threshold};
    auto hidden = pass.silent(second);
    pass.connect(m_hidden, {.name = "fc1", .kind = Kind::Pointwise, .source = first.name, .channelsIn = m_hidden.weights().inputs(), .channelsOut = m_config.hidden, .normalised = false},
                 words, {.spikes = &hidden, .lif = pass.lif(second, m_config.lif)});
    pass.fired(second, hidden);

    Currents outputs(pass.steps(), pass.batch(), m_config.embedding);
    pass.connect(m_output, {.name = "fc2", .kind = Kind::Pointwise, .source = second.name, .channelsIn = m_config.hidden, .channelsOut = m_config.embedding, .normalised = false}, hidden,
                 {.current = &outputs});

    // The reference weights the steps after fc2, whose bias therefore counts once a step: prefix sums of the outputs.
    Prefixes prefixes{.steps = pass.steps(), .batch = pass.batch(), .embedding = m_config.embedding};
    for (int t = 0; t < pass.steps(); ++t)
        for (int b = 0; b < pass.batch(); ++b)
            prefixes.values.insert(prefixes.values.end(), outputs.row(t, b), outputs.row(t, b) + m_config.embedding);
    weighPrefixes(prefixes.values, pass.steps(), m_timeWeights);
    return prefixes;
}

}
