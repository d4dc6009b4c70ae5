#include "app/session/engine_worker.h"

#include "core/io/picture.h"

#include <exception>
#include <new>
#include <span>
#include <utility>

namespace spikeclip::session {

namespace {

/// What the worker does itself must not throw into Qt. The engine has a boundary of its own.
template <typename Work>
auto attempt(Work&& work) -> Outcome<decltype(work())>
{
    try {
        return work();
    } catch (const Stopped&) {
        return Cancelled{};
    } catch (const Error& error) {
        return Failure{error.code(), error.what()};
    } catch (const std::bad_alloc&) {
        return Failure{ErrorCode::OutOfMemory, "reading a picture"};
    } catch (const std::exception& error) {
        return Failure{ErrorCode::Internal, error.what()};
    } catch (...) {
        return Failure{ErrorCode::Internal, "an exception of unknown type"};
    }
}

data::ImagePtr shared(data::Image image)
{
    return std::make_shared<const data::Image>(std::move(image));
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

InferenceOutcome EngineWorker::infer(const InferenceRequest& request, std::stop_token stop)
{
    if (!m_engine)
        return noModel();
    return m_engine->infer(request, stop);
}

SpeedOutcome EngineWorker::speed(bool anew, const Progress& progress, std::stop_token stop)
{
    if (!m_engine)
        return noModel();
    return m_engine->speed(anew, progress, stop);
}

PictureOutcome EngineWorker::readPicture(const PictureSource& source) const
{
    return attempt([&]() -> Picture {
        auto image = source.bytes.isEmpty()
                         ? io::readPicture(source.path.toStdString())
                         : io::decodePicture(std::as_bytes(std::span(source.bytes.constData(), static_cast<std::size_t>(source.bytes.size()))),
                                             source.name.toStdString());
        return {.name = source.name, .path = source.path, .image = shared(std::move(image))};
    });
}

data::ImagePtr EngineWorker::thumbnail(const QString& file, QSize size) const
{
    auto outcome = attempt([&] { return io::scaledToFit(io::readPicture(file.toStdString()), size.width(), size.height()); });
    auto* image = std::get_if<data::Image>(&outcome);
    return image ? shared(std::move(*image)) : nullptr;
}

}
