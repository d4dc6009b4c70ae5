#include "widgets/cell_grid.h"

#include <QEvent>
#include <QScrollBar>

#include <algorithm>

namespace spikeclip::widgets {

CellGrid::CellGrid(int leastCell, QWidget* parent) : QListView(parent), m_leastCell(leastCell)
{
    setViewMode(QListView::IconMode);
    setMovement(QListView::Static);
    setResizeMode(QListView::Adjust);
    setUniformItemSizes(true);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setTabKeyNavigation(false); // Tab leads on to the next widget
    setMouseTracking(true);
    setDragEnabled(false);
}

/// With room for the scroll bar whether it is there or not: else the two would depend on each other.
void CellGrid::fitCells()
{
    const int room = width() - 2 * frameWidth() - style()->pixelMetric(QStyle::PM_ScrollBarExtent) - 2;
    const int columns = std::max(1, room / m_leastCell);
    const int cell = std::max(m_leastCell, room / columns);
    const QSize size(cell, cellHeight(cell));
    if (size == gridSize())
        return;
    setGridSize(size);
    verticalScrollBar()->setSingleStep(size.height() / 3);
}

void CellGrid::resizeEvent(QResizeEvent* event)
{
    fitCells();
    QListView::resizeEvent(event);
}

void CellGrid::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        fitCells();
    else if (event->type() == QEvent::LanguageChange)
        retranslate();
    QListView::changeEvent(event);
}

}
