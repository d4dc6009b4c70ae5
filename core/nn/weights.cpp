#include "core/nn/weights.h"

#include "core/data/outcome.h"

#include <ATen/ATen.h>
#include <ATen/CPUGeneratorImpl.h>

#include <cmath>

namespace spikeclip::nn {

namespace {

std::uint32_t mix(std::uint32_t x)
{
    x *= 2654435761u;
    x ^= x >> 16;
    x *= 2246822519u;
    x ^= x >> 13;
    x *= 3266489917u;
    x ^= x >> 16;
    return x;
}

}

const at::Tensor& Weights::operator[](const std::string& key) const
{
    const auto found = m_tensors.find(key);
    if (found == m_tensors.end())
        throw Error(ErrorCode::CheckpointForeign, "the weights have no " + key);
    return found->second;
}

Weights Weights::to(const at::Device& device, at::ScalarType realType) const
{
    std::map<std::string, at::Tensor> moved;
    for (const auto& [key, tensor] : m_tensors)
        moved[key] = tensor.detach().to(device, tensor.is_floating_point() ? realType : tensor.scalar_type());
    return Weights(std::move(moved));
}

Weights Weights::clone() const
{
    std::map<std::string, at::Tensor> copies;
    for (const auto& [key, tensor] : m_tensors)
        copies[key] = tensor.detach().clone(); // clone: the copy must not follow later training
    return Weights(std::move(copies));
}

void Weights::setTrainable(const std::vector<WeightSpec>& specs, bool trainable)
{
    for (const auto& spec : specs)
        if (spec.learns())
            m_tensors.at(spec.key).requires_grad_(trainable);
}

void Weights::check(const std::vector<WeightSpec>& specs) const
{
    std::map<std::string, std::vector<std::int64_t>> shapes;
    for (const auto& [key, tensor] : m_tensors)
        shapes[key] = tensor.sizes().vec();
    data::checkShapes(shapes, specs);
}

Weights initialWeights(const std::vector<WeightSpec>& specs, bool truncatedProjection, std::uint64_t seed)
{
    auto generator = at::detail::createCPUGenerator(seed);
    std::map<std::string, at::Tensor> tensors;
    for (const auto& spec : specs) {
        auto tensor = at::zeros(spec.shape, at::kFloat);
        const bool readout = truncatedProjection && spec.key.starts_with("proj.");
        switch (spec.role) {
        case Role::Weight:
        case Role::Bias:
            if (readout && spec.role == Role::Weight) {
                tensor.normal_(0, 0.02, generator);
            } else if (!readout) {
                const auto bound = 1 / std::sqrt(static_cast<double>(spec.fanIn));
                tensor.uniform_(-bound, bound, generator);
            }
            break;
        case Role::NormWeight:
        case Role::RunningVariance:
        case Role::TableScale:
            tensor.fill_(1);
            break;
        case Role::Embedding:
            tensor.normal_(0, 0.02, generator);
            break;
        case Role::Count:
            tensor = at::zeros(spec.shape, at::kLong);
            break;
        case Role::Table:
            tensor = at::zeros(spec.shape, at::kChar);
            break;
        case Role::TimeWeights: {
            // ln 0.1, ln 0.2, ln 0.4, ln 0.8 to four decimals, as the reference writes them (`algorithm.md` 2.1); the same halving ladder
            // below 0.8 for other counts.
            const auto steps = spec.shape[1];
            for (std::int64_t t = 0; t < steps; ++t)
                tensor[0][t][0] = std::round(1e4 * std::log(0.8 / std::pow(2.0, static_cast<double>(steps - 1 - t)))) / 1e4;
            break;
        }
        case Role::NormBias:
        case Role::RunningMean:
            break;
        }
        tensors[spec.key] = tensor;
    }
    return Weights(std::move(tensors));
}

at::Tensor hashedNumbers(const std::string& key, std::int64_t count)
{
    std::uint32_t phi = 0;
    for (std::size_t p = 0; p < key.size(); ++p)
        phi += static_cast<std::uint32_t>(static_cast<unsigned char>(key[p])) * static_cast<std::uint32_t>(p + 1);
    auto numbers = at::empty({count}, at::kDouble);
    auto* out = numbers.data_ptr<double>();
    for (std::int64_t i = 0; i < count; ++i)
        out[i] = mix(static_cast<std::uint32_t>(i) + 7919u * phi) / 2147483648.0 - 1;
    return numbers;
}

Weights hashedWeights(const std::vector<WeightSpec>& specs, const std::string& salt, double gain)
{
    auto tensors = initialWeights(specs, false, 0).to(at::kCPU, at::kDouble).tensors();
    for (const auto& spec : specs) {
        const auto u = [&] { return hashedNumbers(salt + spec.key, spec.numbers()).view(spec.shape); };
        auto& tensor = tensors[spec.key];
        switch (spec.role) {
        case Role::Weight:
            tensor = u() * (gain * std::sqrt(3.0 / static_cast<double>(spec.fanIn)));
            break;
        case Role::NormWeight:
            tensor = 1 + 0.1 * u();
            break;
        case Role::RunningVariance:
            tensor = 1 + 0.2 * u();
            break;
        case Role::Bias:
        case Role::NormBias:
        case Role::RunningMean:
            tensor = 0.1 * u();
            break;
        case Role::Embedding:
            tensor = 1.5 * u();
            break;
        case Role::TimeWeights:
            tensor = initialWeights({spec}, false, 0)[spec.key].to(at::kDouble); // rounded to float32, as the file says
            break;
        case Role::Count:
        case Role::Table:
        case Role::TableScale:
            break;
        }
    }
    return Weights(std::move(tensors));
}

}
