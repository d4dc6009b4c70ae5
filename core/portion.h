#pragma once

#include <functional>
#include <optional>
#include <string>

namespace spikeclip {

/// How many samples of a batch go through a network at once: as many as asked for, until memory runs out.
class Portion
{
public:
    using Halved = std::function<void(int size)>;

    /// `halved` hears of every smaller size before it is tried.
    explicit Portion(int size, Halved halved = {});

    int size() const { return m_size; }

    /// What `attempt(size)` returns. When memory runs out it is called anew with half the size, so it must begin afresh each time; a size
    /// that did not fit is never tried again.
    ///
    /// Errors  Error(OutOfMemory) if a single sample does not fit; anything but it and std::bad_alloc that `attempt` throws
    template <typename Attempt>
    auto fit(Attempt&& attempt)
    {
        std::optional<decltype(attempt(m_size))> result;
        while (!result) {
            try {
                result.emplace(attempt(m_size));
            } catch (...) {
                rememberOutOfMemory();
            }
            if (!result)
                halve();
        }
        return *std::move(result);
    }

private:
    void rememberOutOfMemory(); ///< throws the exception in flight again if it is any other
    void halve();

    int m_size;
    Halved m_halved;
    std::string m_reason; ///< of the last attempt that did not fit
};

}
