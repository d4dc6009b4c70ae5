#include "widgets/train/result_card.h"

#include "core/energy/trade_off.h"
#include "widgets/energy_line.h"
#include "widgets/layer_text.h"
#include "widgets/paint.h"
#include "widgets/theme.h"
#include "widgets/train/training_text.h"

#include <QEvent>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QLocale>
#include <QPainter>
#include <QTextLayout>
#include <QToolTip>

#include <algorithm>
#include <cmath>

namespace spikeclip::widgets {

namespace {

constexpr double besideFrom = 520; // width from which on chart and words stand side by side
constexpr double widest = 1000;    // what is further to the right stays empty: the two belong together
constexpr double chartHeight = 150;
constexpr double headlineScale = 2.1;
constexpr double markSize = 10;

double wrappedHeight(const QString& text, const QFont& font, double width)
{
    return QFontMetricsF(font).boundingRect(QRectF(0, 0, width, 1e5), Qt::TextWordWrap, text).height();
}

energy::ShareRange intervalOf(double share, std::int64_t of)
{
    return energy::confidenceInterval({.right = static_cast<int>(std::lround(share * static_cast<double>(of))), .of = static_cast<int>(of)});
}

QString percentOf(double share)
{
    return ResultCard::tr("%1 %").arg(QLocale().toString(100 * share, 'f', 0));
}

QString relativeText(double before, double after)
{
    const double change = before > 0 ? 100 * (after / before - 1) : 0;
    const auto number = QLocale().toString(std::abs(change), 'f', 0);
    return std::abs(change) < 0.5 ? ResultCard::tr("as before")
           : change < 0           ? ResultCard::tr("%1 % less").arg(number)
                                  : ResultCard::tr("%1 % more").arg(number);
}

double atStep(const std::vector<double>& perStep, int steps)
{
    return perStep[static_cast<std::size_t>(std::clamp<std::ptrdiff_t>(steps - 1, 0, static_cast<std::ptrdiff_t>(perStep.size()) - 1))];
}

}

ResultCard::ResultCard(QWidget* parent) : QWidget(parent)
{
    setFocusPolicy(Qt::StrongFocus);
    auto policy = QSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    refresh();
}

void ResultCard::setSummary(const std::shared_ptr<const data::RunSummary>& summary)
{
    m_summary = summary;
    m_pair = summary ? data::beforeAfter(*summary) : data::BeforeAfter();
    if (m_steps > allSteps())
        m_steps = 0;
    refresh();
}

void ResultCard::chooseSteps(int steps)
{
    m_steps = steps >= 1 && steps < allSteps() ? steps : 0;
    refresh();
}

int ResultCard::steps() const
{
    return m_steps > 0 ? m_steps : allSteps();
}

void ResultCard::refresh()
{
    setAccessibleName(tr("Result of the run"));
    setAccessibleDescription(summary());
    updateGeometry();
    update();
}

QString ResultCard::headline() const
{
    if (allSteps() == 0)
        return {};
    const auto after = shareText1(atStep(m_summary->top1AfterPerStep, steps()));
    if (m_summary->top1BeforePerStep.empty())
        return after;
    return tr("%1 \u2192 %2", "accuracy before, accuracy after").arg(shareText1(atStep(m_summary->top1BeforePerStep, steps())), after);
}

QStringList ResultCard::lines() const
{
    if (allSteps() == 0)
        return {};
    const auto& summary = *m_summary;
    const auto judged = std::ranges::count_if(summary.samples, [](const data::JudgedSample& sample) { return sample.after >= 0; });
    const bool hasBefore = !summary.top1BeforePerStep.empty();
    QStringList list;
    const auto who = hasBefore ? tr("of %n validation picture(s) recognised, before and after", nullptr, static_cast<int>(judged))
                               : tr("of %n validation picture(s) recognised", nullptr, static_cast<int>(judged));
    list << (steps() == allSteps() ? who : tr("%1, after T = %2").arg(who).arg(steps()));
    const auto after = intervalOf(atStep(summary.top1AfterPerStep, steps()), judged);
    if (hasBefore) {
        const auto before = intervalOf(atStep(summary.top1BeforePerStep, steps()), judged);
        list << tr("95 % interval: %1 to %2 before, %3 to %4 after")
                    .arg(percentOf(before.least), percentOf(before.most), percentOf(after.least), percentOf(after.most));
    } else {
        list << tr("95 % interval: %1 to %2").arg(percentOf(after.least), percentOf(after.most));
    }
    if (hasBefore && summary.rateBefore > 0)
        list << tr("Firing rate %1 \u2192 %2, %3")
                    .arg(rateText(summary.rateBefore), rateText(summary.rateAfter), relativeText(summary.rateBefore, summary.rateAfter));
    else if (summary.rateAfter > 0)
        list << tr("Firing rate %1").arg(rateText(summary.rateAfter));
    const double unit = std::max(summary.energyBeforePj, summary.energyAfterPj);
    if (hasBefore && summary.energyBeforePj > 0)
        list << tr("Estimated energy a picture %1 \u2192 %2, %3")
                    .arg(energyText(summary.energyBeforePj, unit), energyText(summary.energyAfterPj, unit),
                         relativeText(summary.energyBeforePj, summary.energyAfterPj));
    else if (summary.energyAfterPj > 0)
        list << tr("Estimated energy a picture %1").arg(energyText(summary.energyAfterPj, unit));
    return list;
}

QString ResultCard::summary() const
{
    if (allSteps() == 0)
        return tr("No run has ended yet");
    return headline() + QLatin1Char(' ') + lines().join(QStringLiteral(". ")) + QLatin1Char('.');
}

QRectF ResultCard::chartArea(QSizeF size) const
{
    if (size.width() >= besideFrom) {
        const double all = std::min(size.width(), widest);
        const double width = std::clamp(all * 0.42, 200.0, 460.0);
        return {all - width - 4, 4, width, size.height() - 8};
    }
    const double height = std::min(chartHeight, size.height() / 2);
    return {4, size.height() - height, size.width() - 8, height};
}

int ResultCard::heightForWidth(int width) const
{
    const bool beside = width >= besideFrom;
    const double words = beside ? chartArea(QSizeF(width, 100)).left() - 20 : width - 8;
    double height = QFontMetricsF(scaled(font(), headlineScale)).height() + 4;
    const auto all = lines();
    for (const auto& line : all)
        height += wrappedHeight(line, font(), words) + 2;
    return static_cast<int>(std::ceil(beside ? std::max(height, chartHeight) + 8 : height + chartHeight + 8));
}

void ResultCard::paintWords(QPainter& painter, const QRectF& area) const
{
    auto large = scaled(font(), headlineScale);
    large.setBold(true);
    while (QFontMetricsF(large).horizontalAdvance(headline()) > area.width() && large.pointSizeF() > font().pointSizeF() && font().pointSizeF() > 0)
        large = [&large] {
            auto smaller = large;
            smaller.setPointSizeF(large.pointSizeF() * 0.95);
            return smaller;
        }();
    painter.setFont(large);
    painter.setPen(palette().color(QPalette::Text));
    double y = area.top();
    const double head = QFontMetricsF(large).height();
    painter.drawText(QRectF(area.left(), y, area.width(), head), Qt::AlignLeft | Qt::AlignVCenter, headline());
    y += head + 4;
    painter.setFont(font());
    const auto all = lines();
    for (int i = 0; i < all.size(); ++i) {
        painter.setPen(i == 1 ? chartColours(palette()).faint : palette().color(QPalette::Text));
        const double height = wrappedHeight(all[i], font(), area.width());
        painter.drawText(QRectF(area.left(), y, area.width(), height + 1), Qt::AlignLeft | Qt::TextWordWrap, all[i]);
        y += height + 2;
    }
}

void ResultCard::paintChart(QPainter& painter, const QRectF& area) const
{
    const auto colours = chartColours(palette());
    const auto small = scaled(font(), 0.9);
    const QFontMetricsF metrics(small);
    painter.setFont(small);
    const double axis = metrics.horizontalAdvance(percentOf(1)) + 6;
    const double line = metrics.height() + 2;
    const QRectF plot(area.left() + axis, area.top() + line + 2, area.width() - axis - 4, area.height() - 2 * line - 4);
    if (plot.height() < 20 || plot.width() < 30)
        return;
    const auto yOf = [&](double share) { return plot.bottom() - share * plot.height(); };
    for (const double tick : {0.0, 0.5, 1.0}) {
        painter.setPen(QPen(colours.grid, 1));
        const double y = std::round(yOf(tick)) + 0.5;
        painter.drawLine(QLineF(plot.left(), y, plot.right(), y));
        painter.setPen(colours.faint);
        painter.drawText(QRectF(area.left(), y - line / 2, axis - 6, line), Qt::AlignRight | Qt::AlignVCenter, percentOf(tick));
    }
    const auto judged = std::ranges::count_if(m_summary->samples, [](const data::JudgedSample& sample) { return sample.after >= 0; });
    const bool hasBefore = !m_summary->top1BeforePerStep.empty();
    // Legend
    double x = plot.left();
    const auto explain = [&](const QString& text, bool isAfter) {
        const QPointF centre(x + markSize / 2, area.top() + line / 2);
        painter.setPen(isAfter ? QPen(Qt::NoPen) : QPen(colours.faint, 2));
        painter.setBrush(isAfter ? colours.accent : palette().color(QPalette::Base));
        painter.drawEllipse(centre, markSize / 2 - (isAfter ? 0 : 1), markSize / 2 - (isAfter ? 0 : 1));
        painter.setPen(palette().color(QPalette::Text));
        x += markSize + 4;
        painter.drawText(QRectF(x, area.top(), metrics.horizontalAdvance(text) + 2, line), Qt::AlignLeft | Qt::AlignVCenter, text);
        x += metrics.horizontalAdvance(text) + 14;
    };
    if (hasBefore)
        explain(tr("before"), false);
    explain(tr("after"), true);

    const double column = plot.width() / allSteps();
    const int every = std::max(1, static_cast<int>(std::ceil((metrics.horizontalAdvance(tr("T = %1").arg(allSteps())) + 6) / column)));
    for (int step = 1; step <= allSteps(); ++step) {
        const double centre = plot.left() + (step - 0.5) * column;
        const double apart = hasBefore ? std::min(column / 5, 9.0) : 0;
        if (step == steps() && allSteps() > 1) {
            auto tint = palette().color(QPalette::Highlight);
            tint.setAlphaF(0.13F);
            painter.setPen(Qt::NoPen);
            painter.setBrush(tint);
            painter.drawRoundedRect(QRectF(centre - column / 2 + 1, plot.top() - 2, column - 2, plot.height() + line + 4), 4, 4);
        }
        const auto mark = [&](double share, double at, bool isAfter) {
            const auto interval = intervalOf(share, judged);
            const auto colour = isAfter ? colours.accent : colours.faint;
            painter.setPen(QPen(colour, 1.4));
            painter.drawLine(QLineF(at, yOf(interval.least), at, yOf(interval.most)));
            painter.setPen(isAfter ? QPen(Qt::NoPen) : QPen(colour, 2));
            painter.setBrush(isAfter ? colour : palette().color(QPalette::Base));
            const double radius = std::min(markSize, column / 2) / 2 - (isAfter ? 0 : 1);
            painter.drawEllipse(QPointF(at, yOf(share)), std::max(1.5, radius), std::max(1.5, radius));
        };
        if (hasBefore && step <= static_cast<int>(m_summary->top1BeforePerStep.size()))
            mark(atStep(m_summary->top1BeforePerStep, step), centre - apart, false);
        mark(atStep(m_summary->top1AfterPerStep, step), centre + apart, true);
        if ((step - 1) % every == 0 || step == allSteps()) {
            painter.setPen(palette().color(QPalette::Text));
            painter.drawText(QRectF(centre - 60, plot.bottom() + 2, 120, line), Qt::AlignHCenter | Qt::AlignVCenter, tr("T = %1").arg(step));
        }
    }
}

void ResultCard::paint(QPainter& painter, QSizeF size) const
{
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillRect(QRectF(QPointF(), size), palette().color(QPalette::Base));
    if (allSteps() == 0)
        return;
    const auto chart = chartArea(size);
    const bool beside = size.width() >= besideFrom;
    paintWords(painter, QRectF(4, 2, beside ? chart.left() - 16 : size.width() - 8, size.height()));
    paintChart(painter, chart);
}

void ResultCard::paintTo(QPaintDevice& device, QSize size)
{
    QPainter painter(&device);
    paint(painter, size);
}

void ResultCard::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    paint(painter, size());
    paintFocusRing(painter, *this);
}

