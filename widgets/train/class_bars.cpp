#include "widgets/train/class_bars.h"

#include "widgets/paint.h"
#include "widgets/theme.h"
#include "widgets/train/training_text.h"

#include <QLocale>
#include <QPainter>

#include <algorithm>

namespace spikeclip::widgets {

namespace {

constexpr double markSize = 9;
constexpr double wideEnough = 430; // for both numbers

QString percentOf(double share)
{
    return ClassBars::tr("%1 %").arg(QLocale().toString(100 * share, 'f', 0));
}

void paintRing(QPainter& painter, QPointF centre, const QColor& colour, const QColor& paper)
{
    painter.setPen(QPen(colour, 2));
    painter.setBrush(paper);
    painter.drawEllipse(centre, markSize / 2 - 1, markSize / 2 - 1);
}

void paintDisc(QPainter& painter, QPointF centre, const QColor& colour)
{
    painter.setPen(Qt::NoPen);
    painter.setBrush(colour);
    painter.drawEllipse(centre, markSize / 2, markSize / 2);
}

}

ClassBars::ClassBars(QWidget* parent) : RowView(parent) {}

void ClassBars::setResults(const std::vector<data::ClassResult>& results, const QStringList& labels)
{
    m_results = results;
    m_labels = labels;
    setAccessibleName(tr("Recall of each label"));
    setAccessibleDescription(summary());
    rowsChanged();
}

void ClassBars::chooseLabel(int label)
{
    m_chosen = label;
    if (const int row = chosenRow(); row >= 0)
        scrollTo(row);
    viewport()->update();
}

int ClassBars::chosenRow() const
{
    const auto found = std::ranges::find(m_results, m_chosen, &data::ClassResult::label);
    return found == m_results.end() ? -1 : static_cast<int>(found - m_results.begin());
}

void ClassBars::onChosen(int row)
{
    chooseLabel(m_results[static_cast<std::size_t>(row)].label);
    Q_EMIT labelChosen(m_chosen);
}

QString ClassBars::absence() const
{
    return tr("No judged pictures yet");
}

QString ClassBars::summary() const
{
    const data::ClassResult* worst = nullptr;
    int better = 0;
    int worse = 0;
    for (const auto& result : m_results) {
        if (result.recallAfter && (!worst || *result.recallAfter < *worst->recallAfter))
            worst = &result;
        const double change = result.change().value_or(0);
        better += change > 0 ? 1 : 0;
        worse += change < 0 ? 1 : 0;
    }
    if (!worst)
        return absence();
    return tr("%n label(s): %1 recognised more often than before, %2 less often. Lowest recall after the run: %3 of %4.", nullptr,
              static_cast<int>(m_results.size()))
        .arg(QLocale().toString(better), QLocale().toString(worse), percentOf(*worst->recallAfter), m_labels[worst->label]);
}

QString ClassBars::rowTip(int row) const
{
    const auto& result = m_results[static_cast<std::size_t>(row)];
    const auto& label = m_labels[result.label];
    if (!result.recallAfter)
        return tr("%1: no validation picture", "label").arg(label);
    auto text = result.recallBefore
                    ? tr("%1, %n picture(s): %2 recognised before, %3 after", nullptr, static_cast<int>(result.pictures))
                          .arg(label, percentOf(*result.recallBefore), percentOf(*result.recallAfter))
                    : tr("%1, %n picture(s): %2 recognised", nullptr, static_cast<int>(result.pictures)).arg(label, percentOf(*result.recallAfter));
    if (result.precisionAfter)
        text += QLatin1Char('\n') + tr("Of those taken for it, %1 are.").arg(percentOf(*result.precisionAfter));
    if (result.confusedWith >= 0)
        text +=
            QLatin1Char('\n') + tr("%n picture(s) taken for %1.", nullptr, static_cast<int>(result.confusions)).arg(m_labels[result.confusedWith]);
    return text;
}

QString ClassBars::headerTip() const
{
    return tr("Ring: before the run. Disc: after it.");
}

QString ClassBars::numbersText(const data::ClassResult& result, bool briefly) const
{
    if (!result.recallAfter)
        return QStringLiteral("\u2013");
    if (briefly || !result.recallBefore)
        return percentOf(*result.recallAfter);
    return tr("%1 \u2192 %2", "share before, share after").arg(percentOf(*result.recallBefore), percentOf(*result.recallAfter));
}

ClassBars::Places ClassBars::places() const
{
    const auto metrics = fontMetrics();
    const double width = extent().width();
    const bool briefly = width < wideEnough;
    double names = 40;
    for (const auto& result : m_results)
        names = std::max<double>(names, metrics.horizontalAdvance(m_labels[result.label]));
    names = std::min(names + 2, 0.38 * width);
    const double numbers =
        metrics.horizontalAdvance(briefly ? percentOf(1) : tr("%1 \u2192 %2", "share before, share after").arg(percentOf(1), percentOf(1))) + 4;
    return {.names = 6 + names, .left = 6 + names + 12, .right = width - 8 - numbers - 10, .numbers = width - 8, .briefly = briefly};
}

void ClassBars::paintUnderRows(QPainter& painter)
{
    m_places = places();
    const auto colours = chartColours(palette());
    const auto rows = rowArea();
    const QFont small = scaled(font(), 0.9);
    painter.setFont(small);
    const QFontMetricsF metrics(small);
    const double width = m_places.right - m_places.left;
    const QList<double> ticks = width > 260 ? QList<double>{0, 0.25, 0.5, 0.75, 1} : QList<double>{0, 0.5, 1};
    const double least = headerHeight() + rowCount() * static_cast<double>(rowHeight());
    for (const double tick : ticks) {
        const double x = m_places.left + tick * width;
        painter.setPen(QPen(colours.grid, 1));
        painter.drawLine(QLineF(std::round(x) + 0.5, rows.top(), std::round(x) + 0.5, std::min(rows.bottom(), least)));
        painter.setPen(colours.faint);
        const double words = metrics.horizontalAdvance(percentOf(tick));
        painter.drawText(QRectF(x - words / 2, 0, words + 1, headerHeight()), Qt::AlignCenter | Qt::TextDontClip, percentOf(tick));
    }
}

void ClassBars::paintRow(QPainter& painter, int row, const QRectF& area)
{
    const auto& result = m_results[static_cast<std::size_t>(row)];
    const auto colours = chartColours(palette());
    const auto metrics = fontMetrics();
    if (row == chosenRow()) {
        auto tint = palette().color(QPalette::Highlight);
        tint.setAlphaF(0.2F);
        painter.setPen(Qt::NoPen);
        painter.setBrush(tint);
        painter.drawRoundedRect(area.adjusted(1, 0, -1, 0), 3, 3);
    }
    painter.setPen(palette().color(QPalette::Text));
    painter.drawText(QRectF(6, area.top(), m_places.names - 6, area.height()), Qt::AlignRight | Qt::AlignVCenter,
                     metrics.elidedText(m_labels[result.label], Qt::ElideRight, static_cast<int>(m_places.names - 6)));
    painter.drawText(QRectF(m_places.right, area.top(), m_places.numbers - m_places.right, area.height()), Qt::AlignRight | Qt::AlignVCenter,
                     numbersText(result, m_places.briefly));
    if (!result.recallAfter)
        return;
    const auto at = [&](double share) { return QPointF(m_places.left + share * (m_places.right - m_places.left), area.center().y()); };
    const bool worse = result.change().value_or(0) < 0;
    const auto colour = worse ? colours.warning : colours.accent;
    if (result.recallBefore) {
        painter.setPen(QPen(colour, 2.5));
        painter.drawLine(at(*result.recallBefore), at(*result.recallAfter));
        paintRing(painter, at(*result.recallBefore), colours.faint, palette().color(QPalette::Base));
    }
    paintDisc(painter, at(*result.recallAfter), colour);
}

}
