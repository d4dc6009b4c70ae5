#pragma once

#include "core/data/labelled_set.h"
#include "core/energy/site_counts.h"

#include <algorithm>
#include <cmath>
#include <random>

/// Judged pictures by chance, of a small network with every kind of layer.
namespace spikeclip::test {

/// The later a step, the surer and the more often right.
inline data::LabelledSet labelledSet(int pictures, int steps, unsigned seed = 1)
{
    using Kind = data::SynapseSite::Kind;
    data::LabelledSet set{.steps = steps};
    set.layers = {
        energy::described({.name = "first", .kind = Kind::Picture, .channelsIn = 3, .channelsOut = 16, .height = 8, .width = 8}),
        energy::described({.name = "second", .kind = Kind::Pointwise, .source = "lif", .channelsIn = 16, .channelsOut = 32, .height = 8, .width = 8}),
        energy::described({.name = "qk",
                           .kind = Kind::Coincidences,
                           .source = "q",
                           .second = "k",
                           .third = "v",
                           .channelsIn = 32,
                           .channelsOut = 32,
                           .height = 8,
                           .width = 8}),
        energy::described({.name = "proj", .kind = Kind::Readout, .channelsIn = 32, .channelsOut = 16})};
    set.layers[0].normalised = set.layers[1].normalised = true;
    set.neurons = {{.name = "lif", .neurons = 1024, .spikesPerStep = {}, .spikes = {}},
                   {.name = "q", .neurons = 2048, .spikesPerStep = {}, .spikes = {}}};
    set.twin = set.layers;
    for (auto& layer : *set.twin) {
        layer.kind = data::OperationKind::Mac;
        layer.everyStep = false;
        layer.effective = {layer.dense};
    }
    std::mt19937 random(seed);
    std::uniform_real_distribution<double> chance;
    for (int i = 0; i < pictures; ++i) {
        data::JudgedPicture picture{.file = "picture " + std::to_string(i)};
        const double ease = chance(random);
        const double rate = 0.05 + 0.2 * chance(random);
        for (int t = 1; t <= steps; ++t) {
            const double sure = 1 - std::exp(-(0.3 + ease) * t);
            picture.right.push_back(chance(random) < 0.25 + 0.6 * sure * ease ? 1 : 0);
            picture.confidence.push_back(static_cast<float>(std::clamp(0.2 + 0.8 * sure * (0.7 + 0.3 * chance(random)), 0.0, 1.0)));
        }
        for (const auto& layer : set.layers)
            for (int t = 0; t < steps; ++t)
                picture.effective.push_back(!layer.everyStep && t > 0 ? 0
                                            : layer.kind == data::OperationKind::Mac
                                                ? layer.dense
                                                : static_cast<std::int64_t>(rate * (0.5 + chance(random)) * static_cast<double>(layer.dense)));
        for (const auto& layer : set.neurons)
            for (int t = 0; t < steps; ++t)
                picture.spikes.push_back(static_cast<std::int64_t>(rate * static_cast<double>(layer.neurons)));
        picture.twinRight = chance(random) < 0.7 ? 1 : 0;
        set.pictures.push_back(std::move(picture));
    }
    return set;
}

}
