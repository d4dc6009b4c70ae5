#include "widgets/answer_panel.h"

#include "widgets/answer_table.h"
#include "widgets/score_bars.h"

namespace spikeclip::widgets {

AnswerPanel::AnswerPanel(QWidget* parent) : AnswerPanel(new ScoreBars, new AnswerTable, parent) {}

AnswerPanel::AnswerPanel(ScoreBars* bars, AnswerTable* table, QWidget* parent)
    : ViewPanel({.view = bars, .table = table, .paint = [bars](QPaintDevice& device, QSize size) { bars->paintTo(device, size); }, .csv = {}},
                parent),
      m_bars(bars), m_table(table)
{
    setNotice({}); // the bars say themselves what they wait for
    retranslate();
}

void AnswerPanel::setTable(const ScoreTable& table, int step)
{
    m_scale = table.scale;
    m_step = step;
    m_bars->setTable(table);
    m_table->setTable(table);
}

ExportNotes AnswerPanel::ownNotes() const
{
    return {{QStringLiteral("shown step"), QString::number(m_step)},
            {QStringLiteral("softmax scale"), QString::number(m_scale, 'g', 10)},
            {QStringLiteral("softmax"), QStringLiteral("exp(scale x cosine) over its sum over all labels")}};
}

void AnswerPanel::retranslate()
{
    setTitle(tr("Answer"));
    setHelp(tr("<p>How close the picture's vector is to that of each label: the <b>cosine</b>, from \u2212"
               "1 to 1. The <b>softmax</b> of scale times cosine adds up "
               "to 100 % over the labels that stand here; it is no probability of being right. The answer is always one of the labels, even if none "
               "fits.</p>"));
    m_table->retranslate();
    ViewPanel::retranslate();
}

}
