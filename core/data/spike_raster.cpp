#include "core/data/spike_raster.h"

#include "core/data/outcome.h"

#include <algorithm>
#include <bit>
#include <limits>
#include <string>

namespace spikeclip::data {

SpikeRaster::SpikeRaster(std::vector<std::int64_t> neurons, int steps, int trials, std::vector<std::uint64_t> words)
    : m_neurons(std::move(neurons)), m_steps(steps), m_trials(trials), m_words(std::move(words))
{
    constexpr auto most = static_cast<std::size_t>(std::numeric_limits<int>::max());
    if (steps < 0 || trials < 0 || m_neurons.size() > most || static_cast<std::int64_t>(steps) * trials > std::numeric_limits<int>::max())
        throw Error(ErrorCode::BadShape, "spike raster: extents out of range");
    const auto wanted = wordsPerColumn() * static_cast<std::size_t>(columns());
    if (m_words.size() != wanted)
        throw Error(ErrorCode::BadShape, "spike raster: wanted " + std::to_string(wanted) + " words, found " + std::to_string(m_words.size()));

    const auto used = m_neurons.size() % 64;
    const std::uint64_t padding = used == 0 ? 0 : ~std::uint64_t{0} << used;
    m_beforeRow.assign(m_neurons.size() + 1, 0);
    m_beforeColumn.assign(static_cast<std::size_t>(columns()) + 1, 0);
    for (int c = 0; c < columns(); ++c) {
        const auto bits = column(c);
        if (!bits.empty() && (bits.back() & padding) != 0)
            throw Error(ErrorCode::BadValue, "spike raster: a padding bit is set");
        std::int64_t sum = 0;
        for (std::size_t i = 0; i < bits.size(); ++i)
            for (auto word = bits[i]; word != 0; word &= word - 1, ++sum)
                ++m_beforeRow[i * 64 + static_cast<std::size_t>(std::countr_zero(word)) + 1];
        m_beforeColumn[static_cast<std::size_t>(c) + 1] = m_beforeColumn[static_cast<std::size_t>(c)] + sum;
    }
    for (std::size_t row = 1; row < m_beforeRow.size(); ++row)
        m_beforeRow[row] += m_beforeRow[row - 1];
}

std::span<const std::uint64_t> SpikeRaster::column(int column) const
{
    return std::span(m_words).subspan(static_cast<std::size_t>(column) * wordsPerColumn(), wordsPerColumn());
}

bool SpikeRaster::fired(int row, int column) const
{
    const auto bit = static_cast<std::size_t>(row);
    return (this->column(column)[bit / 64] >> (bit % 64)) & 1;
}

std::int64_t SpikeRaster::spikesOfRows(CellRange rows) const
{
    return rows.size() == 0 ? 0 : m_beforeRow[static_cast<std::size_t>(rows.end)] - m_beforeRow[static_cast<std::size_t>(rows.begin)];
}

std::int64_t SpikeRaster::spikesOfColumns(CellRange columns) const
{
    return columns.size() == 0 ? 0 : m_beforeColumn[static_cast<std::size_t>(columns.end)] - m_beforeColumn[static_cast<std::size_t>(columns.begin)];
}

std::vector<int> SpikeRaster::rowsThatFired(CellRange rows, CellRange columns) const
{
    std::vector<int> found;
    if (rows.size() == 0 || columns.size() == 0)
        return found;
    for (auto word = static_cast<std::size_t>(rows.begin) / 64; word <= static_cast<std::size_t>(rows.end - 1) / 64; ++word) {
        std::uint64_t any = 0;
        for (int c = columns.begin; c < columns.end; ++c)
            any |= column(c)[word];
        for (; any != 0; any &= any - 1)
            if (const int row = static_cast<int>(word) * 64 + std::countr_zero(any); row >= rows.begin && row < rows.end)
                found.push_back(row);
    }
    return found;
}

int countBits(std::span<const std::uint64_t> words, int begin, int end)
{
    if (begin >= end)
        return 0;
    const auto first = static_cast<std::size_t>(begin) / 64;
    const auto last = static_cast<std::size_t>(end - 1) / 64;
    const std::uint64_t head = ~std::uint64_t{0} << (begin % 64);
    const std::uint64_t tail = ~std::uint64_t{0} >> (63 - (end - 1) % 64);
    if (first == last)
        return std::popcount(words[first] & head & tail);
    int count = std::popcount(words[first] & head) + std::popcount(words[last] & tail);
    for (auto i = first + 1; i < last; ++i)
        count += std::popcount(words[i]);
    return count;
}

SpikeRaster rasterOf(std::span<const SpikeRecordPtr> records, std::vector<std::int64_t> neurons)
{
    if (records.empty())
        return {};
    int trials = 0;
    for (const auto& record : records) {
        if (!record)
            throw Error(ErrorCode::BadShape, "spike raster: a record is missing");
        auto shape = record->shape();
        trials += shape.batch;
        shape.batch = records.front()->shape().batch;
        if (shape != records.front()->shape())
            throw Error(ErrorCode::BadShape, "spike raster: records of different shapes");
    }
    const auto& shape = records.front()->shape();
    if (std::ranges::any_of(neurons, [&](auto neuron) { return neuron < 0 || neuron >= shape.neurons(); }))
        throw Error(ErrorCode::BadValue, "spike raster: a neuron that this layer does not have");

    const auto stride = (neurons.size() + 63) / 64;
    std::vector<std::uint64_t> words;
    words.reserve(stride * static_cast<std::size_t>(trials) * static_cast<std::size_t>(shape.steps));
    for (const auto& record : records)
        for (int sample = 0; sample < record->shape().batch; ++sample)
            for (int step = 0; step < shape.steps; ++step) {
                const auto column = words.size();
                words.resize(column + stride, 0);
                for (std::size_t row = 0; row < neurons.size(); ++row)
                    words[column + row / 64] |= std::uint64_t{record->fired(step, sample, neurons[row])} << (row % 64);
            }
    return {std::move(neurons), shape.steps, trials, std::move(words)};
}

}
