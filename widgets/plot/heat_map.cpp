#include "widgets/plot/heat_map.h"

#include "widgets/elided_label.h"
#include "widgets/paint.h"
#include "widgets/plot/colour_bar.h"
#include "widgets/plot/heat_plottables.h"
#include "widgets/plot/plot_style.h"
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

constexpr int leastRows = 4; // one does not zoom in further than this
constexpr int leastColumns = 8;
constexpr int leastLabelSize = 8; // pixels
constexpr QPointF nowhere(-1e6, -1e6);

int roundedUp(double every) ///< to 1, 2, 5, 10 and so on
{
    int result = 1;
    for (const int factor : {2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10000})
        if (result < every)
            result = factor;
    return result;
}

}

HeatMap::HeatMap(QWidget* parent)
    : QWidget(parent), m_plot(new QCustomPlot(this)), m_legend(new ColourBar(this)), m_captionLine(new ElidedLabel(this)),
      m_rowTicker(QSharedPointer<CellTicker>::create()), m_columnTicker(QSharedPointer<CellTicker>::create()), m_state(std::make_shared<HeatState>()),
      m_pressed(nowhere)
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

    connect(m_plot, &QCustomPlot::beforeReplot, this, [this] { fitLabels(m_plot->size()); });
    connect(m_plot, &QCustomPlot::afterReplot, this, &HeatMap::afterDrawing);
    connect(m_plot, &QCustomPlot::mousePress, this, &HeatMap::onPress);
    connect(m_plot, &QCustomPlot::mouseRelease, this, &HeatMap::onRelease);
    connect(m_plot, &QCustomPlot::mouseDoubleClick, this, [this] {
        m_pressed = nowhere; // the release that follows chooses nothing
        showAll();
    });
    setTable({});
    restyle();
}

HeatMap::~HeatMap() = default;

void HeatMap::buildPlot()
{
    auto* grid = m_plot->plotLayout();
    grid->clear();
    m_rect = new PictureRect(m_plot);
    grid->addElement(0, 0, m_rect);
    for (auto* axis : m_rect->axes()) {
        axis->setLayer(QStringLiteral("axes"));
        axis->grid()->setLayer(QStringLiteral("grid"));
        axis->grid()->setVisible(false);
        axis->setTickLength(0, 3);
        axis->setSubTicks(false);
    }
    m_x = m_rect->axis(QCPAxis::atBottom);
    m_y = m_rect->axis(QCPAxis::atLeft);
    m_x->setTickLabelPadding(2);
    m_x->setLabelPadding(1);
    m_x->setPadding(0);
    m_x->setTicker(m_columnTicker);
    m_y->setTicker(m_rowTicker);
    m_cells = new HeatPlottable(m_x, m_y, m_state);
    new HeatMarks(m_x, m_y, m_state); // belongs to the plot
    m_plot->setInteractions(QCP::iRangeDrag | QCP::iRangeZoom);
    m_plot->setNotAntialiasedElements(QCP::aeAll);
    connect(m_x, qOverload<const QCPRange&>(&QCPAxis::rangeChanged), this,
            [this] { keepInside(*m_x, table().columns, leastZoom() * table().columns); });
    connect(m_y, qOverload<const QCPRange&>(&QCPAxis::rangeChanged), this,
            [this] { keepInside(*m_y, table().rows, table().isPicture ? leastZoom() * table().rows : leastRows); });
}

double HeatMap::leastZoom() const
{
    const double across = double(leastColumns) / std::max(1, table().columns);
    return std::min(1.0, table().isPicture ? std::max(across, double(leastRows) / std::max(1, table().rows)) : across);
}

const HeatTable& HeatMap::table() const
{
    return m_state->table;
}

HeatCell HeatMap::chosen() const
{
    return m_state->chosen;
}

double HeatMap::scaleEnd() const
{
    return m_state->scaleEnd;
}

QSize HeatMap::room() const
{
    return m_plot->size().shrunkBy(m_rect->minimumMargins());
}

