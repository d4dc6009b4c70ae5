#include "widgets/ledger_table.h"

#include "widgets/ledger_text.h"
#include "widgets/theme.h"

#include <QGuiApplication>

namespace spikeclip::widgets {

namespace {

bool isText(LedgerColumn column)
{
    return column == LedgerColumn::Group || column == LedgerColumn::Name || column == LedgerColumn::Part || column == LedgerColumn::Kind;
}

/// There is more room than in LedgerView.
QString headerText(LedgerColumn column)
{
    switch (column) {
    case LedgerColumn::Energy:
        return LedgerTable::tr("Estimated energy");
    case LedgerColumn::MemoryEnergy:
        return LedgerTable::tr("Estimated memory energy");
    case LedgerColumn::Rate:
        return LedgerTable::tr("Input rate");
    default:
        return ledgerHeader(column);
    }
}

}

void LedgerTable::setFigures(const LedgerFigures& figures)
{
    beginResetModel();
    m_figures = figures;
    m_order = shownOrder(figures.ledger());
    endResetModel();
}

void LedgerTable::retranslate()
{
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, ledgerColumnCount - 1);
    if (!m_order.empty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ledgerColumnCount - 1));
}

int LedgerTable::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_order.size());
}

int LedgerTable::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ledgerColumnCount;
}

QVariant LedgerTable::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const auto& row = m_figures.ledger().rows[static_cast<std::size_t>(m_order[static_cast<std::size_t>(index.row())])];
    const auto column = static_cast<LedgerColumn>(index.column());
    switch (role) {
    case Qt::DisplayRole:
        return ledgerCell(m_figures, row, column);
    case Qt::ToolTipRole:
        return wrappedTip(ledgerTip(m_figures, row, column));
    case Qt::TextAlignmentRole:
        return QVariant::fromValue<Qt::Alignment>((isText(column) ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
    case Qt::ForegroundRole:
        return row.charged ? QVariant() : chartColours(QGuiApplication::palette()).faint;
    case SortRole:
        return ledgerNumber(m_figures, row, column);
    default:
        return {};
    }
}

QVariant LedgerTable::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= ledgerColumnCount)
        return QAbstractTableModel::headerData(section, orientation, role);
    const auto column = static_cast<LedgerColumn>(section);
    switch (role) {
    case Qt::DisplayRole:
        return headerText(column);
    case Qt::ToolTipRole:
        return ledgerHeaderTip(column);
    default:
        return QAbstractTableModel::headerData(section, orientation, role);
    }
}

}
