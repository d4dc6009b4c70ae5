#pragma once

#include <QAbstractScrollArea>

namespace spikeclip::widgets {

/// Painted rows of one height that scroll between a header and a footer. Only the rows in sight are painted, so any number will do.
class RowView : public QAbstractScrollArea
{
    Q_OBJECT
public:
    explicit RowView(QWidget* parent = nullptr);

protected:
    virtual int rowCount() const = 0;
    virtual QString absence() const = 0;            ///< what is said instead of no rows
    virtual QString rowTip(int row) const = 0;      ///< empty: none
    virtual QString headerTip() const { return {}; }
    virtual int headerHeight() const { return 0; }
    virtual int footerHeight() const { return 0; }
    virtual int spareHeight() const = 0;            ///< what a row takes beyond its text when there is room
    virtual int leastSpareHeight() const = 0;       ///< and when there is none
    virtual void paintUnderRows(QPainter&) {}       ///< also header and footer, which rows never cover
    virtual void paintRow(QPainter& painter, int row, const QRectF& area) = 0;

    int rowHeight() const;
    QRectF rowArea() const; ///< between header and footer
    void rowsChanged();     ///< to be called when any of the above says something new

    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    bool viewportEvent(QEvent* event) override;
};

}
