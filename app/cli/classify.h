#pragma once

#include "app/cli/context.h"

#include <string>
#include <vector>

namespace spikeclip::cli {

struct ClassifyOptions
{
    std::vector<std::string> images;
    std::string labels;                 ///< as typed: separated by commas or line ends
    std::string labelsFile;             ///< one a line: name, or folder<TAB>name
    std::vector<std::string> templates; ///< empty: the model's own
    std::string model;                  ///< empty: the one that ships
    Encoder encoder = Encoder::Snn;
    int steps = 0; ///< 0: all the model has
    ComputeOptions compute;
    bool json = false;
};

/// Labels as typed, then those of a file, each once. Errors  Error(NoLabels); those of io::readLabelFile()
std::vector<std::string> typedLabels(const std::string& typed, const std::string& file);

/// Classifies picture after picture. One that cannot be read costs a sentence on `err` and the exit code, not the others.
/// Errors  throws Error and Stopped
ExitCode classify(const ClassifyOptions& options, const Context& context);

struct ClassifiedPicture
{
    std::string file;
    InferenceResult result;
};

/// The document "spikeclip-classify/1", which begins as addProvenance() says. Source: `product.md`, formats.
std::string classifyJson(const ModelInfo& info, Encoder encoder, const std::vector<ClassifiedPicture>& pictures);

struct ClassifyStyle
{
    bool bars = false;
    bool unicode = false;
    bool layers = true; ///< a table of firing rates below the scores
    int columns = 80;
};

/// The same for a person: labels best first with their cosine after each step, then time, rates and energy.
std::string classifyText(const ClassifiedPicture& picture, Encoder encoder, const ClassifyStyle& style);

}
