#include "core/evaluate.h"

#include "core/data/outcome.h"
#include "core/energy/estimate.h"
#include "core/energy/site_counts.h"
#include "core/evaluation_data.h"
#include "core/io/preprocess.h"
#include "core/io/sample_source.h"
#include "core/label_vectors.h"
#include "core/portion.h"

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
    double snnWithMemoryPjSum = 0;
    double annWithMemoryPjSum = 0;
    double quantisedAnnPjSum = 0;
    EnergySummary lastEnergy;
};

class Evaluation
{
public:
    Evaluation(Backend& backend, const EvaluationRequest& request, EvaluationData data, Portion portion, std::stop_token stop)
        : m_backend(backend), m_request(request), m_data(std::move(data)), m_portion(std::move(portion)), m_stop(std::move(stop)),
          m_steps(request.encoder == Encoder::Snn ? data::checkedSteps(request.steps, backend.config().image.steps) : 1),
          m_twinOperations(backend.hasTwin() ? energy::twinOperations(backend.config().image) : std::vector<data::LayerOperations>())
    {
        if (request.encoder == Encoder::Snn ? !backend.hasImage() : !backend.hasTwin())
            throw Error(ErrorCode::PartMissing, "this model lacks the encoder asked for");
        const auto& templates = request.templates.empty() ? backend.config().labels.templates : request.templates;
        m_vectors = labelVectors(backend, m_data.labels, templates, m_stop);
        m_tally.right.resize(static_cast<std::size_t>(m_steps));
        m_tally.snnPjSum.resize(static_cast<std::size_t>(m_steps));
    }

    void judge(std::size_t first, std::size_t last, std::vector<std::string>& broken)
    {
        std::vector<std::vector<float>> inputs;
        std::vector<const EvaluationData::Picture*> pictures;
        const auto& config = m_backend.config();
        for (auto i = first; i < last; ++i) {
            try {
                inputs.push_back(io::networkInput(*io::readSample(m_data.pictures[i].file), config.image, config.preprocess).values);
                pictures.push_back(&m_data.pictures[i]);
            } catch (const Error&) {
                broken.push_back(m_data.pictures[i].file); // listed in the report; the others are still judged
            }
        }
        if (inputs.empty())
            return;
        const std::vector<std::span<const float>> spans(inputs.begin(), inputs.end());
        for (std::size_t done = 0; done < spans.size();) {
            const auto sights = m_portion.fit([&](int size) {
                const auto some = std::span(spans).subspan(done, std::min(static_cast<std::size_t>(size), spans.size() - done));
                return m_backend.look({some.begin(), some.end()}, m_request.encoder, m_steps, data::Recording::Rates, m_stop);
            });
            for (const auto& sight : sights) {
                if (m_request.encoder == Encoder::Snn)
                    count(sight);
                score(sight.features, *pictures[done++]);
            }
        }
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
            if (!text::encode(*m_backend.words(), label, m_backend.config().text.length).unknown.empty())
                report.unknownLabels.push_back(label);
        if (m_request.encoder == Encoder::Snn) {
            report.energy = m_tally.lastEnergy; // preset and rules
            for (std::size_t t = 0; t < report.energy.snnPj.size(); ++t)
                report.energy.snnPj[t] = share(m_tally.snnPjSum[t]);
            report.energy.annPj = share(m_tally.annPjSum);
            report.energy.snnWithMemoryPj = share(m_tally.snnWithMemoryPjSum);
            report.energy.annWithMemoryPj = share(m_tally.annWithMemoryPjSum);
            report.energy.quantisedAnnPj = share(m_tally.quantisedAnnPjSum);
        } else {
            report.energy = energy::estimate({}, m_twinOperations, 1);
            report.energy.snnPj.clear();
        }
        return report;
    }

private:
    /// Spikes and energy of one picture.
    void count(const Sight& sight)
    {
        m_tally.rateSum += data::meanFiringRate(sight.layers, m_steps);
        m_tally.lastEnergy = energy::estimate(sight.operations, m_twinOperations, m_steps, {}, sight.layers);
        for (std::size_t t = 0; t < m_tally.snnPjSum.size(); ++t)
            m_tally.snnPjSum[t] += m_tally.lastEnergy.snnPj[t];
        m_tally.annPjSum += m_tally.lastEnergy.annPj;
        m_tally.snnWithMemoryPjSum += m_tally.lastEnergy.snnWithMemoryPj;
        m_tally.annWithMemoryPjSum += m_tally.lastEnergy.annWithMemoryPj;
        m_tally.quantisedAnnPjSum += m_tally.lastEnergy.quantisedAnnPj;
    }

    /// `features` [T] of one picture.
    void score(const std::vector<UnitVector>& features, const EvaluationData::Picture& picture)
    {
        for (std::size_t t = 0; t < features.size(); ++t) {
            const auto better = betterThanRight(features[t], picture);
            m_tally.right[t] += better == 0;
            if (t + 1 == features.size())
                m_tally.amongFive += better < 5;
        }
        ++m_tally.count;
    }

    /// How many of the labels that count for this picture beat its own.
    std::int64_t betterThanRight(const UnitVector& feature, const EvaluationData::Picture& picture) const
    {
        const auto scoreOf = [&](std::int64_t label) { return cosine(feature, m_vectors[static_cast<std::size_t>(label)]); };
        const auto right = scoreOf(picture.label);
        if (!picture.candidates.empty())
            return std::ranges::count_if(picture.candidates, [&](std::int64_t label) { return scoreOf(label) > right; });
        return std::ranges::count_if(m_vectors, [&](const auto& vector) { return cosine(feature, vector) > right; });
    }

    Backend& m_backend;
    const EvaluationRequest& m_request;
    EvaluationData m_data;
    Portion m_portion; ///< pictures at once
    std::stop_token m_stop;
    int m_steps;
    std::vector<data::LayerOperations> m_twinOperations;
    std::vector<std::vector<float>> m_vectors; // [C][E]
    Tally m_tally;
};

}

EvaluationReport evaluate(Backend& backend, const EvaluationRequest& request, const Progress& progress, std::stop_token stop)
{
    const auto start = std::chrono::steady_clock::now();
    auto data = listPictures(request);
    const auto count = data.pictures.size();
    const auto batch = static_cast<std::size_t>(std::clamp(request.batch, 1, 4096));
    std::size_t done = 0;
    const auto share = [&] { return static_cast<double>(done) / static_cast<double>(count); };
    Portion portion(static_cast<int>(batch), [&](int size) { progress(share(), "not enough memory, going on with " + std::to_string(size) + " pictures at a time"); });
    auto broken = std::move(data.broken);
    Evaluation evaluation(backend, request, std::move(data), std::move(portion), stop);
    for (std::size_t first = 0; first < count; first += batch) {
        if (stop.stop_requested())
            throw Stopped{};
        evaluation.judge(first, std::min(count, first + batch), broken);
        done = std::min(count, first + batch);
        progress(share(), std::to_string(done) + " of " + std::to_string(count) + " pictures");
    }
    auto report = evaluation.report();
    report.brokenFiles = std::move(broken);
    report.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
    return report;
}

}
