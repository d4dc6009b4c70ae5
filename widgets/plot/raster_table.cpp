#include "widgets/plot/raster_table.h"

#include "widgets/layer_text.h"

#include <QLocale>

namespace spikeclip::widgets {

void RasterTable::setRaster(const data::SpikeRaster& raster)
{
    beginResetModel();
    m_raster = raster;
    endResetModel();
}

void RasterTable::retranslate()
{
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
    if (rowCount() > 0)
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

int RasterTable::rowCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : m_raster.rows(); }

int RasterTable::columnCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : ColumnCount; }

QVariant RasterTable::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant(Qt::AlignRight | Qt::AlignVCenter);
    if (role != Qt::DisplayRole && role != SortRole)
        return {};
    const int row = index.row();
    const auto spikes = static_cast<qint64>(m_raster.spikesOfRows({row, row + 1}));
    qint64 number = row;
    switch (index.column()) {
    case Rate: {
        const double rate = m_raster.columns() > 0 ? static_cast<double>(spikes) / m_raster.columns() : 0;
        return role == SortRole ? QVariant(rate) : QVariant(rateText(rate));
    }
    case Neuron:
        number = static_cast<qint64>(m_raster.neurons()[static_cast<std::size_t>(row)]);
        break;
    case Spikes:
        number = spikes;
        break;
    default:
        break;
    }
    return role == SortRole ? QVariant(number) : QVariant(QLocale().toString(number));
}

QVariant RasterTable::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return QAbstractTableModel::headerData(section, orientation, role);
    switch (section) {
    case Row:
        return tr("Row");
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
