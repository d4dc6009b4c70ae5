#include "core/train/recipe.h"

#include "core/data/number_text.h"
#include "core/data/outcome.h"
#include "core/data/training_plan.h"
#include "core/io/atomic_file.h"
#include "core/io/class_folder.h"
#include "core/io/config_json.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <filesystem>
#include <set>
#include <type_traits>

namespace spikeclip::train {

namespace {

using nlohmann::json;

constexpr std::uint64_t largestRecipe = 1 << 20; // bytes

constexpr std::array<std::pair<const char*, Stage::Kind>, 6> stageNames = {{
    {"align-text", Stage::Kind::AlignText},
    {"ann", Stage::Kind::Ann},
    {"align-image", Stage::Kind::AlignImage},
    {"dual", Stage::Kind::Dual},
    {"full", Stage::Kind::Full},
    {"head", Stage::Kind::Head},
}};

[[noreturn]] void refuse(const std::string& what)
{
    throw Error(ErrorCode::RecipeBroken, what);
}

/// Reads the members of one JSON object and complains about what nobody asked for.
class Members
{
public:
    Members(const json& object, std::string where) : m_object(object), m_where(std::move(where))
    {
        if (!object.is_object())
            refuse(m_where + " must be an object");
    }

    template <typename Value>
    void read(const char* key, Value& value)
    {
        m_known.insert(key);
        const auto found = m_object.find(key);
        if (found == m_object.end())
            return;
        if (std::is_same_v<Value, double> && !found->is_number()) // the library would take true for 1
            refuse(m_where + "." + key + " must be a number");
        try {
            value = found->get<Value>();
        } catch (const json::exception&) {
            refuse(m_where + "." + key + " has the wrong type");
        }
    }

    void readNumber(const char* key, double& value, data::Limits limits)
    {
        read(key, value);
        check(key, value, limits);
    }

    void readNumber(const char* key, int& value, data::Limits limits)
    {
        double number = value;
        read(key, number);
        check(key, number, limits);
        if (number != std::floor(number))
            refuse(m_where + "." + key + " must be a whole number");
        value = static_cast<int>(number);
    }

    void readNumbers(const char* key, std::vector<double>& values, data::Limits limits)
    {
        const auto* list = member(key);
        if (!list)
            return;
        if (!list->is_array() || !std::ranges::all_of(*list, &json::is_number)) // the library would take true for 1
            refuse(m_where + "." + key + " must be a list of numbers");
        values = list->get<std::vector<double>>();
        for (const auto value : values)
            check(key, value, limits);
    }

    const json* member(const char* key)
    {
        m_known.insert(key);
        const auto found = m_object.find(key);
        return found == m_object.end() ? nullptr : &*found;
    }

    void finish() const
    {
        for (const auto& [key, value] : m_object.items())
            if (!m_known.contains(key))
                refuse(m_where + " has the unknown member " + key);
    }

private:
    void check(const char* key, double value, data::Limits limits) const
    {
        if (!(value >= limits.lowest && value <= limits.highest))
            refuse(m_where + "." + key + " must lie between " + data::numberText(limits.lowest) + " and " + data::numberText(limits.highest));
    }

