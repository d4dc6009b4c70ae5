#pragma once

#include <QObject>
#include <QString>
#include <QThread>

#include <memory>
#include <stop_token>
#include <utility>

namespace spikeclip::session {

/// A worker's thread: work is posted to it, in order, and what it says comes back on the thread of `home`.
///
/// The destructor forgets what waits, lets what runs end (its owner tells it to stop) and joins the thread, on which the worker dies. `home` must
/// outlive this object; Qt drops what is still queued for it when it dies.
template <typename Worker>
class WorkerThread
{
public:
    WorkerThread(std::unique_ptr<Worker> worker, const QString& name, QObject* home, QThread::Priority priority = QThread::InheritPriority)
        : m_home(home), m_worker(worker.release())
    {
        m_worker->moveToThread(&m_thread);
        QObject::connect(&m_thread, &QThread::finished, m_worker, &QObject::deleteLater);
        m_thread.setObjectName(name);
        m_thread.start(priority);
    }

    ~WorkerThread() { close(); }

    WorkerThread(const WorkerThread&) = delete;
    WorkerThread& operator=(const WorkerThread&) = delete;

    /// What the destructor does, for an owner that has something to do after it.
    void close()
    {
        m_closing.request_stop();
        m_thread.quit();
        m_thread.wait();
    }

    /// `work` gets the worker on its thread; `done` gets what it returned, at home.
    template <typename Work, typename Done>
    void post(Work work, Done done)
    {
        QMetaObject::invokeMethod(
            m_worker,
            [this, work = std::move(work), done = std::move(done), closing = m_closing.get_token()]() mutable {
                if (!closing.stop_requested())
                    reply([done = std::move(done), outcome = work(*m_worker)]() mutable { done(outcome); });
            },
            Qt::QueuedConnection);
    }

    /// Called on the worker's thread.
    template <typename Work>
    void reply(Work work)
    {
        QMetaObject::invokeMethod(m_home, std::move(work), Qt::QueuedConnection);
    }

private:
    QObject* m_home;
    std::stop_source m_closing; ///< jobs still queued when this object dies do nothing
    QThread m_thread;
    Worker* m_worker; ///< lives on m_thread, which deletes it
};

}
