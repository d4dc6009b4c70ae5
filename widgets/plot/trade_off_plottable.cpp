#include "widgets/plot/trade_off_plottable.h"

#include "widgets/energy_line.h"
#include "widgets/layer_text.h"
#include "widgets/paint.h"
#include "widgets/plot/category_style.h"
#include "widgets/plot/plot_style.h"
#include "widgets/theme.h"

#include <QLocale>

#include <algorithm>
#include <cmath>

namespace spikeclip::widgets {

namespace {

constexpr double pointSize = 9;
constexpr double exitSize = 14;
constexpr double barHeight = 16;

}

void paintTradeOffMark(QPainter& painter, TradeOffMark mark, QPointF centre, double size, const QPalette& palette)
{
    const auto colours = chartColours(palette);
    painter.setPen(QPen(palette.color(QPalette::Base), 1.2));
    switch (mark) {
    case TradeOffMark::Steps:
        painter.setBrush(colours.accent);
        paintMark(painter, CategoryStyle::Mark::Disc, centre, size);
        break;
    case TradeOffMark::Exit:
        painter.setBrush(colours.event);
        paintMark(painter, CategoryStyle::Mark::Diamond, centre, size);
        break;
    case TradeOffMark::Twin:
        painter.setBrush(colours.second);
        paintMark(painter, CategoryStyle::Mark::Square, centre, size);
        break;
    }
}

TradeOffPlottable::TradeOffPlottable(QCPAxis* x, QCPAxis* y, std::shared_ptr<const TradeOffState> state)
    : QCPAbstractPlottable(x, y), m_state(std::move(state))
{}

void TradeOffPlottable::setStyle(const QPalette& palette, const QFont& font)
{
    m_palette = palette;
    m_font = font;
}

QCPRange TradeOffPlottable::getKeyRange(bool& found, QCP::SignDomain) const
{
    found = true;
    return mKeyAxis->range();
}

QCPRange TradeOffPlottable::getValueRange(bool& found, QCP::SignDomain, const QCPRange&) const
{
    found = true;
    return {0, 1};
}

QPointF TradeOffPlottable::pixelOf(const energy::TradeOffPoint& point) const
{
    const double energy = m_state->logarithmic ? std::max(point.energyPj, mKeyAxis->range().lower) : point.energyPj;
    return {mKeyAxis->coordToPixel(energy), mValueAxis->coordToPixel(point.accuracy.share())};
}

int TradeOffPlottable::stepAt(QPointF position, double reach) const
{
    int best = 0;
    double least = reach * reach;
    const auto& points = m_state->view.overSteps;
    for (std::size_t i = 0; i < points.size(); ++i) {
        const auto away = pixelOf(points[i]) - position;
        if (const double distance = QPointF::dotProduct(away, away); distance < least) {
            least = distance;
            best = static_cast<int>(i) + 1;
        }
    }
    return best;
}

void TradeOffPlottable::drawInterval(QCPPainter& painter, const energy::TradeOffPoint& point, const QColor& colour) const
{
    const auto interval = energy::confidenceInterval(point.accuracy);
    const double x = pixelOf(point).x();
    const double top = mValueAxis->coordToPixel(interval.most);
    const double bottom = mValueAxis->coordToPixel(interval.least);
    painter.setPen(QPen(colour, 1.2));
    painter.drawLine(QPointF(x, top), QPointF(x, bottom));
    for (const double y : {top, bottom})
        painter.drawLine(QPointF(x - 3, y), QPointF(x + 3, y));
}

void TradeOffPlottable::drawTwin(QCPPainter& painter) const
{
    const auto& twin = *m_state->view.twin;
    const auto colour = chartColours(m_palette).second;
    const auto area = QRectF(mKeyAxis->axisRect()->rect());
    QPen pen(colour, 1.4);
    pen.setDashPattern({5, 3});
    painter.setPen(pen);
    const auto at = pixelOf(twin);
    painter.drawLine(QPointF(at.x(), area.top()), QPointF(at.x(), area.bottom()));
    if (twin.accuracy.of == 0)
        return; // its energy is known, its answers are not
    painter.drawLine(QPointF(area.left(), at.y()), QPointF(area.right(), at.y()));
    drawInterval(painter, twin, colour);
    paintTradeOffMark(painter, TradeOffMark::Twin, at, pointSize + 2, m_palette);
}

void TradeOffPlottable::drawNames(QCPPainter& painter) const
{
    painter.setFont(m_font);
    painter.setPen(m_palette.color(QPalette::Text));
    const QFontMetricsF metrics(m_font);
    const auto& points = m_state->view.overSteps;
    const auto area = QRectF(mKeyAxis->axisRect()->rect());
    QList<QRectF> taken;
    const auto drawName = [&](std::size_t i) {
        const auto text =
            i == 0 || static_cast<int>(i) + 1 == m_state->step ? TradeOffChart::tr("T = %1").arg(i + 1) : QLocale().toString(static_cast<int>(i) + 1);
        const double width = metrics.horizontalAdvance(text);
        const auto at = pixelOf(points[i]);
        const double left = std::clamp(at.x() - width / 2, area.left(), std::max(area.left(), area.right() - width));
        const double end = mValueAxis->coordToPixel(energy::confidenceInterval(points[i].accuracy).most);
        const double top = std::max(area.top(), std::min(end, at.y() - pointSize) - metrics.height() - 1);
        const QRectF place(left, top, width, metrics.height());
        if (std::ranges::any_of(taken, [&](const QRectF& other) { return other.intersects(place); }))
            return;
        taken << place.adjusted(-2, 0, 2, 0);
        auto veil = m_palette.color(QPalette::Base); // lines go on behind
        veil.setAlphaF(0.75F);
        painter.fillRect(place, veil);
        painter.drawText(place, Qt::AlignCenter | Qt::TextDontClip, text);
    };
    if (m_state->step > 0) // before those it may leave no room for
        drawName(static_cast<std::size_t>(m_state->step - 1));
    drawName(0);
    drawName(points.size() - 1);
    for (std::size_t i = 1; i + 1 < points.size(); ++i)
        drawName(i);
}

void TradeOffPlottable::draw(QCPPainter* painter)
{
    const auto& view = m_state->view;
    if (view.overSteps.empty())
        return;
    const auto colours = chartColours(m_palette);
    painter->setAntialiasing(true);
    if (view.twin)
        drawTwin(*painter);
    QPolygonF path;
    for (const auto& exit : view.path)
        path << pixelOf(exit.point);
    painter->setBrush(Qt::NoBrush);
    painter->setPen(QPen(colours.event, 1.4, Qt::DotLine));
    painter->drawPolyline(path);
    QPolygonF curve;
    for (const auto& point : view.overSteps)
        curve << pixelOf(point);
    painter->setPen(QPen(colours.accent, 2));
    painter->drawPolyline(curve);
    for (const auto& point : view.overSteps)
        drawInterval(*painter, point, colours.accent);
    for (int i = 0; i < static_cast<int>(curve.size()); ++i) {
        const bool chosen = i + 1 == m_state->step;
        paintTradeOffMark(*painter, TradeOffMark::Steps, curve[i], chosen ? pointSize + 2 : pointSize, m_palette);
        if (chosen) {
            painter->setBrush(Qt::NoBrush);
            painter->setPen(QPen(m_palette.color(QPalette::Text), 2));
            painter->drawEllipse(curve[i], pointSize - 1, pointSize - 1);
        }
    }
    drawInterval(*painter, view.exit.point, colours.event);
    paintTradeOffMark(*painter, TradeOffMark::Exit, pixelOf(view.exit.point), exitSize, m_palette);
    drawNames(*painter);
}

LeavingBar::LeavingBar(std::shared_ptr<const TradeOffState> state, QWidget* parent) : PaintedStrip(parent), m_state(std::move(state)) {}

int LeavingBar::heightIn(int, int) const
{
    return m_state->view.overSteps.empty() ? 0 : qRound(std::max(barHeight, QFontMetricsF(scaled(font(), 0.9)).height() + 2)) + 3;
}

QRectF LeavingBar::bar(const QRectF& area) const
{
    const double words = QFontMetricsF(scaled(font(), 0.9)).horizontalAdvance(tr("leave after")) + 8;
    return {area.left() + words, area.top() + 1, std::max(1.0, area.width() - words - 1), area.height() - 3};
}

QList<QRectF> LeavingBar::parts(double width) const
{
    QList<QRectF> list;
    const auto& exit = m_state->view.exit;
    const double all = std::max(1, exit.point.accuracy.of);
    double left = 0;
    for (const int leaving : exit.leaving) {
        list << QRectF(left, 0, width * leaving / all, 1);
        left = list.back().right();
    }
    return list;
}

QString LeavingBar::text(int part, bool whole) const
{
    const auto& exit = m_state->view.exit;
    const double share = static_cast<double>(exit.leaving[static_cast<std::size_t>(part)]) / std::max(1, exit.point.accuracy.of);
    const auto percent = tr("%1 %").arg(QLocale().toString(100 * share, 'f', 0));
    return whole ? tr("T = %1: %2", "share of pictures that leave after T steps").arg(QLocale().toString(part + 1), percent) : percent;
}

void LeavingBar::paint(QPainter& painter, const QRectF& area) const
{
    if (m_state->view.overSteps.empty())
        return;
    painter.setRenderHint(QPainter::Antialiasing, false);
    painter.setFont(scaled(font(), 0.9));
    const QFontMetricsF metrics(painter.font());
    painter.setPen(palette().color(QPalette::Text));
    painter.drawText(area, Qt::AlignLeft | Qt::AlignVCenter, tr("leave after"));
    const auto whole = bar(area);
    const auto list = parts(whole.width());
    for (int i = 0; i < list.size(); ++i) {
        const QRectF part(whole.left() + list[i].left(), whole.top(), list[i].width(), whole.height());
        const double place = list.size() < 2 ? 0.5 : static_cast<double>(i) / static_cast<double>(list.size() - 1);
        const auto shade = viridis()[static_cast<std::size_t>(40 + 180 * place)];
        painter.fillRect(part.adjusted(0, 0, part.width() > 3 ? -1 : 0, 0), QColor(shade));
        painter.setPen(inkOn(shade));
        for (const bool all : {true, false})
            if (const auto words = text(i, all); metrics.horizontalAdvance(words) + 4 < part.width()) {
                painter.drawText(part, Qt::AlignCenter, words);
                break;
            }
    }
}

QString LeavingBar::tipAt(QPointF position) const
{
    if (m_state->view.overSteps.empty())
        return {};
    const auto whole = bar(QRectF(rect()));
    const auto list = parts(whole.width());
    for (int i = 0; i < list.size(); ++i)
        if (list[i].translated(whole.left(), 0).left() <= position.x() && position.x() < whole.left() + list[i].right())
            return tr("Pictures that leave after %1").arg(text(i, true));
    return {};
}

QString EnergyTicker::getTickLabel(double tick, const QLocale&, QChar, int)
{
    return tick > 0 ? energyText(tick, tick) : QLocale().toString(0);
}

}
