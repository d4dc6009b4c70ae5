#include "widgets/speed_chart.h"

#include "widgets/layer_text.h"
#include "widgets/paint.h"
#include "widgets/theme.h"

#include <QEvent>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QLocale>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>
#include <cmath>

namespace spikeclip::widgets {

namespace {

constexpr double rateEndAtLeast = 0.5;
constexpr double shareEndAtLeast = 1.25; // the dense line never is the upper edge
constexpr double shareEndAtMost = 2;     // what is slower still leaves the chart, or it would flatten all the rest
constexpr double markSize = 9;
constexpr double reach = 14;             // pixels from the pointer to the dot it names

QString rateMark(double rate) { return SpeedChart::tr("%1 %").arg(QLocale().toString(100 * rate, 'f', 0)); }

bool isUsable(const data::LayerSpeed& layer) { return layer.denseMs > 0 && !layer.event.empty(); }

bool hasBreakEven(const data::LayerSpeed& layer) { return layer.breakEven < 1; }

}

SpeedChart::SpeedChart(QWidget* parent) : QWidget(parent)
{
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    refresh();
}

void SpeedChart::setSpeed(const data::MachineSpeed& speed)
{
    m_speed = speed;
    std::erase_if(m_speed.layers, [](const auto& layer) { return !isUsable(layer); });
    refresh();
}

void SpeedChart::setTimes(const std::vector<data::LayerTime>& times)
{
    m_times = times;
    refresh();
}

void SpeedChart::refresh()
{
    const auto before = m_current >= 0 ? m_dots[static_cast<std::size_t>(m_current)].time.name : std::string();
    m_dots.clear();
    for (const auto& time : m_times)
        if (const auto* speed = m_speed.find(time.shape); speed && std::isfinite(time.ms))
            m_dots.push_back({time, speed});
    std::ranges::stable_sort(m_dots, {}, [](const Dot& dot) { return dot.time.inputRate; });
    const auto again = std::ranges::find(m_dots, before, [](const Dot& dot) { return dot.time.name; });
    m_current = before.empty() || again == m_dots.end() ? -1 : static_cast<int>(again - m_dots.begin()); // the layer, not the place
    setAccessibleName(tr("Rate against time on this computer"));
    setCurrent(m_current);
}

void SpeedChart::setCurrent(int dot)
{
    m_current = dot;
    setAccessibleDescription(dot < 0 ? summary() : dotText(dot));
    update();
}

QString SpeedChart::dotText(int dot) const
{
    const auto& chosen = m_dots[static_cast<std::size_t>(dot)];
    const auto figures = tr("%1 (%2)\nrate %3, %4 = %5 \u00d7 dense", "a layer's module path, event-driven or dense, and its figures")
                             .arg(QString::fromStdString(chosen.time.name), pathText(chosen.time.path), percentText(chosen.time.inputRate),
                                  timeText(chosen.time.ms), QLocale().toString(chosen.share(), 'f', 2));
    return hasBreakEven(*chosen.speed) ? tr("%1; break-even %2").arg(figures, percentText(chosen.speed->breakEven))
                                       : tr("%1; skipping always pays").arg(figures);
}

QString SpeedChart::caption() const
{
    if (m_speed.layers.empty())
        return tr("Not measured yet");
    double least = 1;
    double most = 0;
    for (const auto& layer : m_speed.layers)
        if (hasBreakEven(layer)) {
            least = std::min(least, layer.breakEven);
            most = std::max(most, layer.breakEven);
        }
    const auto where = tr("Measured with %n thread(s) on %1", nullptr, m_speed.threads).arg(QString::fromStdString(m_speed.machine));
    if (least > most)
        return tr("%1\nSkipping silent neurons always pays").arg(where);
    return least == most ? tr("%1\nBreak-even at a rate of %2").arg(where, percentText(least))
                         : tr("%1\nBreak-even at rates from %2 to %3").arg(where, percentText(least), percentText(most));
}

QString SpeedChart::summary() const
{
    if (m_speed.layers.empty())
        return caption();
    const auto event = static_cast<int>(std::ranges::count_if(m_dots, [](const Dot& dot) { return dot.time.path == data::SynapsePath::Event; }));
    const auto measured = caption().replace(QLatin1Char('\n'), QLatin1String(". "));
    auto text = tr("%n shape(s) of layers. %1.", nullptr, static_cast<int>(m_speed.layers.size())).arg(measured);
    if (!m_dots.empty())
        text += QLatin1Char(' ') + tr("Layers of this picture: %1 event-driven, %2 dense.").arg(event).arg(dotCount() - event);
    return text;
}

QSize SpeedChart::sizeHint() const { return {340, 12 * fontMetrics().height()}; }

QSize SpeedChart::minimumSizeHint() const { return {200, 9 * fontMetrics().height()}; }

QPointF SpeedChart::Frame::at(double rate, double share) const
{
    return {area.left() + area.width() * rate / rateEnd, area.bottom() - area.height() * share / shareEnd};
}

SpeedChart::Frame SpeedChart::frame() const
{
    double rateEnd = rateEndAtLeast;
    double shareEnd = shareEndAtLeast;
    for (const auto& layer : m_speed.layers)
        for (const auto& point : layer.event) {
            rateEnd = std::max(rateEnd, point.rate);
            shareEnd = std::max(shareEnd, point.ms / layer.denseMs);
        }
    for (const auto& dot : m_dots) {
        rateEnd = std::max(rateEnd, dot.time.inputRate);
        shareEnd = std::max(shareEnd, dot.share() + 0.1);
    }
    const QFontMetricsF small(scaled(font(), 0.9));
    const double left = std::max(small.horizontalAdvance(QLocale().toString(0.5, 'f', 1)) + 8, small.horizontalAdvance(rateMark(0)) / 2);
    const double right = small.horizontalAdvance(rateMark(0.5)) / 2 + 2;
    const double top = small.height() + 6;              // legend
    const double bottom = 4 * small.height() + 12;      // numbers, axis title, two lines of caption
    Frame result{.area = QRectF(left, top, std::max(1.0, width() - left - right), std::max(1.0, height() - top - bottom)),
                 .titleTop = top + 1,
                 .rateEnd = rateEnd,
                 .shareEnd = std::min(shareEnd, shareEndAtMost)};
    // Curves begin low, so the upper left corner is free, unless a dot lies that high: then the plot begins below its title.
    if (std::ranges::any_of(m_dots, [&](const Dot& dot) { return place(result, dot).y() < result.titleTop + small.height() + markSize / 2; }))
        result.area.setTop(std::min(result.titleTop + small.height() + markSize / 2, result.area.bottom() - 1));
    return result;
}

QPointF SpeedChart::place(const Frame& frame, const Dot& dot) const { return frame.at(dot.time.inputRate, std::min(dot.share(), frame.shareEnd)); }

int SpeedChart::dotAt(QPointF position) const
{
    const auto shown = frame();
    int nearest = -1;
    double least = reach * reach;
    for (int i = 0; i < dotCount(); ++i) {
        const auto apart = place(shown, m_dots[static_cast<std::size_t>(i)]) - position;
        if (const double distance = QPointF::dotProduct(apart, apart); distance < least) {
            least = distance;
            nearest = i;
        }
    }
    return nearest;
}

void SpeedChart::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    if (m_speed.layers.empty()) {
        paintPlaceholder(painter, *this, rect(), summary());
    } else {
        const auto shown = frame();
        paintAxes(painter, shown);
        paintCurves(painter, shown);
        paintDots(painter, shown);
        paintCaption(painter, shown);
    }
    paintFocusRing(painter, *this);
}

