#pragma once

#include <optional>
#include <span>
#include <vector>

namespace spikeclip::data {

/// What two networks, or three, make of one label.
struct ComparedLabel
{
    int label = 0;             ///< index in the order asked
    double snn = 0;            ///< cosine of the spiking network, in [-1, 1]
    double twin = 0;           ///< of its ANN twin
    double snnProbability = 0; ///< softmax over all labels, in [0, 1]
    double twinProbability = 0;
    std::optional<double> third = std::nullopt; ///< cosine of another model, if there is one

    double difference() const { return snn - twin; } ///< positive: the spiking network sees more of the label in the picture
};

struct Comparison
{
    std::vector<ComparedLabel> labels; ///< best first by the spiking network, equal ones in the order asked
    int snnWinner = -1;                ///< index in the order asked; -1: there are no labels
    int twinWinner = -1;
    double largestDifference = 0; ///< absolute

    bool agrees() const { return snnWinner == twinWinner; }
};

/// Shape   snn, twin and third, unless it is empty: one cosine for each label
/// Units   scale: of the softmax
/// Errors  Error(BadShape) unless all have as many labels
Comparison compare(std::span<const double> snn, std::span<const double> twin, double scale, std::span<const double> third = {});

/// What an axis around 0 has to hold.
struct CosineRange
{
    double lowest = 0;  ///< at most 0
    double highest = 0; ///< at least 0

    void include(std::span<const double> cosines); ///< what is not a number is passed over
};

/// Which of two amounts, neither negative, is clearly the smaller one.
enum class Smaller { First, Second, Neither };

/// Neither if they differ by no more than `margin` of the larger one, or one is no number.
Smaller smallerOf(double first, double second, double margin);

}
