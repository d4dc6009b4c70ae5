#include "widgets/plot/colour_bar.h"

#include "widgets/paint.h"
#include "widgets/plot/heat_image.h"
#include "widgets/plot/plot_style.h"
#include "widgets/theme.h"

#include <QEvent>
#include <QLocale>
#include <QPainter>

namespace spikeclip::widgets {

void ColourBar::showScale(const QString& text, double end, Scale scale)
{
    if (m_text == text && m_end == end && m_scale == scale)
        return;
    m_text = text;
    m_end = end;
    m_scale = scale;
    update();
}

void ColourBar::showText(const QString& text) { showScale(text, 0); }

QString ColourBar::text() const
{
    if (m_end > 0 && m_scale == Scale::Change)
        return tr("%1: \u2212%2 to %2", "what colours mean, end of the scale").arg(m_text, QLocale().toString(m_end, 'g', 4));
    return m_end > 0 ? tr("%1: 0 to %2", "what colours mean, end of the scale").arg(m_text, QLocale().toString(m_end, 'g', 4)) : m_text;
}

QSize ColourBar::sizeHint() const { return {240, fontMetrics().height() + 2}; }

void ColourBar::paint(QPainter& painter, const QRectF& area) const
{
    painter.save();
    painter.setFont(scaled(font(), 0.9));
    painter.setPen(chartColours(palette()).faint);
    const QFontMetricsF metrics(painter.font());
    double x = area.left() + 2;
    if (m_end > 0) {
        const QString end = QLocale().toString(m_end, 'g', 4);
        const bool isChange = m_scale == Scale::Change;
        const QString begin = isChange ? QStringLiteral("\u2212") + end : QStringLiteral("0");
        const double width = std::min(110.0, area.width() / 4);
        const auto middle = Qt::AlignLeft | Qt::AlignVCenter;
        painter.drawText(QRectF(x, area.top(), 80, area.height()), middle, begin);
        x += metrics.horizontalAdvance(begin) + 4;
        const QRectF bar(x, area.top() + 3, width, area.height() - 6);
        QLinearGradient gradient(bar.topLeft(), bar.topRight());
        const auto& map = viridis();
        for (std::size_t i = 0; i < map.size(); i += 15)
            gradient.setColorAt(static_cast<double>(i) / 255,
                                QColor(isChange ? changeColour(static_cast<double>(i) / 127.5 - 1, 1, palette().color(QPalette::Base).rgb()) : map[i]));
        painter.fillRect(bar, gradient);
        x += width + 4;
        painter.drawText(QRectF(x, area.top(), 80, area.height()), middle, end);
        x += metrics.horizontalAdvance(end) + 10;
    }
    const double room = area.right() - x;
    painter.drawText(QRectF(x, area.top(), room, area.height()), Qt::AlignLeft | Qt::AlignVCenter, metrics.elidedText(m_text, Qt::ElideRight, room));
    painter.restore();
}

void ColourBar::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    paint(painter, rect());
}

void ColourBar::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::FontChange)
        updateGeometry();
    update();
    QWidget::changeEvent(event);
}

}
