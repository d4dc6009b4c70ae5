#pragma once

#include <functional>
#include <optional>
#include <string>

namespace spikeclip::data {

/// The place of a process among those that share one training run.
struct ProcessPlace
{
    int rank = 0;              ///< from 0; the first writes, shows and judges for all
    int size = 1;
    int localRank = 0;         ///< among the processes of this machine
    std::string address;       ///< of the machine of the first process
    int port = 0;              ///< at which the first process waits for the others
    double patience = 600;     ///< seconds until a process that does not answer is given up
};

/// What the usual variables of the environment say: WORLD_SIZE, RANK, LOCAL_RANK, MASTER_ADDR, MASTER_PORT, and SPIKECLIP_PATIENCE in seconds.
///
/// `variable`: the value of a variable or null, as std::getenv. Empty for a single process: WORLD_SIZE missing or 1
/// Errors  Error(BadArgument) naming the variable that is missing or no number in its range
std::optional<ProcessPlace> processPlace(const std::function<const char*(const char* name)>& variable);

/// "cuda" becomes the device of the process; all else stays.
std::string deviceAt(const ProcessPlace& place, const std::string& device);

}
