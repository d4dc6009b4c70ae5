#include "app/cli/context.h"

#include "app/cli/text_output.h"
#include "app/sentences.h"

#include <filesystem>

namespace spikeclip::cli {

std::string modelFile(const std::string& model, const Context& context)
{
    if (model.empty())
        return context.resources + "/models/default/model.safetensors";
    std::error_code error;
    const auto ofRun = std::filesystem::path(model) / "model.safetensors";
    return std::filesystem::is_directory(model, error) ? ofRun.string() : model;
}

LoadedModel openModel(const std::string& model, const ComputeOptions& compute, const Context& context)
{
    LoadedModel loaded;
    loaded.engine = take(context.makeEngine());
    loaded.info = take(loaded.engine->load(modelFile(model, context), compute));
    return loaded;
}

ExitCode exitCode(ErrorCode code)
{
    switch (code) {
    case ErrorCode::EngineMissing:
    case ErrorCode::DeviceMissing:
    case ErrorCode::PeerLost:
        return EngineAbsent;
    case ErrorCode::OutOfMemory:
    case ErrorCode::FileUnwritable:
        return NoRoom;
    case ErrorCode::Diverged:
        return CheckFailed;
    case ErrorCode::Internal:
        return ProgramMistake;
    default:
        return BadInput;
    }
}

std::string inWords(const Failure& failure)
{
    std::string words = sentence(failure.code);
    if (const auto blank = words.find("%1"); blank != std::string::npos)
        words.replace(blank, 2, printable(failure.detail));
    return words;
}

}
