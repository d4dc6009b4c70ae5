#include "widgets/plot/spike_raster.h"

#include "widgets/elided_label.h"
#include "widgets/layer_text.h"
#include "widgets/paint.h"
#include "widgets/plot/colour_bar.h"
#include "widgets/plot/plot_style.h"
#include "widgets/plot/raster_margins.h"
#include "widgets/plot/raster_plottables.h"
#include "widgets/theme.h"

#include <QEvent>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QLocale>
#include <QSignalBlocker>
#include <QToolTip>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

namespace spikeclip::widgets {

namespace {

constexpr int leastColumns = 4; // one does not zoom in further than this
constexpr int leastRows = 8;

}

SpikeRaster::SpikeRaster(QWidget* parent)
    : QWidget(parent), m_plot(new QCustomPlot(this)), m_legend(new ColourBar(this)), m_captionLine(new ElidedLabel(this)),
      m_ticker(QSharedPointer<StepTicker>::create()), m_state(std::make_shared<RasterState>())
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(3, 3, 3, 3);
    layout->setSpacing(2);
    layout->addWidget(m_plot, 1);
    layout->addWidget(m_legend);
    layout->addWidget(m_captionLine);
    setFocusPolicy(Qt::StrongFocus);
    m_plot->setFocusPolicy(Qt::NoFocus);
    m_plot->installEventFilter(this);
    buildPlot();

    connect(m_plot, &QCustomPlot::beforeReplot, this, &SpikeRaster::beforeDrawing);
    connect(m_plot, &QCustomPlot::afterReplot, this, &SpikeRaster::afterDrawing);
    connect(m_plot, &QCustomPlot::mousePress, this, &SpikeRaster::onPress);
    connect(m_plot, &QCustomPlot::mouseRelease, this, &SpikeRaster::onRelease);
    connect(m_plot, &QCustomPlot::mouseDoubleClick, this, &SpikeRaster::showAll);
    connect(m_plot->selectionRect(), &QCPSelectionRect::accepted, this, [this](const QRect& area) {
        const auto x = [this](int pixel) { return m_main->axis(QCPAxis::atBottom)->pixelToCoord(pixel) - 0.5; };
        const auto y = [this](int pixel) { return m_main->axis(QCPAxis::atLeft)->pixelToCoord(pixel) + 0.5; };
        const auto box = area.normalized();
        selectIn({.left = x(box.left()), .right = x(box.right() + 1), .bottom = y(box.bottom() + 1), .top = y(box.top())});
    });
    restyle();
    retranslate();
    showAll();
}

SpikeRaster::~SpikeRaster() = default;

