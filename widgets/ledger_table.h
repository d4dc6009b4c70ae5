#pragma once

#include "widgets/ledger_figures.h"

#include <QAbstractTableModel>

#include <vector>

namespace spikeclip::widgets {

/// The ledger that is shown, all of its columns (LedgerColumn), in the order of LedgerView. Display texts follow the locale, tool tips say how a number
/// is made; SortRole has the plain numbers, energies in picojoules.
class LedgerTable : public QAbstractTableModel
{
    Q_OBJECT
public:
    static constexpr int SortRole = Qt::UserRole;

    explicit LedgerTable(QObject* parent = nullptr) : QAbstractTableModel(parent) {}

    void setFigures(const LedgerFigures& figures);
    void retranslate();

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    LedgerFigures m_figures;
    std::vector<int> m_order;
};

}
