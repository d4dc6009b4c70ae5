#pragma once

#include "app/session/engine_worker.h"
#include "app/session/jobs.h"
#include "app/session/latest_wins.h"
#include "app/session/worker_thread.h"
#include "app/session/yielding_job.h"

#include <QObject>
#include <QSize>
#include <QString>
#include <QStringList>

#include <deque>
#include <functional>
#include <memory>
#include <stop_token>

namespace spikeclip::session {

class FolderScan;

/// Runs one job at a time on its own thread; of several requests of one kind the newest wins.
///
/// Pictures are decoded on the same thread, and without the engine, so that a picture is on the screen while LibTorch still loads.
/// Jobs of different kinds run in the order asked, but three kinds only while nothing else runs or waits, in this order: folders that are read, the
/// measurement of speed, the list of pictures. They give way to everything that comes meanwhile.
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

    /// The membrane potential of some neurons. A newer request stops the running one, of which nothing is told.
    void requestTrace(const TraceRequest& request);
    void cancelTrace();

    /// How the text encoder reads labels; likewise.
    void requestReading(const ReadRequest& request);
    void cancelReading();

    /// The same question with the ANN twin's answer to it (`withTwin` is set here), beside the requests that somebody waits for; likewise. The first
    /// may take seconds, because the engine loads LibTorch.
    void requestTwin(const InferenceRequest& request);
    void cancelTwin();

    /// How long both networks take; likewise. Whatever is asked for meanwhile waits for it, some seconds at most.
    void requestRace(const RaceRequest& request);
    void cancelRace();

    bool isRacing() const { return m_races.queue.isRunning(); } ///< or waits to do so

    /// Compares the engine with reference values; makes the engine if there is none yet, and needs no model. It takes minutes and does not
    /// give way, or it might never end: whatever is asked for meanwhile waits. Stops within one part of the check.
    void requestSelfCheck(const QString& referenceFile);
    void cancelSelfCheck();

    bool isChecking() const { return m_checks.queue.isRunning(); } ///< or waits to do so

    /// Asks what this computer does with the layers of the model: from the engine's file, or measured, in any case if `anew`. A measurement
    /// that gave way begins again.
    void requestSpeed(bool anew);

    /// Stops the measurement, or forgets it if it waits; either way `speedMeasured` says Cancelled.
    void cancelSpeed();

    bool isMeasuring() const { return m_speed.isWanted(); } ///< or waits to do so

    /// Decodes and classifies many files, one after another, instead of what is left of an earlier list. A file that gave way begins again;
    /// how far the list is, its owner sees by what it is told.
    void requestList(const PictureList& list);

    /// Forgets the rest of the list. Nothing more is told of it.
    void cancelList();

    bool isListing() const { return m_listing.isWanted(); } ///< or waits to do so

    /// Looks for pictures in files and folders, at most so many. Every request is answered, in the order asked.
    void readFolders(const QStringList& paths, int most);

    /// Forgets folders that are being read and those that wait. Nothing more is told of them.
    void cancelFolders();

    bool isReadingFolders() const { return !m_folders.empty(); }

Q_SIGNALS:
    void pictureRead(const spikeclip::session::PictureOutcome& outcome);
    void thumbnailRead(int index, const spikeclip::data::ImagePtr& thumbnail); ///< null if the file could not be decoded
    void modelLoaded(const spikeclip::session::ModelOutcome& outcome);
    void finished(const spikeclip::session::InferenceOutcome& outcome); ///< of the newest request only, as the next four
    void traced(const spikeclip::session::TraceOutcome& outcome);
    void readLabels(const spikeclip::session::ReadingOutcome& outcome);
    void twinAnswered(const spikeclip::session::InferenceOutcome& outcome);
    void raced(const spikeclip::session::RaceOutcome& outcome);
    void selfCheckProgressed(double fraction, const QString& note); ///< in [0, 1]; the note is English
    void selfChecked(const spikeclip::session::SelfCheckOutcome& outcome);
    void speedProgressed(double fraction);                               ///< in [0, 1]
    void speedMeasured(const spikeclip::session::SpeedOutcome& outcome); ///< once for all requests made until then
    void pictureListed(const spikeclip::session::ListedPicture& picture);
    void listEnded(); ///< every file has been told of
    void foldersRead(const spikeclip::session::FoundPictures& found);

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
    bool startFolder();
    bool startSpeed();
    bool startEntry();
    void onSpeed(const SpeedOutcome& outcome);
    void onEntry(const ListedPicture& picture);

    LatestWins<PictureSource> m_pictures;
    Newest<InferenceRequest, InferenceResult> m_requests;
    Newest<TraceRequest, data::PotentialTrace> m_traces;
    Newest<ReadRequest, std::vector<data::LabelReading>> m_readings;
    Newest<InferenceRequest, InferenceResult> m_twins;
    Newest<RaceRequest, RaceReport> m_races;
    Newest<QString, SelfCheckReport> m_checks;
    InferenceRequest m_running; ///< what `m_requests` says is running
    int m_urgent = 0;           ///< jobs posted that do not give way

    std::deque<std::shared_ptr<FolderScan>> m_folders; ///< each is on one thread at a time
    bool m_folderRunning = false;
    YieldingJob m_speed;
    bool m_anew = false;   ///< of the measurement
    YieldingJob m_listing; ///< one entry
    PictureList m_list;
    qsizetype m_nextEntry = 0;

    WorkerThread<EngineWorker> m_thread; ///< last, so that it ends before what it reports to
};

}
