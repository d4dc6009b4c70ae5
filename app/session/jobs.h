#pragma once

#include "core/engine.h"

#include <QByteArray>
#include <QString>

#include <functional>
#include <memory>

/// What session::Inference is asked to do, and how each kind of job ends.
namespace spikeclip::session {

/// Makes the engine; called once, on the worker's thread.
using EngineFactory = std::function<Outcome<std::unique_ptr<Engine>>()>;

/// A picture still to be decoded: a file, or bytes that were pasted or dropped.
struct PictureSource
{
    QString name;     ///< shown in the title
    QString path;     ///< read unless `bytes` holds something
    QByteArray bytes; ///< an encoded picture
};

struct Picture
{
    QString name;
    QString path; ///< empty if it did not come from a file
    data::ImagePtr image;
};

using PictureOutcome = Outcome<Picture>;
using ModelOutcome = Outcome<ModelInfo>;
using InferenceOutcome = Outcome<InferenceResult>;
using SpeedOutcome = Outcome<data::MachineSpeed>;

}
