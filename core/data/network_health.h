#pragma once

#include "core/data/training.h"

#include <vector>

/// Whether the spiking network is well while it learns.
namespace spikeclip::data {

/// From where on a layer counts as ill. Ours: a layer beyond them passes on next to nothing of its picture.
struct HealthLimits
{
    double quietRate = 0.001;    ///< spikes per neuron and step below which a layer is nearly silent
    double deadShare = 0.9;      ///< of neurons that fired for none of the pictures: from here on nearly silent, too
    double saturatedShare = 0.5; ///< of neurons that fired in more than half of all steps
};

/// Indices into HealthPoint::layers, input to output.
struct HealthVerdict
{
    std::vector<int> silent;
    std::vector<int> saturated;

    bool isWell() const { return silent.empty() && saturated.empty(); }
    friend bool operator==(const HealthVerdict&, const HealthVerdict&) = default;
};

HealthVerdict verdictOn(const HealthPoint& point, const HealthLimits& limits = {});

/// Which number of a layer.
enum class HealthMeasure { Rate, Dead, Saturated };

double valueOf(const LayerHealth& layer, HealthMeasure measure);

/// One measure of all layers over the run.
///
/// Shape   values [layers, points]; NaN: that layer was not judged then
struct HealthMatrix
{
    std::vector<std::string> layers; ///< those of the newest point
    std::size_t points = 0;
    std::vector<float> values;
};

HealthMatrix healthMatrix(const std::vector<HealthPoint>& points, HealthMeasure measure);

}
