#pragma once

#include <optional>
#include <utility>

namespace spikeclip::session {

/// Which request runs next when only the newest matters: one runs, at most one waits, a newer one replaces the waiting one.
template <typename Request>
class LatestWins
{
public:
    /// The request to start now, or nothing if it has to wait.
    std::optional<Request> offer(Request request)
    {
        if (m_running) {
            m_waiting = std::move(request);
            return std::nullopt;
        }
        m_running = true;
        return request;
    }

    /// To be called when the running request has ended, however it ended: the request to start now, if one waits.
    std::optional<Request> ended()
    {
        m_running = m_waiting.has_value();
        return std::exchange(m_waiting, std::nullopt);
    }

    void dropWaiting() { m_waiting.reset(); }
    bool isRunning() const { return m_running; }
    bool isWaiting() const { return m_waiting.has_value(); }

private:
    bool m_running = false;
    std::optional<Request> m_waiting;
};

}