void SpikeRaster::buildPlot()
{
    auto* grid = m_plot->plotLayout();
    grid->clear();
    m_main = new QCPAxisRect(m_plot);
    m_below = new QCPAxisRect(m_plot);
    m_beside = new QCPAxisRect(m_plot);
    grid->addElement(0, 0, m_main);
    grid->addElement(0, 1, m_beside);
    grid->addElement(1, 0, m_below);
    grid->setRowSpacing(2);
    grid->setColumnSpacing(2);
    auto* sides = new QCPMarginGroup(m_plot);
    auto* ends = new QCPMarginGroup(m_plot);
    m_main->setMarginGroup(QCP::msLeft | QCP::msRight, sides);
    m_below->setMarginGroup(QCP::msLeft | QCP::msRight, sides);
    m_main->setMarginGroup(QCP::msTop | QCP::msBottom, ends);
    m_beside->setMarginGroup(QCP::msTop | QCP::msBottom, ends);
    for (auto* rect : {m_main, m_below, m_beside}) {
        rect->setMinimumMargins(QMargins(4, 4, rect == m_beside ? 18 : 8, 2));
        for (auto* axis : rect->axes()) {
            axis->setLayer(QStringLiteral("axes"));
            axis->grid()->setLayer(QStringLiteral("grid"));
            axis->grid()->setVisible(false);
            axis->setTickLength(0, 3);
            axis->setSubTicks(false);
        }
    }

    auto* x = m_main->axis(QCPAxis::atBottom);
    auto* y = m_main->axis(QCPAxis::atLeft);
    auto* belowX = m_below->axis(QCPAxis::atBottom);
    auto* belowY = m_below->axis(QCPAxis::atLeft);
    auto* besideX = m_beside->axis(QCPAxis::atTop); // so that nothing parts the raster from the rates below it
    besideX->setVisible(true);
    m_beside->axis(QCPAxis::atBottom)->setVisible(false);
    auto* besideY = m_beside->axis(QCPAxis::atLeft);
    besideY->setTickLabels(false);
    x->setTicker(m_ticker);
    belowX->setTicker(m_ticker);
    auto rows = QSharedPointer<QCPAxisTickerFixed>::create();
    rows->setScaleStrategy(QCPAxisTickerFixed::ssMultiples);
    y->setTicker(rows);
    besideY->setTicker(rows);
    m_rowTicker = rows;
    m_bandTicker = QSharedPointer<QCPAxisTickerText>::create();
    y->setNumberFormat(QStringLiteral("f"));
    y->setNumberPrecision(0);
    belowY->setTicker(QSharedPointer<QCPAxisTickerText>::create());
    besideX->setTicker(QSharedPointer<QCPAxisTickerText>::create());

    m_spikes = new RasterPlottable(x, y, m_state);
    m_stepRates = new MarginPlottable(belowX, belowY, m_state);
    m_rowRates = new MarginPlottable(besideY, besideX, m_state);
    m_plot->setInteractions(QCP::iRangeDrag | QCP::iRangeZoom);
    m_plot->setNotAntialiasedElements(QCP::aeAll);
    for (auto* rect : {m_below, m_beside}) {
        rect->setRangeDragAxes(nullptr, nullptr);
        rect->setRangeZoomAxes(nullptr, nullptr);
    }
    connect(x, qOverload<const QCPRange&>(&QCPAxis::rangeChanged), this, [this, x, belowX] {
        keepInside(*x, raster().columns(), leastColumns);
        belowX->setRange(x->range());
    });
    connect(y, qOverload<const QCPRange&>(&QCPAxis::rangeChanged), this, [this, y, besideY] {
        keepInside(*y, raster().rows(), leastRows);
        besideY->setRange(y->range());
    });
}

const data::SpikeRaster& SpikeRaster::raster() const { return m_state->raster; }

int SpikeRaster::chosenRow() const { return m_state->chosen; }

const std::vector<int>& SpikeRaster::selectedRows() const { return m_state->selected; }

void SpikeRaster::setRaster(const data::SpikeRaster& raster, const RasterCaption& caption)
{
    m_state->raster = raster;
    m_state->chosen = -1;
    m_state->selected.clear();
    m_state->bands = caption.bands;
    m_caption = caption;
    const auto& rows = caption.bands.isEmpty() ? m_rowTicker : m_bandTicker.staticCast<QCPAxisTicker>();
    m_main->axis(QCPAxis::atLeft)->setTicker(rows);
    m_beside->axis(QCPAxis::atLeft)->setTicker(rows);
    m_ticker->setTrials(raster.steps(), raster.trials());
    retranslate();
    showAll();
}

void SpikeRaster::setStep(int step)
{
    if (step == m_state->step)
        return;
    m_state->step = step;
    m_plot->replot(QCustomPlot::rpQueuedReplot);
}

RasterRects SpikeRaster::rects() const { return {.main = m_main, .below = m_below, .beside = m_beside}; }

RasterWindow SpikeRaster::window() const { return m_spikes->window(); }

void SpikeRaster::setWindow(const RasterWindow& window)
{
    m_main->axis(QCPAxis::atBottom)->setRange(window.left + 0.5, window.right + 0.5);
    m_main->axis(QCPAxis::atLeft)->setRange(window.bottom - 0.5, window.top - 0.5);
    m_plot->replot(QCustomPlot::rpQueuedReplot);
}

void SpikeRaster::showAll()
{
    setWindow({.left = 0, .right = std::max(1.0, double(raster().columns())), .bottom = 0, .top = std::max(1.0, double(raster().rows()))});
}

void SpikeRaster::beforeDrawing()
{
    setRates(*m_below->axis(QCPAxis::atLeft), roundRateEnd(m_stepRates->largestInSight()));
    setRates(*m_beside->axis(QCPAxis::atTop), roundRateEnd(m_rowRates->largestInSight()));
    nameBands(*m_bandTicker, *m_main->axis(QCPAxis::atLeft), m_state->bands);
}

