#include "widgets/picture_view.h"

#include "widgets/paint.h"
#include "widgets/theme.h"

#include <QEvent>
#include <QKeyEvent>
#include <QPainter>

#include <algorithm>

namespace spikeclip::widgets {

namespace {

/// `size` as large as fits, at the top of `area`.
QRectF fitted(const QSize& size, const QRectF& area)
{
    const auto scaledSize = QSizeF(size).scaled(area.size(), Qt::KeepAspectRatio);
    return {area.center().x() - scaledSize.width() / 2, area.top(), scaledSize.width(), scaledSize.height()};
}

}

PictureView::PictureView(QWidget* parent) : QWidget(parent)
{
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    refresh();
}

void PictureView::setPicture(const QImage& picture, const QString& name)
{
    m_picture = picture;
    m_scaled = {};
    m_name = name;
    refresh();
}

void PictureView::setNetworkInput(const QImage& small)
{
    m_small = small;
    refresh();
}

void PictureView::setDropHighlighted(bool highlighted)
{
    m_dropHighlighted = highlighted;
    update();
}

QString PictureView::summary() const
{
    if (m_picture.isNull())
        return tr("No picture. Drop a photograph here, paste one, or open a file.");
    auto text = tr("%1, %2 by %3 pixels.").arg(m_name).arg(m_picture.width()).arg(m_picture.height());
    if (!m_small.isNull())
        text += QLatin1Char(' ') + tr("The network sees %1 by %2 pixels of it.").arg(m_small.width()).arg(m_small.height());
    return text;
}

QSize PictureView::sizeHint() const { return {340, 420}; }

QSize PictureView::minimumSizeHint() const { return {190, 150}; }

void PictureView::refresh()
{
    setAccessibleName(tr("Picture"));
    setAccessibleDescription(summary());
    update();
}

void PictureView::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const auto colours = chartColours(palette());
    const QRectF all = QRectF(rect()).adjusted(3, 3, -3, -3);

    // Below the photograph in a tall view, beside it in a wide one.
    constexpr double gap = 10;
    const bool tall = all.height() > all.width() * 0.8;
    const double side = std::clamp(tall ? std::min(all.height() * 0.3, all.width() * 0.55) : all.width() * 0.3, 64.0, 224.0);
    const QRectF photo = tall ? all.adjusted(0, 0, 0, -side - gap) : all.adjusted(0, 0, -side - gap, 0);
    const auto target = fitted(m_picture.size(), photo);
    const QRectF small = tall ? QRectF(all.left(), target.bottom() + gap, side, side) : QRectF(all.right() - side, all.top(), side, side);
    const QRectF caption = tall ? QRectF(small.right() + gap, small.top(), all.right() - small.right() - gap, side)
                                : QRectF(small.left(), small.bottom() + 6, side, all.bottom() - small.bottom() - 6);

    if (m_picture.isNull()) {
        painter.setPen(QPen(colours.quiet, 1.5, Qt::DashLine));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(all.adjusted(1, 1, -1, -1), 6, 6);
        paintPlaceholder(painter, *this, all, tr("Drop a photograph here,\npaste one (Ctrl+V)\nor open a file (Ctrl+O)"));
    } else {
        const auto pixels = (target.size() * devicePixelRatioF()).toSize().expandedTo({1, 1});
        if (m_scaled.size() != pixels)
            m_scaled = m_picture.scaled(pixels, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
        painter.drawImage(target, m_scaled);

        painter.setPen(colours.grid);
        painter.setBrush(palette().color(QPalette::AlternateBase));
        painter.drawRect(small.adjusted(-0.5, -0.5, 0.5, 0.5));
        if (!m_small.isNull()) {
            painter.setRenderHint(QPainter::SmoothPixmapTransform, false);
            painter.drawImage(small, m_small); // the network's input is square
        }
        const auto heading = tr("What the network sees");
        const auto detail = m_small.isNull() ? tr("appears with the first answer") : tr("%1 \u00d7 %2 pixels, enlarged").arg(m_small.width()).arg(m_small.height());
        painter.setPen(palette().color(QPalette::Text));
        QRectF used;
        constexpr int flags = Qt::TextWordWrap | Qt::AlignLeft | Qt::AlignTop;
        painter.drawText(caption, flags, heading, &used);
        painter.setPen(colours.faint);
        painter.setFont(scaled(font(), 0.9));
        painter.drawText(caption.adjusted(0, used.height() + 3, 0, 0), flags, detail);
    }
    if (m_dropHighlighted) {
        auto tint = palette().color(QPalette::Highlight);
        tint.setAlphaF(0.25f);
        painter.setBrush(tint);
        painter.setPen(QPen(palette().color(QPalette::Highlight), 3));
        painter.drawRoundedRect(QRectF(rect()).adjusted(2, 2, -2, -2), 6, 6);
    }
    paintFocusRing(painter, *this);
}

void PictureView::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        refresh();
    QWidget::changeEvent(event);
}

void PictureView::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter || event->key() == Qt::Key_Space)
        Q_EMIT activated();
    else
        QWidget::keyPressEvent(event);
}

void PictureView::mouseDoubleClickEvent(QMouseEvent*) { Q_EMIT activated(); }

}
