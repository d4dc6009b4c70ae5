#include "core/evaluate.h"

#include "core/data/outcome.h"
#include "core/energy/estimate.h"
#include "core/energy/site_counts.h"
#include "core/evaluation_data.h"
#include "core/io/picture.h"
#include "core/io/preprocess.h"
#include "core/nn/pass.h"
#include "core/nn/recorder.h"

#include <ATen/ATen.h>
#include <c10/core/InferenceMode.h>

#include <algorithm>
#include <chrono>

namespace spikeclip {

namespace {

/// Sums over pictures; divided when the report is made.
struct Tally
{
    std::int64_t count = 0;
    std::vector<std::int64_t> right; ///< per T
    std::int64_t amongFive = 0;
    double rateSum = 0;
    std::vector<double> snnPjSum;
    double annPjSum = 0;
    EnergySummary lastEnergy;
};

class Evaluation
{
public:
    Evaluation(const Model& model, const at::Device& device, const EvaluationRequest& request, EvaluationData data)
        : m_model(model), m_device(device), m_request(request), m_data(std::move(data)),
          m_steps(request.encoder == Encoder::Snn ? nn::checkedSteps(request.steps, model.config.image.steps) : 1),
          m_twinOperations(model.twin ? energy::twinOperations(model.config.image) : std::vector<data::LayerOperations>())
    {
        if (request.encoder == Encoder::Snn ? !model.image : !model.twin)
            throw Error(ErrorCode::PartMissing, "this model lacks the encoder asked for");
        const auto& templates = request.templates.empty() ? model.config.labels.templates : request.templates;
        m_vectors = labelVectors(model, m_data.labels, templates).to(device);
        m_tally.right.resize(static_cast<std::size_t>(m_steps));
        m_tally.snnPjSum.resize(static_cast<std::size_t>(m_steps));
    }

    void judge(std::size_t first, std::size_t last, std::vector<std::string>& broken)
    {
        std::vector<at::Tensor> inputs;
        std::vector<const EvaluationData::Picture*> pictures;
        const auto& config = m_model.config.image;
        for (auto i = first; i < last; ++i) {
            try {
                const auto input = io::networkInput(io::readPicture(m_data.pictures[i].file), config, m_model.config.preprocess);
                inputs.push_back(at::tensor(input.values).view({config.channels, config.imageSize, config.imageSize}));
                pictures.push_back(&m_data.pictures[i]);
            } catch (const Error&) {
                broken.push_back(m_data.pictures[i].file); // listed in the report; the others are still judged
            }
        }
        if (inputs.empty())
            return;
        const auto batch = at::stack(inputs).to(m_device);
        const auto features = m_request.encoder == Encoder::Snn ? spiking(batch) : m_model.twin->forward(batch, {}).unsqueeze(0);
        const auto scores = at::matmul(nn::normalised(features), m_vectors.t()).to(at::kCPU); // [T, B, C]
        for (std::size_t i = 0; i < pictures.size(); ++i)
            score(scores.select(1, static_cast<std::int64_t>(i)), *pictures[i]);
    }

    EvaluationReport report() const
    {
        if (m_tally.count == 0)
            throw Error(ErrorCode::DataMissing, "none of the " + std::to_string(m_data.pictures.size()) + " pictures can be read");
        const auto share = [&](auto sum) { return static_cast<double>(sum) / static_cast<double>(m_tally.count); };
        EvaluationReport report{.top1 = share(m_tally.right.back()), .top5 = share(m_tally.amongFive), .count = m_tally.count, .labels = m_data.labels,
                                .firingRate = share(m_tally.rateSum)};
        for (const auto right : m_tally.right)
            report.top1PerStep.push_back(share(right));
        for (const auto& label : m_data.labels)
            if (!text::encode(*m_model.words, label, m_model.config.text.length).unknown.empty())
                report.unknownLabels.push_back(label);
        if (m_request.encoder == Encoder::Snn) {
            report.energy = m_tally.lastEnergy; // preset and rules
            for (std::size_t t = 0; t < report.energy.snnPj.size(); ++t)
                report.energy.snnPj[t] = share(m_tally.snnPjSum[t]);
            report.energy.annPj = share(m_tally.annPjSum);
        } else {
            report.energy = energy::estimate({}, m_twinOperations, 1);
            report.energy.snnPj.clear();
        }
        return report;
    }

private:
    at::Tensor spiking(const at::Tensor& batch)
    {
        nn::Recorder recorder(data::Recording::Rates, m_steps, static_cast<int>(batch.size(0)));
        const auto features = m_model.image->forward(batch, {.steps = m_steps, .observer = &recorder});
        for (int sample = 0; sample < batch.size(0); ++sample) {
            m_tally.rateSum += data::meanFiringRate(recorder.layers(sample), m_steps);
            m_tally.lastEnergy = energy::estimate(recorder.operations(sample), m_twinOperations, m_steps);
            for (std::size_t t = 0; t < m_tally.snnPjSum.size(); ++t)
                m_tally.snnPjSum[t] += m_tally.lastEnergy.snnPj[t];
            m_tally.annPjSum += m_tally.lastEnergy.annPj;
        }
        return features;
    }

    /// `scores` [T, C] of one picture.
    void score(const at::Tensor& scores, const EvaluationData::Picture& picture)
    {
        const auto allowed = picture.candidates.empty() ? scores : scores.index_select(1, at::tensor(picture.candidates));
        const std::int64_t right = picture.candidates.empty() ? picture.label : 0; // a picture's own label is its first candidate
        const auto better = allowed.gt(allowed.select(1, right).unsqueeze(1)).sum(1); // labels that beat the right one, per T
        for (std::int64_t t = 0; t < better.size(0); ++t)
            m_tally.right[static_cast<std::size_t>(t)] += better[t].item<std::int64_t>() == 0;
        m_tally.amongFive += better[-1].item<std::int64_t>() < 5;
        ++m_tally.count;
    }

    const Model& m_model;
    at::Device m_device;
    const EvaluationRequest& m_request;
    EvaluationData m_data;
    int m_steps;
    std::vector<data::LayerOperations> m_twinOperations;
    at::Tensor m_vectors; // [C, E]
    Tally m_tally;
};

}

EvaluationReport evaluate(const Model& model, const at::Device& device, const EvaluationRequest& request, const Progress& progress,
                          std::stop_token stop)
{
    const auto start = std::chrono::steady_clock::now();
    c10::InferenceMode inference;
    auto data = listPictures(request);
    const auto count = data.pictures.size();
    Evaluation evaluation(model, device, request, std::move(data));
    const auto batch = static_cast<std::size_t>(std::clamp(request.batch, 1, 4096));
    std::vector<std::string> broken;
    for (std::size_t first = 0; first < count; first += batch) {
        if (stop.stop_requested())
            throw Stopped{};
        evaluation.judge(first, std::min(count, first + batch), broken);
        const auto done = std::min(count, first + batch);
        progress(static_cast<double>(done) / static_cast<double>(count), std::to_string(done) + " of " + std::to_string(count) + " pictures");
    }
    auto report = evaluation.report();
    report.brokenFiles = std::move(broken);
    report.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
    return report;
}

}
