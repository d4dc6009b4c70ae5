#pragma once

#include "core/data/layer_statistics.h"

#include <QAbstractTableModel>

namespace spikeclip::widgets {

/// What RateHistogram draws, as rows: a number of spikes each. Display texts follow the locale; SortRole has plain numbers.
class HistogramTable : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { Spikes, Neurons, Share, Kind, ColumnCount };
    static constexpr int SortRole = Qt::UserRole; ///< as ViewPanel::SortRole

    explicit HistogramTable(QObject* parent = nullptr) : QAbstractTableModel(parent) {}

    void setStatistics(const data::LayerStatistics& statistics);
    void retranslate(); ///< headers and numbers are asked for again

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    data::LayerStatistics m_statistics;
};

}
