#pragma once

#include "core/io/json.h"

#include <array>
#include <cstdint>
#include <initializer_list>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

/// For the .cpp files of core only, as json.h.
namespace spikeclip::io {

/// Reads the members of one JSON object that nobody vouches for: each by its name and type; finish() names those that nobody asked for.
///
/// A member that is missing leaves the value as it was.
/// Errors  Error(BadValue, "PLACE.KEY must be ...")
class JsonMembers
{
public:
    /// `place` names the object in messages, e.g. "image.lif"; it may be empty.
    JsonMembers(const nlohmann::json& object, std::string place);

    void read(const char* key, int& into);
    void read(const char* key, std::int64_t& into);
    void read(const char* key, std::uint64_t& into);
    void read(const char* key, double& into);
    void read(const char* key, bool& into);
    void read(const char* key, std::string& into);
    void read(const char* key, std::vector<int>& into);
    void read(const char* key, std::vector<std::string>& into);
    void read(const char* key, std::array<double, 3>& into);

    /// A word that stands for a value.
    template <typename Value, std::size_t count>
    void read(const char* key, Value& into, const std::array<std::pair<const char*, Value>, count>& words)
    {
        std::string known;
        const nlohmann::json* value = find(key);
        if (!value)
            return;
        for (const auto& [word, meaning] : words) {
            if (value->is_string() && value->get<std::string>() == word) {
                into = meaning;
                return;
            }
            known += (known.empty() ? "" : " or ") + std::string(word);
        }
        throwWrong(key, known);
    }

    /// Measured numbers, for which null stands where a document could not hold what was measured: it becomes NaN.
    void readMeasured(const char* key, double& into);
    void readMeasured(const char* key, std::optional<double>& into);
    void readMeasured(const char* key, std::vector<double>& into);

    /// Refuses an object in which one of these is missing.
    void need(std::initializer_list<const char*> keys) const;

    const nlohmann::json* find(const char* key);                          ///< null if missing
    const nlohmann::json* findList(const char* key, const char* wanted); ///< null if missing
    std::string name(const std::string& key) const;                       ///< with the place before it
    void finish() const;

    [[noreturn]] void throwWrong(const char* key, const std::string& wanted) const;

private:
    int integer(const nlohmann::json& value, const char* key) const;
    double number(const nlohmann::json& value, const char* key) const;

    const nlohmann::json& m_object;
    std::string m_place;
    std::set<std::string> m_known;
};

/// A measured number for a document: null for one that is not finite.
nlohmann::ordered_json measured(double value);

}
