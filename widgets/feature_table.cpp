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

void FeatureTable::retranslate()
{
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
    if (rowCount() > 0)
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

int FeatureTable::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_maps.spikes.size());
}

int FeatureTable::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant FeatureTable::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant(Qt::AlignRight | Qt::AlignVCenter);
    if (role != Qt::DisplayRole && role != SortRole)
        return {};
    const auto map = static_cast<std::size_t>(index.row() / m_maps.positions());
    const int position = index.row() % m_maps.positions();
    const int spikes = m_maps.spikesAt(map, position);
    qint64 number = spikes;
    switch (index.column()) {
    case Rate: {
        const double rate = m_maps.steps > 0 ? static_cast<double>(spikes) / m_maps.steps : 0;
        return role == SortRole ? QVariant(rate) : QVariant(rateText(rate));
    }
    case Channel:
        number = m_maps.channels[map];
        break;
    case Y:
        number = position / m_maps.width;
        break;
    case X:
        number = position % m_maps.width;
        break;
    case Neuron:
        number = m_maps.neuron(map, position);
        break;
    default:
        break;
    }
    return role == SortRole ? QVariant(number) : QVariant(QLocale().toString(number));
}

QVariant FeatureTable::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return QAbstractTableModel::headerData(section, orientation, role);
    switch (section) {
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
