#include "widgets/train/curves_chart.h"

#include "widgets/energy_line.h"
#include "widgets/paint.h"
#include "widgets/plot/trade_off_plottable.h"
#include "widgets/theme.h"
#include "widgets/train/curves_plottable.h"
#include "widgets/train/training_text.h"

#include <QKeyEvent>
#include <QLocale>
#include <QSignalBlocker>

#include <algorithm>
#include <cmath>
#include <limits>

namespace spikeclip::widgets {

namespace {

constexpr int lowPlot = 130; // pixels; a lower plot has no room for all labels
constexpr double sampleWidth = 26;

/// Shares from 0 to 1.
class ShareTicker : public QCPAxisTicker
{
protected:
    QString getTickLabel(double tick, const QLocale& locale, QChar, int) override
    {
        return CurvesChart::tr("%1 %", "share").arg(locale.toString(std::round(1000 * tick) / 10, 'g', 3));
    }
};

}

CurvesChart::CurvesChart(QWidget* parent)
    : PlotCard(parent), m_state(std::make_shared<CurvesState>()), m_curves(new CurvesPlottable(x(), y(), m_state))
{
    plot().setInteractions(QCP::iRangeDrag | QCP::iRangeZoom);
    plot().axisRect()->setRangeDrag(Qt::Horizontal);
    plot().axisRect()->setRangeZoom(Qt::Horizontal);
    connect(&plot(), &QCustomPlot::mouseDoubleClick, this, &CurvesChart::showAll);
    connect(x(), qOverload<const QCPRange&>(&QCPAxis::rangeChanged), this, [this](const QCPRange& range) {
        const double end = xEnd();
        const double size = std::min(range.size(), end);
        const double lower = std::clamp(range.lower, 0.0, std::max(0.0, end - size));
        m_zoomed = size < 0.999 * end;
        const QSignalBlocker quiet(x());
        x()->setRange(lower, lower + size);
        fitValues();
    });
    fitRanges();
    style();
}

bool CurvesChart::hasCurves() const
{
    return std::ranges::any_of(m_state->view.runs, [](const ShownRun& run) { return !run.curves.empty(); });
}

double CurvesChart::xEnd() const
{
    double end = 0;
    for (const auto& run : m_state->view.runs) {
        if (!run.stages.empty())
            end = std::max(end, run.stages.back().end);
        for (const auto& curve : run.curves)
            end = std::max(end, curve.raw.x.back());
    }
    return end > 0 && std::isfinite(end) ? end : 1;
}

void CurvesChart::setView(CurvesView view)
{
    if (view.axis != m_state->view.axis) {
        m_zoomed = false;
        m_state->cursor.reset();
    }
    m_state->view = std::move(view);
    if (!hasCurves())
        m_state->cursor.reset();
    fitRanges();
    refresh();
}

void CurvesChart::showAll()
{
    m_zoomed = false;
    fitRanges();
    refresh();
}

void CurvesChart::fitRanges()
{
    if (!m_zoomed) {
        const QSignalBlocker quiet(x());
        x()->setRange(0, xEnd());
    }
    fitValues();
}

void CurvesChart::fitValues()
{
    const auto& view = m_state->view;
    double least = std::numeric_limits<double>::infinity();
    double most = -least;
    const auto range = x()->range();
    for (const auto& run : view.runs)
        for (const auto& curve : run.curves) {
            const auto seen = data::decimated(curve.raw, range.lower, range.upper, 1);
            for (const double value : seen.y)
                if (!view.logarithmic || value > 0) {
                    least = std::min(least, value);
                    most = std::max(most, value);
                }
        }
    if (least > most)
        least = most = 1;
    y()->setScaleType(view.logarithmic ? QCPAxis::stLogarithmic : QCPAxis::stLinear);
    switch (view.quantity) {
    case data::CurveQuantity::Accuracy:
        return y()->setRange(0, 1.02);
    case data::CurveQuantity::GradientAngle:
        return y()->setRange(0, 183);
    case data::CurveQuantity::Loss:
        if (view.logarithmic)
            return y()->setRange(least / 1.2, most * 1.2);
        if (const double room = std::max(0.06 * (most - least), 1e-9 + 0.01 * std::abs(most)); least > 0.4 * most)
            return y()->setRange(least - room, most + room);
        else
            return y()->setRange(std::min(0.0, least - room), most + room);
    default:
        return view.logarithmic ? y()->setRange(least / 1.3, most * 1.3) : y()->setRange(0, most > 0 ? 1.08 * most : 1);
    }
}

void CurvesChart::fitAxes(int height)
{
    const bool low = height < lowPlot;
    const auto& view = m_state->view;
    x()->setLabel(low ? QString() : view.axis == data::CurveAxis::Epochs ? tr("epochs of the run") : tr("batches of the run"));
    x()->setNumberFormat(QStringLiteral("f"));
    x()->setNumberPrecision(0);
    auto places = QSharedPointer<QCPAxisTicker>(new DecadeTicker(false));
    if (view.axis == data::CurveAxis::Batches && xEnd() > 9999)
        places = QSharedPointer<QCPAxisTicker>::create();
    places->setTickCount(std::clamp(width() / 110, 2, 8));
    x()->setTicker(places);

    QSharedPointer<QCPAxisTicker> values;
    switch (view.quantity) {
    case data::CurveQuantity::Accuracy:
        values.reset(new ShareTicker);
        break;
    case data::CurveQuantity::Energy:
        values.reset(new EnergyTicker(false));
        break;
    case data::CurveQuantity::GradientAngle: {
        auto angles = QSharedPointer<QCPAxisTickerText>::create();
        for (const int angle : {0, 45, 90, 135, 180})
            if (!low || angle % 90 == 0)
                angles->addTick(angle, tr("%1\u00b0").arg(QLocale().toString(angle)));
        values = angles;
        break;
    }
    default:
        values.reset(new DecadeTicker(view.logarithmic));
        break;
    }
    values->setTickCount(low ? 3 : 5);
    y()->setTicker(values);
    y()->setLabel(low ? QString() : quantityText(view.quantity));
}

void CurvesChart::describe()
{
    const auto& view = m_state->view;
    setAccessibleName(tr("Training curves"));
    QList<LegendItem> items;
    const auto add = [&](const QString& text, const CurveStyle& style) {
        items << LegendItem{text, text, sampleWidth, [style](QPainter& painter, const QRectF& sample) {
                                QPen pen(style.colour, 2);
                                pen.setCapStyle(Qt::FlatCap);
                                if (!style.dashes.isEmpty())
                                    pen.setDashPattern(style.dashes);
                                painter.setPen(pen);
                                painter.drawLine(QPointF(sample.left(), sample.center().y()), QPointF(sample.right(), sample.center().y()));
                            }};
    };
    const bool overlay = m_state->isOverlay();
    const auto pale = chartColours(palette()).faint;
    if (overlay)
        for (std::size_t run = 0; run < view.runs.size(); ++run) {
            auto style = curveStyle(static_cast<int>(run), data::CurveSeries::Loss, true, palette());
            style.dashes.clear();
            add(view.runs[run].name, style);
        }
    const auto all = data::seriesOf(view.quantity);
    for (const auto series : all) {
        const auto has = [series](const ShownRun& run) { return std::ranges::find(run.curves, series, &ShownCurve::series) != run.curves.end(); };
        if (std::ranges::none_of(view.runs, has) || (overlay && all.size() < 2))
            continue;
        auto style = curveStyle(0, series, overlay, palette());
        if (overlay)
            style.colour = pale;
        add(seriesText(series), style);
    }
    legend().setItems(items);
    words().setText(hasCurves() ? valuesText(m_state->cursor) : QString());
}

QString CurvesChart::valuesAt(const ShownRun& run, double place) const
{
    QStringList values;
    const double reach = 0.02 * xEnd(); // what ended long before has no value here
    for (const auto& curve : run.curves) {
        if (place < curve.raw.x.front() - reach || place > curve.raw.x.back() + reach)
            continue;
        const auto i = data::nearestTo(curve.raw, place);
        const auto value = seriesValueText(curve.series, curve.raw.y[i]);
        if (curve.smooth.size() > 0)
            values << tr("%1 %2 (smoothed %3)", "cross-entropy 1.23 (smoothed 1.3)")
                          .arg(seriesText(curve.series), value, seriesValueText(curve.series, curve.smooth.y[i]));
        else
            values << tr("%1 %2", "name and value: cross-entropy 1.23").arg(seriesText(curve.series), value);
    }
    return values.join(tr(", ", "between values"));
}

QString CurvesChart::valuesText(std::optional<double> place) const
{
    const auto& view = m_state->view;
    QStringList lines;
    for (const auto& run : view.runs) {
        if (run.curves.empty())
            continue;
        double newest = 0;
        for (const auto& curve : run.curves)
            newest = std::max(newest, curve.raw.x.back());
        const double at = place.value_or(newest);
        const auto where = axisPlaceText(view.axis, at);
        const auto what = valuesAt(run, at);
        lines << (m_state->isOverlay() ? tr("%1, %2: %3", "run, place, values").arg(run.name, where, what)
                                       : tr("At %1: %2", "place, values").arg(where, what));
    }
    if (view.leftOut > 0)
        lines << tr("%n further run(s) are not drawn: no more can be told apart.", nullptr, view.leftOut);
    return lines.join(QLatin1Char('\n'));
}

QString CurvesChart::summary() const
{
    if (!hasCurves())
        return tr("No values of this kind yet");
    QStringList sentences;
    for (const auto& run : m_state->view.runs)
        for (const auto& curve : run.curves) {
            const auto [least, most] = std::ranges::minmax(curve.raw.y);
            sentences << tr("%1, %2: from %3 to %4, lowest %5, highest %6.", "run, series, first, newest, lowest, highest")
                             .arg(run.name, seriesText(curve.series), seriesValueText(curve.series, curve.raw.y.front()),
                                  seriesValueText(curve.series, curve.raw.y.back()), seriesValueText(curve.series, least),
                                  seriesValueText(curve.series, most));
        }
    const auto what = quantityText(m_state->view.quantity);
    const auto head = m_state->view.axis == data::CurveAxis::Epochs ? tr("%1 over the epochs of the run.", "loss, accuracy").arg(what)
                                                                    : tr("%1 over the batches of the run.", "loss, accuracy").arg(what);
    return head + QLatin1Char(' ') + sentences.join(QLatin1Char(' '));
}

void CurvesChart::restyle()
{
    m_curves->setStyle(palette(), scaled(font(), 0.9));
}

QString CurvesChart::tipAt(QPointF position) const
{
    if (!hasCurves() || !x()->axisRect()->rect().contains(position.toPoint()))
        return {};
    return valuesText(x()->pixelToCoord(position.x()));
}

void CurvesChart::onClicked(QPointF position)
{
    if (!hasCurves() || !x()->axisRect()->rect().contains(position.toPoint()))
        return;
    m_state->cursor = x()->pixelToCoord(position.x());
    moveCursor(0);
}

void CurvesChart::moveCursor(int points)
{
    if (!hasCurves())
        return;
    const data::Curve* longest = nullptr;
    for (const auto& run : m_state->view.runs)
        for (const auto& curve : run.curves)
            if (!longest || curve.raw.size() > longest->size())
                longest = &curve.raw;
    const auto last = static_cast<std::ptrdiff_t>(longest->size()) - 1;
    const auto from = m_state->cursor ? static_cast<std::ptrdiff_t>(data::nearestTo(*longest, *m_state->cursor)) : last;
    m_state->cursor = longest->x[static_cast<std::size_t>(std::clamp<std::ptrdiff_t>(from + points, 0, last))];
    refresh();
}

void CurvesChart::keyPressEvent(QKeyEvent* event)
{
    constexpr int all = std::numeric_limits<int>::max() / 2;
    switch (hasCurves() ? event->key() : 0) {
    case Qt::Key_Left:
        return moveCursor(-1);
    case Qt::Key_Right:
        return moveCursor(1);
    case Qt::Key_PageUp:
        return moveCursor(-20);
    case Qt::Key_PageDown:
        return moveCursor(20);
    case Qt::Key_Home:
        return moveCursor(-all);
    case Qt::Key_End:
        return moveCursor(all);
    case Qt::Key_Plus:
    case Qt::Key_Minus:
        x()->scaleRange(event->key() == Qt::Key_Plus ? 0.7 : 1 / 0.7, m_state->cursor.value_or(x()->range().center()));
        return refresh();
    case Qt::Key_Escape:
        m_state->cursor.reset();
        return showAll();
    default:
        PlotCard::keyPressEvent(event);
    }
}

}
