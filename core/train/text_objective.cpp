#include "core/random.h"
#include "core/text/labels.h"
#include "core/train/losses.h"
#include "core/train/objective.h"

#include <ATen/ATen.h>
#include <ATen/core/grad_mode.h>

namespace spikeclip::train {

namespace {

enum Purpose : std::uint64_t { PickName = 1, PickTemplate };

class TextObjective : public Objective
{
public:
    TextObjective(const Model& model, const Stage& stage, const Recipe& recipe, TextData data, nn::Path path)
        : m_model(model), m_stage(stage), m_recipe(recipe), m_data(std::move(data)), m_path(path),
          m_device(model.text->weights()["weights_tensor"].device())
    {
        m_data.targets = m_data.targets.to(m_device);
    }

    std::vector<AdamW::Parameter> parameters() const override
    {
        return learnable(m_model.text->weights(), nn::textWeights(m_model.config.text), "text.");
    }

    std::int64_t batchesPerEpoch() const override { return std::max<std::int64_t>(1, 2 * m_data.real / m_stage.batch); }
    int samplesPerBatch() const override { return m_stage.batch; }

    Loss loss(std::int64_t step, const Part& part) override
    {
        std::vector<std::string> sentences;
        std::vector<std::int64_t> rows;
        const auto all = static_cast<std::int64_t>(m_data.names.size());
        for (int i = part.first; i < part.first + part.count; ++i) {
            const auto position = static_cast<std::uint64_t>(step) * static_cast<std::uint64_t>(m_stage.batch) + static_cast<std::uint64_t>(i);
            // Every second sample is a name with a target of its own: the pseudo-targets outnumber them many times.
            const auto row = i % 2 == 0 ? randomBelow(m_data.real, m_recipe.seed, PickName, position)
                                        : randomBelow(all, m_recipe.seed, PickName, position);
            const auto& templates = m_recipe.text.templates;
            const auto pick = randomBelow(static_cast<std::int64_t>(templates.size()), m_recipe.seed, PickTemplate, position);
            sentences.push_back(text::fillTemplate(templates[static_cast<std::size_t>(pick)], m_data.names[static_cast<std::size_t>(row)]));
            rows.push_back(row);
        }
        const auto ids = sentenceIds(m_model, sentences).to(m_device);
        const auto features = m_model.text->forward(ids, {.training = true, .path = m_path, .precision = m_model.precision, .peers = m_model.peers})[-1];
        const auto distance = alignment(features, m_data.targets.index_select(0, at::tensor(rows).to(m_device)));
        return {.total = distance, .alignment = distance};
    }

    std::map<std::string, double> validate(std::stop_token) override
    {
        at::NoGradGuard quiet;
        std::vector<std::string> names(m_data.names.begin(), m_data.names.begin() + m_data.real);
        const auto vectors = labelTensor(m_model, names, m_model.config.labels.templates, m_path);
        const auto targets = m_data.targets.narrow(0, 0, m_data.real);
        const auto nearest = at::matmul(vectors, targets.t()).argmax(1);
        const auto right = targets.index_select(0, nearest).sub(targets).abs().amax(1).lt(1e-6); // equal names have equal targets
        return {{"cosine", (vectors * targets).sum(1).mean().item<double>()}, {"top1", right.to(at::kDouble).mean().item<double>()}};
    }

private:
    const Model& m_model;
    Stage m_stage;
    const Recipe& m_recipe;
    TextData m_data;
    nn::Path m_path;
    at::Device m_device;
};

}

std::unique_ptr<Objective> makeTextObjective(const Model& model, const Stage& stage, const Recipe& recipe, TextData data, nn::Path path)
{
    return std::make_unique<TextObjective>(model, stage, recipe, std::move(data), path);
}

}
