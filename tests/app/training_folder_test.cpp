// The folders of training runs: what a kill leaves behind, two windows at once, hostile files, and removing.

#include "app/session/run_folder.h"
#include "tests/app/fake_training.h"

#include <QProcess>
#include <QtTest>

using namespace spikeclip;
using namespace spikeclip::session;
using test::TrainingFixture;
using test::TrainingWindow;
using State = TrainingJob::State;

namespace {

QByteArray jobFile(const char* state)
{
    return QByteArray(R"({"format": "spikeclip-job/1", "name": "left", "created": "2025-11-26T09:00:00Z", "state": "STATE"})").replace("STATE", state);
}

void write(const QString& path, const QByteArray& bytes)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(bytes);
}

QString idOf(const Outcome<QString>& made)
{
    return std::holds_alternative<QString>(made) ? std::get<QString>(made) : QString();
}

}

class TrainingFolderTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyRunHasASafeNameOfItsOwn_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("folder");
        const auto row = [](const char* name, const char* folder) { QTest::newRow(name) << QString::fromUtf8(name) << QString::fromUtf8(folder); };
        row("cats", "cats-2025-11-26");
        row("Katzen & Vögel, 2. Versuch", "Katzen-Vögel-2-Versuch-2025-11-26");
        row("../../etc/passwd", "etc-passwd-2025-11-26");
        row("", "run-2025-11-26");
        row(" .. ", "run-2025-11-26");
        row("a\nb\tc", "a-b-c-2025-11-26");
        row("猫と犬", "猫と犬-2025-11-26");
        QTest::newRow("long") << QString(5000, QLatin1Char('x')) << QString(40, QLatin1Char('x')) + QStringLiteral("-2025-11-26");
    }

    void everyRunHasASafeNameOfItsOwn()
    {
        QFETCH(QString, name);
        QFETCH(QString, folder);
        QTemporaryDir runs;
        const QDate date(2025, 11, 26);
        QCOMPARE(idOf(makeRunFolder(runs.path(), name, date)), folder);
        QCOMPARE(idOf(makeRunFolder(runs.path(), name, date)), folder + QStringLiteral("-2"));
        QCOMPARE(idOf(makeRunFolder(runs.path(), name, date)), folder + QStringLiteral("-3"));
        QCOMPARE(QDir(runs.path()).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot).size(), 3);
    }

    void aJobIsReadAsItWasWritten()
    {
        QTemporaryDir folder;
        for (const auto state : {State::Queued, State::Running, State::Paused, State::Interrupted, State::Finished, State::Cancelled, State::Failed}) {
            const TrainingJob job{.name = QStringLiteral("Vögel \"1\""), .state = state, .created = QDateTime(QDate(2025, 11, 26), QTime(9, 0), Qt::UTC)};
            writeJob(folder.path(), job);
            const auto read = readJob(folder.path());
            QVERIFY(!read.damaged);
            QCOMPARE(read.name, job.name);
            QCOMPARE(read.state, state);
            QCOMPARE(read.created, job.created);
        }
    }

    void everyReasonSurvivesARestart()
    {
        QTemporaryDir folder;
        for (int i = 0; i <= static_cast<int>(ErrorCode::Internal); ++i) {
            const auto code = static_cast<ErrorCode>(i);
            writeJob(folder.path(), {.state = State::Failed, .reason = Failure{code, "a/b: \"why\" " + std::to_string(i)}});
            const auto read = readJob(folder.path());
            QVERIFY(read.reason);
            QCOMPARE(read.reason->code, code);
            QCOMPARE(read.reason->detail, "a/b: \"why\" " + std::to_string(i));
        }
    }

    void aFailedJobIsStillFailedInTheNextWindow()
    {
        TrainingFixture f;
        f.control->fail("full", {ErrorCode::FileUnwritable, "no room"});
        const auto id = f.window->submit("full");
        QTRY_COMPARE(f.window->state(id), State::Failed);
        auto& window = f.open();
        QTRY_COMPARE(window.state(id), State::Failed);
        QCOMPARE(window.training->job(id)->reason->code, ErrorCode::FileUnwritable);
        QCOMPARE(window.training->job(id)->reason->detail, std::string("no room"));
        QVERIFY(window.training->job(id)->canResume());
        QCOMPARE(window.training->job(id)->name, QStringLiteral("full"));
    }

    void afterAKillJobsAreInterruptedAndGoOnWhereTheyStood()
    {
        TrainingFixture f;
        const auto ran = f.leave(QStringLiteral("ran"), jobFile("running"));
        write(ran + QStringLiteral("/state.safetensors"), "7");
        write(ran + QStringLiteral("/log.jsonl"), "5 6 7 8");
        const auto waited = f.leave(QStringLiteral("waited"), jobFile("queued"));
        write(waited + QStringLiteral("/.spikeclip-123.tmp"), "half of someth");
        auto& window = f.open();
        QTRY_COMPARE(window.scans, 1);
        QCOMPARE(window.training->jobs().size(), std::size_t(2));
        for (const auto* id : {"ran", "waited"}) {
            const auto job = window.training->job(QString::fromLatin1(id));
            QCOMPARE(job->state, State::Interrupted);
            QVERIFY(job->canResume());
            window.training->resume(job->id);
        }
        QTRY_VERIFY(!window.training->isBusy());
        QCOMPARE(f.control->history(), (std::vector<std::string>{"resume ran", "train waited"}));
        QCOMPARE(window.training->log(QStringLiteral("ran"))->points.back().step, std::int64_t(10));
        QCOMPARE(window.state(QStringLiteral("waited")), State::Finished);
    }

    void aWindowThatIsKilledLeavesJobsThatGoOn()
    {
        TrainingFixture f;
        f.window.reset();
        QProcess other;
        other.start(QCoreApplication::applicationFilePath(), {QStringLiteral("--train-until-killed"), f.runs});
        const auto ran = [&] { return QDir(f.runs).entryList({QStringLiteral("cats-*")}).value(0); };
        const auto jobFileOf = [&](const QString& id) { return (f.runs + QLatin1Char('/') + id + QStringLiteral("/job.json")).toStdString(); };
        QTRY_VERIFY(test::contentOf(jobFileOf(ran())).find("running") != std::string::npos);
        auto& window = f.open();
        QTRY_COMPARE(window.scans, 1);
        QVERIFY(window.training->job(ran())->elsewhere);
        other.kill(); // SIGKILL
        QVERIFY(other.waitForFinished());
        window.training->rescan();
        QTRY_COMPARE(window.scans, 2);
        QCOMPARE(window.training->jobs().size(), std::size_t(2));
        for (const auto& job : window.training->jobs()) {
            QCOMPARE(job.state, State::Interrupted);
            window.training->resume(job.id);
        }
        QTRY_VERIFY(!window.training->isBusy());
        for (const auto& job : window.training->jobs())
            QCOMPARE(job.state, State::Finished);
    }

    void aJobOfAnotherWindowIsLookedAtOnly()
    {
        TrainingFixture f;
        f.control->trainGate.hold();
        const auto first = f.window->submit("cats");
        const auto second = f.window->submit("dogs");
        QTRY_COMPARE(f.control->trainings.load(), 1);
        QTRY_VERIFY(f.window->saved(second).contains(QStringLiteral("\"queued\"")));
        TrainingWindow other(f.control, f.runs);
        QTRY_COMPARE(other.scans, 1);
        for (const auto& id : {first, second}) {
            QVERIFY(other.training->job(id)->elsewhere);
            QVERIFY(other.training->job(id)->isUnderWay());
            other.training->resume(id);
            other.training->pause(id);
            other.training->cancel(id);
            other.training->remove(id, Training::Disposal::Delete);
        }
        QTRY_COMPARE(other.notRemoved.size(), std::size_t(2));
        QVERIFY(!other.training->isBusy());
        f.control->trainGate.release();
        QTRY_VERIFY(!f.window->training->isBusy());
        f.window.reset();
        other.training->rescan();
        QTRY_COMPARE(other.scans, 2);
        for (const auto& id : {first, second}) {
            QCOMPARE(other.state(id), State::Finished);
            QVERIFY(!other.training->job(id)->elsewhere);
        }
        QCOMPARE(f.control->trainings.load(), 2);
    }

    void ofTwoWindowsThatResumeTheSameJobOneRunsIt()
    {
        TrainingFixture f;
        f.leave(QStringLiteral("left"), jobFile("running"));
        f.control->trainGate.hold();
        const auto id = QStringLiteral("left");
        auto& window = f.open();
        TrainingWindow other(f.control, f.runs);
        QTRY_COMPARE(window.state(id), State::Interrupted);
        QTRY_COMPARE(other.state(id), State::Interrupted);
        window.training->resume(id);
        QTRY_COMPARE(f.control->trainings.load(), 1);
        other.training->resume(id);
        QTRY_VERIFY(!other.training->isBusy());
        QVERIFY(other.training->job(id)->elsewhere);
        f.control->trainGate.release();
        QTRY_COMPARE(window.state(id), State::Finished);
        QTRY_VERIFY(window.saved(id).contains(QStringLiteral("\"finished\"")));
        QCOMPARE(f.control->trainings.load(), 1);
    }

    void aJobThatAnotherWindowHasFinishedMeanwhileIsNotRunAgain()
    {
        TrainingFixture f;
        f.leave(QStringLiteral("left"), jobFile("paused"));
        const auto id = QStringLiteral("left");
        auto& window = f.open();
        QTRY_COMPARE(window.state(id), State::Paused);
        f.leave(id, jobFile("finished"));
        window.training->resume(id);
        QTRY_COMPARE(window.state(id), State::Finished);
        QCOMPARE(f.control->trainings.load(), 0);
    }

    void locksOfProcessesThatAreGoneDoNotCount()
    {
        TrainingFixture f;
        QProcess process;
        process.start(QStringLiteral("true"), QStringList());
        QVERIFY(process.waitForStarted());
        const auto gone = QByteArray::number(process.processId());
        QVERIFY(process.waitForFinished());
        const auto folder = f.leave(QStringLiteral("left"), jobFile("running"));
        write(folder + QStringLiteral("/job.lock"), gone + "\nspikeclip-explorer\n" + QSysInfo::machineHostName().toUtf8() + '\n');
        auto& window = f.open();
        QTRY_COMPARE(window.state(QStringLiteral("left")), State::Interrupted);
        window.training->resume(QStringLiteral("left"));
        QTRY_COMPARE(window.state(QStringLiteral("left")), State::Finished);
    }

    void aLockThatAPowerCutLeftEmptyDoesNotCount()
    {
        TrainingFixture f;
        const auto folder = f.leave(QStringLiteral("left"), jobFile("running"));
        write(folder + QStringLiteral("/job.lock"), "");
        QFile lock(folder + QStringLiteral("/job.lock"));
        QVERIFY(lock.open(QIODevice::ReadWrite));
        QVERIFY(lock.setFileTime(QDateTime(QDate(2025, 1, 1), QTime(0, 0)), QFileDevice::FileModificationTime));
        lock.close();
        auto& window = f.open();
        QTRY_COMPARE(window.state(QStringLiteral("left")), State::Interrupted);
    }

    void hostileJobFilesAreListedWithAReasonAndNeverTouched_data()
    {
        QTest::addColumn<QByteArray>("content");
        const auto row = [](const char* name, const QByteArray& content) { QTest::newRow(name) << content; };
        row("empty", "");
        row("cut off", jobFile("running").chopped(12));
        row("binary", QByteArray(4096, '\0'));
        row("an array", "[1, 2]");
        row("a newer version", R"({"format": "spikeclip-job/2", "state": "running"})");
        row("a format that is no text", R"({"format": 1, "state": "running"})");
        row("an unknown state", jobFile("dancing"));
        row("a state that is no text", R"({"format": "spikeclip-job/1", "state": {"running": 1}})");
        row("deep", QByteArray(30000, '['));
        row("huge", QByteArray(1000000, ' ') + jobFile("running"));
    }

    void hostileJobFilesAreListedWithAReasonAndNeverTouched()
    {
        QFETCH(QByteArray, content);
        TrainingFixture f;
        f.leave(QStringLiteral("bad"), content);
        f.leave(QStringLiteral("good"), jobFile("paused"));
        auto& window = f.open();
        QTRY_COMPARE(window.scans, 1);
        QCOMPARE(window.state(QStringLiteral("good")), State::Paused);
        const auto bad = window.training->job(QStringLiteral("bad"));
        QVERIFY(bad && bad->damaged && !bad->canResume());
        QCOMPARE(bad->state, State::Failed);
        QCOMPARE(bad->reason->code, ErrorCode::FileUnreadable);
        QVERIFY(bad->reason->detail.find("job.json") != std::string::npos);
        window.training->resume(bad->id);
        window.training->cancel(bad->id);
        window.training->pause(bad->id);
        f.window.reset();
        QFile file(f.runs + QStringLiteral("/bad/job.json"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), content);
    }

    void oddValuesInAJobFileAreMadeHarmless()
    {
        TrainingFixture f;
        f.leave(QStringLiteral("odd"), R"({"format": "spikeclip-job/1", "state": "failed", "name": 7, "created": "yesterday", "reason": {"code": "from_the_future", "detail": "x"}})");
        f.leave(QStringLiteral("long"), QByteArray(R"({"format": "spikeclip-job/1", "state": "paused", "name": "NAME"})").replace("NAME", QByteArray(50000, 'n')));
        auto& window = f.open();
        QTRY_COMPARE(window.scans, 1);
        const auto odd = window.training->job(QStringLiteral("odd"));
        QVERIFY(!odd->damaged && odd->name.isEmpty() && !odd->created.isValid());
        QCOMPARE(odd->reason->code, ErrorCode::Internal);
        QCOMPARE(odd->reason->detail, std::string("from_the_future: x"));
        QCOMPARE(window.training->job(QStringLiteral("long"))->name.size(), 200);
    }

    void whatIsNoRunIsPassedOver()
    {
        TrainingFixture f;
        QTemporaryDir elsewhere;
        QDir(f.runs).mkpath(f.runs + QStringLiteral("/photos"));
        f.leave(QStringLiteral(".hidden"), jobFile("paused"));
        write(f.runs + QStringLiteral("/notes.txt"), "text");
        write(elsewhere.filePath(QStringLiteral("job.json")), jobFile("paused"));
        QVERIFY(QFile::link(elsewhere.path(), f.runs + QStringLiteral("/link")));
        QVERIFY(QFile::link(QStringLiteral("nowhere"), f.runs + QStringLiteral("/dangling")));
        auto& window = f.open();
        QTRY_COMPARE(window.scans, 1);
        QVERIFY(window.training->jobs().empty());
        for (const auto* id : {"link", "dangling", "photos", "..", "photos/../../runs", "notes.txt", ""})
            QVERIFY_THROWS_EXCEPTION(Error, deleteRun(f.runs, QString::fromLatin1(id)));
        QVERIFY(QFileInfo::exists(f.runs + QStringLiteral("/photos")) && QFileInfo::exists(elsewhere.filePath(QStringLiteral("job.json"))));
    }

    void aJobFileThatIsALinkOrAPipeIsRefused()
    {
        TrainingFixture f;
        const auto target = f.scratch.filePath(QStringLiteral("precious.json"));
        write(target, jobFile("paused"));
        QDir().mkpath(f.runs + QStringLiteral("/link"));
        QVERIFY(QFile::link(target, f.runs + QStringLiteral("/link/job.json")));
        QDir().mkpath(f.runs + QStringLiteral("/pipe"));
        QCOMPARE(QProcess::execute(QStringLiteral("mkfifo"), {f.runs + QStringLiteral("/pipe/job.json")}), 0);
        QDir().mkpath(f.runs + QStringLiteral("/folder/job.json"));
        auto& window = f.open();
        QTRY_COMPARE(window.scans, 1);
        for (const auto* id : {"link", "pipe", "folder"})
            QVERIFY(window.training->job(QString::fromLatin1(id))->damaged);
    }

    void removingMovesToTheTrashOrDeletesAndLosesNothingElse()
    {
        TrainingFixture f;
        const auto first = f.window->submit("cats");
        const auto second = f.window->submit("dogs");
        const auto third = f.window->submit("owls");
        QTRY_VERIFY(!f.window->training->isBusy());
        QVERIFY(QFile::link(f.runs + QLatin1Char('/') + third, f.runs + QLatin1Char('/') + second + QStringLiteral("/link")));
        f.window->training->remove(first, Training::Disposal::Trash);
        f.window->training->remove(first, Training::Disposal::Delete); // once is enough
        f.window->training->remove(second, Training::Disposal::Delete);
        QTRY_COMPARE(f.window->removed, (QStringList{first, second}));
        QCOMPARE(f.control->history().back(), "trash " + first.toStdString());
        QVERIFY(QFileInfo::exists(f.scratch.filePath(QStringLiteral("trashed/model.safetensors"))));
        QVERIFY(!QFileInfo::exists(f.scratch.filePath(QStringLiteral("trashed/job.lock"))));
        QCOMPARE(QDir(f.runs).entryList(QDir::AllEntries | QDir::NoDotAndDotDot), QStringList(third));
        QVERIFY(QFileInfo::exists(f.window->training->modelFile(third)));
        QCOMPARE(f.window->training->jobs().size(), std::size_t(1));
    }

    void withoutATrashTheJobStaysUntilItIsDeleted()
    {
        TrainingFixture f;
        f.control->trashWorks = false;
        const auto id = f.window->submit("cats");
        QTRY_COMPARE(f.window->state(id), State::Finished);
        f.window->training->remove(id, Training::Disposal::Trash);
        QTRY_COMPARE(f.window->notRemoved.size(), std::size_t(1));
        QCOMPARE(f.window->notRemoved[0].code, ErrorCode::FileUnwritable);
        QCOMPARE(f.window->state(id), State::Finished);
        f.window->training->remove(id, Training::Disposal::Delete);
        QTRY_COMPARE(f.window->removed, QStringList(id));
    }

    void aJobUnderWayIsStoppedBeforeItIsRemoved()
    {
        TrainingFixture f;
        f.control->trainGate.hold();
        const auto first = f.window->submit("cats");
        const auto second = f.window->submit("dogs");
        QTRY_COMPARE(f.control->trainings.load(), 1);
        f.window->training->remove(second, Training::Disposal::Delete);
        const auto third = f.window->submit("owls");
        f.window->training->remove(third, Training::Disposal::Delete); // its files are not even written
        f.window->training->remove(first, Training::Disposal::Delete);
        f.window->training->resume(first); // too late
        QTRY_COMPARE(f.window->removed.size(), 3);
        QVERIFY(!f.window->training->isBusy());
        QVERIFY(QDir(f.runs).isEmpty());
        QCOMPARE(f.control->trainings.load(), 1);
    }

    void aJobWhoseFolderIsGoneIsForgotten()
    {
        TrainingFixture f;
        const auto first = f.window->submit("cats");
        const auto second = f.window->submit("dogs");
        QTRY_COMPARE(f.window->state(second), State::Finished);
        QTRY_VERIFY(f.window->saved(second).contains(QStringLiteral("\"finished\"")));
        QVERIFY(QDir(f.window->training->folder(first)).removeRecursively());
        QVERIFY(QDir(f.window->training->folder(second)).removeRecursively());
        f.window->training->remove(first, Training::Disposal::Delete);
        QTRY_COMPARE(f.window->removed, QStringList(first));
        f.window->training->rescan();
        QTRY_COMPARE(f.window->scans, 2);
        QVERIFY(f.window->training->jobs().empty());
    }

    void aStateThatCannotBeSavedIsSaidAndLosesNoJob()
    {
        TrainingFixture f;
        f.control->trainGate.hold();
        const auto first = f.window->submit("cats");
        const auto second = f.window->submit("dogs");
        QTRY_VERIFY(f.window->saved(first).contains(QStringLiteral("\"running\"")));
        const auto file = f.window->training->folder(first) + QStringLiteral("/job.json");
        QVERIFY(QFile::remove(file) && QDir().mkdir(file));
        f.control->trainGate.release();
        QTRY_COMPARE(f.window->state(second), State::Finished);
        QTRY_COMPARE(f.window->notSaved.size(), std::size_t(1));
        QCOMPARE(f.window->state(first), State::Finished);
    }
};

/// A program of its own for the test that kills one.
int main(int argc, char** argv)
{
    QCoreApplication app(argc, argv);
    if (app.arguments().value(1) == QLatin1String("--train-until-killed")) {
        const auto control = std::make_shared<test::FakeTrainingControl>();
        control->trainGate.hold();
        const TrainingWindow window(control, app.arguments().value(2));
        window.submit("cats");
        window.submit("dogs");
        return QCoreApplication::exec();
    }
    TrainingFolderTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "training_folder_test.moc"
