#include "core/event/weight_source.h"

#include "core/data/outcome.h"

#include <algorithm>
#include <bit>
#include <cstring>

namespace spikeclip::event {

namespace {

/// The values of a tensor stored as `Stored`, each put through `widen`.
template <typename Stored, typename Widen>
std::vector<float> converted(const io::TensorData& tensor, Widen widen)
{
    std::vector<Stored> stored(tensor.bytes.size() / sizeof(Stored));
    std::memcpy(stored.data(), tensor.bytes.data(), stored.size() * sizeof(Stored));
    std::vector<float> values(stored.size());
    std::ranges::transform(stored, values.begin(), widen);
    return values;
}

/// IEEE 754 half precision.
float ofHalf(std::uint16_t bits)
{
    const auto sign = static_cast<std::uint32_t>(bits & 0x8000U) << 16;
    const std::uint32_t rest = bits & 0x7FFFU;
    if (rest >= 0x7C00U) // infinite or not a number
        return std::bit_cast<float>(sign | 0x7F800000U | (rest & 0x3FFU) << 13);
    // The exponent's bias differs by 112; the product also gives subnormal numbers their value.
    const float magnitude = std::bit_cast<float>(rest << 13) * 0x1p112F;
    return std::bit_cast<float>(std::bit_cast<std::uint32_t>(magnitude) | sign);
}

}

Affine WeightSource::batchNorm(const std::string& name, int channels) const
{
    const auto part = [&](const char* what) { return numbers(name + what, {channels}); };
    return Affine::ofBatchNorm(part(".weight"), part(".bias"), part(".running_mean"), part(".running_var"));
}

bool CheckpointWeights::any() const
{
    const auto first = m_checkpoint.tensors.lower_bound(m_prefix);
    return first != m_checkpoint.tensors.end() && first->first.starts_with(m_prefix);
}

const io::TensorData& CheckpointWeights::find(const std::string& key, const std::vector<std::int64_t>& shape) const
{
    const auto found = m_checkpoint.tensors.find(m_prefix + key);
    if (found == m_checkpoint.tensors.end())
        throw Error(ErrorCode::CheckpointForeign, "there is no tensor " + m_prefix + key);
    if (found->second.shape != shape)
        throw Error(ErrorCode::CheckpointForeign, "the tensor " + m_prefix + key + " has another shape than the configuration says");
    return found->second;
}

std::vector<float> CheckpointWeights::numbers(const std::string& key, const std::vector<std::int64_t>& shape) const
{
    const auto& tensor = find(key, shape);
    switch (tensor.dtype) {
    case io::DType::F32: return converted<float>(tensor, [](float value) { return value; });
    case io::DType::F64: return converted<double>(tensor, [](double value) { return static_cast<float>(value); });
    case io::DType::F16: return converted<std::uint16_t>(tensor, ofHalf);
    case io::DType::BF16:
        return converted<std::uint16_t>(tensor, [](std::uint16_t bits) { return std::bit_cast<float>(static_cast<std::uint32_t>(bits) << 16); });
    default: throw Error(ErrorCode::CheckpointForeign, "the tensor " + m_prefix + key + " holds no real numbers");
    }
}

std::vector<std::int8_t> CheckpointWeights::integers(const std::string& key, const std::vector<std::int64_t>& shape) const
{
    const auto& tensor = find(key, shape);
    if (tensor.dtype != io::DType::I8)
        throw Error(ErrorCode::CheckpointForeign, "the tensor " + m_prefix + key + " holds no 8-bit integers");
    std::vector<std::int8_t> values(tensor.bytes.size());
    std::memcpy(values.data(), tensor.bytes.data(), values.size());
    return values;
}

}
