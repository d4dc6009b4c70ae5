#pragma once

#include "widgets/score_table.h"
#include "widgets/view_panel.h"

namespace spikeclip::widgets {

class AnswerTable;
class ScoreBars;

/// The answer at one step, as bars and as numbers. Its files show the bars in sight and list all labels.
class AnswerPanel : public ViewPanel
{
    Q_OBJECT
public:
    explicit AnswerPanel(QWidget* parent = nullptr);

    ScoreBars* bars() const { return m_bars; }
    void setTable(const ScoreTable& table, int step);

protected:
    void refresh() override {} // never hidden for long: what is set is shown at once
    void retranslate() override;
    QString fileName() const override { return QStringLiteral("answer"); }
    ExportNotes ownNotes() const override;

private:
    AnswerPanel(ScoreBars* bars, AnswerTable* table, QWidget* parent);

    ScoreBars* m_bars;
    AnswerTable* m_table;
    double m_scale = 1;
    int m_step = 0;
};

}
