#include "core/train/run_model.h"

#include "core/data/outcome.h"
#include "core/io/config_json.h"
#include "core/train/distractors.h"
#include "core/train/growth.h"
#include "core/train/text_data.h"

#include <ATen/ATen.h>
#include <ATen/core/grad_mode.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <iterator>

namespace spikeclip::train {

namespace {

constexpr double firstLogScale = 2.6593;   // ln(1 / 0.07), CLIP's initial temperature
constexpr double largestLogScale = 4.6052; // ln 100, CLIP's limit
constexpr double sameCosine = 0.9999;      // of two labels that no training can tell apart

/// Configuration `config` with what a recipe wants otherwise.
data::ModelConfig changed(const data::ModelConfig& config, const std::string& change)
{
    auto document = nlohmann::json::parse(io::toJson(config));
    document.merge_patch(nlohmann::json::parse(change));
    try {
        auto result = io::modelConfigFromJson(document.dump());
        data::check(result);
        return result;
    } catch (const Error& error) {
        throw Error(ErrorCode::RecipeBroken, std::string("recipe.change: ") + error.what());
    }
}

/// What is known of a model that was made from another: its figures are not the other's.
std::string derivedCard(const Recipe& recipe, const Model& initial)
{
    const nlohmann::ordered_json card = {{"name", initial.config.name},
                                         {"what", "Trained further from another model, by the recipe below."},
                                         {"initial", {{"name", initial.config.name}, {"sha256", initial.hash}}},
                                         {"recipe", nlohmann::ordered_json::parse(recipe.source, nullptr, false)}};
    return card.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace);
}

}

RunModel::RunModel(const Recipe& recipe, const std::string& dataRoot, const at::Device& device, Precision precision, const nn::Peers* peers)
    : m_recipe(recipe), m_dataRoot(dataRoot), m_device(device)
{
    const bool continues = !recipe.initial.empty();
    if (continues) {
        m_model = readModel((std::filesystem::path(recipe.folder) / recipe.initial).string(), device);
        adapt();
        m_model.card = recipe.card.empty() ? derivedCard(recipe, m_model) : recipe.card;
    } else {
        m_model.config = recipe.model;
        m_model.image.emplace(m_model.config.image, freshImage());
        m_model.twin.emplace(m_model.config.image, freshTwin());
        if (!recipe.text.words.empty()) {
            installWords(m_model, recipe.text, dataRoot);
            m_model.text.emplace(m_model.config.text, freshTextWeights(m_model, recipe.seed + 2));
        }
        m_model.card = recipe.card;
    }
    if (!recipe.name.empty())
        m_model.config.name = recipe.name;
    m_model.precision = precision;
    m_model.peers = peers;
    m_logScale = at::full({}, !continues && recipe.learnScale ? firstLogScale : std::log(m_model.config.logitScale));
    adopt({});
}

nn::Weights RunModel::freshImage() const { return nn::initialWeights(nn::imageWeights(m_model.config.image), true, m_recipe.seed); }

nn::Weights RunModel::freshTwin() const { return nn::initialWeights(nn::twinWeights(m_model.config.image), false, m_recipe.seed + 1); }

/// Makes the initial checkpoint's model what the recipe wants to begin with.
void RunModel::adapt()
{
    const int blocks = m_model.config.image.blocks;
    if (!m_recipe.change.empty())
        m_model.config = changed(m_model.config, m_recipe.change);
    const bool grows = m_model.config.image.blocks > blocks;
    try {
        if (m_recipe.freshImage)
            m_model.image.emplace(m_model.config.image, freshImage());
        else if (grows && m_model.image)
            m_model.image.emplace(m_model.config.image, withFurtherBlocks(m_model.image->weights(), freshImage()));
        if (m_recipe.freshTwin)
            m_model.twin.emplace(m_model.config.image, freshTwin());
        else if (grows && m_model.twin)
            m_model.twin.emplace(m_model.config.image, withFurtherBlocks(m_model.twin->weights(), freshTwin()));
        place([](const nn::Weights& weights, const char*) { return weights; }); // those that are kept must fit the configuration
    } catch (const Error& error) {
        throw Error(ErrorCode::RecipeBroken, std::string("recipe.change: ") + error.what());
    }
}

