#include "widgets/rate_chart.h"

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

constexpr double markSize = 8;
constexpr double markStep = 10; // from one mark to the next

/// Where a mean lies: on the bar, beyond it, or in the legend.
void paintTick(QPainter& painter, double x, double top, double bottom, const QPalette& palette)
{
    painter.setPen(QPen(palette.color(QPalette::Base), 4, Qt::SolidLine, Qt::FlatCap)); // a rim, so that it stands out on any bar
    painter.drawLine(QPointF(x, top), QPointF(x, bottom));
    painter.setPen(QPen(palette.color(QPalette::Text), 2, Qt::SolidLine, Qt::FlatCap));
    painter.drawLine(QPointF(x, top), QPointF(x, bottom));
}

}

RateChart::RateChart(QWidget* parent) : RowView(parent) { refresh(); }

void RateChart::setTable(const RateTable& table)
{
    m_table = table;
    m_totalMs = totalMs(table.unfed);
    for (const auto& layer : table.layers)
        m_totalMs += totalMs(layer.fed);
    refresh();
}

void RateChart::chooseLayer(const QString& layer)
{
    m_chosen = layer;
    if (const int row = chosenRow(); row >= 0)
        scrollTo(row);
    viewport()->update();
}

int RateChart::chosenRow() const
{
    const auto isChosen = [this](const Line& line) { return line.kind == Line::Kind::Layer && m_table.layers[line.layer].name == m_chosen; };
    const auto found = std::ranges::find_if(m_lines, isChosen);
    return found == m_lines.end() ? -1 : static_cast<int>(found - m_lines.begin());
}

void RateChart::onChosen(int row)
{
    chooseLayer(m_table.layers[m_lines[row].layer].name);
    Q_EMIT layerChosen(m_chosen);
}

std::optional<double> RateChart::meanOf(const LayerRate& layer) const
{
    return m_table.sessionPictures > 1 ? layer.sessionMean : std::nullopt;
}

bool RateChart::hasMeans() const
{
    return std::ranges::any_of(m_table.layers, [this](const LayerRate& layer) { return meanOf(layer).has_value(); });
}

double RateChart::axisEnd() const
{
    double largest = 0;
    for (const auto& layer : m_table.layers)
        largest = std::max({largest, layer.largest, layer.rate, meanOf(layer).value_or(0)});
    constexpr std::array ends = {0.05, 0.1, 0.2, 0.3, 0.4, 0.6, 0.8, 1.0};
    const auto* end = std::ranges::find_if(ends, [largest](double e) { return largest <= e; });
    return end == ends.end() ? 1.0 : *end;
}

QString RateChart::summary() const
{
    const auto& layers = m_table.layers;
    if (layers.isEmpty())
        return m_table.absence.isEmpty() ? tr("No firing rates yet") : m_table.absence;
    const auto [least, most] = std::ranges::minmax_element(layers, {}, &LayerRate::rate);
    auto story = tr("%n layer(s). Mean %1 spikes per neuron and step; least %2 in %3, most %4 in %5.", nullptr, static_cast<int>(layers.size()))
                     .arg(rateText(m_table.meanRate), rateText(least->rate), least->name, rateText(most->rate), most->name);
    if (hasMeans())
        story += QLatin1Char(' ') + meansStory();
    if (hasTimes())
        story += QLatin1Char(' ') + timesStory();
    return story;
}

QString RateChart::meansStory() const
{
    const auto distance = [this](const LayerRate& layer) { return std::abs(layer.rate - meanOf(layer).value_or(layer.rate)); };
    const auto furthest = std::ranges::max_element(m_table.layers, {}, distance);
    return tr("Compared with the mean of the %n picture(s) of this session, %1 differs most: %2, on average %3.", nullptr, m_table.sessionPictures)
        .arg(furthest->name, rateText(furthest->rate), rateText(meanOf(*furthest).value_or(furthest->rate)));
}

