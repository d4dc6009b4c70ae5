#pragma once

#include "core/engine.h"

#include <cstdint>
#include <string>
#include <vector>

namespace spikeclip {

/// What an evaluation judges, as lists of names only: nothing is decoded yet.
struct EvaluationData
{
    struct Picture
    {
        std::string file;                      ///< as io::readSample understands it
        std::int64_t label = 0;                ///< index into `labels`
        std::vector<std::int64_t> candidates;  ///< empty: all labels
    };
    std::vector<Picture> pictures;
    std::vector<std::string> labels; ///< candidates, distractors last
    std::vector<std::string> broken; ///< what the listing already knows to be unusable
};

/// Errors  as evaluate()
EvaluationData listPictures(const EvaluationRequest& request);

}
