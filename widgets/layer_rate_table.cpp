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

void LayerRateTable::retranslate()
{
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
    if (rowCount() > 0)
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

int LayerRateTable::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_table.layers.size());
}

int LayerRateTable::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant LayerRateTable::number(const LayerRate& layer, int column) const
{
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

QString LayerRateTable::text(const LayerRate& layer, int column) const
{
    const auto value = number(layer, column);
    if (!value.isValid())
        return {};
    switch (column) {
    case Layer:
        return value.toString();
    case Neurons:
        return QLocale().toString(value.toLongLong());
    case Time:
        return timeText(value.toDouble());
    default:
        return rateText(value.toDouble());
    }
}

QVariant LayerRateTable::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const auto& layer = m_table.layers[index.row()];
    switch (role) {
    case Qt::DisplayRole:
        return text(layer, index.column());
    case SortRole:
        return number(layer, index.column());
    case Qt::ToolTipRole:
        return index.column() == Layer ? text(layer, Layer) : QVariant(); // it may be cut off
    case Qt::TextAlignmentRole:
        return QVariant::fromValue<Qt::Alignment>((index.column() == Layer ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
    default:
        return {};
    }
}

QVariant LayerRateTable::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || (role != Qt::DisplayRole && role != Qt::ToolTipRole))
        return QAbstractTableModel::headerData(section, orientation, role);
    const bool tip = role == Qt::ToolTipRole;
    switch (section) {
    case Layer:
        return tip ? tr("Layer of neurons, by its module path") : tr("Layer");
    case Neurons:
        return tip ? tr("Neurons of the layer") : tr("Neurons");
    case Rate:
        return tip ? tr("Spikes per neuron and step, up to the step shown") : tr("Rate");
    case SessionMean:
        return tip ? tr("The same as a mean over the pictures of this session") : tr("Session mean");
    case Largest:
        return tip ? tr("The largest rate up to any step of this picture") : tr("Largest");
    case Time:
        return tip ? tr("Milliseconds that the synapses fed by these neurons took in this pass") : tr("ms");
    default:
        return {};
    }
}

}
