#include "app/session/folder_scan.h"
#include "app/session/inference.h"
#include "app/session/throttled.h"

#include <algorithm>
#include <utility>

namespace spikeclip::session {

namespace {

constexpr int entriesAtOnce = 1000; // of a folder: some milliseconds

}

/// Posts the next job that gives way, if nothing at all is posted.
void Inference::startBackground()
{
    if (m_urgent == 0 && !m_folderRunning && !m_speed.isRunning() && !m_listing.isRunning())
        startFolder() || startSpeed() || startEntry();
}

void Inference::giveWay()
{
    m_speed.giveWay();
    m_listing.giveWay();
}

void Inference::readFolders(const QStringList& paths, int most)
{
    m_folders.push_back(std::make_shared<FolderScan>(paths, most));
    startBackground();
}

void Inference::cancelFolders()
{
    m_folders.clear();
}

bool Inference::startFolder()
{
    if (m_folders.empty())
        return false;
    m_folderRunning = true;
    const auto scan = m_folders.front();
    m_thread.post([scan](EngineWorker&) { return scan->advance(entriesAtOnce); },
                  [this, scan](bool more) {
                      m_folderRunning = false;
                      if (!more && !m_folders.empty() && m_folders.front() == scan) {
                          m_folders.pop_front();
                          Q_EMIT foldersRead(scan->found());
                      }
                      startBackground();
                  });
    return true;
}

void Inference::requestSpeed(bool anew)
{
    if (anew && !m_anew)
        m_speed.giveWay(); // what runs now may only read the file
    m_speed.want();
    m_anew = m_anew || anew;
    startBackground();
}

void Inference::cancelSpeed()
{
    if (m_speed.cancel()) {
        m_anew = false;
        Q_EMIT speedMeasured(Cancelled{});
    }
}

bool Inference::startSpeed()
{
    const auto stop = m_speed.start();
    if (!stop)
        return false;
    m_thread.post(
        [this, anew = m_anew, stop = *stop](EngineWorker& worker) {
            const auto report = [this](double fraction, const QString&) { m_thread.reply([this, fraction] { Q_EMIT speedProgressed(fraction); }); };
            return worker.speed(anew, throttled(report), stop);
        },
        [this](const SpeedOutcome& outcome) {
            onSpeed(outcome);
            startBackground();
        });
    return true;
}

void Inference::onSpeed(const SpeedOutcome& outcome)
{
    const auto end = m_speed.ended();
    if (end == YieldingJob::End::Again)
        return;
    m_anew = false;
    Q_EMIT speedMeasured(end == YieldingJob::End::Cancelled ? SpeedOutcome(Cancelled{}) : outcome);
}

void Inference::requestList(const PictureList& list)
{
    m_listing.giveWay(); // what runs now belongs to the earlier list
    m_list = list;
    m_nextEntry = 0;
    if (m_list.entries.isEmpty()) {
        m_listing.cancel();
        Q_EMIT listEnded();
        return;
    }
    m_listing.want();
    startBackground();
}

void Inference::cancelList()
{
    m_list = {};
    m_nextEntry = 0;
    m_listing.cancel();
}

bool Inference::startEntry()
{
    const auto stop = m_listing.start();
    if (!stop)
        return false;
    m_thread.post([entry = m_list.entries[m_nextEntry], size = m_list.thumbnail, ask = m_list.ask,
                   stop = *stop](EngineWorker& worker) { return worker.answer(entry, size, ask, stop); },
                  [this](const ListedPicture& picture) {
                      onEntry(picture);
                      startBackground();
                  });
    return true;
}

void Inference::onEntry(const ListedPicture& picture)
{
    if (m_listing.ended() != YieldingJob::End::Done)
        return;
    const bool last = ++m_nextEntry == m_list.entries.size();
    if (last)
        m_list = {};
    else
        m_listing.want();
    Q_EMIT pictureListed(picture); // may ask for another list
    if (last && !m_listing.isWanted())
        Q_EMIT listEnded();
}

}
