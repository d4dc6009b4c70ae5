#include "core/io/config_json.h"

#include "core/data/outcome.h"
#include "core/io/json.h"
#include "core/text/utf8.h"

#include <array>
#include <cmath>
#include <cstdint>
#include <limits>
#include <set>
#include <utility>
#include <vector>

namespace spikeclip::io {

namespace {

using Json = nlohmann::json;

double finite(double value)
{
    if (!std::isfinite(value))
        throw Error(ErrorCode::BadValue, "a configuration has a number that is not finite");
    return value;
}

const std::string& utf8(const std::string& text)
{
    if (!text::isUtf8(text))
        throw Error(ErrorCode::BadValue, "a configuration has a text that is not UTF-8");
    return text;
}

/// The members of one object by name; finish() names those that nobody asked for.
class Members
{
public:
    Members(const Json& object, std::string place) : m_object(object), m_place(std::move(place))
    {
        if (!object.is_object())
            throw Error(ErrorCode::BadValue, m_place + " must be an object");
    }

    void read(const char* key, int& into)
    {
        if (const Json* value = find(key))
            into = integer(*value, key);
    }

    void read(const char* key, double& into)
    {
        if (const Json* value = find(key))
            into = number(*value, key);
    }

    void read(const char* key, bool& into)
    {
        const Json* value = find(key);
        if (value && !value->is_boolean())
            throwWrong(key, "true or false");
        if (value)
            into = value->get<bool>();
    }

    void read(const char* key, std::string& into)
    {
        const Json* value = find(key);
        if (value && !value->is_string())
            throwWrong(key, "a text");
        if (value)
            into = value->get<std::string>();
    }

    void read(const char* key, std::vector<int>& into)
    {
        if (const Json* value = list(key, "a list of whole numbers")) {
            into.clear();
            for (const Json& item : *value)
                into.push_back(integer(item, key));
        }
    }

    void read(const char* key, std::vector<std::string>& into)
    {
        if (const Json* value = list(key, "a list of texts")) {
            into.clear();
            for (const Json& item : *value) {
                if (!item.is_string())
                    throwWrong(key, "a list of texts");
                into.push_back(item.get<std::string>());
            }
        }
    }

    void read(const char* key, std::array<double, 3>& into)
    {
        if (const Json* value = list(key, "a list of three numbers")) {
            if (value->size() != into.size())
                throwWrong(key, "a list of three numbers");
            for (std::size_t i = 0; i < into.size(); ++i)
                into[i] = number((*value)[i], key);
        }
    }

    /// A word that stands for one of two values.
    template <typename Value>
    void read(const char* key, Value& into, const std::array<std::pair<const char*, Value>, 2>& words)
    {
        const Json* value = find(key);
        if (!value)
            return;
        for (const auto& [word, meaning] : words)
            if (value->is_string() && value->get<std::string>() == word) {
                into = meaning;
                return;
            }
        throwWrong(key, std::string(words[0].first) + " or " + words[1].first);
    }

    const Json* find(const char* key)
    {
        m_known.insert(key);
        const auto found = m_object.find(key);
        return found == m_object.end() ? nullptr : &*found;
    }

    std::string name(const std::string& key) const { return m_place.empty() ? key : m_place + "." + key; }

    void finish() const
    {
        for (const auto& item : m_object.items())
            if (!m_known.contains(item.key()))
                throw Error(ErrorCode::BadValue, name(item.key()) + " is not a known key");
    }

private:
    [[noreturn]] void throwWrong(const char* key, const std::string& wanted) const { throw Error(ErrorCode::BadValue, name(key) + " must be " + wanted); }

    int integer(const Json& value, const char* key) const
    {
        if (!value.is_number_integer() || (value.is_number_unsigned() && value.get<std::uint64_t>() > std::uint64_t{std::numeric_limits<int>::max()})
            || value.get<std::int64_t>() < std::numeric_limits<int>::min())
            throwWrong(key, "a whole number");
        return value.get<int>();
    }

    double number(const Json& value, const char* key) const
    {
        if (!value.is_number())
            throwWrong(key, "a number");
        return value.get<double>();
    }

    const Json* list(const char* key, const char* wanted)
    {
        const Json* value = find(key);
        if (value && !value->is_array())
            throwWrong(key, wanted);
        return value;
    }

