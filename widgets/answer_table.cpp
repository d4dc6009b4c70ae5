#include "widgets/answer_table.h"

#include <QLocale>

namespace spikeclip::widgets {

namespace {

QVariant plain(const ScoreRow& row, int column)
{
    switch (column) {
    case AnswerTable::Label:
        return row.label;
    case AnswerTable::Cosine:
        return row.cosine;
    case AnswerTable::Softmax:
        return row.probability;
    default:
        return row.unknownWords.join(QLatin1Char(' '));
    }
}

QString shown(const ScoreRow& row, int column)
{
    switch (column) {
    case AnswerTable::Cosine:
        return QLocale().toString(row.cosine, 'f', 4);
    case AnswerTable::Softmax:
        return QLocale().toString(100 * row.probability, 'f', 1) + QStringLiteral("\u00a0%");
    default:
        return plain(row, column).toString();
    }
}

}

void AnswerTable::setTable(const ScoreTable& table)
{
    beginResetModel();
    m_rows = table.rows;
    endResetModel();
}

void AnswerTable::retranslate()
{
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
    if (rowCount() > 0)
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

int AnswerTable::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int AnswerTable::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant AnswerTable::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const auto& row = m_rows[index.row()];
    switch (role) {
    case Qt::DisplayRole:
        return shown(row, index.column());
    case SortRole:
        return plain(row, index.column());
    case Qt::TextAlignmentRole: {
        const bool number = index.column() == Cosine || index.column() == Softmax;
        return QVariant::fromValue<Qt::Alignment>((number ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    }
    default:
        return {};
    }
}

QVariant AnswerTable::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || (role != Qt::DisplayRole && role != Qt::ToolTipRole))
        return QAbstractTableModel::headerData(section, orientation, role);
    const bool tip = role == Qt::ToolTipRole;
    switch (section) {
    case Label:
        return tip ? tr("As it was typed") : tr("Label");
    case Cosine:
        return tip ? tr("Of the picture's vector and the label's, from \u2212" "1 to 1") : tr("Cosine");
    case Softmax:
        return tip ? tr("Share among these labels at the scale that is set; no probability of being right") : tr("Softmax");
    case UnknownWords:
        return tip ? tr("Words of the label that the model does not know") : tr("Unknown words");
    default:
        return {};
    }
}

}
