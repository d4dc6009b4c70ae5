#include "widgets/paint.h"

#include "widgets/theme.h"

#include <QPainter>
#include <QWidget>

namespace spikeclip::widgets {

void paintFocusRing(QPainter& painter, const QWidget& widget) { paintFocusRing(painter, widget, widget.rect()); }

void paintFocusRing(QPainter& painter, const QWidget& widget, const QRectF& area)
{
    if (!widget.hasFocus())
        return;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(widget.palette().color(QPalette::Highlight), 2));
    painter.drawRoundedRect(area.adjusted(1, 1, -1, -1), 4, 4);
    painter.restore();
}

void paintPlaceholder(QPainter& painter, const QWidget& widget, const QRectF& area, const QString& text)
{
    painter.setPen(chartColours(widget.palette()).faint);
    painter.setFont(widget.font());
    painter.drawText(area.adjusted(8, 4, -8, -4), Qt::AlignCenter | Qt::TextWordWrap, text);
}

QFont scaled(const QFont& font, double factor)
{
    auto result = font;
    if (font.pointSizeF() > 0)
        result.setPointSizeF(font.pointSizeF() * factor);
    else
        result.setPixelSize(qMax(1, qRound(font.pixelSize() * factor)));
    return result;
}

}
