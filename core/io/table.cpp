#include "core/io/table.h"

#include "core/data/outcome.h"
#include "core/io/atomic_file.h"

#include <algorithm>
#include <sstream>

namespace spikeclip::io {

namespace {

constexpr std::uint64_t largestText = std::uint64_t{1} << 30; // bytes

std::vector<std::string> cells(const std::string& line)
{
    std::istringstream stream(line);
    std::vector<std::string> result;
    for (std::string cell; std::getline(stream, cell, '\t');)
        result.push_back(std::move(cell));
    return result;
}

}

std::vector<std::string> readLines(const std::string& path)
{
    const auto bytes = readFile(path, largestText);
    std::istringstream stream(std::string(reinterpret_cast<const char*>(bytes.data()), bytes.size()));
    std::vector<std::string> lines;
    for (std::string line; std::getline(stream, line);) {
        if (line.ends_with('\r'))
            line.pop_back();
        lines.push_back(std::move(line));
    }
    return lines;
}

std::vector<std::vector<std::string>> readColumns(const std::string& path, const std::vector<std::string>& names)
{
    const auto lines = readLines(path);
    const auto heading = lines.empty() ? std::vector<std::string>() : cells(lines.front());
    std::vector<std::size_t> places;
    for (const auto& name : names) {
        const auto found = std::ranges::find(heading, name);
        if (found == heading.end())
            throw Error(ErrorCode::DataMissing, path + " (it has no column called " + name + ")");
        places.push_back(static_cast<std::size_t>(found - heading.begin()));
    }
    std::vector<std::vector<std::string>> rows;
    for (std::size_t i = 1; i < lines.size(); ++i) {
        const auto row = cells(lines[i]);
        auto& picked = rows.emplace_back();
        for (const auto place : places)
            picked.push_back(place < row.size() ? row[place] : std::string());
    }
    return rows;
}

}
