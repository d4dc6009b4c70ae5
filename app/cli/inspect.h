#pragma once

#include "app/cli/context.h"

#include <cstdint>
#include <string>
#include <vector>

namespace spikeclip::cli {

struct InspectOptions
{
    std::string model; ///< empty: the one that ships
    bool json = false;
};

struct TensorEntry
{
    std::string name;
    std::string type; ///< as safetensors names it: "F32", "I8", ...
    std::vector<std::int64_t> shape;
    std::int64_t bytes = 0;
};

/// Throws Error and Stopped.
ExitCode inspect(const InspectOptions& options, const Context& context);

/// The document "spikeclip-inspect/1": {"format", "model", "model_file", "model_sha256", "version", "config": as `core/io/config_json.h`,
/// "parameters": {part: count}, "card": object or null, "tensors": [{"name", "type", "shape", "bytes"}]}.
std::string inspectJson(const ModelInfo& info, const std::vector<TensorEntry>& tensors);
std::string inspectText(const ModelInfo& info, const std::vector<TensorEntry>& tensors);

}
