#include "widgets/compare_view.h"

#include "widgets/layer_text.h"
#include "widgets/paint.h"
#include "widgets/theme.h"

#include <QEvent>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QLocale>
#include <QPainter>
#include <QToolTip>

#include <algorithm>
#include <array>
#include <cmath>

namespace spikeclip::widgets {

namespace {

constexpr int fewestRows = 4; // of labels that stay in sight above the figures
constexpr double swatch = 9;  // of the legend
constexpr int narrow = 330;   // there, legend and figures are shortened
constexpr double headlineSize = 1.35;
constexpr double smallSize = 0.9;

QFont semiBold(const QFont& font, double size)
{
    auto result = scaled(font, size);
    result.setWeight(QFont::DemiBold);
    return result;
}

}

QString cosineText(double cosine)
{
    return std::isnan(cosine) ? QStringLiteral("\u2013") : QLocale().toString(cosine, 'f', 3);
}

QString differenceText(double difference)
{
    if (std::isnan(difference))
        return QStringLiteral("\u2013");
    const auto number = QLocale().toString(std::abs(difference), 'f', 3);
    const bool none = std::abs(difference) < 0.0005; // what rounds to zero has no sign
    return none ? number : (difference > 0 ? QLatin1Char('+') : QChar(0x2212)) + number;
}

CompareView::CompareView(QWidget* parent) : RowView(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    refresh();
}

void CompareView::setAnswers(const ComparedAnswers& answers)
{
    m_answers = answers;
    m_chosen = std::min(m_chosen, rowCount() - 1);
    refresh();
}

void CompareView::setFigures(const QList<CompareFigure>& figures)
{
    m_figures = figures;
    refresh();
}

void CompareView::setRowLimit(int rows)
{
    m_limit = rows;
    m_chosen = std::min(m_chosen, rowCount() - 1);
    refresh();
}

void CompareView::showSoftmax(bool softmax)
{
    m_softmax = softmax;
    refresh();
}

void CompareView::refresh()
{
    setAccessibleName(tr("The spiking network beside its ANN twin"));
    setAccessibleDescription(summary());
    rowsChanged();
}

int CompareView::shownLabels() const
{
    const auto all = static_cast<int>(m_answers.comparison.labels.size());
    return m_limit > 0 ? std::min(m_limit, all) : all;
}

int CompareView::rowCount() const
{
    const int labels = shownLabels();
    return labels > 0 && figuresAreRows() ? labels + static_cast<int>(m_figures.size()) : labels;
}

QString CompareView::caveat()
{
    return tr("The last training of this model taught the spiking network and left the ANN twin as it was. What differs between their answers is what one has learnt and the other "
              "has not, as well as spikes and steps.");
}

QString CompareView::headline() const
{
    const auto& comparison = m_answers.comparison;
    if (comparison.labels.empty())
        return {};
    const auto snn = m_answers.labels.value(comparison.snnWinner);
    return comparison.agrees()
               ? tr("Both say \u201c%1\u201d").arg(snn)
               : tr("The spiking network says \u201c%1\u201d, its twin \u201c%2\u201d").arg(snn, m_answers.labels.value(comparison.twinWinner));
}

QString CompareView::shownText() const
{
    const auto all = static_cast<int>(m_answers.comparison.labels.size());
    return all == shownLabels() ? tr("%n label(s), best first by the spiking network", nullptr, all)
                                : tr("%1 of %n label(s), best first by the spiking network", nullptr, all).arg(QLocale().toString(shownLabels()));
}

QString CompareView::rowText(int row) const
{
    const auto& label = m_answers.comparison.labels[static_cast<std::size_t>(row)];
    auto text = tr("%1: spiking network %2 (softmax %3), ANN twin %4 (softmax %5), difference %6")
                    .arg(m_answers.labels.value(label.label), cosineText(label.snn), percentText(label.snnProbability), cosineText(label.twin),
                         percentText(label.twinProbability), differenceText(label.difference()));
    if (label.third)
        text = tr("%1; %2 %3", "what two networks say; another model, its cosine").arg(text, m_answers.third, cosineText(*label.third));
    return text;
}

QString CompareView::summary() const
{
    if (shownLabels() == 0)
        return absence();
    QStringList sentences{headline() + QLatin1Char('.')};
    if (m_answers.twinLags)
        sentences << caveat();
    if (m_chosen >= 0 && m_chosen < rowCount())
        sentences << rowTip(m_chosen) + QLatin1Char('.');
    sentences << tr("Cosines at T = %1: %2.").arg(m_answers.step).arg(shownText());
    for (int row = 0; row < std::min(shownLabels(), 3); ++row)
        sentences << rowText(row) + QLatin1Char('.');
    for (const auto& figure : m_figures)
        sentences << figure.sentence;
    return sentences.join(QLatin1Char(' '));
}

QString CompareView::absence() const { return tr("No answers yet"); }

QString CompareView::rowTip(int row) const { return row < shownLabels() ? rowText(row) : m_figures[row - shownLabels()].sentence; }

QString CompareView::headerTip() const
{
    return headline() + QLatin1Char('\n') + (m_answers.twinLags ? caveat() + QLatin1Char('\n') : QString()) + shownText() + QLatin1Char('\n')
           + tr("The difference is the spiking network's cosine less its twin's.")
           + QLatin1Char('\n')
           + tr("Softmax at scale %1 compares the labels with one another; it is no probability of being right.")
                 .arg(QLocale().toString(m_answers.scale, 'g', 4));
}

int CompareView::line() const
{
    return static_cast<int>(std::ceil(QFontMetricsF(scaled(font(), smallSize)).height()));
}

int CompareView::leastSpareHeight() const
{
    return std::max(0, networks() * line() + 5 - fontMetrics().height());
}

int CompareView::headlineHeight() const { return static_cast<int>(std::ceil(QFontMetricsF(semiBold(font(), headlineSize)).height())) + 4; }

int CompareView::headerHeight() const
{
    return headlineHeight() + (m_answers.twinLags ? 3 : 2) * line() + 6; // the caveat, the legend, the axis
}

bool CompareView::figuresAreRows() const
{
    const int rows = std::min(fewestRows, std::max(1, shownLabels())) * (fontMetrics().height() + leastSpareHeight());
    return extent().height() < headerHeight() + rows + static_cast<int>(m_figures.size()) * figureHeight() + 6;
}

int CompareView::footerHeight() const
{
    return m_figures.isEmpty() || shownLabels() == 0 || figuresAreRows() ? 0 : static_cast<int>(m_figures.size()) * figureHeight() + 6;
}

double CompareView::Places::at(double cosine, const data::CosineRange& range) const
{
    const double span = std::max(1e-9, range.highest - range.lowest);
    return barStart + std::max(0.0, barEnd - barStart) * std::clamp((cosine - range.lowest) / span, 0.0, 1.0);
}

CompareView::Places CompareView::places() const
{
    const QFontMetricsF small(scaled(font(), smallSize));
    const double width = extent().width();
    double names = 0;
    for (int row = 0; row < std::min(shownLabels(), 100); ++row)
        names = std::max<double>(
            names, fontMetrics().horizontalAdvance(m_answers.labels.value(m_answers.comparison.labels[static_cast<std::size_t>(row)].label)));
    const double cosine = std::max(small.horizontalAdvance(cosineText(-0.999)), small.horizontalAdvance(tr("cosine"))) + 10;
    const double softmax = m_softmax ? std::max(small.horizontalAdvance(percentText(1)), small.horizontalAdvance(tr("softmax"))) + 10 : 0;
    const double difference =
        std::max<double>(fontMetrics().horizontalAdvance(differenceText(-0.999)), small.horizontalAdvance(tr("difference"))) + 14;
    const double label = std::min(std::max(names + 10, 48.0), 0.3 * width);
    const double right = width - 4;
    return {.labelEnd = label,
            .barStart = label + 8,
            .barEnd = std::max(label + 9, right - difference - softmax - cosine - 4),
            .cosineEnd = right - difference - softmax,
            .softmaxEnd = right - difference,
            .differenceEnd = right};
}

QList<std::pair<double, QColor>> CompareView::bars(const data::ComparedLabel& label) const
{
    const auto colours = chartColours(palette());
    QList<std::pair<double, QColor>> list{{label.snn, colours.accent}, {label.twin, colours.second}};
    if (label.third)
        list << std::pair(*label.third, colours.event);
    return list;
}

void CompareView::paintHeadline(QPainter& painter) const
{
    const double width = extent().width() - 8.0;
    const auto& comparison = m_answers.comparison;
    const auto brief = comparison.agrees() ? headline()
                                           : tr("SNN \u201c%1\u201d, twin \u201c%2\u201d")
                                                 .arg(m_answers.labels.value(comparison.snnWinner), m_answers.labels.value(comparison.twinWinner));
    QFont fitting;
    QString text;
    const auto fits = [&](const QString& candidate, double size) {
        text = candidate;
        fitting = semiBold(font(), size);
        return QFontMetricsF(fitting).horizontalAdvance(text) <= width;
    };
    constexpr double smaller = 1.15;
    fits(headline(), headlineSize) || fits(headline(), smaller) || fits(brief, headlineSize) || fits(brief, smaller) || fits(brief, 1);
    painter.setFont(fitting);
    painter.setPen(palette().color(QPalette::Text));
    painter.drawText(QRectF(4, 0, width, headlineHeight()), Qt::AlignLeft | Qt::AlignVCenter, QFontMetricsF(fitting).elidedText(text, Qt::ElideRight, width));
    if (!m_answers.twinLags)
        return;
    const auto small = scaled(font(), smallSize);
    painter.setFont(small);
    painter.drawText(QRectF(4, headlineHeight(), width, line()), Qt::AlignLeft | Qt::AlignVCenter,
                     QFontMetricsF(small).elidedText(tr("No fair match: the last training left the twin out."), Qt::ElideRight, width));
}

void CompareView::paintLegend(QPainter& painter, double top) const
{
    const auto colours = chartColours(palette());
    const auto small = scaled(font(), smallSize);
    const QFontMetricsF metrics(small);
    const bool brief = extent().width() < narrow;
    QList<std::pair<QString, QColor>> entries{
        {brief ? tr("SNN, T = %1").arg(m_answers.step) : tr("spiking network, T = %1").arg(m_answers.step), colours.accent},
        {brief ? tr("twin") : tr("ANN twin"), colours.second}};
    if (!m_answers.third.isEmpty())
        entries << std::pair(m_answers.third, colours.event);
    painter.setFont(small);
    double x = 4;
    for (const auto& [name, colour] : entries) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(colour);
        painter.drawRoundedRect(QRectF(x, top + (line() - swatch) / 2, swatch, swatch), 2, 2);
        x += swatch + 5;
        painter.setPen(colours.faint);
        const double room = std::max(0.0, extent().width() - x - 4);
        painter.drawText(QRectF(x, top, room, line()), Qt::AlignLeft | Qt::AlignVCenter, metrics.elidedText(name, Qt::ElideRight, room));
        x += metrics.horizontalAdvance(name) + 14;
    }
}

