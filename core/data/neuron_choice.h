#pragma once

#include "core/data/spike_record.h"

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace spikeclip::data {

/// Which neurons of a layer a view shows, and in which order.
struct NeuronChoice
{
    enum class By {
        All,          ///< every neuron
        EvenlySpaced, ///< by index, so that each part of the picture and of the channels is there
        HighestRate,  ///< those that fire most; of equals the lower index first
        Channel,      ///< one channel at every position
        Head,         ///< the channels of one attention head at every position
        Hand,         ///< those named
    };
    By by = By::All;
    int most = 0;                      ///< EvenlySpaced and HighestRate: at most so many
    int number = 0;                    ///< Channel and Head: which, from 0
    int heads = 1;                     ///< Head: of the layer; head h has the channels from h * channels / heads on
    std::vector<std::int64_t> neurons; ///< Hand: position * channels + channel, in any order
    bool sortByRate = false;           ///< the highest first; otherwise by index
};

/// Neurons of a layer in the order in which they are shown. Rates are those over all steps and samples of all records, which are of one shape but for
/// their batch.
///
/// Errors  Error(BadShape) for records that are missing or differ; Error(BadValue) unless `most`, `number`, `heads` and `neurons` fit the layer
std::vector<std::int64_t> chooseNeurons(std::span<const SpikeRecordPtr> records, const NeuronChoice& choice);

/// "3, 17, 40-55" as neurons, ascending and each once; empty for a text of spaces.
///
/// Errors  Error(BadValue) naming what is no number, no ascending range, or not below `neurons`
std::vector<std::int64_t> parseNeurons(std::string_view text, std::int64_t neurons);

/// Ascending neurons as a text that parseNeurons() reads.
std::string neuronsText(std::span<const std::int64_t> neurons);

}
