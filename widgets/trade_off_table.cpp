#include "widgets/trade_off_table.h"

#include "widgets/energy_line.h"

#include <QLocale>

namespace spikeclip::widgets {

void TradeOffTable::setView(const TradeOffView& view)
{
    beginResetModel();
    m_view = view;
    endResetModel();
}

void TradeOffTable::retranslate()
{
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
    if (rowCount() > 0)
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

int TradeOffTable::rowCount(const QModelIndex& parent) const
{
    if (parent.isValid() || m_view.overSteps.empty())
        return 0;
    return static_cast<int>(m_view.overSteps.size()) + (m_view.twin ? 2 : 1);
}

int TradeOffTable::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant TradeOffTable::value(int row, int column) const
{
    const auto steps = static_cast<int>(m_view.overSteps.size());
    const bool isStep = row < steps;
    const bool isExit = row == steps;
    const auto& point = isStep ? m_view.overSteps[static_cast<std::size_t>(row)] : isExit ? m_view.exit.point : *m_view.twin;
    const bool judged = point.accuracy.of > 0;
    switch (column) {
    case What:
        return isStep ? tr("SNN") : isExit ? tr("early exit at %1").arg(QLocale().toString(m_view.exit.threshold, 'f', 2)) : tr("ANN twin");
    case Steps:
        return isStep ? QVariant(static_cast<double>(row + 1)) : isExit ? QVariant(m_view.exit.meanSteps) : QVariant();
    case Energy:
        return point.energyPj;
    case Right:
        return judged ? QVariant(point.accuracy.share()) : QVariant();
    case Least:
        return judged ? QVariant(energy::confidenceInterval(point.accuracy).least) : QVariant();
    case Most:
        return judged ? QVariant(energy::confidenceInterval(point.accuracy).most) : QVariant();
    case Pictures:
        return point.accuracy.of;
    case Leaving:
        return isStep && m_view.exit.point.accuracy.of > 0
                   ? QVariant(static_cast<double>(m_view.exit.leaving[static_cast<std::size_t>(row)]) / m_view.exit.point.accuracy.of)
                   : QVariant();
    default:
        return {};
    }
}

QVariant TradeOffTable::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue<Qt::Alignment>((index.column() == What ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
    if (role != Qt::DisplayRole && role != SortRole)
        return {};
    const auto found = value(index.row(), index.column());
    if (role == SortRole || !found.isValid())
        return found;
    switch (index.column()) {
    case What:
        return found;
    case Steps:
        return QLocale().toString(found.toDouble(), 'f', index.row() < static_cast<int>(m_view.overSteps.size()) ? 0 : 2);
    case Energy:
        return energyText(found.toDouble(), found.toDouble());
    case Pictures:
        return QLocale().toString(found.toInt());
    default:
        return tr("%1 %").arg(QLocale().toString(100 * found.toDouble(), 'f', 1));
    }
}

QVariant TradeOffTable::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || (role != Qt::DisplayRole && role != Qt::ToolTipRole))
        return QAbstractTableModel::headerData(section, orientation, role);
    const bool tip = role == Qt::ToolTipRole;
    switch (section) {
    case What:
        return tip ? tr("Which network, and when its answer is taken") : tr("What");
    case Steps:
        return tip ? tr("Time steps; the mean, where pictures leave at different ones") : tr("T");
    case Energy:
        return tip ? tr("Estimated energy per picture, on average; in files in picojoules") : tr("Estimated energy");
    case Right:
        return tip ? tr("Share of pictures whose own label leads") : tr("Right");
    case Least:
        return tip ? tr("Lower end of its 95 % confidence interval (Wilson)") : tr("From");
    case Most:
        return tip ? tr("Upper end of its 95 % confidence interval (Wilson)") : tr("To");
    case Pictures:
        return tip ? tr("How many pictures that is of") : tr("Pictures");
    case Leaving:
        return tip ? tr("Share of pictures that leave after so many steps, at the threshold chosen") : tr("Leaving");
    default:
        return {};
    }
}

}
