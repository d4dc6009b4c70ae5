#pragma once

#include "core/data/activity.h"
#include "core/data/speed.h"
#include "widgets/row_table.h"

#include <optional>
#include <vector>

namespace spikeclip::widgets {

/// What SpeedChart draws, as rows: the layers of one pass first, then every measured point. Display texts follow the locale; SortRole has
/// the plain numbers.
class SpeedTable : public RowTable
{
    Q_OBJECT
public:
    enum Column { What, Rate, Time, Share, Path, Shape, ColumnCount };
    using RowTable::RowTable;

    void setSpeed(const data::MachineSpeed& speed);
    void setTimes(const std::vector<data::LayerTime>& times);

private:
    int rows() const override;
    int columns() const override { return ColumnCount; }
    QVariant value(int row, int column) const override;
    QString text(int row, int column) const override;
    bool isText(int, int column) const override { return column == What || column == Path || column == Shape; }
    QString tip(int row, int column) const override { return column == What || column == Shape ? text(row, column) : QString(); } ///< may be cut off
    QString header(int column) const override;

    struct Row
    {
        enum class Kind { Layer, Measured, BreakEven };
        Kind kind = Kind::Layer;
        std::string name;  ///< of a layer
        std::string shape; ///< empty: only one way to compute it
        std::optional<data::SynapsePath> path;
        std::optional<double> rate; ///< of the input; none for a picture, which has no spikes, nor for dense measurements, which take the same at any
        double ms = 0;
        std::optional<double> share; ///< of the dense time; none without a measurement
    };
    void rebuild();
    QString what(const Row& row) const;

    data::MachineSpeed m_speed;
    std::vector<data::LayerTime> m_times;
    std::vector<Row> m_rows;
};

}
