#pragma once

#include "core/data/spike_maps.h"
#include "widgets/row_table.h"

namespace spikeclip::widgets {

/// The feature maps of a layer as rows: one neuron each, map after map. Display texts follow the locale; SortRole has plain numbers.
class FeatureTable : public RowTable
{
    Q_OBJECT
public:
    enum Column { Channel, Y, X, Neuron, Spikes, Rate, ColumnCount };
    using RowTable::RowTable;

    void setMaps(const data::ChannelMaps& maps);

private:
    int rows() const override;
    int columns() const override { return ColumnCount; }
    QVariant value(int row, int column) const override;
    QString text(int row, int column) const override;
    bool isText(int, int) const override { return false; }
    QString header(int column) const override;

    data::ChannelMaps m_maps;
};

}
