#include "widgets/potential_table.h"

#include <QLocale>

namespace spikeclip::widgets {

void PotentialTable::setTrace(const data::PotentialTrace& trace, const data::SpikeShape& shape)
{
    beginResetModel();
    m_trace = trace;
    m_shape = shape;
    m_steps = trace.neurons.empty() ? 0 : static_cast<int>(trace.neurons.front().charged.size()); // all traces come from one run
    endResetModel();
}

void PotentialTable::retranslate()
{
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
    if (rowCount() > 0)
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

int PotentialTable::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_trace.neurons.size()) * m_steps;
}

int PotentialTable::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant PotentialTable::number(int row, int column) const
{
    const auto& trace = m_trace.neurons[static_cast<std::size_t>(row / m_steps)];
    const auto step = static_cast<std::size_t>(row % m_steps);
    const bool placed = m_shape.channels > 0;
    const auto position = placed ? static_cast<qint64>(trace.neuron / m_shape.channels) : 0;
    switch (column) {
    case Neuron:
        return static_cast<qint64>(trace.neuron);
    case Channel:
        return placed ? QVariant(static_cast<qint64>(trace.neuron % m_shape.channels)) : QVariant();
    case X:
        return placed ? QVariant(position % m_shape.width) : QVariant();
    case Y:
        return placed ? QVariant(position / m_shape.width) : QVariant();
    case Step:
        return static_cast<qint64>(step + 1);
    case Current:
        return static_cast<double>(trace.current[step]);
    case Charged:
        return static_cast<double>(trace.charged[step]);
    case After:
        return static_cast<double>(trace.after[step]);
    case Fired:
        return static_cast<qint64>(trace.fired[step] ? 1 : 0);
    default:
        return {};
    }
}

QVariant PotentialTable::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue<Qt::Alignment>(Qt::AlignRight | Qt::AlignVCenter);
    if (role != Qt::DisplayRole && role != SortRole)
        return {};
    const auto value = number(index.row(), index.column());
    if (role == SortRole || !value.isValid())
        return value;
    switch (index.column()) {
    case Current:
    case Charged:
    case After:
        return QLocale().toString(value.toDouble(), 'f', 4);
    case Fired:
        return value.toInt() == 1 ? tr("yes") : tr("no");
    default:
        return QLocale().toString(value.toLongLong());
    }
}

QVariant PotentialTable::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || (role != Qt::DisplayRole && role != Qt::ToolTipRole))
        return QAbstractTableModel::headerData(section, orientation, role);
    const bool tip = role == Qt::ToolTipRole;
    switch (section) {
    case Neuron:
        return tip ? tr("Position times channels plus channel") : tr("Neuron");
    case Channel:
        return tip ? tr("Channel, from 0") : tr("Channel");
    case X:
        return tip ? tr("Column of its position, from 0 at the left") : tr("x");
    case Y:
        return tip ? tr("Row of its position, from 0 at the top") : tr("y");
    case Step:
        return tip ? tr("Time step, from 1") : tr("Step");
    case Current:
        return tip ? tr("X: what its synapses gave it") : tr("Current");
    case Charged:
        return tip ? tr("H: potential after charging, before any reset") : tr("Charged");
    case After:
        return tip ? tr("V: potential after the reset") : tr("After");
    case Fired:
        return tip ? tr("Whether H reached the threshold") : tr("Fired");
    default:
        return {};
    }
}

}