void HeatMap::setTable(const HeatTable& table, const HeatCells& cells)
{
    Q_ASSERT(table.values.size() == static_cast<std::size_t>(table.rows) * static_cast<std::size_t>(table.columns));
    const bool sameExtent = table.rows == this->table().rows && table.columns == this->table().columns && table.isPicture == this->table().isPicture;
    m_state->table = table;
    m_names = cells;
    m_state->scaleEnd = scaleEndOf(table);
    m_highest = highestOf(table);
    if (!table.has(m_state->chosen))
        m_state->chosen = {};
    if (!sameExtent) {
        m_state->chosen = {};
        m_state->frameRows = m_state->frameColumns = {};
    }
    m_state->marked.clear();
    m_rowTicker->setCells(table.rows, table.rowLabels, table.firstRow, 0);
    m_columnTicker->setCells(table.columns, table.columnLabels, table.firstColumn, 1);
    m_rect->setRatio(table.isPicture && !table.isEmpty() ? double(table.columns) / table.rows : 0);
    m_y->setRangeReversed(table.firstRowOnTop);
    m_y->setLabel(table.rowTitle);
    m_x->setLabel(table.columnTitle);
    m_y->setPadding(table.groups.empty() ? 2 : HeatMarks::groupWidth(m_state->font));
    m_rect->setMinimumMargins(table.isPicture ? QMargins(4, 2, 4, 4) : QMargins(4, 10, 8, 2)); // above: the mark of the current step
    for (auto* axis : {m_x, m_y})
        axis->setVisible(!table.isPicture);
    m_captionLine->setText(table.caption);
    m_plot->setLocale(QLocale());
    if (!sameExtent)
        showAll();
    redraw();
}

CellWindow HeatMap::window() const
{
    return m_cells->window();
}

void HeatMap::setWindow(const CellWindow& window)
{
    auto rows = QCPRange(window.first - 0.5, window.last - 0.5);
    if (table().isPicture && !table().isEmpty()) { // as much of each side, so that cells stay square
        const double part = std::clamp((window.right - window.left) / table().columns, leastZoom(), 1.0);
        rows = QCPRange(rows.center() - part * table().rows / 2, rows.center() + part * table().rows / 2);
    }
    m_x->setRange(window.left + 0.5, window.right + 0.5);
    m_y->setRange(rows);
    redraw();
}

void HeatMap::showAll()
{
    setWindow({.left = 0, .right = std::max(1.0, double(table().columns)), .first = 0, .last = std::max(1.0, double(table().rows))});
}

void HeatMap::redraw()
{
    setAccessibleDescription(summary());
    m_plot->replot(QCustomPlot::rpQueuedReplot);
}

void HeatMap::fitLabels(QSize plot)
{
    const auto usual = scaled(font(), 0.9);
    const auto margins = m_rect->margins();
    const double rowHeight = std::max(1, plot.height() - margins.top() - margins.bottom()) / m_y->range().size();
    const double columnWidth = std::max(1, plot.width() - margins.left() - margins.right()) / m_x->range().size();

    auto rowFont = usual;
    const int size = QFontInfo(usual).pixelSize();
    const bool named = !table().rowLabels.isEmpty();
    if (named && rowHeight > leastLabelSize / 2.0) // names are worth smaller letters, as long as those help
        rowFont.setPixelSize(std::clamp(static_cast<int>(0.95 * rowHeight), std::min(leastLabelSize, size), size));
    const QFontMetrics rowMetrics(rowFont);
    const double lines = rowMetrics.height() / rowHeight;
    m_rowTicker->setRoom(named ? (lines < 1.31 ? 1 : static_cast<int>(std::ceil(lines))) : roundedUp(0.9 * lines), rowMetrics, plot.width() * 2 / 5);
    m_y->setTickLabelFont(rowFont);

    const QFontMetrics metrics(usual);
    int widest = metrics.horizontalAdvance(QLocale().toString(table().firstColumn + table().columns));
    for (const auto& label : table().columnLabels)
        widest = std::max(widest, metrics.horizontalAdvance(label));
    const bool tilts = table().tiltsColumnLabels && widest + 8 > columnWidth;
    m_x->setTickLabelRotation(tilts ? -60 : 0);
    const int most = tilts ? plot.height() / 3 : std::max(widest + 2, static_cast<int>(columnWidth)); // + 2: widths are rounded
    m_columnTicker->setRoom(roundedUp((tilts ? 0.9 * metrics.height() : widest + 8) / columnWidth), metrics, most);
}

