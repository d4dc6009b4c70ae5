#include "widgets/break_even_table.h"

#include <QLocale>

namespace spikeclip::widgets {

namespace {

constexpr int regionRows = 2; // its lower and its upper end

QVariant numberOr(const std::optional<double>& rate)
{
    return rate ? QVariant(*rate) : QVariant();
}

}

void BreakEvenTable::setView(const BreakEvenView& view)
{
    beginResetModel();
    m_view = view;
    endResetModel();
}

void BreakEvenTable::retranslate()
{
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
    if (rowCount() > 0)
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

int BreakEvenTable::rowCount(const QModelIndex& parent) const
{
    if (parent.isValid() || m_view.lines.empty())
        return 0;
    return static_cast<int>(m_view.lines.size()) + regionRows + (m_view.dots.empty() ? 0 : static_cast<int>(m_view.dots.size()) + 1);
}

int BreakEvenTable::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant BreakEvenTable::value(int row, int column) const
{
    const auto lines = static_cast<int>(m_view.lines.size());
    if (row < lines) {
        const auto& at = m_view.lines[static_cast<std::size_t>(row)];
        switch (column) {
        case What:
            return tr("break-even");
        case Steps:
            return at.steps;
        case Compute:
            return at.compute;
        case Memory:
            return numberOr(at.memory);
        case Quantised:
            return numberOr(at.quantised);
        default:
            return {};
        }
    }
    if (row < lines + regionRows) {
        const bool upper = row > lines;
        switch (column) {
        case What:
            return tr("published, against a quantised network (arXiv 2409.08290)");
        case Steps:
            return upper ? energy::publishedRegion.mostSteps : energy::publishedRegion.leastSteps;
        case Rate:
            return upper ? energy::publishedRegion.mostRate : energy::publishedRegion.leastRate;
        default:
            return {};
        }
    }
    const auto dot = static_cast<std::size_t>(row - lines - regionRows);
    const bool isMean = dot == m_view.dots.size();
    switch (column) {
    case What:
        return isMean ? tr("mean of all neurons") : m_view.dots[dot].layer;
    case Steps:
        return m_view.step;
    case Rate:
        return isMean ? m_view.mean : m_view.dots[dot].rate;
    default:
        return {};
    }
}

QVariant BreakEvenTable::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const bool isText = index.column() == What;
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue<Qt::Alignment>((isText ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
    if (role != Qt::DisplayRole && role != SortRole)
        return {};
    const auto found = value(index.row(), index.column());
    if (role == SortRole || isText || !found.isValid())
        return found;
    return index.column() == Steps ? QLocale().toString(found.toInt()) : rateTextOf(found.toDouble());
}

QVariant BreakEvenTable::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || (role != Qt::DisplayRole && role != Qt::ToolTipRole))
        return QAbstractTableModel::headerData(section, orientation, role);
    const bool tip = role == Qt::ToolTipRole;
    switch (section) {
    case What:
        return tip ? tr("A line\u2019s rate at one T, or a layer of neurons") : tr("What");
    case Steps:
        return tip ? tr("Time steps") : tr("T");
    case Compute:
        return tip ? tr("Rate at which both are estimated to cost the same, operations alone") : tr("Compute only");
    case Memory:
        return tip ? tr("Likewise with memory traffic; below 0 the SNN loses at any rate") : tr("With memory");
    case Quantised:
        return tip ? tr("With memory traffic, against the twin with log\u2082(T + 1) bits, rounded up") : tr("Quantised twin");
    case Rate:
        return tip ? tr("Spikes per neuron and step") : tr("Firing rate");
    default:
        return {};
    }
}

}
