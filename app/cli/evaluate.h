#pragma once

#include "app/cli/context.h"

#include <string>

namespace spikeclip::cli {

struct EvaluateOptions
{
    EvaluationRequest request;
    std::string model; ///< empty: the one that ships
    ComputeOptions compute;
    bool json = false;
};

/// Throws Error and Stopped.
ExitCode evaluate(const EvaluateOptions& options, const Context& context);

/// The document "spikeclip-evaluate/1", which begins as addProvenance() says. Source: `product.md`, formats.
std::string evaluateJson(const ModelInfo& info, Encoder encoder, const EvaluationReport& report);
std::string evaluateText(const EvaluationReport& report, Encoder encoder);

}
