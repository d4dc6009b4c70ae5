#pragma once

#include "app/session/inference.h"

#include <QObject>

#include <string>

namespace spikeclip::widgets {
class ComparePanel;
}

namespace spikeclip::explorer {

/// Gets the panel of both networks the twin's answer, and how long both take: only while somebody looks at it, because either makes the engine load
/// LibTorch. The answer is asked for once for each picture, labels and model; the race once for each model, and whenever the reader wants it.
class CompareLink : public QObject
{
    Q_OBJECT
public:
    /// Both must outlive this object.
    CompareLink(session::Inference& inference, widgets::ComparePanel& panel, QObject* parent);

    void setModel(const ModelInfo& model); ///< forgets what another model said
    /// What the spiking network was asked, and answered. Without scores: there is no answer any more.
    void show(const InferenceRequest& request, const InferenceResult& answer);
    void setScale(double scale);   ///< of the softmax; 0: the model's own
    void setLooking(bool looking); ///< the panel is in sight

Q_SIGNALS:
    void failed(const QString& sentence); ///< the race could not be run; whatever else fails the panel says

private:
    void ask();
    void race();
    void onTwinAnswered(const session::InferenceOutcome& outcome);
    void onRaced(const session::RaceOutcome& outcome);
    double shownScale() const { return m_scale > 0 ? m_scale : m_modelScale; }

    session::Inference& m_inference;
    widgets::ComparePanel& m_panel;
    std::string m_model; ///< hash
    bool m_hasTwin = false;
    InferenceRequest m_request; ///< of the answer that is shown elsewhere; without labels: there is none
    bool m_looking = false;
    bool m_asked = false; ///< for the twin's answer to `m_request`, or had it
    bool m_raced = false; ///< by itself, or asked to be
    double m_scale = 0;
    double m_modelScale = 1;
};

}
