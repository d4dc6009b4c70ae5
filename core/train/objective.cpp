#include "core/train/objective.h"

#include "core/data/outcome.h"
#include "core/portion.h"
#include "core/random.h"
#include "core/text/labels.h"
#include "core/torch_errors.h"
#include "core/train/losses.h"
#include "core/train/prefetch.h"

#include <ATen/ATen.h>
#include <ATen/core/grad_mode.h>

#include <algorithm>
#include <numeric>

namespace spikeclip::train {

namespace {

constexpr int judgedAtOnce = 250; // validation pictures, if they fit into memory

enum Purpose : std::uint64_t { PickName = 1, PickTemplate, ShuffleEpoch = 1000 };

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

    at::Tensor loss(std::int64_t step, const Part& part) override
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
        return alignment(features, m_data.targets.index_select(0, at::tensor(rows).to(m_device)));
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

class PictureObjective : public Objective
{
public:
    PictureObjective(const Model& model, const Stage& stage, const Recipe& recipe, const PictureData& data, at::Tensor labelVectors, at::Tensor logScale,
                     nn::Path path)
        : m_model(model), m_stage(stage), m_recipe(recipe), m_data(data), m_labelVectors(std::move(labelVectors)), m_logScale(std::move(logScale)),
          m_path(path), m_device(m_labelVectors.device()), m_judged(judgedAtOnce)
    {
        if (stage.kind != Stage::Kind::Ann && (stage.alignWeight > 0 || stage.klWeight > 0) && !model.twin)
            throw Error(ErrorCode::PartMissing, "the stage " + stage.name() + " learns from the ANN twin, which this model has not");
        chooseValidation();
    }

    std::vector<AdamW::Parameter> parameters() const override
    {
        auto parameters = m_stage.kind == Stage::Kind::Ann
            ? learnable(m_model.twin->weights(), nn::twinWeights(m_model.config.image), "ann.")
            : learnable(m_model.image->weights(), nn::imageWeights(m_model.config.image), "image.");
        if (m_recipe.learnScale && m_stage.crossEntropyWeight > 0)
            parameters.push_back({"scale", m_logScale, false});
        return parameters;
    }

    std::int64_t batchesPerEpoch() const override { return std::max<std::int64_t>(1, m_data.train.size() / m_stage.batch); }
    int samplesPerBatch() const override { return static_cast<int>(std::min<std::int64_t>(m_stage.batch, m_data.train.size())); }

    at::Tensor loss(std::int64_t step, const Part& part) override
    {
        const auto& batch = batchAt(step);
        const auto pictures = batch.pictures.narrow(0, part.first, part.count).to(m_device);
        const auto labels = batch.labels.narrow(0, part.first, part.count).to(m_device);
        return m_stage.kind == Stage::Kind::Ann ? twinLoss(pictures, labels) : studentLoss(pictures, labels);
    }

    std::map<std::string, double> validate(std::stop_token stop) override
    {
        at::NoGradGuard quiet;
        if (m_validation.empty())
            return {};
        std::vector<at::Tensor> right; // [T, b] each
        for (std::size_t first = 0; first < m_validation.size(); first += static_cast<std::size_t>(right.back().size(1))) {
            if (stop.stop_requested())
                throw Stopped{};
            right.push_back(m_judged.fit([&](int size) {
                return withOurErrors(
                    m_device.str() + ", validation", [&] { return judge(std::span(m_validation).subspan(first, std::min(static_cast<std::size_t>(size), m_validation.size() - first))); });
            }));
        }
        const auto perStep = at::cat(right, 1).to(at::kDouble).mean(1); // [T]
        std::map<std::string, double> figures = {{"top1", perStep[-1].item<double>()}};
        for (std::int64_t t = 0; t < perStep.size(0) - 1; ++t)
            figures["top1_at_" + std::to_string(t + 1)] = perStep[t].item<double>();
        return figures;
    }

private:
    struct Batch
    {
        at::Tensor pictures; ///< [B, 3, S, S]
        at::Tensor labels;   ///< [B]
    };

    Batch batchOf(std::int64_t step)
    {
        const auto epoch = step / batchesPerEpoch();
        if (epoch != m_epoch) {
            m_order = permutation(m_data.train.size(), m_recipe.seed, ShuffleEpoch + static_cast<std::uint64_t>(epoch));
            m_epoch = epoch;
        }
        const auto first = static_cast<std::size_t>(step % batchesPerEpoch() * m_stage.batch);
        const auto count = std::min(static_cast<std::size_t>(m_stage.batch), m_order.size() - first);
        const auto indices = std::span(m_order).subspan(first, count);
        const auto position = static_cast<std::uint64_t>(step) * static_cast<std::uint64_t>(m_stage.batch);
        return {pictureBatch(m_data.train, indices, m_model.config.preprocess, m_stage.augment, m_recipe.seed, position),
                m_data.train.labels.index_select(0, at::tensor(at::ArrayRef<std::int64_t>(indices.data(), indices.size())))};
    }

