#include "widgets/difference_view.h"

#include "widgets/paint.h"
#include "widgets/spike_change.h"
#include "widgets/theme.h"

#include <QEvent>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QLocale>
#include <QPainter>
#include <QScrollBar>
#include <QToolTip>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>

namespace spikeclip::widgets {

namespace {

constexpr double leastRow = 1;    // a row of less than a pixel would vanish
constexpr double mostRow = 32;    // so far does one zoom in
constexpr double roomyRow = 14;   // more a row does not take by itself
constexpr double leastColumn = 6; // narrower halves could not be told apart
constexpr double widestBand = 110;
constexpr double narrowView = 200; // there indices of neurons make room for the names of bands

}

DifferenceView::DifferenceView(QWidget* parent) : QAbstractScrollArea(parent)
{
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::StrongFocus);
    viewport()->setAutoFillBackground(false);
    retranslate();
}

void DifferenceView::setDifference(const data::SpikeDifference& difference, const DifferenceCaption& caption)
{
    m_difference = difference;
    m_caption = caption;
    m_row = -1;
    m_rowHeight = 0;
    updateBars();
    verticalScrollBar()->setValue(verticalScrollBar()->maximum()); // the first neuron is the lowest
    retranslate();
}

double DifferenceView::Places::bottom(int row) const { return cells.bottom() + std::floor(below) - std::floor(row * rowHeight); }

double DifferenceView::Places::top(int row) const { return cells.bottom() + std::floor(below) - std::floor((row + 1) * rowHeight); }

data::CellRange DifferenceView::Places::inSight(int rows) const
{
    const int begin = std::clamp(static_cast<int>(below / rowHeight) - 1, 0, rows);
    data::CellRange range{.begin = begin, .end = begin};
    while (range.begin < rows && top(range.begin) >= cells.bottom())
        ++range.begin;
    range.end = range.begin;
    while (range.end < rows && bottom(range.end) > cells.top())
        ++range.end;
    return range;
}

int DifferenceView::Places::rowAt(double y, int rows) const
{
    const auto found = inSight(rows);
    if (y >= cells.top() && y < cells.bottom())
        for (int row = found.begin; row < found.end; ++row)
            if (y >= top(row) && y < bottom(row))
                return row;
    return -1;
}

int DifferenceView::Places::stepAt(double x, int count) const
{
    const int step = static_cast<int>(std::floor((x - columnAt(0)) / columnWidth));
    return x >= cells.left() && x < cells.right() && step < count ? step : -1;
}

