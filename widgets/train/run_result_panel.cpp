#include "widgets/train/run_result_panel.h"

#include "core/data/class_results.h"
#include "widgets/flow_layout.h"
#include "widgets/train/result_card.h"
#include "widgets/train/result_table.h"
#include "widgets/train/training_text.h"
#include "widgets/train/verdict_line.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

namespace spikeclip::widgets {

/// The card and what it is worth, which scroll where there is little room; and the buttons, which must always be in sight.
class ResultView : public QWidget
{
public:
    ResultView()
        : card(new ResultCard), verdict(new VerdictLine), broken(new VerdictLine), adopt(new QPushButton), undo(new QPushButton),
          save(new QPushButton), state(new QLabel)
    {
        auto* content = new QWidget;
        auto* story = new QVBoxLayout(content);
        story->setContentsMargins({});
        story->setSpacing(6);
        story->addWidget(card);
        story->addWidget(verdict);
        story->addWidget(broken);
        story->addStretch(1);
        auto* scrolled = new QScrollArea;
        scrolled->setWidget(content);
        scrolled->setWidgetResizable(true);
        scrolled->setFrameShape(QFrame::NoFrame);
        scrolled->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
        scrolled->viewport()->setAutoFillBackground(false);
        content->setAutoFillBackground(false);

        auto* layout = new QVBoxLayout(this);
        layout->setContentsMargins({});
        layout->setSpacing(6);
        layout->addWidget(scrolled, 1);
        auto* buttons = new FlowLayout;
        for (auto* button : {adopt, undo, save})
            buttons->addWidget(button);
        layout->addLayout(buttons);
        state->setWordWrap(true);
        state->setForegroundRole(QPalette::PlaceholderText);
        layout->addWidget(state);
    }