    const json& m_object;
    std::string m_where;
    std::set<std::string> m_known;
};

std::string objectText(const json& object, const std::string& where)
{
    if (!object.is_object())
        refuse(where + " must be an object");
    return object.dump();
}

DataSource parseSource(const json& object, const std::string& where)
{
    DataSource source;
    Members members(object, where);
    members.read("folder", source.path); // what data sets were called when all of them were folders
    members.read("path", source.path);
    members.read("labels", source.labelFile);
    members.readNumber("repeat", source.repeat, {1, 1000});
    members.finish();
    if (source.path.empty())
        refuse(where + ".path is missing");
    return source;
}

TextSource parseText(const json& object)
{
    TextSource text;
    Members members(object, "text");
    members.read("words", text.words);
    members.read("vectors", text.vectors);
    members.read("names", text.names);
    members.read("targets", text.targets);
    members.read("nouns", text.nouns);
    members.read("noun_kinds", text.nounKinds);
    members.read("templates", text.templates);
    members.readNumber("noun_limit", text.nounLimit, {0, 1000000});
    members.readNumber("gamma", text.gamma, {1e-3, 1e3});
    members.readNumber("lambda", text.lambda, {1e-6, 1e3});
    members.finish();
    if (text.templates.empty())
        refuse("text.templates is empty");
    return text;
}

/// The weights of the paper's losses, unless the recipe says otherwise.
Stage usualStage(Stage::Kind kind)
{
    Stage stage{.kind = kind};
    stage.crossEntropyWeight = kind == Stage::Kind::AlignText || kind == Stage::Kind::AlignImage ? 0 : 1;
    stage.klWeight = kind == Stage::Kind::Dual ? 1 : 0;
    stage.alignWeight = kind == Stage::Kind::AlignImage || kind == Stage::Kind::AlignText ? 1 : 0;
    return stage;
}

void readPrefixWeights(Members& members, Stage& stage, const std::string& where)
{
    members.readNumbers("prefix_weights", stage.prefixWeights, data::lossWeightLimits);
    const auto& weights = stage.prefixWeights;
    if (weights.empty())
        return;
    if (weights.size() != static_cast<std::size_t>(stage.steps))
        refuse(where + ".prefix_weights must hold as many numbers as steps says");
    if (std::ranges::all_of(weights, [](double weight) { return weight == 0; }))
        refuse(where + ".prefix_weights must have one number above 0");
}

Stage parseStage(const json& object, const std::string& where)
{
    std::string name;
    Members members(object, where);
    members.read("stage", name);
    const auto known = std::ranges::find(stageNames, name, [](const auto& entry) { return std::string(entry.first); });
    if (known == stageNames.end())
        refuse(where + ".stage must be align-text, ann, align-image, dual, full or head");
    auto stage = usualStage(known->second);
    members.readNumber("epochs", stage.epochs, data::epochsLimits);
    members.readNumber("batch", stage.batch, data::batchLimits);
    members.readNumber("steps", stage.steps, data::stepsLimits);
    members.readNumber("learning_rate", stage.learningRate, data::learningRateLimits);
    members.readNumber("final_learning_rate", stage.finalLearningRate, data::learningRateLimits);
    members.readNumber("warm_up", stage.warmUp, {0, 1});
    members.readNumber("weight_decay", stage.weightDecay, data::weightDecayLimits);
    members.readNumber("clip_norm", stage.clipNorm, {0, 1e6});
    members.readNumber("align_weight", stage.alignWeight, data::lossWeightLimits);
    members.readNumber("cross_entropy_weight", stage.crossEntropyWeight, data::lossWeightLimits);
    members.readNumber("kl_weight", stage.klWeight, data::lossWeightLimits);
    if (stage.kind == Stage::Kind::AlignImage || stage.kind == Stage::Kind::Dual || stage.kind == Stage::Kind::Full) {
        members.readNumber("rate_weight", stage.rateWeight, data::lossWeightLimits);
        readPrefixWeights(members, stage, where);
    }
    if (stage.kind == Stage::Kind::AlignImage || stage.kind == Stage::Kind::Dual) {
        std::string target = "twin";
        members.read("target", target);
        if (target != "twin" && target != "labels")
            refuse(where + ".target must be twin or labels");
        stage.target = target == "labels" ? Stage::Target::Labels : Stage::Target::Twin;
    }
    if (stage.kind == Stage::Kind::Dual)
        members.readNumber("angle_gate", stage.angleGate, data::angleLimits);
    members.readNumber("label_smoothing", stage.labelSmoothing, data::labelSmoothingLimits);
    members.readNumber("label_similarity", stage.similarity, {0, 1000});
    members.read("augment", stage.augmentation.shift);
    members.readNumber("zoom", stage.augmentation.zoom, {0, 0.9});
    members.readNumber("colour", stage.augmentation.colour, {0, 0.9});
    members.readNumber("erase", stage.augmentation.erase, {0, 1});
    members.finish();
    return stage;
}

Recipe parse(const std::string& text, const std::filesystem::path& folder)
{
    const auto document = json::parse(text, nullptr, false);
    if (document.is_discarded())
        refuse("not a JSON document");
    Recipe recipe;
    Members members(document, "recipe");
    std::string format;
    members.read("format", format);
    if (format != "spikeclip-recipe/1")
        refuse("format must be \"spikeclip-recipe/1\"");
    members.read("name", recipe.name);
    double seed = static_cast<double>(recipe.seed);
    members.readNumber("seed", seed, data::seedLimits);
    recipe.seed = static_cast<std::uint64_t>(seed);
    members.readNumber("validation_share", recipe.validationShare, data::validationShareLimits);
    members.readNumber("validation_limit", recipe.validationLimit, {1, 10000000});
    members.readNumber("checkpoint_minutes", recipe.checkpointMinutes, data::checkpointMinutesLimits);
    members.read("learn_scale", recipe.learnScale);
    members.readNumber("distractors", recipe.distractors, {0, 100000});
    members.read("initial", recipe.initial);
    if (const auto* change = members.member("change"))
        recipe.change = objectText(*change, "recipe.change");
    std::vector<std::string> fresh;
    members.read("fresh", fresh);
    for (const auto& part : fresh) {
        if (part != "image" && part != "twin")
            refuse("recipe.fresh may list image and twin");
        (part == "image" ? recipe.freshImage : recipe.freshTwin) = true;
    }
    if (recipe.initial.empty() && (!recipe.change.empty() || !fresh.empty()))
        refuse("recipe.change and recipe.fresh are about the checkpoint of recipe.initial, which is missing");
    members.read("held_out", recipe.heldOut);
    std::string heldOutFile;
    members.read("held_out_file", heldOutFile);
    if (!heldOutFile.empty())
        for (const auto& line : io::readLabelFile((folder / heldOutFile).string()))
            recipe.heldOut.push_back(line.name);
    if (const auto* model = members.member("model"))
        recipe.model = io::modelConfigFromJson(model->dump());
    if (const auto* card = members.member("card"))
        recipe.card = card->dump();
    if (const auto* source = members.member("text"))
        recipe.text = parseText(*source);
    const auto each = [&](const char* key, auto&& take) {
        const auto* list = members.member(key);
        if (list && !list->is_array())
            refuse(std::string("recipe.") + key + " must be a list");
        for (std::size_t i = 0; list && i < list->size(); ++i)
            take((*list)[i], std::string(key) + "[" + std::to_string(i) + "]");
    };
    each("data", [&](const json& item, const std::string& where) { recipe.data.push_back(parseSource(item, where)); });
    each("stages", [&](const json& item, const std::string& where) { recipe.stages.push_back(parseStage(item, where)); });
    members.finish();
    if (recipe.stages.empty())
        refuse("recipe.stages is empty");
    data::check(recipe.model);
    return recipe;
}

}

std::string Stage::name() const
{
    return std::ranges::find(stageNames, kind, [](const auto& entry) { return entry.second; })->first;
}

Recipe readRecipe(const std::string& file)
{
    const auto bytes = io::readFile(file, largestRecipe);
    const std::string text(reinterpret_cast<const char*>(bytes.data()), bytes.size());
    try {
        const auto folder = std::filesystem::absolute(file).parent_path();
        auto recipe = parse(text, folder);
        recipe.folder = folder.string();
        recipe.source = text;
        return recipe;
    } catch (const Error& error) {
        if (error.code() != ErrorCode::RecipeBroken && error.code() != ErrorCode::BadValue)
            throw;
        throw Error(ErrorCode::RecipeBroken, file + ": " + error.what());
    }
}

bool mayGoOnBy(const std::string& wanted, const std::string& begun, int stage)
{
    const auto withoutLater = [&](const std::string& text) {
        auto document = json::parse(text, nullptr, false);
        if (document.is_object() && document.contains("stages") && document["stages"].is_array()) {
            auto& stages = document["stages"].get_ref<json::array_t&>();
            stages.resize(std::min(stages.size(), static_cast<std::size_t>(stage) + 1));
        }
        return document;
    };
    return wanted == begun || withoutLater(wanted) == withoutLater(begun);
}

}
