#pragma once

#include <cstdint>
#include <functional>
#include <future>
#include <utility>

namespace spikeclip::train {

/// Makes the next batch on a thread of its own while the caller learns from this one. A batch is a function of its step and of nothing else,
/// so whatever is made ahead, and from wherever a run goes on, the caller sees the same.
///
/// `make` runs once at a time, sometimes on the caller's thread; what it throws reaches the caller of `at`.
template <typename Batch>
class Prefetch
{
public:
    explicit Prefetch(std::function<Batch(std::int64_t step)> make) : m_make(std::move(make)) {}

    Batch at(std::int64_t step)
    {
        auto batch = take(step);
        m_step = step + 1;
        m_next = std::async(std::launch::async, m_make, m_step);
        return batch;
    }

private:
    Batch take(std::int64_t step)
    {
        if (m_next.valid() && m_step == step)
            return m_next.get();
        if (m_next.valid())
            m_next.wait(); // the caller has jumped; `make` must be free before it is called here
        return m_make(step);
    }

    std::function<Batch(std::int64_t)> m_make;
    std::int64_t m_step = 0;
    std::future<Batch> m_next; ///< batch m_step; its destructor waits for it
};

}
