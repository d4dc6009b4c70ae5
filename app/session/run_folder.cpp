#include "app/session/run_folder.h"

#include "core/io/atomic_file.h"

#include <QDir>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <array>
#include <span>

namespace spikeclip::session {

using State = TrainingJob::State;

namespace {

constexpr std::uint64_t largestJobBytes = 65'536;
constexpr qsizetype longestName = 200;       ///< characters shown
constexpr qsizetype longestFolderName = 40;  ///< characters, of at most four bytes each, taken from the name
constexpr int patienceMs = 150; ///< of a lock: another window that only looks whether there is one holds it for a moment
constexpr const char* jobFileName = "job.json";
constexpr const char* lockFileName = "job.lock";

QString format() { return QStringLiteral("spikeclip-job/1"); }

constexpr std::array states = {State::Queued, State::Running, State::Paused, State::Interrupted, State::Finished, State::Cancelled, State::Failed};

const char* nameOf(State state)
{
    switch (state) {
    case State::Queued:
        return "queued";
    case State::Running:
        return "running";
    case State::Paused:
        return "paused";
    case State::Interrupted:
        return "interrupted";
    case State::Finished:
        return "finished";
    case State::Cancelled:
        return "cancelled";
    case State::Failed:
        break;
    }
    return "failed";
}

const char* nameOf(ErrorCode code)
{
    switch (code) {
    case ErrorCode::BadArgument:
        return "bad_argument";
    case ErrorCode::BadShape:
        return "bad_shape";
    case ErrorCode::BadValue:
        return "bad_value";
    case ErrorCode::FileMissing:
        return "file_missing";
    case ErrorCode::FileUnreadable:
        return "file_unreadable";
    case ErrorCode::FileUnwritable:
        return "file_unwritable";
    case ErrorCode::CheckpointBroken:
        return "checkpoint_broken";
    case ErrorCode::CheckpointForeign:
        return "checkpoint_foreign";
    case ErrorCode::PictureBroken:
        return "picture_broken";
    case ErrorCode::PictureTooLarge:
        return "picture_too_large";
    case ErrorCode::PictureUnsupported:
        return "picture_unsupported";
    case ErrorCode::NoLabels:
        return "no_labels";
    case ErrorCode::TooManySteps:
        return "too_many_steps";
    case ErrorCode::PartMissing:
        return "part_missing";
    case ErrorCode::DeviceMissing:
        return "device_missing";
    case ErrorCode::OutOfMemory:
        return "out_of_memory";
    case ErrorCode::DataMissing:
        return "data_missing";
    case ErrorCode::RecipeBroken:
        return "recipe_broken";
    case ErrorCode::Diverged:
        return "diverged";
    case ErrorCode::EngineMissing:
        return "engine_missing";
    case ErrorCode::PeerLost:
        return "peer_lost";
    case ErrorCode::Internal:
        break;
    }
    return "internal";
}

/// A reason that a newer program knows is kept as words.
Failure reasonFrom(const QJsonObject& object)
{
    const auto code = object.value(QLatin1String("code")).toString();
    const auto detail = object.value(QLatin1String("detail")).toString().left(4000).toStdString();
    for (int i = 0; i <= static_cast<int>(ErrorCode::Internal); ++i)
        if (code == QLatin1String(nameOf(static_cast<ErrorCode>(i))))
            return {static_cast<ErrorCode>(i), detail};
    return {ErrorCode::Internal, code.left(100).toStdString() + ": " + detail};
}

/// Throws Error(FileUnreadable) and those of readFile().
TrainingJob parse(const QString& file)
{
    const auto refuse = [&](const char* what) -> Error { return {ErrorCode::FileUnreadable, file.toStdString() + ": " + what}; };
    if (QFileInfo(file).isSymLink())
        throw refuse("a link"); // through which something elsewhere would be replaced
    const auto bytes = io::readFile(file.toStdString(), largestJobBytes);
    QJsonParseError error;
    const auto text = QByteArray::fromRawData(reinterpret_cast<const char*>(bytes.data()), static_cast<qsizetype>(bytes.size())); // std::byte to char
    const auto object = QJsonDocument::fromJson(text, &error).object();
    if (error.error != QJsonParseError::NoError)
        throw refuse("not JSON");
    if (object.value(QLatin1String("format")).toString() != format())
        throw refuse("not a job of this version");
    const auto name = object.value(QLatin1String("state")).toString();
    const auto state = std::ranges::find_if(states, [&](State one) { return name == QLatin1String(nameOf(one)); });
    if (state == states.end())
        throw refuse("unknown state");
    TrainingJob job{.name = object.value(QLatin1String("name")).toString().left(longestName),
                    .state = *state,
                    .created = QDateTime::fromString(object.value(QLatin1String("created")).toString(), Qt::ISODate).toUTC()};
    if (job.state == State::Failed)
        job.reason = reasonFrom(object.value(QLatin1String("reason")).toObject());
    return job;
}

/// Letters and digits of a name, everything else as single hyphens.
QString folderNamed(const QString& name)
{
    QString safe;
    for (const auto character : name) {
        if (character.isLetterOrNumber())
            safe += character;
        else if (!safe.isEmpty() && !safe.endsWith(QLatin1Char('-')))
            safe += QLatin1Char('-');
        if (safe.size() >= longestFolderName)
            break;
    }
    while (safe.endsWith(QLatin1Char('-')))
        safe.chop(1);
    return safe.isEmpty() ? QStringLiteral("run") : safe;
}

}

QString inFolder(const QString& folder, const char* file)
{
    return folder + QLatin1Char('/') + QLatin1String(file);
}

Outcome<QString> makeRunFolder(const QString& runs, const QString& name, QDate date)
{
    const QDir folder(runs);
    if (!folder.mkpath(QStringLiteral(".")))
        return Failure{ErrorCode::FileUnwritable, runs.toStdString()};
    const auto stem = folderNamed(name) + QLatin1Char('-') + date.toString(Qt::ISODate);
    for (int counter = 1;; ++counter) {
        const auto id = counter == 1 ? stem : stem + QLatin1Char('-') + QString::number(counter);
        if (folder.mkdir(id)) // fails if it is there already, whoever made it
            return id;
        const QFileInfo there(folder.filePath(id));
        if (!there.exists() && !there.isSymLink())
            return Failure{ErrorCode::FileUnwritable, folder.filePath(id).toStdString()};
    }
}

TrainingJob readJob(const QString& folder)
{
    const auto id = QFileInfo(folder).fileName();
    TrainingJob job;
    try {
        job = parse(inFolder(folder, jobFileName));
    } catch (const Error& error) {
        job = {.name = id, .state = State::Failed, .reason = Failure{error.code(), error.what()}, .damaged = true};
    } catch (const std::exception& error) {
        job = {.name = id, .state = State::Failed, .reason = Failure{ErrorCode::Internal, error.what()}, .damaged = true};
    }
    job.id = id;
    lookForResults(folder, job);
    return job;
}

void writeJob(const QString& folder, const TrainingJob& job)
{
    QJsonObject object{{QStringLiteral("format"), format()},
                       {QStringLiteral("name"), job.name},
                       {QStringLiteral("state"), QLatin1String(nameOf(job.state))},
                       {QStringLiteral("created"), job.created.toString(Qt::ISODate)}};
    if (job.state == State::Failed && job.reason)
        object.insert(QStringLiteral("reason"), QJsonObject{{QStringLiteral("code"), QLatin1String(nameOf(job.reason->code))},
                                                            {QStringLiteral("detail"), QString::fromStdString(job.reason->detail)}});
    const auto text = QJsonDocument(object).toJson();
    io::writeFileAtomically(inFolder(folder, jobFileName).toStdString(), std::as_bytes(std::span(text.constData(), static_cast<std::size_t>(text.size()))));
}

void lookForResults(const QString& folder, TrainingJob& job)
{
    job.hasState = QFileInfo(inFolder(folder, stateFileName)).isFile();
    job.hasModel = QFileInfo(inFolder(folder, modelFileName)).isFile();
}

std::vector<TrainingJob> scanRuns(const QString& runs, int most)
{
    std::vector<TrainingJob> jobs;
    for (const auto& id : QDir(runs).entryList(QDir::Dirs | QDir::NoSymLinks | QDir::NoDotAndDotDot, QDir::Name)) {
        if (most-- <= 0)
            break;
        if (!isRun(runs, id))
            continue;
        const auto folder = QDir(runs).filePath(id);
        auto job = readJob(folder);
        if (job.isUnderWay()) {
            bool locked = false;
            try {
                locked = QFileInfo::exists(inFolder(folder, lockFileName)) && !lockRun(folder); // held for this moment only
            } catch (const Error&) {
                // Where nobody can write, nobody runs it.
            }
            if (locked)
                job.elsewhere = true;
            else
                job.state = State::Interrupted;
        }
        jobs.push_back(std::move(job));
    }
    return jobs;
}

std::shared_ptr<QLockFile> lockRun(const QString& folder)
{
    const auto file = inFolder(folder, lockFileName);
    auto lock = std::make_shared<QLockFile>(file);
    lock->setStaleLockTime(0); // a run may take days; that a process is gone is seen by its id
    if (lock->tryLock(patienceMs))
        return lock;
    qint64 process = 0;
    if (lock->error() == QLockFile::LockFailedError && !lock->getLockInfo(&process, nullptr, nullptr)) {
        // Cut off by a power cut: it names nobody. Whoever still held it would hold the system's lock on the file, too.
        lock->setStaleLockTime(1);
        if (lock->tryLock(patienceMs))
            return lock;
    }
    if (lock->error() != QLockFile::LockFailedError)
        throw Error(ErrorCode::FileUnwritable, file.toStdString());
    return nullptr;
}

bool isRun(const QString& runs, const QString& id)
{
    if (id.isEmpty() || id.startsWith(QLatin1Char('.')) || id.contains(QLatin1Char('/')))
        return false;
    const QFileInfo folder(QDir(runs).filePath(id));
    const QFileInfo file(inFolder(folder.filePath(), jobFileName));
    return folder.isDir() && !folder.isSymLink() && (file.exists() || file.isSymLink());
}

void deleteRun(const QString& runs, const QString& id)
{
    if (!isRun(runs, id))
        throw Error(ErrorCode::BadArgument, id.toStdString() + " is no run");
    QDir folder(QDir(runs).filePath(id));
    if (!folder.removeRecursively())
        throw Error(ErrorCode::FileUnwritable, folder.path().toStdString());
}

}
