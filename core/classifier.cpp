#include "core/classifier.h"

#include "core/data/outcome.h"
#include "core/energy/estimate.h"
#include "core/energy/site_counts.h"
#include "core/io/preprocess.h"
#include "core/nn/pass.h"
#include "core/nn/recorder.h"
#include "core/text/labels.h"

#include <ATen/ATen.h>
#include <c10/core/InferenceMode.h>

#include <algorithm>
#include <chrono>

namespace spikeclip {

namespace {

constexpr std::size_t mostVectors = 20000; // label vectors kept: 2 KiB each

double msSince(std::chrono::steady_clock::time_point start)
{
    return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count();
}

std::vector<double> numbers(const at::Tensor& tensor)
{
    const auto plain = tensor.to(at::kCPU, at::kDouble).contiguous();
    return {plain.data_ptr<double>(), plain.data_ptr<double>() + plain.numel()};
}

void stopIfAsked(const std::stop_token& stop)
{
    if (stop.stop_requested())
        throw Stopped{};
}

}

LabelInfo Classifier::describe(const std::string& label, const std::vector<std::string>& templates) const
{
    const auto length = m_model.config.text.length;
    const auto own = text::encode(*m_model.words, label, length);
    LabelInfo info{.text = label, .tokens = own.used, .capacity = length, .unknownWords = own.unknown};
    for (const auto& pattern : templates) {
        const auto whole = text::encode(*m_model.words, text::fillTemplate(pattern, label), length);
        info.truncated = info.truncated || whole.truncated;
        const auto around = text::encode(*m_model.words, text::fillTemplate(pattern, ""), length).used;
        info.capacity = std::min(info.capacity, std::max(0, length - around));
    }
    return info;
}

at::Tensor Classifier::vectors(const std::vector<std::string>& labels, const std::vector<std::string>& templates)
{
    std::string joined;
    for (const auto& pattern : templates)
        joined += '\n' + pattern;
    std::vector<std::string> missing;
    for (const auto& label : labels)
        if (!m_vectors.contains(label + joined) && std::ranges::count(missing, label) == 0)
            missing.push_back(label);
    if (m_vectors.size() + missing.size() > mostVectors)
        m_vectors.clear();
    if (!missing.empty()) {
        const auto fresh = labelVectors(m_model, missing, templates);
        for (std::size_t i = 0; i < missing.size(); ++i)
            m_vectors[missing[i] + joined] = fresh[static_cast<std::int64_t>(i)];
    }
    std::vector<at::Tensor> rows;
    for (const auto& label : labels) {
        const auto found = m_vectors.find(label + joined);
        rows.push_back(found != m_vectors.end() ? found->second : labelVectors(m_model, {label}, templates)[0]);
    }
    return at::stack(rows); // [labels, E]
}

const Classifier::Seen& Classifier::look(const InferenceRequest& request, bool& cached)
{
    const auto steps = nn::checkedSteps(request.steps, m_model.config.image.steps);
    cached = m_seen && *m_seen->image == *request.image && m_seen->encoder == request.encoder && m_seen->steps == steps
        && m_seen->recording >= request.recording && (m_seen->withTwin || !request.withTwin);
    if (cached)
        return *m_seen;

    const auto input = io::networkInput(*request.image, m_model.config.image, m_model.config.preprocess);
    const std::int64_t side = m_model.config.image.imageSize;
    const auto picture = at::tensor(input.values).view({1, m_model.config.image.channels, side, side}).to(m_device);
    Seen seen{.image = request.image, .recording = request.recording, .steps = steps, .encoder = request.encoder, .withTwin = request.withTwin,
              .networkInput = input.shown};
    if (request.encoder == Encoder::Snn) {
        if (!m_model.image)
            throw Error(ErrorCode::PartMissing, "this model has no spiking image encoder");
        nn::Recorder recorder(request.recording, steps, 1);
        const bool watching = request.recording != data::Recording::Off;
        const auto features = m_model.image->forward(picture, {.steps = steps, .observer = watching ? &recorder : nullptr});
        seen.features = nn::normalised(features.select(1, 0));
        seen.layers = recorder.layers(0);
        seen.operations = recorder.operations(0);
    }
    if (request.encoder == Encoder::Ann || request.withTwin) {
        if (!m_model.twin)
            throw Error(ErrorCode::PartMissing, "this model has no ANN twin");
        const auto features = nn::normalised(m_model.twin->forward(picture, {})); // [1, E]
        (request.encoder == Encoder::Ann ? seen.features : seen.twinFeatures) = request.encoder == Encoder::Ann ? features : features[0];
        if (request.encoder == Encoder::Ann)
            seen.operations = energy::twinOperations(m_model.config.image);
    }
    m_seen = std::move(seen);
    return *m_seen;
}

InferenceResult Classifier::classify(const InferenceRequest& request, std::stop_token stop)
{
    if (!request.image || request.image->empty())
        throw Error(ErrorCode::BadArgument, "there is no picture to classify");
    if (request.labels.empty())
        throw Error(ErrorCode::NoLabels, "there is no label");
    if (!m_model.words || !m_model.text)
        throw Error(ErrorCode::PartMissing, "this model has no text encoder with a word table, so labels cannot be typed");
    const auto& templates = request.templates.empty() ? m_model.config.labels.templates : request.templates;
    text::checkTemplates(templates);
    c10::InferenceMode inference;

    InferenceResult result{.scale = m_model.config.logitScale};
    stopIfAsked(stop);
    const auto imageStart = std::chrono::steady_clock::now();
    const auto& seen = look(request, result.imageCached);
    result.imageMs = msSince(imageStart);

    stopIfAsked(stop);
    const auto textStart = std::chrono::steady_clock::now();
    const auto labels = vectors(request.labels, templates);
    for (const auto& label : request.labels)
        result.labels.push_back(describe(label, templates));
    result.textMs = msSince(textStart);

    const auto cosines = at::matmul(seen.features, labels.t()); // [T, labels]
    for (std::int64_t t = 0; t < cosines.size(0); ++t)
        result.cosine.push_back(numbers(cosines[t]));
    if (request.withTwin && seen.twinFeatures.defined())
        result.twinCosine = numbers(at::matmul(labels, seen.twinFeatures));
    result.layers = seen.layers;
    result.operations = seen.operations;
    result.networkInput = seen.networkInput;
    if (request.encoder == Encoder::Snn && !seen.operations.empty()) {
        const auto twin = m_model.twin ? energy::twinOperations(m_model.config.image) : std::vector<data::LayerOperations>();
        result.energy = energy::estimate(seen.operations, twin, seen.steps);
    } else if (request.encoder == Encoder::Ann) {
        result.energy = energy::estimate({}, seen.operations, 1);
        result.energy.snnPj.clear();
    }
    return result;
}

}