/// Where 0 and the ends of the bars' axis are, and what the columns hold.
void CompareView::paintAxis(QPainter& painter, double top) const
{
    const auto small = scaled(font(), smallSize);
    const QFontMetricsF metrics(small);
    const auto& places = m_places;
    painter.setFont(small);
    painter.setPen(chartColours(palette()).faint);
    const auto column = [&](double end, const QString& text) {
        painter.drawText(QRectF(0, top, end, line()), Qt::AlignRight | Qt::AlignVCenter, text);
    };
    column(places.cosineEnd, tr("cosine"));
    if (m_softmax)
        column(places.softmaxEnd, tr("softmax"));
    column(places.differenceEnd, tr("difference"));
    if (shownLabels() < static_cast<int>(m_answers.comparison.labels.size())) {
        const auto count = tr("%1 of %2", "labels shown").arg(shownLabels()).arg(m_answers.comparison.labels.size());
        painter.drawText(QRectF(4, top, places.labelEnd, line()), Qt::AlignLeft | Qt::AlignVCenter,
                         metrics.elidedText(count, Qt::ElideRight, places.labelEnd - 8));
    }
    const double zero = places.at(0, m_answers.range);
    double used = places.barStart; // numbers from left to right, none on another
    const auto tick = [&](double cosine, double x) {
        const auto text = QLocale().toString(cosine, 'f', cosine == 0 ? 0 : 2);
        const double width = metrics.horizontalAdvance(text);
        const double left = std::clamp(x - width / 2, places.barStart, std::max(places.barStart, places.barEnd - width + 4));
        if (left < used || left + width > places.cosineEnd - metrics.horizontalAdvance(tr("cosine")) - 4)
            return;
        painter.drawText(QRectF(left, top, width + 1, line()), Qt::AlignLeft | Qt::AlignVCenter, text);
        used = left + width + 6;
    };
    if (zero - places.barStart > 24)
        tick(m_answers.range.lowest, places.barStart);
    tick(0, zero);
    if (places.barEnd - zero > 24)
        tick(m_answers.range.highest, places.barEnd);
}

