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

void HistogramTable::retranslate()
{
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
    if (rowCount() > 0)
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

int HistogramTable::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_statistics.neurons.size());
}

int HistogramTable::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant HistogramTable::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue<Qt::Alignment>((index.column() == Kind ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
    if (role != Qt::DisplayRole && role != SortRole)
        return {};
    const int spikes = index.row();
    const auto neurons = static_cast<qint64>(m_statistics.neurons[static_cast<std::size_t>(spikes)]);
    const auto all = static_cast<qint64>(m_statistics.all());
    const bool plain = role == SortRole;
    switch (index.column()) {
    case Spikes:
        return plain ? QVariant(spikes) : QLocale().toString(spikes);
    case Neurons:
        return plain ? QVariant(neurons) : QLocale().toString(neurons);
    case Share:
        return plain ? QVariant(all > 0 ? double(neurons) / double(all) : 0.0) : shareText(neurons, all);
    case Kind:
        return spikes == 0 ? tr("dead") : data::LayerStatistics::isSaturated(spikes, m_statistics.steps) ? tr("saturated") : QString();
    default:
        return {};
    }
}

QVariant HistogramTable::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return QAbstractTableModel::headerData(section, orientation, role);
    switch (section) {
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
