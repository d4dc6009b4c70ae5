#pragma once

#include "core/data/comparison.h"
#include "widgets/row_table.h"

#include <QStringList>

namespace spikeclip::widgets {

/// The answers of the spiking network and its twin, a row for each label, best first by the spiking network. Display texts follow the locale;
/// SortRole has plain numbers. The third model's column is there while there is one.
class CompareTable : public RowTable
{
    Q_OBJECT
public:
    enum Column { Label, Snn, Twin, Difference, SnnSoftmax, TwinSoftmax, Third };
    using RowTable::RowTable;

    void setComparison(const data::Comparison& comparison, const QStringList& labels, const QString& third); ///< `labels` in the order asked

private:
    int rows() const override;
    int columns() const override { return m_third.isEmpty() ? Third : Third + 1; }
    QVariant value(int row, int column) const override;
    QString text(int row, int column) const override;
    bool isText(int, int column) const override { return column == Label; }
    QString tip(int row, int column) const override { return column == Label ? text(row, column) : QString(); } ///< it may be cut off
    QString header(int column) const override;
    QString headerTip(int column) const override;

    data::Comparison m_comparison;
    QStringList m_labels;
    QString m_third; ///< its name; empty: there is none
};

}
