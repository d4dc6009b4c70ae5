#include "widgets/answer_table.h"

#include <QLocale>

namespace spikeclip::widgets {

void AnswerTable::setTable(const ScoreTable& table)
{
    beginResetModel();
    m_rows = table.rows;
    endResetModel();
}

int AnswerTable::rows() const
{
    return static_cast<int>(m_rows.size());
}

QVariant AnswerTable::value(int row, int column) const
{
    switch (column) {
    case Label:
        return m_rows[row].label;
    case Cosine:
        return m_rows[row].cosine;
    case Softmax:
        return m_rows[row].probability;
    default:
        return m_rows[row].unknownWords.join(QLatin1Char(' '));
    }
}

QString AnswerTable::text(int row, int column) const
{
    switch (column) {
    case Cosine:
        return QLocale().toString(m_rows[row].cosine, 'f', 4);
    case Softmax:
        return QLocale().toString(100 * m_rows[row].probability, 'f', 1) + QStringLiteral("\u00a0%");
    default:
        return value(row, column).toString();
    }
}

QString AnswerTable::header(int column) const
{
    switch (column) {
    case Label:
        return tr("Label");
    case Cosine:
        return tr("Cosine");
    case Softmax:
        return tr("Softmax");
    case UnknownWords:
        return tr("Unknown words");
    default:
        return {};
    }
}

QString AnswerTable::headerTip(int column) const
{
    switch (column) {
    case Label:
        return tr("As it was typed");
    case Cosine:
        return tr("Of the picture's vector and the label's, from \u2212" "1 to 1");
    case Softmax:
        return tr("Share among these labels at the scale that is set; no probability of being right");
    case UnknownWords:
        return tr("Words of the label that the model does not know");
    default:
        return {};
    }
}

}
