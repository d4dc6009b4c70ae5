#include "widgets/step_table.h"

#include "widgets/layer_text.h"

#include <QLocale>

#include <cmath>

namespace spikeclip::widgets {

namespace {

enum Column { Name, Neurons, FirstStep };

}

void StepTable::setRows(const Rows& rows)
{
    beginResetModel();
    m_rows = rows;
    endResetModel();
}

int StepTable::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.names.size());
}

int StepTable::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : FirstStep + m_rows.steps + 1;
}

double StepTable::rate(int row, int column) const
{
    const auto first = m_rows.rates.begin() + std::ptrdiff_t{row} * m_rows.steps;
    if (const int step = column - FirstStep; step < m_rows.steps)
        return static_cast<double>(first[step]);
    double sum = 0;
    int count = 0;
    for (auto rate = first; rate != first + m_rows.steps; ++rate)
        if (!std::isnan(*rate)) {
            sum += static_cast<double>(*rate);
            ++count;
        }
    return sum / count;
}

QVariant StepTable::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const auto& name = m_rows.names[index.row()];
    const bool isText = index.column() == Name && name.typeId() == QMetaType::QString;
    if (role == Qt::TextAlignmentRole)
        return QVariant((isText ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
    if (role != Qt::DisplayRole && role != SortRole)
        return {};
    if (isText)
        return name;
    if (index.column() < FirstStep) {
        const qint64 number = index.column() == Name ? name.toLongLong() : m_rows.neurons[index.row()];
        return role == SortRole ? QVariant(number) : QVariant(QLocale().toString(number));
    }
    const double value = rate(index.row(), index.column());
    if (std::isnan(value))
        return {};
    return role == SortRole ? QVariant(value) : QVariant(rateText(value));
}

QVariant StepTable::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return QAbstractTableModel::headerData(section, orientation, role);
    if (section == Name)
        return m_rows.title;
    if (section == Neurons)
        return tr("Neurons");
    return section < FirstStep + m_rows.steps ? tr("Step %1").arg(section - FirstStep + 1) : tr("Mean rate");
}

}
