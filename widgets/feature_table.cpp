#include "widgets/feature_table.h"

#include "widgets/layer_text.h"

#include <QLocale>

namespace spikeclip::widgets {

void FeatureTable::setMaps(const data::ChannelMaps& maps)
{
    beginResetModel();
    m_maps = maps;
    endResetModel();
}

int FeatureTable::rows() const
{
    return static_cast<int>(m_maps.spikes.size());
}

QVariant FeatureTable::value(int row, int column) const
{
    const auto map = static_cast<std::size_t>(row / m_maps.positions());
    const int position = row % m_maps.positions();
    const int spikes = m_maps.spikesAt(map, position);
    switch (column) {
    case Channel:
        return static_cast<qint64>(m_maps.channels[map]);
    case Y:
        return static_cast<qint64>(position / m_maps.width);
    case X:
        return static_cast<qint64>(position % m_maps.width);
    case Neuron:
        return static_cast<qint64>(m_maps.neuron(map, position));
    case Rate:
        return m_maps.steps > 0 ? static_cast<double>(spikes) / m_maps.steps : 0.0;
    default:
        return static_cast<qint64>(spikes);
    }
}

QString FeatureTable::text(int row, int column) const
{
    const auto plain = value(row, column);
    return column == Rate ? rateText(plain.toDouble()) : QLocale().toString(plain.toLongLong());
}

QString FeatureTable::header(int column) const
{
    switch (column) {
    case Channel:
        return tr("Channel");
    case Y:
        return tr("y", "place on a map, from the top");
    case X:
        return tr("x", "place on a map, from the left");
    case Neuron:
        return tr("Neuron");
    case Spikes:
        return tr("Spikes");
    case Rate:
        return tr("Rate");
    default:
        return {};
    }
}

}
