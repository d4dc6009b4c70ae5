#pragma once

#include "core/data/activity.h"
#include "core/data/speed.h"

#include <QAbstractTableModel>

#include <optional>
#include <vector>

namespace spikeclip::widgets {

/// What SpeedChart draws, as rows: the layers of one pass first, then every measured point. Display texts follow the locale; SortRole has
/// the plain numbers.
class SpeedTable : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { What, Rate, Time, Share, Path, Shape, ColumnCount };
    static constexpr int SortRole = Qt::UserRole;

    explicit SpeedTable(QObject* parent = nullptr) : QAbstractTableModel(parent) {}

    void setSpeed(const data::MachineSpeed& speed);
    void setTimes(const std::vector<data::LayerTime>& times);
    void retranslate(); ///< headers and words are asked for again

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    struct Row
    {
        enum class Kind { Layer, Measured, BreakEven };
        Kind kind = Kind::Layer;
        std::string name;                     ///< of a layer
        std::string shape;                    ///< empty: only one way to compute it
        std::optional<data::SynapsePath> path;
        std::optional<double> rate;           ///< of the input; none for a picture, which has no spikes, nor for dense measurements, which take the same at any
        double ms = 0;
        std::optional<double> share;          ///< of the dense time; none without a measurement
    };
    void rebuild();
    QString what(const Row& row) const;
    QString text(const Row& row, int column) const;
    QVariant number(const Row& row, int column) const;

    data::MachineSpeed m_speed;
    std::vector<data::LayerTime> m_times;
    std::vector<Row> m_rows;
};

}
