#pragma once

#include "app/session/inference.h"
#include "app/session/selection.h"
#include "core/data/running_activity.h"
#include "widgets/export.h"
#include "widgets/rate_chart.h"

#include <QList>
#include <QObject>

#include <string>
#include <vector>

namespace spikeclip::widgets {
class ChannelMapPanel;
class FeatureMapPanel;
class LayerMapPanel;
class PanelDock;
class PotentialPanel;
class RateHistogramPanel;
class RatePanel;
class SpikePanel;
class ViewPanel;
struct SpikeTrial;
}

namespace spikeclip::explorer {

class DockLayout;

/// The views of the image encoder's spikes, from all layers down to one neuron. They know nothing of one another: each follows one Selection, and
/// changes it.
class SpikeDesk : public QObject
{
    Q_OBJECT
public:
    /// Puts its panels into `docks`. Asks `inference` for membrane potentials, while somebody looks at them.
    SpikeDesk(session::Inference& inference, DockLayout& docks, QObject* parent);

    void setModel(const ModelInfo& model); ///< forgets what other models did
    void show(const InferenceResult& answer, const session::Picture& picture, const widgets::ExportNotes& notes);
    void stack(const QList<widgets::SpikeTrial>& trials); ///< pictures side by side in the raster, until another is shown
    void showRates(widgets::RateTable rates);             ///< up to the step shown; the session's means are added here
    void setStep(int step);                               ///< T, from 1

    session::Selection& selection() { return m_selection; }
    widgets::PanelDock* rasterDock() const { return m_rasterDock; }
    widgets::RatePanel* rates() const { return m_rates; }

Q_SIGNALS:
    void stepChosen(int step);
    void failed(const QString& sentence);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void addDocks(DockLayout& docks);
    void joinViews();
    void askForPotentials();
    void onTraced(const session::TraceOutcome& outcome);

    session::Inference& m_inference;
    session::Selection m_selection;
    data::RunningActivity m_session;
    std::string m_model; ///< hash
    data::ImagePtr m_image;
    std::vector<data::LayerActivity> m_layers; ///< of that picture
    int m_steps = 0;

    widgets::LayerMapPanel* m_layerMap;
    widgets::ChannelMapPanel* m_channelMap;
    widgets::FeatureMapPanel* m_featureMap;
    widgets::SpikePanel* m_raster;
    widgets::PotentialPanel* m_potential;
    widgets::RateHistogramPanel* m_histogram;
    widgets::RatePanel* m_rates;
    widgets::PanelDock* m_rasterDock = nullptr;
    bool m_potentialsStale = false; ///< what they depend on has changed while nobody looked
};

}
