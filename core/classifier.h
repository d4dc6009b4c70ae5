#pragma once

#include "core/engine.h"
#include "core/model.h"

#include <map>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

namespace spikeclip {

/// Answers about one picture at a time: keeps the vectors of labels and the result of the last picture, so that an edited label costs
/// no forward pass of the image encoder and a new picture none of the text encoder.
class Classifier
{
public:
    explicit Classifier(const Model& model, at::Device device) : m_model(model), m_device(device) {}

    /// Errors  Error(NoLabels), Error(BadArgument), Error(TooManySteps), Error(PartMissing), Stopped
    InferenceResult classify(const InferenceRequest& request, std::stop_token stop);

private:
    /// What a forward pass of the image side left behind.
    struct Seen
    {
        data::ImagePtr image;
        data::Recording recording = data::Recording::Off;
        int steps = 0;
        Encoder encoder = Encoder::Snn;
        bool withTwin = false;
        at::Tensor features;     ///< [T, E], normalised; one row for the ANN
        at::Tensor twinFeatures; ///< [E], normalised; undefined unless asked for
        std::vector<data::LayerActivity> layers;
        std::vector<data::LayerOperations> operations;
        data::ImagePtr networkInput;
    };

    const Seen& look(const InferenceRequest& request, bool& cached);
    at::Tensor vectors(const std::vector<std::string>& labels, const std::vector<std::string>& templates);
    LabelInfo describe(const std::string& label, const std::vector<std::string>& templates) const;

    const Model& m_model;
    at::Device m_device;
    std::optional<Seen> m_seen;
    std::map<std::string, at::Tensor> m_vectors; ///< [E] by label and templates
};

}
