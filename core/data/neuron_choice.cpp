#include "core/data/neuron_choice.h"

#include "core/data/outcome.h"

#include <algorithm>
#include <numeric>

namespace spikeclip::data {

namespace {

std::vector<int> spikesPerNeuron(const SpikeRecord& record)
{
    std::vector<int> counts(static_cast<std::size_t>(record.shape().neurons()));
    for (int step = 0; step < record.shape().steps; ++step)
        for (std::size_t neuron = 0; neuron < counts.size(); ++neuron)
            counts[neuron] += record.fired(step, 0, static_cast<std::int64_t>(neuron));
    return counts;
}

}

std::vector<std::int64_t> chooseNeurons(const SpikeRecord& record, const NeuronChoice& choice)
{
    if (choice.by != NeuronChoice::By::All && choice.most < 1)
        throw Error(ErrorCode::BadValue, "a choice of neurons needs at least one");
    const auto all = record.shape().neurons();
    const auto wanted = choice.by == NeuronChoice::By::All ? all : std::min<std::int64_t>(all, choice.most);
    std::vector<std::int64_t> neurons(static_cast<std::size_t>(all));
    std::iota(neurons.begin(), neurons.end(), std::int64_t{0});
    const auto counts = spikesPerNeuron(record);
    const auto busier = [&](std::int64_t a, std::int64_t b) { return counts[static_cast<std::size_t>(a)] > counts[static_cast<std::size_t>(b)]; };
    if (choice.by == NeuronChoice::By::EvenlySpaced) {
        for (std::int64_t i = 0; i < wanted; ++i)
            neurons[static_cast<std::size_t>(i)] = i * all / wanted;
    } else if (choice.by == NeuronChoice::By::HighestRate) {
        std::ranges::stable_sort(neurons, busier);
    }
    neurons.resize(static_cast<std::size_t>(wanted));
    if (choice.sortByRate)
        std::ranges::stable_sort(neurons, busier);
    else
        std::ranges::sort(neurons);
    return neurons;
}

}
