#include "core/data/training_curves.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>

namespace spikeclip::data {

std::vector<CurveSeries> seriesOf(CurveQuantity quantity)
{
    using enum CurveSeries;
    switch (quantity) {
    case CurveQuantity::Loss:
        return {Loss, CrossEntropy, Divergence, Alignment};
    case CurveQuantity::Accuracy:
        return {ValidationTop1, TrainTop1};
    case CurveQuantity::LearningRate:
        return {LearningRate};
    case CurveQuantity::Speed:
        return {ImagesPerSecond};
    case CurveQuantity::FiringRate:
        return {FiringRate};
    case CurveQuantity::Energy:
        return {SpikingEnergy, TwinEnergy};
    case CurveQuantity::GradientAngle:
        return {GradientAngle};
    }
    return {};
}

bool isPerBatch(CurveSeries series)
{
    using enum CurveSeries;
    return series != ValidationTop1 && series != FiringRate && series != SpikingEnergy && series != TwinEnergy;
}

std::optional<double> valueOf(const TrainingPoint& point, CurveSeries series)
{
    switch (series) {
    case CurveSeries::Loss:
        return point.loss;
    case CurveSeries::CrossEntropy:
        return point.crossEntropy;
    case CurveSeries::Divergence:
        return point.divergence;
    case CurveSeries::Alignment:
        return point.alignment;
    case CurveSeries::TrainTop1:
        return point.trainTop1;
    case CurveSeries::LearningRate:
        return point.learningRate;
    case CurveSeries::ImagesPerSecond:
        return point.imagesPerSecond > 0 ? std::optional(point.imagesPerSecond) : std::nullopt; // not timed yet
    case CurveSeries::GradientAngle:
        return point.gradientAngle;
    default:
        return std::nullopt;
    }
}

std::optional<double> valueOf(const ValidationPoint& point, CurveSeries series)
{
    return series == CurveSeries::ValidationTop1 ? std::optional(point.top1) : std::nullopt;
}

std::optional<double> valueOf(const HealthPoint& point, CurveSeries series)
{
    const auto known = [](double pj) { return pj > 0 ? std::optional(pj) : std::nullopt; };
    switch (series) {
    case CurveSeries::FiringRate:
        return point.rate;
    case CurveSeries::SpikingEnergy:
        return known(point.energyPj);
    case CurveSeries::TwinEnergy:
        return known(point.twinPj);
    default:
        return std::nullopt;
    }
}

namespace {

/// What a log tells about the length of a stage.
struct StageLength
{
    std::string name;
    double steps = 0; ///< in all, as announced
    double step = 0;  ///< the last one seen
    double epoch = 0;

