#pragma once

#include "widgets/row_table.h"
#include "widgets/score_table.h"

namespace spikeclip::widgets {

/// All labels with their scores at one step, best first, whether or not the bars show them all. Display texts follow the locale; SortRole has
/// plain numbers.
class AnswerTable : public RowTable
{
    Q_OBJECT
public:
    enum Column { Label, Cosine, Softmax, UnknownWords, ColumnCount };
    using RowTable::RowTable;

    void setTable(const ScoreTable& table);

private:
    int rows() const override;
    int columns() const override { return ColumnCount; }
    QVariant value(int row, int column) const override;
    QString text(int row, int column) const override;
    bool isText(int, int column) const override { return column == Label || column == UnknownWords; }
    QString header(int column) const override;
    QString headerTip(int column) const override;

    QList<ScoreRow> m_rows;
};

}
