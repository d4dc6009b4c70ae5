#include "app/cli/energy.h"

#include "app/cli/classify.h"
#include "core/energy/site_counts.h"

#include <memory>
#include <ostream>

namespace spikeclip::cli {

namespace {

/// Reads the labels in the first template and counts what that takes.
void addText(energy::Counts& counts, const InferenceRequest& request, LoadedModel& model, const Context& context)
{
    const auto readings = take(model.engine->read({.labels = request.labels, .templates = request.templates}, context.stop));
    for (const auto& reading : readings) {
        counts.text.push_back(energy::textOperations(model.info.config.text, reading));
        counts.textNeurons.push_back(reading.layers);
    }
}

}

ExitCode estimateEnergy(const EnergyOptions& options, const Context& context)
{
    energy::check(options.rules);
    InferenceRequest request{.labels = typedLabels(options.labels, options.labelsFile),
                             .templates = options.templates,
                             .recording = data::Recording::Rates,
                             .steps = options.steps};
    LoadedModel model;
    energy::Counts common; // of all pictures
    std::vector<CountedPicture> counted;
    auto code = Success;
    for (const auto& file : options.images) {
        if (context.stop.stop_requested())
            throw Stopped{};
        try {
            request.image = std::make_shared<const data::Image>(context.readPicture(file));
        } catch (const Error& broken) {
            context.err << inWords({broken.code(), broken.what()}) << '\n';
            code = exitCode(broken.code());
            continue;
        }
        if (!model.engine) {
            model = openModel(options.model, options.compute, context);
            if (model.info.hasTwin)
                common.twin = energy::twinOperations(model.info.config.image);
            if (options.rules.text)
                addText(common, request, model, context);
        }
        auto result = take(model.engine->infer(request, context.stop));
        CountedPicture picture{.file = file, .counts = common, .steps = static_cast<int>(result.cosine.size())};
        picture.counts.image = std::move(result.operations);
        picture.counts.neurons = std::move(result.layers);
        if (options.json)
            counted.push_back(std::move(picture));
        else
            context.out << energyText(picture, options.rules) << std::flush;
    }
    if (!counted.empty())
        context.out << energyJson(model.info, options.rules, counted);
    return code;
}

}