    double length(CurveAxis axis) const
    {
        if (axis == CurveAxis::Batches)
            return std::max(steps, step);
        return step > 0 && steps > step ? epoch * steps / step : epoch;
    }
};

double finiteOr(double value, double other)
{
    return std::isfinite(value) ? value : other;
}

}

RunTimeline::RunTimeline(const TrainingLog& log, CurveAxis axis) : m_axis(axis)
{
    std::map<int, StageLength> lengths;
    StageLength* current = nullptr;
    int index = 0;
    const auto see = [&](const auto& point) {
        if (!current || index != point.stageIndex) { // a look-up for a stage, not for a point: there may be a million
            index = point.stageIndex;
            current = &lengths[index];
            if (current->name.empty())
                current->name = point.stage;
        }
        current->step = std::max(current->step, static_cast<double>(point.step));
        current->epoch = std::max(current->epoch, finiteOr(point.epoch, 0));
    };
    for (const auto& point : log.points) {
        see(point);
        current->steps = static_cast<double>(point.steps);
    }
    std::ranges::for_each(log.validations, see);
    std::ranges::for_each(log.healths, see);
    double begin = 0;
    for (const auto& [place, length] : lengths) {
        const double end = begin + length.length(axis);
        m_stages.push_back({.stage = length.name, .index = place, .begin = begin, .end = end});
        begin = end;
    }
}

double RunTimeline::beginOf(int stageIndex) const
{
    const auto found = std::ranges::lower_bound(m_stages, stageIndex, {}, &StageSpan::index);
    return found == m_stages.end() ? end() : found->begin;
}

void Curve::add(double atX, double atY)
{
    while (!x.empty() && x.back() >= atX) {
        x.pop_back();
        y.pop_back();
    }
    x.push_back(atX);
    y.push_back(atY);
}

Curve curveOf(const TrainingLog& log, const RunTimeline& timeline, CurveSeries series)
{
    Curve curve;
    const auto addAll = [&](const auto& points) {
        for (const auto& point : points)
            if (const auto value = valueOf(point, series); value && std::isfinite(*value))
                if (const double x = timeline.of(point); std::isfinite(x))
                    curve.add(x, *value);
    };
    if (isPerBatch(series)) {
        addAll(log.points);
    } else {
        addAll(log.validations);
        addAll(log.healths);
    }
    return curve;
}

bool isBetweenStages(const std::vector<StageSpan>& stages, double before, double after)
{
    return std::ranges::any_of(stages, [&](const StageSpan& stage) { return before <= stage.begin && stage.begin < after; });
}

Curve smoothed(const Curve& curve, int span, const std::vector<StageSpan>& stages)
{
    if (span < 2)
        return curve;
    const double kept = 1 - 2.0 / (span + 1);
    Curve result{.x = curve.x, .y = {}};
    result.y.reserve(curve.size());
    double sum = 0;
    double weight = 0;
    for (std::size_t i = 0; i < curve.size(); ++i) {
        if (i > 0 && isBetweenStages(stages, curve.x[i - 1], curve.x[i]))
            sum = weight = 0;
        sum = kept * sum + curve.y[i];
        weight = kept * weight + 1;
        result.y.push_back(sum / weight);
    }
    return result;
}

Curve decimated(const Curve& curve, double from, double to, int columns)
{
    const auto placeOf = [&](double x) { return static_cast<std::size_t>(std::ranges::lower_bound(curve.x, x) - curve.x.begin()); };
    auto first = placeOf(from);
    auto last = static_cast<std::size_t>(std::ranges::upper_bound(curve.x, to) - curve.x.begin());
    first -= first > 0 ? 1 : 0; // the line comes from beyond the edge
    last += last < curve.size() ? 1 : 0;
    Curve result;
    const auto take = [&](std::size_t i) {
        result.x.push_back(curve.x[i]);
        result.y.push_back(curve.y[i]);
    };
    if (columns < 1 || to <= from || last - first <= 4 * static_cast<std::size_t>(columns)) {
        for (auto i = first; i < last; ++i)
            take(i);
        return result;
    }
    const double width = (to - from) / columns;
    const auto columnOf = [&](std::size_t i) { return std::floor((curve.x[i] - from) / width); };
    for (auto begin = first; begin < last;) {
        const double column = columnOf(begin);
        std::array<std::size_t, 4> kept{begin, begin, begin, begin}; // first, lowest, highest, last
        auto i = begin;
        for (; i < last && columnOf(i) == column; ++i) {
            if (curve.y[i] < curve.y[kept[1]])
                kept[1] = i;
            if (curve.y[i] > curve.y[kept[2]])
                kept[2] = i;
            kept[3] = i;
        }
        std::ranges::sort(kept);
        for (std::size_t k = 0; k < kept.size(); ++k)
            if (k == 0 || kept[k] != kept[k - 1])
                take(kept[k]);
        begin = i;
    }
    return result;
}

std::size_t nearestTo(const Curve& curve, double x)
{
    const auto after = static_cast<std::size_t>(std::ranges::lower_bound(curve.x, x) - curve.x.begin());
    if (after == 0)
        return 0;
    if (after == curve.size())
        return after - 1;
    return x - curve.x[after - 1] <= curve.x[after] - x ? after - 1 : after;
}

}
