#pragma once

#include "core/io/sample_source.h"
#include "core/io/seekable_file.h"

#include <string>
#include <vector>

/// Data sets as tar archives in which the files of one sample share a key: KEY.jpg beside KEY.cls, KEY.txt, KEY.label or KEY.json. The key goes up to the first dot of
/// the file's name, its folder included.
///
/// Where a sample has a number (.cls, or "label" or "class" in .json), the number is its class. The class then takes its name from classnames.txt beside the archives or one folder
/// above, from the text beside it if all pictures of each number agree in theirs, or is "class 7": so captions beside numbers do no harm. Without a number the text is the class: .label, .json, .txt.
///
/// Source  WebDataset, github.com/webdataset/webdataset, "The WebDataset Format"
namespace spikeclip::io {

/// Lists all archives as one data set. Reads headers and labels; pictures are passed over. A sample's name is ARCHIVE#ENTRY@BLOCK: with the 512-byte block at which the entry's
/// headers begin, a picture is found without reading the archive again and without an index that somebody must keep.
SampleList listWebDataset(const std::vector<std::string>& archives);

/// `place`: ENTRY@BLOCK, or ENTRY alone, which is searched for from the beginning.
///
/// Errors  Error(FileMissing) if the entry is not there; Error(FileUnreadable) for a damaged archive; those of decodePicture()
data::ImagePtr readFromArchive(const SeekableFile& archive, const std::string& place);

}
