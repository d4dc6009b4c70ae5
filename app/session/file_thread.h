#pragma once

#include <QObject>

#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <stop_token>
#include <thread>
#include <utility>

namespace spikeclip::session {

/// The thread that reads and writes small files, in order, while the engine computes. What a job says comes back on the thread of `home`.
///
/// The destructor forgets what waits to read, does what waits to write, lets what runs end (its owner tells it to stop) and joins. `home` must
/// outlive this object; Qt drops what is still queued for it when it dies.
class FileThread
{
public:
    enum class Kind { Read, Write };

    explicit FileThread(QObject* home);
    ~FileThread();

    FileThread(const FileThread&) = delete;
    FileThread& operator=(const FileThread&) = delete;

    /// `done` gets what `work` returned, at home. `work` throws nothing.
    template <typename Work, typename Done>
    void post(Kind kind, Work work, Done done)
    {
        add({kind, [this, work = std::move(work), done = std::move(done)]() mutable {
                 reply([done = std::move(done), outcome = work()]() mutable { done(std::move(outcome)); });
             }});
    }

    /// To be called from time to time by a job that takes long: does everything that waits.
    void giveWay();

    /// Called on this thread.
    template <typename Work>
    void reply(Work work)
    {
        QMetaObject::invokeMethod(m_home, std::move(work), Qt::QueuedConnection);
    }

private:
    struct Job
    {
        Kind kind = Kind::Read;
        std::function<void()> work;
    };
    void add(Job job);
    bool doNext(std::unique_lock<std::mutex>& lock);
    void run(std::stop_token stop);

    QObject* m_home;
    std::mutex m_mutex;
    std::condition_variable_any m_changed;
    std::deque<Job> m_waiting;
    std::jthread m_thread; ///< last: joined before the rest goes
};

}
