#pragma once

#include "core/data/class_results.h"
#include "widgets/row_table.h"

#include <QStringList>

#include <vector>

namespace spikeclip::widgets {

/// Each label before and after a run. Display texts follow the locale; SortRole has plain numbers: fractions.
class ClassTable : public RowTable
{
    Q_OBJECT
public:
    enum Column { Label, Pictures, RecallBefore, RecallAfter, Change, Precision, ConfusedWith, Confusions, ColumnCount };
    using RowTable::RowTable;

    void setResults(const std::vector<data::ClassResult>& results, const QStringList& labels);

private:
    int rows() const override { return static_cast<int>(m_results.size()); }
    int columns() const override { return ColumnCount; }
    QVariant value(int row, int column) const override;
    QString text(int row, int column) const override;
    bool isText(int, int column) const override { return column == Label || column == ConfusedWith; }
    QString tip(int row, int column) const override { return isText(row, column) ? text(row, column) : QString(); } ///< it may be cut off
    QString header(int column) const override;
    QString headerTip(int column) const override;

    std::vector<data::ClassResult> m_results;
    QStringList m_labels;
};

}
