#include "widgets/token_chips.h"

#include "widgets/paint.h"
#include "widgets/spike_change.h"
#include "widgets/theme.h"

#include <QEvent>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QLocale>
#include <QPainter>
#include <QScrollBar>
#include <QToolTip>

#include <algorithm>
#include <cmath>

namespace spikeclip::widgets {

namespace {

constexpr double gap = 5;     // between chips
constexpr double lineGap = 4; // between lines
constexpr double edge = 3;    // around all
constexpr double padding = 7; // inside a chip
constexpr double noteGap = 6; // from word to note
constexpr double sideMark = 18;

}

TokenChips::TokenChips(QWidget* parent) : QAbstractScrollArea(parent)
{
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::StrongFocus);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    viewport()->setAutoFillBackground(false);
    refresh();
}

void TokenChips::setReading(const data::LabelReading& reading, int places, Side side, const std::vector<int>& different)
{
    m_reading = reading;
    m_reading.layers.clear();
    m_places = places;
    m_side = side;
    m_different = different;
    m_current = -1;
    rebuild();
    refresh();
}

void TokenChips::setCompact(bool compact)
{
    if (compact == m_compact)
        return;
    m_compact = compact;
    m_current = -1;
    rebuild();
    refresh();
}

void TokenChips::rebuild()
{
    m_chips.clear();
    int firstUsed = m_places;
    for (std::size_t i = 0; i < m_reading.words.size(); ++i) {
        const auto& word = m_reading.words[i];
        Chip chip{.word = QString::fromStdString(word.text), .place = word.place, .last = word.place};
        if (word.place >= 0) {
            chip.kind = word.ofTemplate ? Chip::Kind::Template : Chip::Kind::Label;
            firstUsed = std::min(firstUsed, word.place);
        } else {
            chip.kind = word.id < 0 ? Chip::Kind::Unknown : Chip::Kind::Cut;
        }
        chip.differs = std::ranges::find(m_different, static_cast<int>(i)) != m_different.end();
        if (m_compact && !m_chips.isEmpty() && chip.kind == Chip::Kind::Template && m_chips.back().kind == chip.kind) {
            m_chips.back().word += QLatin1Char(' ') + chip.word;
            m_chips.back().last = chip.last;
            m_chips.back().differs = m_chips.back().differs || chip.differs;
        } else {
            m_chips << chip;
        }
    }
    if (firstUsed > 0 && !m_compact)
        m_chips.prepend({.kind = Chip::Kind::Empty, .word = {}, .place = firstUsed, .last = firstUsed});
}

QString TokenChips::wordOf(const Chip& chip) const
{
    return chip.kind == Chip::Kind::Empty ? tr("%n empty", "places in front of a sentence", chip.place) : chip.word;
}

QString TokenChips::placesText(int first, int last)
{
    const QLocale locale;
    return first == last ? locale.toString(first)
                         : tr("%1\u2013%2", "first and last token of several").arg(locale.toString(first), locale.toString(last));
}

QString TokenChips::noteOf(const Chip& chip) const
{
    switch (chip.kind) {
    case Chip::Kind::Unknown:
        return tr("unknown: does not count");
    case Chip::Kind::Cut:
        return tr("cut: does not count");
    case Chip::Kind::Empty:
        return placesText(0, chip.place - 1);
    case Chip::Kind::Template:
    case Chip::Kind::Label:
        break;
    }
    return placesText(chip.place, chip.last);
}

QString TokenChips::chipText(int chip) const
{
    if (chip < 0 || chip >= m_chips.size())
        return {};
    const auto& it = m_chips[chip];
    const auto place = placesText(it.place, it.last);
    QString text;
    switch (it.kind) {
    case Chip::Kind::Empty:
        return tr("%n token(s) in front have no word: their neurons stay silent.", nullptr, it.place);
    case Chip::Kind::Unknown:
        return tr("\u201c%1\u201d is unknown, it is not in the model's word table: it does not count.").arg(it.word);
    case Chip::Kind::Cut:
        return tr("\u201c%1\u201d was cut, the sentence has more words than the model has tokens: it does not count.").arg(it.word);
    case Chip::Kind::Template:
        text = it.place == it.last ? tr("Token %1: \u201c%2\u201d, a word of the template.").arg(place, it.word)
                                   : tr("Tokens %1: \u201c%2\u201d, words of the template.").arg(place, it.word);
        break;
    case Chip::Kind::Label:
        text = tr("Token %1: \u201c%2\u201d, a word of the label.").arg(place, it.word);
        break;
    }
    return it.differs ? text + QLatin1Char(' ') + tr("In the other label this token is another word, or none.") : text;
}

