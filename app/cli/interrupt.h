#pragma once

#include <atomic>
#include <stop_token>
#include <thread>

namespace spikeclip::cli {

/// Turns Ctrl+C and SIGTERM into a stop request. The first one asks; the second ends the process at once with exit code 130.
///
/// Make it before any other thread: the signals are blocked in this thread and in those it starts later, and one thread that does
/// nothing else waits for them, because a signal handler may not ask a stop_source.
class Interrupt
{
public:
    Interrupt();
    ~Interrupt();
    Interrupt(const Interrupt&) = delete;
    Interrupt& operator=(const Interrupt&) = delete;

    std::stop_token token() const { return m_stop.get_token(); }

private:
    void wait();

    std::stop_source m_stop;
    std::atomic<bool> m_closing = false;
    std::thread m_waiter;
};

}
