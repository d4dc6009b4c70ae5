#include "widgets/ledger_view.h"

#include "widgets/energy_line.h"
#include "widgets/layer_text.h"
#include "widgets/paint.h"
#include "widgets/theme.h"

#include <QEvent>
#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>
#include <array>

namespace spikeclip::widgets {

namespace {

constexpr double margin = 6;
constexpr double gap = 10; // between columns
constexpr std::array verdictOrder = {Verdict::Compute, Verdict::Memory, Verdict::Quantised};
constexpr double smaller = 0.9; // of captions and explanations

/// What is shown first where there is little room.
constexpr std::array byImportance = {LedgerColumn::Name,  LedgerColumn::Energy,    LedgerColumn::Share,        LedgerColumn::Operations,
                                     LedgerColumn::Rate,  LedgerColumn::PjEach,    LedgerColumn::MemoryEnergy, LedgerColumn::Kind,
                                     LedgerColumn::Dense, LedgerColumn::MemoryBits};
constexpr std::array byPlace = {LedgerColumn::Name,       LedgerColumn::Kind,        LedgerColumn::Dense,  LedgerColumn::Rate,
                                LedgerColumn::Operations, LedgerColumn::PjEach,      LedgerColumn::Energy, LedgerColumn::Share,
                                LedgerColumn::MemoryBits, LedgerColumn::MemoryEnergy};

/// A text as wide as the column's cells get.
QString widest(LedgerColumn column)
{
    switch (column) {
    case LedgerColumn::Name:
        return QStringLiteral("attn proj_conv, nor");
    case LedgerColumn::Kind:
        return QStringLiteral("MAC");
    case LedgerColumn::Rate:
        return rateText(0.888);
    case LedgerColumn::PjEach:
        return QStringLiteral("0.077");
    case LedgerColumn::Share:
        return QStringLiteral("88.8 %") + QStringLiteral("00000");
    case LedgerColumn::Energy:
    case LedgerColumn::MemoryEnergy:
        return energyText(8.88e9, 8.88e9);
    default:
        return QStringLiteral("8.88 M");
    }
}

/// Short enough for a column; the tool tip is exact.
QString shortCell(const LedgerFigures& figures, const energy::Row& row, LedgerColumn column)
{
    switch (column) {
    case LedgerColumn::Name:
        return ledgerRowName(row);
    case LedgerColumn::Dense:
        return countText(static_cast<double>(row.dense));
    case LedgerColumn::Operations:
        return countText(static_cast<double>(row.effective));
    case LedgerColumn::MemoryBits:
        return countText(static_cast<double>(row.memoryBits()));
    default:
        return ledgerCell(figures, row, column);
    }
}

}

LedgerView::LedgerView(QWidget* parent) : RowView(parent)
{
    retranslate();
}

void LedgerView::setFigures(const LedgerFigures& figures)
{
    std::optional<energy::Row> chosen;
    if (m_chosen >= 0)
        chosen = rowOf(m_lines[static_cast<std::size_t>(m_chosen)]);
    m_figures = figures;
    rebuild();
    const auto same = std::ranges::find_if(m_lines, [&](const Line& line) {
        return chosen && line.row >= 0 && rowOf(line).name == chosen->name && rowOf(line).part == chosen->part && rowOf(line).side == chosen->side;
    });
    m_chosen = same == m_lines.end() ? -1 : static_cast<int>(same - m_lines.begin());
    describe();
    rowsChanged();
}

void LedgerView::retranslate()
{
    rebuild();
    setAccessibleName(tr("Energy ledger"));
    describe();
    rowsChanged();
}

void LedgerView::rebuild()
{
    m_lines.clear();
    m_mostShare = 0;
    m_nameWidth = 0;
    std::optional<LedgerGroup> group;
    const auto& ledger = m_figures.ledger();
    for (const int row : shownOrder(ledger)) {
        const auto& of = ledger.rows[static_cast<std::size_t>(row)];
        if (group != groupOf(of)) {
            group = groupOf(of);
            m_lines.push_back({.text = ledgerGroupText(*group), .heading = true});
        }
        m_lines.push_back({.row = row, .text = ledgerRowName(of)});
        m_nameWidth = std::max(m_nameWidth, fontMetrics().horizontalAdvance(m_lines.back().text) + margin + 2);
        m_mostShare = std::max(m_mostShare, ledgerNumber(m_figures, of, LedgerColumn::Share).toDouble());
    }
    if (m_lines.empty() || m_figures.shown != LedgerNetwork::Spiking)
        return;
    if (!m_figures.neuronsKnown)
        m_lines.push_back({.text = tr("Neurons were not recorded: their updates and traffic are left out.")});
    if (m_figures.rules.text && !m_figures.textMissing)
        return;
    m_lines.push_back({.text = ledgerGroupText({LedgerGroup::Kind::Text, 0}), .heading = true});
    m_lines.push_back(
        {.text = m_figures.textMissing ? tr("The labels\u2019 spikes are being counted\u2026") : tr("Label vectors are cached: not charged.")});
}

void LedgerView::describe()
{
    m_explanation = m_chosen >= 0 ? ledgerRowText(m_figures, rowOf(m_lines[static_cast<std::size_t>(m_chosen)])) : QString();
    setAccessibleDescription(m_chosen >= 0 ? lineText(m_chosen) + QStringLiteral(". ") + m_explanation : summary());
}

QString LedgerView::lineText(int line) const
{
    return m_lines[static_cast<std::size_t>(line)].text;
}

QString LedgerView::absence() const
{
    return m_figures.steps > 0 ? tr("This model has no ANN twin.") : tr("Nothing has been counted yet.");
}

bool LedgerView::isChoosable(int line) const
{
    return m_lines[static_cast<std::size_t>(line)].row >= 0;
}

void LedgerView::onChosen(int line)
{
    m_chosen = line;
    describe();
    rowsChanged();
    scrollTo(line); // what is said below has taken room
}

// --- places

double LedgerView::captionHeight() const
{
    return fontMetrics().height() + 4;
}

double LedgerView::verdictHeight() const
{
    return 4 * fontMetrics().height() + 14;
}

double LedgerView::columnsHeight() const
{
    const int line = fontMetrics().height();
    return extent().height() < captionHeight() + verdictHeight() + 2 * line ? 0 : line + 6; // the verdicts stand alone where nothing else fits
}

int LedgerView::headerHeight() const
{
    return static_cast<int>(captionHeight() + verdictHeight() + columnsHeight());
}

int LedgerView::footerHeight() const
{
    const int line = fontMetrics().height();
    const int total = line + 8;
    const int room = extent().height() - headerHeight();
    if (m_chosen >= 0) {
        const QRect area(0, 0, std::max(1, extent().width() - 2 * static_cast<int>(margin)), 10'000);
        const int explanation = QFontMetrics(scaled(font(), smaller)).boundingRect(area, Qt::TextWordWrap, m_explanation).height() + 6;
        if (room >= total + explanation + 3 * line)
            return total + explanation;
    }
    return room >= total + 2 * line ? total : 0; // rows matter more, and the tool tips have it all
}

std::vector<LedgerView::Place> LedgerView::places() const
{
    const auto metrics = fontMetrics();
    double room = extent().width() - 2 * margin + gap;
    std::vector<Place> shown;
    for (const auto column : byImportance) {
        const double width = std::max(metrics.horizontalAdvance(widest(column)), metrics.horizontalAdvance(ledgerHeader(column)));
        if (shown.size() >= 2 && width + gap > room)
            break;
        room -= width + gap;
        shown.push_back({column, 0, width});
    }
    std::ranges::sort(shown, {}, [](const Place& place) { return std::ranges::find(byPlace, place.column) - byPlace.begin(); });
    double left = margin;
    for (auto& place : shown) { // what is left over goes to names as far as they need it, then to bars
        if (place.column == LedgerColumn::Name) {
            const double more = std::min(room, std::max(m_nameWidth - place.width, 0.0));
            place.width = std::max(20.0, place.width + more);
            room = std::max(0.0, room - more);
        } else if (place.column == LedgerColumn::Share) {
            place.width += room;
        }
        place.left = left;
        left += place.width + gap;
    }
    return shown;
}

std::vector<LedgerColumn> LedgerView::columnsShown() const
{
    std::vector<LedgerColumn> columns;
    for (const auto& place : places())
        columns.push_back(place.column);
    return columns;
}

QString LedgerView::tipAt(QPoint position) const
{
    if (m_figures.steps < 1)
        return {};
    if (position.y() < captionHeight()) {
        QStringList lines{ledgerCaption(m_figures)};
        for (const auto& sentence : energy::sentences(m_figures.rules))
            lines << QStringLiteral("\u2022 ") + QString::fromStdString(sentence);
        return lines.join(QLatin1Char('\n'));
    }
    if (position.y() < captionHeight() + verdictHeight()) {
        const auto column = std::clamp(static_cast<int>(3.0 * position.x() / std::max(1, extent().width())), 0, 2);
        return verdictTip(m_figures, verdictOrder[static_cast<std::size_t>(column)]);
    }
    const auto at = places();
    const auto place = std::ranges::find_if(at, [&](const Place& p) { return position.x() < p.left + p.width + gap / 2; });
    const auto column = place == at.end() ? at.back().column : place->column;
    if (position.y() < headerHeight())
        return ledgerHeaderTip(column);
    const int line = rowAt(position);
    if (line < 0)
        return {};
    const auto& shown = m_lines[static_cast<std::size_t>(line)];
    return shown.row >= 0 ? ledgerTip(m_figures, rowOf(shown), column) : QString();
}

bool LedgerView::viewportEvent(QEvent* event)
{
    if (event->type() != QEvent::ToolTip)
        return RowView::viewportEvent(event);
    const auto* help = static_cast<QHelpEvent*>(event);
    QToolTip::showText(help->globalPos(), wrappedTip(tipAt(help->pos())), viewport()); // an empty one hides
    return true;
}

void LedgerView::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::FontChange)
        retranslate();
    RowView::changeEvent(event);
}

