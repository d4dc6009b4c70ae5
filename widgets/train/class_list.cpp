#include "widgets/train/class_list.h"

#include "widgets/convert.h"
#include "widgets/paint.h"
#include "widgets/theme.h"
#include "widgets/train/verdict_line.h"

#include <QLocale>
#include <QPainter>
#include <QTimer>

#include <algorithm>
#include <utility>

namespace spikeclip::widgets {

namespace {

constexpr int mostThumbnails = 4;
constexpr double narrow = 430; // fewer pictures, no bar
constexpr int askingMs = 30;

}

ClassList::ClassList(QWidget* parent) : RowView(parent), m_asking(new QTimer(this))
{
    m_asking->setSingleShot(true);
    m_asking->setInterval(askingMs);
    connect(m_asking, &QTimer::timeout, this, [this] {
        if (const auto wanted = std::exchange(m_wanted, {}); !wanted.isEmpty())
            Q_EMIT thumbnailsWanted(wanted);
    });
}

void ClassList::setClasses(const std::vector<data::ClassSurvey>& classes)
{
    const bool same = std::ranges::equal(classes, m_classes, {}, &data::ClassSurvey::samples, &data::ClassSurvey::samples);
    if (!same) {
        m_thumbnails.clear();
        m_asked.clear();
        m_wanted.clear();
    }
    m_classes = classes;
    const auto needed = headerHeight() + static_cast<double>(classes.size()) * (fontMetrics().height() + spareHeight()) + 2 * frameWidth();
    setMaximumHeight(std::max(minimumSizeHint().height(), static_cast<int>(std::min<double>(needed, QWIDGETSIZE_MAX)))); // what is below moves up
    m_largest = 1;
    for (const auto& one : classes)
        m_largest = std::max(m_largest, one.all());
    setAccessibleName(tr("Labels of the data set"));
    setAccessibleDescription(classes.empty() ? absence() : tr("%n label(s). First, %1.", nullptr, rowCount()).arg(rowText(0)));
    rowsChanged();
}

void ClassList::setThumbnail(const QString& sample, const data::ImagePtr& picture)
{
    m_thumbnails.insert(sample, picture ? toQImage(picture) : QImage());
    viewport()->update();
}

QString ClassList::absence() const
{
    return tr("No labels");
}

QString ClassList::rowText(int row) const
{
    const auto& one = m_classes[static_cast<std::size_t>(row)];
    const auto label = QString::fromStdString(one.label);
    if (one.all() == 1)
        return tr("%1: one picture only, learnt but never judged by").arg(label);
    return tr("%1: %n picture(s) to learn from, %2 to judge by", nullptr, static_cast<int>(one.train))
        .arg(label, QLocale().toString(static_cast<qint64>(one.validation)));
}

void ClassList::paintUnderRows(QPainter& painter)
{
    painter.setFont(scaled(font(), 0.9));
    painter.setPen(chartColours(palette()).faint);
    const QRectF line(4, 0, extent().width() - 8, headerHeight());
    const auto right = tr("learn + judge", "pictures to learn from and to judge by, above their numbers");
    painter.drawText(line, Qt::AlignRight | Qt::AlignVCenter, right);
    painter.drawText(line, Qt::AlignLeft | Qt::AlignVCenter, tr("label"));
}

double ClassList::paintThumbnails(QPainter& painter, const data::ClassSurvey& one, const QRectF& area)
{
    const int most = area.width() < narrow ? 1 : mostThumbnails;
    const double side = area.height() - 4;
    auto ground = chartColours(palette()).grid;
    ground.setAlphaF(0.5F);
    double x = area.left() + 4;
    for (int i = 0; i < most; ++i) {
        const QRectF place(x, area.top() + 2, side * 1.2, side);
        x += place.width() + 3;
        if (i >= static_cast<int>(one.samples.size()))
            continue;
        painter.setPen(Qt::NoPen);
        painter.setBrush(ground);
        painter.drawRoundedRect(place, 2, 2);
        const auto sample = QString::fromStdString(one.samples[static_cast<std::size_t>(i)]);
        if (const auto found = m_thumbnails.constFind(sample); found != m_thumbnails.constEnd()) {
            if (found->isNull()) {
                VerdictLine::paintMark(painter, VerdictLine::Kind::Attention, QRectF(place.center().x() - 7, place.center().y() - 7, 14, 14),
                                       palette());
                continue;
            }
            const QSizeF scaledSize = QSizeF(found->size()).scaled(place.size(), Qt::KeepAspectRatioByExpanding);
            const QSizeF shown = QSizeF(place.size()) / (scaledSize.width() / found->width()); // the middle of it
            painter.drawImage(place, *found, QRectF(QPointF((found->width() - shown.width()) / 2, (found->height() - shown.height()) / 2), shown));
        } else if (!m_asked.contains(sample)) {
            m_asked.insert(sample);
            m_wanted << sample;
            m_asking->start();
        }
    }
    return x + 4;
}

void ClassList::paintRow(QPainter& painter, int row, const QRectF& area)
{
    const auto& one = m_classes[static_cast<std::size_t>(row)];
    const auto colours = chartColours(palette());
    const auto metrics = fontMetrics();
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    const double left = paintThumbnails(painter, one, area);
    const auto numbersOf = [](const data::ClassSurvey& of) {
        return tr("%1 + %2", "pictures to learn from, pictures to judge by")
            .arg(QLocale().toString(static_cast<qint64>(of.train)), QLocale().toString(static_cast<qint64>(of.validation)));
    };
    const auto numbers = numbersOf(one);
    const bool lonely = one.all() == 1;
    const double numbersWidth = std::max(metrics.horizontalAdvance(numbers), metrics.horizontalAdvance(QStringLiteral("0000 + 000"))) + 4.0;
    const double bar = area.width() < narrow ? 0 : std::clamp(area.width() * 0.25, 60.0, 260.0);
    const double right = area.right() - 4;
    constexpr double mark = 18;
    const double end = right - numbersWidth - (bar > 0 ? bar + 10 : 0) - (lonely ? mark : 0);
    painter.setPen(palette().color(QPalette::Text));
    painter.drawText(QRectF(left, area.top(), end - left - 6, area.height()), Qt::AlignLeft | Qt::AlignVCenter,
                     metrics.elidedText(QString::fromStdString(one.label), Qt::ElideRight, static_cast<int>(end - left - 6)));
    if (lonely)
        VerdictLine::paintMark(painter, VerdictLine::Kind::Attention, QRectF(end, area.center().y() - 7, 14, 14), palette());
    if (bar > 0) {
        const double start = right - numbersWidth - bar - 4;
        const double thickness = 10;
        const double all = bar * static_cast<double>(one.all()) / static_cast<double>(m_largest);
        const double learnt = one.all() > 0 ? all * static_cast<double>(one.train) / static_cast<double>(one.all()) : 0;
        painter.setPen(Qt::NoPen);
        painter.setBrush(colours.quiet);
        painter.drawRoundedRect(QRectF(start, area.center().y() - thickness / 2, std::max(1.0, all), thickness), 2, 2);
        painter.setBrush(colours.accent);
        painter.drawRoundedRect(QRectF(start, area.center().y() - thickness / 2, learnt, thickness), 2, 2);
    }
    painter.setPen(palette().color(QPalette::Text));
    painter.drawText(QRectF(right - numbersWidth, area.top(), numbersWidth, area.height()), Qt::AlignRight | Qt::AlignVCenter, numbers);
}

}
