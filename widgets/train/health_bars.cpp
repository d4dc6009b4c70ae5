#include "widgets/train/health_bars.h"

#include "widgets/layer_text.h"
#include "widgets/paint.h"
#include "widgets/theme.h"
#include "widgets/train/verdict_line.h"

#include <QPainter>

#include <algorithm>
#include <array>

namespace spikeclip::widgets {

HealthBars::HealthBars(QWidget* parent) : RowView(parent) {}

void HealthBars::setPoint(const data::HealthPoint& point, data::HealthMeasure measure, const QString& moment)
{
    m_point = point;
    m_measure = measure;
    m_moment = moment;
    m_verdict = data::verdictOn(point);
    double most = 0;
    for (const auto& layer : point.layers)
        most = std::max(most, data::valueOf(layer, measure));
    constexpr std::array ends = {0.01, 0.02, 0.05, 0.1, 0.2, 0.3, 0.5};
    const auto* end = std::ranges::find_if(ends, [most](double e) { return most <= e; });
    m_end = end == ends.end() ? 1 : *end;
    setAccessibleName(tr("Layers now"));
    rowsChanged();
}

void HealthBars::chooseLayer(const QString& path)
{
    m_chosen = path;
    if (const int row = chosenRow(); row >= 0)
        scrollTo(row);
    viewport()->update();
}

int HealthBars::chosenRow() const
{
    const auto found = std::ranges::find(m_point.layers, m_chosen.toStdString(), &data::LayerHealth::name);
    return found == m_point.layers.end() ? -1 : static_cast<int>(found - m_point.layers.begin());
}

void HealthBars::onChosen(int row)
{
    chooseLayer(QString::fromStdString(m_point.layers[static_cast<std::size_t>(row)].name));
    Q_EMIT layerChosen(m_chosen);
}

bool HealthBars::isIll(int row) const
{
    return std::ranges::find(m_verdict.silent, row) != m_verdict.silent.end()
           || std::ranges::find(m_verdict.saturated, row) != m_verdict.saturated.end();
}

QString HealthBars::valueText(int row) const
{
    const double value = data::valueOf(m_point.layers[static_cast<std::size_t>(row)], m_measure);
    return m_measure == data::HealthMeasure::Rate ? rateText(value) : percentText(value);
}

QString HealthBars::nameText(int row) const
{
    const auto path = QString::fromStdString(m_point.layers[static_cast<std::size_t>(row)].name);
    const int block = blockOf(path);
    return block < 0 ? layerText(path) : tr("%1 %2", "number of a block, layer in it: 1 attn q").arg(block + 1).arg(layerText(path));
}

QString HealthBars::absence() const
{
    return tr("No layers yet");
}

QString HealthBars::rowTip(int row) const
{
    const auto& layer = m_point.layers[static_cast<std::size_t>(row)];
    auto text = tr("%1: rate %2, dead %3, saturated %4")
                    .arg(QString::fromStdString(layer.name), rateText(layer.rate), percentText(layer.dead), percentText(layer.saturated));
    if (std::ranges::find(m_verdict.silent, row) != m_verdict.silent.end())
        text += QLatin1Char('\n') + tr("Nearly silent");
    else if (isIll(row))
        text += QLatin1Char('\n') + tr("Saturated");
    return text;
}

void HealthBars::paintUnderRows(QPainter& painter)
{
    painter.setFont(scaled(font(), 0.9));
    painter.setPen(chartColours(palette()).faint);
    const QRectF line(4, 0, extent().width() - 8, headerHeight());
    painter.drawText(line, Qt::AlignLeft | Qt::AlignVCenter,
                     QFontMetrics(painter.font()).elidedText(m_moment, Qt::ElideRight, static_cast<int>(line.width())));
}

void HealthBars::paintRow(QPainter& painter, int row, const QRectF& area)
{
    const auto colours = chartColours(palette());
    const auto metrics = fontMetrics();
    if (row == chosenRow()) {
        auto tint = palette().color(QPalette::Highlight);
        tint.setAlphaF(0.2F);
        painter.setPen(Qt::NoPen);
        painter.setBrush(tint);
        painter.drawRoundedRect(area.adjusted(1, 0, -1, 0), 3, 3);
    }
    double names = 0;
    for (int i = 0; i < rowCount(); ++i)
        names = std::max<double>(names, metrics.horizontalAdvance(nameText(i)));
    names = std::min(names, 0.42 * area.width());
    const double values = metrics.horizontalAdvance(m_measure == data::HealthMeasure::Rate ? rateText(0.999) : percentText(1)) + 8;
    constexpr double mark = 16;
    const double left = 4 + names + 6;
    const double right = area.right() - 4 - values - mark;
    painter.setPen(palette().color(QPalette::Text));
    painter.drawText(QRectF(4, area.top(), names, area.height()), Qt::AlignRight | Qt::AlignVCenter,
                     metrics.elidedText(nameText(row), Qt::ElideLeft, static_cast<int>(names)));
    const double value = data::valueOf(m_point.layers[static_cast<std::size_t>(row)], m_measure);
    const double thickness = std::clamp(area.height() - 4, 2.0, 14.0);
    const bool ill = isIll(row);
    painter.setPen(Qt::NoPen);
    painter.setBrush(ill ? colours.warning : colours.accent);
    painter.drawRoundedRect(
        QRectF(left, area.center().y() - thickness / 2, std::max(1.0, (right - left) * std::clamp(value / m_end, 0.0, 1.0)), thickness), 2, 2);
    painter.setPen(palette().color(QPalette::Text));
    painter.drawText(QRectF(right, area.top(), values, area.height()), Qt::AlignRight | Qt::AlignVCenter, valueText(row));
    if (ill)
        VerdictLine::paintMark(painter, VerdictLine::Kind::Attention, QRectF(area.right() - mark, area.center().y() - 7, 14, 14), palette());
}

}
