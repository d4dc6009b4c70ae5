#pragma once

#include "widgets/plot/break_even_chart.h"

#include <QAbstractTableModel>

namespace spikeclip::widgets {

/// What BreakEvenChart shows, as rows: a T each with the rate on each line, unclipped; then the published region, the layers and their mean, with the
/// rate in a column of its own. Display texts follow the locale; SortRole has plain numbers, rates in [0, 1].
class BreakEvenTable : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { What, Steps, Compute, Memory, Quantised, Rate, ColumnCount };
    static constexpr int SortRole = Qt::UserRole; ///< as ViewPanel::SortRole

    explicit BreakEvenTable(QObject* parent = nullptr) : QAbstractTableModel(parent) {}

    void setView(const BreakEvenView& view);
    void retranslate(); ///< headers and numbers are asked for again

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QVariant value(int row, int column) const;

    BreakEvenView m_view;
};

}
