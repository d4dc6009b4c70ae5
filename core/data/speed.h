#pragma once

#include <string>
#include <vector>

namespace spikeclip::data {

/// How fast this computer computes one shape of synapse layer, and from which firing rate on skipping silent neurons stops paying. Measured, not estimated.
struct LayerSpeed
{
    struct Point
    {
        double rate = 0; ///< spikes per neuron per step, in [0, 1]
        double ms = 0;
        friend bool operator==(const Point&, const Point&) = default;
    };
    std::string shape;        ///< names kind and extents, e.g. "conv3x3 64->128 on 8x8"; equal layers share one measurement
    double denseMs = 0;       ///< wall time with every neuron computed, whatever the rate
    std::vector<Point> event; ///< wall time with silent neurons skipped, rates ascending
    double breakEven = 1;     ///< rate at which both take the same time, in [0, 1]; 1: skipping always pays

    friend bool operator==(const LayerSpeed&, const LayerSpeed&) = default;
};

/// All that was measured on one computer with one number of threads.
struct MachineSpeed
{
    std::string machine; ///< processor and kernel set; a file of another machine is measured anew
    int threads = 1;
    std::vector<LayerSpeed> layers;

    const LayerSpeed* find(const std::string& shape) const;
    friend bool operator==(const MachineSpeed&, const MachineSpeed&) = default;
};

}