    /// The batch of a step, of which the trainer may ask part after part.
    const Batch& batchAt(std::int64_t step)
    {
        if (m_currentStep != step) {
            m_current = m_batches.at(step);
            m_currentStep = step;
        }
        return m_current;
    }

    /// Whether each of these validation pictures is recognised. Shape   -> [T, b] bool
    at::Tensor judge(std::span<const std::int64_t> indices) const
    {
        const auto pictures = pictureBatch(m_data.validation, indices, m_model.config.preprocess, false, 0, 0).to(m_device);
        const auto labels = m_data.validation.labels.index_select(0, at::tensor(at::ArrayRef<std::int64_t>(indices.data(), indices.size()))).to(m_device);
        const nn::ForwardOptions options{.steps = m_stage.steps, .path = m_path, .precision = m_model.precision};
        const auto features =
            m_stage.kind == Stage::Kind::Ann ? m_model.twin->forward(pictures, options).unsqueeze(0) : m_model.image->forward(pictures, options);
        return at::matmul(nn::normalised(features), m_labelVectors.t()).argmax(-1).eq(labels);
    }

    at::Tensor twinLoss(const at::Tensor& pictures, const at::Tensor& labels) const
    {
        const auto features = m_model.twin->forward(pictures, {.training = true, .path = m_path, .precision = m_model.precision, .peers = m_model.peers});
        auto loss = m_stage.crossEntropyWeight * crossEntropy(logits(features, m_labelVectors, m_logScale.exp()), labels, m_stage.labelSmoothing);
        if (m_stage.alignWeight > 0)
            loss = loss + m_stage.alignWeight * alignment(features, m_labelVectors.index_select(0, labels));
        return loss;
    }

    at::Tensor studentLoss(const at::Tensor& pictures, const at::Tensor& labels) const
    {
        at::Tensor teacher; // [B, E]
        if (m_stage.alignWeight > 0 || m_stage.klWeight > 0) {
            at::NoGradGuard quiet;
            teacher = m_model.twin->forward(pictures, {.path = m_path, .precision = m_model.precision});
        }
        // [T, B, E]: the mean over all prefixes, so that every number of steps means something
        const auto features = m_model.image->forward(
            pictures, {.steps = m_stage.steps, .training = true, .path = m_path, .precision = m_model.precision, .peers = m_model.peers});
        auto loss = at::zeros({}, features.options());
        if (m_stage.alignWeight > 0)
            loss = loss + m_stage.alignWeight * alignment(features, teacher);
        const auto scale = m_logScale.exp();
        const auto scores = logits(features, m_labelVectors, scale); // [T, B, C]
        if (m_stage.crossEntropyWeight > 0)
            loss = loss + m_stage.crossEntropyWeight * crossEntropy(scores, labels, m_stage.labelSmoothing);
        if (m_stage.klWeight > 0)
            loss = loss + m_stage.klWeight * divergence(scores, logits(teacher, m_labelVectors, scale).detach());
        return loss;
    }

    /// Evenly spread over the validation pictures, which are sorted by class.
    void chooseValidation()
    {
        const auto all = m_data.validation.size();
        const auto count = std::min<std::int64_t>(all, m_recipe.validationLimit);
        for (std::int64_t i = 0; i < count; ++i)
            m_validation.push_back(i * all / count);
    }

    const Model& m_model;
    Stage m_stage;
    const Recipe& m_recipe;
    const PictureData& m_data;
    at::Tensor m_labelVectors; // [C, E]
    at::Tensor m_logScale;
    nn::Path m_path;
    at::Device m_device;
    Portion m_judged; ///< validation pictures at once
    std::vector<std::int64_t> m_validation;
    std::int64_t m_epoch = -1;         // this and the next only for `batchOf`, on whichever thread it runs
    std::vector<std::int64_t> m_order;
    Batch m_current;
    std::int64_t m_currentStep = -1;
    Prefetch<Batch> m_batches{[this](std::int64_t step) { return batchOf(step); }}; // last: what it uses must outlive it
};

}

std::unique_ptr<Objective> makeTextObjective(const Model& model, const Stage& stage, const Recipe& recipe, TextData data, nn::Path path)
{
    return std::make_unique<TextObjective>(model, stage, recipe, std::move(data), path);
}

std::unique_ptr<Objective> makePictureObjective(const Model& model, const Stage& stage, const Recipe& recipe, const PictureData& data,
                                                at::Tensor labelVectors, at::Tensor logScale, nn::Path path)
{
    return std::make_unique<PictureObjective>(model, stage, recipe, data, std::move(labelVectors), std::move(logScale), path);
}

}