DifferenceView::Places DifferenceView::placesIn(const QRectF& area) const
{
    const QFontMetricsF small(scaled(font(), 0.9));
    const QLocale locale;
    const double line = small.height();
    const double width = std::max(1.0, area.width() - 8);
    // The longest caption, so that scrolling does not move what it scrolls.
    const auto text = captionText({.begin = std::max(0, m_difference.rows() - 1), .end = m_difference.rows() + 1});
    const double captionHeight = std::min(small.boundingRect(QRectF(0, 0, width, 10'000), Qt::TextWordWrap, text).height(), area.height() / 3);

    double bands = 0;
    for (const auto& band : m_caption.bands)
        bands = std::max(bands, small.horizontalAdvance(band.name) + 10);
    bands = std::min({bands, widestBand, area.width() * 0.45});
    double numbers = small.horizontalAdvance(tr("step")) + 6;
    if (!m_difference.neurons.empty())
        numbers = std::max(numbers, small.horizontalAdvance(locale.toString(qint64(m_difference.neurons.back()))) + 6);
    if (bands > 0 && area.width() < narrowView)
        numbers = std::max(0.0, small.horizontalAdvance(tr("step")) + 6 - bands);

    Places places{};
    const double left = area.left() + 4 + bands + numbers;
    const double bottom = area.bottom() - captionHeight - 2 - line - 3;
    places.cells = QRectF(QPointF(std::ceil(left), std::ceil(area.top() + 4)), QPointF(std::floor(area.right() - 4), std::floor(bottom)));
    if (places.cells.width() < 1 || places.cells.height() < 1)
        places.cells.setSize(places.cells.size().expandedTo(QSizeF(1, 1)));
    places.bands = QRectF(area.left() + 4, places.cells.top(), bands, places.cells.height());
    places.numbers = QRectF(places.bands.right(), places.cells.top(), numbers, places.cells.height());
    places.steps = QRectF(area.left() + 4, places.cells.bottom() + 2, width, line);
    places.caption = QRectF(area.left() + 4, places.steps.bottom() + 2, width, captionHeight);

    places.fit = std::clamp(places.cells.height() / std::max(1, m_difference.rows()), leastRow, roomyRow);
    places.rowHeight = m_rowHeight > 0 ? m_rowHeight : places.fit;
    places.columnWidth = std::max(leastColumn, places.cells.width() / std::max(1, m_difference.steps));
    places.below = std::max(0, verticalScrollBar()->maximum() - verticalScrollBar()->value());
    places.left = horizontalScrollBar()->value();
    return places;
}

void DifferenceView::updateBars()
{
    const auto places = placesIn(viewport()->rect());
    const auto set = [](QScrollBar* bar, double all, double page, double step) {
        bar->setPageStep(static_cast<int>(page));
        bar->setSingleStep(std::max(1, static_cast<int>(step)));
        bar->setRange(0, std::max(0, static_cast<int>(std::floor(all + 1e-6) - page)));
    };
    const int fromEnd = verticalScrollBar()->maximum() - verticalScrollBar()->value();
    set(verticalScrollBar(), m_difference.rows() * places.rowHeight, places.cells.height(), 3 * places.rowHeight);
    verticalScrollBar()->setValue(verticalScrollBar()->maximum() - fromEnd);
    set(horizontalScrollBar(), m_difference.steps * places.columnWidth, places.cells.width(), places.columnWidth);
    viewport()->update();
}

double DifferenceView::rowHeight() const { return placesIn(viewport()->rect()).rowHeight; }

data::CellRange DifferenceView::rowsInSight() const { return placesIn(viewport()->rect()).inSight(m_difference.rows()); }

void DifferenceView::setRowHeight(double height)
{
    m_rowHeight = height > 0 ? std::clamp(height, leastRow, mostRow) : 0;
    updateBars();
    setAccessibleDescription(summary());
}

void DifferenceView::zoom(double factor, double y)
{
    const auto before = placesIn(viewport()->rect());
    const double row = (before.cells.bottom() + before.below - y) / before.rowHeight; // under the pointer, it stays there
    const double wanted = before.rowHeight * factor;
    setRowHeight(wanted <= before.fit ? 0 : wanted);
    const auto after = placesIn(viewport()->rect());
    const double below = row * after.rowHeight - (after.cells.bottom() - y);
    verticalScrollBar()->setValue(verticalScrollBar()->maximum() - qRound(below));
}

void DifferenceView::setStep(int step)
{
    m_step = step;
    setAccessibleDescription(summary());
    viewport()->update();
}

void DifferenceView::chooseRow(int row)
{
    m_row = row >= 0 && row < m_difference.rows() ? row : -1;
    if (m_row >= 0) {
        const auto places = placesIn(viewport()->rect());
        auto* bar = verticalScrollBar();
        if (const double over = places.cells.top() - places.top(m_row); over > 0)
            bar->setValue(bar->value() - qCeil(over));
        else if (const double under = places.bottom(m_row) - places.cells.bottom(); under > 0)
            bar->setValue(bar->value() + qCeil(under));
    }
    setAccessibleDescription(summary());
    viewport()->update();
}

void DifferenceView::goToStep(int step)
{
    if (m_difference.steps == 0)
        return;
    Q_EMIT stepChosen(std::clamp(step, 1, m_difference.steps));
}

QString DifferenceView::captionText(data::CellRange inSight) const
{
    const QLocale locale;
    const int rows = m_difference.rows();
    auto text =
        tr("%1 of %2 neurons: those that differ, sorted by index.").arg(locale.toString(rows), locale.toString(qint64(m_difference.compared)));
    if (inSight.size() == rows)
        return text;
    return text + QLatin1Char(' ')
           + tr("In sight: rows %1 to %2 of 0 to %3.")
                 .arg(locale.toString(inSight.begin), locale.toString(inSight.end - 1), locale.toString(rows - 1));
}

QString DifferenceView::caption() const { return captionText(rowsInSight()); }

QString DifferenceView::rowText(int row) const
{
    const QLocale locale;
    const auto neuron = m_difference.neurons[static_cast<std::size_t>(row)];
    const auto name = m_caption.nameOf ? m_caption.nameOf(neuron) : QString();
    const auto index = tr("Neuron %1 in row %2").arg(locale.toString(qint64(neuron)), locale.toString(row));
    return name.isEmpty() ? index : name + QLatin1Char('\n') + index;
}

QString DifferenceView::summary() const
{
    if (m_difference.neurons.empty())
        return tr("No neuron differs");
    const QLocale locale;
    auto text = caption() + QLatin1Char(' ')
                + tr("Spikes: %1 stay, %2 appear, %3 vanish.")
                      .arg(locale.toString(qint64(m_difference.stay)), locale.toString(qint64(m_difference.appear)),
                           locale.toString(qint64(m_difference.vanish)));
    if (m_row < 0)
        return text;
    QStringList steps{rowText(m_row).replace(QLatin1Char('\n'), QLatin1String(", "))};
    for (int step = 0; step < m_difference.steps; ++step)
        steps << tr("step %1: %2").arg(locale.toString(step + 1), changeText(m_difference.at(m_row, step), m_caption.first, m_caption.second));
    return steps.join(QLatin1String("; ")) + QLatin1String(". ") + text;
}

QString DifferenceView::tipAt(QPointF position) const
{
    const auto places = placesIn(viewport()->rect());
    const int row = places.rowAt(position.y(), m_difference.rows());
    if (row < 0)
        return {};
    const int step = places.stepAt(position.x(), m_difference.steps);
    return step < 0
               ? rowText(row)
               : rowText(row) + QLatin1Char('\n')
                     + tr("step %1: %2").arg(QLocale().toString(step + 1), changeText(m_difference.at(row, step), m_caption.first, m_caption.second));
}

void DifferenceView::paintMargins(QPainter& painter, const Places& places, data::CellRange rows) const
{
    const auto colours = chartColours(palette());
    const auto small = scaled(font(), 0.9);
    const QFontMetricsF metrics(small);
    const QLocale locale;
    painter.setFont(small);

    double used = places.cells.bottom() + metrics.height(); // names stand upwards, none on another
    for (const auto& band : m_caption.bands) {
        const int first = std::max(rows.begin, band.rows.begin);
        const int last = std::min(rows.end, band.rows.end) - 1;
        if (last < first)
            continue;
        const double top = std::max(places.top(last), places.cells.top());
        const double bottom = std::min(places.bottom(first), places.cells.bottom());
        painter.fillRect(QRectF(places.bands.right() - 5, top, 2, std::max(1.0, bottom - top - 1)), colours.quiet);
        const double middle = (top + bottom) / 2;
        if (middle + metrics.height() / 2 > used)
            continue;
        painter.setPen(palette().color(QPalette::Text));
        painter.drawText(QRectF(places.bands.left(), middle - metrics.height() / 2, places.bands.width() - 8, metrics.height()),
                         Qt::AlignRight | Qt::AlignVCenter, metrics.elidedText(band.name, Qt::ElideRight, places.bands.width() - 8));
        used = middle - metrics.height() / 2;
    }

    painter.setPen(colours.faint);
    if (places.bands.width() == 0 || places.numbers.width() > metrics.horizontalAdvance(QLatin1Char('0')) * 2 + 6) {
        double free = places.cells.bottom() + metrics.height() / 2;
        for (int row = rows.begin; row < rows.end; ++row) {
            const double least = places.cells.top() + metrics.height() / 2; // so that it stands out neither above nor below
            const double middle =
                std::clamp((places.top(row) + places.bottom(row)) / 2, least, std::max(least, places.cells.bottom() - metrics.height() / 2));
            if (middle + metrics.height() / 2 > free)
                continue;
            painter.drawText(QRectF(places.numbers.left(), middle - metrics.height() / 2, places.numbers.width() - 4, metrics.height()),
                             Qt::AlignRight | Qt::AlignVCenter, locale.toString(qint64(m_difference.neurons[static_cast<std::size_t>(row)])));
            free = middle - metrics.height() * 0.7;
        }
    }

    painter.drawText(QRectF(places.steps.left(), places.steps.top(), places.cells.left() - places.steps.left() - 4, places.steps.height()),
                     Qt::AlignRight | Qt::AlignVCenter, tr("step"));
    double free = places.cells.left() - 4;
    for (int step = 0; step < m_difference.steps; ++step) {
        auto stepFont = small;
        stepFont.setBold(step + 1 == m_step);
        const auto text = locale.toString(step + 1);
        const double width = QFontMetricsF(stepFont).horizontalAdvance(text) + 4;
        const double middle = places.columnAt(step) + places.columnWidth / 2;
        if (middle - width / 2 < free || middle > places.cells.right())
            continue;
        painter.setFont(stepFont);
        painter.setPen(step + 1 == m_step ? palette().color(QPalette::Text) : colours.faint);
        painter.drawText(QRectF(middle - width / 2, places.steps.top(), width, places.steps.height()), Qt::AlignCenter, text);
        free = middle + width / 2;
    }
    painter.setFont(small);
    painter.setPen(palette().color(QPalette::Text));
    painter.drawText(places.caption, Qt::AlignLeft | Qt::AlignTop | Qt::TextWordWrap, captionText(rows));
}

void DifferenceView::paintCells(QPainter& painter, const Places& places, data::CellRange rows) const
{
    const auto colours = chartColours(palette());
    painter.save();
    painter.setClipRect(places.cells, Qt::IntersectClip);
    const double highest = rows.size() > 0 ? std::max(places.top(rows.end - 1), places.cells.top()) : places.cells.bottom();
    for (qsizetype i = 0; i < m_caption.bands.size(); i += 2) { // every second band on a shade of its own
        const auto& band = m_caption.bands[i].rows;
        if (const int first = std::max(rows.begin, band.begin), last = std::min(rows.end, band.end) - 1; last >= first)
            painter.fillRect(QRectF(QPointF(places.cells.left(), places.top(last)), QPointF(places.cells.right(), places.bottom(first))),
                             palette().color(QPalette::AlternateBase));
    }
    painter.setRenderHint(QPainter::Antialiasing, false);
    for (int step = 0; step <= m_difference.steps; ++step)
        painter.fillRect(QRectF(std::floor(places.columnAt(step)), highest, 1, places.cells.bottom() - highest), colours.grid);

    const double gap = places.columnWidth >= 12 ? 2 : 1;
    for (int step = 0; step < m_difference.steps; ++step) {
        const double left = std::floor(places.columnAt(step)) + gap;
        const double right = std::floor(places.columnAt(step + 1)) - gap + 1;
        for (int row = rows.begin; row < rows.end; ++row) {
            const double top = places.top(row);
            // Where there is room for a gap, all are alike.
            const double height = places.rowHeight >= 4 ? std::floor(places.rowHeight) - 1 : places.bottom(row) - top;
            paintChange(painter, QRectF(left, top, right - left, height), m_difference.at(row, step), colours);
        }
    }
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(palette().color(QPalette::Text), 1));
    if (m_step > 0 && m_step <= m_difference.steps) {
        const double left = std::floor(places.columnAt(m_step - 1));
        painter.drawRect(QRectF(left, highest, std::floor(places.columnAt(m_step)) - left, places.cells.bottom() - highest - 1));
    }
    if (m_row >= rows.begin && m_row < rows.end) { // a frame around its row, never thinner than can be seen
        const double middle = (places.top(m_row) + places.bottom(m_row)) / 2;
        const double height = std::max(5.0, places.bottom(m_row) - places.top(m_row) + 1);
        painter.drawRect(QRectF(places.cells.left(), std::floor(middle - height / 2), places.cells.width() - 1, height));
    }
    painter.restore();
}

void DifferenceView::paint(QPainter& painter, const QRectF& area) const
{
    painter.save();
    painter.setClipRect(area, Qt::IntersectClip);
    if (m_difference.neurons.empty()) {
        paintPlaceholder(painter, *this, area, tr("No neuron differs: both labels make the same spikes in this layer."));
    } else {
        const auto places = placesIn(area);
        const auto rows = places.inSight(m_difference.rows());
        paintCells(painter, places, rows);
        paintMargins(painter, places, rows);
    }
    painter.restore();
}

void DifferenceView::paintEvent(QPaintEvent*)
{
    QPainter painter(viewport());
    paint(painter, viewport()->rect());
    paintFocusRing(painter, *this, viewport()->rect());
}

void DifferenceView::keyPressEvent(QKeyEvent* event)
{
    const auto rows = rowsInSight();
    const int from = m_row >= 0 ? m_row : rows.begin - 1;
    const auto goTo = [&](int row) { chooseRow(std::clamp(row, 0, m_difference.rows() - 1)); };
    const int page = std::max(1, rows.size() - 1);
    switch (m_difference.neurons.empty() ? 0 : event->key()) {
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
        goToStep(m_step > 0 ? m_step - 1 : m_difference.steps);
        break;
    case Qt::Key_Right:
        goToStep(m_step + 1);
        break;
    case Qt::Key_Home:
        goToStep(1);
        break;
    case Qt::Key_End:
        goToStep(m_difference.steps);
        break;
    case Qt::Key_Plus:
    case Qt::Key_Minus:
        zoom(event->key() == Qt::Key_Plus ? 1.5 : 1 / 1.5, placesIn(viewport()->rect()).cells.center().y());
        break;
    case Qt::Key_Escape:
        chooseRow(-1);
        setRowHeight(0);
        break;
    default:
        QAbstractScrollArea::keyPressEvent(event);
    }
}

void DifferenceView::wheelEvent(QWheelEvent* event)
{
    zoom(std::pow(1.2, event->angleDelta().y() / 120.0), event->position().y());
    event->accept();
}

void DifferenceView::mousePressEvent(QMouseEvent* event)
{
    m_pressed = event->position();
    m_pressedValue = verticalScrollBar()->value();
}

void DifferenceView::mouseMoveEvent(QMouseEvent* event)
{
    if (event->buttons().testFlag(Qt::LeftButton))
        verticalScrollBar()->setValue(m_pressedValue - qRound(event->position().y() - m_pressed.y()));
}

void DifferenceView::mouseReleaseEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton || (event->position() - m_pressed).manhattanLength() >= 4)
        return;
    const auto places = placesIn(viewport()->rect());
    if (const int row = places.rowAt(event->position().y(), m_difference.rows()); row >= 0)
        chooseRow(row);
    if (const int step = places.stepAt(event->position().x(), m_difference.steps); step >= 0)
        goToStep(step + 1);
}

