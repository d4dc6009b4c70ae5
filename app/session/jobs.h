#pragma once

#include "core/engine.h"

#include <QByteArray>
#include <QList>
#include <QSize>
#include <QString>
#include <QStringList>

#include <functional>
#include <memory>
#include <optional>

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

/// Many files against the same labels.
struct PictureList
{
    struct Entry
    {
        int index = 0; ///< comes back with the answer
        QString file;
        bool withThumbnail = true;
    };
    QList<Entry> entries;                ///< in the order to be done
    QSize thumbnail;                     ///< pixels that a thumbnail fits into
    std::optional<InferenceRequest> ask; ///< `image` is set for each file; nothing: thumbnails are all that is wanted
};

/// What became of one file of a list.
struct ListedPicture
{
    int index = 0;
    data::ImagePtr thumbnail;                      ///< null if none was wanted, or if the file could not be decoded
    Outcome<InferenceResult> answer = Cancelled{}; ///< also a failure if the file could not be decoded; cancelled if nothing was asked
};

/// The pictures among files and folders. See FolderScan.
struct FoundPictures
{
    QStringList files;         ///< absolute, each once
    int leftOut = 0;           ///< further pictures, beyond as many as were wanted
    int unreadableFolders = 0; ///< could not be listed, or lie too deep
    bool cutShort = false;     ///< there were so many entries that not all were looked at
};

using PictureOutcome = Outcome<Picture>;
using ModelOutcome = Outcome<ModelInfo>;
using InferenceOutcome = Outcome<InferenceResult>;
using TraceOutcome = Outcome<data::PotentialTrace>;
using ReadingOutcome = Outcome<std::vector<data::LabelReading>>;
using RaceOutcome = Outcome<RaceReport>;
using SpeedOutcome = Outcome<data::MachineSpeed>;
using SelfCheckOutcome = Outcome<SelfCheckReport>;
using FolderOutcome = Outcome<FoundPictures>;

}
