#pragma once

#include "core/data/label_text.h"

#include <QAbstractScrollArea>
#include <QList>

#include <vector>

class QPainter;

namespace spikeclip::widgets {

/// The sentence of one label as the text encoder has it, a chip a word: the word and its token, counted from 0 as neurons are. Words of the
/// template are quieter than the label's; a word that does not count says so. Chips wrap, and scroll where they find no room.
class TokenChips : public QAbstractScrollArea
{
    Q_OBJECT
public:
    /// Which of two labels compared this is, told by the half of a cell that its spikes fill, as in paintChange().
    enum class Side { Alone, First, Second };

    explicit TokenChips(QWidget* parent = nullptr);

    /// `places` is how many tokens the encoder has; 0: not known, then nothing is said of empty ones. `different` are words with a mark.
    void setReading(const data::LabelReading& reading, int places, Side side = Side::Alone, const std::vector<int>& different = {});

    /// Where height is short, words of the template share a chip and empty tokens have none.
    void setCompact(bool compact);

    int heightFor(int width) const;           ///< of all lines of chips
    int lineHeight() const;                   ///< of one
    int current() const { return m_current; } ///< chip with the keyboard's mark, in reading order; -1: there is none
    QString chipText(int chip) const;         ///< in a sentence
    QString summary() const;

    void paint(QPainter& painter, const QRectF& area) const; ///< on any device, as far as it is scrolled

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return {60, lineHeight()}; }

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void changeEvent(QEvent* event) override;
    bool viewportEvent(QEvent* event) override;

private:
    struct Chip
    {
        enum class Kind { Empty, Template, Label, Unknown, Cut };
        Kind kind = Kind::Label;
        QString word;
        int place = -1; ///< for Empty: how many
        int last = -1;  ///< of several words in one chip; otherwise the same
        bool differs = false;
    };
    void rebuild();
    void refresh();
    QString wordOf(const Chip& chip) const;
    QString noteOf(const Chip& chip) const;
    static QString placesText(int first, int last);
    std::vector<QRectF> areas(double width) const; ///< of the chips, in lines of at most that width
    int chipAt(QPointF position) const;
    void choose(int chip);
    void paintChip(QPainter& painter, const Chip& chip, const QRectF& area) const;

    data::LabelReading m_reading;
    int m_places = 0;
    Side m_side = Side::Alone;
    std::vector<int> m_different;
    bool m_compact = false;
    QList<Chip> m_chips;
    int m_current = -1;
};

}
