#include "core/data/process_place.h"

#include "core/data/outcome.h"

#include <charconv>
#include <cstring>

namespace spikeclip::data {

namespace {

constexpr int mostProcesses = 1 << 16;
constexpr int longestPatience = 7 * 24 * 3600; // seconds

using Variables = std::function<const char*(const char* name)>;

/// What the variable says, or `missing` if it is not set.
///
/// Errors  Error(BadArgument)
int number(const Variables& variable, const char* name, int lowest, int highest, std::optional<int> missing = {})
{
    const char* text = variable(name);
    if (!text || !*text) {
        if (missing)
            return *missing;
        throw Error(ErrorCode::BadArgument, std::string("WORLD_SIZE asks for several processes, and ") + name + " is not set");
    }
    int value = 0;
    const char* end = text + std::strlen(text);
    const auto [last, error] = std::from_chars(text, end, value);
    if (error != std::errc() || last != end || value < lowest || value > highest)
        throw Error(ErrorCode::BadArgument, std::string(name) + " must be a number from " + std::to_string(lowest) + " to " + std::to_string(highest)
                                                + ", and is " + text);
    return value;
}

}

std::optional<ProcessPlace> processPlace(const Variables& variable)
{
    ProcessPlace place;
    place.size = number(variable, "WORLD_SIZE", 1, mostProcesses, 1);
    if (place.size == 1)
        return {};
    place.rank = number(variable, "RANK", 0, place.size - 1);
    place.localRank = number(variable, "LOCAL_RANK", 0, place.size - 1, 0);
    place.port = number(variable, "MASTER_PORT", 1, 65535);
    place.patience = number(variable, "SPIKECLIP_PATIENCE", 1, longestPatience, static_cast<int>(place.patience));
    const char* address = variable("MASTER_ADDR");
    if (!address || !*address)
        throw Error(ErrorCode::BadArgument, "WORLD_SIZE asks for several processes, and MASTER_ADDR is not set");
    place.address = address;
    return place;
}

std::string deviceAt(const ProcessPlace& place, const std::string& device)
{
    return device == "cuda" ? "cuda:" + std::to_string(place.localRank) : device;
}

}
