#pragma once

#include "widgets/rate_chart.h"
#include "widgets/row_table.h"

namespace spikeclip::widgets {

/// What RateChart draws, as rows: a layer of neurons each, input to output. Display texts follow the locale; SortRole has plain numbers,
/// and nothing where a layer has none.
class LayerRateTable : public RowTable
{
    Q_OBJECT
public:
    enum Column { Layer, Neurons, Rate, SessionMean, Largest, Time, ColumnCount };
    using RowTable::RowTable;

    void setTable(const RateTable& table);

private:
    int rows() const override;
    int columns() const override { return ColumnCount; }
    QVariant value(int row, int column) const override;
    QString text(int row, int column) const override;
    bool isText(int, int column) const override { return column == Layer; }
    QString tip(int row, int column) const override { return column == Layer ? text(row, column) : QString(); } ///< it may be cut off
    QString header(int column) const override;
    QString headerTip(int column) const override;

    RateTable m_table;
};

}
