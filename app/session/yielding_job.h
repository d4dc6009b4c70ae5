#pragma once

#include <optional>
#include <stop_token>
#include <utility>

namespace spikeclip::session {

/// A job that gives way: it is stopped when something more urgent comes and begun again later. The policy alone, without threads or Qt.
class YieldingJob
{
public:
    enum class End {
        Again,     ///< it gave way: what it said does not count, and it is to be begun again
        Cancelled, ///< whatever it said
        Done,
    };

    bool isWanted() const { return m_wanted; } ///< runs, or waits to do so
    bool isRunning() const { return m_running; }

    /// Wants the job. One that was cancelled but has not ended yet begins again.
    void want()
    {
        m_wanted = true;
        m_yielded = m_running && m_stop.stop_requested();
    }

    /// The token of the run that begins now; nothing if the job is not wanted or still runs.
    std::optional<std::stop_token> start()
    {
        if (!m_wanted || m_running)
            return std::nullopt;
        m_running = true;
        m_yielded = false;
        m_stop = std::stop_source();
        return m_stop.get_token();
    }

    /// Stops the run, to be begun again.
    void giveWay()
    {
        if (!m_running || m_stop.stop_requested())
            return;
        m_yielded = true;
        m_stop.request_stop();
    }

    /// Stops the run for good, or forgets the job if it only waits. True in the second case: nothing will end, so it has ended now.
    bool cancel()
    {
        const bool waited = m_wanted && !m_running;
        m_yielded = false;
        m_wanted = m_wanted && m_running;
        m_stop.request_stop();
        return waited;
    }

    /// To be called when the run has ended, however it ended.
    End ended()
    {
        m_running = false;
        if (std::exchange(m_yielded, false))
            return End::Again;
        m_wanted = false;
        return m_stop.stop_requested() ? End::Cancelled : End::Done;
    }

private:
    bool m_wanted = false;
    bool m_running = false;
    bool m_yielded = false; ///< told to stop, to be begun again
    std::stop_source m_stop;
};

}
