#include "widgets/plot/category_style.h"

#include "widgets/theme.h"

#include <QPainter>
#include <QPolygonF>

#include <array>
#include <cmath>
#include <numbers>

namespace spikeclip::widgets {

namespace {

/// Corners at equal angles from the top, at these radii in turn.
QPolygonF corners(QPointF centre, int count, double radius, double innerRadius)
{
    QPolygonF polygon;
    for (int i = 0; i < count; ++i) {
        const double angle = 2 * std::numbers::pi * i / count;
        const double r = i % 2 == 0 ? radius : innerRadius;
        polygon << centre + QPointF(r * std::sin(angle), -r * std::cos(angle));
    }
    return polygon;
}

}

CategoryStyle categoryStyle(int category, const QPalette& palette)
{
    using Mark = CategoryStyle::Mark;
    const bool dark = isDark(palette);
    const auto colours = chartColours(palette);
    switch (category) {
    case 0: // blue
        return {.colour = dark ? QColor(0x3f, 0x94, 0xdb) : QColor(0x00, 0x72, 0xb2), .dashes = {}, .mark = Mark::Disc};
    case 1: // vermilion
        return {.colour = dark ? QColor(0xf0, 0x76, 0x2b) : QColor(0xd5, 0x5e, 0x00), .dashes = {6, 3}, .mark = Mark::Square};
    case 2: // bluish green
        return {.colour = colours.event, .dashes = {1.5, 2}, .mark = Mark::Triangle};
    case 3: // reddish purple
        return {.colour = colours.dense, .dashes = {7, 2.5, 1.5, 2.5}, .mark = Mark::Diamond};
    case 4: // black
        return {.colour = palette.color(QPalette::Text), .dashes = {12, 3}, .mark = Mark::TriangleDown};
    case 5: // orange
        return {.colour = dark ? QColor(0xe6, 0x9f, 0x00) : QColor(0xb0, 0x79, 0x00), .dashes = {3, 1.5}, .mark = Mark::Star};
    case 6: // sky blue
        return {.colour = dark ? QColor(0x8c, 0xd3, 0xf8) : QColor(0x2b, 0x92, 0xcb), .dashes = {8, 2, 1.5, 2, 1.5, 2}, .mark = Mark::TriangleLeft};
    default: // yellow
        return {.colour = dark ? QColor(0xf0, 0xe4, 0x42) : QColor(0x8a, 0x80, 0x00), .dashes = {12, 2, 4, 2}, .mark = Mark::Cross};
    }
}

void paintMark(QPainter& painter, CategoryStyle::Mark mark, QPointF centre, double size)
{
    using Mark = CategoryStyle::Mark;
    const double r = size / 2;
    const double side = 0.88 * r; // of about the disc's area
    switch (mark) {
    case Mark::Disc:
        painter.drawEllipse(centre, r, r);
        break;
    case Mark::Square:
        painter.drawRect(QRectF(centre.x() - side, centre.y() - side, 2 * side, 2 * side));
        break;
    case Mark::Triangle:
        painter.drawPolygon(corners(centre, 3, 1.2 * r, 1.2 * r));
        break;
    case Mark::Diamond:
        painter.drawPolygon(corners(centre, 4, 1.2 * r, 1.2 * r));
        break;
    case Mark::TriangleDown:
        painter.drawPolygon(QPolygonF{centre + QPointF(-1.1 * r, -0.7 * r), centre + QPointF(1.1 * r, -0.7 * r), centre + QPointF(0, 1.2 * r)});
        break;
    case Mark::Star:
        painter.drawPolygon(corners(centre, 10, 1.4 * r, 0.6 * r));
        break;
    case Mark::TriangleLeft:
        painter.drawPolygon(QPolygonF{centre + QPointF(0.7 * r, -1.1 * r), centre + QPointF(0.7 * r, 1.1 * r), centre + QPointF(-1.2 * r, 0)});
        break;
    case Mark::Cross: {
        const double a = 0.4 * r; // half an arm's width
        const double b = 1.15 * r;
        painter.drawPolygon(QPolygonF{centre + QPointF(-a, -b), centre + QPointF(a, -b), centre + QPointF(a, -a), centre + QPointF(b, -a),
                                      centre + QPointF(b, a), centre + QPointF(a, a), centre + QPointF(a, b), centre + QPointF(-a, b),
                                      centre + QPointF(-a, a), centre + QPointF(-b, a), centre + QPointF(-b, -a), centre + QPointF(-a, -a)});
        break;
    }
    }
}

}