QString TokenChips::summary() const
{
    if (m_chips.isEmpty())
        return tr("No words");
    QStringList parts{tr("The sentence is \u201c%1\u201d.").arg(QString::fromStdString(m_reading.sentence))};
    for (int i = 0; i < m_chips.size(); ++i)
        parts << chipText(i);
    return parts.join(QLatin1Char(' '));
}

void TokenChips::refresh()
{
    setAccessibleName(m_reading.label.empty() ? tr("Words of the label")
                                              : tr("Words of the label \u201c%1\u201d").arg(QString::fromStdString(m_reading.label)));
    const auto chosen = chipText(m_current);
    setAccessibleDescription(chosen.isEmpty() ? summary() : chosen + QLatin1Char(' ') + summary());
    verticalScrollBar()->setPageStep(viewport()->height());
    verticalScrollBar()->setSingleStep(lineHeight());
    verticalScrollBar()->setRange(0, std::max(0, heightFor(viewport()->width()) - viewport()->height()));
    updateGeometry();
    viewport()->update();
}

int TokenChips::lineHeight() const { return fontMetrics().height() + 8 + static_cast<int>(2 * edge); }

std::vector<QRectF> TokenChips::areas(double width) const
{
    const QFontMetricsF words(font());
    const QFontMetricsF notes(scaled(font(), 0.85));
    const double height = fontMetrics().height() + 8;
    const double left = edge + (m_side == Side::Alone ? 0 : sideMark + gap);
    const double most = std::max(20.0, width - edge - left);
    double x = left;
    double y = edge;
    std::vector<QRectF> found;
    for (const auto& chip : m_chips) {
        const double wanted =
            2 * padding + std::ceil(words.horizontalAdvance(wordOf(chip))) + noteGap + std::ceil(notes.horizontalAdvance(noteOf(chip)));
        const double size = std::min(wanted + 1, most);
        if (x > left && x + size > left + most) {
            x = left;
            y += height + lineGap;
        }
        found.emplace_back(x, y, size, height);
        x += size + gap;
    }
    return found;
}

int TokenChips::heightFor(int width) const
{
    const auto all = areas(width);
    return all.empty() ? lineHeight() : static_cast<int>(std::ceil(all.back().bottom() + edge));
}

QSize TokenChips::sizeHint() const { return {320, heightFor(320)}; }

void TokenChips::paintChip(QPainter& painter, const Chip& chip, const QRectF& area) const
{
    const auto colours = chartColours(palette());
    using Kind = Chip::Kind;
    auto font = this->font();
    QPen frame(colours.quiet, 1);
    QBrush fill = Qt::NoBrush;
    auto ink = palette().color(QPalette::Text);
    auto noteInk = colours.faint;
    switch (chip.kind) {
    case Kind::Label: {
        auto tint = colours.accent;
        tint.setAlphaF(0.14F);
        fill = tint;
        frame.setColor(colours.accent);
        break;
    }
    case Kind::Template:
        ink = colours.faint;
        frame.setColor(colours.grid);
        break;
    case Kind::Empty:
        ink = colours.faint;
        frame.setColor(colours.grid);
        frame.setStyle(Qt::DotLine);
        break;
    case Kind::Unknown:
        font.setItalic(true);
        frame.setColor(colours.warning);
        frame.setStyle(Qt::DashLine);
        noteInk = colours.warning;
        break;
    case Kind::Cut:
        font.setStrikeOut(true);
        frame.setColor(colours.faint);
        frame.setStyle(Qt::DashLine);
        noteInk = colours.warning;
        break;
    }
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(frame);
    painter.setBrush(fill);
    painter.drawRoundedRect(area.adjusted(0.5, 0.5, -0.5, -0.5), 5, 5);
    if (chip.differs) { // a bar in the colour of its side
        painter.setPen(Qt::NoPen);
        painter.setBrush(m_side == Side::First ? colours.second : colours.accent);
        painter.drawRoundedRect(QRectF(area.left() + 4, area.bottom() - 3.5, area.width() - 8, 3), 1.5, 1.5);
    }

    const auto noteFont = scaled(this->font(), 0.85);
    const auto inside = area.adjusted(padding, 0, -padding, 0);
    const double wordWanted = std::ceil(QFontMetricsF(this->font()).horizontalAdvance(wordOf(chip)));
    const double noteWanted = std::ceil(QFontMetricsF(noteFont).horizontalAdvance(noteOf(chip))) + 1;
    const double noteSize = std::min(noteWanted, std::max(inside.width() * 0.5, inside.width() - noteGap - wordWanted));
    const double wordSize = inside.width() - noteSize - noteGap;
    painter.setFont(font);
    painter.setPen(ink);
    painter.drawText(QRectF(inside.left(), area.top(), wordSize + 2, area.height()), Qt::AlignLeft | Qt::AlignVCenter,
                     QFontMetricsF(font).elidedText(wordOf(chip), Qt::ElideMiddle, wordSize + 2));
    painter.setFont(noteFont);
    painter.setPen(noteInk);
    painter.drawText(QRectF(inside.right() - noteSize, area.top(), noteSize, area.height()), Qt::AlignRight | Qt::AlignVCenter,
                     QFontMetricsF(noteFont).elidedText(noteOf(chip), Qt::ElideRight, noteSize));
}

