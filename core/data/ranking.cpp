#include "core/data/ranking.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace spikeclip::data {

namespace {

/// Orders by cosine, numbers before what is not a number.
bool beats(double a, double b)
{
    if (std::isnan(a) || std::isnan(b))
        return !std::isnan(a) && std::isnan(b);
    return a > b;
}

}

std::vector<RankedScore> rank(std::span<const double> cosine, double scale)
{
    std::vector<int> order(cosine.size());
    std::iota(order.begin(), order.end(), 0);
    const auto score = [&](int label) { return cosine[static_cast<std::size_t>(label)]; };
    std::ranges::stable_sort(order, [&](int a, int b) { return beats(score(a), score(b)); });

    std::vector<RankedScore> ranked;
    ranked.reserve(order.size());
    double sum = 0;
    for (const int label : order) {
        // Relative to the best, so that a large scale does not overflow.
        const double weight = std::isnan(score(label)) ? 0 : std::exp(scale * (score(label) - score(order.front())));
        ranked.push_back({.label = label, .cosine = score(label), .probability = weight});
        sum += weight;
    }
    for (std::size_t i = 0; i < ranked.size(); ++i) {
        if (sum > 0)
            ranked[i].probability /= sum;
        if (i > 0 && ranked[i].cosine == ranked[i - 1].cosine)
            ranked[i].tied = ranked[i - 1].tied = true;
    }
    return ranked;
}

std::vector<int> winners(const std::vector<std::vector<double>>& cosine)
{
    std::vector<int> best;
    best.reserve(cosine.size());
    for (const auto& row : cosine) {
        const auto winner = std::ranges::min_element(row, beats); // the first that nothing beats
        best.push_back(winner == row.end() ? -1 : static_cast<int>(winner - row.begin()));
    }
    return best;
}

std::vector<int> flips(const std::vector<int>& winners)
{
    std::vector<int> steps;
    for (std::size_t t = 1; t < winners.size(); ++t)
        if (winners[t] != winners[t - 1])
            steps.push_back(static_cast<int>(t) + 1);
    return steps;
}

}
