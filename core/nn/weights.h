#pragma once

#include "core/data/weight_specs.h"

#include <ATen/core/Tensor.h>

#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace spikeclip::nn {

using data::imageWeights;
using data::parameterCount;
using data::textWeights;
using data::twinWeights;
using data::WeightSpec;
using Role = data::WeightRole;

/// The tensors of one encoder by key. Copies share their tensors.
class Weights
{
public:
    Weights() = default;
    explicit Weights(std::map<std::string, at::Tensor> tensors) : m_tensors(std::move(tensors)) {}

    /// Errors  Error(CheckpointForeign) naming a key that is not there
    const at::Tensor& operator[](const std::string& key) const;

    bool empty() const { return m_tensors.empty(); }
    const std::map<std::string, at::Tensor>& tensors() const { return m_tensors; }
    Weights to(const at::Device& device, at::ScalarType realType) const; ///< integers keep their type
    Weights clone() const;
    void setTrainable(const std::vector<WeightSpec>& specs, bool trainable);

    /// Errors  Error(CheckpointForeign) unless exactly the keys and shapes of `specs` are present
    void check(const std::vector<WeightSpec>& specs) const;

private:
    std::map<std::string, at::Tensor> m_tensors;
};

/// Fresh weights, float32. Source: `algorithm.md` 2.1, "Initialisation"; LibTorch's defaults for the twin.
Weights initialWeights(const std::vector<WeightSpec>& specs, bool truncatedProjection, std::uint64_t seed);

/// Weights from the hash rule of `algorithm.md` appendix A, float64.
Weights hashedWeights(const std::vector<WeightSpec>& specs, const std::string& salt, double gain);

/// u(key, 0 ... count - 1) of the same rule, float64.
at::Tensor hashedNumbers(const std::string& key, std::int64_t count);

}
