#pragma once

#include "app/session/training_job.h"

#include <vector>

namespace spikeclip::session {

/// Adds an event to a log. A run that goes on from a state forgets what it had said after it: it will say that again.
void addTo(data::TrainingLog& log, const data::TrainingEvent& event);

/// A log that grows while others look at it. What is handed out never changes.
///
/// Two copies take turns: while views look at one, the other is brought up to date and handed out. So a delivery costs what is new, twice, and not
/// what is there already, as long as views let the old log go when they get the new one. For one that is kept the log is copied, once.
class LogCopies
{
public:
    explicit LogCopies(data::TrainingLog log = {}) : m_shown(std::make_shared<data::TrainingLog>(std::move(log))) {}

    TrainingLogPtr log() const { return m_shown; }

    void add(std::vector<data::TrainingEvent> events);

    int copied() const { return m_copied; } ///< how often all had to be copied

    /// Lets the second copy go, when nothing more will come for a while.
    void rest();

private:
    std::shared_ptr<data::TrainingLog> m_shown;
    std::shared_ptr<data::TrainingLog> m_other;
    std::vector<data::TrainingEvent> m_missing; ///< in the other
    int m_copied = 0;
};

}
