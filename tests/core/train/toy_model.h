#pragma once

#include "core/io/safetensors.h"
#include "core/train/trainer.h"
#include "tests/core/train/toy_data.h"

#include <QTemporaryDir>

#include <set>
#include <stdexcept>
#include <vector>

/// A model that has learnt the toy, and what becomes of it.
namespace spikeclip::tests {

/// A checkpoint of all parts, whose twin tells the colours apart and whose spiking encoder is on its way.
inline std::string trainToyModel(const std::filesystem::path& root, const std::string& name = "first")
{
    auto recipe = toyRecipe(nlohmann::json::array({toyStage("align-text", 60), toyStage("ann", 10), toyStage("align-image", 10)}));
    recipe["stages"][0]["learning_rate"] = 0.02;
    recipe["model"]["image"]["lif"]["threshold"] = 0.3; // so few channels would fall silent at 1
    return train::train(toyRequest(root, name, recipe), {}, silent, {}).checkpoint;
}

/// A folder of the toy's data, and the model that has learnt them; each is made when it is first asked for.
class ToyFolder
{
public:
    const std::filesystem::path& path() const
    {
        if (m_path.empty()) {
            if (!m_temporary.isValid())
                throw std::runtime_error(m_temporary.errorString().toStdString());
            m_path = m_temporary.path().toStdString();
            writeToyData(m_path);
        }
        return m_path;
    }

    const std::string& model() const
    {
        if (m_model.empty())
            m_model = trainToyModel(path());
        return m_model;
    }

private:
    QTemporaryDir m_temporary;
    mutable std::filesystem::path m_path;
    mutable std::string m_model;
};

/// A recipe that goes on from a checkpoint.
inline nlohmann::json further(const std::string& initial, nlohmann::json stages)
{
    return {{"format", "spikeclip-recipe/1"}, {"seed", 1}, {"initial", initial}, {"data", nlohmann::json::array({nlohmann::json{{"path", "toy"}}})},
            {"validation_share", 0.25}, {"checkpoint_minutes", 1000}, {"stages", listOf(std::move(stages))}};
}

/// A run and all that it said.
struct Told
{
    TrainingSummary summary;
    std::vector<data::TrainingEvent> events;

    data::TrainingLog log() const
    {
        data::TrainingLog log;
        for (const auto& event : events)
            log.add(event);
        return log;
    }
};

inline Told told(TrainingRequest request, const Progress& progress = silent, std::stop_token stop = {})
{
    Told told;
    request.watch = [&](const data::TrainingEvent& event) { told.events.push_back(event); };
    told.summary = train::train(request, {}, progress, std::move(stop));
    return told;
}

/// Stops a run after so many batches of this call. True if it had not ended before.
inline bool isStoppedAfter(int batches, const TrainingRequest& request)
{
    std::stop_source source;
    try {
        train::train(request, {}, countingBatches([&](int done) {
                         if (done == batches)
                             source.request_stop();
                     }),
                     source.get_token());
    } catch (const Stopped&) {
        return true;
    }
    return false;
}

/// The tensors that two checkpoints do not share to the last bit.
inline std::set<std::string> changed(const std::string& before, const std::string& after)
{
    const auto old = io::readSafetensors(before), made = io::readSafetensors(after);
    std::set<std::string> keys;
    for (const auto& [key, tensor] : old.tensors)
        if (const auto found = made.tensors.find(key); found == made.tensors.end() || found->second != tensor)
            keys.insert(key);
    for (const auto& [key, tensor] : made.tensors)
        if (!old.tensors.contains(key))
            keys.insert(key);
    return keys;
}

}
