#include "app/cli/interrupt.h"

#include "app/cli/context.h"

#include <csignal>
#include <unistd.h>

namespace spikeclip::cli {

namespace {

sigset_t ours()
{
    sigset_t set;
    sigemptyset(&set);
    sigaddset(&set, SIGINT);
    sigaddset(&set, SIGTERM);
    return set;
}

}

Interrupt::Interrupt()
{
    const auto set = ours();
    pthread_sigmask(SIG_BLOCK, &set, nullptr);
    m_waiter = std::thread([this] { wait(); });
}

Interrupt::~Interrupt()
{
    m_closing = true;
    pthread_kill(m_waiter.native_handle(), SIGTERM); // wakes the waiter, which then sees m_closing
    m_waiter.join();
}

void Interrupt::wait()
{
    const auto set = ours();
    for (int received = 0; sigwait(&set, &received) == 0 && !m_closing;)
        if (!m_stop.request_stop())
            _exit(Interrupted);
}

}
