#pragma once

#include <QList>
#include <QString>

namespace spikeclip::explorer {

/// A photograph that ships with the program.
struct Sample
{
    QString path;
    QString label; ///< what a person would type for it
};

/// The samples listed in `folder`/SOURCES.tsv, in its order; none if there is no such list.
QList<Sample> readSamples(const QString& folder);

/// Their labels, as they stand in the label editor at first.
QString labelsOf(const QList<Sample>& samples);

}
