#include "widgets/rate_panel.h"

#include "widgets/layer_rate_table.h"
#include "widgets/layer_text.h"

namespace spikeclip::widgets {

RatePanel::RatePanel(QWidget* parent) : RatePanel(new RateChart, new LayerRateTable, parent) {}

RatePanel::RatePanel(RateChart* chart, LayerRateTable* table, QWidget* parent)
    : ViewPanel({.view = chart, .table = table, .paint = [chart](QPaintDevice& device, QSize size) { chart->paintTo(device, size); }, .csv = {}},
                parent),
      m_chart(chart), m_table(table)
{
    connect(m_chart, &RateChart::layerChosen, this, &RatePanel::layerChosen);
    retranslate();
}

void RatePanel::setTable(const RateTable& table)
{
    m_rates = table;
    invalidate();
}

QString RatePanel::chosenLayer() const
{
    return m_chart->chosenLayer();
}

void RatePanel::chooseLayer(const QString& layer)
{
    m_chart->chooseLayer(layer);
}

void RatePanel::refresh()
{
    m_chart->setTable(m_rates);
    m_table->setTable(m_rates);
    if (m_rates.layers.isEmpty()) {
        setNote({});
        setNotice(m_chart->summary());
        return;
    }
    const auto mean = tr("mean %1 per neuron and step").arg(rateText(m_rates.meanRate));
    setNote(m_rates.sessionPictures > 1 ? tr("%1; %n picture(s) in this session", nullptr, m_rates.sessionPictures).arg(mean) : mean);
    setNotice({});
}

ExportNotes RatePanel::ownNotes() const
{
    return {{QStringLiteral("rate"), QStringLiteral("spikes per neuron and step, up to the step shown")},
            {QStringLiteral("session pictures"), QString::number(m_rates.sessionPictures)}};
}

void RatePanel::retranslate()
{
    setTitle(tr("Firing rate"));
    setHelp(tr("<p>How busy each layer of neurons is, from the picture at the top to the answer at the bottom. A rate of 0.1 means that of ten "
               "neurons one fires "
               "at each step, on average over the steps up to the one shown.</p>"
               "<p><b>The tick across a bar</b> is the mean of all pictures of this session in as many steps, so a bar that ends beyond its tick "
               "belongs to a "
               "picture that excites this layer more than usual.</p>"
               "<p><b>The time</b> on the right, if it was measured, is what the synapses fed by that layer took on this computer. A disc marks "
               "synapses that skip "
               "silent neurons, a square those that compute every neuron.</p>"
               "<p>A click, or Up and Down, chooses a layer for the other views.</p>"));
    m_table->retranslate();
    ViewPanel::retranslate();
}

}
