#pragma once

#include "core/data/spike_record.h"

#include <cstdint>
#include <vector>

namespace spikeclip::event {

/// Spikes of one layer of neurons while a pass runs: a data::SpikeRecord that can still be written.
///
/// Layout  [T, B, position, words], as the record's
struct Spikes
{
    explicit Spikes(const data::SpikeShape& extent);

    std::int64_t rows() const { return static_cast<std::int64_t>(shape.batch) * shape.positions(); } ///< positions of all samples, of one step
    std::int64_t stepWords() const { return rows() * shape.wordsPerPosition(); }
    std::int64_t count() const;
    double firingRate() const; ///< spikes per neuron per step, in [0, 1]

    data::SpikeShape shape;
    std::vector<std::uint64_t> words; ///< all zero at first
};

}