void HeatMap::afterDrawing()
{
    if (table().isEmpty())
        m_legend->showText(QString());
    else
        m_legend->showScale(m_cells->isShared() ? tr("%1; each pixel shows the mean of its cells", "meaning of the colours").arg(table().meaning)
                                                : table().meaning,
                            m_state->scaleEnd, table().isSigned ? ColourBar::Scale::Change : ColourBar::Scale::Magnitude);
}

void HeatMap::choose(HeatCell cell)
{
    const bool hasRow = cell.row >= 0 && cell.row < table().rows;
    m_state->chosen = table().has(cell) ? cell : HeatCell{};
    if (!table().isPicture) {
        m_state->frameRows = hasRow ? data::CellRange{cell.row, cell.row + 1} : data::CellRange{};
        m_state->frameColumns = {0, table().columns};
    }
    if (hasRow)
        bringIntoSight(cell);
    redraw();
}

void HeatMap::bringIntoSight(HeatCell cell)
{
    const auto bring = [](QCPAxis* axis, double place) {
        const auto range = axis->range();
        if (place < range.lower || place > range.upper)
            axis->setRange(place - range.size() / 2, place + range.size() / 2);
    };
    bring(m_y, cell.row);
    if (cell.column >= 0)
        bring(m_x, cell.column + 1);
}

void HeatMap::setStep(int column)
{
    m_state->step = column;
    redraw();
}

void HeatMap::setFrame(data::CellRange rows, data::CellRange columns)
{
    m_state->frameRows = rows;
    m_state->frameColumns = columns;
    redraw();
}

void HeatMap::setMarked(const std::vector<HeatCell>& cells)
{
    m_state->marked = cells;
    std::erase_if(m_state->marked, [this](HeatCell cell) { return !table().has(cell); });
    redraw();
}

std::pair<data::CellRange, data::CellRange> HeatMap::cellsUnder(QPointF position) const
{
    const auto inPlot = position - QPointF(m_plot->pos());
    const auto area = m_rect->rect();
    if (table().isEmpty() || !area.contains(inPlot.toPoint()))
        return {};
    const int fromTop = std::clamp(static_cast<int>(inPlot.y() - area.top()), 0, area.height() - 1);
    const int across = std::clamp(static_cast<int>(inPlot.x() - area.left()), 0, area.width() - 1);
    return {cellsAlong(*m_y, table().rows, 1).at(table().firstRowOnTop ? fromTop : area.height() - 1 - fromTop),
            cellsAlong(*m_x, table().columns, 1).at(across)};
}

HeatCell HeatMap::cellAt(QPointF position) const
{
    const auto [rows, columns] = cellsUnder(position);
    HeatCell best;
    for (int row = rows.begin; row < rows.end; ++row)
        for (int column = columns.begin; column < columns.end; ++column)
            if (table().has({row, column}) && (!best.isValid() || table().at(row, column) > table().at(best.row, best.column)))
                best = {row, column};
    return best;
}

void HeatMap::onPress(QMouseEvent* event)
{
    setFocus(Qt::MouseFocusReason);
    m_pressed = event->position();
}

