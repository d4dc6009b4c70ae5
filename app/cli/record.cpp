#include "app/cli/record.h"

#include "app/cli/classify.h"
#include "core/io/atomic_file.h"
#include "core/io/recording_file.h"
#include "core/io/sha256.h"

#include <algorithm>
#include <ostream>
#include <utility>

namespace spikeclip::cli {

namespace {

constexpr std::uint64_t largestPicture = std::uint64_t{1} << 30; // bytes of a file: beyond it the decoder refuses as well

io::RecordedPicture recorded(const std::string& file, InferenceResult result)
{
    for (auto& row : result.cosine)
        std::ranges::for_each(row, [&](double& value) { value *= result.scale; });
    return {.file = file, .hash = io::sha256(io::readFile(file, largestPicture)), .layers = std::move(result.layers), .logits = std::move(result.cosine)};
}

}

ExitCode record(const RecordOptions& options, const Context& context)
{
    InferenceRequest request{.labels = typedLabels(options.labels, options.labelsFile), .templates = options.templates,
                             .recording = data::Recording::Full, .steps = options.steps};
    io::SpikeRecording recording{.modelHash = {}, .version = SPIKECLIP_VERSION, .labels = request.labels, .pictures = {}};
    LoadedModel model;
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
        if (!model.engine)
            model = openModel(options.model, options.compute, context);
        recording.pictures.push_back(recorded(file, take(model.engine->infer(request, context.stop))));
    }
    if (recording.pictures.empty())
        return code;
    recording.modelHash = model.info.hash;
    io::writeRecording(options.out, recording);
    context.out << options.out << ": " << recording.pictures.size() << (recording.pictures.size() == 1 ? " picture, " : " pictures, ")
                << recording.pictures.front().layers.size() << " layers, T = " << recording.pictures.front().logits.size() << '\n';
    return code;
}

}
