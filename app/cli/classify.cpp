#include "app/cli/classify.h"

#include "app/cli/text_output.h"
#include "core/io/class_folder.h"
#include "core/text/labels.h"

#include <algorithm>
#include <ostream>

namespace spikeclip::cli {

std::vector<std::string> typedLabels(const std::string& typed, const std::string& file)
{
    auto labels = text::splitLabels(typed);
    if (!file.empty())
        for (auto& line : io::readLabelFile(file))
            if (std::ranges::find(labels, line.name) == labels.end())
                labels.push_back(std::move(line.name));
    if (labels.empty())
        throw Error(ErrorCode::NoLabels, "");
    return labels;
}

ExitCode classify(const ClassifyOptions& options, const Context& context)
{
    InferenceRequest request{.image = nullptr, .labels = typedLabels(options.labels, options.labelsFile), .templates = options.templates, .encoder = options.encoder,
                             .withTwin = false, .recording = data::Recording::Rates, .steps = options.steps};
    const ClassifyStyle style{.bars = context.outIsTerminal, .unicode = context.unicode, .layers = options.images.size() == 1,
                              .columns = context.columns};
    LoadedModel model;
    std::vector<ClassifiedPicture> done;
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
        if (!model.engine) // after the first picture, so that a wrong name is answered at once
            model = openModel(options.model, options.compute, context);
        ClassifiedPicture picture{file, take(model.engine->infer(request, context.stop))};
        if (options.json)
            done.push_back(std::move(picture));
        else
            context.out << classifyText(picture, options.encoder, style) << std::flush;
    }
    if (!done.empty())
        context.out << classifyJson(model.info, options.encoder, done);
    return code;
}

}
