#pragma once

#include "core/data/training_curves.h"
#include "widgets/row_table.h"

#include <QString>

#include <memory>
#include <vector>

namespace spikeclip::widgets {

/// A training run by its name, as far as it has come.
struct TrainingRun
{
    QString name;
    std::shared_ptr<const data::TrainingLog> log; ///< never null
};

/// The numbers behind training curves: a row for each entry of the logs that has any, run by run. Display texts follow the locale; SortRole has
/// plain numbers: fractions, degrees, picojoules.
class CurvesTable : public RowTable
{
    Q_OBJECT
public:
    enum Column { Run, Stage, Batch, Epoch, FirstSeries }; ///< batch and epoch of the whole run
    using RowTable::RowTable;

    /// The same runs, grown: rows are added. Anything else: all anew.
    void setRuns(const std::vector<TrainingRun>& runs, data::CurveQuantity quantity);

private:
    /// Entries of one kind of one run.
    struct Block
    {
        enum class Kind { Points, Validations, Healths };
        std::size_t run = 0;
        Kind kind = Kind::Points;
        int rows = 0;
    };
    struct Timelines
    {
        data::RunTimeline batches, epochs;
    };
    int rows() const override { return m_rows; }
    int columns() const override { return FirstSeries + static_cast<int>(m_series.size()); }
    QVariant value(int row, int column) const override;
    QString text(int row, int column) const override;
    bool isText(int, int column) const override { return column == Run || column == Stage; }
    QString header(int column) const override;
    QString headerTip(int column) const override;

    std::vector<Block> blocksOf(const std::vector<TrainingRun>& runs) const;
    bool grewFrom(const std::vector<TrainingRun>& runs, const std::vector<Block>& blocks) const;
    void adopt(const std::vector<TrainingRun>& runs);

    std::vector<TrainingRun> m_runs;
    std::vector<Timelines> m_timelines; ///< of each run
    std::vector<Block> m_blocks;
    std::vector<data::CurveSeries> m_series = data::seriesOf(data::CurveQuantity::Loss);
    data::CurveQuantity m_quantity = data::CurveQuantity::Loss;
    int m_rows = 0;
};

}