void CompareView::paintUnderRows(QPainter& painter)
{
    m_places = places();
    const auto colours = chartColours(palette());
    paintHeadline(painter);
    paintLegend(painter, headerHeight() - 2.0 * line() - 6);
    paintAxis(painter, headerHeight() - line() - 3.0);
    if (footerHeight() == 0)
        return;
    const double top = extent().height() - footerHeight();
    painter.setPen(QPen(colours.grid, 1));
    painter.drawLine(QPointF(4, top + 1.5), QPointF(extent().width() - 4.0, top + 1.5));
    for (int i = 0; i < m_figures.size(); ++i)
        paintFigure(painter, m_figures[i], QRectF(0, top + 5 + i * figureHeight(), extent().width(), figureHeight()));
}

void CompareView::paintFigure(QPainter& painter, const CompareFigure& figure, const QRectF& area) const
{
    const auto colours = chartColours(palette());
    const auto small = scaled(font(), smallSize);
    const QFontMetricsF smallMetrics(small);
    const QFontMetricsF metrics(font());
    double names = 0;
    double values = 0;
    for (const auto& other : m_figures) {
        names = std::max(names, QFontMetricsF(semiBold(font(), 1)).horizontalAdvance(other.name));
        values = std::max({values, metrics.horizontalAdvance(other.snn), metrics.horizontalAdvance(other.twin)});
    }
    const double right = area.right() - 4;
    const double start = area.left() + 4 + names + 14;
    const auto text = [&](double left, double top, const QString& what) {
        const QFontMetricsF used(painter.font());
        const double room = std::max(0.0, right - left);
        painter.drawText(QRectF(left, top, room, area.height() / 2), Qt::AlignLeft | Qt::AlignVCenter, used.elidedText(what, Qt::ElideRight, room));
    };
    painter.setFont(semiBold(font(), 1));
    painter.setPen(palette().color(QPalette::Text));
    text(area.left() + 4, area.top(), figure.name);
    if (figure.snn.isEmpty()) {
        painter.setFont(small);
        painter.setPen(colours.faint);
        painter.drawText(QRectF(start, area.top(), std::max(0.0, right - start), area.height()), Qt::AlignLeft | Qt::AlignTop | Qt::TextWordWrap,
                         figure.note);
        return;
    }
    painter.setFont(font());
    double x = start;
    for (const auto& [value, colour] : {std::pair(figure.snn, colours.accent), std::pair(figure.twin, colours.second)}) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(colour);
        painter.drawRoundedRect(QRectF(x, area.top() + area.height() / 4 - swatch / 2, swatch, swatch), 2, 2);
        painter.setPen(palette().color(QPalette::Text));
        text(x + swatch + 5, area.top(), value);
        x += swatch + 5 + values + 16;
    }
    painter.setPen(colours.faint);
    text(x, area.top(), figure.verdict);
    painter.setFont(small);
    const double room = std::max(0.0, right - start);
    painter.drawText(QRectF(start, area.center().y() - 1, room, area.height() / 2), Qt::AlignLeft | Qt::AlignVCenter,
                     smallMetrics.elidedText(figure.note, Qt::ElideRight, room));
}

