#include "widgets/train/curves_plottable.h"

#include "widgets/theme.h"
#include "widgets/train/training_text.h"

#include <algorithm>
#include <cmath>

namespace spikeclip::widgets {

namespace {

constexpr double markSize = 6;
constexpr int mostMarks = 60;       // more would hide the line
constexpr float faintAlpha = 0.28F; // of what is not smoothed, behind what is

}

CurveStyle curveStyle(int run, data::CurveSeries series, bool isOverlay, const QPalette& palette)
{
    const auto all = [series] {
        using enum data::CurveSeries;
        switch (series) { // its place among those that stand in one chart
        case CrossEntropy:
        case TrainTop1:
        case TwinEnergy:
            return 1;
        case Divergence:
            return 2;
        case data::CurveSeries::Alignment:
            return 3;
        default:
            return 0;
        }
    }();
    const auto ofSeries = categoryStyle(all, palette);
    const auto ofRun = categoryStyle(run % categoryCount, palette);
    return {.colour = isOverlay ? ofRun.colour : ofSeries.colour, .dashes = ofSeries.dashes, .mark = isOverlay ? ofRun.mark : ofSeries.mark};
}

CurvesPlottable::CurvesPlottable(QCPAxis* x, QCPAxis* y, std::shared_ptr<const CurvesState> state)
    : QCPAbstractPlottable(x, y), m_state(std::move(state))
{}

void CurvesPlottable::setStyle(const QPalette& palette, const QFont& font)
{
    m_palette = palette;
    m_font = font;
}

QCPRange CurvesPlottable::getKeyRange(bool& found, QCP::SignDomain) const
{
    found = true;
    return mKeyAxis->range();
}

QCPRange CurvesPlottable::getValueRange(bool& found, QCP::SignDomain, const QCPRange&) const
{
    found = true;
    return mValueAxis->range();
}

void CurvesPlottable::drawStages(QCPPainter& painter) const
{
    const QRectF area = mKeyAxis->axisRect()->rect();
    const auto& runs = m_state->view.runs;
    for (std::size_t run = 0; run < runs.size(); ++run) {
        auto colour = m_state->isOverlay() ? categoryStyle(static_cast<int>(run) % categoryCount, m_palette).colour : chartColours(m_palette).faint;
        QPen pen(colour, 1);
        pen.setDashPattern({3, 3});
        painter.setPen(pen);
        for (const auto& stage : runs[run].stages)
            if (const double x = std::round(mKeyAxis->coordToPixel(stage.begin)); stage.begin > 0 && x > area.left() && x < area.right())
                painter.drawLine(QLineF(x + 0.5, area.top(), x + 0.5, area.bottom()));
    }
}

void CurvesPlottable::drawStageNames(QCPPainter& painter) const
{
    const auto& runs = m_state->view.runs;
    if (runs.empty() || runs.front().stages.size() < 2)
        return; // one stage needs no name
    const QRectF area = mKeyAxis->axisRect()->rect();
    painter.setFont(m_font);
    const QFontMetricsF metrics(m_font);
    for (const auto& stage : runs.front().stages) {
        const double left = std::max(area.left(), mKeyAxis->coordToPixel(stage.begin)) + 4;
        const double right = std::min(area.right(), mKeyAxis->coordToPixel(stage.end)) - 2;
        const auto text = metrics.elidedText(stageText(stage.stage), Qt::ElideRight, right - left);
        if (right - left < metrics.averageCharWidth() * 3)
            continue;
        const QRectF place(left, area.top() + 1, metrics.horizontalAdvance(text), metrics.height());
        auto veil = m_palette.color(QPalette::Base); // curves go on behind
        veil.setAlphaF(0.75F);
        painter.fillRect(place.adjusted(-2, 0, 2, 0), veil);
        painter.setPen(chartColours(m_palette).faint);
        painter.drawText(place, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextDontClip, text);
    }
}

void CurvesPlottable::drawCurve(QCPPainter& painter, const data::Curve& curve, const ShownRun& run, const CurveStyle& style, double width,
                                bool marks) const
{
    const auto range = mKeyAxis->range();
    const int columns = std::max(1, mKeyAxis->axisRect()->width());
    const auto shown = data::decimated(curve, range.lower, range.upper, columns);
    const bool isDense = shown.size() > static_cast<std::size_t>(columns);
    const bool logarithmic = m_state->view.logarithmic;
    QPolygonF line;
    const auto end = [&] {
        if (line.size() > 1)
            painter.drawPolyline(line);
        line.clear();
    };
    QPen pen(style.colour, isDense ? std::min(width, 1.2) : width);
    pen.setJoinStyle(Qt::RoundJoin);
    pen.setCapStyle(Qt::FlatCap);
    if (!style.dashes.isEmpty() && !isDense) // in a dense band no dash can be seen
        pen.setDashPattern(style.dashes);
    painter.setPen(pen);
    painter.setBrush(Qt::NoBrush);
    QPolygonF points;
    for (std::size_t i = 0; i < shown.size(); ++i) {
        if (i > 0 && !marks && data::isBetweenStages(run.stages, shown.x[i - 1], shown.x[i])) // losses of two stages are not one line
            end();
        if (logarithmic && shown.y[i] <= 0) { // has no place there
            end();
            continue;
        }
        line << QPointF(mKeyAxis->coordToPixel(shown.x[i]), std::clamp(mValueAxis->coordToPixel(shown.y[i]), -1e5, 1e5));
        points << line.back();
    }
    end();
    if (points.size() > 1 && (!marks || points.size() > mostMarks))
        return;
    painter.setPen(QPen(m_palette.color(QPalette::Base), 1));
    painter.setBrush(style.colour);
    for (const auto& point : points)
        paintMark(painter, style.mark, point, markSize);
}

void CurvesPlottable::drawCursor(QCPPainter& painter) const
{
    if (!m_state->cursor)
        return;
    const QRectF area = mKeyAxis->axisRect()->rect();
    const double x = std::round(mKeyAxis->coordToPixel(*m_state->cursor)) + 0.5;
    painter.setPen(QPen(m_palette.color(QPalette::Text), 1));
    painter.drawLine(QLineF(x, area.top(), x, area.bottom()));
    const auto& runs = m_state->view.runs;
    for (std::size_t run = 0; run < runs.size(); ++run)
        for (const auto& curve : runs[run].curves) {
            const auto& shown = curve.smooth.size() > 0 ? curve.smooth : curve.raw;
            const auto i = data::nearestTo(shown, *m_state->cursor);
            if (m_state->view.logarithmic && shown.y[i] <= 0)
                continue;
            const auto style = curveStyle(static_cast<int>(run), curve.series, m_state->isOverlay(), m_palette);
            painter.setPen(QPen(m_palette.color(QPalette::Base), 1.2));
            painter.setBrush(style.colour);
            paintMark(painter, style.mark, QPointF(mKeyAxis->coordToPixel(shown.x[i]), mValueAxis->coordToPixel(shown.y[i])), markSize + 3);
        }
}

void CurvesPlottable::draw(QCPPainter* painter)
{
    painter->setAntialiasing(true);
    drawStages(*painter);
    const auto& runs = m_state->view.runs;
    const auto each = [&](auto&& paint) {
        for (std::size_t run = runs.size(); run-- > 0;) // the first on top
            for (std::size_t i = runs[run].curves.size(); i-- > 0;)
                paint(runs[run], runs[run].curves[i], curveStyle(static_cast<int>(run), runs[run].curves[i].series, m_state->isOverlay(), m_palette));
    };
    each([&](const ShownRun& run, const ShownCurve& curve, CurveStyle style) {
        if (curve.smooth.size() == 0)
            return;
        style.colour.setAlphaF(faintAlpha);
        style.dashes.clear();
        drawCurve(*painter, curve.raw, run, style, 1, false);
    });
    each([&](const ShownRun& run, const ShownCurve& curve, const CurveStyle& style) {
        drawCurve(*painter, curve.smooth.size() > 0 ? curve.smooth : curve.raw, run, style, 2, !data::isPerBatch(curve.series));
    });
    drawCursor(*painter);
    drawStageNames(*painter);
}

}