int ResultCard::stepAt(QPointF position) const
{
    const auto chart = chartArea(size());
    if (allSteps() == 0 || !chart.contains(position))
        return 0;
    const double axis = QFontMetricsF(scaled(font(), 0.9)).horizontalAdvance(percentOf(1)) + 6;
    const double column = (chart.width() - axis - 4) / allSteps();
    return std::clamp(static_cast<int>(std::floor((position.x() - chart.left() - axis) / column)) + 1, 1, allSteps());
}

QString ResultCard::stepText(int steps) const
{
    const auto after = shareText1(atStep(m_summary->top1AfterPerStep, steps));
    if (m_summary->top1BeforePerStep.empty())
        return tr("After T = %1: %2 recognised").arg(steps).arg(after);
    return tr("After T = %1: %2 recognised before the run, %3 after it")
        .arg(steps)
        .arg(shareText1(atStep(m_summary->top1BeforePerStep, steps)), after);
}

void ResultCard::moveTo(int steps)
{
    if (steps < 1 || steps > allSteps() || steps == this->steps())
        return;
    chooseSteps(steps);
    Q_EMIT stepsChosen(steps);
}

void ResultCard::mousePressEvent(QMouseEvent* event)
{
    if (event->button() == Qt::LeftButton)
        moveTo(stepAt(event->position()));
    QWidget::mousePressEvent(event);
}

void ResultCard::keyPressEvent(QKeyEvent* event)
{
    switch (event->key()) {
    case Qt::Key_Left:
        return moveTo(steps() - 1);
    case Qt::Key_Right:
        return moveTo(steps() + 1);
    case Qt::Key_Home:
        return moveTo(1);
    case Qt::Key_End:
        return moveTo(allSteps());
    default:
        QWidget::keyPressEvent(event);
    }
}

bool ResultCard::event(QEvent* event)
{
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    const auto* help = static_cast<QHelpEvent*>(event);
    const int steps = stepAt(help->pos());
    QToolTip::showText(help->globalPos(), steps > 0 ? stepText(steps) : QString(), this);
    return true;
}

void ResultCard::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::FontChange)
        refresh();
    update();
    QWidget::changeEvent(event);
}

void ResultCard::focusInEvent(QFocusEvent* event)
{
    QWidget::focusInEvent(event);
    update();
}

void ResultCard::focusOutEvent(QFocusEvent* event)
{
    QWidget::focusOutEvent(event);
    update();
}

}
