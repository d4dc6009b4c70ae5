#pragma once

#include "core/data/spike_raster.h"

#include <QAbstractTableModel>

namespace spikeclip::widgets {

/// What SpikeRaster draws, as rows: one neuron each, in the raster's order. Display texts follow the locale; SortRole has plain numbers.
class RasterTable : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { Row, Neuron, Spikes, Rate, ColumnCount };
    static constexpr int SortRole = Qt::UserRole; ///< as ViewPanel::SortRole

    explicit RasterTable(QObject* parent = nullptr) : QAbstractTableModel(parent) {}

    void setRaster(const data::SpikeRaster& raster);
    void retranslate(); ///< headers and numbers are asked for again

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    data::SpikeRaster m_raster;
};

}
