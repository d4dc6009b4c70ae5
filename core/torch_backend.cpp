#include "core/torch_backend.h"

#include "core/data/outcome.h"
#include "core/energy/site_counts.h"
#include "core/nn/recorder.h"
#include "core/tensor_data.h"
#include "core/torch_errors.h"

#include <ATen/ATen.h>
#include <ATen/Parallel.h>
#include <c10/core/InferenceMode.h>

#include <algorithm>
#include <string>
#include <utility>

namespace spikeclip {

namespace {

void stopIfAsked(const std::stop_token& stop)
{
    if (stop.stop_requested())
        throw Stopped{};
}

/// Keeps the current of one layer of neurons.
class CurrentKeeper : public nn::Observer
{
public:
    explicit CurrentKeeper(std::string layer) : m_layer(std::move(layer)) {}

    bool wantsCurrent() const override { return true; }

    at::Tensor fired(const nn::NeuronSite& site, const at::Tensor& spikes, const at::Tensor& current) override
    {
        if (site.name == m_layer) {
            m_site = site;
            m_current = current.flatten(2).to(at::kCPU, at::kFloat); // [T, C, positions]: one picture
        }
        return spikes;
    }

    data::PotentialTrace trace(double tau, const std::vector<std::int64_t>& neurons) const
    {
        if (!m_current.defined())
            throw data::noSuchLayer(m_layer);
        const data::LifOptions lif{.tau = tau, .threshold = m_site.threshold};
        return data::traceOf(m_site, lif, neurons, [&](std::int64_t neuron) {
            const auto course = m_current.select(2, neuron / m_site.channels).select(1, neuron % m_site.channels).contiguous(); // [T]
            const auto* first = course.data_ptr<float>();
            return std::vector<float>(first, first + course.numel());
        });
    }

private:
    std::string m_layer;
    nn::NeuronSite m_site;
    at::Tensor m_current;
};

}

int TorchBackend::threads() const
{
    return at::get_num_threads();
}

/// Shape   -> [B, C, S, S]
at::Tensor TorchBackend::pictures(const std::vector<std::span<const float>>& inputs) const
{
    const auto& config = m_model.config.image;
    auto tensor = at::empty({static_cast<std::int64_t>(inputs.size()), config.channels, config.imageSize, config.imageSize}, at::kFloat);
    auto* out = tensor.data_ptr<float>();
    for (const auto& input : inputs) {
        if (static_cast<std::int64_t>(input.size() * inputs.size()) != tensor.numel())
            throw Error(ErrorCode::BadShape, "an input of " + std::to_string(input.size()) + " numbers does not fit the image encoder");
        out = std::ranges::copy(input, out).out;
    }
    return tensor.to(m_device);
}

std::vector<Sight> TorchBackend::look(const std::vector<std::span<const float>>& inputs, Encoder encoder, int steps, data::Recording recording,
                                      std::stop_token stop)
{
    if (encoder == Encoder::Snn ? !m_model.image : !m_model.twin)
        throw Error(ErrorCode::PartMissing, encoder == Encoder::Snn ? "this model has no spiking image encoder" : "this model has no ANN twin");
    stopIfAsked(stop);
    if (inputs.empty())
        return {};
    const c10::InferenceMode inference;
    return withOurErrors(m_device.str(), [&] { return encoder == Encoder::Snn ? spiking(pictures(inputs), steps, recording) : twin(pictures(inputs)); });
}

std::vector<Sight> TorchBackend::spiking(const at::Tensor& pictures, int steps, data::Recording recording) const
{
    const auto known = data::checkedSteps(steps, m_model.config.image.steps);
    const auto batch = static_cast<int>(pictures.size(0));
    nn::Recorder recorder(recording, known, batch);
    const bool watching = recording != data::Recording::Off;
    const auto features = nn::normalised(
        m_model.image->forward(pictures, {.steps = known, .path = m_path, .precision = m_model.precision, .observer = watching ? &recorder : nullptr})); // [T, B, E]
    std::vector<Sight> sights;
    for (int sample = 0; sample < batch; ++sample)
        sights.push_back({.features = toRows(features.select(1, sample)), .layers = recorder.layers(sample), .operations = recorder.operations(sample)});
    return sights;
}

std::vector<Sight> TorchBackend::twin(const at::Tensor& pictures) const
{
    auto features = toRows(nn::normalised(m_model.twin->forward(pictures, {.path = m_path, .precision = m_model.precision})));
    const auto operations = energy::twinOperations(m_model.config.image);
    std::vector<Sight> sights;
    for (auto& feature : features)
        sights.push_back({.features = {std::move(feature)}, .operations = operations});
    return sights;
}

data::PotentialTrace TorchBackend::trace(std::span<const float> input, const std::string& layer, const std::vector<std::int64_t>& neurons, int steps,
                                         std::stop_token stop)
{
    if (!m_model.image)
        throw Error(ErrorCode::PartMissing, "this model has no spiking image encoder");
    stopIfAsked(stop);
    const c10::InferenceMode inference;
    CurrentKeeper keeper(layer);
    const auto known = data::checkedSteps(steps, m_model.config.image.steps);
    m_model.image->forward(pictures({input}), {.steps = known, .path = m_path, .precision = m_model.precision, .observer = &keeper});
    return keeper.trace(m_model.config.image.lif.tau, neurons);
}

/// Shape   -> [B, length] int64
at::Tensor TorchBackend::sentences(const std::vector<std::vector<int>>& ids) const
{
    if (!m_model.text)
        throw Error(ErrorCode::PartMissing, "this model has no text encoder");
    const auto length = m_model.config.text.length;
    auto tensor = at::empty({static_cast<std::int64_t>(ids.size()), length}, at::kLong);
    auto* out = tensor.data_ptr<std::int64_t>();
    for (const auto& sentence : ids) {
        if (static_cast<int>(sentence.size()) != length)
            throw Error(ErrorCode::BadShape, "a sentence of " + std::to_string(sentence.size()) + " ids does not fit the text encoder");
        out = std::ranges::copy(sentence, out).out;
    }
    return tensor.to(m_device);
}

std::vector<UnitVector> TorchBackend::read(const std::vector<std::vector<int>>& ids, std::stop_token stop)
{
    stopIfAsked(stop);
    const c10::InferenceMode inference;
    const auto tensor = sentences(ids);
    if (ids.empty())
        return {};
    return toRows(nn::normalised(m_model.text->forward(tensor, {.path = m_path, .precision = m_model.precision})[-1])); // [-1]: all steps
}

std::vector<std::vector<data::LayerActivity>> TorchBackend::readRecorded(const std::vector<std::vector<int>>& ids, std::stop_token stop)
{
    stopIfAsked(stop);
    const c10::InferenceMode inference;
    const auto tensor = sentences(ids);
    if (ids.empty())
        return {};
    const auto batch = static_cast<int>(ids.size());
    nn::Recorder recorder(data::Recording::Full, m_model.config.text.steps, batch);
    m_model.text->forward(tensor, {.path = m_path, .precision = m_model.precision, .observer = &recorder});
    std::vector<std::vector<data::LayerActivity>> layers;
    for (int sample = 0; sample < batch; ++sample)
        layers.push_back(recorder.layers(sample));
    return layers;
}

}
