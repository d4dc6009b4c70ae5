#pragma once

#include <map>
#include <string>

namespace spikeclip::train {

/// The log of a run: one JSON object a line, appended and flushed at once, so that a killed run keeps all but its last line.
class RunLog
{
public:
    /// Without a file nothing is written.
    explicit RunLog(std::string file) : m_file(std::move(file)) {}

    /// Errors  Error(FileUnwritable)
    void write(const std::string& event, const std::string& stage, const std::map<std::string, double>& numbers);

private:
    std::string m_file;
};

}
