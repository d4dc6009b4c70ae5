#pragma once

#include "core/data/model_config.h"
#include "core/event/pass.h"
#include "core/event/weight_source.h"

#include <utility>
#include <vector>

namespace spikeclip::event {

/// The spiking text encoder on bits, in eval mode: the same network as nn::TextEncoder. Source: `algorithm.md` 2.2
class TextEncoder
{
public:
    /// Errors  those of `weights`; Error(BadValue) for weights that are not finite
    TextEncoder(const data::TextConfig& config, const WeightSource& weights);

    /// Shape   ids [B][length] (Words: -1 is an empty place, which stays silent)  ->  [T, B, E]
    /// Errors  Error(TooManySteps), Error(BadShape), Error(BadValue) for an id outside the table, Stopped
    Prefixes forward(const std::vector<std::vector<int>>& ids, const PassOptions& options, Workshop& workshop) const;

    const data::TextConfig& config() const { return m_config; }

private:
    Currents currents(const std::vector<std::vector<int>>& ids, Workshop& workshop) const;
    void check(const std::vector<std::vector<int>>& ids) const;

    data::TextConfig m_config;
    std::vector<float> m_tokens;        ///< Tokens: [vocabulary, tableWidth]
    std::vector<float> m_places;        ///< Tokens: [length, tableWidth]
    std::vector<std::int8_t> m_words;   ///< Words: [vocabulary, tableWidth]
    std::vector<float> m_wordScale;     ///< Words: [vocabulary]
    PackedWeights m_projection;         ///< Words: with its normalisation
    Synapses m_hidden;                  ///< fc1
    Synapses m_output;                  ///< fc2
    std::vector<float> m_timeWeights;
};

}
