#include "core/data/outcome.h"
#include "core/portion.h"
#include "core/torch_errors.h"
#include "core/train/losses.h"
#include "core/train/objective.h"
#include "core/train/prefetch.h"

#include <ATen/ATen.h>
#include <ATen/core/grad_mode.h>

#include <numeric>

namespace spikeclip::train {

namespace {

constexpr int judgedAtOnce = 250; // validation pictures, if they fit into memory

at::Tensor rowsOf(const at::Tensor& tensor, std::span<const std::int64_t> indices)
{
    return tensor.index_select(0, at::tensor(at::ArrayRef<std::int64_t>(indices.data(), indices.size())));
}

class PictureObjective : public Objective
{
public:
    PictureObjective(const Model& model, const Stage& stage, const Recipe& recipe, const PictureData& data, const Candidates& candidates, nn::Path path)
        : m_model(model), m_stage(stage), m_recipe(recipe), m_data(data), m_candidates(candidates), m_path(path), m_device(candidates.vectors.device()),
          m_judged(judgedAtOnce), m_validation(spreadOver(data.validation.size(), recipe.validationLimit)), m_order(data.train.size(), stage.batch, recipe.seed)
    {
        if (learnsTwin() ? !model.twin : !model.image)
            throw Error(ErrorCode::PartMissing, "the stage " + stage.name() + " trains " + (learnsTwin() ? "the ANN twin" : "the spiking image encoder") + ", which this model has not");
        if (needsTwin() && !model.twin)
            throw Error(ErrorCode::PartMissing, "the stage " + stage.name() + " learns from the ANN twin, which this model has not");
        if (stage.labelSmoothing > 0 && stage.similarity > 0)
            m_similar = similarLabels(candidates.vectors, stage.similarity);
    }

    std::vector<AdamW::Parameter> parameters() const override
    {
        auto parameters = learnsTwin() ? learnable(m_model.twin->weights(), nn::twinWeights(m_model.config.image), "ann.")
                                       : learnable(m_model.image->weights(), nn::imageWeights(m_model.config.image), "image.");
        if (m_recipe.learnScale && m_stage.crossEntropyWeight > 0)
            parameters.push_back({"scale", m_candidates.logScale, false});
        return parameters;
    }

    std::int64_t batchesPerEpoch() const override { return m_order.batchesPerEpoch(); }
    int samplesPerBatch() const override { return m_order.samplesPerBatch(); }

    Loss loss(std::int64_t step, const Part& part) override
    {
        const auto& batch = batchAt(step);
        const auto pictures = batch.pictures.narrow(0, part.first, part.count).to(m_device);
        const auto labels = batch.labels.narrow(0, part.first, part.count).to(m_device);
        return learnsTwin() ? twinLoss(pictures, labels) : studentLoss(pictures, labels);
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
                return withOurErrors(m_device.str() + ", validation", [&] {
                    return judge(std::span(m_validation).subspan(first, std::min(static_cast<std::size_t>(size), m_validation.size() - first)));
                });
            }));
        }
        return accuracyFigures(at::cat(right, 1));
    }

