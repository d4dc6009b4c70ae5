#pragma once

#include "core/model.h"
#include "core/train/optimizer.h"
#include "core/train/picture_data.h"
#include "core/train/recipe.h"
#include "core/train/text_data.h"

#include <ATen/core/Tensor.h>

#include <algorithm>
#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <span>
#include <stop_token>
#include <string>
#include <vector>

namespace spikeclip::train {

/// Samples first ... first + count - 1 of a batch.
struct Part
{
    int first = 0;
    int count = 0;
};

/// What is minimised, a mean over the samples of a part, and what it is made of. All are scalars, the losses with their graph.
struct Loss
{
    at::Tensor total;
    at::Tensor crossEntropy; ///< unweighted, as the next three; undefined if the stage has no such loss
    at::Tensor divergence;
    at::Tensor alignment;
    at::Tensor firingRate;   ///< mean over all neurons of the image encoder
    at::Tensor top1; ///< fraction recognised; undefined where there are no labels
};

/// What one stage minimises: which parameters learn, the loss of the batch at a position, and how well the stage does.
class Objective
{
public:
    virtual ~Objective() = default;

    virtual std::vector<AdamW::Parameter> parameters() const = 0;
    virtual std::int64_t batchesPerEpoch() const = 0;
    virtual int samplesPerBatch() const = 0;

    /// The loss of a part of batch `step` of this stage.
    virtual Loss loss(std::int64_t step, const Part& part) = 0;

    /// Figures on data that is not learnt from; "top1" decides when runs are compared. Empty where nothing was set aside.
    virtual std::map<std::string, double> validate(std::stop_token stop) = 0;
};

/// The text encoder towards the vectors of names.
std::unique_ptr<Objective> makeTextObjective(const Model& model, const Stage& stage, const Recipe& recipe, TextData data, nn::Path path);

/// The labels that pictures are told apart by.
struct Candidates
{
    at::Tensor vectors;  ///< [C, E], unit vectors: of the data's labels, then of distractors that are never right
    at::Tensor logScale; ///< scalar, logarithm of the softmax's scale; may learn with the stage
};

/// An image encoder, spiking or not, on pictures.
std::unique_ptr<Objective> makePictureObjective(const Model& model, const Stage& stage, const Recipe& recipe, const PictureData& data, const Candidates& candidates,
                                                nn::Path path);

/// The read-out of the spiking image encoder and its weights of the steps, on features that are computed here, once. `progress` hears of them from 0 to 1.
///
/// Errors  Error(PartMissing) without a spiking image encoder; Error(OutOfMemory); Stopped
std::unique_ptr<Objective> makeHeadObjective(const Model& model, const Stage& stage, const Recipe& recipe, const PictureData& data, const Candidates& candidates,
                                             nn::Path path, const std::function<void(double)>& progress, std::stop_token stop);

/// Validation pictures to be judged while training: `limit` of them, evenly spread, because they are sorted by class.
std::vector<std::int64_t> spreadOver(std::int64_t all, int limit);

/// Order in which an epoch shows its samples: a batch is a function of its position and of nothing else, so that a resumed run goes on as if it had never stopped.
class EpochOrder
{
public:
    EpochOrder(std::int64_t samples, int batch, std::uint64_t seed) : m_samples(samples), m_batch(batch), m_seed(seed) {}

    std::int64_t batchesPerEpoch() const { return std::max<std::int64_t>(1, m_samples / m_batch); }
    int samplesPerBatch() const { return static_cast<int>(std::min<std::int64_t>(m_batch, m_samples)); }

    /// Samples of a batch; valid until the next call.
    std::span<const std::int64_t> batch(std::int64_t step);
    std::uint64_t position(std::int64_t step) const { return static_cast<std::uint64_t>(step) * static_cast<std::uint64_t>(m_batch); } ///< of its first sample

private:
    std::int64_t m_samples;
    int m_batch;
    std::uint64_t m_seed;
    std::int64_t m_epoch = -1;
    std::vector<std::int64_t> m_order;
};

/// Figures of `validate` from whether each picture is recognised at each T. Shape   right [T, N] bool
std::map<std::string, double> accuracyFigures(const at::Tensor& right);

}
