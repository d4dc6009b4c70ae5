#include "widgets/rate_chart.h"

#include "widgets/paint.h"
#include "widgets/theme.h"

#include <QEvent>
#include <QHelpEvent>
#include <QLocale>
#include <QPainter>
#include <QRegularExpression>
#include <QScrollBar>
#include <QToolTip>

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

RateChart::RateChart(QWidget* parent) : QAbstractScrollArea(parent)
{
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::StrongFocus);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    refresh();
}

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
    layOut();
    viewport()->update();
}

int RateChart::lineHeight() const
{
    // As airy as there is room for, never so tight that names touch.
    const int least = fontMetrics().height() + 1;
    const int room = viewport()->height() - axisHeight();
    return m_lines.isEmpty() ? least : std::clamp(room / static_cast<int>(m_lines.size()), least, least + 18);
}

int RateChart::axisHeight() const { return fontMetrics().height() + 4; }

QSize RateChart::sizeHint() const { return {320, axisHeight() + 14 * (fontMetrics().height() + 3)}; }

QSize RateChart::minimumSizeHint() const { return {180, axisHeight() + 4 * (fontMetrics().height() + 1)}; }

void RateChart::layOut()
{
    const int visible = std::max(0, viewport()->height() - axisHeight());
    verticalScrollBar()->setPageStep(visible);
    verticalScrollBar()->setSingleStep(lineHeight());
    verticalScrollBar()->setRange(0, std::max(0, static_cast<int>(m_lines.size()) * lineHeight() - visible));
}

void RateChart::paintEvent(QPaintEvent*)
{
    QPainter painter(viewport());
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillRect(viewport()->rect(), palette().color(QPalette::Base));
    const auto colours = chartColours(palette());
    if (m_layers.isEmpty()) {
        paintPlaceholder(painter, *viewport(), viewport()->rect(), summary());
    } else {
        const auto metrics = fontMetrics();
        double names = 0;
        for (const auto& line : m_lines)
            names = std::max<double>(names, line.layer < 0 ? 0 : metrics.horizontalAdvance(line.text));
        names = std::min(names + 8, 0.45 * viewport()->width());
        const double left = names + 8;
        const double right = viewport()->width() - metrics.horizontalAdvance(rateText(0)) - 10;
        const double end = axisEnd();
        const double bottom = viewport()->height() - axisHeight();
        const auto at = [&](double rate) { return left + (right - left) * std::clamp(rate / end, 0.0, 1.0); };

        constexpr int parts = 2;
        painter.setFont(scaled(font(), 0.9));
        for (int i = 0; i <= parts; ++i) {
            const double rate = end * i / parts;
            painter.setPen(QPen(colours.grid, 1));
            painter.drawLine(QPointF(at(rate), 0), QPointF(at(rate), bottom));
            painter.setPen(colours.faint);
            painter.drawText(QRectF(at(rate) - 40, bottom + 2, 80, axisHeight() - 2), Qt::AlignHCenter | Qt::AlignTop, QLocale().toString(rate, 'g', 3));
        }
        painter.setFont(font());

        painter.setClipRect(QRectF(0, 0, viewport()->width(), bottom));
        const int height = lineHeight();
        const int offset = verticalScrollBar()->value();
        for (int i = offset / height; i < m_lines.size() && i * height - offset < bottom; ++i) {
            const auto& line = m_lines[i];
            const QRectF row(0, i * height - offset, viewport()->width(), height);
            if (line.layer < 0) {
                auto bold = font();
                bold.setBold(true);
                painter.setFont(bold);
                painter.setPen(colours.faint);
                painter.drawText(row, Qt::AlignLeft | Qt::AlignVCenter, line.text);
                painter.setFont(font());
                continue;
            }
            const double rate = m_layers[line.layer].rate;
            painter.setPen(palette().color(QPalette::Text));
            painter.drawText(QRectF(0, row.top(), names, height), Qt::AlignRight | Qt::AlignVCenter,
                             metrics.elidedText(line.text, Qt::ElideMiddle, static_cast<int>(names)));
            const double thickness = std::clamp(height - 8.0, 6.0, 20.0);
            painter.setPen(Qt::NoPen);
            painter.setBrush(line.inBlock ? colours.accent : colours.second);
            painter.drawRoundedRect(QRectF(left, row.center().y() - thickness / 2, at(rate) - left, thickness), 2, 2);
            painter.setPen(colours.faint);
            painter.drawText(QRectF(at(rate) + 5, row.top(), 80, height), Qt::AlignLeft | Qt::AlignVCenter, rateText(rate));
        }
        painter.setClipping(false);
    }
    if (hasFocus()) {
        painter.setPen(QPen(palette().color(QPalette::Highlight), 2));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(QRectF(viewport()->rect()).adjusted(1, 1, -1, -1), 4, 4);
    }
}

void RateChart::resizeEvent(QResizeEvent* event)
{
    QAbstractScrollArea::resizeEvent(event);
    layOut();
}

void RateChart::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::FontChange)
        refresh();
    viewport()->update();
    QAbstractScrollArea::changeEvent(event);
}

void RateChart::focusInEvent(QFocusEvent* event)
{
    QAbstractScrollArea::focusInEvent(event);
    viewport()->update();
}

void RateChart::focusOutEvent(QFocusEvent* event)
{
    QAbstractScrollArea::focusOutEvent(event);
    viewport()->update();
}

bool RateChart::viewportEvent(QEvent* event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto* help = static_cast<QHelpEvent*>(event);
        const int index = (help->pos().y() + verticalScrollBar()->value()) / lineHeight();
        if (index < 0 || index >= m_lines.size() || m_lines[index].layer < 0) {
            QToolTip::hideText();
            return true;
        }
        const auto& layer = m_layers[m_lines[index].layer];
        QToolTip::showText(help->globalPos(),
                           tr("%1\n%2 neurons, %3 spikes per neuron and step")
                               .arg(layer.name, QLocale().toString(layer.neurons), QLocale().toString(layer.rate, 'f', 4)),
                           viewport());
        return true;
    }
    return QAbstractScrollArea::viewportEvent(event);
}

}
