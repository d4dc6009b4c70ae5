#pragma once

#include "core/data/training.h"

#include <cstdint>
#include <optional>
#include <vector>

/// What a run's judgements say about each class, and about the run as a whole.
namespace spikeclip::data {

/// One label before and after a run.
struct ClassResult
{
    int label = 0;                                   ///< index into RunSummary::labels
    std::int64_t pictures = 0;                       ///< of it, judged afterwards
    std::optional<double> recallBefore, recallAfter; ///< fractions; none without judged pictures
    std::optional<double> precisionAfter;
    int confusedWith = -1;       ///< what its pictures are most often taken for instead, afterwards; -1: nothing
    std::int64_t confusions = 0; ///< how many of them

    std::optional<double> change() const ///< of the recall
    {
        return recallBefore && recallAfter ? std::optional(*recallAfter - *recallBefore) : std::nullopt;
    }
};

std::vector<ClassResult> classResults(const RunSummary& summary); ///< in the labels' order

/// A cell beside the diagonal.
struct Confusion
{
    int label = 0;
    int takenFor = 0;
    std::int64_t count = 0;
    double share = 0; ///< of the label's pictures
};

/// The largest cells beside the diagonal that are not 0, largest first, at most so many.
std::vector<Confusion> largestConfusions(const ConfusionMatrix& matrix, std::size_t most);

/// The pictures that were judged at both moments.
struct BeforeAfter
{
    std::int64_t judged = 0;
    std::int64_t rightBefore = 0;
    std::int64_t rightAfter = 0;
    std::int64_t gained = 0; ///< wrong before, right after
    std::int64_t lost = 0;   ///< right before, wrong after

    /// Whether so small a difference happens by chance in more than one of twenty cases. Source: McNemar, Psychometrika 12, 1947; 1.96 standard
    /// deviations
    bool mayBeChance() const;
};

BeforeAfter beforeAfter(const RunSummary& summary);

}
