#pragma once

#include "core/data/training.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

/// The numbers of a TrainingLog over the whole run, ready to be drawn.
namespace spikeclip::data {

/// What a picture of curves is of.
enum class CurveQuantity { Loss, Accuracy, LearningRate, Speed, FiringRate, Energy, GradientAngle };

/// One number over time.
enum class CurveSeries {
    Loss, ///< what is minimised
    CrossEntropy,
    Divergence, ///< KL
    Alignment,
    TrainTop1,
    ValidationTop1,
    LearningRate,
    ImagesPerSecond,
    FiringRate,
    SpikingEnergy, ///< estimated, pJ a picture, as the next
    TwinEnergy,
    GradientAngle,
};

std::vector<CurveSeries> seriesOf(CurveQuantity quantity);

/// Whether a series has a value every few batches; else once in a while, when validation pictures are judged.
bool isPerBatch(CurveSeries series);

std::optional<double> valueOf(const TrainingPoint& point, CurveSeries series);
std::optional<double> valueOf(const ValidationPoint& point, CurveSeries series);
std::optional<double> valueOf(const HealthPoint& point, CurveSeries series);

/// What is to the right: batches or epochs of the whole run, its stages one behind another.
enum class CurveAxis { Batches, Epochs };

/// One stage on the axis.
struct StageSpan
{
    std::string stage;
    int index = 0;
    double begin = 0;
    double end = 0; ///< of a stage that runs: where it will end
};

/// Where the stages of a run lie, as far as its log tells.
class RunTimeline
{
public:
    RunTimeline() = default;
    RunTimeline(const TrainingLog& log, CurveAxis axis);

    const std::vector<StageSpan>& stages() const { return m_stages; } ///< in the recipe's order
    double end() const { return m_stages.empty() ? 0 : m_stages.back().end; }

    /// Place of any point of the log.
    template <typename Point>
    double of(const Point& point) const
    {
        return beginOf(point.stageIndex) + (m_axis == CurveAxis::Epochs ? point.epoch : static_cast<double>(point.step));
    }

private:
    double beginOf(int stageIndex) const;

    CurveAxis m_axis = CurveAxis::Batches;
    std::vector<StageSpan> m_stages;
};

/// Shape   x, y [points]; x rises
struct Curve
{
    std::vector<double> x;
    std::vector<double> y;

    std::size_t size() const { return x.size(); }
    void add(double atX, double atY);
};

/// All of a series. What is no finite number is left out; where a run went back to a checkpoint, what it did again replaces what was lost.
Curve curveOf(const TrainingLog& log, const RunTimeline& timeline, CurveSeries series);

/// Each value a mean of those of its stage up to it, weighted less the longer ago, over about `span` points. Source: the exponential moving average
/// with the correction for its beginning that Kingma and Ba use: Adam, ICLR 2015, section 3
Curve smoothed(const Curve& curve, int span, const std::vector<StageSpan>& stages = {});

/// Whether a stage begins between two points that follow one another: its values are others.
bool isBetweenStages(const std::vector<StageSpan>& stages, double before, double after);

/// What looks the same on `columns` pixels across [from, to]: of the points in each column the first, the lowest, the highest and the last, in
/// their order, and of those beyond either end the nearest. Nothing that stands out is lost. Source: Jugel and others, "M4", VLDB 2014
Curve decimated(const Curve& curve, double from, double to, int columns);

/// Index of the point next to `x`; the curve has one.
std::size_t nearestTo(const Curve& curve, double x);

}
