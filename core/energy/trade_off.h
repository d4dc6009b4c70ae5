#pragma once

#include "core/data/labelled_set.h"
#include "core/energy/rules.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace spikeclip::energy {

enum class Charge {
    Compute,    ///< operations only
    WithMemory, ///< with memory traffic
};

/// How many of how many.
struct Accuracy
{
    int right = 0;
    int of = 0;

    double share() const { return of > 0 ? static_cast<double>(right) / of : 0; }
};

/// Shares in [0, 1].
struct ShareRange
{
    double least = 0;
    double most = 1;
};

/// The 95 % confidence interval of a share; [0, 1] of nothing. Source: Wilson, "Probable inference", 1927: the score interval
ShareRange confidenceInterval(const Accuracy& accuracy);

/// Estimated energy of a picture on average, and accuracy.
struct TradeOffPoint
{
    double energyPj = 0;
    Accuracy accuracy;
};

/// What comes of letting each picture go as soon as the leading label is sure enough.
struct EarlyExit
{
    double threshold = 0;  ///< of the confidence
    TradeOffPoint point;   ///< with `readoutsPj`
    double readoutsPj = 0; ///< of the energy, the read-outs after steps at which a picture did not leave yet: without them nobody would know
    double meanSteps = 0;
    std::vector<int> leaving; ///< [T] pictures that leave after so many steps
};

/// Estimated energy against accuracy over T, for one labelled set under one set of rules. The image side alone: the labels' side is not charged.
class TradeOff
{
public:
    TradeOff() = default;

    /// The set need not live on.
    ///
    /// Errors  Error(BadShape) if a picture has not a value for each step, or not a count for each layer and step; as spikingLedger()
    TradeOff(const data::LabelledSet& set, const Rules& rules, Charge charge);

    int steps() const { return m_steps; }
    int pictures() const { return m_steps == 0 ? 0 : static_cast<int>(m_energyPj.size()) / m_steps; }

    /// Of one picture up to T: what spikingLedger() says of it.
    double energyPj(int picture, int steps) const { return m_energyPj[at(picture, steps)]; }

    const std::vector<TradeOffPoint>& overSteps() const { return m_overSteps; } ///< [T]; empty without pictures
    const std::optional<TradeOffPoint>& twin() const { return m_twin; }         ///< its accuracy is of the pictures it was asked about, maybe none

    /// Each picture leaves at the first T at which its confidence reaches the threshold; at the last T if it never does.
    EarlyExit earlyExit(double threshold) const;

private:
    std::size_t at(int picture, int steps) const
    {
        return static_cast<std::size_t>(picture) * static_cast<std::size_t>(m_steps) + static_cast<std::size_t>(steps - 1);
    }

    int m_steps = 0;
    std::vector<double> m_energyPj;    ///< [picture][T]
    std::vector<double> m_readoutPj;   ///< [picture]
    std::vector<std::uint8_t> m_right; ///< [picture][T]
    std::vector<float> m_confidence;   ///< [picture][T]
    std::vector<TradeOffPoint> m_overSteps;
    std::optional<TradeOffPoint> m_twin;
};

}
