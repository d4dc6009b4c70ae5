#include "app/explorer/spike_desk.h"

#include "app/explorer/dock_layout.h"
#include "app/explorer/presentation.h"
#include "widgets/channel_map_panel.h"
#include "widgets/feature_map_panel.h"
#include "widgets/layer_map_panel.h"
#include "widgets/panel_dock.h"
#include "widgets/potential_panel.h"
#include "widgets/rate_histogram_panel.h"
#include "widgets/rate_panel.h"
#include "widgets/spike_panel.h"

#include <QEvent>

#include <algorithm>

namespace spikeclip::explorer {

namespace {

std::string keyOf(const session::Picture& picture)
{
    return picture.path.isEmpty() ? picture.name.toStdString() + std::to_string(reinterpret_cast<std::uintptr_t>(picture.image.get()))
                                  : picture.path.toStdString();
}

}

SpikeDesk::SpikeDesk(session::Inference& inference, DockLayout& docks, QObject* parent)
    : QObject(parent), m_inference(inference), m_layerMap(new widgets::LayerMapPanel), m_channelMap(new widgets::ChannelMapPanel),
      m_featureMap(new widgets::FeatureMapPanel), m_raster(new widgets::SpikePanel), m_potential(new widgets::PotentialPanel),
      m_histogram(new widgets::RateHistogramPanel), m_rates(new widgets::RatePanel)
{
    addDocks(docks);
    joinViews();
    connect(&m_inference, &session::Inference::traced, this, &SpikeDesk::onTraced);
}

void SpikeDesk::addDocks(DockLayout& docks)
{
    docks.add(m_rates, QStringLiteral("rates"), {.inSimple = true, .full = DockLayout::Cell{0, 1}, .energy = DockLayout::Cell{0, 1}});
    docks.add(m_layerMap, QStringLiteral("layers"), {.full = DockLayout::Cell{0, 0}});
    docks.add(m_channelMap, QStringLiteral("channels"), {.full = DockLayout::Cell{0, 0}});
    docks.add(m_histogram, QStringLiteral("histogram"), {.full = DockLayout::Cell{0, 1}});
    docks.add(m_featureMap, QStringLiteral("feature-maps"), {.full = DockLayout::Cell{1, 0}});
    m_rasterDock = docks.add(m_raster, QStringLiteral("raster"), {.full = DockLayout::Cell{1, 0}});
    docks.add(m_potential, QStringLiteral("potential"), {.full = DockLayout::Cell{1, 1}});
    m_potential->installEventFilter(this);
    for (auto* view : std::initializer_list<widgets::ViewPanel*>{m_rates, m_layerMap, m_channelMap, m_histogram, m_featureMap, m_raster, m_potential})
        connect(view, &widgets::ViewPanel::failed, this, &SpikeDesk::failed);
}

void SpikeDesk::joinViews()
{
    const auto joinLayer = [this](auto* view) {
        using View = std::remove_pointer_t<decltype(view)>;
        connect(view, &View::layerChosen, &m_selection, &session::Selection::setLayer);
        connect(&m_selection, &session::Selection::layerChanged, view, &View::chooseLayer);
    };
    const auto joinChannel = [this](auto* view) {
        using View = std::remove_pointer_t<decltype(view)>;
        connect(view, &View::channelChosen, &m_selection, &session::Selection::setChannel);
        connect(&m_selection, &session::Selection::channelChanged, view, &View::chooseChannel);
    };
    const auto joinNeurons = [this](auto* view) {
        using View = std::remove_pointer_t<decltype(view)>;
        connect(view, &View::neuronsChosen, &m_selection, &session::Selection::setNeurons);
        connect(&m_selection, &session::Selection::neuronsChanged, view, &View::chooseNeurons);
    };
    joinLayer(m_rates);
    joinLayer(m_layerMap);
    joinLayer(m_channelMap);
    joinLayer(m_featureMap);
    joinLayer(m_raster);
    joinLayer(m_histogram);
    joinChannel(m_channelMap);
    joinChannel(m_featureMap);
    joinChannel(m_raster);
    joinNeurons(m_featureMap);
    joinNeurons(m_raster);
    connect(&m_selection, &session::Selection::neuronsChanged, this, &SpikeDesk::askForPotentials);

    connect(m_layerMap, &widgets::LayerMapPanel::stepChosen, this, &SpikeDesk::stepChosen);
    connect(m_channelMap, &widgets::ChannelMapPanel::stepChosen, this, &SpikeDesk::stepChosen);
    connect(m_raster, &widgets::SpikePanel::stepChosen, this, &SpikeDesk::stepChosen);
    connect(m_potential, &widgets::PotentialPanel::stepChosen, this, &SpikeDesk::stepChosen);
    connect(&m_selection, &session::Selection::stepChanged, this, [this](int step) {
        m_layerMap->setStep(step);
        m_channelMap->setStep(step);
        m_featureMap->setStep(step);
        m_raster->setStep(step);
        m_histogram->setStep(step);
        m_potential->setStep(step);
    });
}

void SpikeDesk::setModel(const ModelInfo& model)
{
    m_model = model.hash;
    m_raster->setHeads(model.config.image.heads);
}

void SpikeDesk::show(const InferenceResult& answer, const session::Picture& picture, const widgets::ExportNotes& notes)
{
    m_image = picture.image;
    m_layers = answer.layers;
    m_steps = static_cast<int>(answer.cosine.size());
    if (!m_layers.empty())
        m_session.add(m_model, keyOf(picture), m_layers);
    for (auto* view : std::initializer_list<widgets::ViewPanel*>{m_rates, m_layerMap, m_channelMap, m_histogram, m_featureMap, m_raster, m_potential})
        view->setNotes(notes);
    m_layerMap->setLayers(m_layers);
    m_channelMap->setLayers(m_layers);
    m_featureMap->setLayers(m_layers);
    m_histogram->setLayers(m_layers);
    m_histogram->setSession(m_session.session());
    m_raster->setTrials(m_layers.empty() ? QList<widgets::SpikeTrial>() : QList<widgets::SpikeTrial>{{picture.name, m_layers}});

    const bool known = std::ranges::any_of(m_layers, [this](const auto& layer) { return m_selection.layer() == QString::fromStdString(layer.name); });
    if (!known && !m_layers.empty())
        m_selection.setLayer(QString::fromStdString(m_layers.front().name));
    askForPotentials();
}

void SpikeDesk::stack(const QList<widgets::SpikeTrial>& trials)
{
    m_raster->setTrials(trials);
    m_rasterDock->reveal();
}

void SpikeDesk::showRates(widgets::RateTable rates)
{
    const auto& session = m_session.session();
    rates.sessionPictures = static_cast<int>(session.pictures);
    for (auto& layer : rates.layers)
        if (const auto* mean = session.find(layer.name.toStdString()))
            if (const auto step = static_cast<std::size_t>(m_selection.step()); step >= 1 && step <= mean->meanRateUpTo.size())
                layer.sessionMean = mean->meanRateUpTo[step - 1];
    m_rates->setTable(rates);
}

void SpikeDesk::setStep(int step)
{
    m_selection.setStep(step);
}

void SpikeDesk::askForPotentials()
{
    m_potentialsStale = !m_potential->isVisible();
    if (m_potentialsStale)
        return;
    if (m_selection.neurons().empty() || m_layers.empty() || !m_image) {
        m_inference.cancelTrace();
        m_potential->setNothing();
        return;
    }
    m_potential->setWaiting();
    m_inference.requestTrace({.image = m_image, .layer = m_selection.layer().toStdString(), .neurons = m_selection.neurons(), .steps = m_steps});
}

/// A dock's signal comes before its panel can be seen; the panel's own event does not.
bool SpikeDesk::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::Show && m_potentialsStale)
        askForPotentials();
    return QObject::eventFilter(watched, event);
}

void SpikeDesk::onTraced(const session::TraceOutcome& outcome)
{
    if (const auto* failure = std::get_if<Failure>(&outcome)) {
        m_potential->setNothing(sentenceFor(*failure));
    } else if (const auto* trace = std::get_if<data::PotentialTrace>(&outcome)) {
        const auto layer = std::ranges::find(m_layers, trace->layer, &data::LayerActivity::name);
        if (layer != m_layers.end() && layer->spikes)
            m_potential->setTrace(*trace, layer->spikes->shape());
    }
}

}
