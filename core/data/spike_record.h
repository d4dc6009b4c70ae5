#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <vector>

namespace spikeclip::data {

/// Extent of one layer of neurons over one run.
struct SpikeShape
{
    int steps = 0;    ///< T, time steps
    int batch = 0;    ///< B, pictures or labels
    int height = 1;   ///< rows of positions; text: 1
    int width = 1;    ///< positions in a row; text layer 1: tokens
    int channels = 0; ///< neurons at one position

    int positions() const { return height * width; }
    int wordsPerPosition() const { return (channels + 63) / 64; }
    std::int64_t neurons() const { return static_cast<std::int64_t>(positions()) * channels; } ///< of one sample
    std::size_t wordsPerSample() const { return static_cast<std::size_t>(positions()) * static_cast<std::size_t>(wordsPerPosition()); }
    friend bool operator==(const SpikeShape&, const SpikeShape&) = default;
};

/// Who fired when, over one run, packed as bits. Never changes once made, so threads share it freely.
///
/// Layout  [T, B, position, words]: neuron = position * channels + channel, position = y * width + x; each position
///         starts on a uint64, lowest bit first, padding bits zero
/// Errors  Error(BadShape) unless `words` has exactly the size the shape asks for; Error(BadValue) if a padding bit is set
class SpikeRecord
{
public:
    SpikeRecord(SpikeShape shape, std::vector<std::uint64_t> words);

    const SpikeShape& shape() const { return m_shape; }

    /// All words of one sample at one step: positions * wordsPerPosition of them.
    std::span<const std::uint64_t> words(int step, int sample) const;

    bool fired(int step, int sample, std::int64_t neuron) const;
    std::int64_t spikes(int step, int sample) const; ///< of all neurons of one sample at one step
    std::int64_t spikes() const;                     ///< of the whole record
    double firingRate() const;                       ///< spikes per neuron per step, in [0, 1]

private:
    SpikeShape m_shape;
    std::vector<std::uint64_t> m_words;
};

using SpikeRecordPtr = std::shared_ptr<const SpikeRecord>;

}
