#include "widgets/feature_map_panel.h"

#include "widgets/feature_table.h"
#include "widgets/flow_layout.h"
#include "widgets/layer_box.h"
#include "widgets/plot/heat_map.h"

#include <QHBoxLayout>
#include <QLocale>
#include <QSignalBlocker>
#include <QSpinBox>

#include <algorithm>
#include <initializer_list>
#include <limits>

namespace spikeclip::widgets {

namespace {

using By = data::ChannelChoice::By;

constexpr int mostChannels = 100'000;
constexpr int usualChannels = 64;

enum Sort { ByIndex, ByRate };
enum Steps { UpToStep, StepAlone };

/// English, for files.
QString nameOf(By by)
{
    switch (by) {
    case By::HighestRate:
        return QStringLiteral("highest rate");
    case By::EvenlySpaced:
        return QStringLiteral("evenly spaced");
    case By::Around:
        return QStringLiteral("around the chosen one");
    case By::All:
        break;
    }
    return QStringLiteral("all");
}

}

FeatureMapPanel::FeatureMapPanel(QWidget* parent) : FeatureMapPanel(new HeatMap, new FeatureTable, parent) {}

FeatureMapPanel::FeatureMapPanel(HeatMap* map, FeatureTable* table, QWidget* parent)
    : ViewPanel({.view = map,
                 .table = table,
                 .paint = [map](QPaintDevice& device, QSize size) { map->paintTo(device, size); },
                 .csv = [map](const ExportNotes& notes) { return map->visibleCsv(notes); }},
                parent),
      m_map(map), m_table(table), m_layerBox(new LayerBox), m_choiceBox(new QComboBox), m_most(new QSpinBox), m_sortBox(new QComboBox),
      m_stepsBox(new QComboBox)
{
    m_most->setRange(1, mostChannels);
    m_most->setValue(usualChannels);
    m_most->setGroupSeparatorShown(true);
    m_most->setKeyboardTracking(false); // a number half typed is not meant
    for (int i = 0; i < 4; ++i)
        m_choiceBox->addItem(QString());
    for (auto* box : {m_sortBox, m_stepsBox})
        for (int i = 0; i < 2; ++i)
            box->addItem(QString());
    m_sortBox->setCurrentIndex(ByRate);
    auto* line = new FlowLayout;
    for (auto* widget : std::initializer_list<QWidget*>{m_layerBox, m_choiceBox, m_most, m_sortBox, m_stepsBox})
        line->addWidget(widget);
    choices()->addLayout(line, 1);

    connect(m_layerBox, &LayerBox::layerChosen, this, [this](const QString& path) {
        forgetLayersChoice();
        invalidate();
        Q_EMIT layerChosen(path);
    });
    connect(m_choiceBox, &QComboBox::activated, this, [this] {
        m_anchor = std::max(0, m_channel);
        invalidate();
    });
    for (auto* box : {m_sortBox, m_stepsBox})
        connect(box, &QComboBox::activated, this, &FeatureMapPanel::invalidate);
    connect(m_most, &QSpinBox::valueChanged, this, &FeatureMapPanel::invalidate);
    connect(m_map, &HeatMap::cellChosen, this, &FeatureMapPanel::onCellChosen);
    connect(m_map, &HeatMap::cellToggled, this, &FeatureMapPanel::onCellToggled);
    connect(m_map, &HeatMap::resized, this, &FeatureMapPanel::onResized);
    retranslate();
}

void FeatureMapPanel::setLayers(const std::vector<data::LayerActivity>& layers)
{
    const auto before = layer();
    m_layerBox->setLayers(layers);
    if (!before.isEmpty() && !layer().isEmpty() && layer() != before)
        forgetLayersChoice();
    forgetWhatIsAbsent();
    invalidate();
}

QString FeatureMapPanel::layer() const
{
    return m_layerBox->path();
}

void FeatureMapPanel::forgetLayersChoice()
{
    m_channel = -1;
    m_anchor = 0;
    m_neurons.clear();
}

void FeatureMapPanel::forgetWhatIsAbsent()
{
    const auto* layer = m_layerBox->layer();
    if (!layer)
        return;
    const auto& shape = layer->spikes->shape();
    if (m_channel >= shape.channels)
        m_channel = -1;
    m_anchor = std::min(m_anchor, shape.channels - 1);
    std::erase_if(m_neurons, [&](std::int64_t neuron) { return neuron < 0 || neuron >= shape.neurons(); });
}

void FeatureMapPanel::chooseLayer(const QString& path)
{
    const auto before = layer();
    m_layerBox->choose(path);
    if (layer() == before)
        return;
    forgetLayersChoice();
    invalidate();
}

void FeatureMapPanel::chooseChannel(int channel)
{
    if (channel == m_channel)
        return;
    m_channel = channel;
    forgetWhatIsAbsent();
    if (m_channel >= 0)
        m_anchor = m_channel;
    invalidate();
}

void FeatureMapPanel::setStep(int step)
{
    if (step == m_step)
        return;
    m_step = step;
    invalidate();
}

void FeatureMapPanel::chooseNeurons(const std::vector<std::int64_t>& neurons)
{
    if (neurons == m_neurons)
        return;
    m_neurons = neurons;
    forgetWhatIsAbsent();
    invalidate();
}

void FeatureMapPanel::choose(const data::ChannelChoice& choice)
{
    const QSignalBlocker quiet(m_most);
    m_choiceBox->setCurrentIndex(static_cast<int>(choice.by));
    m_sortBox->setCurrentIndex(choice.sortByRate ? ByRate : ByIndex);
    if (choice.most > 0)
        m_most->setValue(choice.most);
    m_anchor = std::max(0, m_channel);
    invalidate();
}

void FeatureMapPanel::showStepAlone(bool alone)
{
    m_stepsBox->setCurrentIndex(alone ? StepAlone : UpToStep);
    invalidate();
}

data::ChannelChoice FeatureMapPanel::choice() const
{
    return {.by = static_cast<By>(m_choiceBox->currentIndex()),
            .most = m_most->value(),
            .around = m_anchor,
            .sortByRate = m_sortBox->currentIndex() == ByRate};
}

data::CellRange FeatureMapPanel::steps() const
{
    const auto* layer = m_layerBox->layer();
    const int all = layer ? layer->spikes->shape().steps : 0;
    const int last = m_step > 0 ? std::min(m_step, all) : all;
    return {.begin = m_stepsBox->currentIndex() == StepAlone ? std::max(0, last - 1) : 0, .end = last};
}

std::int64_t FeatureMapPanel::neuronAt(int row, int column) const
{
    const auto place = m_montage.at({row, column});
    return m_maps.neuron(static_cast<std::size_t>(place.map), place.position);
}

void FeatureMapPanel::onCellChosen(int row, int column)
{
    const int channel = m_maps.channels[static_cast<std::size_t>(m_montage.at({row, column}).map)];
    const std::vector<std::int64_t> neurons{neuronAt(row, column)};
    const bool newChannel = channel != m_channel;
    const bool newNeurons = neurons != m_neurons;
    m_channel = channel;
    m_neurons = neurons;
    showFrames();
    if (newChannel)
        Q_EMIT channelChosen(channel);
    if (newNeurons)
        Q_EMIT neuronsChosen(neurons);
}

void FeatureMapPanel::onCellToggled(int row, int column)
{
    const auto neuron = neuronAt(row, column);
    if (std::erase(m_neurons, neuron) == 0)
        m_neurons.push_back(neuron);
    showFrames();
    Q_EMIT neuronsChosen(std::vector(m_neurons));
}

void FeatureMapPanel::onResized()
{
    if (isVisible() && !m_maps.channels.empty() && fittedMontage() != m_montage)
        invalidate();
}

Montage FeatureMapPanel::fittedMontage() const
{
    constexpr double nameHeight = 9.5; // of the smallest letters that can be read
    return Montage::fitted(static_cast<int>(m_maps.channels.size()), m_maps.height, m_maps.width, m_map->room(), nameHeight);
}

HeatCell FeatureMapPanel::cellOf(std::int64_t neuron) const
{
    const int channels = std::max(1, m_maps.channelsOfLayer);
    const auto place = std::ranges::find(m_maps.channels, static_cast<int>(neuron % channels));
    if (place == m_maps.channels.end())
        return {};
    return m_montage.cellOf(static_cast<int>(place - m_maps.channels.begin()), static_cast<int>(neuron / channels));
}

void FeatureMapPanel::showFrames()
{
    std::vector<HeatCell> cells;
    for (const auto neuron : m_neurons)
        cells.push_back(cellOf(neuron));
    m_map->setMarked(cells); // those in sight
    if (const auto place = std::ranges::find(m_maps.channels, m_channel); place != m_maps.channels.end()) {
        const auto map = static_cast<int>(place - m_maps.channels.begin());
        m_map->setFrame(m_montage.rowsOf(map), m_montage.columnsOf(map));
    } else {
        m_map->setFrame({}, {});
    }
}

QString FeatureMapPanel::captionText() const
{
    const auto* layer = m_layerBox->layer();
    if (!layer)
        return {};
    const QLocale locale;
    const int all = layer->spikes->shape().channels;
    const auto shown = static_cast<int>(m_maps.channels.size());
    const auto sortedBy = m_sortBox->currentIndex() == ByRate ? tr("rate") : tr("index");
    auto text = tr("%1 of %2 channels by highest rate, sorted by %3").arg(locale.toString(shown), locale.toString(all), sortedBy);
    if (shown == all)
        text = tr("all %n channel(s), sorted by %1", nullptr, all).arg(sortedBy);
    else if (choice().by == By::EvenlySpaced)
        text = tr("%1 of %2 channels, evenly spaced, sorted by %3").arg(locale.toString(shown), locale.toString(all), sortedBy);
    else if (choice().by == By::Around)
        text = tr("%1 of %2 channels, those around channel %3, sorted by %4")
                   .arg(locale.toString(shown), locale.toString(all), locale.toString(m_anchor), sortedBy);
    if (m_channel >= 0 && std::ranges::find(m_maps.channels, m_channel) == m_maps.channels.end())
        text += QLatin1String("; ") + tr("channel %1 is not among them").arg(locale.toString(m_channel));
    return text;
}

QString FeatureMapPanel::wordsOf(int row, int column) const
{
    const QLocale locale;
    const auto place = m_montage.at({row, column});
    const auto map = static_cast<std::size_t>(place.map);
    const int spikes = m_maps.spikesAt(map, place.position);
    const auto where = tr("channel %1, x %2, y %3, neuron %4")
                           .arg(locale.toString(m_maps.channels[map]), locale.toString(place.position % m_maps.width),
                                locale.toString(place.position / m_maps.width), locale.toString(qint64(m_maps.neuron(map, place.position))));
    if (m_stepsBox->currentIndex() == StepAlone)
        return (spikes > 0 ? tr("%1: fired at step %2") : tr("%1: silent at step %2")).arg(where, locale.toString(steps().end));
    return tr("%1: fired in %2 of %n step(s)", nullptr, m_maps.steps).arg(where, locale.toString(spikes));
}

void FeatureMapPanel::fillTable()
{
    const QLocale locale;
    const bool alone = m_stepsBox->currentIndex() == StepAlone;
    HeatTable table{.rows = m_montage.rows(), .columns = m_montage.columns()};
    table.values.assign(static_cast<std::size_t>(table.rows) * static_cast<std::size_t>(table.columns), std::numeric_limits<float>::quiet_NaN());
    for (std::size_t map = 0; map < m_maps.channels.size(); ++map) {
        const auto index = static_cast<int>(map);
        const auto columns = m_montage.columnsOf(index);
        for (int position = 0; position < m_maps.positions(); ++position) {
            const auto cell = m_montage.cellOf(index, position);
            table.values[static_cast<std::size_t>(cell.row) * static_cast<std::size_t>(table.columns) + static_cast<std::size_t>(cell.column)] =
                static_cast<float>(m_maps.spikesAt(map, position)) / static_cast<float>(std::max(1, m_maps.steps));
        }
        table.tags.push_back({.rows = m_montage.stripOf(index), .columns = columns, .text = locale.toString(m_maps.channels[map])});
    }
    table.scaleEnd = 1;
    table.decimals = alone ? 0 : 2;
    table.isPicture = true;
    const auto last = locale.toString(steps().end);
    table.meaning = alone ? tr("spikes at step %1").arg(last) : tr("spikes per step, steps 1 to %1").arg(last);
    table.caption = captionText();
    const auto words = [this](int row, int column) { return wordsOf(row, column); };
    const auto fields = [this](int row, int column) {
        const auto place = m_montage.at({row, column});
        const auto map = static_cast<std::size_t>(place.map);
        return QStringList{QString::number(m_maps.channels[map]), QString::number(place.position / m_maps.width),
                           QString::number(place.position % m_maps.width), QString::number(m_maps.neuron(map, place.position))};
    };
    m_map->setTable(table, {.words = words,
                            .header = {QStringLiteral("channel"), QStringLiteral("y"), QStringLiteral("x"), QStringLiteral("neuron")},
                            .fields = fields});
}

void FeatureMapPanel::refresh()
{
    const auto* layer = m_layerBox->layer();
    for (auto* widget : std::initializer_list<QWidget*>{m_layerBox, m_choiceBox, m_sortBox, m_stepsBox})
        widget->setEnabled(layer != nullptr);
    m_most->setEnabled(layer && choice().by != By::All);
    nameSteps();
    m_maps = {};
    m_montage = {};
    if (layer) {
        m_maps = data::channelMaps(*layer->spikes, data::chooseChannels(data::channelCounts(*layer->spikes), choice()), steps());
        m_montage = fittedMontage();
    }
    fillTable();
    m_table->setMaps(m_maps);
    showFrames();
    if (m_neurons.size() < 2) // the keys go on from there
        m_map->choose(m_neurons.empty() ? HeatCell{} : cellOf(m_neurons.front()));
    setNotice(layer ? QString() : tr("No spikes: classify a picture with the spiking network."));
}

QString FeatureMapPanel::fileName() const
{
    return layer().replace(QLatin1Char('.'), QLatin1Char('-')) + QStringLiteral("-feature-maps");
}

ExportNotes FeatureMapPanel::ownNotes() const
{
    return {{QStringLiteral("layer"), layer()},
            {QStringLiteral("channels"), nameOf(choice().by)},
            {QStringLiteral("sorted by"), choice().sortByRate ? QStringLiteral("rate") : QStringLiteral("index")},
            {QStringLiteral("first step"), QString::number(steps().begin + 1)},
            {QStringLiteral("last step"), QString::number(steps().end)},
            {QStringLiteral("value"), QStringLiteral("spikes per neuron and step")}};
}

void FeatureMapPanel::nameSteps()
{
    const auto last = QLocale().toString(std::max(1, steps().end));
    m_stepsBox->setItemText(UpToStep, tr("steps 1 to %1").arg(last));
    m_stepsBox->setItemText(StepAlone, tr("step %1 alone").arg(last));
}

void FeatureMapPanel::retranslate()
{
    setTitle(tr("Feature maps"));
    setNote(tr("where the channels of one layer fire"));
    m_map->setAccessibleName(tr("Feature maps"));
    const QStringList choices = {tr("highest rate"), tr("evenly spaced"), tr("all channels"), tr("around chosen")};
    for (int i = 0; i < choices.size(); ++i)
        m_choiceBox->setItemText(i, choices[i]);
    m_sortBox->setItemText(ByIndex, tr("sorted by index"));
    m_sortBox->setItemText(ByRate, tr("sorted by rate"));
    m_layerBox->setAccessibleName(tr("Layer"));
    m_choiceBox->setAccessibleName(tr("Which channels are shown"));
    m_most->setAccessibleName(tr("At most so many channels"));
    m_sortBox->setAccessibleName(tr("Order of channels"));
    m_stepsBox->setAccessibleName(tr("Which steps are counted"));
    for (auto* widget : std::initializer_list<QWidget*>{m_layerBox, m_choiceBox, m_most, m_sortBox, m_stepsBox})
        widget->setToolTip(widget->accessibleName());
    nameSteps();
    m_table->retranslate();
    setHelp(tr("<p>Each small picture is a channel: all its neurons look for the same pattern, each at its own place, and the colour tells how often "
               "each of them fired. The number above is the channel's. Places are those of the picture, coarser from layer to layer, so one can see "
               "which part of the picture a channel responds to.</p>"
               "<p>With steps 1 to T the colour is a rate: 0.5 means fired in half of the steps. One step alone shows the spikes themselves.</p>"
               "<p>Click a cell to choose its neuron, with Ctrl to add it or take it away. Arrow keys move the choice, the wheel zooms in until each "
               "value can be read, dragging pans, a double click shows all again.</p>"));
    ViewPanel::retranslate();
}

}
