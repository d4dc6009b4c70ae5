#pragma once

#include "core/data/training.h"
#include "widgets/row_table.h"

#include <memory>
#include <vector>

namespace spikeclip::widgets {

/// The cells of both confusion matrices that hold pictures. Display texts follow the locale; SortRole has plain numbers.
class ConfusionTable : public RowTable
{
    Q_OBJECT
public:
    enum Column { Label, TakenFor, Before, After, Change, Share, ColumnCount };
    using RowTable::RowTable;

    void setMatrices(const data::ConfusionMatrix& before, const data::ConfusionMatrix& after); ///< of the same labels

private:
    struct Cell
    {
        int label = 0;
        int takenFor = 0;
    };
    int rows() const override { return static_cast<int>(m_cells.size()); }
    int columns() const override { return ColumnCount; }
    QVariant value(int row, int column) const override;
    QString text(int row, int column) const override;
    bool isText(int, int column) const override { return column == Label || column == TakenFor; }
    QString tip(int row, int column) const override { return isText(row, column) ? text(row, column) : QString(); } ///< it may be cut off
    QString header(int column) const override;
    QString headerTip(int column) const override;

    data::ConfusionMatrix m_before, m_after;
    std::vector<Cell> m_cells;
};

}