void SpikeRaster::afterDrawing()
{
    if (raster().isEmpty())
        m_legend->showText(tr("No spikes to show"));
    else if (m_spikes->style() == RasterStyle::Density)
        m_legend->showScale(tr("spikes per neuron and step in a pixel; silent pixels are darkest"), m_spikes->scaleEnd());
    else
        m_legend->showText(m_spikes->style() == RasterStyle::Ticks ? tr("Each line is one spike") : tr("Each mark is one spike"));
}

void SpikeRaster::chooseRow(int row)
{
    row = row >= 0 && row < raster().rows() ? row : -1;
    if (row == m_state->chosen)
        return;
    m_state->chosen = row;
    if (auto* y = m_main->axis(QCPAxis::atLeft); row >= 0 && (row < y->range().lower || row > y->range().upper))
        y->setRange(row - y->range().size() / 2, row + y->range().size() / 2);
    setAccessibleDescription(summary());
    m_plot->replot(QCustomPlot::rpQueuedReplot);
    Q_EMIT neuronChosen(row);
}

void SpikeRaster::selectIn(const RasterWindow& area)
{
    const auto cells = [](double from, double to, int all) {
        return data::CellRange{.begin = static_cast<int>(std::clamp(std::floor(from), 0.0, double(all))),
                               .end = static_cast<int>(std::clamp(std::ceil(to), 0.0, double(all)))};
    };
    m_state->selected = raster().rowsThatFired(cells(area.bottom, area.top, raster().rows()), cells(area.left, area.right, raster().columns()));
    setAccessibleDescription(summary());
    m_plot->replot(QCustomPlot::rpQueuedReplot);
    Q_EMIT selectionChanged(m_state->selected);
}

void SpikeRaster::markRows(const std::vector<int>& rows)
{
    const QSignalBlocker quiet(this);
    m_state->selected = rows;
    chooseRow(rows.size() == 1 ? rows.front() : -1);
    setAccessibleDescription(summary());
    m_plot->replot(QCustomPlot::rpQueuedReplot);
}

int SpikeRaster::rowAt(QPointF position) const
{
    const auto inPlot = position - QPointF(m_plot->pos());
    const auto area = m_main->rect();
    if (raster().isEmpty() || !area.contains(inPlot.toPoint()))
        return -1;
    const auto up = cellsAlong(*m_main->axis(QCPAxis::atLeft), raster().rows(), 1);
    const auto across = cellsAlong(*m_main->axis(QCPAxis::atBottom), raster().columns(), 1);
    const auto rows = up.at(std::clamp(static_cast<int>(area.bottom() + 1 - inPlot.y()), 0, area.height() - 1));
    const auto columns = across.at(std::clamp(static_cast<int>(inPlot.x() - area.left()), 0, area.width() - 1));
    if (rows.size() == 0)
        return -1;
    const auto fired = raster().rowsThatFired(rows, columns);
    return fired.empty() ? rows.begin : fired.front();
}

void SpikeRaster::onPress(QMouseEvent* event)
{
    setFocus(Qt::MouseFocusReason);
    m_pressed = event->position();
    const bool selects = event->modifiers().testFlag(Qt::ShiftModifier) && event->button() == Qt::LeftButton;
    m_plot->setSelectionRectMode(selects ? QCP::srmCustom : QCP::srmNone);
}

void SpikeRaster::onRelease(QMouseEvent* event)
{
    const bool clicked = (event->position() - m_pressed).manhattanLength() < 4 && event->button() == Qt::LeftButton;
    if (clicked && !event->modifiers().testFlag(Qt::ShiftModifier))
        if (const int row = rowAt(event->position() + QPointF(m_plot->pos())); row >= 0) {
            chooseRow(row);
            const int column = std::clamp(qRound(m_main->axis(QCPAxis::atBottom)->pixelToCoord(event->position().x())), 1, raster().columns()) - 1;
            Q_EMIT stepChosen(column % raster().steps() + 1);
        }
}

