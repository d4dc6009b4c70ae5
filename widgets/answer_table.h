#pragma once

#include "widgets/score_table.h"

#include <QAbstractTableModel>

namespace spikeclip::widgets {

/// All labels with their scores at one step, best first, whether or not the bars show them all. Display texts follow the locale; SortRole has
/// plain numbers.
class AnswerTable : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { Label, Cosine, Softmax, UnknownWords, ColumnCount };
    static constexpr int SortRole = Qt::UserRole; ///< as ViewPanel::SortRole

    explicit AnswerTable(QObject* parent = nullptr) : QAbstractTableModel(parent) {}

    void setTable(const ScoreTable& table);
    void retranslate(); ///< headers and numbers are asked for again

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QList<ScoreRow> m_rows;
};

}
