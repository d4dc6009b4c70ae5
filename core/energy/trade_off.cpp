#include "core/energy/trade_off.h"

#include "core/data/outcome.h"
#include "core/energy/ledger.h"
#include "core/energy/picture_cost.h"

#include <algorithm>
#include <cmath>
#include <string>

namespace spikeclip::energy {

namespace {

void checkSize(const data::JudgedPicture& picture, const char* what, std::size_t found, std::size_t wanted)
{
    if (found != wanted)
        throw Error(ErrorCode::BadShape, picture.file + ": wanted " + std::to_string(wanted) + " " + what + ", found " + std::to_string(found));
}

double charged(const Cost& cost, Charge charge)
{
    return charge == Charge::Compute ? cost.computePj : cost.totalPj();
}

}

ShareRange confidenceInterval(const Accuracy& accuracy)
{
    if (accuracy.of <= 0)
        return {};
    constexpr double z = 1.959963984540054; // of the normal distribution, 95 % lie within so many standard deviations
    const double n = accuracy.of;
    const double p = accuracy.share();
    const double centre = (p + z * z / (2 * n)) / (1 + z * z / n);
    const double half = z / (1 + z * z / n) * std::sqrt(p * (1 - p) / n + z * z / (4 * n * n));
    return {.least = std::max(0.0, centre - half), .most = std::min(1.0, centre + half)};
}

TradeOff::TradeOff(const data::LabelledSet& set, const Rules& rules, Charge charge) : m_steps(set.steps)
{
    const auto steps = static_cast<std::size_t>(std::max(0, m_steps));
    std::vector<PictureCost> costs; // of T = 1, 2, ...
    for (int t = 1; t <= m_steps; ++t)
        costs.push_back(pictureCost(set.layers, set.neurons, t, rules));

    m_overSteps.resize(set.pictures.empty() ? 0 : steps);
    m_energyPj.reserve(set.pictures.size() * steps);
    Accuracy twin;
    for (const auto& picture : set.pictures) {
        checkSize(picture, "judgements", picture.right.size(), steps);
        checkSize(picture, "confidences", picture.confidence.size(), steps);
        checkSize(picture, "operation counts", picture.effective.size(), set.layers.size() * steps);
        for (std::size_t t = 0; t < steps; ++t) {
            m_energyPj.push_back(charged(costs[t].of(picture.effective, steps), charge));
            m_overSteps[t].energyPj += m_energyPj.back() / static_cast<double>(set.pictures.size());
            m_overSteps[t].accuracy.right += picture.right[t] != 0;
            ++m_overSteps[t].accuracy.of;
        }
        double readout = 0;
        for (std::size_t layer = 0; steps > 0 && layer < set.layers.size(); ++layer)
            if (const auto& cost = costs.front().layers[layer]; !set.layers[layer].everyStep)
                readout += charged(cost.fixed, charge) + static_cast<double>(picture.effective[layer * steps]) * charged(cost.each, charge);
        m_readoutPj.push_back(readout);
        m_right.insert(m_right.end(), picture.right.begin(), picture.right.end());
        m_confidence.insert(m_confidence.end(), picture.confidence.begin(), picture.confidence.end());
        twin.right += picture.twinRight == 1;
        twin.of += picture.twinRight >= 0;
    }
    if (set.twin) {
        const auto ledger = twinLedger({.twin = *set.twin}, rules);
        m_twin = {.energyPj = charge == Charge::Compute ? ledger.computePj() : ledger.totalPj(), .accuracy = twin};
    }
}

EarlyExit TradeOff::earlyExit(double threshold) const
{
    EarlyExit exit{.threshold = threshold, .leaving = std::vector<int>(static_cast<std::size_t>(m_steps))};
    const int count = pictures();
    for (int picture = 0; picture < count; ++picture) {
        int left = 1;
        while (left < m_steps && m_confidence[at(picture, left)] < static_cast<float>(threshold))
            ++left;
        ++exit.leaving[static_cast<std::size_t>(left - 1)];
        exit.meanSteps += left;
        const double again = (left - 1) * m_readoutPj[static_cast<std::size_t>(picture)];
        exit.readoutsPj += again;
        exit.point.energyPj += energyPj(picture, left) + again;
        exit.point.accuracy.right += m_right[at(picture, left)] != 0;
        ++exit.point.accuracy.of;
    }
    if (count > 0)
        for (auto* sum : {&exit.meanSteps, &exit.readoutsPj, &exit.point.energyPj})
            *sum /= count;
    return exit;
}

}
