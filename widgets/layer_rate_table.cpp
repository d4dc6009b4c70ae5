#include "widgets/layer_rate_table.h"

#include "widgets/layer_text.h"

#include <QLocale>

namespace spikeclip::widgets {

void LayerRateTable::setTable(const RateTable& table)
{
    beginResetModel();
    m_table = table;
    if (!m_table.layers.isEmpty() && !m_table.unfed.empty()) // the picture's own synapses, as the chart shows them
        m_table.layers.prepend(LayerRate{.name = {}, .rate = 0, .largest = 0, .neurons = 0, .fed = m_table.unfed});
    endResetModel();
}

QVariant LayerRateTable::value(int row, int column) const
{
    const auto& layer = m_table.layers[row];
    const bool isPicture = layer.name.isEmpty();
    switch (column) {
    case Layer:
        return isPicture ? tr("picture") : layer.name;
    case Neurons:
        return isPicture ? QVariant() : layer.neurons;
    case Rate:
        return isPicture ? QVariant() : layer.rate;
    case SessionMean:
        return m_table.sessionPictures > 1 && layer.sessionMean ? QVariant(*layer.sessionMean) : QVariant();
    case Largest:
        return isPicture ? QVariant() : layer.largest;
    case Time:
        return layer.fed.empty() ? QVariant() : totalMs(layer.fed);
    default:
        return {};
    }
}

QString LayerRateTable::text(int row, int column) const
{
    const auto found = value(row, column);
    if (!found.isValid())
        return {};
    switch (column) {
    case Layer:
        return found.toString();
    case Neurons:
        return QLocale().toString(found.toLongLong());
    case Time:
        return timeText(found.toDouble());
    default:
        return rateText(found.toDouble());
    }
}

int LayerRateTable::rows() const
{
    return static_cast<int>(m_table.layers.size());
}

QString LayerRateTable::header(int column) const
{
    switch (column) {
    case Layer:
        return tr("Layer");
    case Neurons:
        return tr("Neurons");
    case Rate:
        return tr("Rate");
    case SessionMean:
        return tr("Session mean");
    case Largest:
        return tr("Largest");
    case Time:
        return tr("ms");
    default:
        return {};
    }
}

QString LayerRateTable::headerTip(int column) const
{
    switch (column) {
    case Layer:
        return tr("Layer of neurons, by its module path");
    case Neurons:
        return tr("Neurons of the layer");
    case Rate:
        return tr("Spikes per neuron and step, up to the step shown");
    case SessionMean:
        return tr("The same as a mean over the pictures of this session");
    case Largest:
        return tr("The largest rate up to any step of this picture");
    case Time:
        return tr("Milliseconds that the synapses fed by these neurons took in this pass");
    default:
        return {};
    }
}

}
