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

int StepTable::rows() const
{
    return static_cast<int>(m_rows.names.size());
}

int StepTable::columns() const
{
    return FirstStep + m_rows.steps + 1;
}

bool StepTable::isText(int row, int column) const
{
    return column == Name && m_rows.names[row].typeId() == QMetaType::QString;
}

QVariant StepTable::value(int row, int column) const
{
    if (column == Name)
        return isText(row, column) ? m_rows.names[row] : QVariant(m_rows.names[row].toLongLong());
    if (column == Neurons)
        return m_rows.neurons[row];
    const double found = rate(row, column);
    return std::isnan(found) ? QVariant() : QVariant(found);
}

QString StepTable::text(int row, int column) const
{
    const auto found = value(row, column);
    if (isText(row, column) || !found.isValid())
        return found.toString();
    return column < FirstStep ? QLocale().toString(found.toLongLong()) : rateText(found.toDouble());
}

QString StepTable::header(int column) const
{
    if (column == Name)
        return m_rows.title;
    if (column == Neurons)
        return tr("Neurons");
    return column < FirstStep + m_rows.steps ? tr("Step %1").arg(column - FirstStep + 1) : tr("Mean rate");
}

}
