#include "core/event/packed_weights.h"

#include "core/data/outcome.h"
#include "core/event/kernels.h"

#include <cmath>
#include <string>

namespace spikeclip::event {

namespace {

int widthFor(int outputs)
{
    int width = 8;
    while (width < outputs && width < tileWidth)
        width *= 2;
    return width;
}

}

Affine Affine::ofBatchNorm(std::span<const float> weight, std::span<const float> bias, std::span<const float> mean, std::span<const float> variance,
                           double epsilon)
{
    Affine affine;
    for (std::size_t c = 0; c < weight.size(); ++c) {
        affine.scale.push_back(weight[c] / std::sqrt(variance[c] + epsilon));
        affine.shift.push_back(bias[c] - mean[c] * affine.scale.back());
    }
    return affine;
}

int PackedWeights::strideOf(int outputs)
{
    const int whole = outputs / tileWidth * tileWidth;
    return whole == outputs ? whole : whole + widthFor(outputs - whole);
}

PackedWeights::PackedWeights(int inputs, int outputs, std::span<const float> weight, std::span<const float> bias, const Affine& affine)
    : m_inputs(inputs), m_outputs(outputs), m_stride(strideOf(outputs)), m_weights(static_cast<std::size_t>(inputs) * static_cast<std::size_t>(m_stride)),
      m_bias(static_cast<std::size_t>(m_stride))
{
    const auto count = static_cast<std::size_t>(outputs);
    if (inputs < 1 || outputs < 1 || weight.size() != count * static_cast<std::size_t>(inputs) || (!bias.empty() && bias.size() != count)
        || (!affine.scale.empty() && affine.scale.size() != count))
        throw Error(ErrorCode::BadShape, "packed weights: " + std::to_string(weight.size()) + " numbers for " + std::to_string(outputs) + " x "
                                             + std::to_string(inputs));
    for (int first = 0; first < outputs; first += tileWidth) {
        const int some = std::min(tileWidth, outputs - first);
        m_tiles.push_back({first, some, widthFor(some), static_cast<std::size_t>(first) * static_cast<std::size_t>(inputs)});
    }
    double sum = 0; // not finite if one weight is not
    for (const auto& tile : m_tiles)
        for (int o = 0; o < tile.outputs; ++o) {
            const auto output = static_cast<std::size_t>(tile.firstOutput + o);
            const double scale = affine.scale.empty() ? 1 : affine.scale[output];
            const double shift = affine.shift.empty() ? 0 : affine.shift[output];
            const double folded = (bias.empty() ? 0 : bias[output]) * scale + shift;
            m_bias.data()[output] = static_cast<float>(folded);
            sum += static_cast<double>(m_bias.data()[output]) * 0;
            const float* from = weight.data() + output * static_cast<std::size_t>(inputs);
            float* to = m_weights.data() + tile.weights + o;
            for (int k = 0; k < inputs; ++k) {
                const auto value = static_cast<float>(from[k] * scale);
                to[static_cast<std::size_t>(k) * static_cast<std::size_t>(tile.width)] = value;
                sum += static_cast<double>(value) * 0;
            }
        }
    if (!std::isfinite(sum))
        throw Error(ErrorCode::BadValue, "packed weights: not all numbers are finite");
}

std::vector<float> windowFirst(std::span<const float> weight, int outputs, int channels)
{
    if (weight.size() != static_cast<std::size_t>(outputs) * static_cast<std::size_t>(channels) * 9)
        throw Error(ErrorCode::BadShape, "3x3 weights: wrong number of entries");
    std::vector<float> ordered(weight.size());
    for (std::size_t o = 0; o < static_cast<std::size_t>(outputs); ++o)
        for (std::size_t c = 0; c < static_cast<std::size_t>(channels); ++c)
            for (std::size_t place = 0; place < 9; ++place)
                ordered[(o * 9 + place) * static_cast<std::size_t>(channels) + c] = weight[(o * static_cast<std::size_t>(channels) + c) * 9 + place];
    return ordered;
}

}
