#include "core/io/json_members.h"

#include "core/data/outcome.h"

#include <cmath>
#include <limits>

namespace spikeclip::io {

using Json = nlohmann::json;

JsonMembers::JsonMembers(const Json& object, std::string place) : m_object(object), m_place(std::move(place))
{
    if (!object.is_object())
        throw Error(ErrorCode::BadValue, m_place + " must be an object");
}

void JsonMembers::read(const char* key, int& into)
{
    if (const Json* value = find(key))
        into = integer(*value, key);
}

void JsonMembers::read(const char* key, std::int64_t& into)
{
    const Json* value = find(key);
    if (!value)
        return;
    if (!value->is_number_integer() || (value->is_number_unsigned() && value->get<std::uint64_t>() > std::uint64_t{std::numeric_limits<std::int64_t>::max()}))
        throwWrong(key, "a whole number");
    into = value->get<std::int64_t>();
}

void JsonMembers::read(const char* key, std::uint64_t& into)
{
    const Json* value = find(key);
    if (!value)
        return;
    if (!value->is_number_unsigned())
        throwWrong(key, "a whole number from 0 on");
    into = value->get<std::uint64_t>();
}

void JsonMembers::read(const char* key, double& into)
{
    if (const Json* value = find(key))
        into = number(*value, key);
}

void JsonMembers::read(const char* key, bool& into)
{
    const Json* value = find(key);
    if (value && !value->is_boolean())
        throwWrong(key, "true or false");
    if (value)
        into = value->get<bool>();
}

void JsonMembers::read(const char* key, std::string& into)
{
    const Json* value = find(key);
    if (value && !value->is_string())
        throwWrong(key, "a text");
    if (value)
        into = value->get<std::string>();
}

void JsonMembers::read(const char* key, std::vector<int>& into)
{
    if (const Json* value = findList(key, "a list of whole numbers")) {
        into.clear();
        for (const Json& item : *value)
            into.push_back(integer(item, key));
    }
}

void JsonMembers::read(const char* key, std::vector<std::string>& into)
{
    if (const Json* value = findList(key, "a list of texts")) {
        into.clear();
        for (const Json& item : *value) {
            if (!item.is_string())
                throwWrong(key, "a list of texts");
            into.push_back(item.get<std::string>());
        }
    }
}

void JsonMembers::read(const char* key, std::array<double, 3>& into)
{
    if (const Json* value = findList(key, "a list of three numbers")) {
        if (value->size() != into.size())
            throwWrong(key, "a list of three numbers");
        for (std::size_t i = 0; i < into.size(); ++i)
            into[i] = number((*value)[i], key);
    }
}

void JsonMembers::readMeasured(const char* key, double& into)
{
    if (const Json* value = find(key))
        into = value->is_null() ? std::numeric_limits<double>::quiet_NaN() : number(*value, key);
}

void JsonMembers::readMeasured(const char* key, std::optional<double>& into)
{
    const Json* value = find(key);
    if (value && !value->is_null())
        into = number(*value, key);
}

void JsonMembers::readMeasured(const char* key, std::vector<double>& into)
{
    if (const Json* value = findList(key, "a list of numbers")) {
        into.clear();
        for (const Json& item : *value)
            into.push_back(item.is_null() ? std::numeric_limits<double>::quiet_NaN() : number(item, key));
    }
}

void JsonMembers::need(std::initializer_list<const char*> keys) const
{
    for (const char* key : keys)
        if (!m_object.contains(key))
            throw Error(ErrorCode::BadValue, name(key) + " is missing");
}

const Json* JsonMembers::find(const char* key)
{
    m_known.insert(key);
    const auto found = m_object.find(key);
    return found == m_object.end() ? nullptr : &*found;
}

const Json* JsonMembers::findList(const char* key, const char* wanted)
{
    const Json* value = find(key);
    if (value && !value->is_array())
        throwWrong(key, wanted);
    return value;
}

std::string JsonMembers::name(const std::string& key) const
{
    return m_place.empty() ? key : m_place + "." + key;
}

void JsonMembers::finish() const
{
    for (const auto& item : m_object.items())
        if (!m_known.contains(item.key()))
            throw Error(ErrorCode::BadValue, name(item.key()) + " is not a known key");
}

void JsonMembers::throwWrong(const char* key, const std::string& wanted) const
{
    throw Error(ErrorCode::BadValue, name(key) + " must be " + wanted);
}

int JsonMembers::integer(const Json& value, const char* key) const
{
    if (!value.is_number_integer() || (value.is_number_unsigned() && value.get<std::uint64_t>() > std::uint64_t{std::numeric_limits<int>::max()})
        || value.get<std::int64_t>() < std::numeric_limits<int>::min())
        throwWrong(key, "a whole number");
    return value.get<int>();
}

double JsonMembers::number(const Json& value, const char* key) const
{
    if (!value.is_number())
        throwWrong(key, "a number");
    return value.get<double>();
}

nlohmann::ordered_json measured(double value)
{
    return std::isfinite(value) ? nlohmann::ordered_json(value) : nlohmann::ordered_json(nullptr);
}

}
