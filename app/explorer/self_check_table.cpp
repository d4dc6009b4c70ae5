#include "app/explorer/self_check_table.h"

#include <QLocale>

#include <algorithm>
#include <cmath>

namespace spikeclip::explorer {

namespace {

bool isJudged(const Deviation& deviation)
{
    return std::isfinite(deviation.tolerance);
}

/// Three digits, any size: deviations span twenty orders.
QString scientific(double value)
{
    return value == 0 ? QLocale().toString(0) : QLocale().toString(value, 'e', 2);
}

}

void SelfCheckTable::setReport(const SelfCheckReport& report)
{
    beginResetModel();
    m_report = report;
    endResetModel();
}

void SelfCheckTable::retranslate()
{
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
    if (rowCount() > 0)
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

int SelfCheckTable::judged() const
{
    return static_cast<int>(std::ranges::count_if(m_report.deviations, isJudged));
}

int SelfCheckTable::within() const
{
    return static_cast<int>(std::ranges::count_if(m_report.deviations, [](const Deviation& row) { return isJudged(row) && row.within; }));
}

int SelfCheckTable::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_report.deviations.size());
}

int SelfCheckTable::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString SelfCheckTable::text(const Deviation& deviation, int column) const
{
    switch (column) {
    case Path:
        return QString::fromStdString(deviation.path);
    case Quantity:
        return QString::fromStdString(deviation.quantity);
    case Largest:
        return scientific(deviation.largest);
    case Allowed:
        return isJudged(deviation) ? scientific(deviation.tolerance) : QString();
    case Verdict:
        return !isJudged(deviation) ? tr("not judged") : deviation.within ? tr("within") : tr("OUTSIDE");
    default:
        return {};
    }
}

QVariant SelfCheckTable::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const auto& deviation = m_report.deviations[static_cast<std::size_t>(index.row())];
    const bool isNumber = index.column() == Largest || index.column() == Allowed;
    switch (role) {
    case Qt::DisplayRole:
        return text(deviation, index.column());
    case Qt::TextAlignmentRole:
        return QVariant::fromValue<Qt::Alignment>((isNumber ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    case SortRole:
        if (index.column() == Largest)
            return deviation.largest;
        if (index.column() == Allowed)
            return isJudged(deviation) ? QVariant(deviation.tolerance) : QVariant();
        return text(deviation, index.column());
    default:
        return {};
    }
}

QVariant SelfCheckTable::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return QAbstractTableModel::headerData(section, orientation, role);
    switch (section) {
    case Path:
        return tr("Computed by");
    case Quantity:
        return tr("Quantity");
    case Largest:
        return tr("Largest deviation");
    case Allowed:
        return tr("Allowed");
    case Verdict:
        return tr("Verdict");
    default:
        return {};
    }
}

}
