#pragma once

#include "app/cli/context.h"

#include <string>
#include <vector>

namespace spikeclip::cli {

struct CardOptions
{
    std::string model;                 ///< checkpoint whose card is replaced
    std::string card;                  ///< JSON object
    std::vector<std::string> measured; ///< documents of `evaluate --json`
};

/// Replaces a checkpoint's model card; the weights stay as they are. Throws Error.
ExitCode card(const CardOptions& options, const Context& context);

/// The card with a member "measured": for each document, under its file's name without the ending, what it says of accuracy, rate and energy.
///
/// Errors  Error(BadArgument) naming the file that is not a JSON object or not an evaluation
std::string cardWithMeasurements(const std::string& cardFile, const std::vector<std::string>& measuredFiles);

}
