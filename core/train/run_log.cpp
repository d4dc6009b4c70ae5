#include "core/train/run_log.h"

#include "core/data/outcome.h"

#include <nlohmann/json.hpp>

#include <fstream>

namespace spikeclip::train {

void RunLog::write(const std::string& event, const std::string& stage, const std::map<std::string, double>& numbers)
{
    if (m_file.empty())
        return;
    nlohmann::json line = {{"event", event}, {"stage", stage}};
    for (const auto& [key, value] : numbers)
        line[key] = value;
    std::ofstream out(m_file, std::ios::app);
    out << line.dump() << std::endl;
    if (!out)
        throw Error(ErrorCode::FileUnwritable, m_file);
}

}
