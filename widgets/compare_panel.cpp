#include "widgets/compare_panel.h"

#include "widgets/compare_table.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QLocale>
#include <QPushButton>

#include <algorithm>

namespace spikeclip::widgets {

ComparePanel::ComparePanel(QWidget* parent) : ComparePanel(new CompareView, new CompareTable, parent) {}

ComparePanel::ComparePanel(CompareView* view, CompareTable* table, QWidget* parent)
    : ViewPanel({.view = view, .table = table, .paint = [view](QPaintDevice& device, QSize size) { view->paintTo(device, size); }, .csv = {}},
                parent),
      m_view(view), m_table(table), m_showAll(new QCheckBox), m_softmax(new QCheckBox), m_measure(new QPushButton)
{
    m_view->setRowLimit(rowsByDefault);
    choices()->addWidget(m_showAll);
    choices()->addWidget(m_softmax);
    choices()->addStretch();
    choices()->addWidget(m_measure);

    connect(m_showAll, &QCheckBox::toggled, this, [this](bool all) {
        m_view->setRowLimit(all ? 0 : rowsByDefault);
        invalidate();
    });
    connect(m_softmax, &QCheckBox::toggled, m_view, &CompareView::showSoftmax);
    connect(m_measure, &QPushButton::clicked, this, &ComparePanel::measureRequested);
    connect(m_view, &CompareView::stepChosen, this, [this](int step) {
        setStep(step);
        Q_EMIT stepChosen(step);
    });
    retranslate();
}

void ComparePanel::setAnswers(const QStringList& labels, const std::vector<std::vector<double>>& snnCosinePerStep,
                              const std::vector<double>& twinCosine, double scale)
{
    const auto count = static_cast<std::size_t>(labels.size());
    const bool whole = count > 0 && !snnCosinePerStep.empty() && twinCosine.size() == count
                       && std::ranges::all_of(snnCosinePerStep, [count](const auto& row) { return row.size() == count; });
    m_state = whole ? State::Answered : State::Nothing;
    m_labels = whole ? labels : QStringList();
    m_snn = whole ? snnCosinePerStep : std::vector<std::vector<double>>();
    m_twin = whole ? twinCosine : std::vector<double>();
    m_third.clear();
    m_thirdName.clear();
    m_scale = scale;
    invalidate();
}

void ComparePanel::setThird(const QString& name, const std::vector<double>& cosine)
{
    const bool fits = !name.isEmpty() && m_state == State::Answered && cosine.size() == m_twin.size();
    m_third = fits ? cosine : std::vector<double>();
    m_thirdName = fits ? name : QString();
    invalidate();
}

void ComparePanel::setScale(double scale)
{
    m_scale = scale;
    invalidate();
}

void ComparePanel::setStep(int step)
{
    m_step = step;
    invalidate();
}

void ComparePanel::setRace(const std::optional<RaceFigures>& race)
{
    m_race = race;
    invalidate();
}

void ComparePanel::setMeasuring(bool measuring)
{
    m_measuring = measuring;
    invalidate();
}

void ComparePanel::setEnergy(double snnPj, double annPj, const QString& preset, const QStringList& rules)
{
    m_energy = {.snnPj = snnPj, .annPj = annPj, .preset = preset, .rules = rules};
    invalidate();
}

void ComparePanel::setTwinLags(bool lags)
{
    m_twinLags = lags;
    invalidate();
}

void ComparePanel::setAgreement(int agree, int of)
{
    m_agree = agree;
    m_compared = of;
    invalidate();
}

void ComparePanel::setWaiting()
{
    m_state = State::Waiting;
    invalidate();
}

void ComparePanel::setFailure(const QString& sentence)
{
    m_state = State::Failed;
    m_failure = sentence;
    invalidate();
}

void ComparePanel::forget()
{
    m_race.reset();
    setAnswers({}, {}, {}, 1);
}

void ComparePanel::setShowAll(bool all)
{
    m_showAll->setChecked(all);
}

void ComparePanel::setShowSoftmax(bool softmax)
{
    m_softmax->setChecked(softmax);
}

int ComparePanel::shownStep() const
{
    const auto steps = static_cast<int>(m_snn.size());
    return m_step > 0 ? std::min(m_step, steps) : steps;
}

QString ComparePanel::reason() const
{
    switch (m_state) {
    case State::Nothing:
        return tr("Nothing to compare yet: choose a picture and type some labels.");
    case State::Waiting:
        return tr("Asking the ANN twin\u2026 The first answer takes some seconds, because LibTorch is loaded for it.");
    case State::Failed:
        return m_failure;
    case State::Answered:
        break;
    }
    return {};
}

QList<CompareFigure> ComparePanel::figures() const
{
    QList<CompareFigure> list{latencyFigure(m_race, m_measuring)};
    if (m_race)
        list << weightsFigure(*m_race);
    if (m_energy.snnPj > 0 && m_energy.annPj > 0)
        list << energyFigure(m_energy, shownStep());
    if (m_compared > 0)
        list << agreementFigure(m_agree, m_compared);
    return list;
}

void ComparePanel::refresh()
{
    ComparedAnswers answers;
    if (m_state == State::Answered) {
        answers = {.labels = m_labels,
                   .comparison = data::compare(m_snn[static_cast<std::size_t>(shownStep() - 1)], m_twin, m_scale, m_third),
                   .range = {},
                   .third = m_thirdName,
                   .scale = m_scale,
                   .step = shownStep(),
                   .steps = static_cast<int>(m_snn.size()),
                   .twinLags = m_twinLags};
        for (const auto& row : m_snn)
            answers.range.include(row);
        answers.range.include(m_twin);
        answers.range.include(m_third);
    }
    m_view->setFigures(m_state == State::Answered ? figures() : QList<CompareFigure>());
    m_view->setAnswers(answers);
    m_table->setComparison(answers.comparison, answers.labels, answers.third);

    const auto count = static_cast<int>(answers.labels.size());
    setNote(count > 0 ? m_view->shownText() : QString());
    m_showAll->setText(count > rowsByDefault ? tr("&All %n label(s)", nullptr, count) : tr("&All labels"));
    m_showAll->setEnabled(count > rowsByDefault);
    m_softmax->setText(tr("Soft&max at scale %1").arg(QLocale().toString(m_scale, 'g', 4)));
    m_softmax->setEnabled(count > 0);
    m_measure->setText(m_measuring ? tr("Measuring\u2026") : tr("M&easure"));
    m_measure->setEnabled(count > 0 && !m_measuring);
    setNotice(reason());
}

ExportNotes ComparePanel::ownNotes() const
{
    ExportNotes notes{{QStringLiteral("step"), QString::number(shownStep())},
                      {QStringLiteral("sorted by"), QStringLiteral("cosine of the spiking network, highest first")},
                      {QStringLiteral("difference"), QStringLiteral("cosine of the spiking network less that of the twin")},
                      {QStringLiteral("softmax scale"), QString::number(m_scale)}};
    if (m_race)
        notes << std::pair(QStringLiteral("latency"),
                           QStringLiteral("medians of %1 passes, batch 1, T = %2, %3 threads: spiking network %4 ms (%5), ANN twin %6 ms (%7)")
                               .arg(m_race->repeats)
                               .arg(m_race->steps)
                               .arg(m_race->threads)
                               .arg(m_race->snnMedianMs)
                               .arg(m_race->snnPath)
                               .arg(m_race->annMedianMs)
                               .arg(m_race->annPath))
              << std::pair(QStringLiteral("weights"), QStringLiteral("as float32: spiking network %1 bytes, ANN twin %2 bytes")
                                                          .arg(m_race->snnWeightBytes, 0, 'f', 0)
                                                          .arg(m_race->annWeightBytes, 0, 'f', 0));
    if (m_energy.snnPj > 0 && m_energy.annPj > 0)
        notes << std::pair(
            QStringLiteral("energy"),
            QStringLiteral("estimated, %1: spiking network %2 pJ, ANN twin %3 pJ").arg(m_energy.preset).arg(m_energy.snnPj).arg(m_energy.annPj));
    if (m_twinLags)
        notes << std::pair(QStringLiteral("training"), QStringLiteral("the last training of this model left the ANN twin out"));
    if (m_compared > 0)
        notes << std::pair(QStringLiteral("agreement"), QStringLiteral("%1 of %2 pictures of the gallery").arg(m_agree).arg(m_compared));
    return notes;
}

void ComparePanel::retranslate()
{
    setTitle(tr("SNN and twin"));
    setHelp(tr(
        "<p>The same picture and the same labels, answered by the spiking network and by its <b>ANN twin</b>: an ordinary network of the same widths "
        "and "
        "depth, taught the same, unless a line says that a later training left it out. What differs between their answers is what spikes and steps make of it.</p>"
        "<p><b>The bars</b> are cosines between the picture's vector and a label's, around 0. Cosines of two networks have no common scale that "
        "would "
        "make the higher one the better; what counts is which label each puts first, and by how much. <b>The difference</b> is the spiking network's "
        "cosine less its twin's: blue and + where the spiking network's is higher, orange and \u2212 where the twin's is.</p>"
        "<p><b>Latency</b> is real: both networks run on this computer by turns, one picture at a time. The spiking network needs one pass for each "
        "step, "
        "on a processor that was not built for spikes, so it may well lose. <b>Energy</b> is an estimate from counted operations, for hardware of "
        "the named "
        "preset, not for this computer.</p>"
        "<p>Up and Down choose a label, Left and Right a step.</p>"));
    m_showAll->setToolTip(tr("All labels instead of the %n label(s) with the spiking network's highest cosines", nullptr, rowsByDefault));
    m_softmax->setToolTip(
        tr("Also show the softmax of both over all labels. It compares the labels with one another; it is no probability of being right."));
    m_measure->setToolTip(tr("Measure how long both networks take for this picture on this computer"));
    m_table->retranslate();
    ViewPanel::retranslate();
}

}
