#pragma once

#include "core/data/training.h"

#include <functional>
#include <string>

namespace spikeclip::train {

/// Everything a run says of itself: to the log of its folder, one JSON object a line, appended and flushed at once, so that a killed run keeps all but its last line; and
/// to whoever watches.
class RunEvents
{
public:
    using Watch = std::function<void(const data::TrainingEvent&)>;

    /// Without a file nothing is written.
    RunEvents(std::string file, Watch watch) : m_file(std::move(file)), m_watch(std::move(watch)) {}

    /// Errors  Error(FileUnwritable)
    void tell(const data::TrainingEvent& event);

private:
    std::string m_file;
    bool m_isChecked = false; ///< for a last line without an end
    Watch m_watch;
};

}