// --- painting

void LedgerView::paintVerdict(QPainter& painter, Verdict verdict, const QRectF& area) const
{
    const auto colours = chartColours(palette());
    const auto& comparison = verdictOf(m_figures, verdict);
    const auto metrics = fontMetrics();
    const double line = metrics.height();
    const auto elided = [&](const QString& text, double width, const QFont& font) {
        return QFontMetrics(font).elidedText(text, Qt::ElideRight, static_cast<int>(width));
    };

    const auto words = m_figures.hasTwin() ? verdictText(comparison) : tr("no ANN twin");
    painter.setPen(colours.faint);
    painter.setFont(font());
    painter.drawText(QRectF(area.left(), area.top(), area.width(), line), Qt::AlignLeft | Qt::AlignVCenter,
                     elided(verdictTitle(m_figures, verdict), area.width(), font()));
    auto large = scaled(font(), 1.15);
    large.setBold(m_figures.hasTwin());
    const bool loses = m_figures.hasTwin() && comparison.saving() < 0;
    painter.setFont(large);
    painter.setPen(loses ? colours.warning : m_figures.hasTwin() ? palette().color(QPalette::Text) : colours.faint);
    painter.drawText(QRectF(area.left(), area.top() + line, area.width(), 1.2 * line), Qt::AlignLeft | Qt::AlignVCenter,
                     elided(words, area.width(), large));

    struct Bar
    {
        QString name;
        double pj;
        QColor colour;
    };
    const std::array bars = {Bar{tr("SNN"), comparison.spikingPj, colours.accent}, Bar{tr("ANN"), comparison.ordinaryPj, colours.second}};
    const auto small = scaled(font(), smaller);
    const QFontMetrics smallMetrics(small);
    painter.setFont(small);
    const double most = std::max(comparison.spikingPj, comparison.ordinaryPj);
    const double names = std::max(smallMetrics.horizontalAdvance(bars[0].name), smallMetrics.horizontalAdvance(bars[1].name)) + 5;
    const double values = smallMetrics.horizontalAdvance(energyText(8.88e9, 8.88e9)) + 8;
    const double room = std::max(0.0, area.width() - names - values);
    double top = area.top() + 2.2 * line + 2;
    for (const auto& bar : bars) {
        if (bar.pj <= 0 && !m_figures.hasTwin() && &bar != &bars[0])
            break;
        const double height = 0.9 * line;
        painter.setPen(palette().color(QPalette::Text));
        painter.drawText(QRectF(area.left(), top, names, height), Qt::AlignLeft | Qt::AlignVCenter, bar.name);
        const double length = most > 0 && bar.pj > 0 ? std::max(1.5, room * bar.pj / most) : 0;
        painter.setPen(Qt::NoPen);
        painter.setBrush(bar.colour);
        if (room > 4)
            painter.drawRoundedRect(QRectF(area.left() + names, top + 2, length, height - 4), 1.5, 1.5);
        painter.setPen(palette().color(QPalette::Text));
        const double at = area.left() + names + (room > 4 ? length : 0) + 4;
        painter.drawText(QRectF(at, top, area.right() - at, height), Qt::AlignLeft | Qt::AlignVCenter, energyText(bar.pj, most));
        top += height;
    }
}

