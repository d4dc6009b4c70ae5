#include "widgets/plot/heat_plottables.h"

#include "widgets/export.h"
#include "widgets/plot/plot_style.h"

#include <algorithm>

namespace spikeclip::widgets {

namespace {

constexpr int leastTextSize = 8;      // pixels: smaller letters cannot be read
constexpr double leastSeamCell = 14;  // from here on a line of paper parts cells
constexpr double leastFramedCell = 7; // smaller ones are framed from outside

/// `font` as large as a line of `height` allows, and whether that can be read.
bool fitToHeight(QFont& font, double height)
{
    const int usual = QFontInfo(font).pixelSize();
    const int room = static_cast<int>(height * 0.95);
    font.setPixelSize(std::clamp(room, leastTextSize, std::max(leastTextSize, usual)));
    return room >= leastTextSize;
}

/// Visible on every colour: a line of paper beneath the line. What is small is framed from outside, so that it stays visible, too.
void drawFrame(QCPPainter& painter, QRectF box, const QColor& colour, const QColor& paper, double width)
{
    const auto outwards = [width](double side) { return side < leastFramedCell ? width : side < leastSeamCell ? 0.5 : 0.0; };
    const double wider = outwards(box.width());
    const double higher = outwards(box.height());
    const double beneath = width + (std::min(box.width(), box.height()) < leastSeamCell ? 1 : 2);
    box.adjust(-wider, -higher, wider, higher);
    painter.setBrush(Qt::NoBrush);
    for (const auto& pen : {QPen(paper, beneath), QPen(colour, width)}) {
        auto square = pen;
        square.setJoinStyle(Qt::MiterJoin);
        painter.setPen(square);
        painter.drawRect(box);
    }
}

}

QRectF cellsRect(const QCPAxis& x, const QCPAxis& y, data::CellRange rows, data::CellRange columns)
{
    const QPointF a(x.coordToPixel(columns.begin + 0.5), y.coordToPixel(rows.begin - 0.5));
    const QPointF b(x.coordToPixel(columns.end + 0.5), y.coordToPixel(rows.end - 0.5));
    return QRectF(a, b).normalized();
}

HeatPlottable::HeatPlottable(QCPAxis* x, QCPAxis* y, std::shared_ptr<const HeatState> state) : QCPAbstractPlottable(x, y), m_state(std::move(state))
{}

CellWindow HeatPlottable::window() const
{
    const auto x = mKeyAxis->range();
    const auto y = mValueAxis->range();
    return {.left = x.lower - 0.5, .right = x.upper - 0.5, .first = y.lower + 0.5, .last = y.upper + 0.5};
}

QCPRange HeatPlottable::getKeyRange(bool& found, QCP::SignDomain) const
{
    found = !m_state->table.isEmpty();
    return {0.5, m_state->table.columns + 0.5};
}

QCPRange HeatPlottable::getValueRange(bool& found, QCP::SignDomain, const QCPRange&) const
{
    found = !m_state->table.isEmpty();
    return {-0.5, m_state->table.rows - 0.5};
}

data::CellRange HeatPlottable::rowsInSight() const
{
    return cellsAlong(*mValueAxis, m_state->table.rows, 1).visible();
}

data::CellRange HeatPlottable::columnsInSight() const
{
    return cellsAlong(*mKeyAxis, m_state->table.columns, 1).visible();
}

void HeatPlottable::draw(QCPPainter* painter)
{
    const auto area = clipRect();
    if (area.isEmpty() || m_state->table.isEmpty())
        return;
    const bool vector = isVector(*painter->device());
    const double density = vector ? 2 : painter->device()->devicePixelRatioF();
    const auto& image = m_image.draw(m_state->table, m_state->scaleEnd, window(), (QSizeF(area.size()) * density).toSize(), m_state->paper);
    if (!vector || !drawShapes(*painter))
        painter->drawImage(QRectF(area), image);
    drawSeams(*painter);
    drawValues(*painter);
}

bool HeatPlottable::drawShapes(QCPPainter& painter) const
{
    const auto rows = rowsInSight();
    const auto columns = columnsInSight();
    if (static_cast<std::int64_t>(rows.size()) * columns.size() > mostVectorMarks)
        return false;
    const QRectF area = clipRect();
    painter.setPen(Qt::NoPen);
    for (int row = rows.begin; row < rows.end; ++row)
        for (int column = columns.begin; column < columns.end; ++column)
            if (const float value = m_state->table.at(row, column); !std::isnan(value)) {
                painter.setBrush(QColor(cellColour(m_state->table, static_cast<double>(value), m_state->scaleEnd, m_state->paper)));
                const auto cell = cellsRect(*mKeyAxis, *mValueAxis, {row, row + 1}, {column, column + 1});
                painter.drawRect(cell.adjusted(0, 0, 0.2, 0.2).intersected(area)); // so that viewers leave no hairlines between cells
            }
    return true;
}

void HeatPlottable::drawSeams(QCPPainter& painter) const
{
    const auto rows = rowsInSight();
    const auto columns = columnsInSight();
    const auto cell = cellsRect(*mKeyAxis, *mValueAxis, {0, 1}, {0, 1});
    if (std::min(cell.width(), cell.height()) < leastSeamCell)
        return;
    // On the pixel with which the image begins a cell.
    const QRectF area = clipRect();
    const auto along = cellsAlong(*mValueAxis, m_state->table.rows, 1);
    const auto across = cellsAlong(*mKeyAxis, m_state->table.columns, 1);
    painter.setPen(QPen(QColor(m_state->paper), 1));
    for (int row = rows.begin + 1; row < rows.end; ++row) {
        const double y = m_state->table.firstRowOnTop ? area.top() + along.begin(row) : area.bottom() - along.begin(row);
        painter.drawLine(QLineF(area.left(), y, area.right(), y));
    }
    for (int column = columns.begin + 1; column < columns.end; ++column) {
        const double x = area.left() + across.begin(column);
        painter.drawLine(QLineF(x, area.top(), x, area.bottom()));
    }
}

void HeatPlottable::drawValues(QCPPainter& painter) const
{
    const auto& table = m_state->table;
    const auto cell = cellsRect(*mKeyAxis, *mValueAxis, {0, 1}, {0, 1});
    const QLocale locale;
    auto font = m_state->font;
    if (!fitToHeight(font, cell.height()))
        return;
    int decimals = table.decimals;
    const auto& numbers = table.numbers.empty() ? table.values : table.numbers;
    const bool areOwn = !table.numbers.empty();
    const double widest =
        areOwn ? static_cast<double>(std::abs(*std::ranges::max_element(numbers, {}, [](float n) { return std::isnan(n) ? 0 : std::abs(n); })))
               : m_state->scaleEnd;
    const auto textOf = [&](double number) {
        const auto text = number == 0 ? QStringLiteral("0") : locale.toString(number, 'f', decimals);
        return table.isSigned && number > 0 ? QLatin1Char('+') + text : text;
    };
    const auto width = [&] { return QFontMetricsF(font).horizontalAdvance(areOwn ? textOf(widest) : locale.toString(widest, 'f', decimals)) + 2; };
    while (width() > cell.width() && font.pixelSize() > leastTextSize)
        font.setPixelSize(font.pixelSize() - 1);
    if (width() > cell.width())
        decimals = std::min(decimals, 2); // one digit less says more than no number
    if (width() > cell.width())
        return;
    const QRectF area = clipRect();
    const auto rows = rowsInSight();
    const auto columns = columnsInSight();
    painter.setFont(font);
    for (int row = rows.begin; row < rows.end; ++row)
        for (int column = columns.begin; column < columns.end; ++column) {
            const float value = table.at(row, column);
            const auto box = cellsRect(*mKeyAxis, *mValueAxis, {row, row + 1}, {column, column + 1}).intersected(area);
            if (std::isnan(value) || box.width() < width() || box.height() < font.pixelSize())
                continue;
            const auto number = static_cast<double>(
                numbers[static_cast<std::size_t>(row) * static_cast<std::size_t>(table.columns) + static_cast<std::size_t>(column)]);
            if (areOwn && number == 0)
                continue;
            painter.setPen(inkOn(cellColour(table, static_cast<double>(value), m_state->scaleEnd, m_state->paper)));
            painter.drawText(box, Qt::AlignCenter, textOf(number));
        }
}

HeatMarks::HeatMarks(QCPAxis* x, QCPAxis* y, std::shared_ptr<const HeatState> state)
    : QCPLayerable(x->parentPlot(), QStringLiteral("overlay")), m_x(x), m_y(y), m_state(std::move(state))
{}

void HeatMarks::applyDefaultAntialiasingHint(QCPPainter* painter) const
{
    painter->setAntialiasing(false);
}

void HeatMarks::draw(QCPPainter* painter)
{
    if (m_state->table.isEmpty())
        return;
    drawGroups(*painter);
    const QRectF area = m_x->axisRect()->rect();
    const QColor paper(m_state->paper);
    drawStep(*painter);
    drawDiagonal(*painter);
    painter->setClipRect(area.adjusted(-3, -3, 4, 4), Qt::IntersectClip);
    drawTags(*painter);
    if (m_state->frameRows.size() > 0) {
        const double gap = m_state->table.isPicture ? 2 : 0; // in a picture between those around it
        const auto box = cellsRect(*m_x, *m_y, m_state->frameRows, m_state->frameColumns).adjusted(-gap, -gap, gap, gap);
        drawFrame(*painter, box, m_state->mark, paper, 1.5);
    }
    for (const auto& cell : m_state->marked)
        drawFrame(*painter, cellsRect(*m_x, *m_y, {cell.row, cell.row + 1}, {cell.column, cell.column + 1}), m_state->mark, m_state->text, 2);
    if (const auto& cell = m_state->chosen; cell.isValid())
        drawFrame(*painter, cellsRect(*m_x, *m_y, {cell.row, cell.row + 1}, {cell.column, cell.column + 1}), m_state->text, paper, 2);
}

void HeatMarks::drawGroups(QCPPainter& painter) const
{
    const auto& groups = m_state->table.groups;
    const QRectF area = m_x->axisRect()->rect();
    const double left = area.left() - m_x->axisRect()->margins().left();
    for (std::size_t i = 0; i < groups.size(); ++i) {
        const int end = i + 1 < groups.size() ? groups[i + 1].begin : m_state->table.rows;
        auto box = cellsRect(*m_x, *m_y, {groups[i].begin, end}, {0, m_state->table.columns}).intersected(area);
        if (box.height() < 1)
            continue;
        if (i > 0 && box.top() > area.top() + 1) { // parts it from the group above, from the names on
            painter.setPen(QPen(m_state->faint, 1));
            painter.drawLine(QLineF(left, box.top(), area.left() - 1, box.top()));
        }
        const double width = groupWidth(m_state->font) - 4;
        box = QRectF(left, box.top(), width, box.height());
        auto font = m_state->font;
        font.setBold(true);
        while (QFontMetricsF(font).horizontalAdvance(groups[i].text) > box.height() - 4 && font.pixelSize() != leastTextSize)
            font.setPixelSize(std::max(leastTextSize, QFontInfo(font).pixelSize() - 1));
        const auto text = QFontMetricsF(font).elidedText(groups[i].text, Qt::ElideRight, box.height() - 2);
        painter.setFont(font);
        painter.setPen(m_state->faint);
        if (text != groups[i].text) {
            painter.drawText(box, Qt::AlignCenter, groups[i].brief);
            continue;
        }
        painter.save();
        painter.translate(box.center());
        painter.rotate(-90);
        painter.drawText(QRectF(-box.height() / 2, -box.width() / 2, box.height(), box.width()), Qt::AlignCenter, text);
        painter.restore();
    }
}

void HeatMarks::drawTags(QCPPainter& painter) const
{
    const QRectF area = m_x->axisRect()->rect();
    // All or none: a part of the numbers would say that the others have none.
    const auto& tags = m_state->table.tags;
    auto font = m_state->font;
    if (tags.empty() || !fitToHeight(font, cellsRect(*m_x, *m_y, tags.front().rows, tags.front().columns).height()))
        return;
    const QFontMetricsF metrics(font);
    for (const auto& tag : tags)
        if (metrics.horizontalAdvance(tag.text) > cellsRect(*m_x, *m_y, tag.rows, tag.columns).width())
            return;
    painter.setFont(font);
    painter.setPen(m_state->text);
    for (const auto& tag : tags)
        if (const auto box = cellsRect(*m_x, *m_y, tag.rows, tag.columns); box.intersects(area))
            painter.drawText(box, Qt::AlignLeft | Qt::AlignBottom, tag.text);
}

void HeatMarks::drawDiagonal(QCPPainter& painter) const
{
    const auto& table = m_state->table;
    if (!table.marksDiagonal)
        return;
    const QRectF area = m_x->axisRect()->rect();
    const auto cellOf = [&](int i) { return cellsRect(*m_x, *m_y, {i, i + 1}, {i, i + 1}); };
    painter.save();
    painter.setClipRect(area, Qt::IntersectClip);
    painter.setBrush(Qt::NoBrush);
    if (std::min(cellOf(0).width(), cellOf(0).height()) >= leastSeamCell) {
        for (int i = 0; i < std::min(table.rows, table.columns); ++i)
            if (const auto box = cellOf(i); box.intersects(area))
                drawFrame(painter, box.adjusted(1, 1, -1, -1), m_state->faint, QColor(m_state->paper), 1);
    } else { // a dotted line beside it, which hides no cell of it
        painter.setPen(QPen(m_state->faint, 1, Qt::DotLine));
        painter.drawLine(cellOf(0).topRight(), cellOf(std::min(table.rows, table.columns) - 1).topRight());
    }
    painter.restore();
}

void HeatMarks::drawStep(QCPPainter& painter) const
{
    if (m_state->step < 0 || m_state->step >= m_state->table.columns)
        return;
    const QRectF area = m_x->axisRect()->rect();
    const auto box = cellsRect(*m_x, *m_y, {0, m_state->table.rows}, {m_state->step, m_state->step + 1}).intersected(area);
    if (box.isEmpty())
        return;
    drawFrame(painter, box.adjusted(0, -2, 0, 1), m_state->stepMark, QColor(m_state->paper), 1.5); // it hides no value of the first row
    const double half = std::clamp(box.width() / 4, 2.0, 6.0);
    const QPointF tip(box.center().x(), area.top() - 4);
    painter.setAntialiasing(true);
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_state->stepMark);
    painter.drawPolygon(QPolygonF({tip, tip + QPointF(-half, -half), tip + QPointF(half, -half)}));
    painter.setAntialiasing(false);
}

