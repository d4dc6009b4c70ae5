#pragma once

#include <QList>
#include <QString>
#include <QStringList>

namespace spikeclip::widgets {

/// One label's score, ready to be shown.
struct ScoreRow
{
    QString label;
    QStringList unknownWords; ///< of the label; the model does not know them
    double cosine = 0;        ///< in [-1, 1]
    double probability = 0;   ///< softmax at the table's scale, in [0, 1]
    bool tied = false;        ///< another label has the same cosine
};

/// The answer at one step.
struct ScoreTable
{
    QList<ScoreRow> rows;  ///< best first
    double highest = 0;    ///< largest cosine over all steps, so that bars keep their scale while T moves
    double scale = 1;      ///< of the softmax
    double modelScale = 1; ///< the model's own
};

}
