#include "widgets/plot/potential_chart.h"

#include "widgets/elided_label.h"
#include "widgets/paint.h"
#include "widgets/plot/plot_style.h"
#include "widgets/plot/potential_legend.h"
#include "widgets/plot/potential_plottables.h"
#include "widgets/theme.h"

#include <QEvent>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QLocale>
#include <QPainter>
#include <QToolTip>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

namespace spikeclip::widgets {

namespace {

constexpr double reach = 8;          // pixels from the pointer to the line it means
constexpr double legendPart = 0.3;   // of the height, that names in full may take
constexpr double leastSteps = 1;     // one does not zoom in further than this
constexpr double leastHeight = 0.02; // likewise, as a part of the whole

/// The whole extent of an axis: all steps or all potentials, with room for marks at its ends.
QCPRange wholeOf(const PotentialState& state, bool steps)
{
    if (steps) {
        const double last = std::max(1, state.steps());
        const double pad = std::max(0.3, 0.02 * last);
        return {-pad, last + pad};
    }
    const auto range = rangeOf(state);
    const double size = range.largest - range.least;
    return {range.least - 0.1 * size, range.largest + 0.18 * size};
}

}

PotentialChart::PotentialChart(QWidget* parent)
    : QWidget(parent), m_plot(new QCustomPlot(this)), m_legend(nullptr), m_readout(new ElidedLabel(this)), m_state(std::make_shared<PotentialState>())
{
    m_legend = new PotentialLegend(m_state, this);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(4, 3, 4, 3);
    layout->setSpacing(2);
    layout->addWidget(m_plot, 1);
    layout->addWidget(m_legend);
    layout->addWidget(m_readout);
    setFocusPolicy(Qt::StrongFocus);
    m_plot->setFocusPolicy(Qt::NoFocus);
    m_plot->setMinimumSize(60, 60);
    m_plot->installEventFilter(this);
    buildPlot();

    connect(m_plot, &QCustomPlot::mousePress, this, [this](QMouseEvent* event) {
        setFocus(Qt::MouseFocusReason);
        m_pressed = event->position();
    });
    connect(m_plot, &QCustomPlot::mouseRelease, this, [this](QMouseEvent* event) {
        if ((event->position() - m_pressed).manhattanLength() < 4 && event->button() == Qt::LeftButton)
            onRelease(event->position());
    });
    connect(m_plot, &QCustomPlot::mouseDoubleClick, this, &PotentialChart::showAll);
    connect(m_legend, &PotentialLegend::chosen, this, [this](int index) {
        setFocus(Qt::MouseFocusReason);
        choose(index);
    });
    restyle();
    retranslate();
    showAll();
}

PotentialChart::~PotentialChart() = default;

void PotentialChart::buildPlot()
{
    m_x = m_plot->xAxis;
    m_y = m_plot->yAxis;
    auto* rect = m_plot->axisRect();
    rect->setupFullAxesBox(false);
    for (auto* axis : {m_plot->xAxis2, m_plot->yAxis2})
        axis->setVisible(false);
    for (auto* axis : {m_x, m_y}) {
        axis->setTickLength(0, 3);
        axis->setSubTicks(false);
        axis->setLabelPadding(2);
        axis->setTickLabelPadding(3);
        connect(axis, qOverload<const QCPRange&>(&QCPAxis::rangeChanged), this, [this, axis] { keepInside(axis); });
    }
    m_x->grid()->setVisible(false);
    auto steps = QSharedPointer<QCPAxisTickerFixed>::create();
    steps->setTickStep(1);
    steps->setScaleStrategy(QCPAxisTickerFixed::ssMultiples);
    m_x->setTicker(steps);
    m_x->setNumberFormat(QStringLiteral("f"));
    m_x->setNumberPrecision(0);
    m_y->setNumberFormat(QStringLiteral("g"));
    m_y->setNumberPrecision(4);
    m_lines = new PotentialPlottable(m_x, m_y, m_state);
    m_levels = new LevelNames(m_x, m_y, m_state);
    m_plot->setInteractions(QCP::iRangeDrag | QCP::iRangeZoom);
    m_plot->setNotAntialiasedElements(QCP::aeAxes | QCP::aeGrid);
}

void PotentialChart::keepInside(QCPAxis* axis)
{
    const bool isSteps = axis == m_x;
    const auto whole = wholeOf(*m_state, isSteps);
    const auto range = axis->range();
    const double least = isSteps ? std::min(leastSteps, whole.size()) : leastHeight * whole.size();
    const double size = std::clamp(range.size(), least, whole.size());
    const double lower = std::clamp(range.center() - size / 2, whole.lower, std::max(whole.lower, whole.upper - size));
    if (std::abs(lower - range.lower) > 1e-9 * whole.size() || std::abs(size - range.size()) > 1e-9 * whole.size())
        axis->setRange(lower, lower + size);
}

void PotentialChart::showAll()
{
    m_x->setRange(wholeOf(*m_state, true));
    m_y->setRange(wholeOf(*m_state, false));
    m_plot->replot(QCustomPlot::rpQueuedReplot);
}

int PotentialChart::drawn() const
{
    return m_state->drawn();
}

int PotentialChart::step() const { return m_state->shownStep(); }

void PotentialChart::setTrace(const data::PotentialTrace& trace, const data::SpikeShape& shape)
{
    const auto before = m_state->chosen >= 0 ? m_state->trace.neurons[static_cast<std::size_t>(m_state->chosen)].neuron : -1;
    m_state->trace = trace;
    m_state->shape = shape;
    m_state->chosen = -1;
    chooseNeuron(before);
    showAll();
}

void PotentialChart::setStep(int step)
{
    m_state->step = step;
    refresh();
}

void PotentialChart::setShowsCurrent(bool shows)
{
    m_state->showsCurrent = shows;
    refresh();
    showAll();
}

void PotentialChart::chooseNeuron(std::int64_t neuron)
{
    const auto first = m_state->trace.neurons.begin();
    const auto found = std::find_if(first, first + drawn(), [neuron](const auto& trace) { return trace.neuron == neuron; });
    m_state->chosen = found == first + drawn() ? -1 : static_cast<int>(found - first);
    refresh();
}

void PotentialChart::choose(int index)
{
    if (index == m_state->chosen)
        return;
    m_state->chosen = index;
    refresh();
    Q_EMIT neuronChosen(m_state->trace.neurons[static_cast<std::size_t>(index)].neuron);
}

void PotentialChart::moveTo(int to)
{
    to = std::clamp(to, 1, m_state->steps());
    if (to == step())
        return;
    setStep(to);
    if (const auto range = m_x->range(); to < range.lower || to > range.upper)
        m_x->setRange(to - range.size() / 2, to + range.size() / 2);
    Q_EMIT stepChosen(to);
}

void PotentialChart::onRelease(QPointF position)
{
    if (drawn() == 0)
        return;
    if (const int index = m_lines->neuronAt(position, reach); index >= 0)
        choose(index);
    if (m_plot->axisRect()->rect().contains(position.toPoint()))
        moveTo(static_cast<int>(std::lround(m_x->pixelToCoord(position.x()))));
}

QPointF PotentialChart::pixelOf(QPointF point) const
{
    return QPointF(m_x->coordToPixel(point.x()), m_y->coordToPixel(point.y())) + QPointF(m_plot->pos());
}

void PotentialChart::keyPressEvent(QKeyEvent* event)
{
    switch (drawn() == 0 || m_state->steps() == 0 ? 0 : event->key()) {
    case Qt::Key_Left:
        moveTo(step() - 1);
        break;
    case Qt::Key_Right:
        moveTo(step() + 1);
        break;
    case Qt::Key_Home:
        moveTo(1);
        break;
    case Qt::Key_End:
        moveTo(m_state->steps());
        break;
    case Qt::Key_Down: // as the legend goes
        choose(std::min(m_state->chosen + 1, drawn() - 1));
        break;
    case Qt::Key_Up:
        choose(m_state->chosen < 0 ? drawn() - 1 : std::max(0, m_state->chosen - 1));
        break;
    case Qt::Key_Plus:
    case Qt::Key_Minus: {
        const double factor = event->key() == Qt::Key_Plus ? 0.7 : 1 / 0.7;
        m_x->scaleRange(factor, step());
        m_y->scaleRange(factor, m_y->range().center());
        break;
    }
    case Qt::Key_Escape:
        m_state->chosen = -1;
        refresh();
        showAll();
        break;
    default:
        QWidget::keyPressEvent(event);
        return;
    }
    m_plot->replot(QCustomPlot::rpQueuedReplot);
}

QString PotentialChart::caption() const
{
    const QLocale locale;
    const auto& trace = m_state->trace;
    const auto all = static_cast<int>(trace.neurons.size());
    if (all == 0)
        return {};
    const auto who = all > drawn() ? tr("%1 of %n neuron(s), the first chosen", nullptr, all).arg(drawn()) : tr("%n neuron(s)", nullptr, all);
    return tr("%1; threshold %2, \u03c4 %3 steps; layer %4", "which neurons, and what they are")
        .arg(who, locale.toString(trace.threshold, 'g', 4), locale.toString(trace.tau, 'g', 4), QString::fromStdString(trace.layer));
}

QString PotentialChart::readout() const
{
    if (drawn() == 0)
        return {};
    const auto& neuron = m_state->trace.neurons[static_cast<std::size_t>(std::max(0, m_state->chosen))];
    const auto story = stepText(m_state->trace, neuron, step());
    return story.isEmpty()
               ? QString()
               : tr("Step %1, neuron %2: %3").arg(QLocale().toString(step()), QLocale().toString(static_cast<qint64>(neuron.neuron)), story);
}

QString PotentialChart::readoutIn(double width) const
{
    const auto whole = readout();
    if (whole.isEmpty() || QFontMetricsF(scaled(font(), 0.9)).horizontalAdvance(whole) <= width)
        return whole;
    const auto& neuron = m_state->trace.neurons[static_cast<std::size_t>(std::max(0, m_state->chosen))]; // the step is marked in the chart
    return tr("%1: %2", "neuron and what it does")
        .arg(QLocale().toString(static_cast<qint64>(neuron.neuron)), stepText(m_state->trace, neuron, step()));
}

QString PotentialChart::summary() const
{
    if (drawn() == 0)
        return tr("No membrane potentials to show");
    QStringList sentences = {caption() + QLatin1Char('.')};
    for (int i = 0; i < drawn(); ++i) {
        const auto& neuron = m_state->trace.neurons[static_cast<std::size_t>(i)];
        QStringList steps;
        for (std::size_t t = 0; t < neuron.fired.size(); ++t)
            if (neuron.fired[t])
                steps << QLocale().toString(static_cast<int>(t + 1));
        const auto name = neuronText(neuron.neuron, m_state->shape);
        sentences << (steps.isEmpty()
                          ? tr("No spike of %1.").arg(name)
                          : tr("%n spike(s) of %1, at step %2.", nullptr, static_cast<int>(steps.size())).arg(name, steps.join(QLatin1String(", "))));
    }
    sentences << readout();
    return sentences.join(QLatin1Char(' '));
}

QString PotentialChart::tipAt(QPointF position) const
{
    const int index = m_lines->neuronAt(position, reach);
    if (index < 0)
        return {};
    const auto& neuron = m_state->trace.neurons[static_cast<std::size_t>(index)];
    const int at = std::clamp(static_cast<int>(std::lround(m_x->pixelToCoord(position.x()))), 1, static_cast<int>(neuron.charged.size()));
    return tr("%1, step %2\n%3").arg(neuronText(neuron.neuron, m_state->shape), QLocale().toString(at), stepText(m_state->trace, neuron, at));
}

bool PotentialChart::eventFilter(QObject* watched, QEvent* event)
{
    if (watched != m_plot || event->type() != QEvent::ToolTip)
        return QWidget::eventFilter(watched, event);
    const auto* help = static_cast<QHelpEvent*>(event);
    QToolTip::showText(help->globalPos(), tipAt(help->pos()), this);
    return true;
}

void PotentialChart::fit(int height)
{
    m_levels->setNames(tr("threshold"), tr("reset"));
    m_plot->axisRect()->setMinimumMargins(QMargins(4, 6, qRound(m_levels->width()) + 4, 2));
    const auto label = tr("membrane potential");
    m_y->setLabel(QFontMetrics(m_y->labelFont()).horizontalAdvance(label) + 50 < height ? label : tr("potential"));
}

void PotentialChart::refresh()
{
    m_legend->fitInto(width() - 8, qRound(legendPart * height()));
    fit(height() - m_legend->height() - m_readout->height());
    m_readout->setText(readoutIn(width() - 8));
    setAccessibleDescription(summary());
    m_plot->replot(QCustomPlot::rpQueuedReplot);
}

void PotentialChart::paintTo(QPaintDevice& device, QSize size)
{
    const int line = fontMetrics().height() + 2;
    const int most = qRound(legendPart * size.height());
    const int legend = m_legend->heightIn(size.width() - 12, most);
    const int plot = std::max(1, size.height() - legend - 2 * line - 4);
    fit(plot);
    QCPPainter painter(&device);
    painter.fillRect(QRect(QPoint(), size), palette().color(QPalette::Base));
    m_plot->toPainter(&painter, size.width(), plot);
    painter.setClipping(false);
    m_legend->paint(painter, QRectF(6, plot + 2, size.width() - 12, legend), most);
    painter.setFont(scaled(font(), 0.9));
    painter.setPen(palette().color(QPalette::Text));
    const QFontMetricsF small(painter.font());
    const double width = size.width() - 12;
    painter.drawText(QRectF(6, size.height() - 2 * line, width, line), Qt::AlignLeft | Qt::AlignVCenter,
                     small.elidedText(readoutIn(width), Qt::ElideRight, width));
    painter.drawText(QRectF(6, size.height() - line, width, line), Qt::AlignLeft | Qt::AlignVCenter,
                     small.elidedText(caption(), Qt::ElideRight, width));
    refresh();
}

void PotentialChart::restyle()
{
    stylePlot(*m_plot, palette(), font());
    m_lines->setPalette(palette());
    m_levels->setStyle(scaled(font(), 0.9), chartColours(palette()).faint);
    m_readout->setFont(scaled(font(), 0.9));
    refresh();
}

void PotentialChart::retranslate()
{
    m_x->setLabel(tr("time step (0: at rest)"));
    setAccessibleName(tr("Membrane potential"));
    m_plot->setLocale(QLocale());
    refresh();
}

void PotentialChart::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange)
        restyle();
    else if (event->type() == QEvent::LanguageChange || event->type() == QEvent::LocaleChange)
        retranslate();
    QWidget::changeEvent(event);
}

void PotentialChart::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    refresh();
}

void PotentialChart::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(rect(), palette().color(QPalette::Base));
    paintFocusRing(painter, *this);
}

void PotentialChart::focusInEvent(QFocusEvent* event)
{
    QWidget::focusInEvent(event);
    update();
}

void PotentialChart::focusOutEvent(QFocusEvent* event)
{
    QWidget::focusOutEvent(event);
    update();
}

}
