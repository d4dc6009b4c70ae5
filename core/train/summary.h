#pragma once

#include "core/data/training.h"
#include "core/train/picture_data.h"
#include "core/train/run_model.h"

#include <cstdint>
#include <span>
#include <stop_token>
#include <string>

namespace spikeclip::train {

/// What the end of a run is judged by.
struct RunEnd
{
    const RunModel& model;
    std::string file;               ///< the checkpoint that it made
    std::string initial;            ///< the one that it began with; empty: fresh weights
    const PictureData* pictures;    ///< null: it learnt from none
    std::span<const std::int64_t> judged; ///< validation pictures
    const PictureSet* healthSet;    ///< as the next, only where there are pictures
    std::span<const std::int64_t> healthPictures;
    double seconds = 0;             ///< of training
};

/// Judges the same pictures by the model that the run began with and by the one that it made, both as their files hold them. An initial model that is gone or was changed since is
/// left out: then nothing was judged before.
///
/// Errors  those of reading the checkpoint; Stopped
data::RunSummary summarise(const RunEnd& end, const at::Device& device, std::stop_token stop);

}
