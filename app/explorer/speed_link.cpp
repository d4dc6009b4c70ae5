#include "app/explorer/speed_link.h"

#include "widgets/speed_panel.h"

#include <QAction>

#include <utility>

namespace spikeclip::explorer {

using session::Setting;

SpeedLink::SpeedLink(session::Inference& inference, session::Settings& settings, widgets::SpeedPanel& panel, QAction& show, QObject* parent)
    : QObject(parent), m_inference(inference), m_settings(settings), m_panel(panel), m_show(show)
{
    connect(&m_show, &QAction::triggered, this, [this](bool shown) {
        m_settings.setValue(Setting::SpeedPanel, shown ? QStringLiteral("shown") : QStringLiteral("hidden"));
        m_panel.setVisible(shown);
    });
    connect(&m_panel, &widgets::SpeedPanel::measureRequested, this, &SpeedLink::measure);
    connect(&m_panel, &widgets::SpeedPanel::cancelRequested, &m_inference, &session::Inference::cancelSpeed);
    connect(&m_inference, &session::Inference::speedMeasured, this, &SpeedLink::onMeasured);
    connect(&m_inference, &session::Inference::speedProgressed, this, [this](double fraction) { m_panel.setMeasuring(fraction); });
    if (const auto choice = m_settings.value<QString>(Setting::SpeedPanel); choice != QLatin1String("auto"))
        choose(choice == QLatin1String("shown"));
}

void SpeedLink::choose(bool shown)
{
    m_show.setChecked(shown);
    m_panel.setVisible(shown);
}

void SpeedLink::fit(bool roomy)
{
    if (m_settings.value<QString>(Setting::SpeedPanel) == QLatin1String("auto"))
        choose(roomy);
}

void SpeedLink::forget()
{
    m_asked = false;
    m_panel.forget();
}

void SpeedLink::measureOnce()
{
    if (!std::exchange(m_asked, true))
        measure(false);
}

void SpeedLink::measure(bool anew)
{
    m_panel.setMeasuring(0);
    m_inference.requestSpeed(anew);
}

void SpeedLink::onMeasured(const session::SpeedOutcome& outcome)
{
    m_panel.setMeasuring({});
    if (const auto* failure = std::get_if<Failure>(&outcome)) {
        Q_EMIT failed(*failure);
    } else if (const auto* speed = std::get_if<data::MachineSpeed>(&outcome)) {
        Q_EMIT succeeded();
        m_panel.setSpeed(*speed);
    }
    Q_EMIT ended();
}

}
