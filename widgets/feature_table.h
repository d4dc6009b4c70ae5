#pragma once

#include "core/data/spike_maps.h"

#include <QAbstractTableModel>

namespace spikeclip::widgets {

/// The feature maps of a layer as rows: one neuron each, map after map. Display texts follow the locale; SortRole has plain numbers.
class FeatureTable : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { Channel, Y, X, Neuron, Spikes, Rate, ColumnCount };
    static constexpr int SortRole = Qt::UserRole; ///< as ViewPanel::SortRole

    explicit FeatureTable(QObject* parent = nullptr) : QAbstractTableModel(parent) {}

    void setMaps(const data::ChannelMaps& maps);
    void retranslate(); ///< headers and numbers are asked for again

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    data::ChannelMaps m_maps;
};

}
