#include "core/train/meter.h"

#include <algorithm>
#include <utility>

namespace spikeclip::train {

namespace {

constexpr std::int64_t pointsPerStage = 400;
constexpr std::int64_t mostBatches = 50; // between two points
constexpr double mostSeconds = 2;

constexpr std::int64_t settlingBatches = 20; // before a loss is called anything
constexpr double keep = 0.9;                 // of the running mean, a batch
constexpr double farAbove = 3;               // times the best, and
constexpr double margin = 2;                 // so much more: small losses may triple
constexpr double calm = 1.5;
constexpr double calmMargin = 0.5;

}

Meter::Meter(data::TrainingPoint point, std::int64_t batchesPerEpoch, int samplesPerBatch, std::int64_t firstStep)
    : m_fixed(std::move(point)), m_batchesPerEpoch(batchesPerEpoch), m_samplesPerBatch(samplesPerBatch), m_firstStep(firstStep),
      m_every(std::clamp<std::int64_t>(m_fixed.steps / pointsPerStage, 1, mostBatches))
{
}

void Meter::add(const LearntBatch& batch)
{
    m_means.loss.add(batch.loss);
    m_means.crossEntropy.add(batch.crossEntropy);
    m_means.divergence.add(batch.divergence);
    m_means.alignment.add(batch.alignment);
    m_means.firingRate.add(batch.firingRate);
    m_means.top1.add(batch.top1);
    m_means.gradientAngle.add(batch.gradientAngle);
    m_means.skipped.add(batch.skipped ? 1 : 0);
}

bool Meter::isDue(std::int64_t step) const
{
    return step % m_every == 0 || step == m_fixed.steps || secondsSince(m_lastPoint) > mostSeconds;
}

double Meter::imagesPerSecond(std::int64_t step) const
{
    return static_cast<double>((step - m_firstStep) * m_samplesPerBatch) / std::max(secondsSince(m_started), 1e-9);
}

data::TrainingPoint Meter::take(std::int64_t step, double learningRate, double gradientNorm, std::int64_t stepsBehind)
{
    auto point = m_fixed;
    point.step = step;
    point.epoch = static_cast<double>(step) / static_cast<double>(m_batchesPerEpoch);
    point.loss = m_means.loss.value().value_or(0);
    point.crossEntropy = m_means.crossEntropy.value();
    point.divergence = m_means.divergence.value();
    point.alignment = m_means.alignment.value();
    point.firingRate = m_means.firingRate.value();
    point.trainTop1 = m_means.top1.value();
    point.gradientAngle = m_means.gradientAngle.value();
    if (point.gradientAngle)
        point.skipped = m_means.skipped.value();
    point.learningRate = learningRate;
    point.gradientNorm = gradientNorm;
    point.imagesPerSecond = imagesPerSecond(step);
    point.secondsLeft = static_cast<double>((point.steps - step + stepsBehind) * m_samplesPerBatch) / std::max(point.imagesPerSecond, 1e-9);
    m_means = {};
    m_lastPoint = Clock::now();
    return point;
}

bool Watchdog::explodes(double loss)
{
    m_late = m_seen == 0 ? loss : keep * m_late + (1 - keep) * loss;
    m_best = m_seen == 0 ? m_late : std::min(m_best, m_late);
    return ++m_seen > settlingBatches && m_late > farAbove * m_best + margin;
}

bool Watchdog::isCalm() const
{
    return m_late <= calm * m_best + calmMargin;
}

}
