#include "app/cli/classify.h"

#include "app/cli/text_output.h"
#include "core/text/labels.h"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <ostream>

namespace spikeclip::cli {

namespace {

std::vector<std::string> allLabels(const ClassifyOptions& options)
{
    auto labels = text::splitLabels(options.labels);
    if (!options.labelsFile.empty())
        for (auto& label : readLabelFile(options.labelsFile))
            if (std::ranges::find(labels, label) == labels.end())
                labels.push_back(std::move(label));
    if (labels.empty())
        throw Error(ErrorCode::NoLabels, "");
    return labels;
}

}

std::vector<std::string> readLabelFile(const std::string& file)
{
    std::error_code error;
    if (!std::filesystem::exists(file, error))
        throw Error(ErrorCode::FileMissing, file);
    if (std::filesystem::is_directory(file, error))
        throw Error(ErrorCode::FileUnreadable, file + ": is a folder");
    std::ifstream stream(file);
    if (!stream)
        throw Error(ErrorCode::FileUnreadable, file + ": " + std::strerror(errno));
    std::vector<std::string> labels;
    for (std::string line; std::getline(stream, line);) {
        const auto name = printable(line.substr(line.find('\t') + 1)); // npos + 1 is 0: the whole line
        if (!name.empty() && !line.starts_with('#'))
            labels.push_back(name);
    }
    if (stream.bad())
        throw Error(ErrorCode::FileUnreadable, file);
    return labels;
}

ExitCode classify(const ClassifyOptions& options, const Context& context)
{
    InferenceRequest request{.image = nullptr, .labels = allLabels(options), .templates = options.templates, .encoder = options.encoder,
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
