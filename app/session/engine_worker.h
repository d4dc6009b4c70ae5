#pragma once

#include "app/session/jobs.h"

#include <QObject>
#include <QSize>

#include <memory>
#include <stop_token>
#include <string>

namespace spikeclip::session {

/// Lives on the worker's thread, where it makes, uses and destroys the engine, and decodes pictures without it. Throws nothing.
class EngineWorker : public QObject
{
public:
    explicit EngineWorker(EngineFactory makeEngine) : m_makeEngine(std::move(makeEngine)) {}

    /// Makes the engine if there is none yet.
    ModelOutcome loadModel(const std::string& file, const ComputeOptions& compute);
    SelfCheckOutcome selfCheck(const std::string& referenceFile, const Progress& progress, std::stop_token stop);

    /// Errors  Failure(EngineMissing) before a model has been loaded
    InferenceOutcome infer(const InferenceRequest& request, std::stop_token stop);
    TraceOutcome trace(const TraceRequest& request, std::stop_token stop);
    ReadingOutcome read(const ReadRequest& request, std::stop_token stop);
    RaceOutcome race(const RaceRequest& request, std::stop_token stop);
    SpeedOutcome speed(bool anew, const Progress& progress, std::stop_token stop);

    PictureOutcome readPicture(const PictureSource& source) const;

    /// Null if the file could not be decoded.
    data::ImagePtr thumbnail(const QString& file, QSize size) const;

    /// Decodes one file of a list and asks the engine about it; without the twin where there is none to ask.
    ListedPicture answer(const PictureList::Entry& entry, QSize thumbnail, const std::optional<InferenceRequest>& ask, std::stop_token stop);

private:
    Outcome<Engine*> engine();

    EngineFactory m_makeEngine;
    std::unique_ptr<Engine> m_engine;
};

}
