#include "widgets/plot/plot_card.h"

#include "widgets/paint.h"
#include "widgets/plot/painted_strip.h"
#include "widgets/plot/plot_style.h"
#include "widgets/plot/qcp.h"

#include <QHelpEvent>
#include <QLocale>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>
#include <QVBoxLayout>

#include <algorithm>

namespace spikeclip::widgets {

namespace {

constexpr int side = 4;             // pixels at left and right
constexpr double wordsPart = 0.27;  // of the height, that words may take
constexpr double legendPart = 0.13; // likewise, the legend with whole words

}

PlotCard::PlotCard(QWidget* parent) : QWidget(parent), m_plot(new QCustomPlot(this)), m_legend(new ChartLegend(this)), m_words(new ChartWords(this))
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(side, 3, side, 3);
    layout->setSpacing(2);
    layout->addWidget(m_legend);
    layout->addWidget(m_plot, 1);
    layout->addWidget(m_words);
    setFocusPolicy(Qt::StrongFocus);
    m_plot->setFocusPolicy(Qt::NoFocus);
    m_plot->setMinimumSize(60, 50);
    m_plot->installEventFilter(this);
    m_plot->axisRect()->setupFullAxesBox(false);
    for (auto* axis : {m_plot->xAxis2, m_plot->yAxis2})
        axis->setVisible(false);
    for (auto* axis : {m_plot->xAxis, m_plot->yAxis}) {
        axis->setTickLength(0, 3);
        axis->setSubTicks(false);
        axis->setLabelPadding(2);
        axis->setTickLabelPadding(3);
        axis->grid()->setZeroLinePen(Qt::NoPen);
    }
    m_plot->setNotAntialiasedElements(QCP::aeAxes | QCP::aeGrid);
    connect(m_plot, &QCustomPlot::mousePress, this, [this](QMouseEvent* event) {
        setFocus(Qt::MouseFocusReason);
        m_pressed = event->position();
    });
    connect(m_plot, &QCustomPlot::mouseRelease, this, [this](QMouseEvent* event) {
        if ((event->position() - m_pressed).manhattanLength() < 4 && event->button() == Qt::LeftButton)
            onClicked(event->position());
    });
}

QCPAxis* PlotCard::x() const
{
    return m_plot->xAxis;
}

QCPAxis* PlotCard::y() const
{
    return m_plot->yAxis;
}

void PlotCard::addStrip(PaintedStrip* strip)
{
    m_strips << strip;
    auto* column = static_cast<QVBoxLayout*>(layout());
    column->insertWidget(column->count() - 1, strip);
}

QList<PaintedStrip*> PlotCard::below() const
{
    return m_strips + QList<PaintedStrip*>{m_words};
}

QString PlotCard::caption() const
{
    return m_words->text();
}

QPointF PlotCard::pixelOf(double atX, double atY) const
{
    return QPointF(x()->coordToPixel(atX), y()->coordToPixel(atY)) + QPointF(m_plot->pos());
}

void PlotCard::refresh()
{
    describe();
    m_legend->fitInto(width() - 2 * side, qRound(legendPart * height()));
    int left = height() - m_legend->height() - 8;
    for (auto* strip : below()) {
        strip->fitInto(width() - 2 * side, qRound(wordsPart * height()));
        left -= strip->height() + 2;
    }
    fitAxes(left);
    setAccessibleDescription(summary());
    m_plot->replot(QCustomPlot::rpQueuedReplot);
}

void PlotCard::paintTo(QPaintDevice& device, QSize size)
{
    const int width = std::max(1, size.width() - 2 * side);
    const int most = size.height(); // a file shows all words
    const int head = m_legend->heightIn(width, most);
    int foot = 0;
    for (const auto* strip : below())
        foot += strip->heightIn(width, most) + 2;
    const int plot = std::max(1, size.height() - head - foot - 8);
    fitAxes(plot);
    QCPPainter painter(&device);
    painter.fillRect(QRect(QPoint(), size), palette().color(QPalette::Base));
    painter.save();
    painter.translate(0, head + 4);
    m_plot->toPainter(&painter, size.width(), plot);
    painter.restore();
    painter.setClipping(false);
    m_legend->paint(painter, QRectF(side, 3, width, head));
    int top = head + 4 + plot + 2;
    for (const auto* strip : below()) {
        const int height = strip->heightIn(width, most);
        strip->paint(painter, QRectF(side, top, width, height));
        top += height + 2;
    }
    refresh();
}

void PlotCard::style()
{
    stylePlot(*m_plot, palette(), font());
    m_plot->setLocale(QLocale());
    restyle();
    refresh();
}

bool PlotCard::eventFilter(QObject* watched, QEvent* event)
{
    if (watched != m_plot || event->type() != QEvent::ToolTip)
        return QWidget::eventFilter(watched, event);
    const auto* help = static_cast<QHelpEvent*>(event);
    QToolTip::showText(help->globalPos(), tipAt(help->pos()), this);
    return true;
}

void PlotCard::changeEvent(QEvent* event)
{
    switch (event->type()) {
    case QEvent::PaletteChange:
    case QEvent::FontChange:
    case QEvent::LanguageChange:
    case QEvent::LocaleChange:
        style();
        break;
    default:
        break;
    }
    QWidget::changeEvent(event);
}

void PlotCard::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    refresh();
}

void PlotCard::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(rect(), palette().color(QPalette::Base));
    paintFocusRing(painter, *this);
}

void PlotCard::focusInEvent(QFocusEvent* event)
{
    QWidget::focusInEvent(event);
    update();
}

void PlotCard::focusOutEvent(QFocusEvent* event)
{
    QWidget::focusOutEvent(event);
    update();
}

}
