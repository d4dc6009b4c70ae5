#pragma once

#include "app/session/engine_thread.h"
#include "app/session/jobs.h"
#include "app/session/latest_wins.h"
#include "app/session/yielding_job.h"

#include <QObject>
#include <QSize>
#include <QString>
#include <QStringList>

#include <functional>
#include <stop_token>

namespace spikeclip::session {

/// Runs one job at a time on its own thread; of several requests of one kind the newest wins.
///
/// Pictures are decoded on the same thread, and without the engine, so that a picture is on the screen while LibTorch still loads.
/// Jobs of different kinds run in the order asked, but the measurement of speed only while nothing else runs or waits. It gives
/// way to everything that comes meanwhile.
///
/// All signals are emitted on the thread of this object. The destructor stops what runs, forgets what waits and joins the thread; the engine
/// dies on the thread that made it.
class Inference : public QObject
{
    Q_OBJECT
public:
    explicit Inference(EngineFactory makeEngine, QObject* parent = nullptr);
    ~Inference() override;

    /// Of several pictures asked for in quick succession only the last is sure to be decoded.
    void readPicture(const PictureSource& source);

    /// One `thumbnailRead` for each file, in order.
    void readThumbnails(const QStringList& files, QSize size);

    /// Makes the engine if there is none yet. A failed load leaves the previous model in place.
    void loadModel(const QString& file, const ComputeOptions& compute);

    /// A running request for another picture or encoder is stopped; one for the same picture is left to finish, because the
    /// engine keeps its forward pass for the next.
    void request(const InferenceRequest& request);

    /// Stops the running request and forgets the waiting one.
    void cancel();

    bool isBusy() const { return m_requests.queue.isRunning(); }

    /// Asks what this computer does with the layers of the model: from the engine's file, or measured, in any case if `anew`. A measurement
    /// that gave way begins again.
    void requestSpeed(bool anew);

    /// Stops the measurement, or forgets it if it waits; either way `speedMeasured` says Cancelled.
    void cancelSpeed();

    bool isMeasuring() const { return m_speed.isWanted(); } ///< or waits to do so

Q_SIGNALS:
    void pictureRead(const spikeclip::session::PictureOutcome& outcome);
    void thumbnailRead(int index, const spikeclip::data::ImagePtr& thumbnail); ///< null if the file could not be decoded
    void modelLoaded(const spikeclip::session::ModelOutcome& outcome);
    void finished(const spikeclip::session::InferenceOutcome& outcome); ///< of the newest request only
    void speedProgressed(double fraction);                               ///< in [0, 1]
    void speedMeasured(const spikeclip::session::SpeedOutcome& outcome); ///< once for all requests made until then

private:
    /// One kind of request of which the newest wins: how it is done, on the worker's thread, and how its end is told.
    template <typename Request, typename Value>
    struct Newest
    {
        std::function<Outcome<Value>(EngineWorker& worker, const Request& request, std::stop_token stop)> work;
        void (Inference::*told)(const Outcome<Value>&);
        LatestWins<Request> queue;
        std::stop_source stop;  ///< of the running request
        bool cancelled = false; ///< the running request was cancelled by the caller
    };

    // inference.cpp: what somebody waits for
    template <typename Work, typename Done>
    void run(Work work, Done done);
    template <typename Request, typename Value>
    void offer(Newest<Request, Value>& kind, const Request& request);
    template <typename Request, typename Value>
    void begin(Newest<Request, Value>& kind, const Request& request);
    template <typename Request, typename Value>
    void cancelNewest(Newest<Request, Value>& kind);
    void startReading(const PictureSource& source);
    void onPictureRead(const PictureOutcome& outcome);

    // inference_background.cpp: what gives way
    void startBackground();
    void giveWay();
    void startSpeed();
    void onSpeed(const SpeedOutcome& outcome);

    LatestWins<PictureSource> m_pictures;
    Newest<InferenceRequest, InferenceResult> m_requests;
    InferenceRequest m_running; ///< what `m_requests` says is running
    int m_urgent = 0;           ///< jobs posted that do not give way

    YieldingJob m_speed;
    bool m_anew = false; ///< of the measurement

    EngineThread m_thread; ///< last, so that it ends before what it reports to
};

}
