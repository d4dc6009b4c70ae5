#include "widgets/train/confusion_table.h"

#include "widgets/layer_text.h"

#include <QLocale>

namespace spikeclip::widgets {

void ConfusionTable::setMatrices(const data::ConfusionMatrix& before, const data::ConfusionMatrix& after)
{
    beginResetModel();
    m_before = before;
    m_after = after;
    m_cells.clear();
    const int labels = static_cast<int>(after.labels.size());
    for (int label = 0; label < labels; ++label)
        for (int other = 0; other < labels; ++other)
            if (before.at(label, other) > 0 || after.at(label, other) > 0)
                m_cells.push_back({.label = label, .takenFor = other});
    endResetModel();
}

QVariant ConfusionTable::value(int row, int column) const
{
    const auto [label, takenFor] = m_cells[static_cast<std::size_t>(row)];
    const auto before = static_cast<qint64>(m_before.at(label, takenFor));
    const auto after = static_cast<qint64>(m_after.at(label, takenFor));
    switch (column) {
    case Label:
        return QString::fromStdString(m_after.labels[static_cast<std::size_t>(label)]);
    case TakenFor:
        return QString::fromStdString(m_after.labels[static_cast<std::size_t>(takenFor)]);
    case Before:
        return before;
    case After:
        return after;
    case Change:
        return after - before;
    case Share:
        return after == 0 ? 0.0 : static_cast<double>(after) / static_cast<double>(m_after.ofLabel(label));
    default:
        return {};
    }
}

QString ConfusionTable::text(int row, int column) const
{
    const auto found = value(row, column);
    if (isText(row, column))
        return found.toString();
    if (column == Share)
        return percentText(found.toDouble());
    const auto number = QLocale().toString(found.toLongLong());
    return column == Change && found.toLongLong() > 0 ? QLatin1Char('+') + number : number;
}

QString ConfusionTable::header(int column) const
{
    switch (column) {
    case Label:
        return tr("Label");
    case TakenFor:
        return tr("Taken for");
    case Before:
        return tr("Before");
    case After:
        return tr("After");
    case Change:
        return tr("Change");
    case Share:
        return tr("Share after");
    default:
        return {};
    }
}

QString ConfusionTable::headerTip(int column) const
{
    switch (column) {
    case Label:
        return tr("What the pictures show");
    case TakenFor:
        return tr("The label that led");
    case Before:
        return tr("Pictures, judged by the model that the run began with");
    case After:
        return tr("Pictures, judged by the model that the run made");
    case Share:
        return tr("Of all pictures of the label, after the run");
    default:
        return {};
    }
}

}
