#include "app/session/file_thread.h"

namespace spikeclip::session {

FileThread::FileThread(QObject* home) : m_home(home), m_thread([this](std::stop_token stop) { run(std::move(stop)); }) {}

FileThread::~FileThread()
{
    m_thread.request_stop();
    const std::lock_guard lock(m_mutex);
    std::erase_if(m_waiting, [](const Job& job) { return job.kind == Kind::Read; });
}

void FileThread::add(Job job)
{
    {
        const std::lock_guard lock(m_mutex);
        m_waiting.push_back(std::move(job));
    }
    m_changed.notify_one();
}

void FileThread::giveWay()
{
    std::unique_lock lock(m_mutex);
    while (doNext(lock)) {
    }
}

/// Does the job that waits longest, unlocked. False if none waits.
bool FileThread::doNext(std::unique_lock<std::mutex>& lock)
{
    if (m_waiting.empty())
        return false;
    const auto job = std::move(m_waiting.front());
    m_waiting.pop_front();
    lock.unlock();
    job.work();
    lock.lock();
    return true;
}

void FileThread::run(std::stop_token stop)
{
    std::unique_lock lock(m_mutex);
    while (doNext(lock) || m_changed.wait(lock, stop, [this] { return !m_waiting.empty(); })) {
    }
}

}
