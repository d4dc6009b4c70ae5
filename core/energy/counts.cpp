#include "core/energy/counts.h"

#include "core/data/outcome.h"

#include <algorithm>
#include <bit>
#include <string>
#include <vector>

namespace spikeclip::energy {

namespace {

using Words = std::span<const std::uint64_t>;

void checkExtent(const char* name, int extent)
{
    if (extent < 1)
        throw Error(ErrorCode::BadShape, std::string("operation counts: ") + name + " must be at least 1, found " + std::to_string(extent));
}

void checkShape(const data::SpikeShape& shape)
{
    checkExtent("height", shape.height);
    checkExtent("width", shape.width);
    checkExtent("channels", shape.channels);
}

void checkWords(Words words, const data::SpikeShape& shape)
{
    checkShape(shape);
    if (words.size() != shape.wordsPerSample())
        throw Error(ErrorCode::BadShape, "operation counts: wanted " + std::to_string(shape.wordsPerSample()) + " words, found "
                                             + std::to_string(words.size()));
}

std::int64_t countBits(Words words)
{
    std::int64_t bits = 0;
    for (const auto word : words)
        bits += std::popcount(word);
    return bits;
}

Words position(Words words, const data::SpikeShape& shape, int index)
{
    const auto size = static_cast<std::size_t>(shape.wordsPerPosition());
    return words.subspan(static_cast<std::size_t>(index) * size, size);
}

/// How many of the outputs index - 1, index, index + 1 exist.
int reach(int index, int extent)
{
    return std::min(index + 1, extent - 1) - std::max(index - 1, 0) + 1;
}

/// Spikes of each channel, over all positions.
std::vector<std::int64_t> channelCounts(Words words, const data::SpikeShape& shape)
{
    std::vector<std::int64_t> counts(static_cast<std::size_t>(shape.wordsPerPosition()) * 64);
    for (std::size_t at = 0; at < words.size(); ++at) {
        const auto base = at % static_cast<std::size_t>(shape.wordsPerPosition()) * 64;
        for (auto rest = words[at]; rest != 0; rest &= rest - 1)
            ++counts[base + static_cast<std::size_t>(std::countr_zero(rest))];
    }
    return counts;
}

/// Calls `visit(channel)` for each firing channel of one position, ascending.
template <typename Visit>
void eachFiring(Words words, const data::SpikeShape& shape, int index, Visit&& visit)
{
    const auto row = position(words, shape, index);
    for (std::size_t w = 0; w < row.size(); ++w)
        for (auto rest = row[w]; rest != 0; rest &= rest - 1)
            visit(w * 64 + static_cast<std::size_t>(std::countr_zero(rest)));
}

}

std::int64_t denseConv(int kernel, int cin, int cout, int hOut, int wOut)
{
    checkExtent("kernel", kernel);
    checkExtent("input channels", cin);
    checkExtent("output channels", cout);
    checkExtent("height", hOut);
    checkExtent("width", wOut);
    return std::int64_t{kernel} * kernel * cin * cout * hOut * wOut;
}

std::int64_t effectiveConv(Words spikes, const data::SpikeShape& shape, int cout)
{
    checkWords(spikes, shape);
    checkExtent("output channels", cout);
    std::int64_t reached = 0;
    for (int y = 0; y < shape.height; ++y)
        for (int x = 0; x < shape.width; ++x)
            reached += countBits(position(spikes, shape, y * shape.width + x)) * reach(y, shape.height) * reach(x, shape.width);
    return reached * cout;
}

std::int64_t effectiveConvDense(const data::SpikeShape& shape, int cout)
{
    checkShape(shape);
    checkExtent("output channels", cout);
    // The sum of reach() over a line of n positions: three each, less one at either end.
    const auto reached = [](int extent) { return std::int64_t{3} * extent - 2; };
    return reached(shape.height) * reached(shape.width) * shape.channels * cout;
}

std::int64_t effectivePointwise(Words spikes, int cout)
{
    checkExtent("output channels", cout);
    return countBits(spikes) * cout;
}

std::int64_t effectiveQk(Words q, Words k, const data::SpikeShape& shape)
{
    checkWords(q, shape);
    checkWords(k, shape);
    // Summed over all pairs of positions, a channel's coincidences are the product of its spikes in q and in k.
    const auto ofQ = channelCounts(q, shape);
    const auto ofK = channelCounts(k, shape);
    std::int64_t coincidences = 0;
    for (std::size_t channel = 0; channel < ofQ.size(); ++channel)
        coincidences += ofQ[channel] * ofK[channel];
    return coincidences;
}

std::int64_t effectiveAv(Words q, Words k, Words v, const data::SpikeShape& shape, int heads)
{
    for (const auto words : {q, k, v})
        checkWords(words, shape);
    checkExtent("heads", heads);
    if (shape.channels % heads != 0)
        throw Error(ErrorCode::BadShape, "operation counts: " + std::to_string(heads) + " heads do not divide " + std::to_string(shape.channels) + " channels");

    // A[i][j] is not zero if a channel that fires in q at i fires in k at j: the keys that a query meets are the union, over its channels, of the
    // positions where k fires. This visits spikes, not pairs of positions.
    const auto depth = static_cast<std::size_t>(shape.channels / heads);
    const auto positions = static_cast<std::size_t>(shape.positions());
    const auto setWords = (positions + 63) / 64;
    std::vector<std::uint64_t> keysOf(static_cast<std::size_t>(shape.channels) * setWords);    // [channel] set of positions
    std::vector<std::int64_t> values(static_cast<std::size_t>(heads) * positions);             // spikes of v [head, position]
    for (int j = 0; j < shape.positions(); ++j) {
        const auto at = static_cast<std::size_t>(j);
        eachFiring(k, shape, j, [&](std::size_t channel) { keysOf[channel * setWords + at / 64] |= std::uint64_t{1} << (at % 64); });
        eachFiring(v, shape, j, [&](std::size_t channel) { ++values[channel / depth * positions + at]; });
    }

    std::int64_t accumulates = 0;
    std::vector<std::uint64_t> met(setWords);
    const auto gather = [&](std::size_t head) { // and forget the keys met
        for (std::size_t w = 0; w < setWords; ++w)
            for (; met[w] != 0; met[w] &= met[w] - 1)
                accumulates += values[head * positions + w * 64 + static_cast<std::size_t>(std::countr_zero(met[w]))];
    };
    for (int i = 0; i < shape.positions(); ++i) {
        std::size_t head = 0;
        eachFiring(q, shape, i, [&](std::size_t channel) {
            if (channel / depth != head) {
                gather(head);
                head = channel / depth;
            }
            for (std::size_t w = 0; w < setWords; ++w)
                met[w] |= keysOf[channel * setWords + w];
        });
        gather(head);
    }
    return accumulates;
}

}
