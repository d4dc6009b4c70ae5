#include "widgets/rate_histogram_panel.h"

#include "widgets/histogram_table.h"
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
      m_histogram(histogram), m_table(table), m_layerBox(new QComboBox), m_scaleLabel(new QLabel), m_scaleBox(new QComboBox)
{
    m_scaleLabel->setBuddy(m_scaleBox);
    for (int i = 0; i < 2; ++i)
        m_scaleBox->addItem(QString());
    m_layerBox->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon); // a long name must not widen a dock
    m_layerBox->setMinimumContentsLength(12);
    choices()->addWidget(m_layerBox, 1);
    choices()->addWidget(m_scaleLabel);
    choices()->addWidget(m_scaleBox);

    connect(m_layerBox, &QComboBox::activated, this, [this](int index) {
        m_wanted = m_layerBox->itemText(index);
        invalidate();
        Q_EMIT layerChosen(m_wanted);
    });
    connect(m_scaleBox, &QComboBox::activated, this, &RateHistogramPanel::invalidate);
    retranslate();
}

void RateHistogramPanel::setLayers(const std::vector<data::LayerActivity>& layers)
{
    m_layers = layers;
    std::erase_if(m_layers, [](const data::LayerActivity& layer) { return !layer.spikes; });
    fillLayers();
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
    return m_layerBox->currentText();
}

void RateHistogramPanel::chooseLayer(const QString& layer)
{
    m_wanted = layer;
    fillLayers();
    invalidate();
}

void RateHistogramPanel::fillLayers()
{
    m_layerBox->clear();
    for (const auto& layer : m_layers)
        m_layerBox->addItem(QString::fromStdString(layer.name));
    m_layerBox->setCurrentIndex(std::max(0, m_layerBox->findText(m_wanted)));
}

void RateHistogramPanel::refresh()
{
    m_layerBox->setEnabled(!m_layers.empty());
    m_scaleBox->setEnabled(!m_layers.empty());
    HistogramFigures figures;
    m_statistics = {};
    if (!m_layers.empty()) {
        const auto& chosen = m_layers[static_cast<std::size_t>(m_layerBox->currentIndex())];
        const int steps = chosen.spikes->shape().steps;
        m_statistics = data::statisticsOf(*chosen.spikes, std::clamp(m_step, 1, steps));
        figures.layer = layer();
        figures.statistics = m_statistics;
        if (const auto* known = m_session.find(chosen.name); known && known->neurons == chosen.neurons && m_session.recordedPictures > 0) {
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
    setNotice(m_layers.empty() ? tr("No spikes: classify a picture with the spiking network.") : QString());
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
