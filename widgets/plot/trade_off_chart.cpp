#include "widgets/plot/trade_off_chart.h"

#include "widgets/energy_line.h"
#include "widgets/paint.h"
#include "widgets/plot/trade_off_plottable.h"

#include <QKeyEvent>
#include <QLocale>

#include <algorithm>
#include <cmath>

namespace spikeclip::widgets {

namespace {

constexpr double reach = 14; // pixels from the pointer to the point it means
constexpr int lowPlot = 150; // pixels; a lower plot has no room for all labels

QString energyOf(double pj)
{
    return energyText(pj, pj);
}

QString percentOf(double share)
{
    return TradeOffChart::tr("%1 %").arg(QLocale().toString(100 * share, 'f', 0));
}

QString rightText(double share)
{
    return QLocale().toString(100 * share, 'f', share > 0 && share < 1 ? 1 : 0);
}

}

QString accuracyText(const energy::Accuracy& accuracy)
{
    return TradeOffChart::tr("%1 %").arg(rightText(accuracy.share()));
}

TradeOffChart::TradeOffChart(QWidget* parent)
    : PlotCard(parent), m_state(std::make_shared<TradeOffState>()), m_marks(new TradeOffPlottable(x(), y(), m_state)),
      m_leaving(new LeavingBar(m_state, this))
{
    addStrip(m_leaving);
    y()->setRange(0, 1.02);
    setRanges();
    style();
}

void TradeOffChart::setView(const TradeOffView& view)
{
    m_state->view = view;
    if (m_state->step > steps())
        m_state->step = 0;
    setRanges();
    refresh();
}

void TradeOffChart::setLogarithmic(bool logarithmic)
{
    m_state->logarithmic = logarithmic;
    setRanges();
    refresh();
}

void TradeOffChart::setStep(int step)
{
    m_state->step = step >= 1 && step <= steps() ? step : 0;
    refresh();
}

void TradeOffChart::moveTo(int step)
{
    if (step < 1 || step > steps() || step == m_state->step)
        return;
    setStep(step);
    Q_EMIT stepChosen(step);
}

void TradeOffChart::setRanges()
{
    const auto& view = m_state->view;
    double least = 1e300;
    double most = 0;
    const auto include = [&](const energy::TradeOffPoint& point) {
        if (point.energyPj > 0)
            least = std::min(least, point.energyPj);
        most = std::max(most, point.energyPj);
    };
    for (const auto& point : view.overSteps)
        include(point);
    for (const auto& exit : view.path)
        include(exit.point);
    if (view.twin)
        include(*view.twin);
    if (most <= 0)
        least = most = 1;
    const bool logarithmic = m_state->logarithmic;
    x()->setScaleType(logarithmic ? QCPAxis::stLogarithmic : QCPAxis::stLinear);
    if (logarithmic)
        x()->setRange(least / 1.5, most * 1.5);
    else
        x()->setRange(0, most * 1.1);
    auto energies = QSharedPointer<EnergyTicker>::create(logarithmic);
    energies->setTickCount(4);
    x()->setTicker(energies);
}

void TradeOffChart::fitAxes(int height)
{
    const bool low = height < lowPlot;
    const bool memory = m_state->view.charge == energy::Charge::WithMemory;
    x()->setLabel(low      ? QString()
                  : memory ? tr("estimated energy per picture, with memory traffic")
                           : tr("estimated energy per picture, compute only"));
    y()->setLabel(tr("right"));
    auto shares = QSharedPointer<QCPAxisTickerText>::create();
    for (const double share : low ? std::vector{0.0, 0.5, 1.0} : std::vector{0.0, 0.2, 0.4, 0.6, 0.8, 1.0})
        shares->addTick(share, percentOf(share));
    y()->setTicker(shares);
}

QString TradeOffChart::pointText(int step) const
{
    const auto& point = m_state->view.overSteps[static_cast<std::size_t>(step - 1)];
    const auto interval = energy::confidenceInterval(point.accuracy);
    return tr("After T = %1: %2 right (95 % interval: %3 to %4), %5 estimated")
        .arg(QLocale().toString(step), accuracyText(point.accuracy), percentOf(interval.least), percentOf(interval.most), energyOf(point.energyPj));
}

QString TradeOffChart::exitText() const
{
    const auto& view = m_state->view;
    const auto text = tr("At threshold %1: %2 right, %3 estimated, mean T %4")
                          .arg(QLocale().toString(view.exit.threshold, 'f', 2), accuracyText(view.exit.point.accuracy),
                               energyOf(view.exit.point.energyPj), QLocale().toString(view.exit.meanSteps, 'f', 1));
    if (!view.twin)
        return tr("%1; this model has no ANN twin.").arg(text);
    if (view.twin->accuracy.of == 0)
        return tr("%1; ANN twin: %2, not asked about these pictures.").arg(text, energyOf(view.twin->energyPj));
    return tr("%1; ANN twin: %2, %3.").arg(text, accuracyText(view.twin->accuracy), energyOf(view.twin->energyPj));
}

QString TradeOffChart::summary() const
{
    const auto& view = m_state->view;
    if (view.overSteps.empty())
        return tr("No pictures of known labels");
    QStringList sentences;
    for (int step = 1; step <= steps(); ++step)
        sentences << pointText(step) + QLatin1Char('.');
    sentences << caption().split(QLatin1Char('\n'));
    return sentences.join(QLatin1Char(' '));
}

void TradeOffChart::describe()
{
    const auto& view = m_state->view;
    setAccessibleName(tr("Energy against accuracy"));
    const auto sample = [this](TradeOffMark mark, double size) {
        return [this, mark, size](QPainter& painter, const QRectF& area) { paintTradeOffMark(painter, mark, area.center(), size, palette()); };
    };
    QList<LegendItem> items = {{tr("SNN after T steps"), tr("SNN"), 12, sample(TradeOffMark::Steps, 9)},
                               {tr("early exit (dotted: at every threshold)"), tr("early exit"), 12, sample(TradeOffMark::Exit, 12)}};
    if (view.twin)
        items << LegendItem{tr("ANN twin"), tr("ANN twin"), 12, sample(TradeOffMark::Twin, 10)};
    legend().setItems(view.overSteps.empty() ? QList<LegendItem>() : items);
    if (view.overSteps.empty()) {
        words().setText({});
        return;
    }
    auto whom = tr("Of %n picture(s) of known label; bars: 95 % confidence.", nullptr, view.exit.point.accuracy.of);
    if (view.unlabelled > 0)
        whom += QLatin1Char(' ') + tr("%n other(s) left out, because nothing names their label.", nullptr, view.unlabelled);
    if (view.twin && view.twin->accuracy.of > 0 && view.twin->accuracy.of < view.exit.point.accuracy.of)
        whom += QLatin1Char(' ') + tr("The twin was asked about %n.", nullptr, view.twin->accuracy.of);
    const bool loses = view.twin && view.twin->accuracy.of > 0 && view.twin->accuracy.share() >= view.exit.point.accuracy.share()
                       && view.twin->energyPj <= view.exit.point.energyPj;
    const auto verdict =
        loses ? QLatin1Char(' ') + tr("The SNN loses: its twin is right at least as often and is estimated to take no more.") : QString();
    words().setText(exitText() + verdict + QLatin1Char('\n') + whom);
}

void TradeOffChart::restyle()
{
    m_marks->setStyle(palette(), scaled(font(), 0.9));
}

QString TradeOffChart::tipAt(QPointF position) const
{
    const auto& view = m_state->view;
    if (view.overSteps.empty())
        return {};
    const auto isNear = [&](const energy::TradeOffPoint& point) { return (m_marks->pixelOf(point) - position).manhattanLength() < reach; };
    if (const int step = m_marks->stepAt(position, reach); step > 0)
        return pointText(step);
    if (isNear(view.exit.point))
        return exitText();
    if (view.twin && view.twin->accuracy.of > 0 && isNear(*view.twin))
        return tr("ANN twin: %1 right, %2 estimated").arg(accuracyText(view.twin->accuracy), energyOf(view.twin->energyPj));
    return {};
}

void TradeOffChart::onClicked(QPointF position)
{
    moveTo(m_marks->stepAt(position, reach));
}

void TradeOffChart::keyPressEvent(QKeyEvent* event)
{
    switch (steps() == 0 ? 0 : event->key()) {
    case Qt::Key_Left:
        moveTo(m_state->step < 1 ? steps() : m_state->step - 1);
        break;
    case Qt::Key_Right:
        moveTo(m_state->step + 1);
        break;
    case Qt::Key_Home:
        moveTo(1);
        break;
    case Qt::Key_End:
        moveTo(steps());
        break;
    default:
        PlotCard::keyPressEvent(event);
    }
}

}
