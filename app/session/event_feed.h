#pragma once

#include "core/data/training.h"

#include <memory>
#include <mutex>
#include <optional>
#include <utility>
#include <vector>

namespace spikeclip::session {

/// Events of a run on their way from the thread that trains to the one that shows them: kept in order until somebody takes them, however many come.
class EventFeed
{
public:
    struct Batch
    {
        std::optional<data::TrainingLog> past; ///< what the run had said when it was stopped: it comes before all else, once
        std::vector<data::TrainingEvent> events;
    };

    /// True if whoever takes must be woken: nothing has waited until now.
    bool begin(data::TrainingLog past)
    {
        const std::lock_guard lock(m_mutex);
        m_batch.past = std::move(past);
        return !std::exchange(m_waits, true);
    }

    /// Likewise.
    bool push(const data::TrainingEvent& event)
    {
        const std::lock_guard lock(m_mutex);
        m_batch.events.push_back(event);
        return !std::exchange(m_waits, true);
    }

    Batch take()
    {
        const std::lock_guard lock(m_mutex);
        m_waits = false;
        return std::exchange(m_batch, {});
    }

private:
    std::mutex m_mutex;
    Batch m_batch;
    bool m_waits = false;
};

}