void DifferenceView::mouseDoubleClickEvent(QMouseEvent*) { setRowHeight(0); }

void DifferenceView::scrollContentsBy(int, int)
{
    setAccessibleDescription(summary());
    viewport()->update();
}

bool DifferenceView::viewportEvent(QEvent* event)
{
    if (event->type() != QEvent::ToolTip)
        return QAbstractScrollArea::viewportEvent(event);
    const auto* help = static_cast<QHelpEvent*>(event);
    QToolTip::showText(help->globalPos(), tipAt(help->pos()), viewport());
    return true;
}

void DifferenceView::resizeEvent(QResizeEvent* event)
{
    QAbstractScrollArea::resizeEvent(event);
    updateBars();
    setAccessibleDescription(summary());
}

void DifferenceView::focusInEvent(QFocusEvent* event)
{
    QAbstractScrollArea::focusInEvent(event);
    viewport()->update();
}

void DifferenceView::focusOutEvent(QFocusEvent* event)
{
    QAbstractScrollArea::focusOutEvent(event);
    viewport()->update();
}

void DifferenceView::retranslate()
{
    setAccessibleName(tr("Spikes that differ between two labels"));
    setAccessibleDescription(summary());
    viewport()->update();
}

void DifferenceView::changeEvent(QEvent* event)
{
    QAbstractScrollArea::changeEvent(event);
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::LocaleChange)
        retranslate();
    if (event->type() == QEvent::FontChange || event->type() == QEvent::LanguageChange)
        updateBars();
    else if (event->type() == QEvent::PaletteChange)
        viewport()->update();
}

}
