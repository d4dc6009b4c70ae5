#pragma once

#include <condition_variable>
#include <cstdint>
#include <exception>
#include <functional>
#include <mutex>
#include <stop_token>
#include <thread>
#include <vector>

namespace spikeclip::parallel {

/// A fixed number of threads that share loops. The caller's thread is one of them; the others sleep in between, because threads that
/// spin while other work runs cost more than they gain.
///
/// One loop at a time: only one thread may call `share`, and not from inside a loop.
class Team
{
public:
    explicit Team(int threads); ///< at least 1
    ~Team();

    int threads() const { return static_cast<int>(m_helpers.size()) + 1; }

    /// One consecutive part of a loop. Which indices it has depends on the loop's length and the number of threads alone.
    struct Part
    {
        int index = 0; ///< less than threads()
        std::int64_t first = 0;
        std::int64_t last = 0; ///< one past the end
    };

    /// Splits [0, count) into equal parts, one a thread, and returns when all are done. What a part throws is thrown here.
    void share(std::int64_t count, const std::function<void(const Part&)>& work);

private:
    void help(int index, std::stop_token stop);
    void run(int index);

    std::mutex m_mutex;
    std::condition_variable_any m_called;
    std::condition_variable m_finished;
    const std::function<void(const Part&)>* m_work = nullptr;
    std::int64_t m_count = 0;
    int m_parts = 1;
    int m_unfinished = 0;
    std::uint64_t m_round = 0;
    std::exception_ptr m_failure;
    std::vector<std::jthread> m_helpers; ///< last: stopped and joined before the rest goes
};

}
