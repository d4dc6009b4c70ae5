#include "app/session/inference.h"
#include "app/session/throttled.h"

#include <utility>

namespace spikeclip::session {

/// Posts the next job that gives way, if nothing at all is posted.
void Inference::startBackground()
{
    if (m_urgent == 0)
        startSpeed();
}

void Inference::giveWay() { m_speed.giveWay(); }

void Inference::requestSpeed(bool anew)
{
    if (anew && !m_anew)
        m_speed.giveWay(); // what runs now may only read the file
    m_speed.want();
    m_anew = m_anew || anew;
    startBackground();
}

void Inference::cancelSpeed()
{
    if (m_speed.cancel()) {
        m_anew = false;
        Q_EMIT speedMeasured(Cancelled{});
    }
}

void Inference::startSpeed()
{
    const auto stop = m_speed.start();
    if (!stop)
        return;
    m_thread.post(
        [this, anew = m_anew, stop = *stop](EngineWorker& worker) {
            const auto report = [this](double fraction, const QString&) { m_thread.reply([this, fraction] { Q_EMIT speedProgressed(fraction); }); };
            return worker.speed(anew, throttled(report), stop);
        },
        [this](const SpeedOutcome& outcome) {
            onSpeed(outcome);
            startBackground();
        });
}

void Inference::onSpeed(const SpeedOutcome& outcome)
{
    const auto end = m_speed.ended();
    if (end == YieldingJob::End::Again)
        return;
    m_anew = false;
    Q_EMIT speedMeasured(end == YieldingJob::End::Cancelled ? SpeedOutcome(Cancelled{}) : outcome);
}

}
