#include "core/io/model_card.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <string_view>

namespace spikeclip::io {

namespace {

using nlohmann::json;

constexpr std::array<std::string_view, 4> spikingStages = {"align-image", "dual", "full", "head"};

/// The object's member, or null.
const json& member(const json& object, const char* key)
{
    static const json nothing;
    const auto found = object.is_object() ? object.find(key) : object.end();
    return found == object.end() ? nothing : *found;
}

std::string kindOf(const json& stage)
{
    const auto& kind = member(stage, "stage");
    return kind.is_string() ? kind.get<std::string>() : std::string();
}

}

bool twinLags(const std::string& card)
{
    const auto document = json::parse(card, nullptr, false);
    const auto& stages = member(member(document, "recipe"), "stages");
    if (!stages.is_array())
        return false;
    return std::ranges::none_of(stages, [](const json& stage) { return kindOf(stage) == "ann"; })
           && std::ranges::any_of(stages, [](const json& stage) { return std::ranges::find(spikingStages, kindOf(stage)) != spikingStages.end(); });
}

}