private:
    struct Batch
    {
        at::Tensor pictures; ///< [B, 3, S, S]
        at::Tensor labels;   ///< [B]
    };

    bool learnsTwin() const { return m_stage.kind == Stage::Kind::Ann; }
    bool needsTwin() const
    {
        return !learnsTwin() && (m_stage.klWeight > 0 || (m_stage.alignWeight > 0 && m_stage.target == Stage::Target::Twin));
    }

    Batch batchOf(std::int64_t step)
    {
        const auto indices = m_order.batch(step);
        return {pictureBatch(m_data.train, indices, m_model.config.preprocess, m_stage.augmentation, m_recipe.seed, m_order.position(step)),
                rowsOf(m_data.train.labels, indices)};
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

    nn::ForwardOptions learning() const
    {
        return {.steps = m_stage.steps, .training = true, .path = m_path, .precision = m_model.precision, .peers = m_model.peers};
    }

    /// Whether each of these validation pictures is recognised. Shape   -> [T, b] bool
    at::Tensor judge(std::span<const std::int64_t> indices) const
    {
        const auto pictures = pictureBatch(m_data.validation, indices, m_model.config.preprocess, untouched, 0, 0).to(m_device);
        const nn::ForwardOptions options{.steps = m_stage.steps, .path = m_path, .precision = m_model.precision};
        const auto features = learnsTwin() ? m_model.twin->forward(pictures, options).unsqueeze(0) : m_model.image->forward(pictures, options);
        return at::matmul(nn::normalised(features), labelVectors().t()).argmax(-1).eq(rowsOf(m_data.validation.labels, indices).to(m_device));
    }

    /// Those of the data: distractors are for learning only. Shape   [labels, E]
    at::Tensor labelVectors() const { return m_candidates.vectors.narrow(0, 0, static_cast<std::int64_t>(m_data.labels.size())); }

    Loss twinLoss(const at::Tensor& pictures, const at::Tensor& labels) const
    {
        const auto features = m_model.twin->forward(pictures, learning());
        const auto scores = logits(features, m_candidates.vectors, m_candidates.logScale.exp());
        Loss loss{.crossEntropy = crossEntropy(scores, labels, m_stage.labelSmoothing, m_similar), .top1 = recognised(scores, labels)};
        loss.total = m_stage.crossEntropyWeight * loss.crossEntropy;
        if (m_stage.alignWeight > 0) {
            loss.alignment = alignment(features, m_candidates.vectors.index_select(0, labels));
            loss.total = loss.total + m_stage.alignWeight * loss.alignment;
        }
        return loss;
    }

    /// The mean over all prefixes of the steps, by the stage's weights, so that every number of steps means something.
    ///
    /// Shape   perPrefix [T, B, ...]; lossOf takes some of its prefixes [..., B, ...] to a scalar  ->  scalar
    template <typename LossOf>
    at::Tensor overPrefixes(const at::Tensor& perPrefix, LossOf&& lossOf) const
    {
        const auto& weights = m_stage.prefixWeights;
        if (weights.empty())
            return lossOf(perPrefix);
        const auto all = std::accumulate(weights.begin(), weights.end(), 0.0);
        auto mean = at::zeros({}, perPrefix.options());
        for (std::size_t t = 0; t < weights.size(); ++t)
            if (weights[t] > 0)
                mean = mean + weights[t] / all * lossOf(perPrefix[static_cast<std::int64_t>(t)]);
        return mean;
    }

    Loss studentLoss(const at::Tensor& pictures, const at::Tensor& labels) const
    {
        at::Tensor teacher; // [B, E]
        if (needsTwin()) {
            at::NoGradGuard quiet;
            teacher = m_model.twin->forward(pictures, {.path = m_path, .precision = m_model.precision});
        }
        nn::SpikeTally tally;
        auto options = learning();
        options.tally = m_stage.rateWeight > 0 ? &tally : nullptr;
        const auto features = m_model.image->forward(pictures, options); // [T, B, E]
        const auto scale = m_candidates.logScale.exp();
        const auto scores = logits(features, m_candidates.vectors, scale); // [T, B, C]
        Loss loss{.total = at::zeros({}, features.options()), .top1 = recognised(scores[-1], labels)};
        if (m_stage.alignWeight > 0) {
            const auto target = m_stage.target == Stage::Target::Twin ? teacher : m_candidates.vectors.index_select(0, labels);
            loss.alignment = overPrefixes(features, [&](const at::Tensor& some) { return alignment(some, target); });
            loss.total = loss.total + m_stage.alignWeight * loss.alignment;
        }
        if (m_stage.crossEntropyWeight > 0) {
            loss.crossEntropy = overPrefixes(scores, [&](const at::Tensor& some) { return crossEntropy(some, labels, m_stage.labelSmoothing, m_similar); });
            loss.total = loss.total + m_stage.crossEntropyWeight * loss.crossEntropy;
        }
        if (m_stage.klWeight > 0) {
            const auto taught = logits(teacher, m_candidates.vectors, scale).detach();
            loss.divergence = overPrefixes(scores, [&](const at::Tensor& some) { return divergence(some, taught); });
            loss.total = loss.total + m_stage.klWeight * loss.divergence;
        }
        if (m_stage.rateWeight > 0) {
            loss.firingRate = tally.rate();
            loss.total = loss.total + m_stage.rateWeight * loss.firingRate;
        }
        return loss;
    }

    const Model& m_model;
    Stage m_stage;
    const Recipe& m_recipe;
    const PictureData& m_data;
    Candidates m_candidates;
    at::Tensor m_similar; ///< [C, C] or undefined
    nn::Path m_path;
    at::Device m_device;
    Portion m_judged; ///< validation pictures at once
    std::vector<std::int64_t> m_validation;
    EpochOrder m_order; ///< only for `batchOf`, on whichever thread it runs
    Batch m_current;
    std::int64_t m_currentStep = -1;
    Prefetch<Batch> m_batches{[this](std::int64_t step) { return batchOf(step); }}; // last: what it uses must outlive it
};

}

std::unique_ptr<Objective> makePictureObjective(const Model& model, const Stage& stage, const Recipe& recipe, const PictureData& data, const Candidates& candidates,
                                                nn::Path path)
{
    return std::make_unique<PictureObjective>(model, stage, recipe, data, candidates, path);
}

}
