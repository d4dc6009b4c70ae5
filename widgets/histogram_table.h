#pragma once

#include "core/data/layer_statistics.h"
#include "widgets/row_table.h"

namespace spikeclip::widgets {

/// What RateHistogram draws, as rows: a number of spikes each. Display texts follow the locale; SortRole has plain numbers.
class HistogramTable : public RowTable
{
    Q_OBJECT
public:
    enum Column { Spikes, Neurons, Share, Kind, ColumnCount };
    using RowTable::RowTable;

    void setStatistics(const data::LayerStatistics& statistics);

private:
    int rows() const override;
    int columns() const override { return ColumnCount; }
    QVariant value(int row, int column) const override;
    QString text(int row, int column) const override;
    bool isText(int, int column) const override { return column == Kind; }
    QString header(int column) const override;

    data::LayerStatistics m_statistics;
};

}
