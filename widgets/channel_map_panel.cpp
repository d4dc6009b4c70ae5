#include "widgets/channel_map_panel.h"

#include "widgets/flow_layout.h"
#include "widgets/layer_box.h"
#include "widgets/layer_text.h"
#include "widgets/plot/heat_map.h"
#include "widgets/step_table.h"

#include <QHBoxLayout>
#include <QLocale>

#include <algorithm>
#include <numeric>

namespace spikeclip::widgets {

namespace {

enum Sort { ByIndex, ByRate };

}

ChannelMapPanel::ChannelMapPanel(QWidget* parent) : ChannelMapPanel(new HeatMap, new StepTable, parent) {}

ChannelMapPanel::ChannelMapPanel(HeatMap* map, StepTable* table, QWidget* parent)
    : ViewPanel({.view = map,
                 .table = table,
                 .paint = [map](QPaintDevice& device, QSize size) { map->paintTo(device, size); },
                 .csv = [map](const ExportNotes& notes) { return map->visibleCsv(notes); }},
                parent),
      m_map(map), m_table(table), m_layerBox(new LayerBox), m_sortBox(new QComboBox)
{
    for (int i = 0; i < 2; ++i)
        m_sortBox->addItem(QString());
    auto* line = new FlowLayout;
    line->addWidget(m_layerBox);
    line->addWidget(m_sortBox);
    choices()->addLayout(line, 1);
    connect(m_layerBox, &LayerBox::layerChosen, this, [this](const QString& path) {
        m_channel = -1;
        invalidate();
        Q_EMIT layerChosen(path);
    });
    connect(m_sortBox, &QComboBox::activated, this, &ChannelMapPanel::invalidate);
    connect(m_map, &HeatMap::cellChosen, this, &ChannelMapPanel::onCellChosen);
    retranslate();
}

void ChannelMapPanel::setLayers(const std::vector<data::LayerActivity>& layers)
{
    const auto before = layer();
    m_layerBox->setLayers(layers);
    if (!before.isEmpty() && !layer().isEmpty() && layer() != before)
        m_channel = -1;
    forgetAbsentChannel();
    invalidate();
}

QString ChannelMapPanel::layer() const
{
    return m_layerBox->path();
}

void ChannelMapPanel::forgetAbsentChannel()
{
    if (const auto* layer = m_layerBox->layer(); layer && m_channel >= layer->spikes->shape().channels)
        m_channel = -1;
}

void ChannelMapPanel::chooseLayer(const QString& path)
{
    const auto before = layer();
    m_layerBox->choose(path);
    if (layer() == before)
        return;
    m_channel = -1;
    invalidate();
}

void ChannelMapPanel::chooseChannel(int channel)
{
    if (channel == m_channel)
        return;
    m_channel = channel;
    forgetAbsentChannel();
    invalidate();
}

void ChannelMapPanel::setStep(int step)
{
    if (step == m_step)
        return;
    m_step = step;
    invalidate();
}

void ChannelMapPanel::sortByRate(bool byRate)
{
    m_sortBox->setCurrentIndex(byRate ? ByRate : ByIndex);
    invalidate();
}

void ChannelMapPanel::onCellChosen(int row, int column)
{
    const int channel = m_order[static_cast<std::size_t>(row)];
    const int step = column + 1;
    const bool newChannel = channel != m_channel;
    const bool newStep = step != m_step;
    m_channel = channel;
    m_step = step;
    showChoice();
    if (newChannel)
        Q_EMIT channelChosen(channel);
    if (newStep)
        Q_EMIT stepChosen(step);
}

void ChannelMapPanel::showChoice()
{
    const auto place = std::ranges::find(m_order, m_channel);
    m_map->setStep(m_step - 1);
    m_map->choose({.row = place == m_order.end() ? -1 : static_cast<int>(place - m_order.begin()), .column = m_step - 1});
}

void ChannelMapPanel::refresh()
{
    const auto* layer = m_layerBox->layer();
    for (auto* box : {static_cast<QComboBox*>(m_layerBox), m_sortBox})
        box->setEnabled(layer != nullptr);
    m_counts = layer ? data::channelCounts(*layer->spikes) : data::ChannelCounts{};
    const bool byRate = m_sortBox->currentIndex() == ByRate;
    if (byRate) {
        m_order = data::channelsByRate(m_counts);
    } else {
        m_order.resize(static_cast<std::size_t>(m_counts.channels));
        std::iota(m_order.begin(), m_order.end(), 0);
    }
    HeatTable table{.rows = m_counts.channels, .columns = m_counts.steps};
    StepTable::Rows rows{.title = tr("Channel"), .names = {}, .neurons = {}, .steps = m_counts.steps, .rates = {}};
    for (const int channel : m_order) {
        for (int step = 0; step < m_counts.steps; ++step)
            table.values.push_back(static_cast<float>(m_counts.rateAt(channel, step)));
        rows.names << channel;
        rows.neurons << m_counts.positions;
        if (byRate)
            table.rowLabels << QLocale().toString(channel);
    }
    rows.rates = table.values;
    table.rowTitle = tr("channel");
    table.columnTitle = tr("time step");
    table.meaning = tr("spikes per neuron and step");
    table.caption = byRate ? tr("all %n channel(s), sorted by rate", nullptr, m_counts.channels)
                           : tr("all %n channel(s), sorted by index", nullptr, m_counts.channels);
    const auto words = [this](int row, int column) {
        const int channel = m_order[static_cast<std::size_t>(row)];
        return tr("channel %1, step %2: %3 of %n neuron(s) fired, %4 spikes per neuron and step", nullptr, m_counts.positions)
            .arg(QLocale().toString(channel), QLocale().toString(column + 1), QLocale().toString(m_counts.spikesAt(channel, column)),
                 rateText(m_counts.rateAt(channel, column)));
    };
    const auto fields = [this](int row, int column) {
        return QStringList{QString::number(row), QString::number(m_order[static_cast<std::size_t>(row)]), QString::number(column + 1)};
    };
    m_map->setTable(table, {.words = words, .header = {QStringLiteral("row"), QStringLiteral("channel"), QStringLiteral("step")}, .fields = fields});
    m_table->setRows(rows);
    showChoice();
    setNotice(layer ? QString() : tr("No spikes: classify a picture with the spiking network."));
}

QString ChannelMapPanel::fileName() const
{
    return layer().replace(QLatin1Char('.'), QLatin1Char('-')) + QStringLiteral("-channels-by-step");
}

ExportNotes ChannelMapPanel::ownNotes() const
{
    return {{QStringLiteral("layer"), layer()},
            {QStringLiteral("channels"), QStringLiteral("all")},
            {QStringLiteral("sorted by"), m_sortBox->currentIndex() == ByRate ? QStringLiteral("rate") : QStringLiteral("index")},
            {QStringLiteral("value"), QStringLiteral("spikes per neuron and step")}};
}

void ChannelMapPanel::retranslate()
{
    setTitle(tr("Channels by step"));
    setNote(tr("how much each channel of one layer fires"));
    m_map->setAccessibleName(tr("Firing rate of each channel at each step"));
    m_layerBox->setAccessibleName(tr("Layer"));
    m_layerBox->setToolTip(tr("Layer"));
    m_sortBox->setAccessibleName(tr("Order of channels"));
    m_sortBox->setToolTip(tr("Order of channels"));
    m_sortBox->setItemText(ByIndex, tr("sorted by index"));
    m_sortBox->setItemText(ByRate, tr("sorted by rate"));
    setHelp(
        tr("<p>All neurons of a channel look for the same pattern, each at another place of the picture. A row is a channel, a column a time step; "
           "the colour tells which part of the channel's neurons fired at that step.</p>"
           "<p>Sorted by rate, the busiest channel is on top: a few bright rows above many dark ones mean that few patterns of this layer were "
           "found. Dark rows cost nothing, for silent neurons are skipped.</p>"
           "<p>Click a cell to follow its channel and step in the other views. Arrow keys move the choice, the wheel zooms in until each value "
           "can be read, dragging pans, a double click shows all again.</p>"));
    ViewPanel::retranslate();
}

}
