#include "widgets/rate_histogram_panel.h"

#include "widgets/histogram_table.h"
#include "widgets/layer_box.h"
#include "widgets/rate_histogram.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>

#include <algorithm>

namespace spikeclip::widgets {

RateHistogramPanel::RateHistogramPanel(QWidget* parent) : RateHistogramPanel(new RateHistogram, new HistogramTable, parent) {}

RateHistogramPanel::RateHistogramPanel(RateHistogram* histogram, HistogramTable* table, QWidget* parent)
    : ViewPanel(
        {.view = histogram, .table = table, .paint = [histogram](QPaintDevice& device, QSize size) { histogram->paintTo(device, size); }, .csv = {}},
        parent),
      m_histogram(histogram), m_table(table), m_layerBox(new LayerBox), m_scaleLabel(new QLabel), m_scaleBox(new QComboBox)
{
    m_scaleLabel->setBuddy(m_scaleBox);
    for (int i = 0; i < 2; ++i)
        m_scaleBox->addItem(QString());
    m_layerBox->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon); // a long name must not widen a dock
    m_layerBox->setMinimumContentsLength(12);
    choices()->addWidget(m_layerBox, 1);
    choices()->addWidget(m_scaleLabel);
    choices()->addWidget(m_scaleBox);

    connect(m_layerBox, &LayerBox::layerChosen, this, [this](const QString& layer) {
        invalidate();
        Q_EMIT layerChosen(layer);
    });
    connect(m_scaleBox, &QComboBox::activated, this, &RateHistogramPanel::invalidate);
    retranslate();
}

void RateHistogramPanel::setLayers(const std::vector<data::LayerActivity>& layers)
{
    m_layerBox->setLayers(layers);
    invalidate();
}

void RateHistogramPanel::setStep(int step)
{
    m_step = step;
    invalidate();
}

void RateHistogramPanel::setSession(const data::SessionActivity& session)
{
    m_session = session;
    invalidate();
}

QString RateHistogramPanel::layer() const
{
    return m_layerBox->path();
}

void RateHistogramPanel::chooseLayer(const QString& layer)
{
    m_layerBox->choose(layer);
    invalidate();
}

void RateHistogramPanel::refresh()
{
    const auto* chosen = m_layerBox->layer();
    m_layerBox->setEnabled(chosen);
    m_scaleBox->setEnabled(chosen);
    HistogramFigures figures;
    m_statistics = {};
    if (chosen) {
        const int steps = chosen->spikes->shape().steps;
        m_statistics = data::statisticsOf(*chosen->spikes, std::clamp(m_step, 1, steps));
        figures.layer = layer();
        figures.statistics = m_statistics;
        if (const auto* known = m_session.find(chosen->name); known && known->neurons == chosen->neurons && m_session.recordedPictures > 0) {
            figures.sessionPictures = m_session.recordedPictures;
            figures.neverFired = known->neverFired;
        }
        setNote(tr("in steps 1 to %1 of %2").arg(m_statistics.steps).arg(steps));
    } else {
        setNote({});
    }
    m_histogram->setScale(m_scaleBox->currentIndex() == 1 ? RateHistogram::Scale::Logarithmic : RateHistogram::Scale::Linear);
    m_histogram->setFigures(figures);
    m_table->setStatistics(m_statistics);
    setNotice(chosen ? QString() : tr("No spikes: classify a picture with the spiking network."));
}

QString RateHistogramPanel::fileName() const
{
    return layer().replace(QLatin1Char('.'), QLatin1Char('-')) + QLatin1String("-histogram");
}

ExportNotes RateHistogramPanel::ownNotes() const
{
    return {{QStringLiteral("layer"), layer()},
            {QStringLiteral("steps"), QStringLiteral("1 to %1").arg(m_statistics.steps)},
            {QStringLiteral("neurons"), QString::number(m_statistics.all())},
            {QStringLiteral("dead (fired in none of the steps)"), QString::number(m_statistics.dead())},
            {QStringLiteral("saturated (fired in more than half of the steps)"), QString::number(m_statistics.saturated())},
            {QStringLiteral("session pictures"), QString::number(m_session.recordedPictures)}};
}

void RateHistogramPanel::retranslate()
{
    setTitle(tr("Spikes per neuron"));
    setHelp(tr("<p>Each bar counts the neurons of one layer that fired so many times for this picture, up to the step shown.</p>"
               "<p><b>Dead</b> are neurons that fired in none of these steps, <b>saturated</b> those that fired in more than half of them. Dead "
               "neurons cost nothing and "
               "say nothing; saturated ones cost much and say little.</p>"
               "<p>Most neurons are silent for one picture, and that is what makes the network cheap. Worth a look are those that stayed silent for "
               "<b>every picture of this session</b>: perhaps the network could do without them.</p>"
               "<p>A logarithmic axis shows few neurons beside very many, but there twice the length is not twice the number.</p>"));
    m_layerBox->setAccessibleName(tr("Layer"));
    m_scaleLabel->setText(tr("A&xis"));
    m_scaleBox->setItemText(0, tr("linear"));
    m_scaleBox->setItemText(1, tr("logarithmic"));
    m_table->retranslate();
    ViewPanel::retranslate();
}

}
