#pragma once

#include "widgets/row_view.h"
#include "widgets/score_table.h"

namespace spikeclip::widgets {

/// Horizontal bars, largest on top: label, bar, cosine, softmax.
class BarList : public RowView
{
    Q_OBJECT
public:
    explicit BarList(QWidget* parent = nullptr);

    void setTable(const ScoreTable& table);
    void setRowLimit(int rows); ///< 0: no limit
    int shownRows() const;
    QString rowText(int row) const; ///< "cat: cosine 0.312, softmax 64.2 %"

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    int rowCount() const override { return shownRows(); }
    QString absence() const override;
    QString rowTip(int row) const override;
    int headerHeight() const override;
    int spareHeight() const override { return 34; }
    int leastSpareHeight() const override { return 4; }
    void paintUnderRows(QPainter& painter) override;
    void paintRow(QPainter& painter, int row, const QRectF& area) override;

private:
    struct Columns
    {
        double labelEnd, barStart, barEnd, cosineEnd, softmaxEnd; ///< x
        double lowest; ///< cosine at barStart, at most 0
    };
    Columns columns() const;

    ScoreTable m_table;
    int m_limit = 5;
    Columns m_places{}; ///< of the rows being painted
};

}
