#pragma once

#include <QColor>
#include <QList>
#include <QPalette>
#include <QPointF>

class QPainter;

namespace spikeclip::widgets {

/// How one of a few things of equal rank is drawn. Colour, dashes and mark differ together, so nobody needs the colour to tell them apart.
///
/// Source  Okabe and Ito, "Color universal design", 2008; darkened or lightened where the palette's Base asks for it, to 3 : 1 at least
struct CategoryStyle
{
    enum class Mark { Disc, Square, Triangle, Diamond, TriangleDown, Star, TriangleLeft, Cross };
    QColor colour;
    QList<qreal> dashes; ///< as QPen's, in widths of the line; empty: solid
    Mark mark = Mark::Disc;
};

inline constexpr int categoryCount = 8;

/// Of the categories 0 to `categoryCount` - 1.
CategoryStyle categoryStyle(int category, const QPalette& palette);

/// The category's mark with the painter's pen and brush.
void paintMark(QPainter& painter, CategoryStyle::Mark mark, QPointF centre, double size);

}
