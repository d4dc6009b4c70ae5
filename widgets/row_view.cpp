#include "widgets/row_view.h"

#include "widgets/paint.h"

#include <QEvent>
#include <QHelpEvent>
#include <QPainter>
#include <QScrollBar>
#include <QToolTip>

#include <algorithm>

namespace spikeclip::widgets {

namespace {
constexpr int rowsThatMayBeAiry = 100;
}

RowView::RowView(QWidget* parent) : QAbstractScrollArea(parent)
{
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::StrongFocus);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
}

int RowView::rowHeight() const
{
    // As airy as there is room for, never so tight that texts touch.
    const int text = fontMetrics().height();
    const int room = viewport()->height() - headerHeight() - footerHeight();
    return std::clamp(room / std::clamp(rowCount(), 1, rowsThatMayBeAiry), text + leastSpareHeight(), text + spareHeight());
}

QRectF RowView::rowArea() const
{
    return {0.0, double(headerHeight()), double(viewport()->width()), std::max(0.0, double(viewport()->height() - headerHeight() - footerHeight()))};
}

void RowView::rowsChanged()
{
    const auto visible = static_cast<int>(rowArea().height());
    const auto content = static_cast<qint64>(rowCount()) * rowHeight();
    verticalScrollBar()->setPageStep(visible);
    verticalScrollBar()->setSingleStep(rowHeight());
    verticalScrollBar()->setRange(0, static_cast<int>(std::max<qint64>(0, content - visible)));
    viewport()->update();
}

void RowView::paintEvent(QPaintEvent*)
{
    QPainter painter(viewport());
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillRect(viewport()->rect(), palette().color(QPalette::Base));
    if (rowCount() == 0) {
        paintPlaceholder(painter, *viewport(), viewport()->rect(), absence());
    } else {
        paintUnderRows(painter);
        painter.setFont(font());
        painter.setClipRect(rowArea());
        const int height = rowHeight();
        const int offset = verticalScrollBar()->value();
        for (int row = offset / height; row < rowCount() && row * height - offset < rowArea().height(); ++row)
            paintRow(painter, row, QRectF(0, headerHeight() + row * height - offset, viewport()->width(), height));
        painter.setClipping(false);
    }
    paintFocusRing(painter, *this, viewport()->rect());
}

void RowView::resizeEvent(QResizeEvent* event)
{
    QAbstractScrollArea::resizeEvent(event);
    rowsChanged();
}

void RowView::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::FontChange)
        rowsChanged();
    viewport()->update();
    QAbstractScrollArea::changeEvent(event);
}

void RowView::focusInEvent(QFocusEvent* event)
{
    QAbstractScrollArea::focusInEvent(event);
    viewport()->update();
}

void RowView::focusOutEvent(QFocusEvent* event)
{
    QAbstractScrollArea::focusOutEvent(event);
    viewport()->update();
}

bool RowView::viewportEvent(QEvent* event)
{
    if (event->type() != QEvent::ToolTip)
        return QAbstractScrollArea::viewportEvent(event);
    const auto* help = static_cast<QHelpEvent*>(event);
    const auto area = rowArea();
    const double y = help->pos().y();
    const int row = static_cast<int>((y - area.top() + verticalScrollBar()->value()) / rowHeight());
    QString tip;
    if (y < area.top())
        tip = headerTip();
    else if (y < area.bottom() && row < rowCount())
        tip = rowTip(row);
    QToolTip::showText(help->globalPos(), tip, viewport()); // an empty one hides
    return true;
}

}
