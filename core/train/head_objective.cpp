#include "core/data/outcome.h"
#include "core/portion.h"
#include "core/random.h"
#include "core/torch_errors.h"
#include "core/train/losses.h"
#include "core/train/objective.h"

#include <ATen/ATen.h>
#include <ATen/core/grad_mode.h>

namespace spikeclip::train {

namespace {

constexpr int seenAtOnce = 128; // pictures, if they fit into memory
constexpr std::uint64_t pickView = 701;

/// What all layers of neurons make of a set of pictures, computed once: they do not learn.
class Features
{
public:
    Features(const Model& model, int steps, nn::Path path, const at::Device& device) : m_model(model), m_steps(steps), m_path(path), m_device(device) {}

    /// Shape   -> [N, T, D] on the device
    at::Tensor of(const PictureSet& set, bool mirrored, const std::function<void(std::int64_t)>& done, std::stop_token stop)
    {
        at::NoGradGuard quiet;
        at::Tensor all;
        for (std::int64_t first = 0, count = 0; first < set.size(); first += count) {
            if (stop.stop_requested())
                throw Stopped{};
            const auto part = m_portion.fit([&](int size) {
                return withOurErrors(m_device.str() + ", features", [&] {
                    const auto features = some(set, first, std::min<std::int64_t>(size, set.size() - first), mirrored);
                    if (!all.defined()) // at once: parts that are joined at the end would need twice the memory
                        all = at::empty({set.size(), features.size(1), features.size(2)}, features.options());
                    return features;
                });
            });
            count = part.size(0);
            all.narrow(0, first, count).copy_(part);
            done(count);
        }
        return all;
    }

private:
    at::Tensor some(const PictureSet& set, std::int64_t first, std::int64_t count, bool mirrored) const
    {
        std::vector<std::int64_t> indices;
        for (auto i = first; i < first + count; ++i)
            indices.push_back(i);
        auto pictures = pictureBatch(set, indices, m_model.config.preprocess, untouched, 0, 0).to(m_device);
        if (mirrored)
            pictures = pictures.flip(3);
        return m_model.image->features(pictures, {.steps = m_steps, .path = m_path, .precision = m_model.precision}).transpose(0, 1).contiguous();
    }

    const Model& m_model;
    int m_steps;
    nn::Path m_path;
    at::Device m_device;
    Portion m_portion{seenAtOnce};
};

class HeadObjective : public Objective
{
public:
    HeadObjective(const Model& model, const Stage& stage, const Recipe& recipe, const PictureData& data, const Candidates& candidates, nn::Path path,
                  const std::function<void(double)>& progress, std::stop_token stop)
        : m_model(model), m_stage(stage), m_recipe(recipe), m_candidates(candidates), m_path(path), m_labelCount(static_cast<std::int64_t>(data.labels.size())),
          m_order(data.train.size(), stage.batch, recipe.seed)
    {
        if (!model.image)
            throw Error(ErrorCode::PartMissing, "the stage head trains the spiking image encoder's read-out, which this model has not");
        const auto device = candidates.vectors.device();
        if (stage.labelSmoothing > 0 && stage.similarity > 0)
            m_similar = similarLabels(candidates.vectors, stage.similarity);

        const auto chosen = spreadOver(data.validation.size(), recipe.validationLimit);
        const auto rows = at::tensor(chosen);
        const auto views = stage.augmentation.shift ? 2 : 1;
        const auto total = static_cast<double>(views * data.train.size() + static_cast<std::int64_t>(chosen.size()));
        std::int64_t seen = 0;
        const auto done = [&](std::int64_t count) { progress(static_cast<double>(seen += count) / total); };
        done(0);
        Features features(model, stage.steps, path, device);
        for (int view = 0; view < views; ++view)
            m_views.push_back(features.of(data.train, view == 1, done, stop));
        m_labels = data.train.labels.to(device);
        if (!chosen.empty()) {
            m_judged = features.of({data.validation.pixels.index_select(0, rows), data.validation.labels.index_select(0, rows)}, false, done, stop);
            m_judgedLabels = data.validation.labels.index_select(0, rows).to(device);
        }
    }

    std::vector<AdamW::Parameter> parameters() const override
    {
        std::vector<AdamW::Parameter> parameters;
        for (auto& parameter : learnable(m_model.image->weights(), nn::imageWeights(m_model.config.image), "image."))
            if (parameter.name.starts_with("image.proj.") || parameter.name == "image.weights_tensor")
                parameters.push_back(std::move(parameter));
        if (m_recipe.learnScale)
            parameters.push_back({"scale", m_candidates.logScale, false});
        return parameters;
    }

    std::int64_t batchesPerEpoch() const override { return m_order.batchesPerEpoch(); }
    int samplesPerBatch() const override { return m_order.samplesPerBatch(); }

    Loss loss(std::int64_t step, const Part& part) override
    {
        const auto indices = m_order.batch(step).subspan(static_cast<std::size_t>(part.first), static_cast<std::size_t>(part.count));
        std::vector<at::Tensor> rows; // [T, D] each
        for (std::size_t i = 0; i < indices.size(); ++i) {
            const auto position = m_order.position(step) + static_cast<std::uint64_t>(part.first) + i;
            const auto view = randomBelow(static_cast<std::int64_t>(m_views.size()), m_recipe.seed, pickView, position);
            rows.push_back(m_views[static_cast<std::size_t>(view)][indices[i]]);
        }
        const auto labels = m_labels.index_select(0, at::tensor(at::ArrayRef<std::int64_t>(indices.data(), indices.size())).to(m_labels.device()));
        const auto scores = logits(outputs(at::stack(rows, 1), true), m_candidates.vectors, m_candidates.logScale.exp()); // [T, B, C]
        const auto right = crossEntropy(scores, labels, m_stage.labelSmoothing, m_similar);
        return {.total = m_stage.crossEntropyWeight * right, .crossEntropy = right, .top1 = recognised(scores[-1], labels)};
    }

    std::map<std::string, double> validate(std::stop_token) override
    {
        at::NoGradGuard quiet;
        if (!m_judged.defined())
            return {};
        const auto vectors = m_candidates.vectors.narrow(0, 0, m_labelCount);
        const auto scores = at::matmul(nn::normalised(outputs(m_judged.transpose(0, 1).contiguous(), false)), vectors.t()); // [T, N, C]
        return accuracyFigures(scores.argmax(-1).eq(m_judgedLabels));
    }

private:
    /// Shape   features [T, B, D]  ->  [T, B, E]
    at::Tensor outputs(const at::Tensor& features, bool training) const
    {
        return m_model.image->readout(features, {.training = training, .path = m_path, .precision = m_model.precision, .peers = m_model.peers});
    }

    const Model& m_model;
    Stage m_stage;
    const Recipe& m_recipe;
    Candidates m_candidates;
    at::Tensor m_similar; ///< [C, C] or undefined
    nn::Path m_path;
    std::int64_t m_labelCount;
    EpochOrder m_order;
    std::vector<at::Tensor> m_views; ///< [N, T, D]: as they are, and mirrored
    at::Tensor m_labels;             ///< [N]
    at::Tensor m_judged;             ///< [M, T, D] or undefined
    at::Tensor m_judgedLabels;       ///< [M]
};

}

std::unique_ptr<Objective> makeHeadObjective(const Model& model, const Stage& stage, const Recipe& recipe, const PictureData& data, const Candidates& candidates,
                                             nn::Path path, const std::function<void(double)>& progress, std::stop_token stop)
{
    return std::make_unique<HeadObjective>(model, stage, recipe, data, candidates, path, progress, std::move(stop));
}

}
