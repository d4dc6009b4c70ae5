#include "core/data/spike_record.h"

#include "core/data/outcome.h"

#include <bit>
#include <numeric>

namespace spikeclip::data {

namespace {

std::int64_t countBits(std::span<const std::uint64_t> words)
{
    return std::accumulate(words.begin(), words.end(), std::int64_t{0},
                           [](std::int64_t sum, std::uint64_t word) { return sum + std::popcount(word); });
}

}

SpikeRecord::SpikeRecord(SpikeShape shape, std::vector<std::uint64_t> words) : m_shape(shape), m_words(std::move(words))
{
    if (shape.steps < 1 || shape.batch < 1 || shape.height < 1 || shape.width < 1 || shape.channels < 1)
        throw Error(ErrorCode::BadShape, "spike record: every extent must be at least 1");
    const auto wanted = shape.wordsPerSample() * static_cast<std::size_t>(shape.steps) * static_cast<std::size_t>(shape.batch);
    if (m_words.size() != wanted)
        throw Error(ErrorCode::BadShape, "spike record: wanted " + std::to_string(wanted) + " words, found " + std::to_string(m_words.size()));

    if (const int used = shape.channels % 64; used != 0) {
        const std::uint64_t padding = ~std::uint64_t{0} << used;
        const auto stride = static_cast<std::size_t>(shape.wordsPerPosition());
        for (std::size_t last = stride - 1; last < m_words.size(); last += stride)
            if (m_words[last] & padding)
                throw Error(ErrorCode::BadValue, "spike record: a padding bit is set");
    }
}

std::span<const std::uint64_t> SpikeRecord::words(int step, int sample) const
{
    const auto size = m_shape.wordsPerSample();
    const auto index = static_cast<std::size_t>(step) * static_cast<std::size_t>(m_shape.batch) + static_cast<std::size_t>(sample);
    return std::span(m_words).subspan(index * size, size);
}

bool SpikeRecord::fired(int step, int sample, std::int64_t neuron) const
{
    const auto position = static_cast<std::size_t>(neuron / m_shape.channels);
    const auto channel = static_cast<unsigned>(neuron % m_shape.channels);
    const auto word = words(step, sample)[position * static_cast<std::size_t>(m_shape.wordsPerPosition()) + channel / 64];
    return (word >> (channel % 64)) & 1;
}

std::int64_t SpikeRecord::spikes(int step, int sample) const
{
    return countBits(words(step, sample));
}

std::int64_t SpikeRecord::spikes() const
{
    return countBits(m_words);
}

double SpikeRecord::firingRate() const
{
    const auto chances = static_cast<double>(m_shape.neurons()) * m_shape.steps * m_shape.batch;
    return static_cast<double>(spikes()) / chances;
}

}
