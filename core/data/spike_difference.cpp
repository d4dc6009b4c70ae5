#include "core/data/spike_difference.h"

#include "core/data/outcome.h"

#include <bit>

namespace spikeclip::data {

SpikeDifference differenceOf(const SpikeRecord& first, const SpikeRecord& second)
{
    const auto& shape = first.shape();
    auto other = second.shape();
    other.batch = shape.batch;
    if (shape != other)
        throw Error(ErrorCode::BadShape, "spike difference: layers of different shapes");

    SpikeDifference difference{.steps = shape.steps, .compared = shape.neurons()};
    std::vector<std::uint64_t> differs(shape.wordsPerSample());
    for (int step = 0; step < shape.steps; ++step) {
        const auto before = first.words(step, 0);
        const auto after = second.words(step, 0);
        for (std::size_t i = 0; i < differs.size(); ++i) {
            difference.stay += std::popcount(before[i] & after[i]);
            difference.vanish += std::popcount(before[i] & ~after[i]);
            difference.appear += std::popcount(after[i] & ~before[i]);
            differs[i] |= before[i] ^ after[i];
        }
    }

    const auto stride = static_cast<std::size_t>(shape.wordsPerPosition());
    for (std::size_t i = 0; i < differs.size(); ++i)
        for (auto word = differs[i]; word != 0; word &= word - 1) {
            const auto channel = i % stride * 64 + static_cast<std::size_t>(std::countr_zero(word));
            difference.neurons.push_back(static_cast<std::int64_t>(i / stride) * shape.channels + static_cast<std::int64_t>(channel));
        }
    difference.changes.reserve(difference.neurons.size() * static_cast<std::size_t>(shape.steps));
    for (const auto neuron : difference.neurons)
        for (int step = 0; step < shape.steps; ++step) {
            const int bits = int{first.fired(step, 0, neuron)} + 2 * int{second.fired(step, 0, neuron)};
            difference.changes.push_back(static_cast<SpikeChange>(bits));
            difference.stayShown += difference.changes.back() == SpikeChange::Stays;
        }
    return difference;
}

}
