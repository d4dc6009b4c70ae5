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

/// The channels [first, first + count) of every position, moved to the start of words of their own.
std::vector<std::uint64_t> channelRange(Words words, const data::SpikeShape& shape, int first, int count)
{
    const int wordsOut = (count + 63) / 64;
    const auto shift = static_cast<unsigned>(first % 64);
    std::vector<std::uint64_t> range;
    range.reserve(static_cast<std::size_t>(shape.positions()) * static_cast<std::size_t>(wordsOut));
    for (int p = 0; p < shape.positions(); ++p) {
        const auto row = position(words, shape, p);
        for (int w = 0; w < wordsOut; ++w) {
            const auto from = static_cast<std::size_t>(first / 64 + w);
            std::uint64_t bits = row[from] >> shift;
            if (shift != 0 && from + 1 < row.size())
                bits |= row[from + 1] << (64 - shift);
            const int left = count - 64 * w;
            range.push_back(left < 64 ? bits & ((std::uint64_t{1} << left) - 1) : bits);
        }
    }
    return range;
}

bool meet(Words a, Words b)
{
    for (std::size_t w = 0; w < a.size(); ++w)
        if (a[w] & b[w])
            return true;
    return false;
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

    const int depth = shape.channels / heads;
    data::SpikeShape head = shape;
    head.channels = depth;
    std::int64_t accumulates = 0;
    for (int h = 0; h < heads; ++h) {
        const auto headQ = channelRange(q, shape, h * depth, depth);
        const auto headK = channelRange(k, shape, h * depth, depth);
        const auto headV = channelRange(v, shape, h * depth, depth);
        for (int j = 0; j < shape.positions(); ++j) {
            const auto value = countBits(position(headV, head, j));
            if (value == 0)
                continue;
            const auto key = position(headK, head, j);
            std::int64_t nonZero = 0; // queries i with A[i][j] > 0
            for (int i = 0; i < shape.positions(); ++i)
                nonZero += meet(position(headQ, head, i), key);
            accumulates += nonZero * value;
        }
    }
    return accumulates;
}

}
