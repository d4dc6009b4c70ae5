#include "core/train/summary.h"

#include "core/data/outcome.h"
#include "core/train/judgement.h"

#include <ATen/ATen.h>

#include <optional>
#include <utility>

namespace spikeclip::train {

namespace {

/// The model that the run began with, unless there is none or it is no longer there.
std::optional<Model> initialModel(const RunEnd& end, const at::Device& device)
{
    if (end.initial.empty())
        return {};
    try {
        auto initial = readModel(end.initial, device);
        return initial.hash == end.model.model().hash ? std::optional(std::move(initial)) : std::nullopt;
    } catch (const Error&) { // judged after the run at least
        return {};
    }
}

}

data::RunSummary summarise(const RunEnd& end, const at::Device& device, std::stop_token stop)
{
    const auto made = readModel(end.file, device);
    data::RunSummary summary{.name = made.config.name, .initialModel = end.initial, .model = end.file, .hash = made.hash, .seconds = end.seconds};
    if (!end.initial.empty())
        summary.initialHash = end.model.model().hash;
    if (!end.pictures || !made.image)
        return summary;

    const auto& validation = end.pictures->validation;
    summary.labels = end.pictures->labels;
    summary.broken = end.pictures->broken;
    for (const auto index : end.judged)
        summary.samples.push_back({.sample = end.pictures->validationNames[static_cast<std::size_t>(index)],
                                   .label = static_cast<int>(validation.labels[index].item<std::int64_t>())});
    using Sample = data::JudgedSample;
    const auto judgeBy = [&](const Model& model, std::vector<double>& top1, double& rate, double& energyPj, int Sample::* leader, double Sample::* confidence) {
        const auto judgement = judge(model, validation, end.judged, summary.labels, end.model.path(), stop);
        const auto point = health(model, *end.healthSet, end.healthPictures, 0, end.model.path());
        top1 = judgement.top1PerStep;
        rate = point.rate;
        energyPj = point.energyPj;
        for (std::size_t i = 0; i < summary.samples.size(); ++i) {
            summary.samples[i].*leader = judgement.leaders[i];
            summary.samples[i].*confidence = judgement.confidence[i];
        }
    };
    judgeBy(made, summary.top1AfterPerStep, summary.rateAfter, summary.energyAfterPj, &Sample::after, &Sample::confidenceAfter);
    if (const auto initial = initialModel(end, device); initial && initial->image)
        judgeBy(*initial, summary.top1BeforePerStep, summary.rateBefore, summary.energyBeforePj, &Sample::before, &Sample::confidenceBefore);
    return summary;
}

}
