#pragma once

#include "app/cli/context.h"
#include "core/data/data_survey.h"

#include <string>

namespace spikeclip::cli {

struct DataOptions
{
    std::string path;
    std::string labelFile;        ///< empty: the classes' own names
    double validationShare = 0.2; ///< of each class
    bool open = false;            ///< decode every picture
    bool json = false;
};

/// What would be learnt from a data set, before anything is. Needs no engine. Throws Error and Stopped.
ExitCode surveyData(const DataOptions& options, const Context& context);

/// The document "spikeclip-data/1": {"format", "version", "path", "data_format": "class-folder", "cifar-10", "cifar-100" or "webdataset", "opened", "validation_share", "train", "validation",
/// "classes": [{"label", "train", "validation", "samples": a few names}], "lonely_classes": labels of one picture, "broken": [{"sample", "reason"}]}.
std::string dataJson(const data::DataSurvey& survey, double validationShare);
std::string dataText(const data::DataSurvey& survey);

}
