#pragma once

#include <QList>
#include <QString>

#include <optional>

namespace spikeclip::widgets {

/// One training run in a list of runs, ready to be shown.
struct JobRow
{
    enum class State {
        Queued,
        Running,
        Paused,
        Finished,
        Cancelled,
        Failed,
        Interrupted, ///< the program ended meanwhile; it can go on
    };

    QString id; ///< tells it from all others
    QString name;
    State state = State::Queued;
    double fraction = 0;                       ///< done, in [0, 1]
    double secondsLeft = -1;                   ///< below 0: not known yet
    std::optional<double> top1 = std::nullopt; ///< validation accuracy of late, in [0, 1]: what the weights of the moment can do
    QString message;                           ///< a sentence, such as why it failed; empty: none
    bool inCurves = false;                     ///< its curves are drawn
    bool canResume = false;                    ///< it does not run, and may go on from where it stood

    friend bool operator==(const JobRow&, const JobRow&) = default;
};

}
