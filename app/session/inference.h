#pragma once

#include "app/session/latest_wins.h"
#include "core/engine.h"

#include <QByteArray>
#include <QObject>
#include <QSize>
#include <QString>
#include <QStringList>
#include <QThread>

#include <functional>
#include <memory>
#include <stop_token>

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

/// Runs one request at a time on its own thread; the newest request wins.
///
/// Pictures are decoded on the same thread, and without the engine, so that a picture is on the screen while LibTorch still loads.
/// Jobs of different kinds run in the order asked. All signals are emitted on the thread of this object. The destructor stops what
/// runs, forgets what waits and joins the thread; the engine dies on the thread that made it.
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

    bool isBusy() const { return m_requests.isRunning(); }

    /// Asks what this computer does with the layers of the model: from the engine's file, or measured, in any case if `anew`. Waits until
    /// nothing else is asked for. A picture, a request or a model that comes meanwhile goes first; the measurement then begins again.
    void requestSpeed(bool anew);

    /// Stops the measurement, or forgets it if it waits; either way `speedMeasured` says Cancelled.
    void cancelSpeed();

    bool isMeasuring() const { return m_speed.wanted; } ///< or waits to do so

Q_SIGNALS:
    void pictureRead(const spikeclip::session::PictureOutcome& outcome);
    void thumbnailRead(int index, const spikeclip::data::ImagePtr& thumbnail); ///< null if the file could not be decoded
    void modelLoaded(const spikeclip::session::ModelOutcome& outcome);
    void finished(const spikeclip::session::InferenceOutcome& outcome); ///< of the newest request only
    void speedProgressed(double fraction);                              ///< in [0, 1]
    void speedMeasured(const spikeclip::session::SpeedOutcome& outcome); ///< once for all requests made until then

private:
    class Worker;

    template <typename Work>
    void post(Work work);
    template <typename Work>
    void reply(Work work);

    void startReading(const PictureSource& source);
    void onPictureRead(const PictureOutcome& outcome);
    void startRequest(const InferenceRequest& request);
    void onFinished(const InferenceOutcome& outcome);
    void startSpeed();
    void onSpeed(const SpeedOutcome& outcome);
    void yieldSpeed();

    /// A measurement may take seconds, so it gives way to everything else.
    struct SpeedJob
    {
        bool wanted = false;
        bool anew = false;
        bool running = false;
        bool yielded = false; ///< told to stop, to be started again
        std::stop_source stop;
    };

    LatestWins<PictureSource> m_pictures;
    LatestWins<InferenceRequest> m_requests;
    InferenceRequest m_running; ///< what `m_requests` says is running
    bool m_cancelled = false;   ///< the running request was cancelled by the caller
    std::stop_source m_stop;    ///< of the running request
    SpeedJob m_speed;
    std::stop_source m_closing; ///< jobs still queued when this object dies do nothing
    QThread m_thread;
    Worker* m_worker; ///< lives on m_thread, which deletes it: the address work is posted to
};

}
