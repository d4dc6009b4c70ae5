#include "app/session/engine_worker.h"

#include "app/session/attempt.h"
#include "core/io/picture.h"

#include <span>
#include <utility>

namespace spikeclip::session {

namespace {

constexpr const char* doing = "reading a picture";

data::ImagePtr shared(data::Image image)
{
    return std::make_shared<const data::Image>(std::move(image));
}

bool lacksTwin(const InferenceOutcome& outcome)
{
    const auto* failure = std::get_if<Failure>(&outcome);
    return failure && (failure->code == ErrorCode::PartMissing || failure->code == ErrorCode::EngineMissing);
}

Failure noModel()
{
    return {ErrorCode::EngineMissing, "no model has been loaded"};
}

}

Outcome<Engine*> EngineWorker::engine()
{
    if (!m_engine) {
        auto made = m_makeEngine();
        if (auto* failure = std::get_if<Failure>(&made))
            return *failure;
        if (std::holds_alternative<Cancelled>(made))
            return Cancelled{};
        m_engine = std::get<std::unique_ptr<Engine>>(std::move(made));
    }
    return m_engine.get();
}

ModelOutcome EngineWorker::loadModel(const std::string& file, const ComputeOptions& compute)
{
    const auto made = engine();
    if (const auto* failure = std::get_if<Failure>(&made))
        return *failure;
    if (std::holds_alternative<Cancelled>(made))
        return Cancelled{};
    return m_engine->load(file, compute);
}

SelfCheckOutcome EngineWorker::selfCheck(const std::string& referenceFile, const Progress& progress, std::stop_token stop)
{
    const auto made = engine();
    if (const auto* failure = std::get_if<Failure>(&made))
        return *failure;
    if (std::holds_alternative<Cancelled>(made))
        return Cancelled{};
    return m_engine->selfCheck(referenceFile, progress, stop);
}

InferenceOutcome EngineWorker::infer(const InferenceRequest& request, std::stop_token stop)
{
    if (!m_engine)
        return noModel();
    return m_engine->infer(request, stop);
}

TraceOutcome EngineWorker::trace(const TraceRequest& request, std::stop_token stop)
{
    if (!m_engine)
        return noModel();
    return m_engine->trace(request, stop);
}

ReadingOutcome EngineWorker::read(const ReadRequest& request, std::stop_token stop)
{
    if (!m_engine)
        return noModel();
    return m_engine->read(request, stop);
}

RaceOutcome EngineWorker::race(const RaceRequest& request, std::stop_token stop)
{
    if (!m_engine)
        return noModel();
    return m_engine->race(request, stop);
}

SpeedOutcome EngineWorker::speed(bool anew, const Progress& progress, std::stop_token stop)
{
    if (!m_engine)
        return noModel();
    return m_engine->speed(anew, progress, stop);
}

PictureOutcome EngineWorker::readPicture(const PictureSource& source) const
{
    return attempt(doing, [&]() -> Picture {
        auto image = source.bytes.isEmpty()
                         ? io::readPicture(source.path.toStdString())
                         : io::decodePicture(std::as_bytes(std::span(source.bytes.constData(), static_cast<std::size_t>(source.bytes.size()))),
                                             source.name.toStdString());
        return {.name = source.name, .path = source.path, .image = shared(std::move(image))};
    });
}

data::ImagePtr EngineWorker::thumbnail(const QString& file, QSize size) const
{
    auto outcome = attempt(doing, [&] { return io::scaledToFit(io::readPicture(file.toStdString()), size.width(), size.height()); });
    auto* image = std::get_if<data::Image>(&outcome);
    return image ? shared(std::move(*image)) : nullptr;
}

ListedPicture EngineWorker::answer(const PictureList::Entry& entry, QSize thumbnail, const std::optional<InferenceRequest>& ask, std::stop_token stop)
{
    ListedPicture listed{.index = entry.index, .thumbnail = nullptr, .answer = Cancelled{}};
    const auto read = attempt(doing, [&] {
        auto image = shared(io::readPicture(entry.file.toStdString()));
        if (entry.withThumbnail)
            listed.thumbnail = shared(io::scaledToFit(*image, thumbnail.width(), thumbnail.height()));
        return image;
    });
    if (const auto* failure = std::get_if<Failure>(&read)) {
        listed.answer = *failure;
    } else if (const auto* image = std::get_if<data::ImagePtr>(&read); image && ask && !stop.stop_requested()) {
        auto request = *ask;
        request.image = *image;
        listed.answer = infer(request, stop);
        if (request.withTwin && lacksTwin(listed.answer)) {
            request.withTwin = false; // the spiking network's answer does not depend on it
            listed.answer = infer(request, stop);
        }
    }
    return listed;
}

}