void SpeedChart::paintAxes(QPainter& painter, const Frame& frame) const
{
    const auto colours = chartColours(palette());
    const QLocale locale;
    painter.setFont(scaled(font(), 0.9));
    const QFontMetricsF small(painter.font());
    const double line = small.height();
    const auto& area = frame.area;

    const double rateStep = area.width() / (10 * frame.rateEnd) > small.horizontalAdvance(rateMark(0.5)) + 8 ? 0.1 : 0.25;
    for (double rate = 0; rate <= frame.rateEnd + 1e-9; rate += rateStep) {
        const auto foot = frame.at(rate, 0);
        painter.setPen(QPen(colours.grid, 1));
        painter.drawLine(foot, QPointF(foot.x(), area.top()));
        painter.setPen(colours.faint);
        painter.drawText(QRectF(foot.x() - 30, foot.y() + 2, 60, line), Qt::AlignCenter, rateMark(rate));
    }
    for (double share = 0; share <= frame.shareEnd + 1e-9; share += 0.5) {
        const auto start = frame.at(0, share);
        painter.setPen(QPen(share == 1 ? colours.faint : colours.grid, share == 1 ? 1.6 : 1));
        painter.drawLine(start, QPointF(area.right(), start.y()));
        painter.setPen(colours.faint);
        if (share > 0) // the other axis' zero stands there
            painter.drawText(QRectF(0, start.y() - line / 2, area.left() - 5, line), Qt::AlignRight | Qt::AlignVCenter,
                             locale.toString(share, 'f', share == std::floor(share) ? 0 : 1));
    }
    painter.setPen(colours.faint);
    painter.drawText(QRectF(0, area.bottom() + line + 2, area.right(), line), Qt::AlignRight | Qt::AlignVCenter, tr("firing rate of the input"));

    const auto title = small.elidedText(tr("time (1: every neuron computed)"), Qt::ElideRight, area.width() - 8);
    painter.drawText(QRectF(area.left() + 5, frame.titleTop, area.width() - 8, line), Qt::AlignLeft | Qt::AlignVCenter, title);

    double x = area.left() + markSize / 2;
    for (const auto path : {data::SynapsePath::Event, data::SynapsePath::Dense}) {
        paintPathMark(painter, path, QPointF(x, line / 2 + 1), markSize - 1, path == data::SynapsePath::Event ? colours.event : colours.dense);
        painter.setPen(colours.faint);
        painter.drawText(QRectF(x + markSize, 1, 200, line), Qt::AlignLeft | Qt::AlignVCenter, pathText(path));
        x += small.horizontalAdvance(pathText(path)) + 3 * markSize;
    }
    painter.setPen(QPen(colours.faint, 1.4));
    painter.setBrush(palette().color(QPalette::Base));
    painter.drawPolygon(QPolygonF{{x - 4, line / 2 + 1}, {x, line / 2 - 3}, {x + 4, line / 2 + 1}, {x, line / 2 + 5}});
    painter.setPen(colours.faint);
    painter.drawText(QRectF(x + markSize, 1, width() - x - markSize, line), Qt::AlignLeft | Qt::AlignVCenter, tr("break-even"));
}

