#include "widgets/rate_chart.h"

#include "widgets/paint.h"
#include "widgets/theme.h"

#include <QEvent>
#include <QLocale>
#include <QPainter>
#include <QRegularExpression>

#include <algorithm>
#include <array>

namespace spikeclip::widgets {

namespace {

/// The last part of a module path without what all of them share: "block.0.attn.q_lif" is "attn q".
QString shortName(const QString& path)
{
    static const QRegularExpression prefix(QStringLiteral("^(block\\.\\d+\\.|patch_embed\\.)"));
    static const QRegularExpression suffix(QStringLiteral("_lif$"));
    auto name = path;
    name.remove(prefix).remove(suffix);
    const auto parts = name.split(QLatin1Char('.'));
    static const QRegularExpression stage(QStringLiteral("^block(\\d+)$"));
    if (const auto match = stage.match(name); match.hasMatch())
        return RateChart::tr("stage %1").arg(match.captured(1)); // the reference calls stages of its stem blocks, too
    if (parts.size() == 2 && parts[1].startsWith(parts[0]))
        return parts[1]; // "mlp.mlp1" says it twice
    return name.replace(QLatin1Char('.'), QLatin1Char(' '));
}

int blockOf(const QString& path)
{
    static const QRegularExpression block(QStringLiteral("^block\\.(\\d+)\\."));
    const auto match = block.match(path);
    return match.hasMatch() ? match.captured(1).toInt() : -1;
}

QString rateText(double rate) { return QLocale().toString(rate, 'f', 3); }

}

RateChart::RateChart(QWidget* parent) : RowView(parent) { refresh(); }

void RateChart::setRates(const QList<LayerRate>& layers, double meanRate, const QString& absence)
{
    m_layers = layers;
    m_mean = meanRate;
    m_absence = absence;
    refresh();
}

double RateChart::axisEnd() const
{
    double largest = 0;
    for (const auto& layer : m_layers)
        largest = std::max({largest, layer.largest, layer.rate});
    constexpr std::array ends = {0.05, 0.1, 0.2, 0.3, 0.4, 0.6, 0.8, 1.0};
    const auto* end = std::ranges::find_if(ends, [largest](double e) { return largest <= e; });
    return end == ends.end() ? 1.0 : *end;
}

QString RateChart::summary() const
{
    if (m_layers.isEmpty())
        return m_absence.isEmpty() ? tr("No firing rates yet") : m_absence;
    const auto [least, most] = std::ranges::minmax_element(m_layers, {}, &LayerRate::rate);
    return tr("%n layer(s). Mean %1 spikes per neuron and step; least %2 in %3, most %4 in %5.", nullptr, static_cast<int>(m_layers.size()))
        .arg(rateText(m_mean), rateText(least->rate), least->name, rateText(most->rate), most->name);
}

void RateChart::refresh()
{
    m_lines.clear();
    int group = -2;
    for (int i = 0; i < m_layers.size(); ++i) {
        const int block = blockOf(m_layers[i].name);
        if (block != group) {
            m_lines << Line{.text = block < 0 ? tr("Stem") : tr("Block %1").arg(block + 1), .layer = -1, .inBlock = block >= 0};
            group = block;
        }
        m_lines << Line{.text = shortName(m_layers[i].name), .layer = i, .inBlock = block >= 0};
    }
    setAccessibleName(tr("Firing rate per layer"));
    setAccessibleDescription(summary());
    rowsChanged();
}

int RateChart::footerHeight() const { return fontMetrics().height() + 4; }

QSize RateChart::sizeHint() const { return {320, footerHeight() + 14 * (fontMetrics().height() + 3)}; }

QSize RateChart::minimumSizeHint() const { return {180, footerHeight() + 4 * (fontMetrics().height() + 1)}; }

RateChart::Places RateChart::places() const
{
    const auto metrics = fontMetrics();
    double names = 0;
    for (const auto& line : m_lines)
        names = std::max<double>(names, line.layer < 0 ? 0 : metrics.horizontalAdvance(line.text));
    names = std::min(names + 8, 0.45 * viewport()->width());
    return {.names = names, .left = names + 8, .right = viewport()->width() - metrics.horizontalAdvance(rateText(0)) - 10.0};
}

void RateChart::paintUnderRows(QPainter& painter)
{
    m_places = places();
    const auto colours = chartColours(palette());
    const double end = axisEnd();
    const auto rows = rowArea();
    constexpr int parts = 2;
    painter.setFont(scaled(font(), 0.9));
    for (int i = 0; i <= parts; ++i) {
        const double x = m_places.at(double(i) / parts);
        painter.setPen(QPen(colours.grid, 1));
        painter.drawLine(QPointF(x, rows.top()), QPointF(x, rows.bottom()));
        painter.setPen(colours.faint);
        painter.drawText(QRectF(x - 40, rows.bottom() + 2, 80, footerHeight() - 2), Qt::AlignHCenter | Qt::AlignTop, QLocale().toString(end * i / parts, 'g', 3));
    }
}

void RateChart::paintRow(QPainter& painter, int row, const QRectF& area)
{
    const auto& line = m_lines[row];
    const auto colours = chartColours(palette());
    if (line.layer < 0) {
        auto bold = font();
        bold.setBold(true);
        painter.setFont(bold);
        painter.setPen(colours.faint);
        painter.drawText(area, Qt::AlignLeft | Qt::AlignVCenter, line.text);
        painter.setFont(font());
        return;
    }
    const double rate = m_layers[line.layer].rate;
    const double end = m_places.at(std::clamp(rate / axisEnd(), 0.0, 1.0));
    painter.setPen(palette().color(QPalette::Text));
    painter.drawText(QRectF(0, area.top(), m_places.names, area.height()), Qt::AlignRight | Qt::AlignVCenter,
                     fontMetrics().elidedText(line.text, Qt::ElideMiddle, static_cast<int>(m_places.names)));
    const double thickness = std::clamp(area.height() - 8.0, 6.0, 20.0);
    painter.setPen(Qt::NoPen);
    painter.setBrush(line.inBlock ? colours.accent : colours.second);
    painter.drawRoundedRect(QRectF(m_places.left, area.center().y() - thickness / 2, end - m_places.left, thickness), 2, 2);
    painter.setPen(colours.faint);
    painter.drawText(QRectF(end + 5, area.top(), 80, area.height()), Qt::AlignLeft | Qt::AlignVCenter, rateText(rate));
}

QString RateChart::rowTip(int row) const
{
    if (m_lines[row].layer < 0)
        return {};
    const auto& layer = m_layers[m_lines[row].layer];
    return tr("%1\n%2 neurons, %3 spikes per neuron and step").arg(layer.name, QLocale().toString(layer.neurons), QLocale().toString(layer.rate, 'f', 4));
}

void RateChart::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::FontChange)
        refresh();
    RowView::changeEvent(event);
}

}