void PictureRect::update(UpdatePhase phase)
{
    if (phase == upLayout) {
        mRect = mOuterRect.marginsRemoved(mMargins);
        if (m_ratio > 0 && mRect.width() > 0 && mRect.height() > 0) {
            const QSizeF room = mRect.size();
            const QSize size(std::max(1, static_cast<int>(std::min(room.width(), room.height() * m_ratio))),
                             std::max(1, static_cast<int>(std::min(room.height(), room.width() / m_ratio))));
            mRect = QRect(mRect.topLeft() + QPoint((mRect.width() - size.width()) / 2, 0), size);
        }
    }
    QCPAxisRect::update(phase);
}

void CellTicker::setCells(int cells, const QStringList& labels, int first, double origin)
{
    m_cells = cells;
    m_labels = labels;
    m_first = first;
    setTickOrigin(origin - (labels.isEmpty() ? first : 0)); // so that numbers are multiples
}

void CellTicker::setRoom(int every, const QFontMetrics& metrics, int mostWidth)
{
    m_every = std::max(1, every);
    m_metrics = metrics;
    m_mostWidth = mostWidth;
}

QString CellTicker::getTickLabel(double tick, const QLocale& locale, QChar, int)
{
    const int number = static_cast<int>(std::lround(tick - tickOrigin()));
    const int cell = m_labels.isEmpty() ? number - m_first : number;
    if (cell < 0 || cell >= m_cells)
        return {};
    return m_labels.isEmpty() ? locale.toString(number) : m_metrics.elidedText(m_labels[cell], Qt::ElideMiddle, m_mostWidth);
}

}
