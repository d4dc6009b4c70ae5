#include "widgets/train/confusion_list.h"

#include "widgets/layer_text.h"
#include "widgets/theme.h"

#include <QLocale>
#include <QPainter>

#include <algorithm>

namespace spikeclip::widgets {

ConfusionList::ConfusionList(QWidget* parent) : RowView(parent) {}

void ConfusionList::setConfusions(const std::vector<data::Confusion>& confusions, const QStringList& labels)
{
    m_confusions = confusions;
    m_labels = labels;
    m_chosen = -1;
    setAccessibleName(tr("Largest confusions"));
    setAccessibleDescription(confusions.empty() ? absence() : rowTip(0));
    rowsChanged();
}

void ConfusionList::onChosen(int row)
{
    m_chosen = row;
    viewport()->update();
    const auto& confusion = m_confusions[static_cast<std::size_t>(row)];
    Q_EMIT confusionChosen(confusion.label, confusion.takenFor);
}

QString ConfusionList::absence() const
{
    return tr("Nothing was taken for anything else.");
}

QString ConfusionList::rowText(int row) const
{
    const auto& confusion = m_confusions[static_cast<std::size_t>(row)];
    return tr("%1 \u2192 %2", "label, what it is taken for").arg(m_labels[confusion.label], m_labels[confusion.takenFor]);
}

QString ConfusionList::rowTip(int row) const
{
    const auto& confusion = m_confusions[static_cast<std::size_t>(row)];
    return tr("%n picture(s) of %1 taken for %2: %3 of its pictures", nullptr, static_cast<int>(confusion.count))
        .arg(m_labels[confusion.label], m_labels[confusion.takenFor], percentText(confusion.share));
}

void ConfusionList::paintRow(QPainter& painter, int row, const QRectF& area)
{
    const auto& confusion = m_confusions[static_cast<std::size_t>(row)];
    const auto colours = chartColours(palette());
    if (row == m_chosen) {
        auto tint = palette().color(QPalette::Highlight);
        tint.setAlphaF(0.2F);
        painter.setPen(Qt::NoPen);
        painter.setBrush(tint);
        painter.drawRoundedRect(area.adjusted(1, 0, -1, 0), 3, 3);
    }
    const auto metrics = fontMetrics();
    const auto most = static_cast<double>(m_confusions.front().count);
    const double number = metrics.horizontalAdvance(QLocale().toString(static_cast<qint64>(m_confusions.front().count))) + 6;
    const double bar = std::clamp(area.width() * 0.22, 24.0, 120.0);
    const QRectF words(area.left() + 6, area.top(), area.width() - 12 - number - bar - 6, area.height());
    painter.setPen(palette().color(QPalette::Text));
    painter.drawText(words, Qt::AlignLeft | Qt::AlignVCenter, metrics.elidedText(rowText(row), Qt::ElideRight, static_cast<int>(words.width())));
    painter.setPen(Qt::NoPen);
    painter.setBrush(colours.quiet);
    const double thickness = std::min(area.height() - 4, 12.0);
    painter.drawRoundedRect(
        QRectF(words.right() + 6, area.center().y() - thickness / 2, std::max(2.0, bar * static_cast<double>(confusion.count) / most), thickness), 2,
        2);
    painter.setPen(palette().color(QPalette::Text));
    painter.drawText(QRectF(area.right() - 6 - number, area.top(), number, area.height()), Qt::AlignRight | Qt::AlignVCenter,
                     QLocale().toString(static_cast<qint64>(confusion.count)));
}

}
