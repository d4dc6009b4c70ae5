#include "widgets/spike_change.h"

#include "widgets/theme.h"

#include <QCoreApplication>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace spikeclip::widgets {

namespace {

constexpr double hollowFrom = 5; // sides of a half cell that can be hollow

struct SpikeChangeText
{
    Q_DECLARE_TR_FUNCTIONS(SpikeChangeText)
};

}

void paintChange(QPainter& painter, const QRectF& cell, data::SpikeChange change, const ChartColours& colours)
{
    const double half = std::max(1.0, std::floor(cell.width() / 2));
    const QRectF left(cell.left(), cell.top(), half, cell.height());
    const QRectF right(cell.left() + half, cell.top(), cell.width() - half, cell.height());
    switch (change) {
    case data::SpikeChange::Stays:
        painter.fillRect(cell, colours.quiet);
        break;
    case data::SpikeChange::Appears:
        painter.fillRect(right, colours.accent);
        break;
    case data::SpikeChange::Vanishes:
        if (std::min(left.width(), left.height()) < hollowFrom) {
            painter.fillRect(left, colours.second);
            break;
        }
        for (const auto& side : {QRectF(left.left(), left.top(), half, 2), QRectF(left.left(), left.bottom() - 2, half, 2),
                                 QRectF(left.left(), left.top(), 2, left.height()), QRectF(left.right() - 2, left.top(), 2, left.height())})
            painter.fillRect(side, colours.second);
        break;
    case data::SpikeChange::Silent:
        break;
    }
}

QString changeText(data::SpikeChange change, const QString& first, const QString& second)
{
    switch (change) {
    case data::SpikeChange::Vanishes:
        return SpikeChangeText::tr("the spike of \u201c%1\u201d vanishes").arg(first);
    case data::SpikeChange::Appears:
        return SpikeChangeText::tr("a spike appears with \u201c%1\u201d").arg(second);
    case data::SpikeChange::Stays:
        return SpikeChangeText::tr("the spike stays");
    case data::SpikeChange::Silent:
        break;
    }
    return SpikeChangeText::tr("no spike");
}

}
