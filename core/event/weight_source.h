#pragma once

#include "core/event/packed_weights.h"
#include "core/io/checkpoint.h"

#include <cstdint>
#include <string>
#include <vector>

namespace spikeclip::event {

/// Where an encoder gets its numbers from. Keys are the reference's (`algorithm.md` 2.4), without the part in front.
class WeightSource
{
public:
    virtual ~WeightSource() = default;

    /// Row-major, as float32. Errors  Error(CheckpointForeign) naming the key unless it is there with this shape
    virtual std::vector<float> numbers(const std::string& key, const std::vector<std::int64_t>& shape) const = 0;

    /// The same of small integers.
    virtual std::vector<std::int8_t> integers(const std::string& key, const std::vector<std::int64_t>& shape) const = 0;

    /// The normalisation layer `name`: its four vectors of `channels` entries.
    Affine batchNorm(const std::string& name, int channels) const;
};

/// The tensors of one part of a checkpoint.
class CheckpointWeights : public WeightSource
{
public:
    /// `prefix` is "image." or "text.".
    CheckpointWeights(const io::Checkpoint& checkpoint, std::string prefix) : m_checkpoint(checkpoint), m_prefix(std::move(prefix)) {}

    bool any() const; ///< whether the checkpoint has this part
    std::vector<float> numbers(const std::string& key, const std::vector<std::int64_t>& shape) const override;
    std::vector<std::int8_t> integers(const std::string& key, const std::vector<std::int64_t>& shape) const override;

private:
    const io::TensorData& find(const std::string& key, const std::vector<std::int64_t>& shape) const;

    const io::Checkpoint& m_checkpoint;
    std::string m_prefix;
};

}
