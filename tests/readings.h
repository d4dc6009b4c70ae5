#pragma once

#include "core/data/label_text.h"
#include "tests/spikes.h"

#include <string>

/// Labels as a text encoder of eight tokens reads them, with spikes by chance.
namespace spikeclip::test {

inline constexpr int tokens = 8;
inline constexpr int channels = 20;

inline data::LayerActivity layerOf(const char* name, data::SpikeShape shape, double rate, unsigned seed)
{
    const auto spikes = chanceRecord(shape, rate, seed);
    return {.name = name, .neurons = shape.neurons(), .spikesPerStep = {}, .spikes = spikes};
}

/// "photo" of the template, one unknown word, and the label.
inline data::LabelReading readingOf(const char* label, unsigned seed, int wide = channels)
{
    return {.label = label,
            .sentence = std::string("photo zorgle ") + label,
            .words = {{.text = "photo", .id = 3, .place = 6, .ofTemplate = true},
                      {.text = "zorgle"},
                      {.text = label, .id = static_cast<int>(seed) + 100, .place = 7}},
            .truncated = false,
            .layers = {layerOf("mlp_lif1", {.steps = 4, .batch = 1, .height = 1, .width = tokens, .channels = wide}, 0.1, seed),
                       layerOf("mlp_lif2", {.steps = 4, .batch = 1, .height = 1, .width = 1, .channels = 70}, 0.1, seed + 50)}};
}

}
