#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace spikeclip::data {

/// How labelled pictures lie on disk.
enum class DataFormat {
    ClassFolder, ///< a folder with one folder of pictures for each class
    Cifar10,     ///< the binary version: *.bin of 3073 bytes a picture, names in batches.meta.txt
    Cifar100,    ///< the binary version: *.bin of 3074 bytes a picture, names in fine_label_names.txt
    WebDataset,  ///< tar archives: KEY.jpg (png, webp, bmp) beside KEY.cls, KEY.txt or KEY.json
};

/// One class of a data set, and how its pictures are divided.
struct ClassSurvey
{
    std::string label;           ///< what a person would type
    std::int64_t train = 0;      ///< pictures to learn from
    std::int64_t validation = 0; ///< pictures set aside to judge by: never learnt from
    std::vector<std::string> samples; ///< a few pictures, as names that io::readSample understands

    std::int64_t all() const { return train + validation; }
    friend bool operator==(const ClassSurvey&, const ClassSurvey&) = default;
};

/// A file, or an entry of an archive, that cannot be used, and why.
struct BrokenSample
{
    std::string sample; ///< as io::readSample understands it
    std::string reason; ///< the detail of the error; English

    friend bool operator==(const BrokenSample&, const BrokenSample&) = default;
};

/// What is known of a data set before anything is learnt from it.
struct DataSurvey
{
    std::string path;
    DataFormat format = DataFormat::ClassFolder;
    std::vector<ClassSurvey> classes;
    std::vector<BrokenSample> broken; ///< left out of the counts
    bool opened = false;              ///< every picture has been decoded; else `broken` knows only what a listing shows

    std::int64_t train() const;
    std::int64_t validation() const;
    std::int64_t fewest() const;  ///< pictures of the smallest class; 0 without classes
    std::int64_t largest() const; ///< pictures of the largest class
};

/// How many of `count` pictures of one class are set aside to judge by: the rounded share, but at least one where there are two pictures and `share` is not 0, and never
/// the only picture.
std::int64_t validationCount(std::int64_t count, double share);

}
