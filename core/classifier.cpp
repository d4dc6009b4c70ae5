#include "core/classifier.h"

#include "core/data/outcome.h"
#include "core/energy/estimate.h"
#include "core/energy/site_counts.h"
#include "core/io/preprocess.h"
#include "core/label_vectors.h"
#include "core/text/labels.h"

#include <algorithm>
#include <chrono>
#include <iterator>

namespace spikeclip {

namespace {

constexpr std::size_t mostVectors = 20000; // label vectors kept: 2 KiB each

double msSince(std::chrono::steady_clock::time_point start)
{
    return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count();
}

void stopIfAsked(const std::stop_token& stop)
{
    if (stop.stop_requested())
        throw Stopped{};
}

std::vector<double> cosines(const UnitVector& picture, const std::vector<std::vector<float>>& labels)
{
    std::vector<double> row;
    std::ranges::transform(labels, std::back_inserter(row), [&](const auto& label) { return cosine(picture, label); });
    return row;
}

}

LabelInfo Classifier::describe(const std::string& label, const std::vector<std::string>& templates) const
{
    const auto& words = *m_backend.words();
    const auto length = m_backend.config().text.length;
    const auto own = text::encode(words, label, length);
    LabelInfo info{.text = label, .tokens = own.used, .capacity = length, .unknownWords = own.unknown};
    for (const auto& pattern : templates) {
        const auto whole = text::encode(words, text::fillTemplate(pattern, label), length);
        info.truncated = info.truncated || whole.truncated;
        const auto around = text::encode(words, text::fillTemplate(pattern, ""), length).used;
        info.capacity = std::min(info.capacity, std::max(0, length - around));
    }
    return info;
}

std::vector<std::vector<float>> Classifier::vectors(const std::vector<std::string>& labels, const std::vector<std::string>& templates,
                                                    std::stop_token stop)
{
    std::string joined;
    for (const auto& pattern : templates)
        joined += '\n' + pattern;
    std::vector<std::vector<float>> rows(labels.size());
    std::vector<std::string> missing; // each once
    for (std::size_t i = 0; i < labels.size(); ++i) {
        if (const auto found = m_vectors.find(labels[i] + joined); found != m_vectors.end())
            rows[i] = found->second;
        else if (std::ranges::find(missing, labels[i]) == missing.end())
            missing.push_back(labels[i]);
    }
    if (missing.empty())
        return rows;

    if (m_vectors.size() + missing.size() > mostVectors)
        m_vectors.clear();
    auto fresh = labelVectors(m_backend, missing, templates, stop);
    for (std::size_t i = 0; i < missing.size(); ++i)
        m_vectors[missing[i] + joined] = std::move(fresh[i]);
    for (std::size_t i = 0; i < labels.size(); ++i)
        if (rows[i].empty())
            rows[i] = m_vectors.at(labels[i] + joined);
    return rows;
}

const Classifier::Seen& Classifier::look(const InferenceRequest& request, bool& cached, std::stop_token stop)
{
    const auto& config = m_backend.config();
    const auto steps = data::checkedSteps(request.steps, config.image.steps);
    cached = m_seen && *m_seen->image == *request.image && m_seen->encoder == request.encoder && m_seen->steps == steps
        && m_seen->recording >= request.recording && (m_seen->withTwin || !request.withTwin);
    if (cached)
        return *m_seen;

    const auto input = io::networkInput(*request.image, config.image, config.preprocess);
    Seen seen{.image = request.image, .recording = request.recording, .steps = steps, .encoder = request.encoder, .withTwin = request.withTwin,
              .networkInput = input.shown};
    const auto run = [&](Encoder encoder) { return std::move(m_backend.look({input.values}, encoder, steps, request.recording, stop).front()); };
    seen.sight = run(request.encoder);
    if (request.encoder == Encoder::Snn && request.withTwin)
        seen.twin = std::move(run(Encoder::Ann).features.front());
    m_seen = std::move(seen);
    return *m_seen;
}

InferenceResult Classifier::classify(const InferenceRequest& request, std::stop_token stop)
{
    if (!request.image || request.image->empty())
        throw Error(ErrorCode::BadArgument, "there is no picture to classify");
    if (request.labels.empty())
        throw Error(ErrorCode::NoLabels, "there is no label");
    requireWords(m_backend);
    const auto& config = m_backend.config();
    const auto& templates = request.templates.empty() ? config.labels.templates : request.templates;
    text::checkTemplates(templates);

    InferenceResult result{.scale = config.logitScale};
    stopIfAsked(stop);
    const auto imageStart = std::chrono::steady_clock::now();
    const auto& seen = look(request, result.imageCached, stop);
    result.imageMs = msSince(imageStart);

    stopIfAsked(stop);
    const auto textStart = std::chrono::steady_clock::now();
    const auto labels = vectors(request.labels, templates, stop);
    for (const auto& label : request.labels)
        result.labels.push_back(describe(label, templates));
    result.textMs = msSince(textStart);

    for (const auto& feature : seen.sight.features)
        result.cosine.push_back(cosines(feature, labels));
    if (request.withTwin && !seen.twin.empty())
        result.twinCosine = cosines(seen.twin, labels);
    result.layers = seen.sight.layers;
    result.operations = seen.sight.operations;
    result.times = seen.sight.times;
    result.networkInput = seen.networkInput;
    if (request.encoder == Encoder::Snn && !result.operations.empty()) {
        const auto twin = m_backend.hasTwin() ? energy::twinOperations(config.image) : std::vector<data::LayerOperations>();
        result.energy = energy::estimate(result.operations, twin, seen.steps, {}, result.layers);
    } else if (request.encoder == Encoder::Ann) {
        result.energy = energy::estimate({}, result.operations, 1);
        result.energy.snnPj.clear();
    }
    return result;
}

}
