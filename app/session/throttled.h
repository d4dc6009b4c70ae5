#pragma once

#include "core/engine.h"

#include <QElapsedTimer>
#include <QString>

#include <utility>

namespace spikeclip::session {

/// Passes on at most twenty reports a second, and the last one: `report(double fraction, const QString& note)`.
template <typename Report>
Progress throttled(Report report)
{
    QElapsedTimer since;
    return [since, report = std::move(report)](double fraction, const std::string& note) mutable {
        constexpr qint64 intervalMs = 50;
        if (since.isValid() && since.elapsed() < intervalMs && fraction < 1)
            return;
        since.start();
        report(fraction, QString::fromStdString(note));
    };
}

}
