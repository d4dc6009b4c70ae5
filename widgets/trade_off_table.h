#pragma once

#include "widgets/plot/trade_off_chart.h"
#include "widgets/row_table.h"

namespace spikeclip::widgets {

/// What TradeOffChart shows, as rows: each T, early exit at the threshold chosen, the ANN twin. Display texts follow the locale; SortRole has plain
/// numbers: energies in picojoules, shares in [0, 1].
class TradeOffTable : public RowTable
{
    Q_OBJECT
public:
    enum Column { What, Steps, Energy, Right, Least, Most, Pictures, Leaving, ColumnCount };
    using RowTable::RowTable;

    void setView(const TradeOffView& view);

private:
    int rows() const override;
    int columns() const override { return ColumnCount; }
    QVariant value(int row, int column) const override;
    QString text(int row, int column) const override;
    bool isText(int, int column) const override { return column == What; }
    QString header(int column) const override;
    QString headerTip(int column) const override;

    TradeOffView m_view;
};

}
