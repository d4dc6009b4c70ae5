#pragma once

#include "core/backend.h"
#include "core/engine.h"

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
    explicit Classifier(Backend& backend) : m_backend(backend) {} ///< which outlives it

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
        Sight sight;
        UnitVector twin; ///< empty unless asked for
        data::ImagePtr networkInput;
    };

    const Seen& look(const InferenceRequest& request, bool& cached, std::stop_token stop);
    std::vector<std::vector<float>> vectors(const std::vector<std::string>& labels, const std::vector<std::string>& templates, std::stop_token stop);
    LabelInfo describe(const std::string& label, const std::vector<std::string>& templates) const;

    Backend& m_backend;
    std::optional<Seen> m_seen;
    std::map<std::string, std::vector<float>> m_vectors; ///< [E] by label and templates
};

}
