#include "core/data/network_health.h"

#include <algorithm>
#include <limits>

namespace spikeclip::data {

HealthVerdict verdictOn(const HealthPoint& point, const HealthLimits& limits)
{
    HealthVerdict verdict;
    for (std::size_t i = 0; i < point.layers.size(); ++i) {
        const auto& layer = point.layers[i];
        if (layer.rate < limits.quietRate || layer.dead >= limits.deadShare)
            verdict.silent.push_back(static_cast<int>(i));
        else if (layer.saturated >= limits.saturatedShare)
            verdict.saturated.push_back(static_cast<int>(i));
    }
    return verdict;
}

double valueOf(const LayerHealth& layer, HealthMeasure measure)
{
    switch (measure) {
    case HealthMeasure::Rate:
        return layer.rate;
    case HealthMeasure::Dead:
        return layer.dead;
    case HealthMeasure::Saturated:
        break;
    }
    return layer.saturated;
}

HealthMatrix healthMatrix(const std::vector<HealthPoint>& points, HealthMeasure measure)
{
    HealthMatrix matrix{.layers = {}, .points = points.size(), .values = {}};
    if (points.empty())
        return matrix;
    for (const auto& layer : points.back().layers)
        matrix.layers.push_back(layer.name);
    matrix.values.assign(matrix.layers.size() * points.size(), std::numeric_limits<float>::quiet_NaN());
    for (std::size_t column = 0; column < points.size(); ++column) {
        const auto& layers = points[column].layers;
        for (std::size_t row = 0; row < matrix.layers.size(); ++row) {
            const bool atItsPlace = row < layers.size() && layers[row].name == matrix.layers[row]; // as nearly always
            const auto found =
                atItsPlace ? layers.begin() + static_cast<std::ptrdiff_t>(row) : std::ranges::find(layers, matrix.layers[row], &LayerHealth::name);
            if (found != layers.end())
                matrix.values[row * points.size() + column] = static_cast<float>(valueOf(*found, measure));
        }
    }
    return matrix;
}

}
