#include "core/io/json.h"

#include "core/data/outcome.h"

#include <set>
#include <vector>

namespace spikeclip::io {

nlohmann::json parseJsonObject(const std::string& text)
{
    using Event = nlohmann::json::parse_event_t;
    constexpr int deepest = 64;
    if (text.find('\0') != std::string::npos) // the JSON reader takes it for the end
        throw Error(ErrorCode::BadValue, "it contains a zero byte");
    std::vector<std::set<std::string>> keys; // of every object that is open
    const auto watch = [&keys](int depth, Event event, nlohmann::json& value) {
        if (depth > deepest)
            throw Error(ErrorCode::BadValue, "its JSON is nested too deeply");
        if (event == Event::object_start)
            keys.emplace_back();
        else if (event == Event::object_end)
            keys.pop_back();
        else if (event == Event::key && !keys.back().insert(value.get<std::string>()).second)
            throw Error(ErrorCode::BadValue, "'" + value.get<std::string>() + "' is there twice");
        return true;
    };
    try {
        nlohmann::json value = nlohmann::json::parse(text, watch);
        if (!value.is_object())
            throw Error(ErrorCode::BadValue, "it is not a JSON object");
        return value;
    } catch (const nlohmann::json::parse_error& error) {
        throw Error(ErrorCode::BadValue, "it is not JSON from byte " + std::to_string(error.byte) + " on");
    } catch (const nlohmann::json::exception&) { // such as a number beyond the range of double
        throw Error(ErrorCode::BadValue, "it is JSON with a value that cannot be represented");
    }
}

}
