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

    // With memory traffic, up to the last T; 0: not estimated, or no twin.
    double snnWithMemoryPj = 0;
    double annWithMemoryPj = 0;
    double quantisedAnnPj = 0; ///< of the twin with activations of `quantisedBits`
    int quantisedBits = 0;     ///< as many as T steps of spikes can tell apart
};

}

namespace spikeclip {

using data::EnergySummary;

}
