#pragma once

#include "widgets/ledger_figures.h"
#include "widgets/ledger_text.h"
#include "widgets/ledger_verdict.h"
#include "widgets/row_view.h"

#include <optional>
#include <vector>

namespace spikeclip::widgets {

/// The energy ledger painted: the three verdicts on top, then a row for everything that may be charged with as many columns as there is room for, then
/// the total. Every cell and every verdict says in its tool tip how it is made; the chosen row says it below, too.
class LedgerView : public RowView
{
    Q_OBJECT
public:
    explicit LedgerView(QWidget* parent = nullptr);

    void setFigures(const LedgerFigures& figures); ///< keeps the row of the same name chosen
    void retranslate();
    QString summary() const { return ledgerSummary(m_figures); }

    QString tipAt(QPoint position) const; ///< of what is under a point of the viewport
    QString lineText(int line) const;     ///< a heading, a note, or the name of the row
    int lineCount() const { return static_cast<int>(m_lines.size()); }
    int chosenLine() const { return m_chosen; }
    std::vector<LedgerColumn> columnsShown() const;

    QSize sizeHint() const override { return {420, 360}; }
    QSize minimumSizeHint() const override { return {200, 120}; }

protected:
    int rowCount() const override { return lineCount(); }
    QString absence() const override;
    QString rowTip(int) const override { return {}; } // tipAt() knows more
    int headerHeight() const override;
    int footerHeight() const override;
    int spareHeight() const override { return 6; }
    int leastSpareHeight() const override { return 2; }
    bool isChoosable(int line) const override;
    int chosenRow() const override { return m_chosen; }
    void onChosen(int line) override;
    void paintUnderRows(QPainter& painter) override;
    void paintRow(QPainter& painter, int line, const QRectF& area) override;
    bool viewportEvent(QEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    struct Line
    {
        int row = -1; ///< of the ledger; -1: only a text
        QString text; ///< of a heading or a note
        bool heading = false;
    };
    struct Place
    {
        LedgerColumn column;
        double left, width;
    };
    const energy::Row& rowOf(const Line& line) const { return m_figures.ledger().rows[static_cast<std::size_t>(line.row)]; }
    void rebuild();
    void describe();
    std::vector<Place> places() const;
    double verdictHeight() const;
    double captionHeight() const;
    double columnsHeight() const;
    void paintVerdict(QPainter& painter, Verdict verdict, const QRectF& area) const;
    void paintFooter(QPainter& painter) const;
    void paintShare(QPainter& painter, double share, double most, const QColor& colour, const QRectF& area) const;

    LedgerFigures m_figures;
    std::vector<Line> m_lines;
    int m_chosen = -1;
    QString m_explanation; ///< of the chosen line
    double m_mostShare = 0;
    double m_nameWidth = 0; ///< of the longest name
};

}
