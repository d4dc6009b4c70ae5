#include "widgets/plot/raster_margins.h"

#include "widgets/plot/qcp.h"

#include <QFontMetrics>
#include <QLocale>

#include <algorithm>

namespace spikeclip::widgets {

namespace {

constexpr int leastMargin = 22;
constexpr int mostMargin = 70;
constexpr int leastWithSteps = 300;      // height of a plot with the rates of its steps
constexpr int leastWithLabel = 110; // of one that says in words what its numbers are
constexpr QSize leastWithRows(320, 180); // of one with those of its rows, whose axis takes some height

/// An axis rect that is not shown still has a place in its layout: this leaves it a pixel, and its axes no margin that others would share.
void setShown(QCPAxisRect& rect, bool shown, QSize most)
{
    rect.setVisible(shown);
    rect.setAutoMargins(shown ? QCP::msAll : QCP::msNone);
    if (!shown)
        rect.setMargins({});
    rect.setSizeConstraintRect(shown ? QCPLayoutElement::scrInnerRect : QCPLayoutElement::scrOuterRect);
    rect.setMinimumSize(shown ? QSize(10, 10) : QSize(1, 1));
    rect.setMaximumSize(most);
}

}

void fitMargins(const RasterRects& rects, QSize size)
{
    const bool below = size.height() >= leastWithSteps;
    const bool beside = size.width() >= leastWithRows.width() && size.height() >= leastWithRows.height();
    setShown(*rects.below, below, {QWIDGETSIZE_MAX, below ? std::clamp(size.height() / 6, leastMargin, mostMargin) : 1});
    setShown(*rects.beside, beside, {beside ? std::clamp(size.width() / 6, leastMargin, mostMargin) : 1, QWIDGETSIZE_MAX});
    auto* steps = rects.main->axis(QCPAxis::atBottom);
    steps->setTickLabels(!below);
    steps->setLabel(below || size.height() < leastWithLabel ? QString() : rects.below->axis(QCPAxis::atBottom)->label());
}

void setRates(QCPAxis& axis, double end)
{
    axis.setRange(0, end);
    const auto ticker = axis.ticker().dynamicCast<QCPAxisTickerText>();
    ticker->setTicks({0, end}, {QStringLiteral("0"), QLocale().toString(end, 'g', 3)});
}

void nameBands(QCPAxisTickerText& ticker, const QCPAxis& axis, const QList<RasterBand>& bands)
{
    constexpr int widest = 84;
    const QFontMetrics metrics(axis.tickLabelFont());
    const auto range = axis.range();
    const double line = range.size() / std::max(1, axis.axisRect()->height()) * metrics.height() * 0.9; // in rows
    double free = range.lower - line;                                                                   // a name at the edge may stand out a little
    ticker.clear();
    for (const auto& band : bands) {
        const double lower = std::max(range.lower, band.rows.begin - 0.5);
        const double upper = std::min(range.upper, band.rows.end - 0.5);
        const double middle = (lower + upper) / 2;
        if (upper <= lower || middle - line / 2 < free)
            continue;
        ticker.addTick(middle, metrics.elidedText(band.name, Qt::ElideRight, widest));
        free = middle + line / 2;
    }
}

}