void CompareView::paintRow(QPainter& painter, int row, const QRectF& area)
{
    if (row == m_chosen) {
        auto wash = palette().color(QPalette::Highlight);
        painter.fillRect(QRectF(0, area.top(), 3, area.height()), wash);
        wash.setAlphaF(0.12F);
        painter.fillRect(area, wash);
    }
    if (row < shownLabels())
        paintLabel(painter, m_answers.comparison.labels[static_cast<std::size_t>(row)], area);
    else
        paintFigure(painter, m_figures[row - shownLabels()], area.adjusted(0, 2, 0, -2));
}

void CompareView::paintLabel(QPainter& painter, const data::ComparedLabel& label, const QRectF& area) const
{
    const auto& places = m_places;
    const auto colours = chartColours(palette());
    const bool leads = label.label == m_answers.comparison.snnWinner || label.label == m_answers.comparison.twinWinner;
    const auto nameFont = leads ? semiBold(font(), 1) : font();
    painter.setFont(nameFont);
    painter.setPen(palette().color(QPalette::Text));
    painter.drawText(QRectF(6, area.top(), std::max(0.0, places.labelEnd - 6), area.height()), Qt::AlignRight | Qt::AlignVCenter,
                     QFontMetricsF(nameFont).elidedText(m_answers.labels.value(label.label), Qt::ElideRight, places.labelEnd - 6));

    const double zero = places.at(0, m_answers.range);
    painter.fillRect(QRectF(zero - 0.5, area.top(), 1, area.height()), colours.quiet);
    const auto list = bars(label);
    const double slot = std::min<double>((area.height() - 4) / static_cast<double>(list.size()), 1.35 * line());
    const double thickness = std::max(2.0, slot - 4);
    double top = area.center().y() - slot * static_cast<double>(list.size()) / 2;
    painter.setFont(scaled(font(), smallSize));
    for (int i = 0; i < list.size(); ++i, top += slot) {
        const auto& [cosine, colour] = list[i];
        if (!std::isnan(cosine)) {
            const double end = places.at(cosine, m_answers.range);
            painter.setPen(Qt::NoPen);
            painter.setBrush(colour);
            painter.drawRoundedRect(QRectF(std::min(zero, end), top + (slot - thickness) / 2, std::max(1.0, std::abs(end - zero)), thickness), 1.5,
                                    1.5);
        }
        painter.setPen(palette().color(QPalette::Text));
        painter.drawText(QRectF(places.barEnd, top, places.cosineEnd - places.barEnd, slot), Qt::AlignRight | Qt::AlignVCenter, cosineText(cosine));
        if (!m_softmax || i > 1)
            continue;
        painter.setPen(colours.faint);
        painter.drawText(QRectF(places.cosineEnd, top, places.softmaxEnd - places.cosineEnd, slot), Qt::AlignRight | Qt::AlignVCenter,
                         percentText(i == 0 ? label.snnProbability : label.twinProbability));
    }
    paintDifference(painter, label.difference(), area);
}

