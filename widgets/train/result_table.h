#pragma once

#include "core/data/training.h"
#include "widgets/row_table.h"

#include <memory>

namespace spikeclip::widgets {

/// What a run has changed: accuracy after each T with its 95 % intervals, firing rate, energy. Display texts follow the locale; SortRole has plain
/// numbers: fractions, spikes per neuron and step, picojoules.
class ResultTable : public RowTable
{
    Q_OBJECT
public:
    enum Column { What, Before, After, Change, BeforeFrom, BeforeTo, AfterFrom, AfterTo, Pictures, ColumnCount };
    using RowTable::RowTable;

    void setSummary(const std::shared_ptr<const data::RunSummary>& summary); ///< null: nothing

private:
    int rows() const override { return m_steps == 0 ? 0 : m_steps + 2; } ///< and rate and energy
    int columns() const override { return ColumnCount; }
    QVariant value(int row, int column) const override;
    QString text(int row, int column) const override;
    bool isText(int, int column) const override { return column == What; }
    QString header(int column) const override;
    QString headerTip(int column) const override;

    std::shared_ptr<const data::RunSummary> m_summary;
    int m_steps = 0;
    int m_judged = 0;
};

}
