#include "widgets/row_view.h"

#include "widgets/paint.h"

#include <QEvent>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QScrollBar>
#include <QToolTip>

#include <algorithm>
#include <cmath>

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
    const int room = extent().height() - headerHeight() - footerHeight();
    return std::clamp(room / std::clamp(rowCount(), 1, rowsThatMayBeAiry), text + leastSpareHeight(), text + spareHeight());
}

QRectF RowView::rowArea() const
{
    return {0.0, double(headerHeight()), double(extent().width()), std::max(0.0, double(extent().height() - headerHeight() - footerHeight()))};
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

int RowView::rowAt(QPointF position) const
{
    const auto area = rowArea();
    const int row = static_cast<int>(position.y() - area.top() + verticalScrollBar()->value()) / rowHeight();
    return position.y() >= area.top() && position.y() < area.bottom() && row < rowCount() ? row : -1;
}

void RowView::scrollTo(int row)
{
    const int top = row * rowHeight();
    const int value = verticalScrollBar()->value();
    const int last = top + rowHeight() - static_cast<int>(rowArea().height());
    verticalScrollBar()->setValue(std::min(std::max(value, last), top));
}

void RowView::paintEvent(QPaintEvent*)
{
    QPainter painter(viewport());
    paintContent(painter, verticalScrollBar()->value());
    paintFocusRing(painter, *this, viewport()->rect());
}

void RowView::paintContent(QPainter& painter, int offset)
{
    const QRect all(QPoint(), extent());
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillRect(all, palette().color(QPalette::Base));
    if (rowCount() == 0) {
        paintPlaceholder(painter, *viewport(), all, absence());
        return;
    }
    painter.setFont(font());
    paintUnderRows(painter);
    painter.setFont(font());
    painter.setClipRect(rowArea());
    const int height = rowHeight();
    for (int row = offset / height; row < rowCount() && row * height - offset < rowArea().height(); ++row)
        paintRow(painter, row, QRectF(0, headerHeight() + row * height - offset, extent().width(), height));
    painter.setClipping(false);
}

void RowView::paintTo(QPaintDevice& device, QSize size)
{
    if (size.isEmpty())
        return;
    const int least = headerHeight() + footerHeight() + std::max(1, rowCount()) * (fontMetrics().height() + leastSpareHeight());
    const double scale = std::min(1.0, double(size.height()) / least);
    QPainter painter(&device);
    painter.scale(scale, scale);
    m_extent = QSize(static_cast<int>(size.width() / scale), static_cast<int>(std::ceil(size.height() / scale)));
    paintContent(painter, 0);
    m_extent = QSize();
}

int RowView::choosableFrom(int row, int by) const
{
    while (row >= 0 && row < rowCount() && !isChoosable(row))
        row += by;
    return row >= 0 && row < rowCount() ? row : -1;
}

void RowView::choose(int row)
{
    if (row < 0)
        return;
    scrollTo(row);
    if (row != chosenRow())
        onChosen(row);
}

void RowView::keyPressEvent(QKeyEvent* event)
{
    const int last = rowCount() - 1;
    const int from = chosenRow();
    const int page = std::max(1, static_cast<int>(rowArea().height()) / rowHeight() - 1);
    if (choosableFrom(0, 1) < 0) {
        QAbstractScrollArea::keyPressEvent(event);
        return;
    }
    switch (event->key()) {
    case Qt::Key_Up:
        choose(from < 0 ? choosableFrom(last, -1) : choosableFrom(from - 1, -1));
        break;
    case Qt::Key_Down:
        choose(choosableFrom(from + 1, 1));
        break;
    case Qt::Key_PageUp:
        choose(choosableFrom(std::max(0, from - page), 1));
        break;
    case Qt::Key_PageDown:
        choose(choosableFrom(std::min(last, from + page), -1));
        break;
    case Qt::Key_Home:
        choose(choosableFrom(0, 1));
        verticalScrollBar()->setValue(0); // with what stands above it
        break;
    case Qt::Key_End:
        choose(choosableFrom(last, -1));
        break;
    default:
        QAbstractScrollArea::keyPressEvent(event);
    }
}

void RowView::mousePressEvent(QMouseEvent* event)
{
    if (const int row = rowAt(event->position()); event->button() == Qt::LeftButton && row >= 0 && isChoosable(row))
        choose(row);
    else
        QAbstractScrollArea::mousePressEvent(event);
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
    QString tip;
    if (help->pos().y() < headerHeight())
        tip = headerTip();
    else if (const int row = rowAt(help->pos()); row >= 0)
        tip = rowTip(row);
    QToolTip::showText(help->globalPos(), tip, viewport()); // an empty one hides
    return true;
}

}