QString RateChart::timesStory() const
{
    int event = 0;
    int dense = 0;
    const auto count = [&](const std::vector<data::LayerTime>& times) {
        for (const auto& time : times)
            if (hasChoice(time))
                ++(time.path == data::SynapsePath::Event ? event : dense);
    };
    count(m_table.unfed);
    for (const auto& layer : m_table.layers)
        count(layer.fed);
    const auto slowest = std::ranges::max_element(m_table.layers, {}, [](const LayerRate& layer) { return totalMs(layer.fed); });
    return tr("All synapses took %1 in this pass on this computer, those behind the picture %2 and those behind %3, the slowest, %4. "
              "Event-driven layers of synapses: %5; dense: %6.")
        .arg(timeText(m_totalMs), timeText(totalMs(m_table.unfed)), slowest->name, timeText(totalMs(slowest->fed)))
        .arg(event)
        .arg(dense);
}

void RateChart::refresh()
{
    m_lines.clear();
    if (!m_table.layers.isEmpty() && !m_table.unfed.empty())
        m_lines << Line{.text = tr("picture"), .kind = Line::Kind::Picture, .layer = -1, .inBlock = false};
    int group = -2;
    for (int i = 0; i < m_table.layers.size(); ++i) {
        const auto& name = m_table.layers[i].name;
        const int block = blockOf(name);
        if (block != group) {
            m_lines << Line{.text = groupText(block), .kind = Line::Kind::Heading, .layer = -1, .inBlock = block >= 0};
            if (m_lines.size() == 2)
                m_lines.swapItemsAt(0, 1); // the picture feeds the first group
            group = block;
        }
        m_lines << Line{.text = layerText(name), .kind = Line::Kind::Layer, .layer = i, .inBlock = block >= 0};
    }
    setAccessibleName(tr("Firing rate per layer"));
    setAccessibleDescription(summary());
    rowsChanged();
}

int RateChart::headerHeight() const
{
    return hasTimes() || hasMeans() ? fontMetrics().height() + 2 : 0;
}

int RateChart::footerHeight() const { return (fontMetrics().height() + 4) * (hasTimes() ? 2 : 1); }

QSize RateChart::sizeHint() const { return {320, headerHeight() + footerHeight() + 14 * (fontMetrics().height() + 3)}; }

QSize RateChart::minimumSizeHint() const { return {180, headerHeight() + footerHeight() + 4 * (fontMetrics().height() + 1)}; }

const std::vector<data::LayerTime>& RateChart::timesOf(const Line& line) const
{
    static const std::vector<data::LayerTime> none;
    switch (line.kind) {
    case Line::Kind::Layer:
        return m_table.layers[line.layer].fed;
    case Line::Kind::Picture:
        return m_table.unfed;
    case Line::Kind::Heading:
        break;
    }
    return none;
}

RateChart::Places RateChart::places() const
{
    const auto metrics = fontMetrics();
    double names = 0;
    double times = metrics.horizontalAdvance(tr("time"));
    for (const auto& line : m_lines) {
        names = std::max<double>(names, line.kind == Line::Kind::Heading ? 0 : metrics.horizontalAdvance(line.text));
        if (hasTimes())
            times = std::max<double>(times, metrics.horizontalAdvance(timeText(totalMs(timesOf(line)))));
    }
    const double width = extent().width();
    names = std::min(names + 8, 0.45 * width);
    const double marks = hasTimes() ? width - 4 - times - 2 * markStep - 4 : width;
    return {.names = names,
            .left = names + 8,
            .right = marks - metrics.horizontalAdvance(rateText(0)) - 10.0,
            .marks = marks,
            .times = width - 4,
            .axisEnd = axisEnd()};
}