/// Where there is nowhere to pan, the keys of time lead from step to step. Says whether it was such a key.
bool SpikeRaster::chooseStep(int key)
{
    const int steps = raster().steps();
    if (steps == 0 || m_main->axis(QCPAxis::atBottom)->range().size() < raster().columns() - 1e-6)
        return false;
    int step = m_state->step;
    switch (key) {
    case Qt::Key_Left:
        step = step > 0 ? std::max(1, step - 1) : steps;
        break;
    case Qt::Key_Right:
        step = std::min(steps, step + 1);
        break;
    case Qt::Key_Home:
        step = 1;
        break;
    case Qt::Key_End:
        step = steps;
        break;
    default:
        return false;
    }
    Q_EMIT stepChosen(step);
    return true;
}

void SpikeRaster::keyPressEvent(QKeyEvent* event)
{
    auto* x = m_main->axis(QCPAxis::atBottom);
    auto* y = m_main->axis(QCPAxis::atLeft);
    const int page = std::max(1, static_cast<int>(y->range().size() * 0.9));
    const auto goTo = [&](int row) { chooseRow(std::clamp(row, 0, raster().rows() - 1)); };
    if (chooseStep(event->key()))
        return;
    const int from = m_state->chosen >= 0 ? m_state->chosen : static_cast<int>(y->range().lower);
    switch (raster().isEmpty() ? 0 : event->key()) {
    case Qt::Key_Up:
        goTo(from + 1);
        break;
    case Qt::Key_Down:
        goTo(from - 1);
        break;
    case Qt::Key_PageUp:
        goTo(from + page);
        break;
    case Qt::Key_PageDown:
        goTo(from - page);
        break;
    case Qt::Key_Left:
        x->moveRange(-0.1 * x->range().size());
        break;
    case Qt::Key_Right:
        x->moveRange(0.1 * x->range().size());
        break;
    case Qt::Key_Plus:
    case Qt::Key_Minus: {
        const double factor = event->key() == Qt::Key_Plus ? 0.7 : 1 / 0.7;
        y->scaleRange(factor, m_state->chosen >= 0 ? m_state->chosen : y->range().center());
        x->scaleRange(factor, x->range().center());
        break;
    }
    case Qt::Key_Escape:
        chooseRow(-1);
        showAll();
        break;
    default:
        QWidget::keyPressEvent(event);
        return;
    }
    m_plot->replot(QCustomPlot::rpQueuedReplot);
}

QString SpikeRaster::captionText() const
{
    const QLocale locale;
    if (raster().rows() == m_caption.of)
        return tr("all %1 neurons, sorted by %2").arg(locale.toString(m_caption.of), m_caption.sortedBy);
    return tr("%1 of %2 neurons, chosen by %3, sorted by %4")
        .arg(locale.toString(raster().rows()), locale.toString(m_caption.of), m_caption.chosenBy, m_caption.sortedBy);
}

/// Empty where its layer has no other name for it than its index.
QString SpikeRaster::nameOf(int row) const
{
    return m_caption.nameOf ? m_caption.nameOf(raster().neurons()[static_cast<std::size_t>(row)]) : QString();
}

QString SpikeRaster::summary() const
{
    if (raster().isEmpty())
        return tr("No spikes to show");
    const QLocale locale;
    const double chances = double(raster().rows()) * raster().columns();
    auto text = tr("%1. %2 spikes in %3 columns of one step each, %4 per neuron and step.")
                    .arg(captionText(), locale.toString(qint64(raster().spikes())), locale.toString(raster().columns()),
                         rateText(double(raster().spikes()) / chances));
    if (const int row = m_state->chosen; row >= 0) {
        text += QLatin1Char(' ') + tr("Neuron %1 in row %2 fired in %3 columns.")
                                       .arg(locale.toString(qint64(raster().neurons()[static_cast<std::size_t>(row)])), locale.toString(row),
                                            locale.toString(qint64(raster().spikesOfRows({row, row + 1}))));
        if (const auto name = nameOf(row); !name.isEmpty())
            text += QLatin1Char(' ') + tr("It is %1.", "a neuron, e.g. token 3, channel 17").arg(name);
    }
    if (!m_state->selected.empty())
        text += QLatin1Char(' ') + tr("%n neuron(s) selected.", nullptr, static_cast<int>(m_state->selected.size()));
    return text;
}

