#pragma once

#include "core/data/spike_record.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace spikeclip::data {

/// Half-open range of rows, columns or other cells.
struct CellRange
{
    int begin = 0;
    int end = 0;

    int size() const { return end > begin ? end - begin : 0; }
    friend bool operator==(const CellRange&, const CellRange&) = default;
};

/// Spikes of chosen neurons over the steps of one or several trials (pictures), packed as bits. Never changes once made.
///
/// Layout  [columns, words]: column = trial * steps + step; bit `row` of a column, lowest first, is neuron `neurons()[row]`; padding
///         bits are zero
/// Errors  Error(BadShape) unless `words` has exactly the size asked for, Error(BadValue) if a padding bit is set
class SpikeRaster
{
public:
    SpikeRaster() = default; ///< of nobody: no rows, no columns
    SpikeRaster(std::vector<std::int64_t> neurons, int steps, int trials, std::vector<std::uint64_t> words);

    const std::vector<std::int64_t>& neurons() const { return m_neurons; }
    int rows() const { return static_cast<int>(m_neurons.size()); }
    int steps() const { return m_steps; }
    int trials() const { return m_trials; }
    int columns() const { return m_steps * m_trials; }
    bool isEmpty() const { return rows() == 0 || columns() == 0; }

    std::span<const std::uint64_t> column(int column) const;
    bool fired(int row, int column) const;

    std::int64_t spikes() const { return m_beforeRow.empty() ? 0 : m_beforeRow.back(); }
    std::int64_t spikesOfRows(CellRange rows) const;       ///< over all columns, in constant time
    std::int64_t spikesOfColumns(CellRange columns) const; ///< over all rows, in constant time
    std::vector<int> rowsThatFired(CellRange rows, CellRange columns) const; ///< ascending

private:
    std::size_t wordsPerColumn() const { return (m_neurons.size() + 63) / 64; }

    std::vector<std::int64_t> m_neurons;
    int m_steps = 0;
    int m_trials = 0;
    std::vector<std::uint64_t> m_words;
    std::vector<std::int64_t> m_beforeRow;    ///< spikes of all rows before this one; one entry more than rows
    std::vector<std::int64_t> m_beforeColumn; ///< likewise
};

/// Set bits of `words` at positions [begin, end).
int countBits(std::span<const std::uint64_t> words, int begin, int end);

/// The raster of `neurons`, in this order, in `records`: each sample of each record is one trial.
///
/// Errors  Error(BadShape) if a record is missing or differs in shape (its batch may), Error(BadValue) if a neuron is not of that layer
SpikeRaster rasterOf(std::span<const SpikeRecordPtr> records, std::vector<std::int64_t> neurons);

}
