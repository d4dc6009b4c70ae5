#pragma once

#include "widgets/plot/trade_off_chart.h"

#include <QAbstractTableModel>

namespace spikeclip::widgets {

/// What TradeOffChart shows, as rows: each T, early exit at the threshold chosen, the ANN twin. Display texts follow the locale; SortRole has plain
/// numbers: energies in picojoules, shares in [0, 1].
class TradeOffTable : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { What, Steps, Energy, Right, Least, Most, Pictures, Leaving, ColumnCount };
    static constexpr int SortRole = Qt::UserRole; ///< as ViewPanel::SortRole

    explicit TradeOffTable(QObject* parent = nullptr) : QAbstractTableModel(parent) {}

    void setView(const TradeOffView& view);
    void retranslate(); ///< headers and numbers are asked for again

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QVariant value(int row, int column) const;

    TradeOffView m_view;
};

}