void TokenChips::paint(QPainter& painter, const QRectF& area) const
{
    painter.save();
    painter.setClipRect(area, Qt::IntersectClip);
    painter.translate(area.topLeft() - QPointF(0, verticalScrollBar()->value()));
    const auto all = areas(area.width());
    if (m_side != Side::Alone) {
        const QRectF mark(edge, edge + 4, sideMark, fontMetrics().height());
        painter.setRenderHint(QPainter::Antialiasing, false);
        painter.setPen(QPen(chartColours(palette()).quiet, 1));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(mark.adjusted(0, 0, -1, -1));
        paintChange(painter, mark.adjusted(2, 2, -2, -2), m_side == Side::First ? data::SpikeChange::Vanishes : data::SpikeChange::Appears,
                    chartColours(palette()));
    }
    for (std::size_t i = 0; i < all.size(); ++i) {
        paintChip(painter, m_chips[static_cast<int>(i)], all[i]);
        if (static_cast<int>(i) == m_current)
            paintFocusRing(painter, *this, all[i].adjusted(-2, -2, 2, 2));
    }
    painter.restore();
}

void TokenChips::paintEvent(QPaintEvent*)
{
    QPainter painter(viewport());
    paint(painter, viewport()->rect());
    if (m_current < 0)
        paintFocusRing(painter, *this, viewport()->rect());
}

int TokenChips::chipAt(QPointF position) const
{
    const auto all = areas(viewport()->width());
    const auto place = position + QPointF(0, verticalScrollBar()->value());
    const auto found = std::ranges::find_if(all, [&](const QRectF& area) { return area.contains(place); });
    return found == all.end() ? -1 : static_cast<int>(found - all.begin());
}

void TokenChips::choose(int chip)
{
    m_current = m_chips.isEmpty() ? -1 : std::clamp<int>(chip, 0, static_cast<int>(m_chips.size()) - 1);
    refresh();
    if (m_current < 0)
        return;
    const auto area = areas(viewport()->width())[static_cast<std::size_t>(m_current)];
    auto* bar = verticalScrollBar();
    bar->setValue(std::clamp<int>(bar->value(), qCeil(area.bottom() + edge) - viewport()->height(), qFloor(area.top() - edge)));
}

void TokenChips::keyPressEvent(QKeyEvent* event)
{
    switch (event->key()) {
    case Qt::Key_Left:
        choose(m_current - 1);
        break;
    case Qt::Key_Right:
        choose(m_current + 1);
        break;
    case Qt::Key_Home:
        choose(0);
        break;
    case Qt::Key_End:
        choose(static_cast<int>(m_chips.size()) - 1);
        break;
    default:
        QAbstractScrollArea::keyPressEvent(event);
    }
}

bool TokenChips::viewportEvent(QEvent* event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto* help = static_cast<QHelpEvent*>(event);
        QToolTip::showText(help->globalPos(), chipText(chipAt(help->pos())), viewport());
        return true;
    }
    if (event->type() == QEvent::MouseButtonPress)
        if (const int chip = chipAt(static_cast<QMouseEvent*>(event)->position()); chip >= 0)
            choose(chip);
    return QAbstractScrollArea::viewportEvent(event);
}

void TokenChips::resizeEvent(QResizeEvent* event)
{
    QAbstractScrollArea::resizeEvent(event);
    refresh();
}

void TokenChips::focusInEvent(QFocusEvent* event)
{
    QAbstractScrollArea::focusInEvent(event);
    viewport()->update();
}

void TokenChips::focusOutEvent(QFocusEvent* event)
{
    QAbstractScrollArea::focusOutEvent(event);
    viewport()->update();
}

void TokenChips::changeEvent(QEvent* event)
{
    QAbstractScrollArea::changeEvent(event);
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::LocaleChange || event->type() == QEvent::FontChange)
        refresh();
    else if (event->type() == QEvent::PaletteChange)
        viewport()->update();
}

}