void RateChart::paintUnderRows(QPainter& painter)
{
    m_places = places();
    const auto colours = chartColours(palette());
    const auto rows = rowArea();
    const double line = fontMetrics().height() + 4;
    constexpr int parts = 2;
    painter.setFont(scaled(font(), 0.9));
    for (int i = 0; i <= parts; ++i) {
        const double x = m_places.at(double(i) / parts);
        painter.setPen(QPen(colours.grid, 1));
        painter.drawLine(QPointF(x, rows.top()), QPointF(x, rows.bottom()));
        painter.setPen(colours.faint);
        painter.drawText(QRectF(x - 40, rows.bottom() + 2, 80, line - 2), Qt::AlignHCenter | Qt::AlignTop,
                         QLocale().toString(m_places.axisEnd * i / parts, 'g', 3));
    }
    paintHeader(painter);
    if (!hasTimes())
        return;

    // What the marks mean, and the sum of the column.
    const QFontMetricsF small(painter.font());
    const QRectF bottom(0, rows.bottom() + line, m_places.times, line);
    double x = markSize;
    for (const auto path : {data::SynapsePath::Event, data::SynapsePath::Dense}) {
        paintPathMark(painter, path, QPointF(x, bottom.center().y()), markSize, path == data::SynapsePath::Event ? colours.event : colours.dense);
        x += markSize;
        painter.setPen(colours.faint);
        painter.drawText(QRectF(x, bottom.top(), 200, line), Qt::AlignLeft | Qt::AlignVCenter, pathText(path));
        x += small.horizontalAdvance(pathText(path)) + 2 * markSize;
    }
    painter.setFont(font());
    painter.setPen(palette().color(QPalette::Text));
    auto sum = tr("sum %1").arg(timeText(m_totalMs));
    if (x + fontMetrics().horizontalAdvance(sum) > bottom.right())
        sum = timeText(m_totalMs);
    painter.drawText(bottom, Qt::AlignRight | Qt::AlignVCenter, sum);
}

void RateChart::paintHeader(QPainter& painter) const
{
    const QFontMetricsF small(painter.font());
    const double height = headerHeight();
    const auto faint = chartColours(palette()).faint;
    painter.setPen(faint);
    if (hasTimes()) {
        painter.drawText(QRectF(m_places.left, 0, m_places.marks - m_places.left, height), Qt::AlignLeft | Qt::AlignVCenter, tr("rate"));
        painter.drawText(QRectF(m_places.marks, 0, m_places.times - m_places.marks, height), Qt::AlignRight | Qt::AlignVCenter, tr("time"));
    }
    if (!hasMeans())
        return;
    const double end = (hasTimes() ? m_places.marks : extent().width()) - 4.0;
    const double start = m_places.left + (hasTimes() ? small.horizontalAdvance(tr("rate")) + 10 : 0.0);
    auto text = tr("mean of %n picture(s)", nullptr, m_table.sessionPictures);
    if (start + 7 + small.horizontalAdvance(text) > end)
        text = tr("mean");
    paintTick(painter, start + 1, 3, height - 3, palette());
    painter.setPen(faint);
    painter.drawText(QRectF(start + 7, 0, end - start - 7, height), Qt::AlignLeft | Qt::AlignVCenter,
                     small.elidedText(text, Qt::ElideRight, end - start - 7));
}

void RateChart::paintTime(QPainter& painter, const Line& line, const QRectF& area) const
{
    const auto& times = timesOf(line);
    if (times.empty())
        return;
    const auto colours = chartColours(palette());
    const auto uses = [&](data::SynapsePath path) {
        return std::ranges::any_of(times, [path](const auto& time) { return hasChoice(time) && time.path == path; });
    };
    for (const auto path : {data::SynapsePath::Event, data::SynapsePath::Dense})
        if (uses(path)) {
            const double x = m_places.marks + (path == data::SynapsePath::Event ? 0.5 : 1.5) * markStep;
            paintPathMark(painter, path, QPointF(x, area.center().y()), markSize, path == data::SynapsePath::Event ? colours.event : colours.dense);
        }
    painter.setPen(palette().color(QPalette::Text));
    painter.drawText(QRectF(m_places.marks, area.top(), m_places.times - m_places.marks, area.height()), Qt::AlignRight | Qt::AlignVCenter,
                     timeText(totalMs(times)));
}

