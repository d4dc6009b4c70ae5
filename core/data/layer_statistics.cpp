#include "core/data/layer_statistics.h"

#include "core/data/outcome.h"

#include <array>
#include <bit>
#include <cstddef>
#include <numeric>
#include <string>

namespace spikeclip::data {

namespace {

/// 64 counters side by side: bit n of `planes[p]` is bit p of counter n.
struct Counters
{
    std::array<std::uint64_t, 32> planes{};

    void add(std::uint64_t ones)
    {
        for (std::size_t p = 0; ones != 0; ++p) {
            const auto carry = planes[p] & ones;
            planes[p] ^= ones;
            ones = carry;
        }
    }

    /// Adds to `bins[value]` how many of the counters in `mask` hold each value whose bits from `plane` upwards are those of `value`.
    void sortInto(std::vector<std::int64_t>& bins, std::uint64_t mask, int plane, std::size_t value) const
    {
        if (mask == 0)
            return;
        if (plane == 0) {
            bins[value] += std::popcount(mask);
            return;
        }
        const auto set = planes[static_cast<std::size_t>(plane) - 1];
        sortInto(bins, mask & set, plane - 1, 2 * value + 1);
        sortInto(bins, mask & ~set, plane - 1, 2 * value);
    }
};

}

std::int64_t LayerStatistics::all() const
{
    return std::accumulate(neurons.begin(), neurons.end(), std::int64_t{0});
}

std::int64_t LayerStatistics::dead() const
{
    return neurons.empty() ? 0 : neurons.front();
}

std::int64_t LayerStatistics::saturated() const
{
    std::int64_t sum = 0;
    for (std::size_t k = 0; k < neurons.size(); ++k)
        if (isSaturated(static_cast<int>(k), steps))
            sum += neurons[k];
    return sum;
}

std::int64_t LayerStatistics::spikes() const
{
    std::int64_t sum = 0;
    for (std::size_t k = 0; k < neurons.size(); ++k)
        sum += static_cast<std::int64_t>(k) * neurons[k];
    return sum;
}

double LayerStatistics::firingRate() const
{
    const auto chances = static_cast<double>(all()) * steps;
    return chances > 0 ? static_cast<double>(spikes()) / chances : 0;
}

LayerStatistics statisticsOf(const SpikeRecord& record, int steps)
{
    const auto& shape = record.shape();
    if (steps < 1 || steps > shape.steps)
        throw Error(ErrorCode::BadValue, "statistics of " + std::to_string(steps) + " steps, but there are " + std::to_string(shape.steps));
    LayerStatistics statistics{.steps = steps, .neurons = std::vector<std::int64_t>(static_cast<std::size_t>(steps) + 1)};
    std::vector<std::span<const std::uint64_t>> words;
    for (int step = 0; step < steps; ++step)
        words.push_back(record.words(step, 0));
    const int planes = std::bit_width(static_cast<unsigned>(steps));
    for (std::size_t i = 0; i < shape.wordsPerSample(); ++i) {
        Counters counters;
        std::uint64_t fired = 0;
        for (const auto& ofStep : words) {
            counters.add(ofStep[i]);
            fired |= ofStep[i];
        }
        counters.sortInto(statistics.neurons, fired, planes, 0); // silent neurons follow below, so that padding counts nowhere
    }
    statistics.neurons.front() = shape.neurons() - statistics.all();
    return statistics;
}

}
