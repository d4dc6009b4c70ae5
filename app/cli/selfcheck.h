#pragma once

#include "app/cli/context.h"

#include <string>
#include <vector>

namespace spikeclip::cli {

struct SelfCheckOptions
{
    std::vector<std::string> files;
    bool json = false;
};

/// Compares this build with reference files. CheckFailed unless every quantity of every file is within its tolerance.
/// Errors  throws Error and Stopped
ExitCode selfCheck(const SelfCheckOptions& options, const Context& context);

/// The document "spikeclip-selfcheck/1": {"format", "version", "passed", "files": [{"file", "passed", "deviations": [{"path", "quantity",
/// "largest", "tolerance", "judged", "within"}]}]}. `largest` is null if it is not a number, `tolerance` is null for what is not judged.
std::string selfCheckJson(const std::vector<SelfCheckReport>& reports);
std::string selfCheckText(const SelfCheckReport& report);

}
