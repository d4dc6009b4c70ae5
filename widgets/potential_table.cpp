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

QVariant PotentialTable::value(int row, int column) const
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

int PotentialTable::rows() const
{
    return static_cast<int>(m_trace.neurons.size()) * m_steps;
}

QString PotentialTable::text(int row, int column) const
{
    const auto plain = value(row, column);
    if (!plain.isValid())
        return {};
    switch (column) {
    case Current:
    case Charged:
    case After:
        return QLocale().toString(plain.toDouble(), 'f', 4);
    case Fired:
        return plain.toInt() == 1 ? tr("yes") : tr("no");
    default:
        return QLocale().toString(plain.toLongLong());
    }
}

QString PotentialTable::header(int column) const
{
    switch (column) {
    case Neuron:
        return tr("Neuron");
    case Channel:
        return tr("Channel");
    case X:
        return tr("x");
    case Y:
        return tr("y");
    case Step:
        return tr("Step");
    case Current:
        return tr("Current");
    case Charged:
        return tr("Charged");
    case After:
        return tr("After");
    case Fired:
        return tr("Fired");
    default:
        return {};
    }
}

QString PotentialTable::headerTip(int column) const
{
    switch (column) {
    case Neuron:
        return tr("Position times channels plus channel");
    case Channel:
        return tr("Channel, from 0");
    case X:
        return tr("Column of its position, from 0 at the left");
    case Y:
        return tr("Row of its position, from 0 at the top");
    case Step:
        return tr("Time step, from 1");
    case Current:
        return tr("X: what its synapses gave it");
    case Charged:
        return tr("H: potential after charging, before any reset");
    case After:
        return tr("V: potential after the reset");
    case Fired:
        return tr("Whether H reached the threshold");
    default:
        return {};
    }
}

}
