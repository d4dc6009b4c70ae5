#pragma once

#include <string>
#include <vector>

namespace spikeclip::io {

/// A data set as a folder with one folder of pictures for each class.
struct ClassFolder
{
    struct File
    {
        std::string path;
        int label = 0; ///< index into classes
        friend bool operator==(const File&, const File&) = default;
    };
    std::vector<std::string> classes; ///< names of the folders, in byte order
    std::vector<File> files;          ///< class by class, in byte order of their names
};

/// Lists pictures by their extension (jpg, jpeg, png, bmp, tif, tiff, webp), without opening them. Hidden files and folders, files beside the class
/// folders, deeper folders and classes without a picture are passed over.
///
/// Errors  Error(FileMissing); Error(FileUnreadable) for a folder that may not be listed; Error(DataMissing) if there is no picture
ClassFolder scanClassFolder(const std::string& path);

/// One line of a label file.
struct LabelLine
{
    std::string folder; ///< empty if the line has only a name
    std::string name;   ///< what a person would type
    friend bool operator==(const LabelLine&, const LabelLine&) = default;
};

/// Reads labels, one a line: `name` or `folder<TAB>name`. Empty lines and lines that begin with '#' are comments; spaces around either part,
/// a byte order mark and the line ends of Windows do not matter.
///
/// Errors  those of readFile(); Error(FileUnreadable, "PATH: line N ...") for text that is not UTF-8, a part that is empty or a second tab;
///         Error(NoLabels) if there is no label
std::vector<LabelLine> readLabelFile(const std::string& path);

}
