#include "core/data/running_activity.h"

#include <algorithm>
#include <bit>

namespace spikeclip::data {

namespace {

bool fitsItsRecord(const LayerActivity& layer)
{
    const auto& shape = layer.spikes->shape();
    return shape.neurons() == layer.neurons && static_cast<std::size_t>(shape.steps) == layer.spikesPerStep.size();
}

bool isSound(const LayerActivity& layer)
{
    return layer.neurons > 0 && !layer.spikesPerStep.empty() && (!layer.spikes || fitsItsRecord(layer));
}

bool isRecorded(const std::vector<LayerActivity>& layers)
{
    return std::ranges::all_of(layers, [](const auto& layer) { return layer.spikes != nullptr; });
}

SpikeShape ofOneSample(SpikeShape shape)
{
    shape.batch = 1;
    return shape;
}

}

const SessionLayer* SessionActivity::find(const std::string& layer) const
{
    const auto found = std::ranges::find(layers, layer, &SessionLayer::name);
    return found == layers.end() ? nullptr : &*found;
}

bool RunningActivity::fits(const std::vector<LayerActivity>& layers) const
{
    if (m_session.layers.empty())
        return true;
    if (layers.size() != m_session.layers.size())
        return false;
    for (std::size_t i = 0; i < layers.size(); ++i) {
        const auto& layer = layers[i];
        const auto& known = m_session.layers[i];
        if (layer.name != known.name || layer.neurons != known.neurons || layer.spikesPerStep.size() != known.meanRateUpTo.size())
            return false;
        if (layer.spikes && !m_shapes.empty() && ofOneSample(layer.spikes->shape()) != m_shapes[i])
            return false;
    }
    return true;
}

bool RunningActivity::add(const std::string& model, const std::string& picture, const std::vector<LayerActivity>& layers)
{
    if (layers.empty() || !std::ranges::all_of(layers, isSound))
        return false;
    if (model != m_model) {
        forget();
        m_model = model;
    }
    if (!fits(layers))
        return false;
    const auto [known, isNew] = m_pictures.try_emplace(picture, false);
    if (isNew)
        addRates(layers);
    const bool takesSpikes = !known->second && isRecorded(layers);
    if (takesSpikes) {
        addSpikes(layers);
        known->second = true;
    }
    return isNew || takesSpikes;
}

void RunningActivity::addRates(const std::vector<LayerActivity>& layers)
{
    if (m_session.layers.empty())
        for (const auto& layer : layers)
            m_session.layers.push_back({.name = layer.name,
                                        .neurons = layer.neurons,
                                        .meanRateUpTo = std::vector<double>(layer.spikesPerStep.size()),
                                        .neverFired = layer.neurons});
    ++m_session.pictures;
    for (std::size_t i = 0; i < layers.size(); ++i) {
        auto& means = m_session.layers[i].meanRateUpTo;
        for (std::size_t t = 0; t < means.size(); ++t)
            means[t] += (layers[i].firingRate(static_cast<int>(t) + 1) - means[t]) / static_cast<double>(m_session.pictures);
    }
}

void RunningActivity::addSpikes(const std::vector<LayerActivity>& layers)
{
    if (m_shapes.empty())
        for (const auto& layer : layers) {
            m_shapes.push_back(ofOneSample(layer.spikes->shape()));
            m_fired.emplace_back(m_shapes.back().wordsPerSample());
        }
    ++m_session.recordedPictures;
    for (std::size_t i = 0; i < layers.size(); ++i) {
        auto& fired = m_fired[i];
        for (int step = 0; step < m_shapes[i].steps; ++step) {
            const auto words = layers[i].spikes->words(step, 0);
            for (std::size_t w = 0; w < fired.size(); ++w)
                fired[w] |= words[w];
        }
        auto& layer = m_session.layers[i];
        layer.neverFired = layer.neurons;
        for (const auto word : fired)
            layer.neverFired -= std::popcount(word);
    }
}

void RunningActivity::forget()
{
    *this = RunningActivity();
}

}