/// Rebuilds each encoder from `change(weights, prefix)`, on the device of the run and ready to learn.
template <typename Change>
void RunModel::place(Change&& change)
{
    const auto ready = [&](const nn::Weights& weights, const char* prefix, const std::vector<nn::WeightSpec>& specs) {
        auto placed = change(weights, prefix).to(m_device, at::kFloat).clone();
        placed.setTrainable(specs, true);
        return placed;
    };
    if (m_model.image)
        m_model.image.emplace(m_model.config.image, ready(m_model.image->weights(), "image.", nn::imageWeights(m_model.config.image)));
    if (m_model.twin)
        m_model.twin.emplace(m_model.config.image, ready(m_model.twin->weights(), "ann.", nn::twinWeights(m_model.config.image)));
    if (m_model.text)
        m_model.text.emplace(m_model.config.text, ready(m_model.text->weights(), "text.", nn::textWeights(m_model.config.text)));
}

std::map<std::string, at::Tensor> RunModel::tensors() const
{
    std::map<std::string, at::Tensor> tensors;
    const auto add = [&](const char* prefix, const nn::Weights& weights) {
        for (const auto& [key, tensor] : weights.tensors())
            if (key != "word_table" && key != "word_scale")
                tensors[prefix + key] = tensor;
    };
    if (m_model.image)
        add("image.", m_model.image->weights());
    if (m_model.twin)
        add("ann.", m_model.twin->weights());
    if (m_model.text)
        add("text.", m_model.text->weights());
    tensors["scale"] = m_logScale;
    return tensors;
}

void RunModel::adopt(const std::map<std::string, at::Tensor>& saved)
{
    at::NoGradGuard quiet;
    place([&](const nn::Weights& weights, const char* prefix) {
        auto tensors = weights.tensors();
        for (auto& [key, tensor] : tensors)
            if (const auto found = saved.find(prefix + key); found != saved.end())
                tensor = found->second;
        return nn::Weights(tensors);
    });
    if (const auto found = saved.find("scale"); found != saved.end())
        m_logScale = found->second;
    m_logScale = m_logScale.detach().to(m_device).clone().set_requires_grad(true);
}

/// The vectors of the data's labels, then of distractors.
Candidates RunModel::candidatesFor(const std::vector<std::string>& labels) const
{
    at::NoGradGuard quiet; // label vectors are fixed while pictures are learnt
    auto names = labels;
    if (m_recipe.distractors > 0) {
        if (!m_model.words)
            throw Error(ErrorCode::PartMissing, "distractors need the text encoder's words");
        std::ranges::copy(chooseDistractors(m_recipe, m_dataRoot, *m_model.words, labels), std::back_inserter(names));
    }
    const auto vectors = labelTensor(m_model, names, m_model.config.labels.templates, path()).to(m_device);
    const auto own = vectors.narrow(0, 0, static_cast<std::int64_t>(labels.size()));
    const auto alike = at::matmul(own, own.t()).triu(1).gt(sameCosine).nonzero().to(at::kCPU); // [pairs, 2]
    if (10 * alike.size(0) >= own.size(0)) { // among many labels a few that are one to the words do little harm
        const auto name = [&](std::int64_t side) { return '"' + labels[static_cast<std::size_t>(alike[0][side].item<std::int64_t>())] + '"'; };
        throw Error(ErrorCode::BadArgument, "the text encoder takes " + name(0) + " and " + name(1) + " for the same: give these classes names of words it knows");
    }
    return {vectors, m_logScale};
}

std::unique_ptr<Objective> RunModel::objective(const Stage& stage, const PictureData* pictures, const std::function<void(double)>& progress, std::stop_token stop) const
{
    if (stage.kind == Stage::Kind::AlignText) {
        if (!m_model.text || m_recipe.text.words.empty())
            throw Error(ErrorCode::RecipeBroken, "align-text needs the member text");
        return makeTextObjective(m_model, stage, m_recipe, loadText(m_model, m_recipe.text, m_dataRoot), path());
    }
    const auto candidates = candidatesFor(pictures->labels);
    if (stage.kind == Stage::Kind::Head)
        return makeHeadObjective(m_model, stage, m_recipe, *pictures, candidates, path(), progress, std::move(stop));
    return makePictureObjective(m_model, stage, m_recipe, *pictures, candidates, path());
}

void RunModel::limitScale()
{
    at::NoGradGuard quiet;
    m_logScale.clamp_(0, largestLogScale);
}

void RunModel::save(const std::string& file)
{
    m_model.config.logitScale = std::exp(m_logScale.item<double>());
    writeModel(file, m_model);
}

}
