#include "widgets/potential_panel.h"

#include "widgets/elided_label.h"
#include "widgets/plot/potential_chart.h"
#include "widgets/potential_table.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QLocale>

namespace spikeclip::widgets {

PotentialPanel::PotentialPanel(QWidget* parent) : PotentialPanel(new PotentialChart, new PotentialTable, parent) {}

PotentialPanel::PotentialPanel(PotentialChart* chart, PotentialTable* table, QWidget* parent)
    : ViewPanel({.view = chart, .table = table, .paint = [chart](QPaintDevice& device, QSize size) { chart->paintTo(device, size); }, .csv = {}},
                parent),
      m_chart(chart), m_table(table), m_current(new QCheckBox), m_caption(new ElidedLabel)
{
    choices()->addWidget(m_current);
    choices()->addWidget(m_caption, 1);
    connect(m_current, &QCheckBox::toggled, m_chart, &PotentialChart::setShowsCurrent);
    connect(m_chart, &PotentialChart::stepChosen, this, [this](int step) {
        m_step = step;
        Q_EMIT stepChosen(step);
    });
    connect(m_chart, &PotentialChart::neuronChosen, this, [this](std::int64_t neuron) {
        m_chosen = neuron;
        Q_EMIT neuronChosen(neuron);
    });
    retranslate();
}

void PotentialPanel::setTrace(const data::PotentialTrace& trace, const data::SpikeShape& shape)
{
    m_trace = trace;
    m_shape = shape;
    m_isNew = true;
    m_state = trace.neurons.empty() ? State::Nothing : State::Shown;
    m_why.clear();
    invalidate();
}

void PotentialPanel::setWaiting()
{
    m_state = State::Waiting;
    invalidate();
}

void PotentialPanel::setNothing(const QString& why)
{
    m_state = State::Nothing;
    m_why = why;
    invalidate();
}

void PotentialPanel::setStep(int step)
{
    m_step = step;
    invalidate();
}

void PotentialPanel::chooseNeuron(std::int64_t neuron)
{
    m_chosen = neuron;
    invalidate();
}

void PotentialPanel::refresh()
{
    if (m_state == State::Shown && m_isNew) {
        m_chart->setTrace(m_trace, m_shape);
        m_table->setTrace(m_trace, m_shape);
        m_isNew = false;
    }
    m_chart->setStep(m_step);
    m_chart->chooseNeuron(m_chosen);
    const bool shown = m_state == State::Shown;
    m_current->setEnabled(shown);
    m_caption->setText(shown ? m_chart->caption() : QString());
    setNote(shown ? QString::fromStdString(m_trace.layer) : QString());
    switch (m_state) {
    case State::Nothing:
        setNotice(m_why.isEmpty() ? tr("Choose neurons in the raster or in the feature maps: here you see what happens inside of them.") : m_why);
        break;
    case State::Waiting:
        setNotice(tr("Computing the membrane potential of the chosen neurons\u2026"));
        break;
    case State::Shown:
        setNotice({});
        break;
    }
}

QString PotentialPanel::fileName() const
{
    return QString::fromStdString(m_trace.layer).replace(QLatin1Char('.'), QLatin1Char('-')) + QLatin1String("-potential");
}

ExportNotes PotentialPanel::ownNotes() const
{
    return {{QStringLiteral("layer"), QString::fromStdString(m_trace.layer)},
            {QStringLiteral("threshold"), QString::number(m_trace.threshold)},
            {QStringLiteral("tau (steps)"), QString::number(m_trace.tau)},
            {QStringLiteral("neurons"), QStringLiteral("%1 drawn of %2, the first chosen").arg(m_chart->drawn()).arg(m_trace.neurons.size())}};
}

void PotentialPanel::retranslate()
{
    setTitle(tr("Membrane potential"));
    setHelp(tr(
        "<p>What happens inside a neuron. It begins at rest, at 0. At each step its synapses give it a current X, and its potential V goes a part of "
        "the way towards X:</p><p><b>H = V + (X \u2212 V) / \u03c4</b></p>"
        "<p>If the charged potential H reaches the threshold (H \u2265 threshold), the neuron <b>fires</b>: one spike, drawn as a filled mark with a "
        "stroke above it. "
        "Then it is reset to 0, which is the vertical drop. Otherwise it keeps H for the next step (an open mark).</p>"
        "<p>\u03c4 says how slowly the neuron follows: with \u03c4 = 2 it goes half of the way. Potentials exist at whole steps only; the lines "
        "between only lead the "
        "eye. Lines of several neurons are drawn a little beside one another, so that none hides another.</p>"
        "<p>A click or Left and Right choose a step, a click on a line or Up and Down a neuron; the wheel zooms, Escape shows all again.</p>"));
    m_current->setText(tr("Input c&urrent"));
    m_current->setToolTip(tr("Also draw X, what the synapses gave the neuron at each step"));
    m_table->retranslate();
    ViewPanel::retranslate();
}

}
