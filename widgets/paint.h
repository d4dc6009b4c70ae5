#pragma once

#include <QFont>
#include <QRectF>

class QPainter;
class QWidget;

namespace spikeclip::widgets {

/// The keyboard focus of a painted widget: drawn inside its edge, only while it has the focus.
void paintFocusRing(QPainter& painter, const QWidget& widget);
void paintFocusRing(QPainter& painter, const QWidget& widget, const QRectF& area);

/// A sentence in the middle of a view that has nothing to show.
void paintPlaceholder(QPainter& painter, const QWidget& widget, const QRectF& area, const QString& text);

/// `font` scaled, for captions and headlines.
QFont scaled(const QFont& font, double factor);

}
