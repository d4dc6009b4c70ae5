#include "core/data/comparison.h"

#include "core/data/outcome.h"
#include "core/data/ranking.h"

#include <algorithm>
#include <cmath>
#include <string>

namespace spikeclip::data {

Comparison compare(std::span<const double> snn, std::span<const double> twin, double scale, std::span<const double> third)
{
    if (twin.size() != snn.size() || (!third.empty() && third.size() != snn.size()))
        throw Error(ErrorCode::BadShape,
                    "answers to " + std::to_string(snn.size()) + " and " + std::to_string(twin.size()) + " labels cannot be compared");
    Comparison comparison;
    if (snn.empty())
        return comparison;
    std::vector<double> twinProbability(twin.size());
    const auto twinRanks = rank(twin, scale);
    for (const auto& place : twinRanks)
        twinProbability[static_cast<std::size_t>(place.label)] = place.probability;
    for (const auto& place : rank(snn, scale)) {
        const auto label = static_cast<std::size_t>(place.label);
        ComparedLabel compared{.label = place.label,
                               .snn = place.cosine,
                               .twin = twin[label],
                               .snnProbability = place.probability,
                               .twinProbability = twinProbability[label]};
        if (!third.empty())
            compared.third = third[label];
        if (const auto difference = std::abs(compared.difference()); difference > comparison.largestDifference)
            comparison.largestDifference = difference;
        comparison.labels.push_back(compared);
    }
    comparison.snnWinner = comparison.labels.front().label;
    comparison.twinWinner = twinRanks.front().label;
    return comparison;
}

void CosineRange::include(std::span<const double> cosines)
{
    for (const double cosine : cosines) // a comparison with what is not a number is false
        if (cosine < lowest)
            lowest = cosine;
        else if (cosine > highest)
            highest = cosine;
}

Smaller smallerOf(double first, double second, double margin)
{
    if (first < second && second - first > margin * second)
        return Smaller::First;
    if (second < first && first - second > margin * first)
        return Smaller::Second;
    return Smaller::Neither;
}

}
