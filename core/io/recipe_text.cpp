#include "core/io/recipe_text.h"

#include "core/data/number_text.h"
#include "core/data/outcome.h"
#include "core/io/json_members.h"
#include "core/text/utf8.h"

#include <array>
#include <cstdint>
#include <utility>

namespace spikeclip::io {

namespace {

using Json = nlohmann::ordered_json;
using What = data::TrainingPlan::What;
using Teacher = data::TrainingPlan::Teacher;

constexpr auto format = "spikeclip-recipe/1";
constexpr std::array<std::pair<const char*, What>, 4> stages = {{{"head", What::Head}, {"full", What::Full}, {"align-image", What::Alignment}, {"dual", What::Dual}}};
constexpr std::array<std::pair<const char*, Teacher>, 2> teachers = {{{"twin", Teacher::Twin}, {"labels", Teacher::Labels}}};

template <typename Value, std::size_t count>
const char* word(Value value, const std::array<std::pair<const char*, Value>, count>& words)
{
    for (const auto& [text, meaning] : words)
        if (meaning == value)
            return text;
    throw Error(ErrorCode::BadValue, "a choice that has no name");
}

void checkPath(const char* key, const std::string& path, bool mayBeEmpty)
{
    if (path.empty() ? !mayBeEmpty : path.front() != '/')
        throw Error(ErrorCode::BadValue, std::string(key) + " must be an absolute path");
    if (!text::isUtf8(path))
        throw Error(ErrorCode::BadValue, std::string(key) + " must be UTF-8");
}

/// What the reader of recipes allows, so that no plan becomes a recipe that cannot be run.
void check(const data::TrainingPlan& plan)
{
    const auto within = [](const char* key, double value, data::Limits limits) {
        if (!(value >= limits.lowest && value <= limits.highest)) // a value that is not a number fails, too
            throw Error(ErrorCode::BadValue, std::string(key) + " must lie between " + data::numberText(limits.lowest) + " and " + data::numberText(limits.highest));
    };
    if (!text::isUtf8(plan.name))
        throw Error(ErrorCode::BadValue, "name must be UTF-8");
    checkPath("initial", plan.initialModel, true);
    checkPath("data.path", plan.dataPath, false);
    checkPath("data.labels", plan.labelFile, true);
    within("seed", static_cast<double>(plan.seed), data::seedLimits);
    within("validation_share", plan.validationShare, data::validationShareLimits);
    within("checkpoint_minutes", plan.checkpointMinutes, data::checkpointMinutesLimits);
    within("epochs", plan.epochs, data::epochsLimits);
    within("batch", plan.batch, data::batchLimits);
    within("steps", plan.steps, data::stepsLimits);
    within("learning_rate", plan.learningRate, data::learningRateLimits);
    within("final_learning_rate", plan.finalLearningRate, data::learningRateLimits);
    within("weight_decay", plan.weightDecay, data::weightDecayLimits);
    within("label_smoothing", plan.labelSmoothing, data::labelSmoothingLimits);
    within("kl_weight", plan.klWeight, data::lossWeightLimits);
    within("angle_gate", plan.angleGate, data::angleLimits);
    within("rate_weight", plan.rateWeight, data::lossWeightLimits);
}

void readStage(const nlohmann::json& item, data::TrainingPlan& plan)
{
    JsonMembers members(item, "stages[0]");
    members.need({"stage", "epochs", "batch", "steps", "learning_rate", "final_learning_rate", "weight_decay", "label_smoothing", "augment"});
    members.read("stage", plan.what, stages);
    if (data::choosesTeacher(plan.what))
        members.read("target", plan.teacher, teachers);
    members.read("epochs", plan.epochs);
    members.read("batch", plan.batch);
    members.read("steps", plan.steps);
    members.read("learning_rate", plan.learningRate);
    members.read("final_learning_rate", plan.finalLearningRate);
    members.read("weight_decay", plan.weightDecay);
    members.read("label_smoothing", plan.labelSmoothing);
    if (data::choosesDivergence(plan.what)) {
        members.read("kl_weight", plan.klWeight);
        members.read("angle_gate", plan.angleGate);
    }
    if (data::choosesFiringPenalty(plan.what))
        members.read("rate_weight", plan.rateWeight);
    members.read("augment", plan.augment);
    members.finish();
}

/// The one item of a list.
const nlohmann::json& only(JsonMembers& members, const char* key)
{
    const auto* list = members.findList(key, "a list of one");
    if (!list || list->size() != 1)
        members.throwWrong(key, "a list of one");
    return list->front();
}

data::TrainingPlan planIn(const nlohmann::json& document)
{
    data::TrainingPlan plan;
    JsonMembers members(document, "");
    std::string written;
    members.read("format", written);
    if (written != format)
        members.throwWrong("format", std::string("\"") + format + '"');
    members.need({"name", "seed", "validation_share", "checkpoint_minutes"});
    members.read("name", plan.name);
    members.read("seed", plan.seed);
    members.read("initial", plan.initialModel);
    members.read("validation_share", plan.validationShare);
    members.read("checkpoint_minutes", plan.checkpointMinutes);
    JsonMembers source(only(members, "data"), "data[0]");
    source.need({"path"});
    source.read("path", plan.dataPath);
    source.read("labels", plan.labelFile);
    source.finish();
    readStage(only(members, "stages"), plan);
    members.finish();
    check(plan);
    return plan;
}

}

std::string recipeText(const data::TrainingPlan& plan)
{
    check(plan);
    Json document{{"format", format}, {"name", plan.name}, {"seed", plan.seed}};
    if (!plan.initialModel.empty())
        document["initial"] = plan.initialModel;
    Json source{{"path", plan.dataPath}};
    if (!plan.labelFile.empty())
        source["labels"] = plan.labelFile;
    document["data"] = Json::array({source});
    document["validation_share"] = plan.validationShare;
    document["checkpoint_minutes"] = plan.checkpointMinutes;
    Json stage{{"stage", word(plan.what, stages)}};
    if (data::choosesTeacher(plan.what))
        stage["target"] = word(plan.teacher, teachers);
    stage["epochs"] = plan.epochs;
    stage["batch"] = plan.batch;
    stage["steps"] = plan.steps;
    stage["learning_rate"] = plan.learningRate;
    stage["final_learning_rate"] = plan.finalLearningRate;
    stage["weight_decay"] = plan.weightDecay;
    stage["label_smoothing"] = plan.labelSmoothing;
    if (data::choosesDivergence(plan.what)) {
        stage["kl_weight"] = plan.klWeight;
        stage["angle_gate"] = plan.angleGate;
    }
    if (data::choosesFiringPenalty(plan.what))
        stage["rate_weight"] = plan.rateWeight;
    stage["augment"] = plan.augment;
    document["stages"] = Json::array({stage});
    return document.dump(2) + '\n';
}

data::TrainingPlan planOf(const std::string& recipe)
{
    try {
        return planIn(parseJsonObject(recipe));
    } catch (const Error& error) {
        throw Error(ErrorCode::RecipeBroken, error.what());
    }
}

}
