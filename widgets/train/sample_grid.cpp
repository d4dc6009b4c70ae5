#include "widgets/train/sample_grid.h"

#include "widgets/convert.h"
#include "widgets/paint.h"
#include "widgets/theme.h"
#include "widgets/train/verdict_line.h"

#include <QEvent>
#include <QPainter>
#include <QScrollBar>
#include <QStyledItemDelegate>
#include <QTimer>

#include <algorithm>

namespace spikeclip::widgets {

namespace {

constexpr int leastCell = 92; // logical pixels across
constexpr int margin = 5;
constexpr int askingMs = 30; // while a view is scrolled, several changes ask at once

int thumbnailHeight(int cell)
{
    return (cell - 2 * margin) * 3 / 4;
}

int cellHeight(int cell, const QFontMetrics& metrics)
{
    return 2 * margin + thumbnailHeight(cell) + 2 * metrics.height() + 3;
}

class SampleDelegate : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        const auto item = index.data(SampleModel::ItemRole).value<SampleItem>();
        const auto colours = chartColours(option.palette);
        const QRect cell = option.rect.adjusted(1, 1, -1, -1);
        painter->save();
        painter->setRenderHints(QPainter::Antialiasing | QPainter::SmoothPixmapTransform);
        const auto highlight = option.palette.color(QPalette::Highlight);
        const bool selected = option.state.testFlag(QStyle::State_Selected);
        if (selected || option.state.testFlag(QStyle::State_MouseOver)) {
            auto tint = highlight;
            tint.setAlphaF(selected ? 0.22F : 0.08F);
            painter->setPen(selected ? QPen(highlight, 1) : QPen(Qt::NoPen));
            painter->setBrush(tint);
            painter->drawRoundedRect(QRectF(cell).adjusted(0.5, 0.5, -0.5, -0.5), 5, 5);
        }
        const QRect area(cell.left() + margin - 1, cell.top() + margin - 1, cell.width() - 2 * (margin - 1), thumbnailHeight(option.rect.width()));
        auto ground = colours.grid;
        ground.setAlphaF(0.5F);
        painter->setPen(Qt::NoPen);
        painter->setBrush(ground);
        painter->drawRoundedRect(area, 4, 4);
        if (!item.thumbnail.isNull()) {
            QRect target(QPoint(), item.thumbnail.size().scaled(area.size(), Qt::KeepAspectRatio));
            target.moveCenter(area.center());
            painter->drawImage(target, item.thumbnail);
        } else if (item.failed) {
            VerdictLine::paintMark(*painter, VerdictLine::Kind::Attention, QRectF(area.center().x() - 10, area.center().y() - 10, 20, 20),
                                   option.palette);
        }
        const int line = option.fontMetrics.height();
        const QRect first(area.left(), area.bottom() + 3, area.width(), line);
        painter->setFont(option.font);
        painter->setPen(option.palette.color(QPalette::Text));
        painter->drawText(first, Qt::AlignLeft | Qt::AlignVCenter, option.fontMetrics.elidedText(item.name, Qt::ElideMiddle, first.width()));
        painter->setPen(colours.faint);
        painter->drawText(first.translated(0, line), Qt::AlignLeft | Qt::AlignVCenter,
                          option.fontMetrics.elidedText(item.caption, Qt::ElideRight, first.width()));
        painter->restore();
    }

    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex&) const override
    {
        const auto* grid = qobject_cast<const QListView*>(option.widget);
        return grid ? grid->gridSize() : QSize(leastCell, cellHeight(leastCell, option.fontMetrics));
    }
};

}

void SampleModel::setItems(const QList<SampleItem>& items)
{
    beginResetModel();
    m_items = items;
    endResetModel();
}

void SampleModel::setThumbnail(const QString& sample, const QImage& thumbnail)
{
    for (int row = 0; row < rowCount(); ++row)
        if (auto& item = m_items[row]; item.sample == sample) {
            item.thumbnail = thumbnail;
            item.failed = thumbnail.isNull();
            Q_EMIT dataChanged(index(row), index(row));
        }
}

QVariant SampleModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const auto& item = m_items[index.row()];
    switch (role) {
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole:
        return item.caption.isEmpty() ? item.name : tr("%1: %2", "name of a picture, what is said of it").arg(item.name, item.caption);
    case Qt::ToolTipRole:
        return item.caption.isEmpty() ? item.sample : item.sample + QLatin1Char('\n') + item.caption;
    case ItemRole:
        return QVariant::fromValue(item);
    default:
        return {};
    }
}

SampleGrid::SampleGrid(QWidget* parent) : CellGrid(leastCell, parent), m_model(new SampleModel(this)), m_asking(new QTimer(this))
{
    setModel(m_model);
    setItemDelegate(new SampleDelegate(this));
    m_asking->setSingleShot(true);
    m_asking->setInterval(askingMs);
    connect(m_asking, &QTimer::timeout, this, &SampleGrid::askForThoseInSight);
    connect(this, &QListView::activated, this, [this](const QModelIndex& index) { Q_EMIT pictureActivated(m_model->items()[index.row()].sample); });
    fitCells();
    retranslate();
}

void SampleGrid::setItems(const QList<SampleItem>& items)
{
    m_asked.clear();
    m_model->setItems(items);
    scrollToTop();
    m_asking->start();
}

void SampleGrid::setThumbnail(const QString& sample, const data::ImagePtr& picture)
{
    m_model->setThumbnail(sample, picture ? toQImage(picture) : QImage());
}

void SampleGrid::askForThoseInSight()
{
    if (!isVisible())
        return;
    QStringList wanted;
    const int perLine = std::max(1, viewport()->width() / std::max(1, gridSize().width()));
    const int first = perLine * (verticalScrollBar()->value() / std::max(1, gridSize().height()));
    const int lines = viewport()->height() / std::max(1, gridSize().height()) + 2;
    for (int row = first; row < std::min(count(), first + perLine * lines); ++row) {
        const auto& item = m_model->items()[row];
        if (!item.thumbnail.isNull() || item.failed || m_asked.contains(item.sample))
            continue;
        m_asked.insert(item.sample);
        wanted << item.sample;
    }
    if (!wanted.isEmpty())
        Q_EMIT thumbnailsWanted(wanted);
}

void SampleGrid::resizeEvent(QResizeEvent* event)
{
    CellGrid::resizeEvent(event);
    m_asking->start();
}

void SampleGrid::scrollContentsBy(int dx, int dy)
{
    CellGrid::scrollContentsBy(dx, dy);
    m_asking->start();
}

void SampleGrid::showEvent(QShowEvent* event)
{
    CellGrid::showEvent(event);
    m_asking->start();
}

int SampleGrid::cellHeight(int cell) const
{
    return widgets::cellHeight(cell, fontMetrics());
}

void SampleGrid::retranslate()
{
    setAccessibleName(tr("Pictures"));
}

}
