#include "widgets/layer_map_panel.h"

#include "core/data/spike_maps.h"
#include "widgets/layer_text.h"
#include "widgets/plot/heat_map.h"
#include "widgets/step_table.h"

#include <QLocale>

#include <algorithm>

namespace spikeclip::widgets {

LayerMapPanel::LayerMapPanel(QWidget* parent) : LayerMapPanel(new HeatMap, new StepTable, parent) {}

LayerMapPanel::LayerMapPanel(HeatMap* map, StepTable* table, QWidget* parent)
    : ViewPanel({.view = map,
                 .table = table,
                 .paint = [map](QPaintDevice& device, QSize size) { map->paintTo(device, size); },
                 .csv = [map](const ExportNotes& notes) { return map->visibleCsv(notes); }},
                parent),
      m_map(map), m_table(table)
{
    connect(m_map, &HeatMap::cellChosen, this, &LayerMapPanel::onCellChosen);
    retranslate();
}

void LayerMapPanel::setLayers(const std::vector<data::LayerActivity>& layers)
{
    m_layers = layers;
    m_allLayers = static_cast<int>(layers.size());
    std::erase_if(m_layers, [](const data::LayerActivity& layer) { return layer.neurons < 1 || (layer.spikesPerStep.empty() && !layer.spikes); });
    if (!m_layers.empty() && rowOf(m_layer) < 0)
        m_layer.clear();
    invalidate();
}

int LayerMapPanel::rowOf(const QString& path) const
{
    const auto layer = std::ranges::find(m_layers, path.toStdString(), &data::LayerActivity::name);
    return layer == m_layers.end() ? -1 : static_cast<int>(layer - m_layers.begin());
}

void LayerMapPanel::chooseLayer(const QString& path)
{
    if (path == m_layer)
        return;
    m_layer = m_layers.empty() || rowOf(path) >= 0 ? path : QString();
    invalidate();
}

void LayerMapPanel::setStep(int step)
{
    if (step == m_step)
        return;
    m_step = step;
    invalidate();
}

void LayerMapPanel::onCellChosen(int row, int column)
{
    const auto layer = QString::fromStdString(m_layers[static_cast<std::size_t>(row)].name);
    const int step = column + 1;
    const bool newLayer = layer != m_layer;
    const bool newStep = step != m_step;
    m_layer = layer;
    m_step = step;
    showChoice();
    if (newLayer)
        Q_EMIT layerChosen(layer);
    if (newStep)
        Q_EMIT stepChosen(step);
}

void LayerMapPanel::showChoice()
{
    m_map->setStep(m_step - 1);
    m_map->choose({.row = rowOf(m_layer), .column = m_step - 1});
}

void LayerMapPanel::refresh()
{
    const auto rates = data::layerStepRates(m_layers);
    HeatTable table{.rows = static_cast<int>(m_layers.size()), .columns = rates.steps};
    StepTable::Rows rows{.title = tr("Layer"), .names = {}, .neurons = {}, .steps = rates.steps, .rates = {}};
    table.values.assign(rates.rates.begin(), rates.rates.end());
    rows.rates = table.values;
    for (const auto& layer : m_layers) {
        const auto path = QString::fromStdString(layer.name);
        const auto group = groupText(blockOf(path));
        if (table.groups.empty() || table.groups.back().text != group)
            table.groups.push_back({.begin = static_cast<int>(table.rowLabels.size()),
                                    .text = group,
                                    .brief = blockOf(path) < 0 ? QString() : QLocale().toString(blockOf(path) + 1)});
        table.rowLabels << layerText(path);
        rows.names << path;
        rows.neurons << qint64(layer.neurons);
    }
    table.columnTitle = tr("time step");
    table.meaning = tr("spikes per neuron and step");
    const auto shown = static_cast<int>(m_layers.size());
    table.caption = shown == m_allLayers ? tr("all %n layer(s), from input to output", nullptr, shown)
                                         : tr("%1 of %n layer(s), those with counted spikes, from input to output", nullptr, m_allLayers).arg(shown);
    // The cells keep what they say: a hidden panel may have got other layers than its map shows.
    const auto words = [rows](int row, int column) {
        const auto neurons = rows.neurons[row];
        const auto rate = static_cast<double>(rows.rates[static_cast<std::size_t>(row * rows.steps + column)]);
        return tr("%1, step %2: %3 of %n neuron(s) fired, %4 spikes per neuron and step", nullptr, static_cast<int>(neurons))
            .arg(rows.names[row].toString(), QLocale().toString(column + 1), QLocale().toString(qRound64(rate * static_cast<double>(neurons))),
                 rateText(rate));
    };
    const auto fields = [rows](int row, int column) {
        return QStringList{rows.names[row].toString(), QString::number(rows.neurons[row]), QString::number(column + 1)};
    };
    m_map->setTable(table,
                    {.words = words, .header = {QStringLiteral("layer"), QStringLiteral("neurons"), QStringLiteral("step")}, .fields = fields});
    m_table->setRows(rows);
    showChoice();
    setNotice(table.isEmpty() ? tr("No spikes: classify a picture with the spiking network.") : QString());
}

QString LayerMapPanel::fileName() const
{
    return QStringLiteral("layers-by-step");
}

ExportNotes LayerMapPanel::ownNotes() const
{
    return {{QStringLiteral("value"), QStringLiteral("spikes per neuron and step")}};
}

void LayerMapPanel::retranslate()
{
    setTitle(tr("Layers by step"));
    setNote(tr("how much each layer fires at each time step"));
    m_map->setAccessibleName(tr("Firing rate of each layer at each step"));
    setHelp(tr(
        "<p>Each row is a layer of neurons, from the picture at the top to the answer at the bottom; each column is a time step. The number and the "
        "colour of a cell tell which part of the layer's neurons fired at that step: 0.1 means that one in ten did.</p>"
        "<p>Bright rows are busy layers, which cost operations; a column that differs from the others is a step at which the network "
        "responds differently, often the first.</p>"
        "<p>Click a cell to follow its layer and step in the other views. Arrow keys move the choice, the wheel zooms, dragging pans, a "
        "double click shows all again.</p>"));
    ViewPanel::retranslate();
}

}
