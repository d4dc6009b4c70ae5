#pragma once

#include "core/data/spike_raster.h"

#include <random>

/// Spikes by chance, the same in every run.
namespace spikeclip::test {

inline data::SpikeRecordPtr chanceRecord(data::SpikeShape shape, double rate, unsigned seed = 1)
{
    std::mt19937 generator(seed);
    std::bernoulli_distribution fires(rate);
    const auto stride = static_cast<std::size_t>(shape.wordsPerPosition());
    std::vector<std::uint64_t> words(shape.wordsPerSample() * static_cast<std::size_t>(shape.steps) * static_cast<std::size_t>(shape.batch));
    for (std::size_t position = 0; position < words.size() / stride; ++position)
        for (int channel = 0; channel < shape.channels; ++channel)
            words[position * stride + static_cast<std::size_t>(channel) / 64] |= std::uint64_t{fires(generator)} << (channel % 64);
    return std::make_shared<data::SpikeRecord>(shape, std::move(words));
}

inline data::SpikeRaster chanceRaster(int rows, int steps, int trials, double rate, unsigned seed = 1)
{
    std::mt19937 generator(seed);
    std::bernoulli_distribution fires(rate);
    const auto stride = (static_cast<std::size_t>(rows) + 63) / 64;
    std::vector<std::int64_t> neurons;
    for (int row = 0; row < rows; ++row)
        neurons.push_back(row);
    std::vector<std::uint64_t> words(stride * static_cast<std::size_t>(steps) * static_cast<std::size_t>(trials));
    for (std::size_t column = 0; column < words.size(); column += stride)
        for (std::size_t row = 0; row < neurons.size(); ++row)
            words[column + row / 64] |= std::uint64_t{fires(generator)} << (row % 64);
    return {std::move(neurons), steps, trials, std::move(words)};
}

}
