#include "core/data/class_results.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace spikeclip::data {

std::vector<ClassResult> classResults(const RunSummary& summary)
{
    const auto before = confusion(summary, Moment::Before);
    const auto after = confusion(summary, Moment::After);
    std::vector<ClassResult> results;
    const int labels = static_cast<int>(summary.labels.size());
    for (int label = 0; label < labels; ++label) {
        ClassResult result{.label = label,
                           .pictures = after.ofLabel(label),
                           .recallBefore = before.recall(label),
                           .recallAfter = after.recall(label),
                           .precisionAfter = after.precision(label)};
        for (int other = 0; other < labels; ++other)
            if (other != label && after.at(label, other) > result.confusions) {
                result.confusedWith = other;
                result.confusions = after.at(label, other);
            }
        results.push_back(result);
    }
    return results;
}

std::vector<Confusion> largestConfusions(const ConfusionMatrix& matrix, std::size_t most)
{
    std::vector<Confusion> found;
    const int labels = static_cast<int>(matrix.labels.size());
    for (int label = 0; label < labels; ++label) {
        const auto all = matrix.ofLabel(label);
        for (int other = 0; other < labels; ++other)
            if (const auto count = matrix.at(label, other); other != label && count > 0)
                found.push_back({.label = label, .takenFor = other, .count = count, .share = static_cast<double>(count) / static_cast<double>(all)});
    }
    std::ranges::stable_sort(found,
                             [](const Confusion& a, const Confusion& b) { return a.count != b.count ? a.count > b.count : a.share > b.share; });
    found.resize(std::min(found.size(), most));
    return found;
}

bool BeforeAfter::mayBeChance() const
{
    const auto changed = static_cast<double>(gained + lost);
    return std::abs(static_cast<double>(gained - lost)) <= 1.96 * std::sqrt(changed);
}

BeforeAfter beforeAfter(const RunSummary& summary)
{
    BeforeAfter result;
    for (const auto& sample : summary.samples) {
        if (sample.before < 0 || sample.after < 0)
            continue;
        const bool wasRight = sample.before == sample.label;
        const bool isRight = sample.after == sample.label;
        ++result.judged;
        result.rightBefore += wasRight ? 1 : 0;
        result.rightAfter += isRight ? 1 : 0;
        result.gained += !wasRight && isRight ? 1 : 0;
        result.lost += wasRight && !isRight ? 1 : 0;
    }
    return result;
}

}
