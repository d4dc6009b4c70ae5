#include "core/train/run_events.h"

#include "core/data/outcome.h"
#include "core/io/run_files.h"

#include <fstream>

namespace spikeclip::train {

void RunEvents::tell(const data::TrainingEvent& event) const
{
    if (!m_file.empty()) {
        std::ofstream out(m_file, std::ios::app);
        out << io::toLine(event) << std::endl;
        if (!out)
            throw Error(ErrorCode::FileUnwritable, m_file);
    }
    if (m_watch)
        m_watch(event);
}

}
