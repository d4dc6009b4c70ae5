#pragma once

#include <string>
#include <vector>

namespace spikeclip::io {

/// The lines of a text file, without line ends of either kind.
///
/// Errors  those of readFile()
std::vector<std::string> readLines(const std::string& path);

/// The named columns of a tab-separated table whose first line is its heading, in the order asked for; a cell a row lacks is empty.
///
/// Errors  Error(DataMissing) naming a column that is not there; those of readFile()
std::vector<std::vector<std::string>> readColumns(const std::string& path, const std::vector<std::string>& names);

}
