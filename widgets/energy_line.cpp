#include "widgets/energy_line.h"

#include "widgets/paint.h"
#include "widgets/theme.h"

#include <QCoreApplication>
#include <QEvent>
#include <QLocale>
#include <QPainter>

#include <algorithm>
#include <array>
#include <cmath>

namespace spikeclip::widgets {

namespace {

struct Unit
{
    double pj;
    const char* name;
};
constexpr std::array units = {Unit{1e9, "mJ"}, Unit{1e6, "\u00b5J"}, Unit{1e3, "nJ"}, Unit{1, "pJ"}};

}

QString energyText(double pj, double unitOfPj)
{
    const auto* unit = std::ranges::find_if(units, [unitOfPj](const Unit& u) { return unitOfPj >= u.pj; });
    if (unit == units.end())
        unit = units.end() - 1;
    const double value = pj / unit->pj;
    const int whole = value > 0 ? static_cast<int>(std::floor(std::log10(value))) + 1 : 1;
    const auto number = QLocale().toString(value, 'f', std::clamp(3 - whole, 0, 6));
    return EnergyLine::tr("%1 %2", "number and unit of energy").arg(number, QString::fromUtf8(unit->name));
}

EnergyLine::EnergyLine(QWidget* parent) : QWidget(parent)
{
    setFocusPolicy(Qt::TabFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    refresh();
}

void EnergyLine::setFigures(const EnergyFigures& figures)
{
    m_figures = figures;
    refresh();
}

QString EnergyLine::comparison() const
{
    if (m_figures.snnPj <= 0 || m_figures.annPj <= 0)
        return {};
    const double change = m_figures.snnPj / m_figures.annPj - 1;
    const auto percent = QLocale().toString(std::abs(100 * change), 'f', 0);
    return change <= 0 ? tr("%1 % less than the ANN twin").arg(percent) : tr("%1 % more than the ANN twin").arg(percent);
}

QString EnergyLine::summary() const
{
    const double unit = std::max(m_figures.snnPj, m_figures.annPj);
    if (unit <= 0)
        return tr("No energy estimate yet");
    if (m_figures.snnPj <= 0)
        return tr("Estimated energy of the ANN twin: %1").arg(energyText(m_figures.annPj, unit));
    auto text = tr("Estimated energy up to T = %1: %2").arg(m_figures.step).arg(energyText(m_figures.snnPj, unit));
    if (m_figures.annPj > 0)
        text = tr("%1; ANN twin: %2; %3").arg(text, energyText(m_figures.annPj, unit), comparison());
    return text;
}

void EnergyLine::refresh()
{
    setAccessibleName(tr("Estimated energy"));
    setAccessibleDescription(summary());
    QStringList tip;
    if (!m_figures.preset.isEmpty())
        tip << tr("Estimated, not measured, for one picture. %1.").arg(m_figures.preset);
    for (const auto& rule : m_figures.rules)
        tip << QStringLiteral("\u2022 ") + rule;
    setToolTip(tip.join(QLatin1Char('\n')));
    update();
}

QSize EnergyLine::sizeHint() const { return {300, 3 * fontMetrics().height() + 28}; }

QSize EnergyLine::minimumSizeHint() const { return {180, sizeHint().height()}; }

void EnergyLine::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const auto colours = chartColours(palette());
    const double unit = std::max(m_figures.snnPj, m_figures.annPj);
    if (unit <= 0) {
        paintPlaceholder(painter, *this, rect(), summary());
        paintFocusRing(painter, *this);
        return;
    }

    struct Row
    {
        QString name;
        double pj;
        QColor colour;
        QString absence;
    };
    const std::array rows = {
        Row{m_figures.snnPj > 0 ? tr("SNN, T = %1").arg(m_figures.step) : tr("SNN"), m_figures.snnPj, colours.accent, tr("not run")},
        Row{tr("ANN twin"), m_figures.annPj, colours.quiet, tr("this model has none")},
    };
    const auto metrics = fontMetrics();
    double names = metrics.horizontalAdvance(tr("SNN, T = %1").arg(44));
    for (const auto& row : rows)
        names = std::max<double>(names, metrics.horizontalAdvance(row.name));
    const double left = names + 10;
    const double right = width() - metrics.horizontalAdvance(energyText(888, 888)) - 10;
    const double most = std::max({m_figures.mostPj, m_figures.annPj, m_figures.snnPj});
    const double height = metrics.height() + 8;
    double top = 0;
    for (const auto& row : rows) {
        painter.setPen(palette().color(QPalette::Text));
        painter.drawText(QRectF(0, top, names, height), Qt::AlignRight | Qt::AlignVCenter, row.name);
        double end = left;
        if (row.pj > 0) {
            end = left + std::max(1.0, (right - left) * row.pj / most);
            painter.setPen(Qt::NoPen);
            painter.setBrush(row.colour);
            painter.drawRoundedRect(QRectF(left, top + 5, end - left, height - 10), 2, 2);
            painter.setPen(palette().color(QPalette::Text));
            painter.drawText(QRectF(end + 6, top, width() - end, height), Qt::AlignLeft | Qt::AlignVCenter, energyText(row.pj, unit));
        } else {
            painter.setPen(colours.faint);
            painter.drawText(QRectF(left, top, width() - left, height), Qt::AlignLeft | Qt::AlignVCenter, row.absence);
        }
        top += height;
    }
    painter.setPen(colours.faint);
    painter.setFont(scaled(font(), 0.9));
    painter.drawText(QRectF(0, top, width(), metrics.height() + 6), Qt::AlignLeft | Qt::AlignVCenter,
                     QFontMetrics(painter.font()).elidedText(comparison(), Qt::ElideRight, width()));
    paintFocusRing(painter, *this);
}

void EnergyLine::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::FontChange)
        refresh();
    QWidget::changeEvent(event);
}

}
