#include "widgets/gallery_grid.h"

#include "widgets/paint.h"
#include "widgets/theme.h"

#include <QCoreApplication>
#include <QEvent>
#include <QLocale>
#include <QPainter>
#include <QPainterPath>
#include <QScrollBar>
#include <QStyledItemDelegate>
#include <QTextLayout>

#include <algorithm>
#include <array>

namespace spikeclip::widgets {

using State = GalleryRow::State;

namespace {

constexpr int leastCell = 108; // logical pixels across
constexpr int margin = 6;
constexpr double keptWidth = 12;

int thumbnailHeight(int cell)
{
    return (cell - 2 * margin) * 3 / 4;
}

int cellHeight(int cell, const QFontMetrics& metrics)
{
    return 2 * margin + thumbnailHeight(cell) + 2 * metrics.height() + 5;
}

/// Words in as many lines as there is room for, the last one shortened.
void paintWrapped(QPainter& painter, const QRectF& area, const QString& text)
{
    const QFontMetricsF metrics(painter.font(), painter.device());
    QTextLayout layout(text, painter.font(), painter.device());
    QTextOption option(Qt::AlignLeft);
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    layout.setTextOption(option);
    layout.beginLayout();
    double y = 0;
    for (auto line = layout.createLine(); line.isValid(); line = layout.createLine()) {
        line.setLineWidth(area.width());
        const bool last = y + 2 * metrics.height() > area.height();
        const auto shown = text.mid(line.textStart(), last ? -1 : line.textLength());
        painter.drawText(QRectF(area.left(), area.top() + y, area.width(), metrics.height()), Qt::AlignLeft | Qt::AlignTop,
                         last ? metrics.elidedText(shown, Qt::ElideRight, area.width()) : shown);
        y += metrics.height();
        if (last)
            break;
    }
    layout.endLayout();
}

void paintWarning(QPainter& painter, QPointF topLeft, double size, const ChartColours& colours, const QColor& paper)
{
    QPainterPath triangle;
    triangle.moveTo(topLeft + QPointF(size / 2, 0));
    triangle.lineTo(topLeft + QPointF(size, 0.9 * size));
    triangle.lineTo(topLeft + QPointF(0, 0.9 * size));
    triangle.closeSubpath();
    painter.setPen(QPen(colours.warning, 1.5, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.setBrush(colours.warning);
    painter.drawPath(triangle);
    painter.setPen(QPen(paper, 1.8, Qt::SolidLine, Qt::RoundCap));
    painter.drawLine(topLeft + QPointF(size / 2, 0.34 * size), topLeft + QPointF(size / 2, 0.56 * size));
    painter.drawPoint(topLeft + QPointF(size / 2, 0.74 * size));
}

class PictureDelegate : public QStyledItemDelegate
{
    Q_DECLARE_TR_FUNCTIONS(PictureDelegate)
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        const auto row = index.data(GalleryTable::RowRole).value<GalleryRow>();
        const auto colours = chartColours(option.palette);
        const QRect cell = option.rect.adjusted(2, 2, -2, -2);
        painter->save();
        painter->setRenderHints(QPainter::Antialiasing | QPainter::SmoothPixmapTransform);
        paintFrame(*painter, option, cell);
        const QRect area(cell.left() + margin - 2, cell.top() + margin - 2, cell.width() - 2 * (margin - 2), thumbnailHeight(option.rect.width()));
        paintPicture(*painter, option, row, area);
        const int line = option.fontMetrics.height();
        const QRect first(area.left(), area.bottom() + 4, area.width(), line);
        paintWinner(*painter, option, row, first);
        paintScore(*painter, option, row, first.translated(0, line));
        if (row.kept)
            GalleryGrid::paintKeptMark(*painter, QRectF(first.right() - keptWidth + 1, first.bottom() + 3, keptWidth, line - 4), colours.accent);
        painter->restore();
    }

    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex&) const override
    {
        const auto* grid = qobject_cast<const QListView*>(option.widget);
        return grid ? grid->gridSize() : QSize(leastCell, cellHeight(leastCell, option.fontMetrics));
    }

private:
    static void paintFrame(QPainter& painter, const QStyleOptionViewItem& option, const QRect& cell)
    {
        const auto highlight = option.palette.color(QPalette::Highlight);
        const QRectF frame = QRectF(cell).adjusted(0.5, 0.5, -0.5, -0.5);
        const bool selected = option.state.testFlag(QStyle::State_Selected);
        if (selected || option.state.testFlag(QStyle::State_MouseOver)) {
            auto tint = highlight;
            tint.setAlphaF(selected ? 0.22F : 0.08F);
            painter.setPen(selected ? QPen(highlight, 1) : QPen(Qt::NoPen));
            painter.setBrush(tint);
            painter.drawRoundedRect(frame, 5, 5);
        }
        if (option.state.testFlag(QStyle::State_HasFocus)) {
            painter.setPen(QPen(highlight, 2));
            painter.setBrush(Qt::NoBrush);
            painter.drawRoundedRect(frame.adjusted(0.5, 0.5, -0.5, -0.5), 5, 5);
        }
    }

    static void paintPicture(QPainter& painter, const QStyleOptionViewItem& option, const GalleryRow& row, const QRect& area)
    {
        const auto colours = chartColours(option.palette);
        painter.setPen(Qt::NoPen);
        auto ground = colours.grid;
        ground.setAlphaF(0.5F);
        painter.setBrush(ground);
        painter.drawRoundedRect(area, 4, 4);
        constexpr double mark = 16;
        if (!row.thumbnail.isNull()) {
            const auto size = row.thumbnail.size().scaled(area.size(), Qt::KeepAspectRatio);
            QRect target(QPoint(), size);
            target.moveCenter(area.center());
            painter.drawImage(target, row.thumbnail);
        } else if (row.state == State::Failed) {
            painter.setFont(scaled(option.font, 0.85));
            painter.setPen(option.palette.color(QPalette::Text));
            const QRectF words = QRectF(area).adjusted(4, mark + 6, -4, -2);
            paintWrapped(painter, words, row.problem);
        }
        if (row.state == State::Failed)
            paintWarning(painter, QPointF(area.left() + 4, area.top() + 4), mark, colours, option.palette.color(QPalette::Base));
    }

    static void paintWinner(QPainter& painter, const QStyleOptionViewItem& option, const GalleryRow& row, const QRect& line)
    {
        const auto colours = chartColours(option.palette);
        auto font = option.font;
        QString words = row.winner;
        auto ink = option.palette.color(QPalette::Text);
        if (row.state == State::Done) {
            font.setBold(true);
        } else {
            words = row.state == State::Failed ? tr("failed") : tr("waiting\u2026");
            ink = row.state == State::Failed ? colours.warning : colours.faint;
        }
        painter.setFont(font);
        painter.setPen(ink);
        painter.drawText(line, Qt::AlignLeft | Qt::AlignVCenter, QFontMetrics(font).elidedText(words, Qt::ElideRight, line.width()));
    }

    static void paintScore(QPainter& painter, const QStyleOptionViewItem& option, const GalleryRow& row, QRect line)
    {
        const auto colours = chartColours(option.palette);
        line.setRight(line.right() - (row.kept ? qRound(keptWidth) + 4 : 0));
        painter.setFont(option.font);
        painter.setPen(colours.faint);
        const bool done = row.state == State::Done;
        auto words = row.name;
        if (done) {
            const auto score = QLocale().toString(row.cosine, 'f', 3);
            words = tr("cosine %1").arg(score);
            if (option.fontMetrics.horizontalAdvance(words) > line.width())
                words = score;
        }
        painter.drawText(line, Qt::AlignLeft | Qt::AlignVCenter,
                         option.fontMetrics.elidedText(words, done ? Qt::ElideRight : Qt::ElideMiddle, line.width()));
    }
};

}

GalleryGrid::GalleryGrid(QWidget* parent) : CellGrid(leastCell, parent)
{
    setSelectionMode(QAbstractItemView::ExtendedSelection);
    setItemDelegate(new PictureDelegate(this));
    setAcceptDrops(false); // the window takes files
    viewport()->setAcceptDrops(false);
    fitCells();
    retranslate();
}

void GalleryGrid::paintKeptMark(QPainter& painter, const QRectF& area, const QColor& colour)
{
    painter.setPen(QPen(colour, 1.8, Qt::SolidLine, Qt::FlatCap));
    const double ground = area.bottom() - 0.15 * area.height();
    static constexpr std::array<double, 3> places = {0.2, 0.42, 0.8};
    for (const double place : places) {
        const double x = area.left() + place * area.width();
        painter.drawLine(QPointF(x, area.top() + 0.15 * area.height()), QPointF(x, ground));
    }
    painter.setPen(QPen(colour, 1.2, Qt::SolidLine, Qt::FlatCap));
    painter.drawLine(QPointF(area.left(), ground), QPointF(area.right(), ground));
}

void GalleryGrid::paintTo(QPaintDevice& device, QSize size) const
{
    QPainter painter(&device);
    painter.fillRect(QRect(QPoint(), size), palette().color(QPalette::Base));
    painter.setClipRect(QRect(QPoint(), size));
    QStyleOptionViewItem option;
    initViewItemOption(&option);
    option.state &= ~(QStyle::State_HasFocus | QStyle::State_MouseOver);
    for (int row = 0; model() && row < model()->rowCount(); ++row) {
        const auto index = model()->index(row, modelColumn());
        option.rect = visualRect(index);
        if (!option.rect.intersects(viewport()->rect()))
            continue;
        option.state.setFlag(QStyle::State_Selected, selectionModel()->isSelected(index));
        itemDelegate()->paint(&painter, option, index);
    }
}

int GalleryGrid::cellHeight(int cell) const
{
    return widgets::cellHeight(cell, fontMetrics());
}

void GalleryGrid::retranslate()
{
    setAccessibleName(tr("Pictures"));
    viewport()->update();
}

}
