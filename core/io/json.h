#pragma once

#include <nlohmann/json.hpp>

#include <string>

/// For the .cpp files of core only: compiling this costs seconds.
namespace spikeclip::io {

/// Parses a JSON object that people or other programs wrote: at most 64 levels deep, no key twice in one object.
///
/// Errors  Error(BadValue) with what is wrong
nlohmann::json parseJsonObject(const std::string& text);

}