void HeatMap::onRelease(QMouseEvent* event)
{
    if ((event->position() - m_pressed).manhattanLength() >= 4 || event->button() != Qt::LeftButton)
        return;
    const auto cell = cellAt(event->position() + QPointF(m_plot->pos()));
    if (!cell.isValid())
        return;
    const bool toggles = event->modifiers().testFlag(Qt::ControlModifier);
    moveTo(cell, !toggles);
    if (toggles)
        Q_EMIT cellToggled(cell.row, cell.column);
}

void HeatMap::moveTo(HeatCell cell, bool chooses)
{
    if (!cell.isValid())
        return;
    choose(cell);
    if (chooses)
        Q_EMIT cellChosen(cell.row, cell.column);
}

HeatCell HeatMap::firstInSight() const
{
    const bool inChosenRow = !table().isPicture && m_state->frameRows.size() > 0; // which was chosen without a column
    const auto rows = inChosenRow ? m_state->frameRows : cellsAlong(*m_y, table().rows, 1).visible();
    const auto columns = cellsAlong(*m_x, table().columns, 1).visible();
    for (int row = rows.begin; row < rows.end; ++row)
        for (int column = columns.begin; column < columns.end; ++column)
            if (table().has({row, column}))
                return {row, column};
    return {};
}

void HeatMap::zoom(double factor)
{
    const auto& cell = m_state->chosen;
    m_y->scaleRange(factor, cell.isValid() ? cell.row : m_y->range().center());
    m_x->scaleRange(factor, cell.isValid() ? cell.column + 1 : m_x->range().center());
    redraw();
}

void HeatMap::keyPressEvent(QKeyEvent* event)
{
    const bool ctrl = event->modifiers().testFlag(Qt::ControlModifier);
    const int up = table().firstRowOnTop ? -1 : 1; // towards the upper edge
    const int page = std::max(1, static_cast<int>(m_y->range().size() * 0.9));
    const auto go = [&](int down, int right) {
        moveTo(m_state->chosen.isValid() ? nextCell(table(), m_state->chosen, down, right) : firstInSight(), !ctrl);
    };
    switch (table().isEmpty() ? 0 : event->key()) {
    case Qt::Key_Up:
        return go(up, 0);
    case Qt::Key_Down:
        return go(-up, 0);
    case Qt::Key_Left:
        return go(0, -1);
    case Qt::Key_Right:
        return go(0, 1);
    case Qt::Key_PageUp:
        return go(up * page, 0);
    case Qt::Key_PageDown:
        return go(-up * page, 0);
    case Qt::Key_Home:
    case Qt::Key_End: {
        const int far = event->key() == Qt::Key_Home ? -1 : 1;
        const auto from = m_state->chosen.isValid() ? m_state->chosen : firstInSight();
        return moveTo(ctrl ? nextCell(table(), from, far * -up * table().rows, 0) : nextCell(table(), from, 0, far * table().columns), true);
    }
    case Qt::Key_Space:
        if (ctrl && m_state->chosen.isValid())
            Q_EMIT cellToggled(m_state->chosen.row, m_state->chosen.column);
        return;
    case Qt::Key_Plus:
        return zoom(0.7);
    case Qt::Key_Minus:
        return zoom(1 / 0.7);
    case Qt::Key_Escape:
        return showAll();
    default:
        QWidget::keyPressEvent(event);
    }
}

QString HeatMap::valueText(double value) const
{
    return QLocale().toString(value, 'f', std::max(2, table().decimals));
}

QString HeatMap::wordsOf(HeatCell cell) const
{
    if (m_names.words)
        return m_names.words(cell.row, cell.column);
    const auto name = [](const QStringList& labels, int first, int i) { return labels.isEmpty() ? QLocale().toString(first + i) : labels[i]; };
    return tr("row %1, column %2: %3")
        .arg(name(table().rowLabels, table().firstRow, cell.row), name(table().columnLabels, table().firstColumn, cell.column),
             valueText(double(table().at(cell.row, cell.column))));
}

