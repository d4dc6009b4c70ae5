#include "core/io/config_json.h"

#include "core/data/outcome.h"
#include "core/io/json_members.h"
#include "core/text/utf8.h"

#include <array>
#include <cmath>
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

void readLif(JsonMembers& members, data::LifOptions& lif)
{
    if (const Json* value = members.find("lif")) {
        JsonMembers inner(*value, members.name("lif"));
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
    JsonMembers members(value, place);
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
    JsonMembers members(value, place);
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
    JsonMembers members(value, place);
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
    JsonMembers members(value, place);
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
    JsonMembers members(value, "");
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