void LedgerView::paintUnderRows(QPainter& painter)
{
    const auto colours = chartColours(palette());
    const auto size = extent();
    const auto metrics = fontMetrics();
    const double width = size.width() - 2 * margin;
    painter.setPen(colours.faint);
    painter.setFont(scaled(font(), smaller));
    painter.drawText(QRectF(margin, 0, width, captionHeight()), Qt::AlignLeft | Qt::AlignVCenter,
                     painter.fontMetrics().elidedText(ledgerCaption(m_figures), Qt::ElideRight, static_cast<int>(width)));

    const double third = width / 3;
    for (std::size_t i = 0; i < verdictOrder.size(); ++i) {
        const double left = margin + static_cast<double>(i) * third;
        if (i > 0) {
            painter.setPen(colours.grid);
            painter.drawLine(QPointF(left - 2, captionHeight() + 4), QPointF(left - 2, captionHeight() + verdictHeight() - 8));
        }
        paintVerdict(painter, verdictOrder[i], QRectF(left + (i > 0 ? 6 : 0), captionHeight(), third - (i > 0 ? 10 : 4), verdictHeight()));
    }

    const double top = captionHeight() + verdictHeight();
    if (columnsHeight() == 0)
        return;
    painter.fillRect(QRectF(0, top, size.width(), columnsHeight()), palette().color(QPalette::AlternateBase));
    painter.setFont(font());
    painter.setPen(colours.faint);
    for (const auto& place : places()) {
        const bool left = place.column == LedgerColumn::Name || place.column == LedgerColumn::Kind || place.column == LedgerColumn::Share;
        painter.drawText(QRectF(place.left, top, place.width, columnsHeight()), (left ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter,
                         metrics.elidedText(ledgerHeader(place.column), Qt::ElideRight, static_cast<int>(place.width) + 1));
    }
    paintFooter(painter);
}

void LedgerView::paintShare(QPainter& painter, double share, double most, const QColor& colour, const QRectF& area) const
{
    const double text = fontMetrics().horizontalAdvance(QStringLiteral("88.8 %")) + 6;
    const double room = area.width() - text;
    const double length = most > 0 ? room * share / most : 0;
    if (room > 4 && length > 0) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(colour);
        painter.drawRoundedRect(QRectF(area.left(), area.top() + 4, std::max(1.5, length), area.height() - 8), 1.5, 1.5);
    }
    painter.setPen(palette().color(QPalette::Text));
    painter.drawText(QRectF(area.left() + std::max(0.0, room), area.top(), std::min(area.width(), text), area.height()),
                     Qt::AlignRight | Qt::AlignVCenter, percentText(share));
}

