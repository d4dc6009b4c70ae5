#pragma once

#include "core/backend.h"
#include "core/event/pass.h"
#include "core/event/recorder.h"
#include "core/io/checkpoint.h"

#include <memory>
#include <optional>
#include <stop_token>
#include <string>

namespace spikeclip::event {

class ImageEncoder;
class TextEncoder;

struct BackendOptions
{
    int threads = 0;                               ///< 0: one, or more where a short probe finds that clearly faster
    std::optional<data::SynapsePath> forced = {};  ///< for comparison; otherwise what is faster at each layer's firing rate
    std::string speedFile;                         ///< where break-even rates are kept; empty: nowhere
};

/// The spiking encoders of one checkpoint on packed bits, without LibTorch: what both programs answer with on the CPU.
class EventBackend : public Backend
{
public:
    /// Errors  Error(CheckpointForeign) if tensors do not fit the configuration, or there is no image encoder; Error(BadValue) for weights not finite
    EventBackend(io::Checkpoint checkpoint, const BackendOptions& options);
    ~EventBackend() override;

    const data::ModelConfig& config() const override { return m_config; }
    const std::shared_ptr<const text::WordTable>& words() const override { return m_words; }
    bool hasImage() const override { return m_image != nullptr; }
    bool hasText() const override { return m_text != nullptr; }
    bool hasTwin() const override { return m_hasTwin; }
    int threads() const override;

    std::vector<Sight> look(const std::vector<std::span<const float>>& inputs, Encoder encoder, int steps, data::Recording recording,
                            std::stop_token stop) override;
    data::PotentialTrace trace(std::span<const float> input, const std::string& layer, const std::vector<std::int64_t>& neurons, int steps,
                               std::stop_token stop) override;
    std::vector<UnitVector> read(const std::vector<std::vector<int>>& ids, std::stop_token stop) override;
    std::vector<std::vector<data::LayerActivity>> readRecorded(const std::vector<std::vector<int>>& ids, std::stop_token stop) override;

    /// What was measured here; measures the layers of this model that are missing, or all `anew`, and keeps the result in the file.
    ///
    /// Errors  Stopped: what was known stays
    data::MachineSpeed speed(bool anew, const Progress& progress, std::stop_token stop) override;

private:
    void chooseThreads(int wanted);
    PassOptions passOptions(std::stop_token stop) const;

    data::ModelConfig m_config;
    std::shared_ptr<const text::WordTable> m_words;
    std::unique_ptr<ImageEncoder> m_image;
    std::unique_ptr<TextEncoder> m_text;
    bool m_hasTwin = false;
    std::string m_speedFile;
    PathPolicy m_policy;
    std::unique_ptr<Workshop> m_workshop;
};

}
