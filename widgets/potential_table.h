#pragma once

#include "core/data/potential_trace.h"
#include "core/data/spike_record.h"

#include <QAbstractTableModel>

namespace spikeclip::widgets {

/// The numbers of a PotentialTrace, as rows: one neuron and step each, in the trace's order, of all its neurons. Display texts follow the
/// locale; SortRole has plain numbers. Channel and position count from 0, and are empty where the layer's shape is not known.
class PotentialTable : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { Neuron, Channel, X, Y, Step, Current, Charged, After, Fired, ColumnCount };
    static constexpr int SortRole = Qt::UserRole; ///< as ViewPanel::SortRole

    explicit PotentialTable(QObject* parent = nullptr) : QAbstractTableModel(parent) {}

    void setTrace(const data::PotentialTrace& trace, const data::SpikeShape& shape);
    void retranslate(); ///< headers and numbers are asked for again

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QVariant number(int row, int column) const;

    data::PotentialTrace m_trace;
    data::SpikeShape m_shape;
    int m_steps = 0;
};

}