    ResultCard* card;
    VerdictLine* verdict;
    VerdictLine* broken;
    QPushButton* adopt;
    QPushButton* undo;
    QPushButton* save;
    QLabel* state;
};

RunResultPanel::RunResultPanel(QWidget* parent) : RunResultPanel(new ResultView, new ResultTable, parent) {}

RunResultPanel::RunResultPanel(ResultView* view, ResultTable* table, QWidget* parent)
    : ViewPanel({.view = view, .table = table, .paint = [view](QPaintDevice& device, QSize size) { view->card->paintTo(device, size); }, .csv = {}},
                parent),
      m_view(view), m_table(table)
{
    connect(m_view->adopt, &QPushButton::clicked, this, &RunResultPanel::adoptAsked);
    connect(m_view->undo, &QPushButton::clicked, this, &RunResultPanel::undoAsked);
    connect(m_view->save, &QPushButton::clicked, this, &RunResultPanel::saveAsked);
    retranslate();
}

void RunResultPanel::setSummary(const std::shared_ptr<const data::RunSummary>& summary)
{
    m_summary = summary;
    invalidate();
}

void RunResultPanel::setAdopted(bool adopted)
{
    m_adopted = adopted;
    showButtons();
}

void RunResultPanel::setEnabledReasons(const ResultReasons& reasons)
{
    m_reasons = reasons;
    showButtons();
}

QString RunResultPanel::headline() const
{
    return m_view->card->headline();
}

QString RunResultPanel::verdict() const
{
    return m_view->verdict->text();
}

void RunResultPanel::showButtons()
{
    const auto set = [](QPushButton* button, const QString& reason, const QString& tip) {
        button->setEnabled(reason.isEmpty());
        button->setToolTip(reason.isEmpty() ? tip : reason);
    };
    set(m_view->adopt, m_adopted ? tr("The model of this run is in use already.") : m_reasons.adopt,
        tr("Use the model of this run from now on, for everything the window shows"));
    set(m_view->undo, m_adopted ? m_reasons.undo : tr("The model of this run is not in use."), tr("Go back to the model that was in use before"));
    set(m_view->save, m_reasons.save, tr("Save the model of this run as a file"));
    QStringList words;
    if (m_adopted)
        words << tr("The model of this run is in use.");
    for (const auto& reason : {m_adopted ? m_reasons.undo : m_reasons.adopt, m_reasons.save})
        if (!reason.isEmpty() && !words.contains(reason))
            words << reason;
    m_view->state->setText(words.join(QLatin1Char(' ')));
    m_view->state->setVisible(!words.isEmpty());
}

void RunResultPanel::showVerdict()
{
    using Kind = VerdictLine::Kind;
    const auto pair = data::beforeAfter(*m_summary);
    if (pair.judged == 0)
        return m_view->verdict->setVerdict(Kind::Neutral,
                                           tr("The model that the run began with was not judged, so there is nothing to compare with."));
    const auto changed = tr("%n picture(s) that were wrong are right now", nullptr, static_cast<int>(pair.gained));
    const auto both = tr("%1; %n that were right are wrong now.", nullptr, static_cast<int>(pair.lost)).arg(changed);
    if (pair.mayBeChance())
        return m_view->verdict->setVerdict(Kind::Attention,
                                           both + QLatin1Char(' ') + tr("With so few pictures, so small a difference may be chance."));
    if (pair.gained < pair.lost)
        return m_view->verdict->setVerdict(Kind::Attention, both + QLatin1Char(' ') + tr("The model has become worse."));
    m_view->verdict->setVerdict(Kind::Well, both + QLatin1Char(' ') + tr("That is more than chance would do."));
}

void RunResultPanel::refresh()
{
    const bool has = m_summary && !m_summary->top1AfterPerStep.empty();
    m_view->card->setSummary(has ? m_summary : nullptr);
    m_table->setSummary(has ? m_summary : nullptr);
    if (has) {
        showVerdict();
        const auto broken = static_cast<int>(m_summary->broken.size());
        m_view->broken->setVerdict(VerdictLine::Kind::Attention,
                                   broken > 0 ? tr("%n picture(s) could not be read and were left out.", nullptr, broken) : QString());
        setNote(tr("%1, learnt in %2", "name of a run, duration").arg(QString::fromStdString(m_summary->name), durationText(m_summary->seconds)));
    } else {
        setNote({});
    }
    showButtons();
    if (has)
        setNotice({});
    else
        setNotice(m_summary ? tr("No picture was set aside to judge this run by: choose a larger share for validation.")
                            : tr("When a run has ended, this shows what it has changed, and you decide whether to use its model."));
}

ExportNotes RunResultPanel::ownNotes() const
{
    if (!m_summary)
        return {};
    return {{QStringLiteral("run"), QString::fromStdString(m_summary->name)},
            {QStringLiteral("model before"), QString::fromStdString(m_summary->initialHash)},
            {QStringLiteral("model after"), QString::fromStdString(m_summary->hash)},
            {QStringLiteral("energy"), QStringLiteral("estimated, compute only, mean of a picture, in picojoules, under the default rules")}};
}

void RunResultPanel::retranslate()
{
    setTitle(tr("Before and after"));
    setHelp(tr(
        "<p>The share of validation pictures that are recognised, by the model that the run began with and by the one that it made. The run has "
        "never learnt "
        "from these pictures. The chart shows it for each number of time steps T; click one to read its numbers.</p>"
        "<p>The thin lines are 95 % confidence intervals: with 50 pictures they are long, with 5,000 short. Because both models judge the same "
        "pictures, the "
        "sentence below counts those that changed sides; only a difference that chance would make in less than one of twenty cases is called one.</p>"
        "<p><b>Adopt</b> uses the new model from now on, in all views. <b>Undo</b> goes back to the one before. Nothing is lost either way: <b>Save "
        "As</b> "
        "keeps the model as a file.</p>"));
    m_view->adopt->setText(tr("&Adopt"));
    m_view->undo->setText(tr("&Undo"));
    m_view->save->setText(tr("&Save As\u2026"));
    m_table->retranslate();
    ViewPanel::retranslate();
}

}
