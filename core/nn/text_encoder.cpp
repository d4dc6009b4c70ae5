#include "core/nn/encoders.h"

#include "core/data/outcome.h"
#include "core/nn/pass.h"

#include <ATen/ATen.h>

namespace spikeclip::nn {

TextEncoder::TextEncoder(data::TextConfig config, Weights weights) : m_config(std::move(config)), m_weights(std::move(weights))
{
    m_weights.check(textWeights(m_config));
}

at::Tensor TextEncoder::currents(const at::Tensor& ids, const ForwardOptions& options) const
{
    if (m_config.input == data::TextConfig::Input::Tokens) {
        const auto positions = m_weights["clip_embedding.position_embedding.weight"].narrow(0, 0, m_config.length);
        return at::embedding(m_weights["clip_embedding.token_embedding.weight"], ids) + positions; // [B, length, tableWidth]
    }

    // Only real words pass the projection: an empty place stays at 0 and silent, and does not enter the batch statistics.
    const auto places = ids.flatten().ge(0).nonzero().squeeze(1);                                             // [words]
    const auto known = ids.flatten().index_select(0, places);                                                 // [words]
    const auto& scale = m_weights["word_scale"];
    const auto rows = m_weights["word_table"].index_select(0, known).to(scale.scalar_type()) * scale.index_select(0, known).unsqueeze(1);
    const Pass pass(m_weights, options, 1);
    const auto projected = pass.linear(rows, "projection");                                                   // [words, projection]
    const bool shared = options.training && options.peers; // then even a process without words takes part in the statistics
    const auto normed = known.numel() > 0 || shared ? pass.normalise(projected, "projection_bn") : projected;
    return at::zeros({ids.numel(), m_config.projection}, normed.options()).index_copy(0, places, normed).view({ids.size(0), m_config.length, m_config.projection});
}

at::Tensor TextEncoder::forward(const at::Tensor& ids, const ForwardOptions& options) const
{
    const bool words = m_config.input == data::TextConfig::Input::Words;
    if (ids.dim() != 2 || ids.size(1) != m_config.length)
        throw Error(ErrorCode::BadShape, "text encoder: ids must be [B, " + std::to_string(m_config.length) + "]");
    if (ids.numel() > 0 && (ids.min().item<std::int64_t>() < (words ? -1 : 0) || ids.max().item<std::int64_t>() >= m_config.vocabulary))
        throw Error(ErrorCode::BadValue, "text encoder: an id lies outside the table of " + std::to_string(m_config.vocabulary));

    const auto settled = onDeviceOf(m_weights["weights_tensor"], options);
    const auto steps = data::checkedSteps(options.steps, m_config.steps);
    const Pass pass(m_weights, settled, steps);
    const auto current = currents(ids, settled);

    const NeuronSite first{"mlp_lif1", m_config.projection, 1, m_config.length, m_config.lif.threshold};
    const auto input = pass.fire(current, "", first, m_config.lif, true).flatten(1); // [T * B, length * projection], token-major
    pass.connected({.name = "fc1",
                    .kind = SynapseSite::Kind::Pointwise,
                    .source = "mlp_lif1",
                    .channelsIn = m_config.length * m_config.projection,
                    .channelsOut = m_config.hidden,
                    .normalised = false});
    const auto hidden = pass.linear(input, "fc1"); // [T * B, hidden]

    const NeuronSite second{"mlp_lif2", m_config.hidden, 1, 1, m_config.lif.threshold};
    const auto spikes = pass.fire(hidden.unsqueeze(1), "", second, m_config.lif, false).squeeze(1);
    pass.connected({.name = "fc2",
                    .kind = SynapseSite::Kind::Pointwise,
                    .source = "mlp_lif2",
                    .channelsIn = m_config.hidden,
                    .channelsOut = m_config.embedding,
                    .normalised = false});

    // The reference weights the steps after fc2, whose bias therefore counts once a step: prefix sums of the outputs.
    const auto outputs = pass.linear(spikes, "fc2").unflatten(0, {steps, -1}); // [T, B, E]
    const auto timeWeights = m_weights["weights_tensor"].select(2, 0).select(0, 0).narrow(0, 0, steps).view({steps, 1, 1});
    return (outputs * timeWeights).cumsum(0);
}

}
