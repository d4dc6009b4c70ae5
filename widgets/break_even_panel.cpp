#include "widgets/break_even_panel.h"

#include "core/energy/break_even.h"
#include "widgets/break_even_table.h"
#include "widgets/plot/break_even_chart.h"

#include <QComboBox>
#include <QHBoxLayout>

#include <algorithm>
#include <utility>

namespace spikeclip::widgets {

namespace {

enum Axes { Logarithmic, Linear };

BreakEvenView viewOf(const energy::Counts& counts, int step, const energy::Rules& rules)
{
    BreakEvenView view{.step = step,
                       .lines = energy::breakEven(counts, step, rules, BreakEvenChart::mostSteps),
                       .dots = {},
                       .mean = data::meanFiringRate(counts.neurons, step),
                       .hasTwin = !counts.twin.empty()};
    for (const auto& layer : counts.neurons) {
        BreakEvenDot dot{.layer = QString::fromStdString(layer.name), .rate = layer.firingRate(step), .feeds = {}};
        for (const auto& synapses : counts.image)
            if (synapses.source == layer.name)
                dot.feeds << QString::fromStdString(synapses.name);
        view.dots.push_back(std::move(dot));
    }
    return view;
}

}

BreakEvenPanel::BreakEvenPanel(QWidget* parent) : BreakEvenPanel(new BreakEvenChart, new BreakEvenTable, parent) {}

BreakEvenPanel::BreakEvenPanel(BreakEvenChart* chart, BreakEvenTable* table, QWidget* parent)
    : ViewPanel({.view = chart, .table = table, .paint = [chart](QPaintDevice& device, QSize size) { chart->paintTo(device, size); }, .csv = {}},
                parent),
      m_chart(chart), m_table(table), m_axes(new QComboBox)
{
    m_axes->addItems({QString(), QString()});
    choices()->addWidget(m_axes);
    choices()->addStretch(1);
    connect(m_axes, &QComboBox::currentIndexChanged, this, [this](int axes) { m_chart->setLogarithmic(axes == Logarithmic); });
    connect(m_chart, &BreakEvenChart::layerChosen, this, [this](const QString& layer) {
        m_layer = layer;
        Q_EMIT layerChosen(layer);
    });
    retranslate();
}

void BreakEvenPanel::setCounts(const energy::Counts& counts)
{
    m_counts = counts;
    m_isNew = true;
    invalidate();
}

void BreakEvenPanel::setStep(int step)
{
    const int before = shownStep();
    m_step = step;
    if (shownStep() == before)
        return;
    m_isNew = true;
    invalidate();
}

void BreakEvenPanel::setRules(const energy::Rules& rules)
{
    if (rules == m_rules)
        return;
    m_rules = rules;
    m_isNew = true;
    invalidate();
}

void BreakEvenPanel::chooseLayer(const QString& neuronsModulePath)
{
    m_layer = neuronsModulePath;
    invalidate();
}

int BreakEvenPanel::countedSteps() const
{
    return m_counts.neurons.empty() ? 0 : static_cast<int>(m_counts.neurons.front().spikesPerStep.size());
}

int BreakEvenPanel::shownStep() const
{
    const int counted = countedSteps();
    return m_step < 1 ? counted : std::min(m_step, counted);
}

void BreakEvenPanel::refresh()
{
    const bool shown = countedSteps() > 0;
    if (std::exchange(m_isNew, false)) {
        const auto view = shown ? viewOf(m_counts, shownStep(), m_rules) : BreakEvenView();
        m_chart->setView(view);
        m_table->setView(view);
    }
    m_chart->chooseLayer(m_layer);
    m_axes->setEnabled(shown);
    setNote(tr("estimated, %1").arg(QString::fromUtf8(m_rules.preset.name.data(), static_cast<qsizetype>(m_rules.preset.name.size()))));
    setNotice(shown ? QString()
                    : tr("Show a picture to the spiking network: here you see at which firing rates it would cost more than an ordinary one."));
}

ExportNotes BreakEvenPanel::ownNotes() const
{
    ExportNotes notes = {{QStringLiteral("T"), QString::number(shownStep())},
                         {QStringLiteral("preset"), QString::fromStdString(energy::describe(m_rules.preset))}};
    for (const auto& sentence : energy::sentences(m_rules))
        notes << std::pair(QStringLiteral("rule"), QString::fromStdString(sentence));
    notes << std::pair(QStringLiteral("model"),
                       QStringLiteral("each step costs what the first T steps cost on average; the counts of all layers that "
                                      "spikes feed are scaled together until both networks cost the same"));
    return notes;
}

void BreakEvenPanel::retranslate()
{
    setTitle(tr("Break-even"));
    setHelp(tr(
        "<p>Below a line the spiking network is estimated to need less energy than an ordinary one, above it more. "
        "The usual argument counts operations only: an accumulate is cheaper than a multiply-accumulate, so the SNN wins while rate \u00d7 T is "
        "below "
        "the ratio of the two, 5.11 at 45 nm FP32, and because a rate cannot exceed 1, at T = 4 it <b>cannot lose</b>, whatever it does: such a "
        "number "
        "proves nothing. "
        "The lines with memory traffic charge what that argument forgets, weights, spikes and potentials that are read and written at every step; "
        "they "
        "scale the operation counts of this picture until both networks cost the same, and the dashed one takes an ANN twin whose activations have "
        "only as many bits as T steps of spikes can tell apart. "
        "The orange region is what others published for T from 5 to 10: against such a quantised network an SNN wins only below 5.7 to 6.4 % (arXiv "
        "2409.08290, versions 4 and 2).</p>"
        "<p>Dots are the layers of neurons of this picture, a mark and colour for each block, a little beside one another so that all are seen; the "
        "cross is the mean of all neurons. A click or the arrow keys choose a layer. For T beyond what was run, every step is taken to cost what the "
        "steps so far cost on average.</p>"));
    m_axes->setItemText(Logarithmic, tr("Logarithmic axes"));
    m_axes->setItemText(Linear, tr("Linear axes"));
    m_axes->setAccessibleName(tr("Axes"));
    m_table->retranslate();
    ViewPanel::retranslate();
}

}
