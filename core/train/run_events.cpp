#include "core/train/run_events.h"

#include "core/data/outcome.h"
#include "core/io/run_files.h"

#include <fstream>
#include <utility>

namespace spikeclip::train {

namespace {

/// Whether the last line of a file lacks its end, as a process leaves it that is killed while it writes.
bool isCutOff(const std::string& file)
{
    std::ifstream in(file, std::ios::binary | std::ios::ate);
    if (!in || in.tellg() <= 0)
        return false;
    in.seekg(-1, std::ios::end);
    return in.get() != '\n';
}

}

void RunEvents::tell(const data::TrainingEvent& event)
{
    if (!m_file.empty()) {
        const bool cutOff = !std::exchange(m_isChecked, true) && isCutOff(m_file);
        std::ofstream out(m_file, std::ios::app);
        if (cutOff)
            out << '\n';
        out << io::toLine(event) << std::endl;
        if (!out)
            throw Error(ErrorCode::FileUnwritable, m_file);
    }
    if (m_watch)
        m_watch(event);
}

}
