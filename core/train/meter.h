#pragma once

#include "core/data/training.h"

#include <chrono>
#include <cstdint>
#include <optional>

namespace spikeclip::train {

/// Wall time.
inline double secondsSince(std::chrono::steady_clock::time_point start)
{
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

/// One batch that was learnt from. Losses are means over its samples, of all processes that share it.
struct LearntBatch
{
    double loss = 0;
    std::optional<double> crossEntropy;
    std::optional<double> divergence;
    std::optional<double> alignment;
    std::optional<double> firingRate;
    std::optional<double> top1;
    std::optional<double> gradientAngle; ///< degrees
    bool skipped = false;                ///< the gate of the angle left its step out
};

/// Gathers the batches of a stage into points: few enough to be kept for good, often enough to be watched.
class Meter
{
public:
    using Clock = std::chrono::steady_clock;

    /// `point` says what does not change: stage, its index, its number of batches.
    Meter(data::TrainingPoint point, std::int64_t batchesPerEpoch, int samplesPerBatch, std::int64_t firstStep);

    void add(const LearntBatch& batch);

    /// Whether it is time for a point after batch `step`.
    bool isDue(std::int64_t step) const;

    /// The mean of what came since the last point. `stepsBehind`: batches of the stages that follow.
    data::TrainingPoint take(std::int64_t step, double learningRate, double gradientNorm, std::int64_t stepsBehind);

    double imagesPerSecond(std::int64_t step) const; ///< since the stage began here

private:
    /// A mean of what was there.
    struct Mean
    {
        double sum = 0;
        std::int64_t count = 0;
        void add(const std::optional<double>& value)
        {
            if (value) {
                sum += *value;
                ++count;
            }
        }
        std::optional<double> value() const { return count > 0 ? std::optional(sum / static_cast<double>(count)) : std::nullopt; }
    };
    struct Means
    {
        Mean loss, crossEntropy, divergence, alignment, firingRate, top1, gradientAngle, skipped;
    };

    data::TrainingPoint m_fixed;
    std::int64_t m_batchesPerEpoch;
    int m_samplesPerBatch;
    std::int64_t m_firstStep;
    std::int64_t m_every;
    Clock::time_point m_started = Clock::now();
    Clock::time_point m_lastPoint = m_started;
    Means m_means;
};

/// Notices a loss that grows out of all proportion while it is still a number: nobody need wait until it is none.
class Watchdog
{
public:
    /// Whether the loss of late is far above what it was at the best time.
    bool explodes(double loss);

    /// Whether the loss of late is near its best, so that the weights are worth keeping.
    bool isCalm() const;

private:
    double m_late = 0; ///< running mean
    double m_best = 0;
    std::int64_t m_seen = 0;
};

}