void LedgerView::paintRow(QPainter& painter, int index, const QRectF& area)
{
    const auto colours = chartColours(palette());
    const auto metrics = fontMetrics();
    const auto& line = m_lines[static_cast<std::size_t>(index)];
    if (line.row < 0) {
        auto bold = font();
        bold.setBold(line.heading);
        painter.setFont(bold);
        painter.setPen(line.heading ? palette().color(QPalette::Text) : colours.faint);
        const QRectF place = area.adjusted(line.heading ? margin : 2 * margin, 0, -margin, 0);
        painter.drawText(place, Qt::AlignLeft | Qt::AlignVCenter,
                         QFontMetrics(bold).elidedText(line.text, Qt::ElideRight, static_cast<int>(place.width())));
        painter.setFont(font());
        return;
    }
    const auto& row = rowOf(line);
    if (index == m_chosen) {
        auto mark = palette().color(QPalette::Highlight);
        mark.setAlphaF(0.18F);
        painter.fillRect(area, mark);
    }
    for (const auto& place : places()) {
        const bool isName = place.column == LedgerColumn::Name;
        QRectF cell(place.left + (isName ? margin : 0), area.top(), place.width - (isName ? margin : 0), area.height());
        if (place.column == LedgerColumn::Share) {
            if (row.charged)
                paintShare(painter, ledgerNumber(m_figures, row, place.column).toDouble(), m_mostShare,
                           m_figures.shown == LedgerNetwork::Spiking ? colours.accent : colours.second, cell);
            continue;
        }
        const bool left = isName || place.column == LedgerColumn::Kind;
        const bool isMemory = place.column == LedgerColumn::MemoryBits || place.column == LedgerColumn::MemoryEnergy;
        if (isMemory && row.memoryBits() == 0)
            continue;
        painter.setPen(row.charged || isMemory ? palette().color(QPalette::Text) : colours.faint);
        const bool runsOn = place.column == LedgerColumn::Energy && !row.charged; // into the share, which is empty
        auto text = shortCell(m_figures, row, place.column);
        if (runsOn)
            cell.setWidth(place.width + gap + metrics.horizontalAdvance(text));
        if (isName && row.part == energy::Row::Part::Normalisation && metrics.horizontalAdvance(text) > cell.width()) {
            text = tr("normalisation"); // of the layer above
            cell.setLeft(cell.left() + margin);
        }
        if (isName)
            text = metrics.elidedText(text, Qt::ElideRight, static_cast<int>(cell.width()));
        painter.drawText(cell, (left || runsOn ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter, text);
    }
}

void LedgerView::paintFooter(QPainter& painter) const
{
    const auto colours = chartColours(palette());
    const auto metrics = fontMetrics();
    const auto& ledger = m_figures.ledger();
    const double top = extent().height() - footerHeight();
    const double height = metrics.height() + 8;
    if (footerHeight() == 0)
        return;
    painter.setPen(colours.quiet);
    painter.drawLine(QPointF(0, top + 0.5), QPointF(extent().width(), top + 0.5));
    auto bold = font();
    bold.setBold(true);
    painter.setFont(bold);
    painter.setPen(palette().color(QPalette::Text));
    const auto at = places();
    double nameEnd = extent().width() - margin;
    for (const auto& place : at) {
        const QRectF cell(place.left - gap, top, place.width + gap, height);
        if (place.column == LedgerColumn::Energy) {
            const auto text = energyOf(ledger.computePj());
            painter.drawText(cell, Qt::AlignRight | Qt::AlignVCenter, text);
            nameEnd = cell.right() - QFontMetrics(bold).horizontalAdvance(text) - gap;
        } else if (place.column == LedgerColumn::MemoryEnergy) {
            painter.drawText(cell, Qt::AlignRight | Qt::AlignVCenter, energyOf(ledger.memoryPj()));
        } else if (place.column == LedgerColumn::MemoryBits) {
            double bits = 0;
            for (const auto& row : ledger.rows)
                bits += static_cast<double>(row.memoryBits());
            painter.drawText(cell, Qt::AlignRight | Qt::AlignVCenter, countText(bits));
        }
    }
    const auto macs = countText(ledger.macs());
    auto text = ledger.acs() > 0 ? tr("Total: %1 MAC, %2 AC").arg(macs, countText(ledger.acs())) : tr("Total: %1 MAC").arg(macs);
    if (QFontMetrics(bold).horizontalAdvance(text) > nameEnd - margin)
        text = tr("Total");
    painter.drawText(QRectF(margin, top, nameEnd - margin, height), Qt::AlignLeft | Qt::AlignVCenter, text);
    if (m_chosen < 0 || footerHeight() <= height)
        return;
    painter.setFont(scaled(font(), smaller));
    painter.setPen(palette().color(QPalette::Text));
    painter.drawText(QRectF(margin, top + height, extent().width() - 2 * margin, footerHeight() - height),
                     Qt::AlignLeft | Qt::AlignTop | Qt::TextWordWrap, m_explanation);
}

}
