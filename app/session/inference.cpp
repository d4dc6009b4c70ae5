#include "app/session/inference.h"

#include "app/session/folder_scan.h"
#include "app/session/throttled.h"

#include <utility>

namespace spikeclip::session {

namespace {

bool sharesForwardPass(const InferenceRequest& a, const InferenceRequest& b)
{
    return a.image == b.image && a.encoder == b.encoder;
}

}

Inference::Inference(EngineFactory makeEngine, QObject* parent)
    : QObject(parent), m_requests{.work = &EngineWorker::infer, .told = &Inference::finished},
      m_traces{.work = &EngineWorker::trace, .told = &Inference::traced}, m_readings{.work = &EngineWorker::read, .told = &Inference::readLabels},
      m_twins{.work = &EngineWorker::infer, .told = &Inference::twinAnswered}, m_races{.work = &EngineWorker::race, .told = &Inference::raced},
      m_checks{.work =
                   [this](EngineWorker& worker, const QString& file, std::stop_token stop) {
                       const auto report = [this](double fraction, const QString& note) {
                           m_thread.reply([this, fraction, note] { Q_EMIT selfCheckProgressed(fraction, note); });
                       };
                       return worker.selfCheck(file.toStdString(), throttled(report), stop);
                   },
               .told = &Inference::selfChecked},
      m_thread(std::make_unique<EngineWorker>(std::move(makeEngine)), QStringLiteral("inference"), this)
{}

Inference::~Inference()
{
    m_requests.stop.request_stop();
    m_traces.stop.request_stop();
    m_readings.stop.request_stop();
    m_twins.stop.request_stop();
    m_races.stop.request_stop();
    m_checks.stop.request_stop();
    m_speed.cancel();
    m_listing.cancel();
}

/// Posts a job that somebody waits for: whatever gives way does.
template <typename Work, typename Done>
void Inference::run(Work work, Done done)
{
    giveWay();
    ++m_urgent;
    m_thread.post(std::move(work), [this, done = std::move(done)](const auto& outcome) {
        --m_urgent;
        done(outcome);
        startBackground();
    });
}

template <typename Request, typename Value>
void Inference::offer(Newest<Request, Value>& kind, const Request& request)
{
    if (const auto next = kind.queue.offer(request))
        begin(kind, *next);
}

template <typename Request, typename Value>
void Inference::begin(Newest<Request, Value>& kind, const Request& request)
{
    kind.cancelled = false;
    kind.stop = std::stop_source();
    if constexpr (std::is_same_v<Request, InferenceRequest>)
        if (&kind == &m_requests)
            m_running = request;
    run([request, work = kind.work, stop = kind.stop.get_token()](EngineWorker& worker) { return work(worker, request, stop); },
        [this, &kind](const Outcome<Value>& outcome) {
            const bool cancelled = kind.cancelled;
            if (const auto next = kind.queue.ended()) {
                begin(kind, *next);
                return; // a newer request was made meanwhile: its answer is the one to show
            }
            // A request that ended just before it was told to stop counts as stopped.
            Q_EMIT(this->*kind.told)(cancelled ? Outcome<Value>(Cancelled{}) : outcome);
        });
}

template <typename Request, typename Value>
void Inference::cancelNewest(Newest<Request, Value>& kind)
{
    kind.queue.dropWaiting();
    kind.cancelled = kind.queue.isRunning();
    kind.stop.request_stop();
}

void Inference::readPicture(const PictureSource& source)
{
    if (const auto next = m_pictures.offer(source))
        startReading(*next);
}

void Inference::startReading(const PictureSource& source)
{
    run([source](EngineWorker& worker) { return worker.readPicture(source); }, [this](const PictureOutcome& outcome) { onPictureRead(outcome); });
}

void Inference::onPictureRead(const PictureOutcome& outcome)
{
    const auto next = m_pictures.ended();
    if (next)
        startReading(*next); // a newer picture was asked for meanwhile
    if (!next || std::holds_alternative<Failure>(outcome))
        Q_EMIT pictureRead(outcome); // the sentence about a broken file is shown even so
}

void Inference::readThumbnails(const QStringList& files, QSize size)
{
    for (qsizetype i = 0; i < files.size(); ++i)
        run([file = files[i], size](EngineWorker& worker) { return worker.thumbnail(file, size); },
            [this, index = static_cast<int>(i)](const data::ImagePtr& thumbnail) { Q_EMIT thumbnailRead(index, thumbnail); });
}

void Inference::loadModel(const QString& file, const ComputeOptions& compute)
{
    run([file = file.toStdString(), compute](EngineWorker& worker) { return worker.loadModel(file, compute); },
        [this](const ModelOutcome& outcome) { Q_EMIT modelLoaded(outcome); });
}

void Inference::request(const InferenceRequest& request)
{
    if (m_requests.queue.isRunning() && !sharesForwardPass(m_running, request))
        m_requests.stop.request_stop();
    offer(m_requests, request);
}

void Inference::cancel()
{
    cancelNewest(m_requests);
}

void Inference::requestTrace(const TraceRequest& request)
{
    m_traces.stop.request_stop();
    offer(m_traces, request);
}

void Inference::cancelTrace()
{
    cancelNewest(m_traces);
}

void Inference::requestReading(const ReadRequest& request)
{
    m_readings.stop.request_stop();
    offer(m_readings, request);
}

void Inference::cancelReading()
{
    cancelNewest(m_readings);
}

void Inference::requestTwin(const InferenceRequest& request)
{
    m_twins.stop.request_stop();
    auto both = request;
    both.withTwin = true;
    offer(m_twins, both);
}

void Inference::cancelTwin()
{
    cancelNewest(m_twins);
}

void Inference::requestRace(const RaceRequest& request)
{
    m_races.stop.request_stop();
    offer(m_races, request);
}

void Inference::cancelRace()
{
    cancelNewest(m_races);
}

void Inference::requestSelfCheck(const QString& referenceFile)
{
    m_checks.stop.request_stop();
    offer(m_checks, referenceFile);
}

void Inference::cancelSelfCheck()
{
    cancelNewest(m_checks);
}

}