void RateChart::paintRow(QPainter& painter, int row, const QRectF& area)
{
    const auto& line = m_lines[row];
    const auto colours = chartColours(palette());
    if (line.kind == Line::Kind::Heading) {
        auto bold = font();
        bold.setBold(true);
        painter.setFont(bold);
        painter.setPen(colours.faint);
        painter.drawText(area, Qt::AlignLeft | Qt::AlignVCenter, line.text);
        painter.setFont(font());
        return;
    }
    if (row == chosenRow()) {
        auto wash = palette().color(QPalette::Highlight);
        painter.setPen(Qt::NoPen);
        painter.setBrush(wash);
        painter.drawRect(QRectF(0, area.top(), 3, area.height()));
        wash.setAlphaF(0.15F);
        painter.fillRect(area, wash);
    }
    paintTime(painter, line, area);
    painter.setPen(palette().color(QPalette::Text));
    painter.drawText(QRectF(0, area.top(), m_places.names, area.height()), Qt::AlignRight | Qt::AlignVCenter,
                     fontMetrics().elidedText(line.text, Qt::ElideMiddle, static_cast<int>(m_places.names)));
    if (line.kind == Line::Kind::Layer)
        paintBar(painter, line, area);
}

void RateChart::paintBar(QPainter& painter, const Line& line, const QRectF& area) const
{
    const auto colours = chartColours(palette());
    const auto& layer = m_table.layers[line.layer];
    const auto place = [this](double rate) { return m_places.at(std::clamp(rate / m_places.axisEnd, 0.0, 1.0)); };
    const double end = place(layer.rate);
    const double thickness = std::clamp(area.height() - 8.0, 6.0, 20.0);
    painter.setPen(Qt::NoPen);
    painter.setBrush(line.inBlock ? colours.accent : colours.second);
    painter.drawRoundedRect(QRectF(m_places.left, area.center().y() - thickness / 2, end - m_places.left, thickness), 2, 2);
    double text = end + 5;
    if (const auto mean = meanOf(layer)) {
        const double x = place(*mean);
        const double half = std::min(thickness / 2 + 3, area.height() / 2);
        paintTick(painter, x, area.center().y() - half, area.center().y() + half, palette());
        if (x > end - 3 && x < text + fontMetrics().horizontalAdvance(rateText(layer.rate)) + 3)
            text = x + 5; // the number makes room for the tick
    }
    painter.setPen(colours.faint);
    painter.drawText(QRectF(text, area.top(), 80, area.height()), Qt::AlignLeft | Qt::AlignVCenter, rateText(layer.rate));
}

QString RateChart::headerTip() const
{
    QStringList tips;
    if (hasMeans())
        tips << meansTip();
    if (hasTimes())
        tips << timesTip();
    return tips.join(QLatin1Char('\n'));
}

QString RateChart::meansTip() const
{
    return tr("The tick across a bar is the mean rate, in as many steps, of the %n picture(s) of this session; each picture counts once.", nullptr,
              m_table.sessionPictures);
}

QString RateChart::timesTip() const
{
    return tr("Time of the synapses these neurons feed, in this pass of all steps on this computer; fewer spikes, less time.");
}

QString RateChart::rowTip(int row) const
{
    const auto& line = m_lines[row];
    QStringList tip;
    if (line.kind == Line::Kind::Layer) {
        const auto& layer = m_table.layers[line.layer];
        tip << tr("%1\n%2 neurons, %3 spikes per neuron and step").arg(layer.name, QLocale().toString(layer.neurons), QLocale().toString(layer.rate, 'f', 4));
        if (const auto mean = meanOf(layer))
            tip << tr("mean of the %n picture(s) of this session: %1", nullptr, m_table.sessionPictures).arg(QLocale().toString(*mean, 'f', 4));
    } else if (line.kind == Line::Kind::Picture) {
        tip << tr("The picture's numbers are no spikes; this layer runs once for all steps.");
    }
    const auto& times = timesOf(line);
    if (!times.empty())
        tip << timesTip();
    else if (hasTimes() && line.kind == Line::Kind::Layer)
        tip << tr("The synapses these neurons feed are timed together with another layer's.");
    for (const auto& time : times) {
        const auto name = QString::fromStdString(time.name);
        tip << (hasChoice(time) ? tr("%1: %2, %3", "layer of synapses, its time, its path").arg(name, timeText(time.ms), pathText(time.path))
                                : tr("%1: %2", "layer of synapses, its time").arg(name, timeText(time.ms)));
    }
    return tip.join(QLatin1Char('\n'));
}

void RateChart::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::FontChange)
        refresh();
    RowView::changeEvent(event);
}

}
