#pragma once

#include <string>
#include <vector>

namespace spikeclip::data {

/// Estimated energy of one picture. Labels are not included: their vectors are cached.
struct EnergySummary
{
    std::string preset;             ///< e.g. "45 nm FP32: 4.6 pJ/MAC, 0.9 pJ/AC"
    std::vector<std::string> rules; ///< each counting choice as a sentence
    std::vector<double> snnPj;      ///< up to T = 1, 2, ...; picojoules
    double annPj = 0;               ///< of the twin; 0 if the model has none
};

}

namespace spikeclip {

using data::EnergySummary;

}
