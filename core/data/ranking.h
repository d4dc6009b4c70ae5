#pragma once

#include <span>
#include <vector>

namespace spikeclip::data {

/// One label's place among all.
struct RankedScore
{
    int label = 0;          ///< index in the order asked
    double cosine = 0;      ///< in [-1, 1]
    double probability = 0; ///< softmax(scale * cosine) over all labels, in [0, 1]
    bool tied = false;      ///< another label has the very same cosine
};

/// All labels, best first; equal ones in the order asked.
///
/// Errors  none: a cosine that is not a number ranks last with probability 0
std::vector<RankedScore> rank(std::span<const double> cosine, double scale);

/// The label that leads after each of T steps, or -1 where there are no scores. Of equal ones the first asked.
std::vector<int> winners(const std::vector<std::vector<double>>& cosine);

/// Steps t in 2..T (counted from 1) at which another label leads than at t - 1.
std::vector<int> flips(const std::vector<int>& winners);

}
