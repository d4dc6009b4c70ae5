#include "widgets/spike_panel.h"

#include "core/data/outcome.h"
#include "widgets/flow_layout.h"
#include "widgets/layer_box.h"
#include "widgets/plot/raster_table.h"
#include "widgets/plot/spike_raster.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QLocale>
#include <QSignalBlocker>
#include <QSpinBox>

#include <algorithm>
#include <array>

namespace spikeclip::widgets {

using By = data::NeuronChoice::By;

namespace {

constexpr int mostNeurons = 10'000'000;
constexpr int usualNeurons = 256;

}

SpikePanel::SpikePanel(QWidget* parent) : SpikePanel(new SpikeRaster, new RasterTable, parent) {}

SpikePanel::SpikePanel(SpikeRaster* raster, RasterTable* table, QWidget* parent)
    : ViewPanel({.view = raster,
                 .table = table,
                 .paint = [raster](QPaintDevice& device, QSize size) { raster->paintTo(device, size); },
                 .csv = [raster](const ExportNotes& notes) { return raster->visibleCsv(notes); }},
                parent),
      m_raster(raster), m_table(table), m_layerBox(new LayerBox), m_choiceBox(new QComboBox), m_most(new QSpinBox), m_number(new QSpinBox),
      m_hand(new QLineEdit), m_sortBox(new QComboBox)
{
    m_most->setRange(1, mostNeurons);
    m_most->setValue(usualNeurons);
    m_most->setGroupSeparatorShown(true);
    for (auto* box : {m_most, m_number})
        box->setKeyboardTracking(false); // a number half typed is not meant
    for (const auto choice : {By::All, By::EvenlySpaced, By::HighestRate, By::Channel, By::Head, By::Hand})
        m_choiceBox->addItem(QString(), static_cast<int>(choice));
    for (int i = 0; i < 2; ++i)
        m_sortBox->addItem(QString());
    auto* line = new FlowLayout;
    for (auto* widget : std::array<QWidget*, 6>{m_layerBox, m_choiceBox, m_most, m_number, m_hand, m_sortBox})
        line->addWidget(widget);
    choices()->addLayout(line, 1);

    connect(m_layerBox, &LayerBox::layerChosen, this, [this](const QString& layer) {
        m_neurons.clear();
        invalidate();
        Q_EMIT layerChosen(layer);
    });
    connect(m_number, &QSpinBox::valueChanged, this, [this](int number) {
        invalidate();
        if (by() == By::Channel)
            Q_EMIT channelChosen(number);
    });
    connect(m_choiceBox, &QComboBox::activated, this, &SpikePanel::invalidate);
    connect(m_sortBox, &QComboBox::activated, this, &SpikePanel::invalidate);
    connect(m_most, &QSpinBox::valueChanged, this, &SpikePanel::invalidate);
    connect(m_hand, &QLineEdit::editingFinished, this, &SpikePanel::onHandEdited);
    connect(m_raster, &SpikeRaster::stepChosen, this, &SpikePanel::stepChosen);
    connect(m_raster, &SpikeRaster::neuronChosen, this, [this](int row) {
        if (row >= 0)
            Q_EMIT neuronsChosen(m_neurons = {m_raster->raster().neurons()[static_cast<std::size_t>(row)]});
    });
    connect(m_raster, &SpikeRaster::selectionChanged, this, [this](const std::vector<int>& rows) {
        m_neurons.clear();
        for (const int row : rows)
            m_neurons.push_back(m_raster->raster().neurons()[static_cast<std::size_t>(row)]);
        std::ranges::sort(m_neurons);
        Q_EMIT neuronsChosen(m_neurons);
    });
    retranslate();
}

void SpikePanel::setTrials(const QList<SpikeTrial>& trials)
{
    m_trials = trials;
    m_layerBox->setLayers(trials.isEmpty() ? std::vector<data::LayerActivity>() : trials.front().layers);
    invalidate();
}

void SpikePanel::setHeads(int heads)
{
    m_heads = std::max(1, heads);
    invalidate();
}

void SpikePanel::setStep(int step)
{
    m_raster->setStep(step);
}

QString SpikePanel::layer() const
{
    return m_layerBox->path();
}

void SpikePanel::chooseLayer(const QString& layer)
{
    if (layer == this->layer())
        return;
    m_layerBox->choose(layer);
    m_neurons.clear();
    invalidate();
}

void SpikePanel::chooseChannel(int channel)
{
    if (channel < 0 || by() == By::Head)
        return;
    const QSignalBlocker quiet(m_number);
    m_number->setMaximum(std::max(m_number->maximum(), channel)); // until the layer says how many there are
    m_number->setValue(channel);
    if (by() == By::Channel)
        invalidate();
}

void SpikePanel::chooseNeurons(const std::vector<std::int64_t>& neurons)
{
    auto ascending = neurons;
    std::ranges::sort(ascending);
    if (ascending == m_neurons)
        return;
    m_neurons = std::move(ascending);
    if (by() == By::Hand)
        invalidate();
    else
        markNeurons();
}

void SpikePanel::choose(const data::NeuronChoice& choice)
{
    const QSignalBlocker quiet(m_most), quietNumber(m_number);
    m_choiceBox->setCurrentIndex(m_choiceBox->findData(static_cast<int>(choice.by)));
    m_sortBox->setCurrentIndex(choice.sortByRate ? 1 : 0);
    if (choice.most > 0)
        m_most->setValue(choice.most);
    m_number->setMaximum(std::max(m_number->maximum(), choice.number));
    m_number->setValue(choice.number);
    if (choice.by == By::Hand)
        m_neurons = choice.neurons;
    invalidate();
}

By SpikePanel::by() const
{
    return static_cast<By>(m_choiceBox->currentData().toInt());
}

data::NeuronChoice SpikePanel::choice() const
{
    return {.by = by(),
            .most = m_most->value(),
            .number = m_number->value(),
            .heads = m_heads,
            .neurons = m_neurons,
            .sortByRate = m_sortBox->currentIndex() == 1};
}

QString SpikePanel::choiceText() const
{
    const QLocale locale;
    switch (by()) {
    case By::All:
        return tr("taking all", "chosen by");
    case By::EvenlySpaced:
        return tr("even spacing", "chosen by");
    case By::HighestRate:
        return tr("highest rate", "chosen by");
    case By::Channel:
        return tr("channel %1").arg(locale.toString(m_number->value()));
    case By::Head:
        return tr("head %1 of %2").arg(locale.toString(m_number->value() + 1), locale.toString(m_heads));
    case By::Hand:
        break;
    }
    return tr("hand", "chosen by");
}

/// Heads part the channels of queries, keys, values and of what attention gives; the neurons before them see all channels.
bool SpikePanel::hasHeads() const
{
    constexpr std::array parts = {".attn.q_lif", ".attn.k_lif", ".attn.v_lif", ".attn.attn_lif"};
    return m_heads > 1 && std::ranges::any_of(parts, [this](const char* part) { return layer().endsWith(QLatin1String(part)); });
}

std::vector<data::SpikeRecordPtr> SpikePanel::records() const
{
    const auto name = layer().toStdString();
    std::vector<data::SpikeRecordPtr> found;
    for (const auto& trial : m_trials) {
        const auto entry = std::ranges::find(trial.layers, name, &data::LayerActivity::name);
        if (entry != trial.layers.end() && entry->spikes && (found.empty() || entry->spikes->shape() == found.front()->shape()))
            found.push_back(entry->spikes);
    }
    return found;
}

/// Only what the layer can serve is offered, and only what belongs to the choice is seen.
void SpikePanel::fitChoices(const data::SpikeShape& shape)
{
    if (by() == By::Head && !hasHeads())
        m_choiceBox->setCurrentIndex(m_choiceBox->findData(static_cast<int>(By::EvenlySpaced)));
    const auto heads = m_choiceBox->model()->index(m_choiceBox->findData(static_cast<int>(By::Head)), 0);
    m_choiceBox->model()->setData(heads, hasHeads() ? QVariant() : QVariant(0), Qt::UserRole - 1); // the role of an item's flags
    const QSignalBlocker quiet(m_number);
    m_number->setMaximum((by() == By::Head ? m_heads : shape.channels) - 1);
    m_most->setVisible(by() == By::EvenlySpaced || by() == By::HighestRate);
    m_number->setVisible(by() == By::Channel || by() == By::Head);
    m_hand->setVisible(by() == By::Hand);
    if (by() == By::Hand && !m_hand->hasFocus())
        m_hand->setText(QString::fromStdString(data::neuronsText(m_neurons)));
}

void SpikePanel::onHandEdited()
{
    const auto shown = records();
    if (by() != By::Hand || shown.empty())
        return;
    try {
        auto neurons = data::parseNeurons(m_hand->text().toStdString(), shown.front()->shape().neurons());
        if (neurons == m_neurons)
            return;
        m_neurons = std::move(neurons);
        invalidate();
        Q_EMIT neuronsChosen(m_neurons);
    } catch (const Error& error) {
        Q_EMIT failed(tr("\u201c%1\u201d names no neurons of this layer: write them like 3, 17, 40-55, from 0 to %2.")
                          .arg(QString::fromUtf8(error.what()), QLocale().toString(qint64(shown.front()->shape().neurons() - 1))));
    }
}

void SpikePanel::markNeurons()
{
    std::vector<int> rows;
    const auto& shown = m_raster->raster().neurons();
    for (std::size_t row = 0; row < shown.size(); ++row)
        if (std::ranges::binary_search(m_neurons, shown[row]))
            rows.push_back(static_cast<int>(row));
    m_raster->markRows(rows);
}

void SpikePanel::refresh()
{
    const auto shown = records();
    for (auto* widget : std::array<QWidget*, 6>{m_layerBox, m_choiceBox, m_sortBox, m_most, m_number, m_hand})
        widget->setEnabled(!shown.empty());
    if (shown.empty()) {
        setNote({});
        setNotice(tr("No spikes: classify a picture with the spiking network."));
        return;
    }
    fitChoices(shown.front()->shape());
    std::erase_if(m_neurons, [&](std::int64_t neuron) { return neuron >= shown.front()->shape().neurons(); });
    const auto raster = data::rasterOf(shown, data::chooseNeurons(shown, choice()));
    m_raster->setRaster(
        raster, {.of = shown.front()->shape().neurons(), .chosenBy = choiceText(), .sortedBy = choice().sortByRate ? tr("rate") : tr("index")});
    m_table->setRaster(raster);
    markNeurons();

    const auto left = m_trials.size() - static_cast<qsizetype>(shown.size());
    auto note = m_trials.size() == 1 ? tr("of one layer for %1").arg(m_trials.front().name)
                                     : tr("of one layer for %n picture(s) side by side", nullptr, static_cast<int>(shown.size()));
    if (left > 0)
        note += QStringLiteral("; ") + tr("%n picture(s) without this layer", nullptr, static_cast<int>(left));
    setNote(note);
    const bool none = raster.rows() == 0;
    setNotice(!none ? QString() : tr("No neurons chosen yet: write their numbers above, like 3, 17, 40-55, or click them in the feature maps."));
}

QString SpikePanel::fileName() const
{
    return layer().replace(QLatin1Char('.'), QLatin1Char('-'));
}

ExportNotes SpikePanel::ownNotes() const
{
    static constexpr std::array names = {"all", "even spacing", "highest rate", "channel", "head", "hand"};
    auto chosenBy = QString::fromLatin1(names.at(static_cast<std::size_t>(by())));
    if (by() == By::Channel || by() == By::Head)
        chosenBy += QLatin1Char(' ') + QString::number(m_number->value());
    ExportNotes notes{{QStringLiteral("layer"), layer()},
                      {QStringLiteral("neurons"), QString::number(m_raster->raster().rows())},
                      {QStringLiteral("chosen_by"), chosenBy},
                      {QStringLiteral("sorted_by"), choice().sortByRate ? QStringLiteral("rate") : QStringLiteral("index")}};
    for (qsizetype i = 0; m_trials.size() > 1 && i < m_trials.size(); ++i)
        notes.append({QStringLiteral("picture_%1").arg(i + 1), m_trials[i].name});
    return notes;
}

void SpikePanel::retranslate()
{
    setTitle(tr("Spikes"));
    setHelp(tr(
        "<p><b>Who fired when.</b> Each row is a neuron, each column a time step; a mark is one spike. Below stands which part of the neurons fired "
        "at "
        "each step, beside it how often each neuron fired. Where several neurons share a pixel, its colour says which part of them fired: nothing is "
        "left out.</p><p>The wheel zooms, dragging pans, a double click shows all again. A click chooses a neuron, dragging with Shift those that "
        "fired inside; their membrane potentials stand in the panel <i>Membrane potential</i>. Several pictures chosen in the gallery stand side "
        "by side.</p>"));
    m_layerBox->setAccessibleName(tr("Layer"));
    m_choiceBox->setAccessibleName(tr("Which neurons"));
    m_sortBox->setAccessibleName(tr("Order of the neurons"));
    const QStringList names = {tr("all neurons"), tr("evenly spaced"), tr("highest rate"), tr("one channel"), tr("one head"), tr("by hand")};
    for (int i = 0; i < names.size(); ++i)
        m_choiceBox->setItemText(i, names[i]);
    m_sortBox->setItemText(0, tr("sorted by index"));
    m_sortBox->setItemText(1, tr("sorted by rate"));
    m_most->setAccessibleName(tr("At most so many neurons"));
    m_most->setToolTip(m_most->accessibleName());
    m_number->setAccessibleName(tr("Channel or head, from 0"));
    m_number->setToolTip(m_number->accessibleName());
    m_hand->setAccessibleName(tr("Numbers of neurons"));
    m_hand->setPlaceholderText(tr("3, 17, 40-55"));
    m_hand->setToolTip(tr("neuron = position \u00d7 channels + channel, position = y \u00d7 width + x, all from 0"));
    m_table->retranslate();
    ViewPanel::retranslate();
}

}
