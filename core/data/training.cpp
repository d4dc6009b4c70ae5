#include "core/data/training.h"

#include <algorithm>
#include <numeric>

namespace spikeclip::data {

void TrainingLog::add(const TrainingEvent& event)
{
    struct Adder
    {
        TrainingLog& log;
        void operator()(const TrainingPoint& point) { log.points.push_back(point); }
        void operator()(const ValidationPoint& point) { log.validations.push_back(point); }
        void operator()(const HealthPoint& point) { log.healths.push_back(point); }
        void operator()(const TrainingNote& note) { log.notes.push_back(note); }
    };
    std::visit(Adder{*this}, event);
}

std::int64_t ConfusionMatrix::at(int label, int takenFor) const
{
    return counts[static_cast<std::size_t>(label) * labels.size() + static_cast<std::size_t>(takenFor)];
}

std::int64_t ConfusionMatrix::ofLabel(int label) const
{
    const auto row = counts.begin() + static_cast<std::ptrdiff_t>(static_cast<std::size_t>(label) * labels.size());
    return std::accumulate(row, row + static_cast<std::ptrdiff_t>(labels.size()), std::int64_t{0});
}

std::int64_t ConfusionMatrix::takenFor(int label) const
{
    std::int64_t sum = 0;
    for (int other = 0; other < static_cast<int>(labels.size()); ++other)
        sum += at(other, label);
    return sum;
}

std::optional<double> ConfusionMatrix::recall(int label) const
{
    const auto all = ofLabel(label);
    return all == 0 ? std::nullopt : std::optional(static_cast<double>(at(label, label)) / static_cast<double>(all));
}

std::optional<double> ConfusionMatrix::precision(int label) const
{
    const auto all = takenFor(label);
    return all == 0 ? std::nullopt : std::optional(static_cast<double>(at(label, label)) / static_cast<double>(all));
}

double ConfusionMatrix::top1() const
{
    const auto all = std::accumulate(counts.begin(), counts.end(), std::int64_t{0});
    std::int64_t right = 0;
    for (int label = 0; label < static_cast<int>(labels.size()); ++label)
        right += at(label, label);
    return all == 0 ? 0 : static_cast<double>(right) / static_cast<double>(all);
}

namespace {

int leaderOf(const JudgedSample& sample, Moment moment)
{
    return moment == Moment::Before ? sample.before : sample.after;
}

}

ConfusionMatrix confusion(const RunSummary& summary, Moment moment)
{
    ConfusionMatrix matrix{.labels = summary.labels, .counts = std::vector<std::int64_t>(summary.labels.size() * summary.labels.size())};
    for (const auto& sample : summary.samples)
        if (const auto leader = leaderOf(sample, moment); leader >= 0)
            ++matrix.counts[static_cast<std::size_t>(sample.label) * summary.labels.size() + static_cast<std::size_t>(leader)];
    return matrix;
}

std::vector<JudgedSample> samplesOf(const RunSummary& summary, Moment moment, int label, int takenFor)
{
    std::vector<JudgedSample> found;
    std::ranges::copy_if(summary.samples, std::back_inserter(found), [&](const JudgedSample& sample) {
        return sample.label == label && leaderOf(sample, moment) == takenFor;
    });
    return found;
}

}