void SpeedChart::paintCurves(QPainter& painter, const Frame& frame) const
{
    const auto colours = chartColours(palette());
    const auto* chosen = m_current < 0 ? nullptr : m_dots[static_cast<std::size_t>(m_current)].speed;
    const auto paint = [&](const data::LayerSpeed& layer, const QPen& pen) {
        QPolygonF curve;
        for (const auto& point : layer.event)
            curve << frame.at(point.rate, point.ms / layer.denseMs);
        painter.setPen(pen);
        painter.drawPolyline(curve);
    };
    painter.save();
    painter.setClipRect(frame.area);
    for (const auto& layer : m_speed.layers)
        if (&layer != chosen)
            paint(layer, QPen(colours.quiet, 1));
    if (chosen)
        paint(*chosen, QPen(colours.accent, 2.2));
    painter.restore();
    for (const auto& layer : m_speed.layers) {
        if (!hasBreakEven(layer))
            continue;
        const auto at = frame.at(layer.breakEven, 1);
        painter.setBrush(palette().color(QPalette::Base));
        painter.setPen(QPen(&layer == chosen ? colours.accent : colours.faint, &layer == chosen ? 2.2 : 1.4));
        painter.drawPolygon(QPolygonF{at + QPointF(-4, 0), at + QPointF(0, -4), at + QPointF(4, 0), at + QPointF(0, 4)});
    }
}