QString SpikeRaster::tipAt(QPointF position) const
{
    const int row = rowAt(position);
    if (row < 0)
        return {};
    const QLocale locale;
    const auto name = nameOf(row);
    return (name.isEmpty() ? QString() : name + QLatin1Char('\n'))
        + tr("Neuron %1 in row %2\nfired in %3 of %4 columns")
        .arg(locale.toString(qint64(raster().neurons()[static_cast<std::size_t>(row)])), locale.toString(row),
             locale.toString(qint64(raster().spikesOfRows({row, row + 1}))), locale.toString(raster().columns()));
}

bool SpikeRaster::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_plot && event->type() == QEvent::Resize)
        fitMargins(rects(), static_cast<QResizeEvent*>(event)->size());
    if (watched != m_plot || event->type() != QEvent::ToolTip)
        return QWidget::eventFilter(watched, event);
    const auto* help = static_cast<QHelpEvent*>(event);
    QToolTip::showText(help->globalPos(), tipAt(QPointF(help->pos() + m_plot->pos())), this);
    return true;
}

QByteArray SpikeRaster::visibleCsv(const ExportNotes& notes) const
{
    const auto rows = cellsAlong(*m_main->axis(QCPAxis::atLeft), raster().rows(), 1).visible();
    const auto columns = cellsAlong(*m_main->axis(QCPAxis::atBottom), raster().columns(), 1).visible();
    auto text = csvNotes(notes) + "row,neuron,picture,step\n";
    for (int column = columns.begin; column < columns.end; ++column)
        for (const int row : raster().rowsThatFired(rows, {column, column + 1}))
            text += csvLine({QString::number(row), QString::number(raster().neurons()[static_cast<std::size_t>(row)]),
                             QString::number(column / raster().steps() + 1), QString::number(column % raster().steps() + 1)});
    return text;
}

void SpikeRaster::paintTo(QPaintDevice& device, QSize size)
{
    QCPPainter painter(&device);
    paint(painter, QRect(QPoint(), size));
}

void SpikeRaster::paint(QCPPainter& painter, const QRect& area)
{
    const int line = fontMetrics().height() + 2;
    const auto size = area.size();
    painter.save();
    painter.translate(area.topLeft());
    painter.fillRect(QRect(QPoint(), size), palette().color(QPalette::Base));
    const QSize plot(size.width(), std::max(1, size.height() - 2 * line));
    fitMargins(rects(), plot);
    m_plot->toPainter(&painter, plot.width(), plot.height());
    fitMargins(rects(), m_plot->size());
    painter.setClipping(false);
    m_legend->paint(painter, QRectF(4, size.height() - 2 * line, size.width() - 8, line));
    painter.setFont(scaled(font(), 0.9));
    painter.setPen(palette().color(QPalette::Text));
    painter.drawText(QRectF(6, size.height() - line, size.width() - 12, line), Qt::AlignLeft | Qt::AlignVCenter, captionText());
    painter.restore();
}

void SpikeRaster::restyle()
{
    const auto colours = chartColours(palette());
    stylePlot(*m_plot, palette(), font());
    m_spikes->setColours({.paper = palette().color(QPalette::Base).rgb(), .spike = colours.accent.rgb()}, colours.second);
    m_stepRates->setColours(colours.quiet, colours.second);
    m_rowRates->setColours(colours.quiet, colours.second);
    m_plot->replot(QCustomPlot::rpQueuedReplot);
}

void SpikeRaster::retranslate()
{
    m_main->axis(QCPAxis::atLeft)->setLabel(m_caption.bands.isEmpty() ? tr("neuron (row)") : QString());
    m_below->axis(QCPAxis::atBottom)->setLabel(raster().trials() > 1 ? tr("picture : time step") : tr("time step"));
    fitMargins(rects(), m_plot->size());
    m_beside->axis(QCPAxis::atTop)->setLabel(tr("rate"));
    m_captionLine->setText(raster().isEmpty() ? QString() : captionText());
    setAccessibleName(tr("Raster of spikes"));
    setAccessibleDescription(summary());
    m_plot->setLocale(QLocale());
    m_plot->replot(QCustomPlot::rpQueuedReplot);
}

void SpikeRaster::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange)
        restyle();
    else if (event->type() == QEvent::LanguageChange || event->type() == QEvent::LocaleChange)
        retranslate();
    QWidget::changeEvent(event);
}

}
