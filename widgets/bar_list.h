#pragma once

#include "widgets/score_table.h"

#include <QAbstractScrollArea>

namespace spikeclip::widgets {

/// Horizontal bars, largest on top: label, bar, cosine, softmax. Only the rows in sight are painted, so any number will do.
class BarList : public QAbstractScrollArea
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
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    bool viewportEvent(QEvent* event) override;

private:
    struct Columns
    {
        double labelEnd, barStart, barEnd, cosineEnd, softmaxEnd; ///< x
        double lowest; ///< cosine at barStart, at most 0
    };
    Columns columns() const;
    int rowHeight() const;
    int headerHeight() const;
    void updateScrollBar();
    void paintHeader(QPainter& painter, const Columns& columns) const;
    void paintRow(QPainter& painter, const Columns& columns, int row, double top) const;

    ScoreTable m_table;
    int m_limit = 5;
};

}
