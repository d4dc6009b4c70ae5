#pragma once

#include "app/cli/context.h"
#include "core/energy/ledger.h"

#include <string>
#include <vector>

namespace spikeclip::cli {

struct EnergyOptions
{
    std::vector<std::string> images;
    std::string labels;                 ///< as typed: separated by commas or line ends
    std::string labelsFile;             ///< one a line: name, or folder<TAB>name
    std::vector<std::string> templates; ///< empty: the model's own; the first is read where the labels' side is charged
    std::string model;                  ///< empty: the one that ships
    int steps = 0;                      ///< 0: all the model has
    energy::Rules rules;
    ComputeOptions compute;
    bool json = false;
};

/// The estimated energy of each picture, taken apart. A picture that cannot be read costs a sentence on `err` and the exit code, not the others.
/// Errors  throws Error and Stopped
ExitCode estimateEnergy(const EnergyOptions& options, const Context& context);

struct CountedPicture
{
    std::string file;
    energy::Counts counts;
    int steps = 0;
};

/// The document "spikeclip-energy/1", which begins as addProvenance() says: the rules, then for each picture the rows of the spiking network, of its twin and
/// of the quantised twin after all steps, and the three verdicts after each step. Operations and bits are integers, for one picture unless `shared_by`
/// says for how many; energies are picojoules.
std::string energyJson(const ModelInfo& info, const energy::Rules& rules, const std::vector<CountedPicture>& pictures);

/// The same for a person: a row a layer, then the three verdicts, then the rules as sentences.
std::string energyText(const CountedPicture& picture, const energy::Rules& rules);

}
