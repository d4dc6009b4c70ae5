#pragma once

#include "app/session/inference.h"

#include <QString>
#include <QStringList>

namespace spikeclip::session {

/// Everything the window shows an answer to. The answer follows from it and the model.
struct ViewState
{
    Picture picture;
    QString labelText;      ///< as typed
    QStringList templates;  ///< empty: the model's own
    Encoder encoder = Encoder::Snn;
    int step = 0;           ///< T the views show, from 1; 0: the last
    double scale = 0;       ///< of the softmax; 0: the model's own
};

/// What to ask the engine. Neither `step` nor `scale` is in it: one answer serves every step and every scale.
InferenceRequest requestFor(const ViewState& state);

}
