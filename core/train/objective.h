#pragma once

#include "core/model.h"
#include "core/train/optimizer.h"
#include "core/train/picture_data.h"
#include "core/train/recipe.h"
#include "core/train/text_data.h"

#include <ATen/core/Tensor.h>

#include <map>
#include <memory>
#include <string>

namespace spikeclip::train {

/// Samples first ... first + count - 1 of a batch.
struct Part
{
    int first = 0;
    int count = 0;
};

/// What one stage minimises: which parameters learn, the loss of the batch at a position, and how well the stage does.
class Objective
{
public:
    virtual ~Objective() = default;

    virtual std::vector<AdamW::Parameter> parameters() const = 0;
    virtual std::int64_t batchesPerEpoch() const = 0;
    virtual int samplesPerBatch() const = 0;

    /// The loss of a part of batch `step` of this stage, a mean over its samples, with its graph.
    virtual at::Tensor loss(std::int64_t step, const Part& part) = 0;

    /// Figures on data that is not learnt from; "top1" decides when runs are compared.
    virtual std::map<std::string, double> validate(std::stop_token stop) = 0;
};

/// `logScale` is the logarithm of the softmax's scale and may learn with the stage.
std::unique_ptr<Objective> makeTextObjective(const Model& model, const Stage& stage, const Recipe& recipe, TextData data, nn::Path path);
std::unique_ptr<Objective> makePictureObjective(const Model& model, const Stage& stage, const Recipe& recipe, const PictureData& data,
                                                at::Tensor labelVectors, at::Tensor logScale, nn::Path path);

}
