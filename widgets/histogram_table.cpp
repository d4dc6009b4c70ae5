#include "widgets/histogram_table.h"

#include "widgets/rate_histogram.h"

#include <QLocale>

namespace spikeclip::widgets {

void HistogramTable::setStatistics(const data::LayerStatistics& statistics)
{
    beginResetModel();
    m_statistics = statistics;
    endResetModel();
}

int HistogramTable::rows() const
{
    return static_cast<int>(m_statistics.neurons.size());
}

QVariant HistogramTable::value(int spikes, int column) const
{
    const auto neurons = static_cast<qint64>(m_statistics.neurons[static_cast<std::size_t>(spikes)]);
    const auto all = static_cast<qint64>(m_statistics.all());
    switch (column) {
    case Spikes:
        return spikes;
    case Neurons:
        return neurons;
    case Share:
        return all > 0 ? double(neurons) / double(all) : 0.0;
    case Kind:
        return spikes == 0 ? tr("dead") : data::LayerStatistics::isSaturated(spikes, m_statistics.steps) ? tr("saturated") : QString();
    default:
        return {};
    }
}

QString HistogramTable::text(int spikes, int column) const
{
    const auto plain = value(spikes, column);
    if (column == Share)
        return shareText(static_cast<qint64>(m_statistics.neurons[static_cast<std::size_t>(spikes)]), static_cast<qint64>(m_statistics.all()));
    return column == Kind ? plain.toString() : QLocale().toString(plain.toLongLong());
}

QString HistogramTable::header(int column) const
{
    switch (column) {
    case Spikes:
        return tr("Spikes");
    case Neurons:
        return tr("Neurons");
    case Share:
        return tr("Share");
    case Kind:
        return tr("Kind");
    default:
        return {};
    }
}

}