void SpeedChart::paintDots(QPainter& painter, const Frame& frame) const
{
    const auto colours = chartColours(palette());
    for (const auto& dot : m_dots) {
        const auto at = place(frame, dot);
        paintPathMark(painter, dot.time.path, at, markSize + 2.5, palette().color(QPalette::Base)); // a rim, so that dots in a heap can be counted
        paintPathMark(painter, dot.time.path, at, markSize, dot.time.path == data::SynapsePath::Event ? colours.event : colours.dense);
    }
    if (m_current >= 0) {
        const auto& chosen = m_dots[static_cast<std::size_t>(m_current)];
        const auto at = place(frame, chosen);
        paintPathMark(painter, chosen.time.path, at, markSize + 2, chosen.time.path == data::SynapsePath::Event ? colours.event : colours.dense);
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(palette().color(QPalette::Text), 2));
        painter.drawEllipse(at, markSize, markSize);
    }
}

double SpeedChart::captionTop(const Frame& frame) const { return frame.area.bottom() + 2 * QFontMetricsF(scaled(font(), 0.9)).height() + 6; }

void SpeedChart::paintCaption(QPainter& painter, const Frame& frame) const
{
    painter.setFont(scaled(font(), 0.9));
    const QFontMetricsF small(painter.font());
    painter.setPen(m_current < 0 ? chartColours(palette()).faint : palette().color(QPalette::Text));
    double top = captionTop(frame);
    for (const auto& line : (m_current < 0 ? caption() : dotText(m_current)).split(QLatin1Char('\n'))) {
        painter.drawText(QRectF(2, top, width() - 4, small.height()), Qt::AlignLeft | Qt::AlignVCenter, small.elidedText(line, Qt::ElideRight, width() - 4));
        top += small.height();
    }
}

void SpeedChart::keyPressEvent(QKeyEvent* event)
{
    const int last = dotCount() - 1;
    switch (last < 0 ? 0 : event->key()) { // without dots there is no use for any key
    case Qt::Key_Left:
        setCurrent(m_current < 0 ? last : std::max(0, m_current - 1));
        break;
    case Qt::Key_Right:
        setCurrent(std::min(last, m_current + 1));
        break;
    case Qt::Key_Home:
        setCurrent(0);
        break;
    case Qt::Key_End:
        setCurrent(last);
        break;
    case Qt::Key_Escape:
        if (m_current >= 0) {
            setCurrent(-1);
            break;
        }
        [[fallthrough]];
    default:
        QWidget::keyPressEvent(event);
    }
}

void SpeedChart::mouseMoveEvent(QMouseEvent* event)
{
    if (const int dot = dotAt(event->position()); dot != m_current && (dot >= 0 || !hasFocus()))
        setCurrent(dot);
}

bool SpeedChart::event(QEvent* event)
{
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    const auto* help = static_cast<QHelpEvent*>(event);
    const bool onCaption = !m_speed.layers.empty() && help->pos().y() >= captionTop(frame());
    QToolTip::showText(help->globalPos(), !onCaption ? QString() : m_current < 0 ? caption() : dotText(m_current), this); // it may be cut off
    return true;
}

void SpeedChart::leaveEvent(QEvent*)
{
    if (!hasFocus())
        setCurrent(-1);
}

void SpeedChart::focusInEvent(QFocusEvent* event)
{
    QWidget::focusInEvent(event);
    update();
}

void SpeedChart::focusOutEvent(QFocusEvent* event)
{
    QWidget::focusOutEvent(event);
    setCurrent(-1);
}

void SpeedChart::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::LocaleChange)
        refresh();
    update();
    QWidget::changeEvent(event);
}

}
