#pragma once

#include "core/backend.h"
#include "core/model.h"

#include <c10/core/Device.h>

namespace spikeclip {

/// Runs a model on LibTorch: any device, both image encoders.
class TorchBackend : public Backend
{
public:
    /// The model lies on `device` and outlives this object; weights that learn meanwhile are used as they are at each call.
    TorchBackend(const Model& model, at::Device device, nn::Path path) : m_model(model), m_device(device), m_path(path) {}

    const data::ModelConfig& config() const override { return m_model.config; }
    const std::shared_ptr<const text::WordTable>& words() const override { return m_model.words; }
    bool hasImage() const override { return m_model.image.has_value(); }
    bool hasText() const override { return m_model.text.has_value(); }
    bool hasTwin() const override { return m_model.twin.has_value(); }
    int threads() const override;

    std::vector<Sight> look(const std::vector<std::span<const float>>& inputs, Encoder encoder, int steps, data::Recording recording,
                            std::stop_token stop) override;
    data::PotentialTrace trace(std::span<const float> input, const std::string& layer, const std::vector<std::int64_t>& neurons, int steps,
                               std::stop_token stop) override;
    std::vector<UnitVector> read(const std::vector<std::vector<int>>& ids, std::stop_token stop) override;
    std::vector<std::vector<data::LayerActivity>> readRecorded(const std::vector<std::vector<int>>& ids, std::stop_token stop) override;

private:
    at::Tensor pictures(const std::vector<std::span<const float>>& inputs) const;
    at::Tensor sentences(const std::vector<std::vector<int>>& ids) const;
    std::vector<Sight> spiking(const at::Tensor& pictures, int steps, data::Recording recording) const;
    std::vector<Sight> twin(const at::Tensor& pictures) const;

    const Model& m_model;
    at::Device m_device;
    nn::Path m_path;
};

}
