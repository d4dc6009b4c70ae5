#include "core/train/run_state.h"

#include "core/data/outcome.h"
#include "core/io/safetensors.h"
#include "core/tensor_data.h"

#include <nlohmann/json.hpp>

namespace spikeclip::train {

void writeRunState(const std::string& file, const RunState& state)
{
    io::Safetensors stored;
    stored.metadata["format"] = "spikeclip-run/1";
    stored.metadata["recipe"] = state.recipe;
    stored.metadata["run"] =
        nlohmann::json{{"stage", state.stage}, {"step", state.step}, {"updates", state.updates}, {"judged", state.judged}, {"seconds", state.seconds}, {"metrics", state.metrics}}
            .dump();
    for (const auto& [key, tensor] : state.tensors)
        stored.tensors[key] = toTensorData(tensor);
    io::writeSafetensors(file, stored);
}

RunState readRunState(const std::string& file)
{
    const auto stored = io::readSafetensors(file);
    const auto entry = [&](const char* key) {
        const auto found = stored.metadata.find(key);
        return found == stored.metadata.end() ? std::string() : found->second;
    };
    if (entry("format") != "spikeclip-run/1")
        throw Error(ErrorCode::CheckpointForeign, file + " is not the state of a training run");
    RunState state{.recipe = entry("recipe")};
    try {
        const auto numbers = nlohmann::json::parse(entry("run"));
        state.stage = numbers.at("stage").get<int>();
        state.step = numbers.at("step").get<std::int64_t>();
        state.updates = numbers.value("updates", state.step); // states of older versions: every batch was an update, and judged before it was saved
        state.judged = numbers.value("judged", state.step);
        state.seconds = numbers.at("seconds").get<double>();
        state.metrics = numbers.at("metrics").get<std::map<std::string, double>>();
    } catch (const nlohmann::json::exception&) {
        throw Error(ErrorCode::CheckpointBroken, file + ": the numbers of the run do not parse");
    }
    for (const auto& [key, data] : stored.tensors)
        state.tensors[key] = toTensor(data);
    return state;
}

}
