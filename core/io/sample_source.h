#pragma once

#include "core/data/data_survey.h"
#include "core/data/image.h"
#include "core/data/outcome.h"
#include "core/io/class_folder.h"

#include <cstdint>
#include <functional>
#include <stop_token>
#include <string>
#include <vector>

/// Labelled pictures, however they lie on disk.
namespace spikeclip::io {

/// All pictures of a data set, by name only.
struct SampleList
{
    struct Sample
    {
        std::string name; ///< for readSample
        int label = 0;    ///< index into classes
        friend bool operator==(const Sample&, const Sample&) = default;
    };
    data::DataFormat format = data::DataFormat::ClassFolder;
    std::vector<std::string> classes;       ///< folder names, or names from the data set's own list; in their order. "class 7" if only its number is known
    std::vector<Sample> samples;            ///< class by class, in a fixed order
    std::vector<data::BrokenSample> broken; ///< what a listing shows: an archive cut off, an entry without a label
};

/// Finds out the format and lists a data set. `path` is a folder of classes, a folder with the binary files of CIFAR, one such file, a tar archive or a folder of tar
/// archives. Nothing is decoded. Of a CIFAR folder the test files are no part where there are others; a single file is taken whatever its name.
///
/// Errors  Error(FileMissing); Error(FileUnreadable), also for a file of another kind; Error(DataMissing) if there is no picture in any of the forms
SampleList listSamples(const std::string& path);

/// The same pictures under the labels that a person would type: `labels` names classes by folder or, where they are only numbered, by number ("7<TAB>horse"). Classes whose labels agree but
/// for case are one, those without a picture are gone. Whoever divides a data set does it with this list, so that all divide alike.
///
/// `labels`: as readLabelFile() gives them; empty: the classes' own names
SampleList underLabels(SampleList list, const std::vector<LabelLine>& labels);

/// One picture of a data set. A name is a path, for pictures inside a larger file followed by '#' and where they lie there: "a/batch_1.bin#17", "a/shard-0.tar#00012.jpg@34" (see
/// web_dataset.h; without the block the archive is searched). A file whose own path has a '#' is found first.
///
/// Errors  those of readPicture(); Error(FileMissing) for an entry that is not there; Error(PictureBroken)
data::ImagePtr readSample(const std::string& name);

/// A sample that failed, its reason without the name that stands beside it.
data::BrokenSample brokenSample(const std::string& sample, const Error& error);

/// Counts a data set and divides it: in each class the last validationCount() pictures are set aside. With `open` every picture is decoded once, to list the broken ones: they leave
/// the counts, but every other picture stays on the side where it is without `open`. `progress` is told the fraction done, often.
///
/// `labels`: as underLabels() takes them
/// Errors  those of listSamples(); Stopped
data::DataSurvey surveyData(const std::string& path, const std::vector<LabelLine>& labels, double validationShare, bool open, const std::function<void(double)>& progress,
                            std::stop_token stop);

}
