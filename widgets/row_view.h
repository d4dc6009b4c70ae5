#pragma once

#include <QAbstractScrollArea>

namespace spikeclip::widgets {

/// Painted rows of one height that scroll between a header and a footer. Only the rows in sight are painted, so any number will do.
class RowView : public QAbstractScrollArea
{
    Q_OBJECT
public:
    explicit RowView(QWidget* parent = nullptr);

    /// All rows, not only those in sight, on any device. What does not fit into the size is made smaller as a whole.
    void paintTo(QPaintDevice& device, QSize size);

protected:
    virtual int rowCount() const = 0;
    virtual QString absence() const = 0;       ///< what is said instead of no rows
    virtual QString rowTip(int row) const = 0; ///< empty: none
    virtual QString headerTip() const { return {}; }
    virtual int headerHeight() const { return 0; }
    virtual int footerHeight() const { return 0; }
    virtual int spareHeight() const = 0;                  ///< what a row takes beyond its text when there is room
    virtual int leastSpareHeight() const = 0;             ///< and when there is none
    virtual bool isChoosable(int) const { return false; } ///< by a click, the arrows, Home, End and the page keys
    virtual int chosenRow() const { return -1; }
    virtual void onChosen(int) {}             ///< the reader has chosen another row
    virtual void paintUnderRows(QPainter&) {} ///< also header and footer, which rows never cover
    virtual void paintRow(QPainter& painter, int row, const QRectF& area) = 0;

    QSize extent() const { return m_extent.isValid() ? m_extent : viewport()->size(); } ///< of what is painted: the viewport or a file
    int rowHeight() const;
    int rowAt(QPointF position) const; ///< in the viewport; -1: none
    void scrollTo(int row);            ///< only as far as must be
    QRectF rowArea() const;            ///< between header and footer
    void rowsChanged();                ///< to be called when any of the above says something new

    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    bool viewportEvent(QEvent* event) override;

private:
    void paintContent(QPainter& painter, int offset);
    int choosableFrom(int row, int by) const; ///< that row, or the next one in this direction that can be chosen; -1: none
    void choose(int row);

    QSize m_extent; ///< of a file while it is painted
};

}
