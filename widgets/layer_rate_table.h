#pragma once

#include "widgets/rate_chart.h"

#include <QAbstractTableModel>

namespace spikeclip::widgets {

/// What RateChart draws, as rows: a layer of neurons each, input to output. Display texts follow the locale; SortRole has plain numbers,
/// and nothing where a layer has none.
class LayerRateTable : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { Layer, Neurons, Rate, SessionMean, Largest, Time, ColumnCount };
    static constexpr int SortRole = Qt::UserRole; ///< as ViewPanel::SortRole

    explicit LayerRateTable(QObject* parent = nullptr) : QAbstractTableModel(parent) {}

    void setTable(const RateTable& table);
    void retranslate(); ///< headers and numbers are asked for again

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QVariant number(const LayerRate& layer, int column) const;
    QString text(const LayerRate& layer, int column) const;

    RateTable m_table;
};

}
