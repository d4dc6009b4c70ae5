#pragma once

#include "core/model.h"
#include "core/train/objective.h"
#include "core/train/recipe.h"

#include <ATen/core/Tensor.h>

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <stop_token>
#include <string>

namespace spikeclip::train {

/// The model in the making: the encoders of a recipe, ready to learn, with the scale of the softmax.
class RunModel
{
public:
    /// Fresh weights, or those of the recipe's initial checkpoint.
    ///
    /// Errors  those of readModel(); Error(RecipeBroken)
    RunModel(const Recipe& recipe, const std::string& dataRoot, const at::Device& device, Precision precision, const nn::Peers* peers);

    /// What learns, by name: "image.", "ann." and "text." weights and "scale". Words never change; the recipe's files make them again.
    std::map<std::string, at::Tensor> tensors() const;
    void adopt(const std::map<std::string, at::Tensor>& saved); ///< of `tensors()`; what is not there stays as it is

    /// What a stage minimises.
    ///
    /// `pictures`: null for a stage without any
    /// Errors  Error(PartMissing); Error(RecipeBroken); Error(BadArgument) if the text encoder takes many labels for the same; those of the objectives
    std::unique_ptr<Objective> objective(const Stage& stage, const PictureData* pictures, const std::function<void(double)>& progress, std::stop_token stop) const;

    void limitScale(); ///< as CLIP does

    /// Writes a checkpoint.
    void save(const std::string& file);

    const Model& model() const { return m_model; }
    const at::Tensor& logScale() const { return m_logScale; }
    nn::Path path() const { return m_device.is_cpu() ? nn::Path::Fused : nn::Path::Plain; }

private:
    nn::Weights freshImage() const;
    nn::Weights freshTwin() const;
    void adapt();
    template <typename Change>
    void place(Change&& change);
    Candidates candidatesFor(const std::vector<std::string>& labels) const;

    const Recipe& m_recipe;
    std::string m_dataRoot;
    at::Device m_device;
    Model m_model;
    at::Tensor m_logScale; ///< scalar, logarithm of the softmax's scale
};

}
