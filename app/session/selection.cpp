#include "app/session/selection.h"

namespace spikeclip::session {

void Selection::setLayer(const QString& layer)
{
    if (layer == m_layer)
        return;
    m_layer = layer;
    const bool hadChannel = m_channel != -1, hadNeurons = !m_neurons.empty();
    m_channel = -1; // before anybody is told: nobody sees a neuron of the old layer in the new one
    m_neurons.clear();
    Q_EMIT layerChanged(m_layer);
    if (hadChannel)
        Q_EMIT channelChanged(m_channel);
    if (hadNeurons)
        Q_EMIT neuronsChanged(m_neurons);
}

void Selection::setChannel(int channel)
{
    if (channel == m_channel)
        return;
    m_channel = channel;
    Q_EMIT channelChanged(m_channel);
}

void Selection::setNeurons(const std::vector<std::int64_t>& neurons)
{
    if (neurons == m_neurons)
        return;
    m_neurons = neurons;
    Q_EMIT neuronsChanged(m_neurons);
}

void Selection::setStep(int step)
{
    if (step == m_step)
        return;
    m_step = step;
    Q_EMIT stepChanged(m_step);
}

}