    const Json& m_object;
    std::string m_place;
    std::set<std::string> m_known;
};

using Input = data::TextConfig::Input;
using Method = data::Preprocess::Method;
constexpr std::array<std::pair<const char*, Input>, 2> inputWords = {{{"tokens", Input::Tokens}, {"words", Input::Words}}};
constexpr std::array<std::pair<const char*, Method>, 2> methodWords = {{{"area", Method::Area}, {"clip", Method::Clip}}};

template <typename Value>
std::string word(Value value, const std::array<std::pair<const char*, Value>, 2>& words)
{
    return words[0].second == value ? words[0].first : words[1].first;
}

Json object(const data::LifOptions& lif)
{
    return {{"tau", finite(lif.tau)}, {"threshold", finite(lif.threshold)}, {"slope", finite(lif.slope)}};
}

void readLif(Members& members, data::LifOptions& lif)
{
    if (const Json* value = members.find("lif")) {
        Members inner(*value, members.name("lif"));
        inner.read("tau", lif.tau);
        inner.read("threshold", lif.threshold);
        inner.read("slope", lif.slope);
        inner.finish();
    }
}

Json object(const data::ImageConfig& config)
{
    return {{"image_size", config.imageSize},
            {"channels", config.channels},
            {"width", config.width},
            {"heads", config.heads},
            {"mlp_ratio", config.mlpRatio},
            {"blocks", config.blocks},
            {"steps", config.steps},
            {"embedding", config.embedding},
            {"pool_before", config.poolBefore},
            {"lif", object(config.lif)},
            {"attention_threshold", finite(config.attentionThreshold)},
            {"attention_scale", finite(config.attentionScale)},
            {"twin_stem_relu", config.twinStemRelu}};
}

data::ImageConfig image(const Json& value, const std::string& place)
{
    data::ImageConfig config;
    Members members(value, place);
    members.read("image_size", config.imageSize);
    members.read("channels", config.channels);
    members.read("width", config.width);
    members.read("heads", config.heads);
    members.read("mlp_ratio", config.mlpRatio);
    members.read("blocks", config.blocks);
    members.read("steps", config.steps);
    members.read("embedding", config.embedding);
    members.read("pool_before", config.poolBefore);
    readLif(members, config.lif);
    members.read("attention_threshold", config.attentionThreshold);
    members.read("attention_scale", config.attentionScale);
    members.read("twin_stem_relu", config.twinStemRelu);
    members.finish();
    return config;
}

Json object(const data::TextConfig& config)
{
    return {{"input", word(config.input, inputWords)},
            {"vocabulary", config.vocabulary},
            {"table_width", config.tableWidth},
            {"positions", config.positions},
            {"length", config.length},
            {"projection", config.projection},
            {"hidden", config.hidden},
            {"steps", config.steps},
            {"embedding", config.embedding},
            {"lif", object(config.lif)}};
}

data::TextConfig text(const Json& value, const std::string& place)
{
    data::TextConfig config;
    Members members(value, place);
    members.read("input", config.input, inputWords);
    members.read("vocabulary", config.vocabulary);
    members.read("table_width", config.tableWidth);
    members.read("positions", config.positions);
    members.read("length", config.length);
    members.read("projection", config.projection);
    members.read("hidden", config.hidden);
    members.read("steps", config.steps);
    members.read("embedding", config.embedding);
    readLif(members, config.lif);
    members.finish();
    return config;
}

Json object(const data::Preprocess& preprocess)
{
    for (std::size_t i = 0; i < preprocess.mean.size(); ++i) {
        finite(preprocess.mean[i]);
        finite(preprocess.deviation[i]);
    }
    return {{"method", word(preprocess.method, methodWords)}, {"mean", preprocess.mean}, {"deviation", preprocess.deviation}};
}

data::Preprocess preprocess(const Json& value, const std::string& place)
{
    data::Preprocess result;
    Members members(value, place);
    members.read("method", result.method, methodWords);
    members.read("mean", result.mean);
    members.read("deviation", result.deviation);
    members.finish();
    return result;
}

Json object(const data::LabelOptions& labels)
{
    for (const std::string& item : labels.templates)
        utf8(item);
    return {{"templates", labels.templates}, {"renormalise", labels.renormalise}};
}

data::LabelOptions labels(const Json& value, const std::string& place)
{
    data::LabelOptions result;
    Members members(value, place);
    members.read("templates", result.templates);
    members.read("renormalise", result.renormalise);
    members.finish();
    return result;
}

}

std::string toJson(const data::ImageConfig& config)
{
    return object(config).dump();
}

std::string toJson(const data::TextConfig& config)
{
    return object(config).dump();
}

std::string toJson(const data::Preprocess& preprocess)
{
    return object(preprocess).dump();
}

std::string toJson(const data::LabelOptions& labels)
{
    return object(labels).dump();
}

std::string toJson(const data::ModelConfig& config)
{
    const Json whole = {{"name", utf8(config.name)},
                        {"image", object(config.image)},
                        {"text", object(config.text)},
                        {"preprocess", object(config.preprocess)},
                        {"labels", object(config.labels)},
                        {"logit_scale", finite(config.logitScale)}};
    return whole.dump();
}

data::ImageConfig imageConfigFromJson(const std::string& text)
{
    return image(parseJsonObject(text), "");
}

data::TextConfig textConfigFromJson(const std::string& json)
{
    return text(parseJsonObject(json), "");
}

data::Preprocess preprocessFromJson(const std::string& text)
{
    return preprocess(parseJsonObject(text), "");
}

data::LabelOptions labelOptionsFromJson(const std::string& text)
{
    return labels(parseJsonObject(text), "");
}

data::ModelConfig modelConfigFromJson(const std::string& json)
{
    const Json value = parseJsonObject(json);
    data::ModelConfig config;
    Members members(value, "");
    members.read("name", config.name);
    if (const Json* part = members.find("image"))
        config.image = image(*part, "image");
    if (const Json* part = members.find("text"))
        config.text = text(*part, "text");
    if (const Json* part = members.find("preprocess"))
        config.preprocess = preprocess(*part, "preprocess");
    if (const Json* part = members.find("labels"))
        config.labels = labels(*part, "labels");
    members.read("logit_scale", config.logitScale);
    members.finish();
    return config;
}

}
