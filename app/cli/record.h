#pragma once

#include "app/cli/context.h"

#include <string>
#include <vector>

namespace spikeclip::cli {

struct RecordOptions
{
    std::vector<std::string> images;
    std::string labels;                 ///< as typed: separated by commas or line ends
    std::string labelsFile;             ///< one a line: name, or folder<TAB>name
    std::vector<std::string> templates; ///< empty: the model's own
    std::string model;                  ///< empty: the one that ships
    std::string out;                    ///< NPZ file, as core/io/recording_file.h describes
    int steps = 0;                      ///< 0: all the model has
    ComputeOptions compute;
};

/// Writes every spike of the pictures into one file. A picture that cannot be read costs a sentence on `err` and the exit code, not the others.
/// Errors  throws Error and Stopped; then no file is written
ExitCode record(const RecordOptions& options, const Context& context);

}
