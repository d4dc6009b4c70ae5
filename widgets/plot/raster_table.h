#pragma once

#include "core/data/spike_raster.h"
#include "widgets/row_table.h"

namespace spikeclip::widgets {

/// What SpikeRaster draws, as rows: one neuron each, in the raster's order. Display texts follow the locale; SortRole has plain numbers.
class RasterTable : public RowTable
{
    Q_OBJECT
public:
    enum Column { Row, Neuron, Spikes, Rate, ColumnCount };
    using RowTable::RowTable;

    void setRaster(const data::SpikeRaster& raster);

private:
    int rows() const override;
    int columns() const override { return ColumnCount; }
    QVariant value(int row, int column) const override;
    QString text(int row, int column) const override;
    bool isText(int, int) const override { return false; }
    QString header(int column) const override;

    data::SpikeRaster m_raster;
};

}
