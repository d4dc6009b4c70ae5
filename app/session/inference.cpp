#include "app/session/inference.h"

#include "core/io/picture.h"

#include <QElapsedTimer>

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

Picture decode(const PictureSource& source)
{
    auto image = source.bytes.isEmpty()
                     ? io::readPicture(source.path.toStdString())
                     : io::decodePicture(std::as_bytes(std::span(source.bytes.constData(), static_cast<std::size_t>(source.bytes.size()))),
                                         source.name.toStdString());
    return {.name = source.name, .path = source.path, .image = std::make_shared<const data::Image>(std::move(image))};
}

bool sharesForwardPass(const InferenceRequest& a, const InferenceRequest& b)
{
    return a.image == b.image && a.encoder == b.encoder;
}

/// Passes on at most twenty reports a second, and the last one.
template <typename Report>
Progress throttled(Report report)
{
    QElapsedTimer since;
    return [since, report = std::move(report)](double fraction, const std::string&) mutable {
        constexpr qint64 intervalMs = 50;
        if (since.isValid() && since.elapsed() < intervalMs && fraction < 1)
            return;
        since.start();
        report(fraction);
    };
}

}

class Inference::Worker : public QObject
{
public:
    explicit Worker(EngineFactory makeEngine) : m_makeEngine(std::move(makeEngine)) {}

    ModelOutcome loadModel(const std::string& file, const ComputeOptions& compute)
    {
        if (!m_engine) {
            auto made = m_makeEngine();
            if (auto* failure = std::get_if<Failure>(&made))
                return *failure;
            if (std::holds_alternative<Cancelled>(made))
                return Cancelled{};
            m_engine = std::get<std::unique_ptr<Engine>>(std::move(made));
        }
        return m_engine->load(file, compute);
    }

    InferenceOutcome infer(const InferenceRequest& request, std::stop_token stop)
    {
        if (!m_engine)
            return Failure{ErrorCode::EngineMissing, "no model has been loaded"};
        return m_engine->infer(request, stop);
    }

    SpeedOutcome speed(bool anew, const Progress& progress, std::stop_token stop)
    {
        if (!m_engine)
            return Failure{ErrorCode::EngineMissing, "no model has been loaded"};
        return m_engine->speed(anew, progress, stop);
    }

private:
    EngineFactory m_makeEngine;
    std::unique_ptr<Engine> m_engine;
};

Inference::Inference(EngineFactory makeEngine, QObject* parent) : QObject(parent), m_worker(new Worker(std::move(makeEngine)))
{
    m_worker->moveToThread(&m_thread);
    connect(&m_thread, &QThread::finished, m_worker, &QObject::deleteLater);
    m_thread.setObjectName(QStringLiteral("inference"));
    m_thread.start();
}

Inference::~Inference()
{
    m_closing.request_stop();
    m_stop.request_stop();
    m_speed.stop.request_stop();
    m_thread.quit();
    m_thread.wait();
}

template <typename Work>
void Inference::post(Work work)
{
    QMetaObject::invokeMethod(
        m_worker,
        [work = std::move(work), worker = m_worker, closing = m_closing.get_token()] {
            if (!closing.stop_requested())
                work(*worker);
        },
        Qt::QueuedConnection);
}

/// Called on the worker's thread. This object outlives it, and Qt drops what is still queued when this object dies.
template <typename Work>
void Inference::reply(Work work)
{
    QMetaObject::invokeMethod(this, std::move(work), Qt::QueuedConnection);
}

void Inference::readPicture(const PictureSource& source)
{
    yieldSpeed();
    if (const auto next = m_pictures.offer(source))
        startReading(*next);
}

void Inference::startReading(const PictureSource& source)
{
    post([this, source](Worker&) {
        auto outcome = attempt([&] { return decode(source); });
        reply([this, outcome = std::move(outcome)] { onPictureRead(outcome); });
    });
}

void Inference::onPictureRead(const PictureOutcome& outcome)
{
    const auto next = m_pictures.ended();
    if (next)
        startReading(*next); // a newer picture was asked for meanwhile
    if (!next || std::holds_alternative<Failure>(outcome))
        Q_EMIT pictureRead(outcome); // the sentence about a broken file is shown even so
    startSpeed();
}