QString HeatMap::summary() const
{
    if (!m_highest.isValid())
        return tr("Nothing to show");
    auto text = tr("%1. Highest, %2: %3.")
                    .arg(table().caption, valueText(static_cast<double>(table().at(m_highest.row, m_highest.column))), wordsOf(m_highest));
    if (m_state->chosen.isValid())
        text += QLatin1Char(' ') + tr("Chosen: %1.").arg(wordsOf(m_state->chosen));
    return text;
}

QString HeatMap::tipAt(QPointF position) const
{
    const auto cell = cellAt(position);
    if (!cell.isValid())
        return {};
    const auto [rows, columns] = cellsUnder(position);
    if (const int count = rows.size() * columns.size(); count > 1)
        return tr("%n cell(s) share this place. The highest:\n%1", nullptr, count).arg(wordsOf(cell));
    return wordsOf(cell);
}

bool HeatMap::eventFilter(QObject* watched, QEvent* event)
{
    if (watched != m_plot || event->type() != QEvent::ToolTip)
        return QWidget::eventFilter(watched, event);
    const auto* help = static_cast<QHelpEvent*>(event);
    QToolTip::showText(help->globalPos(), tipAt(QPointF(help->pos() + m_plot->pos())), this);
    return true;
}

QByteArray HeatMap::visibleCsv(const ExportNotes& notes) const
{
    const auto rows = cellsAlong(*m_y, table().rows, 1).visible();
    const auto columns = cellsAlong(*m_x, table().columns, 1).visible();
    auto header = m_names.fields ? m_names.header : QStringList{QStringLiteral("row"), QStringLiteral("column")};
    auto text = csvNotes(notes) + csvLine(header << QStringLiteral("value"));
    for (int row = rows.begin; row < rows.end; ++row)
        for (int column = columns.begin; column < columns.end; ++column)
            if (table().has({row, column})) {
                auto fields = m_names.fields ? m_names.fields(row, column)
                                             : QStringList{QString::number(row + table().firstRow), QString::number(column + table().firstColumn)};
                text += csvLine(fields << QString::number(static_cast<double>(table().at(row, column)), 'g', 7));
            }
    return text;
}

void HeatMap::paintTo(QPaintDevice& device, QSize size)
{
    const int line = fontMetrics().height() + 2;
    const QSize plot(size.width(), std::max(1, size.height() - 2 * line));
    fitLabels(plot);
    QCPPainter painter(&device);
    painter.fillRect(QRect(QPoint(), size), palette().color(QPalette::Base));
    m_plot->toPainter(&painter, plot.width(), plot.height());
    painter.setClipping(false);
    afterDrawing();
    m_legend->paint(painter, QRectF(4, size.height() - 2 * line, size.width() - 8, line));
    painter.setFont(scaled(font(), 0.9));
    painter.setPen(palette().color(QPalette::Text));
    painter.drawText(QRectF(6, size.height() - line, size.width() - 12, line), Qt::AlignLeft | Qt::AlignVCenter, table().caption);
    m_plot->replot(QCustomPlot::rpQueuedReplot); // for the size on the screen
}

void HeatMap::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    paintFocusRing(painter, *this);
}

void HeatMap::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    Q_EMIT resized();
}

void HeatMap::restyle()
{
    const auto colours = chartColours(palette());
    stylePlot(*m_plot, palette(), font());
    m_state->font = scaled(font(), 0.9);
    m_state->paper = palette().color(QPalette::Base).rgb();
    m_state->text = palette().color(QPalette::Text);
    m_state->faint = colours.faint;
    m_state->mark = colours.second;
    m_state->stepMark = colours.accent;
    m_y->setPadding(table().groups.empty() ? 2 : HeatMarks::groupWidth(m_state->font));
    m_plot->replot(QCustomPlot::rpQueuedReplot);
}

void HeatMap::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange)
        restyle();
    else if (event->type() == QEvent::LanguageChange || event->type() == QEvent::LocaleChange) {
        m_plot->setLocale(QLocale());
        redraw();
    }
    QWidget::changeEvent(event);
}

}
