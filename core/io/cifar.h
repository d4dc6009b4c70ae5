#pragma once

#include "core/io/sample_source.h"
#include "core/io/seekable_file.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

/// The binary version of CIFAR-10 and CIFAR-100: records of a label byte (two for CIFAR-100: coarse, fine) and 32 x 32 pixels as planes of red, green and blue.
///
/// Source  A. Krizhevsky: Learning Multiple Layers of Features from Tiny Images, 2009; "The CIFAR-10 dataset", section "Binary version"
namespace spikeclip::io {

/// How the file's records lie, by its name (*.bin only) and size; none if it is not of CIFAR. A file of the official names may be cut off.
std::optional<data::DataFormat> cifarFormat(const std::string& file, std::uint64_t size);

/// Lists the files, which lie in one folder beside the names of their classes (batches.meta.txt or fine_label_names.txt). Where there are files to learn from, those whose
/// names begin with "test" are left to judge by: their pictures are no part of the list.
SampleList listCifar(const std::vector<std::string>& files);

/// Errors  Error(FileMissing) for a number that is not in the file
data::ImagePtr readCifar(const SeekableFile& file, const std::string& number);

}
