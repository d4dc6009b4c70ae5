#pragma once

#include "app/session/gallery.h"
#include "app/session/inference.h"
#include "app/session/labelled_pictures.h"
#include "app/session/settings.h"
#include "core/energy/ledger.h"
#include "widgets/export.h"

#include <QObject>
#include <QStringList>

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace spikeclip::widgets {
class BreakEvenPanel;
class ComparePanel;
class EnergyPanel;
class TradeOffPanel;
class ViewPanel;
}

namespace spikeclip::explorer {

class CompareLink;
class DockLayout;
class TextLink;

/// The views of energy and of the ANN twin. One set of rules holds for all of them, and for the figures shown elsewhere; the settings keep it.
class EnergyDesk : public QObject
{
    Q_OBJECT
public:
    /// Puts its panels into `docks`. Gallery, settings and `text`, who reads labels, must outlive this object.
    EnergyDesk(session::Inference& inference, session::Gallery& gallery, session::Settings& settings, TextLink& text, DockLayout& docks,
               QObject* parent);

    void setModel(const ModelInfo& model);

    /// What was asked and answered; without scores: there is no answer any more.
    void show(const InferenceRequest& request, const InferenceResult& answer, const widgets::ExportNotes& notes);
    void setStep(int step);                 ///< T, from 1
    void setScale(double scale);            ///< of the softmax; 0: the model's own
    void chooseLayer(const QString& layer); ///< of neurons, by module path

    /// The estimate of an answer of either network under the rules of the moment.
    EnergySummary summary(const InferenceResult& answer, Encoder encoder) const;

Q_SIGNALS:
    void rulesChanged();
    void stepChosen(int step);
    void layerChosen(const QString& layer);
    void failed(const QString& sentence);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void setRules(const energy::Rules& rules);
    void wantText();
    void onRead(const std::vector<data::LabelReading>& readings);
    void showEnergyBeside();
    void showAgreement();
    std::vector<data::LayerOperations> twinOperations() const;

    session::Gallery& m_gallery;
    session::Settings& m_settings;
    TextLink& m_textLink;
    session::LabelledPictures m_labelled;
    std::optional<ModelInfo> m_model;
    energy::Rules m_rules;
    energy::Counts m_counts; ///< of the spiking answer shown
    QStringList m_labels;
    std::vector<std::string> m_templates;
    std::map<std::string, data::LabelReading> m_readings; ///< of some of them
    int m_step = 1;

    widgets::EnergyPanel* m_ledger;
    widgets::BreakEvenPanel* m_breakEven;
    widgets::TradeOffPanel* m_tradeOff;
    widgets::ComparePanel* m_compare;
    CompareLink* m_compareLink;
};

}
