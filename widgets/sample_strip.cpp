#include "widgets/sample_strip.h"

#include "widgets/theme.h"

#include <QEvent>
#include <QPainter>
#include <QScrollBar>
#include <QSignalBlocker>
#include <QStyledItemDelegate>

namespace spikeclip::widgets {

namespace {

/// Thumbnail, name below, and a frame around the chosen one: a tint would change the photograph.
class ThumbnailDelegate : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        const auto& palette = option.palette;
        const auto colours = chartColours(palette);
        const bool chosen = option.state.testFlag(QStyle::State_Selected);
        const bool usable = index.flags().testFlag(Qt::ItemIsEnabled);
        const QRect picture(QPoint(option.rect.center().x() - SampleStrip::thumbnailSize.width() / 2, option.rect.top() + 4), SampleStrip::thumbnailSize);
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        qvariant_cast<QIcon>(index.data(Qt::DecorationRole)).paint(painter, picture, Qt::AlignCenter, usable ? QIcon::Normal : QIcon::Disabled);
        if (chosen || option.state.testFlag(QStyle::State_MouseOver)) {
            painter->setPen(QPen(chosen ? palette.color(QPalette::Highlight) : colours.quiet, chosen ? 3 : 2));
            painter->drawRoundedRect(QRectF(picture).adjusted(-1.5, -1.5, 1.5, 1.5), 3, 3);
        }
        auto font = option.font;
        font.setBold(chosen);
        painter->setFont(font);
        painter->setPen(usable ? palette.color(QPalette::Text) : colours.faint);
        const QRect below(option.rect.left() + 2, picture.bottom() + 3, option.rect.width() - 4, option.fontMetrics.height() + 2);
        painter->drawText(below, Qt::AlignCenter, QFontMetrics(font).elidedText(index.data().toString(), Qt::ElideRight, below.width()));
        painter->restore();
    }

    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex&) const override
    {
        return {SampleStrip::thumbnailSize.width() + 10, SampleStrip::thumbnailSize.height() + option.fontMetrics.height() + 12};
    }
};

}

SampleStrip::SampleStrip(QWidget* parent) : QListWidget(parent)
{
    setViewMode(QListView::IconMode);
    setFlow(QListView::LeftToRight);
    setWrapping(false);
    setMovement(QListView::Static);
    setUniformItemSizes(true);
    setIconSize(thumbnailSize);
    setGridSize(QSize(thumbnailSize.width() + 10, thumbnailSize.height() + fontMetrics().height() + 12));
    setItemDelegate(new ThumbnailDelegate(this));
    setMouseTracking(true);
    setFrameShape(QFrame::NoFrame);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    // The selection, not the current item: merely getting the keyboard focus makes an item current.
    connect(this, &QListWidget::itemSelectionChanged, this, [this] {
        if (const auto selected = selectedItems(); !selected.isEmpty())
            Q_EMIT chosen(row(selected.front()));
    });
    retranslate();
}

void SampleStrip::setNames(const QStringList& names)
{
    const QSignalBlocker quiet(this);
    clear();
    const auto empty = placeholder();
    for (const auto& name : names) {
        auto* item = new QListWidgetItem(empty, name, this);
        item->setToolTip(name);
    }
}

void SampleStrip::setThumbnail(int index, const QImage& thumbnail)
{
    auto* shown = item(index);
    if (!shown)
        return;
    if (thumbnail.isNull()) {
        shown->setFlags(Qt::NoItemFlags);
        shown->setToolTip(tr("%1 could not be read").arg(shown->text()));
        return;
    }
    // Cut to one shape, so that the row is even.
    const auto ratio = devicePixelRatioF();
    const auto size = QSizeF(thumbnailSize * ratio).toSize();
    const auto covering = thumbnail.scaled(size, Qt::KeepAspectRatioByExpanding, Qt::SmoothTransformation);
    auto pixmap = QPixmap::fromImage(covering.copy((covering.width() - size.width()) / 2, (covering.height() - size.height()) / 2, size.width(), size.height()));
    pixmap.setDevicePixelRatio(ratio);
    shown->setIcon(QIcon(pixmap));
}

void SampleStrip::select(int index)
{
    const QSignalBlocker quiet(this);
    if (index < 0) {
        clearSelection();
        setCurrentRow(-1);
    } else {
        setCurrentRow(index);
    }
}

QSize SampleStrip::sizeHint() const { return {600, gridSize().height() + horizontalScrollBar()->sizeHint().height()}; }

QSize SampleStrip::minimumSizeHint() const { return {200, sizeHint().height()}; }

QIcon SampleStrip::placeholder() const
{
    QPixmap empty(thumbnailSize);
    empty.fill(chartColours(palette()).grid);
    return QIcon(empty);
}

void SampleStrip::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QListWidget::changeEvent(event);
}

void SampleStrip::retranslate()
{
    setAccessibleName(tr("Sample photographs"));
    setAccessibleDescription(tr("Choose one to classify it"));
}

}
