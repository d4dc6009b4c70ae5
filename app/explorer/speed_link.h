#pragma once

#include "app/session/inference.h"
#include "app/session/settings.h"

#include <QObject>

class QAction;

namespace spikeclip::widgets {
class SpeedPanel;
}

namespace spikeclip::explorer {

/// Joins the panel of this computer's speed with the engine, which measures once for each model, and with the setting that says whether it is seen.
class SpeedLink : public QObject
{
    Q_OBJECT
public:
    /// All must outlive this object. `show` is the checkable action that shows and hides the panel.
    SpeedLink(session::Inference& inference, session::Settings& settings, widgets::SpeedPanel& panel, QAction& show, QObject* parent);

    void forget();        ///< another model: what was measured was not of it
    void measureOnce();   ///< unless it was done, or asked for
    void fit(bool roomy); ///< shows the panel only where there is room, unless somebody has decided otherwise

Q_SIGNALS:
    void failed(const spikeclip::Failure& failure);
    void succeeded();
    void ended(); ///< measured, failed or cancelled

private:
    void measure(bool anew);
    void onMeasured(const session::SpeedOutcome& outcome);
    void choose(bool shown);

    session::Inference& m_inference;
    session::Settings& m_settings;
    widgets::SpeedPanel& m_panel;
    QAction& m_show;
    bool m_asked = false;
};

}
