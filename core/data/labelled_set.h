#pragma once

#include "core/data/activity.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace spikeclip::data {

/// What a spiking network made of one picture whose label is known.
struct JudgedPicture
{
    std::string file;                    ///< where it came from
    std::vector<std::uint8_t> right;     ///< [T] whether its own label leads: 0 or 1
    std::vector<float> confidence;       ///< [T] softmax of the leading label among all, in [0, 1]
    std::vector<std::int64_t> effective; ///< [layer * T + step] of LabelledSet::layers; a layer that runs once has one count, at its first step
    std::vector<std::int64_t> spikes;    ///< [layer * T + step] of LabelledSet::neurons
    signed char twinRight = -1;          ///< whether the ANN twin finds its label: 0 or 1; -1: not asked
};

/// Pictures of known labels, judged by one model against the same labels; without their spikes, so that thousands fit.
struct LabelledSet
{
    int steps = 0;                       ///< T; the same for every picture
    std::vector<LayerOperations> layers; ///< of the spiking image encoder; `effective` is empty
    std::vector<LayerActivity> neurons;  ///< likewise, names and counts only
    std::vector<JudgedPicture> pictures;
    std::optional<std::vector<LayerOperations>> twin; ///< of the ANN twin, with its counts; none: the model has no twin
    int unlabelled = 0;                               ///< pictures left out, because nothing names their label
};

}
