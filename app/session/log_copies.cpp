#include "app/session/log_copies.h"

#include <atomic>
#include <tuple>
#include <utility>

namespace spikeclip::session {

namespace {

template <typename Point>
void forgetAfter(std::vector<Point>& points, const data::TrainingNote& note)
{
    while (!points.empty() && std::tie(points.back().stageIndex, points.back().step) > std::tie(note.stageIndex, note.step))
        points.pop_back();
}

}

void addTo(data::TrainingLog& log, const data::TrainingEvent& event)
{
    if (const auto* note = std::get_if<data::TrainingNote>(&event); note && note->kind == data::TrainingNote::Kind::Resumed) {
        forgetAfter(log.points, *note);
        forgetAfter(log.validations, *note);
        forgetAfter(log.healths, *note);
    }
    log.add(event);
}

void LogCopies::add(std::vector<data::TrainingEvent> events)
{
    // Views let go on threads of their own, perhaps: what they read happened before we write.
    const bool free = m_other && m_other.use_count() == 1;
    std::atomic_thread_fence(std::memory_order_acquire);
    if (free) {
        for (const auto& event : m_missing)
            addTo(*m_other, event);
    } else {
        m_other = std::make_shared<data::TrainingLog>(*m_shown);
        ++m_copied;
    }
    for (const auto& event : events)
        addTo(*m_other, event);
    std::swap(m_shown, m_other);
    m_missing = std::move(events);
}

void LogCopies::rest()
{
    m_other.reset();
    m_missing = {};
}

}
