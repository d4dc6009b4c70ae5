#pragma once

#include "widgets/plot/break_even_chart.h"
#include "widgets/row_table.h"

namespace spikeclip::widgets {

/// What BreakEvenChart shows, as rows: a T each with the rate on each line, unclipped; then the published region, the layers and their mean, with the
/// rate in a column of its own. Display texts follow the locale; SortRole has plain numbers, rates in [0, 1].
class BreakEvenTable : public RowTable
{
    Q_OBJECT
public:
    enum Column { What, Steps, Compute, Memory, Quantised, Rate, ColumnCount };
    using RowTable::RowTable;

    void setView(const BreakEvenView& view);

private:
    int rows() const override;
    int columns() const override { return ColumnCount; }
    QVariant value(int row, int column) const override;
    QString text(int row, int column) const override;
    bool isText(int, int column) const override { return column == What; }
    QString header(int column) const override;
    QString headerTip(int column) const override;

    BreakEvenView m_view;
};

}
