#include "widgets/rate_histogram.h"

#include "widgets/layer_text.h"
#include "widgets/paint.h"
#include "widgets/theme.h"

#include <QEvent>
#include <QLocale>
#include <QPainter>

#include <algorithm>
#include <array>
#include <cmath>

namespace spikeclip::widgets {

namespace {

constexpr double logStart = 0.5; // the logarithmic axis' left end, in neurons

/// A round number, at least `value` and at least 1.
double roundEnd(double value)
{
    const double power = std::pow(10, std::floor(std::log10(std::max(1.0, value))));
    for (const double factor : {1.0, 1.5, 2.0, 3.0, 4.0, 6.0, 8.0})
        if (value <= factor * power)
            return factor * power;
    return 10 * power;
}

}

QString shareText(qint64 part, qint64 whole)
{
    const double share = whole > 0 ? double(part) / double(whole) : 0;
    if (part > 0 && share < 0.0005)
        return RateHistogram::tr("< 0.1 %");
    if (part < whole && share > 0.9995)
        return RateHistogram::tr("> 99.9 %");
    return percentText(share);
}

RateHistogram::RateHistogram(QWidget* parent) : RowView(parent)
{
    refresh();
}

void RateHistogram::setFigures(const HistogramFigures& figures)
{
    if (figures.layer != m_figures.layer)
        m_current = -1;
    m_figures = figures;
    m_current = std::min(m_current, rowCount() - 1);
    refresh();
}

void RateHistogram::setScale(Scale scale)
{
    m_scale = scale;
    refresh();
}

RateHistogram::Kind RateHistogram::kindOf(int spikes) const
{
    if (spikes == 0)
        return Kind::Dead;
    return data::LayerStatistics::isSaturated(spikes, m_figures.statistics.steps) ? Kind::Saturated : Kind::Usual;
}

QString RateHistogram::wordOf(Kind kind) const
{
    switch (kind) {
    case Kind::Dead:
        return tr("dead");
    case Kind::Saturated:
        return tr("saturated");
    case Kind::Usual:
        break;
    }
    return {};
}

QColor RateHistogram::colourOf(Kind kind) const
{
    const auto colours = chartColours(palette());
    return kind == Kind::Dead ? colours.quiet : kind == Kind::Saturated ? colours.second : colours.accent;
}

QString RateHistogram::partText(qint64 neurons) const
{
    const QLocale locale;
    const auto all = static_cast<qint64>(m_figures.statistics.all());
    return tr("%1 of %2 (%3)", "a number of neurons, of so many, as a share")
        .arg(locale.toString(neurons), locale.toString(all), shareText(neurons, all));
}

QString RateHistogram::barText(int spikes) const
{
    const auto neurons = m_figures.statistics.neurons[static_cast<std::size_t>(spikes)];
    const auto text = tr("%n spike(s) in steps 1 to %1: %2 neurons", nullptr, spikes).arg(m_figures.statistics.steps).arg(partText(neurons));
    return kindOf(spikes) == Kind::Usual ? text
                                         : tr("%1; these count as %2", "a bar's sentence; dead or saturated").arg(text, wordOf(kindOf(spikes)));
}

QStringList RateHistogram::storyLines() const
{
    const auto& statistics = m_figures.statistics;
    QStringList lines = {tr("dead: %1").arg(partText(statistics.dead())), tr("saturated: %1").arg(partText(statistics.saturated()))};
    if (m_figures.neverFired && m_figures.sessionPictures > 0)
        lines << tr("silent for all %n picture(s) so far: %1 (%2)", nullptr, static_cast<int>(m_figures.sessionPictures))
                     .arg(QLocale().toString(*m_figures.neverFired), shareText(*m_figures.neverFired, statistics.all()));
    return lines;
}

QString RateHistogram::summary() const
{
    if (rowCount() == 0)
        return tr("No spikes to count");
    const auto& statistics = m_figures.statistics;
    return tr("Neurons of %1 by their spikes in steps 1 to %2. %3. Mean rate %4 spikes per neuron and step.")
        .arg(m_figures.layer)
        .arg(statistics.steps)
        .arg(storyLines().join(QLatin1String("; ")), rateText(statistics.firingRate()));
}

QString RateHistogram::headerTip() const
{
    auto tip = tr("Dead: fired in none of the steps shown.\nSaturated: fired in more than half of them.");
    if (m_figures.neverFired && m_figures.sessionPictures > 0)
        tip += QLatin1Char('\n')
               + tr("A neuron that no picture of this session woke may be useless; one that is dead for this picture alone need not be.");
    return storyLines().join(QLatin1Char('\n')) + QLatin1String("\n\n") + tip; // the lines may be cut off
}

qint64 RateHistogram::largest() const
{
    const auto& neurons = m_figures.statistics.neurons;
    return neurons.empty() ? 0 : static_cast<qint64>(*std::ranges::max_element(neurons));
}

double RateHistogram::axisEnd() const
{
    const double end = roundEnd(double(largest()));
    return m_scale == Scale::Linear ? end : std::max(10.0, end);
}

double RateHistogram::lengthOf(qint64 neurons) const
{
    if (neurons <= 0)
        return 0;
    if (m_scale == Scale::Linear)
        return double(neurons) / axisEnd();
    return std::log(double(neurons) / logStart) / std::log(axisEnd() / logStart);
}

int RateHistogram::headerHeight() const
{
    return static_cast<int>(storyLines().size()) * (fontMetrics().height() + 1) + 6;
}

int RateHistogram::footerHeight() const
{
    return 2 * fontMetrics().height() + 4;
}

QSize RateHistogram::sizeHint() const
{
    return {360, headerHeight() + footerHeight() + 5 * (fontMetrics().height() + 10)};
}

QSize RateHistogram::minimumSizeHint() const
{
    return {200, headerHeight() + footerHeight() + 3 * fontMetrics().height()};
}

RateHistogram::Places RateHistogram::places() const
{
    const auto metrics = fontMetrics();
    const QFontMetricsF small(scaled(font(), 0.9));
    const double width = extent().width();
    const double names = 8 + std::max<double>(metrics.horizontalAdvance(QLocale().toString(rowCount() - 1)), small.horizontalAdvance(tr("spikes")));
    const double kinds = names + 8 + std::max(small.horizontalAdvance(wordOf(Kind::Dead)), small.horizontalAdvance(wordOf(Kind::Saturated)));
    const double left = width > 300 ? kinds + 8 : names + 8; // a narrow view has its colours only, and the words above
    double counts = 0;                                       // written behind the bars
    double withShares = 0;
    for (const auto neurons : m_figures.statistics.neurons) {
        counts = std::max<double>(counts, metrics.horizontalAdvance(countText(neurons, false)));
        withShares = std::max<double>(withShares, metrics.horizontalAdvance(countText(neurons, true)));
    }
    const bool shares = withShares < 0.45 * (width - left);
    const double end = width - (shares ? withShares : counts) - 10;
    return {.names = names, .kinds = kinds, .left = left, .right = std::max(left + 10, end), .shares = shares};
}

QString RateHistogram::countText(qint64 neurons, bool share) const
{
    const auto count = QLocale().toString(neurons);
    return share ? tr("%1 (%2)", "a number of neurons and its share").arg(count, shareText(neurons, m_figures.statistics.all())) : count;
}

void RateHistogram::paintUnderRows(QPainter& painter)
{
    m_places = places();
    const auto colours = chartColours(palette());
    const QLocale locale;
    const auto rows = rowArea();
    const double line = fontMetrics().height() + 1;

    // The facts in words, each with the colour of its bars.
    const auto story = storyLines();
    constexpr std::array kinds = {Kind::Dead, Kind::Saturated};
    for (int i = 0; i < story.size(); ++i) {
        const QRectF area(0, 1 + i * line, extent().width(), line);
        if (static_cast<std::size_t>(i) < kinds.size()) {
            painter.setPen(Qt::NoPen);
            painter.setBrush(colourOf(kinds[static_cast<std::size_t>(i)]));
            painter.drawRoundedRect(QRectF(4, area.center().y() - 4, 9, 9), 2, 2);
        }
        painter.setPen(palette().color(QPalette::Text));
        painter.drawText(area.adjusted(18, 0, -4, 0), Qt::AlignLeft | Qt::AlignVCenter,
                         fontMetrics().elidedText(story[i], Qt::ElideRight, static_cast<int>(area.width()) - 22));
    }

    painter.setFont(scaled(font(), 0.9));
    const QFontMetricsF small(painter.font());
    const double end = axisEnd();
    QList<double> marks;
    if (m_scale == Scale::Linear)
        marks = {0, end / 2, end};
    else
        for (double mark = 1; mark <= end; mark *= 10)
            marks << mark;
    double taken = -1e9; // numbers stand up to here
    for (const double mark : marks) {
        const double x = m_places.left + (m_places.right - m_places.left) * lengthOf(std::llround(mark));
        painter.setPen(QPen(colours.grid, 1));
        painter.drawLine(QPointF(x, rows.top()), QPointF(x, rows.bottom()));
        const auto text = locale.toString(std::llround(mark));
        const double width = small.horizontalAdvance(text);
        const double from = std::min(x - width / 2, extent().width() - width - 2);
        if (from < taken + 8 || mark != std::floor(mark))
            continue;
        taken = from + width;
        painter.setPen(colours.faint);
        painter.drawText(QRectF(from, rows.bottom() + 2, width + 2, small.height()), Qt::AlignLeft | Qt::AlignTop, text);
    }
    painter.setPen(colours.faint);
    const QRectF titles(0, rows.bottom() + 2 + small.height(), extent().width() - 4, small.height());
    painter.drawText(QRectF(0, rows.bottom() + 2, m_places.names, small.height()), Qt::AlignRight | Qt::AlignTop, tr("spikes"));
    painter.drawText(titles, Qt::AlignRight | Qt::AlignVCenter, m_scale == Scale::Linear ? tr("neurons") : tr("neurons, logarithmic"));
}

void RateHistogram::paintRow(QPainter& painter, int row, const QRectF& area)
{
    const auto colours = chartColours(palette());
    const auto neurons = static_cast<qint64>(m_figures.statistics.neurons[static_cast<std::size_t>(row)]);
    if (row == m_current) {
        auto wash = palette().color(QPalette::Highlight);
        wash.setAlphaF(0.15F);
        painter.fillRect(area, wash);
    }
    painter.setPen(palette().color(QPalette::Text));
    painter.drawText(QRectF(0, area.top(), m_places.names, area.height()), Qt::AlignRight | Qt::AlignVCenter, QLocale().toString(row));
    if (m_places.left > m_places.kinds) {
        painter.setFont(scaled(font(), 0.9));
        painter.setPen(colours.faint);
        painter.drawText(QRectF(m_places.names + 8, area.top(), m_places.kinds - m_places.names, area.height()), Qt::AlignLeft | Qt::AlignVCenter,
                         wordOf(kindOf(row)));
        painter.setFont(font());
    }
    const double thickness = std::clamp(area.height() - 6.0, 6.0, 34.0);
    const double length = (m_places.right - m_places.left) * lengthOf(neurons);
    painter.setPen(Qt::NoPen);
    painter.setBrush(colourOf(kindOf(row)));
    if (neurons > 0) // a single neuron is seen, too
        painter.drawRect(QRectF(m_places.left, area.center().y() - thickness / 2, std::max(1.0, length), thickness));
    painter.setPen(palette().color(QPalette::Text));
    const double text = m_places.left + length + 5;
    painter.drawText(QRectF(text, area.top(), area.right() - text + 1, area.height()), Qt::AlignLeft | Qt::AlignVCenter,
                     countText(neurons, m_places.shares));
}

void RateHistogram::onChosen(int row)
{
    m_current = row;
    setAccessibleDescription(barText(row));
    viewport()->update();
}

void RateHistogram::refresh()
{
    setAccessibleName(tr("Neurons by their number of spikes"));
    setAccessibleDescription(m_current < 0 ? summary() : barText(m_current));
    rowsChanged();
}

void RateHistogram::focusOutEvent(QFocusEvent* event)
{
    RowView::focusOutEvent(event);
    m_current = -1;
    refresh();
}

void RateHistogram::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::FontChange)
        refresh();
    RowView::changeEvent(event);
}

}
