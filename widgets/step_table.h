#pragma once

#include "widgets/row_table.h"

#include <QVariant>

#include <vector>

namespace spikeclip::widgets {

/// Firing rates of layers or channels at each step, as rows. Display texts follow the locale; SortRole has plain numbers.
class StepTable : public RowTable
{
    Q_OBJECT
public:
    /// What it shows.
    ///
    /// Shape   rates [names, steps]; NaN: nothing there
    struct Rows
    {
        QString title;         ///< of the names: "Layer"
        QVariantList names;    ///< texts or numbers
        QList<qint64> neurons; ///< of each
        int steps = 0;
        std::vector<float> rates; ///< spikes per neuron and step
    };

    using RowTable::RowTable;

    void setRows(const Rows& rows);

private:
    int rows() const override;
    int columns() const override; ///< name, neurons, all steps, their mean
    QVariant value(int row, int column) const override;
    QString text(int row, int column) const override;
    bool isText(int row, int column) const override;
    QString header(int column) const override;
    double rate(int row, int column) const;

    Rows m_rows;
};

}
