#include "widgets/row_table.h"

namespace spikeclip::widgets {

namespace {

QVariant orNothing(const QString& text)
{
    return text.isEmpty() ? QVariant() : QVariant(text);
}

}

void RowTable::retranslate()
{
    if (columnCount() < 1)
        return;
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, columnCount() - 1);
    if (rowCount() > 0)
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
}

QVariant RowTable::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    switch (role) {
    case Qt::DisplayRole:
        return text(index.row(), index.column());
    case SortRole:
        return value(index.row(), index.column());
    case Qt::ToolTipRole:
        return orNothing(tip(index.row(), index.column()));
    case Qt::TextAlignmentRole:
        return QVariant::fromValue<Qt::Alignment>((isText(index.row(), index.column()) ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
    default:
        return {};
    }
}

QVariant RowTable::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Horizontal && section >= 0 && section < columnCount()) {
        if (role == Qt::DisplayRole)
            return header(section);
        if (role == Qt::ToolTipRole)
            return orNothing(headerTip(section));
    }
    return QAbstractTableModel::headerData(section, orientation, role);
}

}