/// The number above a bar that grows from the middle of the column: blue to the right where the spiking network's cosine is the higher one, orange
/// to the left where its twin's is.
void CompareView::paintDifference(QPainter& painter, double difference, const QRectF& area) const
{
    const auto colours = chartColours(palette());
    const QRectF column(m_places.softmaxEnd + 10, area.top(), m_places.differenceEnd - m_places.softmaxEnd - 10, area.height());
    const double text = fontMetrics().height();
    constexpr double bar = 4;
    const double top = area.center().y() - (text + bar + 1) / 2;
    painter.setFont(font());
    painter.setPen(palette().color(QPalette::Text));
    painter.drawText(QRectF(column.left(), top, column.width(), text), Qt::AlignRight | Qt::AlignVCenter, differenceText(difference));
    const QRectF track(column.left(), top + text + 1, column.width(), bar);
    painter.setPen(Qt::NoPen);
    painter.setBrush(colours.grid);
    painter.drawRect(track);
    if (!std::isnan(difference) && m_answers.comparison.largestDifference > 0) {
        const double length = track.width() / 2 * std::min(1.0, std::abs(difference) / m_answers.comparison.largestDifference);
        const double middle = track.center().x();
        painter.setBrush(difference > 0 ? colours.accent : colours.second);
        painter.drawRect(QRectF(difference > 0 ? middle : middle - length, track.top(), length, bar));
    }
    painter.fillRect(QRectF(track.center().x() - 0.5, track.top() - 1, 1, bar + 2), colours.faint);
}

void CompareView::onChosen(int row)
{
    m_chosen = row;
    setAccessibleDescription(summary());
    viewport()->update();
}

void CompareView::keyPressEvent(QKeyEvent* event)
{
    const int by = event->key() == Qt::Key_Left ? -1 : event->key() == Qt::Key_Right ? 1 : 0;
    if (by == 0 || m_answers.steps == 0)
        RowView::keyPressEvent(event);
    else if (const int step = std::clamp(m_answers.step + by, 1, m_answers.steps); step != m_answers.step)
        Q_EMIT stepChosen(step);
}

bool CompareView::viewportEvent(QEvent* event)
{
    if (event->type() == QEvent::ToolTip && footerHeight() > 0) {
        const auto* help = static_cast<QHelpEvent*>(event);
        const int from = help->pos().y() - (extent().height() - footerHeight()) - 5;
        if (from >= 0 && from / figureHeight() < m_figures.size()) {
            QToolTip::showText(help->globalPos(), m_figures[from / figureHeight()].sentence, viewport());
            return true;
        }
    }
    return RowView::viewportEvent(event);
}

void CompareView::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::FontChange)
        refresh();
    RowView::changeEvent(event);
}

}
