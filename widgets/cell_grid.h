#pragma once

#include <QListView>

namespace spikeclip::widgets {

/// Cells side by side that fill the width: as many in a line as fit, all alike. What lies in a cell is the delegate's business.
class CellGrid : public QListView
{
    Q_OBJECT
public:
    explicit CellGrid(int leastCell, QWidget* parent = nullptr); ///< logical pixels across

protected:
    virtual int cellHeight(int cell) const = 0; ///< of a cell of that width, logical pixels
    virtual void retranslate() = 0;

    void fitCells(); ///< called once at the end of a constructor, and by itself from then on
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    int m_leastCell;
};

}
