#pragma once

#include "app/cli/context.h"
#include "app/cli/machine.h"

#include <string>
#include <vector>

namespace spikeclip::cli {

struct BenchOptions
{
    std::string model; ///< timed as "default"; empty: the one that ships
    BenchRequest request;
    ComputeOptions compute;
    bool json = false;
};

/// Throws Error and Stopped.
ExitCode bench(const BenchOptions& options, const Context& context);

/// The document "spikeclip-bench/1": {"format", "version", "machine": {"cpu", "cores", "system", "compiler", "libtorch", "blas"}, "device",
/// "cases": [{"model", "path", "work", "batch", "threads", "repeats", "median_ms", "p95_ms",
/// "wanted_rate", "rate", "to_plain", "peak_mb"}]}; the last four are 0 where they do not apply.
std::string benchJson(const std::vector<BenchCase>& cases, const Machine& machine, const std::string& device);
std::string benchText(const std::vector<BenchCase>& cases, const Machine& machine, const std::string& device);

}
