#include "widgets/spike_panel.h"

#include "widgets/plot/raster_table.h"
#include "widgets/plot/spike_raster.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QSignalBlocker>
#include <QSpinBox>

#include <algorithm>
#include <array>

namespace spikeclip::widgets {

namespace {

constexpr int mostNeurons = 1'000'000;
constexpr int usualNeurons = 256;

}

SpikePanel::SpikePanel(QWidget* parent) : SpikePanel(new SpikeRaster, new RasterTable, parent) {}

SpikePanel::SpikePanel(SpikeRaster* raster, RasterTable* table, QWidget* parent)
    : ViewPanel({.view = raster,
                 .table = table,
                 .paint = [raster](QPaintDevice& device, QSize size) { raster->paintTo(device, size); },
                 .csv = [raster](const ExportNotes& notes) { return raster->visibleCsv(notes); }},
                parent),
      m_raster(raster), m_table(table), m_layerBox(new QComboBox), m_neuronsLabel(new QLabel), m_choiceBox(new QComboBox), m_most(new QSpinBox),
      m_sortLabel(new QLabel), m_sortBox(new QComboBox)
{
    m_most->setRange(1, mostNeurons);
    m_most->setValue(usualNeurons);
    m_most->setGroupSeparatorShown(true);
    m_most->setKeyboardTracking(false); // a number half typed is not meant
    m_neuronsLabel->setBuddy(m_choiceBox);
    m_sortLabel->setBuddy(m_sortBox);
    for (int i = 0; i < 3; ++i)
        m_choiceBox->addItem(QString());
    for (int i = 0; i < 2; ++i)
        m_sortBox->addItem(QString());
    for (auto* widget : {static_cast<QWidget*>(m_layerBox), static_cast<QWidget*>(m_neuronsLabel), static_cast<QWidget*>(m_choiceBox),
                         static_cast<QWidget*>(m_most), static_cast<QWidget*>(m_sortLabel), static_cast<QWidget*>(m_sortBox)})
        choices()->addWidget(widget);
    choices()->addStretch();

    connect(m_layerBox, &QComboBox::activated, this, [this](int index) {
        m_wanted = m_layerBox->itemText(index);
        invalidate();
        Q_EMIT layerChosen(m_wanted);
    });
    connect(m_choiceBox, &QComboBox::activated, this, &SpikePanel::invalidate);
    connect(m_sortBox, &QComboBox::activated, this, &SpikePanel::invalidate);
    connect(m_most, &QSpinBox::valueChanged, this, &SpikePanel::invalidate);
    retranslate();
}

void SpikePanel::setLayers(const std::vector<data::LayerActivity>& layers)
{
    m_layers = layers;
    std::erase_if(m_layers, [](const data::LayerActivity& layer) { return !layer.spikes; });
    fillLayers();
    invalidate();
}

QString SpikePanel::layer() const { return m_layerBox->currentText(); }

void SpikePanel::chooseLayer(const QString& layer)
{
    m_wanted = layer;
    fillLayers();
    invalidate();
}

void SpikePanel::choose(const data::NeuronChoice& choice)
{
    const QSignalBlocker quiet(m_most);
    m_choiceBox->setCurrentIndex(static_cast<int>(choice.by));
    m_sortBox->setCurrentIndex(choice.sortByRate ? 1 : 0);
    if (choice.most > 0)
        m_most->setValue(choice.most);
    invalidate();
}

data::NeuronChoice SpikePanel::choice() const
{
    return {.by = static_cast<data::NeuronChoice::By>(m_choiceBox->currentIndex()), .most = m_most->value(), .sortByRate = m_sortBox->currentIndex() == 1};
}

void SpikePanel::fillLayers()
{
    m_layerBox->clear();
    for (const auto& layer : m_layers)
        m_layerBox->addItem(QString::fromStdString(layer.name));
    m_layerBox->setCurrentIndex(std::max(0, m_layerBox->findText(m_wanted)));
}

void SpikePanel::refresh()
{
    const bool any = !m_layers.empty();
    for (auto* widget : {static_cast<QWidget*>(m_layerBox), static_cast<QWidget*>(m_choiceBox), static_cast<QWidget*>(m_sortBox)})
        widget->setEnabled(any);
    m_most->setEnabled(any && m_choiceBox->currentIndex() != static_cast<int>(data::NeuronChoice::By::All));
    if (any) {
        const auto& record = m_layers[static_cast<std::size_t>(m_layerBox->currentIndex())].spikes;
        const auto raster = data::rasterOf(std::array{record}, data::chooseNeurons(std::array{record}, choice()));
        m_raster->setRaster(raster, {.of = record->shape().neurons(), .chosenBy = choice().by == data::NeuronChoice::By::All ? tr("taking all") : m_choiceBox->currentText(), .sortedBy = m_sortBox->currentText()});
        m_table->setRaster(raster);
    }
    setNotice(any ? QString() : tr("No spikes: classify a picture with the spiking network."));
}

QString SpikePanel::fileName() const { return layer().replace(QLatin1Char('.'), QLatin1Char('-')); }

ExportNotes SpikePanel::ownNotes() const
{
    return {{QStringLiteral("layer"), layer()}};
}

void SpikePanel::retranslate()
{
    setTitle(tr("Spikes"));
    setNote(tr("of one layer for this picture"));
    m_layerBox->setAccessibleName(tr("Layer"));
    m_neuronsLabel->setText(tr("&Neurons"));
    m_sortLabel->setText(tr("&Order"));
    const QStringList choices = {tr("all"), tr("evenly spaced"), tr("highest rate")};
    for (int i = 0; i < choices.size(); ++i)
        m_choiceBox->setItemText(i, choices[i]);
    m_sortBox->setItemText(0, tr("index"));
    m_sortBox->setItemText(1, tr("rate"));
    m_most->setAccessibleName(tr("At most so many neurons"));
    m_most->setToolTip(m_most->accessibleName());
    m_table->retranslate();
    ViewPanel::retranslate();
}

}
