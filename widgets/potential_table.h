#pragma once

#include "core/data/potential_trace.h"
#include "core/data/spike_record.h"
#include "widgets/row_table.h"

namespace spikeclip::widgets {

/// The numbers of a PotentialTrace, as rows: one neuron and step each, in the trace's order, of all its neurons. Display texts follow the
/// locale; SortRole has plain numbers. Channel and position count from 0, and are empty where the layer's shape is not known.
class PotentialTable : public RowTable
{
    Q_OBJECT
public:
    enum Column { Neuron, Channel, X, Y, Step, Current, Charged, After, Fired, ColumnCount };
    using RowTable::RowTable;

    void setTrace(const data::PotentialTrace& trace, const data::SpikeShape& shape);

private:
    int rows() const override;
    int columns() const override { return ColumnCount; }
    QVariant value(int row, int column) const override;
    QString text(int row, int column) const override;
    bool isText(int, int) const override { return false; }
    QString header(int column) const override;
    QString headerTip(int column) const override;

    data::PotentialTrace m_trace;
    data::SpikeShape m_shape;
    int m_steps = 0;
};

}