void Inference::readThumbnails(const QStringList& files, QSize size)
{
    for (qsizetype i = 0; i < files.size(); ++i)
        post([this, file = files[i].toStdString(), size, index = static_cast<int>(i)](Worker&) {
            auto outcome = attempt([&] { return io::scaledToFit(io::readPicture(file), size.width(), size.height()); });
            data::ImagePtr thumbnail;
            if (auto* image = std::get_if<data::Image>(&outcome))
                thumbnail = std::make_shared<const data::Image>(std::move(*image));
            reply([this, index, thumbnail] { Q_EMIT thumbnailRead(index, thumbnail); });
        });
}

void Inference::loadModel(const QString& file, const ComputeOptions& compute)
{
    yieldSpeed(); // what was measured would be another model's
    post([this, file = file.toStdString(), compute](Worker& worker) {
        auto outcome = worker.loadModel(file, compute);
        reply([this, outcome = std::move(outcome)] { Q_EMIT modelLoaded(outcome); });
    });
}

void Inference::request(const InferenceRequest& request)
{
    yieldSpeed();
    if (m_requests.isRunning() && !sharesForwardPass(m_running, request))
        m_stop.request_stop();
    if (const auto next = m_requests.offer(request))
        startRequest(*next);
}

void Inference::cancel()
{
    m_requests.dropWaiting();
    m_cancelled = m_requests.isRunning();
    m_stop.request_stop();
}

void Inference::startRequest(const InferenceRequest& request)
{
    m_running = request;
    m_cancelled = false;
    m_stop = std::stop_source();
    post([this, request, stop = m_stop.get_token()](Worker& worker) {
        auto outcome = worker.infer(request, stop);
        reply([this, outcome = std::move(outcome)] { onFinished(outcome); });
    });
}

void Inference::onFinished(const InferenceOutcome& outcome)
{
    const bool cancelled = m_cancelled;
    if (const auto next = m_requests.ended()) {
        startRequest(*next);
        return; // a newer request was made meanwhile: its answer is the one to show
    }
    // A request that ended just before it was told to stop counts as stopped.
    Q_EMIT finished(cancelled ? InferenceOutcome(Cancelled{}) : outcome);
    startSpeed();
}

void Inference::requestSpeed(bool anew)
{
    if (anew && !m_speed.anew)
        yieldSpeed(); // what runs now may only read the file
    m_speed.yielded = m_speed.running && m_speed.stop.stop_requested(); // also after a cancellation: wanted again
    m_speed.wanted = true;
    m_speed.anew = m_speed.anew || anew;
    startSpeed();
}

void Inference::cancelSpeed()
{
    if (!m_speed.wanted)
        return;
    m_speed.yielded = false;
    m_speed.stop.request_stop();
    if (!m_speed.running)
        onSpeed(Cancelled{});
}

void Inference::yieldSpeed()
{
    if (!m_speed.running || m_speed.stop.stop_requested())
        return;
    m_speed.yielded = true;
    m_speed.stop.request_stop();
}

void Inference::startSpeed()
{
    if (!m_speed.wanted || m_speed.running || m_requests.isRunning() || m_pictures.isRunning())
        return;
    m_speed.running = true;
    m_speed.yielded = false;
    m_speed.stop = std::stop_source();
    post([this, anew = m_speed.anew, stop = m_speed.stop.get_token()](Worker& worker) {
        auto outcome = worker.speed(anew, throttled([this](double fraction) { reply([this, fraction] { Q_EMIT speedProgressed(fraction); }); }), stop);
        reply([this, outcome = std::move(outcome)] { onSpeed(outcome); });
    });
}

void Inference::onSpeed(const SpeedOutcome& outcome)
{
    m_speed.running = false;
    if (std::exchange(m_speed.yielded, false)) {
        startSpeed(); // if what it gave way to has ended
        return;
    }
    const bool cancelled = m_speed.stop.stop_requested();
    m_speed = {};
    Q_EMIT speedMeasured(cancelled ? SpeedOutcome(Cancelled{}) : outcome);
}

}
