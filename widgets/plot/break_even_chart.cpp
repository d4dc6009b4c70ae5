#include "widgets/plot/break_even_chart.h"

#include "widgets/layer_text.h"
#include "widgets/plot/break_even_plottable.h"
#include "widgets/plot/painted_strip.h"
#include "widgets/plot/qcp.h"
#include "widgets/theme.h"

#include <QKeyEvent>
#include <QLocale>

#include <algorithm>
#include <cmath>

namespace spikeclip::widgets {

namespace {

constexpr double reach = 12; // pixels from the pointer to the dot it means
constexpr int lowPlot = 150; // pixels; a lower plot has no room for all labels
constexpr double lineSample = 26;

/// The lower end of the axis of rates: below everything that can be shown, a round number.
double leastShown(const BreakEvenState& state)
{
    if (!state.logarithmic)
        return 0;
    double least = 0.03; // below the published region
    for (const auto& dot : state.view.dots)
        if (dot.rate > 0)
            least = std::min(least, dot.rate);
    for (const auto& at : state.view.lines)
        for (const auto& rate : {at.memory, at.quantised})
            if (rate && *rate > 0)
                least = std::min(least, *rate);
    for (const double end : {0.02, 0.01, 0.005, 0.002, 0.001, 0.0005, 0.0002})
        if (end <= 0.9 * least)
            return end;
    return 0.0001;
}

QSharedPointer<QCPAxisTickerText> tickerOf(std::initializer_list<double> ticks, QString (*text)(double))
{
    auto ticker = QSharedPointer<QCPAxisTickerText>::create();
    for (const double tick : ticks)
        ticker->addTick(tick, text(tick));
    return ticker;
}

QString rateTick(double rate)
{
    return BreakEvenChart::tr("%1 %").arg(QLocale().toString(100 * rate, 'g', 3));
}

QString stepNumber(double step)
{
    return QLocale().toString(step, 'f', 0);
}

QString stepWithName(double step)
{
    return step == 1 ? BreakEvenChart::tr("T = 1") : stepNumber(step);
}

}

QString rateTextOf(double rate)
{
    if (std::isinf(rate))
        return QStringLiteral("\u221e");
    const double percent = 100 * rate;
    const double size = std::abs(percent);
    return BreakEvenChart::tr("%1 %").arg(QLocale().toString(percent, 'f', size >= 100 || size == std::floor(size) ? 0 : size >= 1 ? 1 : 2));
}

QStringList breakEvenSentences(const BreakEvenView& view)
{
    QStringList list;
    const auto at = std::ranges::find(view.lines, view.step, &energy::BreakEven::steps);
    if (at == view.lines.end())
        return list;
    const auto t = QLocale().toString(view.step);
    const bool known = !view.dots.empty();
    const auto against = [&](double rate, const QString& does, const QString& doesNot) {
        return (view.mean < rate ? does : doesNot).arg(rateTextOf(rate));
    };
    if (known)
        list << BreakEvenChart::tr("Mean rate of this picture: %1.").arg(percentText(view.mean));
    if (at->compute > 1)
        list << BreakEvenChart::tr("At T = %1 the compute-only line lies above 1 (at %2): with these constants the SNN cannot lose.")
                    .arg(t, rateTextOf(at->compute));
    else
        list << (view.mean < at->compute ? BreakEvenChart::tr("At T = %1, compute only, the SNN wins below %2: here it does.")
                                         : BreakEvenChart::tr("At T = %1, compute only, the SNN wins below %2: here it does not."))
                    .arg(t, rateTextOf(at->compute));
    if (!view.hasTwin) {
        list << BreakEvenChart::tr("This model has no ANN twin: there are no lines with memory traffic.");
        return list;
    }
    if (!at->memory) {
        list << BreakEvenChart::tr("Without spikes there are no lines with memory traffic.");
        return list;
    }
    list << (*at->memory <= 0  ? BreakEvenChart::tr("With memory traffic it loses at any rate.")
             : *at->memory > 1 ? BreakEvenChart::tr("With memory traffic, too, it wins at any rate.")
                               : against(*at->memory, BreakEvenChart::tr("With memory traffic it wins below %1: here it does."),
                                         BreakEvenChart::tr("With memory traffic it wins below %1: here it does not.")));
    list << (*at->quantised <= 0 ? BreakEvenChart::tr("Against an equally fine quantised twin it loses at any rate.")
             : *at->quantised > 1
                 ? BreakEvenChart::tr("Against an equally fine quantised twin, too, it wins at any rate.")
                 : against(*at->quantised, BreakEvenChart::tr("Against an equally fine quantised twin it wins below %1: here it does."),
                           BreakEvenChart::tr("Against an equally fine quantised twin it wins below %1: here it does not.")));
    if (known) {
        const auto above = std::ranges::count_if(view.dots, [&](const BreakEvenDot& dot) { return dot.rate >= *at->memory; });
        list << BreakEvenChart::tr("%1 of %n layer(s) lie above the line with memory.", nullptr, static_cast<int>(view.dots.size()))
                    .arg(QLocale().toString(static_cast<int>(above)));
    }
    return list;
}

BreakEvenChart::BreakEvenChart(QWidget* parent)
    : PlotCard(parent), m_state(std::make_shared<BreakEvenState>()), m_marks(new BreakEvenPlottable(x(), y(), m_state))
{
    setRanges();
    style();
}

void BreakEvenChart::setView(const BreakEvenView& view)
{
    const auto before = chosenLayer();
    m_state->view = view;
    m_state->chosen = -1;
    setRanges();
    chooseLayer(before);
}

void BreakEvenChart::setLogarithmic(bool logarithmic)
{
    m_state->logarithmic = logarithmic;
    setRanges();
    refresh();
}

QString BreakEvenChart::chosenLayer() const
{
    return m_state->chosen < 0 ? QString() : m_state->view.dots[static_cast<std::size_t>(m_state->chosen)].layer;
}

void BreakEvenChart::chooseLayer(const QString& layer)
{
    const auto& dots = m_state->view.dots;
    const auto found = std::ranges::find(dots, layer, &BreakEvenDot::layer);
    m_state->chosen = found == dots.end() ? -1 : static_cast<int>(found - dots.begin());
    refresh();
}

void BreakEvenChart::choose(int index)
{
    if (index == m_state->chosen || index < 0)
        return;
    m_state->chosen = index;
    refresh();
    Q_EMIT layerChosen(chosenLayer());
}

QPointF BreakEvenChart::dotAt(int index) const
{
    return m_marks->dotAt(index) + QPointF(plot().pos());
}

void BreakEvenChart::setRanges()
{
    m_state->least = leastShown(*m_state);
    const bool logarithmic = m_state->logarithmic;
    for (auto* axis : {x(), y()})
        axis->setScaleType(logarithmic ? QCPAxis::stLogarithmic : QCPAxis::stLinear);
    if (logarithmic) {
        x()->setRange(0.88, mostSteps * 1.12);
        y()->setRange(m_state->least * 0.9, 1.15);
    } else {
        x()->setRange(0, mostSteps + 0.8);
        y()->setRange(0, 1.04);
    }
}

void BreakEvenChart::fitAxes(int height)
{
    const bool low = height < lowPlot;
    x()->setLabel(low ? QString() : tr("time steps T"));
    y()->setLabel(low ? tr("rate") : tr("firing rate"));
    if (m_state->logarithmic) {
        x()->setTicker(tickerOf({1, 2, 4, 8, 16, mostSteps}, low ? stepWithName : stepNumber));
        y()->setTicker(low ? tickerOf({0.0001, 0.001, 0.01, 0.1, 1}, rateTick)
                           : tickerOf({0.0001, 0.0002, 0.0005, 0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1}, rateTick));
    } else {
        x()->setTicker(low ? tickerOf({1, 8, 16, 24, mostSteps}, stepWithName) : tickerOf({1, 4, 8, 12, 16, 20, 24, 28, mostSteps}, stepNumber));
        y()->setTicker(low ? tickerOf({0, 0.5, 1}, rateTick) : tickerOf({0, 0.2, 0.4, 0.6, 0.8, 1}, rateTick));
    }
}

QString BreakEvenChart::dotText(int index) const
{
    const auto& dot = m_state->view.dots[static_cast<std::size_t>(index)];
    auto text = tr("%1 (%2)\nrate %3 up to T = %4", "a layer's module path, its group, and its firing rate")
                    .arg(dot.layer, groupText(blockOf(dot.layer)), percentText(dot.rate), QLocale().toString(m_state->view.step));
    if (!dot.feeds.isEmpty())
        text = tr("%1\nfeeds %2").arg(text, dot.feeds.join(QLatin1String(", ")));
    return text;
}

QString BreakEvenChart::summary() const
{
    const auto& view = m_state->view;
    auto sentences = breakEvenSentences(view);
    if (!view.dots.empty())
        sentences << tr("%n layer(s) as dots.", nullptr, static_cast<int>(view.dots.size()));
    if (m_state->chosen >= 0)
        sentences << dotText(m_state->chosen).replace(QLatin1Char('\n'), QLatin1String(", "));
    return sentences.isEmpty() ? tr("No break-even to show") : sentences.join(QLatin1Char(' '));
}

void BreakEvenChart::describe()
{
    setAccessibleName(tr("Break-even"));
    const auto& view = m_state->view;
    const auto line = [this](BreakEvenLine which) {
        return [this, which](QPainter& painter, const QRectF& sample) {
            painter.setPen(breakEvenPen(which, palette()));
            painter.drawLine(QPointF(sample.left(), sample.center().y()), QPointF(sample.right(), sample.center().y()));
        };
    };
    QList<LegendItem> items = {{tr("compute only"), tr("compute"), lineSample, line(BreakEvenLine::Compute)}};
    if (std::ranges::any_of(view.lines, [](const auto& at) { return at.memory.has_value(); }))
        items << LegendItem{tr("with memory traffic"), tr("memory"), lineSample, line(BreakEvenLine::Memory)}
              << LegendItem{tr("against the quantised twin"), tr("quantised"), lineSample, line(BreakEvenLine::Quantised)};
    items << LegendItem{tr("published: arXiv 2409.08290"), tr("published"), lineSample,
                        [this](QPainter& painter, const QRectF& sample) { paintRegion(painter, sample.adjusted(2, 4, -2, -4), palette()); }};
    std::vector<int> groups;
    for (const auto& dot : view.dots)
        if (const int block = blockOf(dot.layer); std::ranges::find(groups, block) == groups.end())
            groups.push_back(block);
    for (const int block : groups)
        items << LegendItem{groupText(block), block < 0 ? groupText(block) : QLocale().toString(block + 1), 12,
                            [this, block](QPainter& painter, const QRectF& sample) {
                                const auto style = groupStyle(block, palette());
                                painter.setPen(Qt::NoPen);
                                painter.setBrush(style.colour);
                                paintMark(painter, style.mark, sample.center(), 8);
                            }};
    if (!view.dots.empty())
        items << LegendItem{tr("mean of all neurons"), tr("mean"), 12,
                            [this](QPainter& painter, const QRectF& sample) { paintMean(painter, sample.center(), 13, palette()); }};
    legend().setItems(items);
    const auto silent = static_cast<int>(std::ranges::count_if(view.dots, [](const auto& dot) { return dot.rate <= 0; }));
    auto sentences = m_state->chosen >= 0 ? QStringList{dotText(m_state->chosen).replace(QLatin1Char('\n'), QLatin1String(", "))} : QStringList();
    sentences << breakEvenSentences(view).join(QLatin1Char(' '));
    if (silent > 0 && m_state->logarithmic)
        sentences << tr("%n silent layer(s) at the lower edge.", nullptr, silent);
    words().setText(sentences.join(QLatin1Char('\n')));
}

void BreakEvenChart::restyle()
{
    m_marks->setPalette(palette());
}

QString BreakEvenChart::tipAt(QPointF position) const
{
    if (const int index = m_marks->nearest(position, reach); index >= 0)
        return dotText(index);
    const int step = std::clamp(static_cast<int>(std::lround(x()->pixelToCoord(position.x()))), 1, mostSteps);
    const auto at = std::ranges::find(m_state->view.lines, step, &energy::BreakEven::steps);
    if (at == m_state->view.lines.end() || !plot().axisRect()->rect().contains(position.toPoint()))
        return {};
    auto text = tr("T = %1\ncompute only: %2").arg(QLocale().toString(step), rateTextOf(at->compute));
    if (at->memory)
        text = tr("%1\nwith memory traffic: %2\nagainst the quantised twin: %3").arg(text, rateTextOf(*at->memory), rateTextOf(*at->quantised));
    const auto& region = energy::publishedRegion;
    if (step >= region.leastSteps && step <= region.mostSteps)
        text = tr("%1\npublished, against a quantised network: %2 to %3").arg(text, rateTextOf(region.leastRate), rateTextOf(region.mostRate));
    return text;
}

void BreakEvenChart::onClicked(QPointF position)
{
    choose(m_marks->nearest(position, reach));
}

void BreakEvenChart::keyPressEvent(QKeyEvent* event)
{
    const auto& dots = m_state->view.dots;
    const int last = static_cast<int>(dots.size()) - 1;
    const auto byRate = [&](int by) {
        std::vector<int> order(dots.size());
        for (int i = 0; i <= last; ++i)
            order[static_cast<std::size_t>(i)] = i;
        std::ranges::stable_sort(order, {}, [&](int i) { return dots[static_cast<std::size_t>(i)].rate; });
        const auto here = std::ranges::find(order, m_state->chosen) - order.begin();
        return order[static_cast<std::size_t>(m_state->chosen < 0 ? (by > 0 ? 0 : last) : std::clamp<std::ptrdiff_t>(here + by, 0, last))];
    };
    switch (last < 0 ? 0 : event->key()) {
    case Qt::Key_Left:
        choose(m_state->chosen < 0 ? last : std::max(0, m_state->chosen - 1));
        break;
    case Qt::Key_Right:
        choose(std::min(last, m_state->chosen + 1));
        break;
    case Qt::Key_Up:
        choose(byRate(1));
        break;
    case Qt::Key_Down:
        choose(byRate(-1));
        break;
    case Qt::Key_Home:
        choose(0);
        break;
    case Qt::Key_End:
        choose(last);
        break;
    default:
        QWidget::keyPressEvent(event);
    }
}

}
