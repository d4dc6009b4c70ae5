#include "core/parallel/team.h"

#include <algorithm>

namespace spikeclip::parallel {

Team::Team(int threads)
{
    for (int index = 1; index < threads; ++index)
        m_helpers.emplace_back([this, index](std::stop_token stop) { help(index, stop); });
}

Team::~Team() = default;

void Team::share(std::int64_t count, const std::function<void(const Part&)>& work)
{
    const int parts = static_cast<int>(std::min<std::int64_t>(count, threads()));
    if (parts <= 1) {
        if (count > 0)
            work({0, 0, count});
        return;
    }
    {
        const std::lock_guard lock(m_mutex);
        m_work = &work;
        m_count = count;
        m_parts = parts;
        m_unfinished = parts;
        m_failure = nullptr;
        ++m_round;
    }
    m_called.notify_all();
    run(0);
    std::unique_lock lock(m_mutex);
    m_finished.wait(lock, [this] { return m_unfinished == 0; });
    if (m_failure)
        std::rethrow_exception(m_failure);
}

void Team::help(int index, std::stop_token stop)
{
    std::uint64_t seen = 0;
    for (;;) {
        {
            std::unique_lock lock(m_mutex);
            if (!m_called.wait(lock, stop, [&] { return m_round != seen; }))
                return;
            seen = m_round;
            if (index >= m_parts)
                continue;
        }
        run(index);
    }
}

void Team::run(int index)
{
    std::exception_ptr failure;
    try {
        (*m_work)({index, m_count * index / m_parts, m_count * (index + 1) / m_parts});
    } catch (...) {
        failure = std::current_exception();
    }
    const std::lock_guard lock(m_mutex);
    if (failure && !m_failure)
        m_failure = failure;
    if (--m_unfinished == 0)
        m_finished.notify_one();
}

}
