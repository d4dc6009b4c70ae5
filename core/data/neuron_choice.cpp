#include "core/data/neuron_choice.h"

#include "core/data/outcome.h"

#include <algorithm>
#include <bit>
#include <charconv>
#include <numeric>

namespace spikeclip::data {

namespace {

using Neurons = std::vector<std::int64_t>;

Neurons firstNeurons(std::int64_t count)
{
    Neurons neurons(static_cast<std::size_t>(count));
    std::iota(neurons.begin(), neurons.end(), std::int64_t{0});
    return neurons;
}

/// The layer's shape, without the batch, in which records may differ.
SpikeShape commonShape(std::span<const SpikeRecordPtr> records)
{
    const auto shapeOf = [](const SpikeRecordPtr& record) {
        if (!record)
            throw Error(ErrorCode::BadShape, "a choice of neurons needs spikes");
        auto shape = record->shape();
        shape.batch = 1;
        return shape;
    };
    if (records.empty())
        throw Error(ErrorCode::BadShape, "a choice of neurons needs spikes");
    const auto shape = shapeOf(records.front());
    if (!std::ranges::all_of(records, [&](const SpikeRecordPtr& record) { return shapeOf(record) == shape; }))
        throw Error(ErrorCode::BadShape, "records of different layers");
    return shape;
}

std::vector<int> spikesPerNeuron(std::span<const SpikeRecordPtr> records, const SpikeShape& shape)
{
    std::vector<int> counts(static_cast<std::size_t>(shape.neurons()));
    const auto perPosition = static_cast<std::size_t>(shape.wordsPerPosition());
    const auto channels = static_cast<std::size_t>(shape.channels);
    const auto add = [&](std::span<const std::uint64_t> words) {
        for (std::size_t i = 0; i < words.size(); ++i) {
            const auto first = i / perPosition * channels + i % perPosition * 64; // neuron of the word's lowest bit
            for (auto rest = words[i]; rest != 0; rest &= rest - 1)
                ++counts[first + static_cast<std::size_t>(std::countr_zero(rest))];
        }
    };
    for (const auto& record : records)
        for (int step = 0; step < shape.steps; ++step)
            for (int sample = 0; sample < record->shape().batch; ++sample)
                add(record->words(step, sample));
    return counts;
}

/// Channels [first, first + count) at every position.
Neurons channelRange(const SpikeShape& shape, int first, int count)
{
    Neurons neurons;
    neurons.reserve(static_cast<std::size_t>(shape.positions()) * static_cast<std::size_t>(count));
    for (std::int64_t position = 0; position < shape.positions(); ++position)
        for (int channel = first; channel < first + count; ++channel)
            neurons.push_back(position * shape.channels + channel);
    return neurons;
}

Neurons namedNeurons(Neurons neurons, std::int64_t all)
{
    std::ranges::sort(neurons);
    const auto repeated = std::ranges::unique(neurons);
    neurons.erase(repeated.begin(), repeated.end());
    if (!neurons.empty() && (neurons.front() < 0 || neurons.back() >= all))
        throw Error(ErrorCode::BadValue, "a neuron that the layer does not have");
    return neurons;
}

std::string_view trimmed(std::string_view text)
{
    constexpr std::string_view spaces = " \t\r\n";
    const auto first = text.find_first_not_of(spaces);
    return first == std::string_view::npos ? std::string_view() : text.substr(first, text.find_last_not_of(spaces) - first + 1);
}

std::int64_t parseNeuron(std::string_view text, std::int64_t neurons)
{
    text = trimmed(text);
    std::int64_t value = -1;
    const auto end = text.data() + text.size();
    if (const auto [rest, error] = std::from_chars(text.data(), end, value); error != std::errc() || rest != end || value < 0 || value >= neurons)
        throw Error(ErrorCode::BadValue, std::string(text));
    return value;
}

}

std::vector<std::int64_t> chooseNeurons(std::span<const SpikeRecordPtr> records, const NeuronChoice& choice)
{
    const auto shape = commonShape(records);
    const auto all = shape.neurons();
    const auto counts = spikesPerNeuron(records, shape);
    const auto busier = [&](std::int64_t a, std::int64_t b) { return counts[static_cast<std::size_t>(a)] > counts[static_cast<std::size_t>(b)]; };
    const auto check = [](bool fits, const char* what) {
        if (!fits)
            throw Error(ErrorCode::BadValue, what);
    };

    Neurons neurons;
    switch (choice.by) {
    case NeuronChoice::By::All:
        neurons = firstNeurons(all);
        break;
    case NeuronChoice::By::EvenlySpaced: {
        check(choice.most > 0, "a choice of neurons needs at least one");
        const auto wanted = std::min<std::int64_t>(all, choice.most);
        neurons = firstNeurons(wanted);
        for (auto& neuron : neurons)
            neuron = neuron * all / wanted;
        break;
    }
    case NeuronChoice::By::HighestRate:
        check(choice.most > 0, "a choice of neurons needs at least one");
        neurons = firstNeurons(all);
        std::ranges::stable_sort(neurons, busier);
        neurons.resize(static_cast<std::size_t>(std::min<std::int64_t>(all, choice.most)));
        break;
    case NeuronChoice::By::Channel:
        check(choice.number >= 0 && choice.number < shape.channels, "a channel that the layer does not have");
        neurons = channelRange(shape, choice.number, 1);
        break;
    case NeuronChoice::By::Head: {
        check(choice.heads > 0 && shape.channels % choice.heads == 0, "heads that do not part the layer's channels evenly");
        check(choice.number >= 0 && choice.number < choice.heads, "a head that the layer does not have");
        const int width = shape.channels / choice.heads;
        neurons = channelRange(shape, choice.number * width, width);
        break;
    }
    case NeuronChoice::By::Hand:
        neurons = namedNeurons(choice.neurons, all);
        break;
    }
    if (choice.sortByRate)
        std::ranges::stable_sort(neurons, busier);
    else
        std::ranges::sort(neurons);
    return neurons;
}

std::vector<std::int64_t> parseNeurons(std::string_view text, std::int64_t neurons)
{
    Neurons named;
    while (!trimmed(text).empty()) {
        const auto comma = text.find(',');
        const auto part = trimmed(text.substr(0, comma));
        text = comma == std::string_view::npos ? std::string_view() : text.substr(comma + 1);
        const auto dash = part.find('-');
        const auto first = parseNeuron(part.substr(0, dash), neurons);
        const auto last = dash == std::string_view::npos ? first : parseNeuron(part.substr(dash + 1), neurons);
        if (last < first)
            throw Error(ErrorCode::BadValue, std::string(part));
        for (auto neuron = first; neuron <= last; ++neuron)
            named.push_back(neuron);
    }
    return namedNeurons(std::move(named), neurons);
}

std::string neuronsText(std::span<const std::int64_t> neurons)
{
    std::string text;
    for (std::size_t first = 0; first < neurons.size();) {
        auto last = first;
        while (last + 1 < neurons.size() && neurons[last + 1] == neurons[last] + 1)
            ++last;
        text += (text.empty() ? "" : ", ") + std::to_string(neurons[first]);
        if (last > first)
            text += (last == first + 1 ? ", " : "-") + std::to_string(neurons[last]);
        first = last + 1;
    }
    return text;
}

}
