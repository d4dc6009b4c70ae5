#pragma once

#include "core/data/network_health.h"
#include "core/data/training_curves.h"
#include "widgets/row_table.h"

#include <memory>

namespace spikeclip::widgets {

/// Every layer at every judgement of a run, the newest first. Display texts follow the locale; SortRole has plain numbers: shares in [0, 1].
class HealthTable : public RowTable
{
    Q_OBJECT
public:
    enum Column { Layer, Batch, Epoch, Rate, Dead, Saturated, ColumnCount };
    using RowTable::RowTable;

    void setLog(const std::shared_ptr<const data::TrainingLog>& log); ///< null: nothing

private:
    struct Place
    {
        int point = 0;
        int layer = 0;
    };
    int rows() const override { return static_cast<int>(m_places.size()); }
    int columns() const override { return ColumnCount; }
    QVariant value(int row, int column) const override;
    QString text(int row, int column) const override;
    bool isText(int, int column) const override { return column == Layer; }
    QString header(int column) const override;
    QString headerTip(int column) const override;

    std::shared_ptr<const data::TrainingLog> m_log;
    data::RunTimeline m_batches, m_epochs;
    std::vector<Place> m_places;
};

}
