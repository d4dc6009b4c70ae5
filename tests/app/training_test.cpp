// Jobs of training: the queue, pausing, cancelling, resuming, and what they say meanwhile.

#include "tests/app/fake_training.h"

#include <QtTest>

using namespace spikeclip;
using namespace spikeclip::session;
using test::TrainingFixture;
using test::TrainingWindow;
using State = TrainingJob::State;

namespace {

std::string text(const QString& id)
{
    return id.toStdString();
}

data::TrainingEvent pointAt(std::int64_t step, int stage = 0)
{
    return data::TrainingPoint{.stageIndex = stage, .step = step};
}

std::vector<std::int64_t> stepsOf(const data::TrainingLog& log)
{
    std::vector<std::int64_t> steps;
    for (const auto& point : log.points)
        steps.push_back(point.step);
    return steps;
}

}

class TrainingTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void jobsRunOneAfterAnotherInTheOrderSubmitted()
    {
        TrainingFixture f;
        f.control->trainGate.hold();
        const auto first = f.window->submit("cats");
        const auto second = f.window->submit("dogs");
        const auto third = f.window->submit("owls");
        QTRY_COMPARE(f.control->trainings.load(), 1);
        QVERIFY(f.window->training->isBusy());
        QCOMPARE(f.window->state(first), State::Running);
        QCOMPARE(f.window->state(second), State::Queued);
        f.control->trainGate.release();
        QTRY_VERIFY(!f.window->training->isBusy());
        for (const auto& id : {first, second, third}) {
            QCOMPARE(f.window->state(id), State::Finished);
            QVERIFY(QFileInfo::exists(f.window->training->modelFile(id)));
        }
        QCOMPARE(f.control->history(), (std::vector<std::string>{"train " + text(first), "train " + text(second), "train " + text(third)}));
        QVERIFY(f.control->engine->onOneThread);
        QCOMPARE(f.control->engine->made.load(), 1);
        QCOMPARE(f.window->progress.size(), std::size_t(3)); // each run's first report
    }

    void aPausedJobKeepsItsStateTheNextRunsAndItGoesOn()
    {
        TrainingFixture f;
        f.control->trainGate.hold();
        const auto first = f.window->submit("cats");
        const auto second = f.window->submit("dogs");
        QTRY_COMPARE(f.control->trainings.load(), 1);
        f.window->training->pause(first);
        QVERIFY(f.window->training->job(first)->stopping);
        QCOMPARE(f.window->state(first), State::Running); // until it has saved its state
        QTRY_COMPARE(f.control->trainings.load(), 2);     // the gate is still closed
        QCOMPARE(f.window->state(first), State::Paused);
        QVERIFY(f.window->training->job(first)->hasState && !f.window->training->job(first)->stopping);
        QVERIFY(f.window->training->modelFile(first).isEmpty());
        f.window->training->resume(first);
        QCOMPARE(f.window->state(first), State::Queued);
        f.control->trainGate.release();
        QTRY_COMPARE(f.window->state(first), State::Finished);
        QCOMPARE(f.window->state(second), State::Finished);
        QCOMPARE(f.control->history(), (std::vector<std::string>{"train " + text(first), "train " + text(second), "resume " + text(first)}));
    }

    void aWaitingJobCanBePausedCancelledAndResumed()
    {
        TrainingFixture f;
        f.control->trainGate.hold();
        const auto first = f.window->submit("cats");
        const auto second = f.window->submit("dogs");
        const auto third = f.window->submit("owls");
        f.window->training->pause(second); // its files may not even be written yet
        f.window->training->cancel(third);
        QCOMPARE(f.window->state(second), State::Paused);
        QTRY_COMPARE(f.control->trainings.load(), 1);
        QTRY_VERIFY(f.window->saved(second).contains(QStringLiteral("\"paused\"")));
        QTRY_VERIFY(f.window->saved(third).contains(QStringLiteral("\"cancelled\"")));
        f.window->training->resume(second);
        f.window->training->pause(second);
        f.window->training->resume(second);
        f.control->trainGate.release();
        QTRY_COMPARE(f.window->state(second), State::Finished);
        QCOMPARE(f.control->history(), (std::vector<std::string>{"train " + text(first), "train " + text(second)}));
        QCOMPARE(f.window->state(third), State::Cancelled);
    }

    void aCancelledJobKeepsWhatItLearntAndMayGoOn()
    {
        TrainingFixture f;
        f.control->trainGate.hold();
        const auto id = f.window->submit("cats");
        QTRY_COMPARE(f.control->trainings.load(), 1);
        f.window->training->cancel(id);
        QTRY_COMPARE(f.window->state(id), State::Cancelled);
        QVERIFY(f.window->training->job(id)->hasState);
        QVERIFY(!f.window->training->isBusy());
        f.control->trainGate.release();
        f.window->training->resume(id);
        QTRY_COMPARE(f.window->state(id), State::Finished);
        QCOMPARE(f.control->history().back(), "resume " + text(id));
        f.window->training->resume(id); // a finished job does not run again
        f.window->training->cancel(id);
        QCOMPARE(f.window->state(id), State::Finished);
    }

    void aJobResumedWhileItStopsGoesToTheEndOfTheQueue()
    {
        TrainingFixture f;
        f.control->trainGate.hold();
        const auto first = f.window->submit("cats");
        const auto second = f.window->submit("dogs");
        QTRY_COMPARE(f.control->trainings.load(), 1);
        f.window->training->pause(first);
        f.window->training->resume(first);
        QTRY_COMPARE(f.control->trainings.load(), 2);
        QCOMPARE(f.window->state(first), State::Queued);
        f.control->trainGate.release();
        QTRY_COMPARE(f.window->state(first), State::Finished);
        QCOMPARE(f.control->history(), (std::vector<std::string>{"train " + text(first), "train " + text(second), "resume " + text(first)}));
    }

    void unknownJobsAreNoReasonToStumble()
    {
        TrainingFixture f;
        auto& training = *f.window->training;
        const auto nobody = QStringLiteral("../nobody");
        training.pause(nobody);
        training.cancel(nobody);
        training.resume(nobody);
        training.remove(nobody, Training::Disposal::Delete);
        QVERIFY(!training.job(nobody) && training.folder(nobody).isEmpty() && training.modelFile(nobody).isEmpty() && !training.log(nobody));
        training.requestLog(nobody);
        training.requestSummary(nobody);
        QTRY_COMPARE(f.window->summaries.size(), std::size_t(1));
        QCOMPARE(std::get<Failure>(f.window->pastLogs.at(0)).code, ErrorCode::FileMissing);
    }

    void aFailureIsTheEndOfOneJobOnlyAndMayBeTriedAgain()
    {
        TrainingFixture f;
        f.control->fail("full", {ErrorCode::FileUnwritable, "no room"});
        const auto first = f.window->submit("full");
        const auto second = f.window->submit("cats");
        QTRY_COMPARE(f.window->state(second), State::Finished);
        QCOMPARE(f.window->state(first), State::Failed);
        QCOMPARE(f.window->training->job(first)->reason->code, ErrorCode::FileUnwritable);
        QCOMPARE(f.window->training->job(first)->reason->detail, std::string("no room"));
        f.control->fail("full", {ErrorCode::DataMissing, "vanished"});
        f.window->training->resume(first);
        QVERIFY(!f.window->training->job(first)->reason);
        QTRY_COMPARE(f.window->state(first), State::Failed);
        QCOMPARE(f.window->training->job(first)->reason->code, ErrorCode::DataMissing);
    }

    void withoutAnEngineEveryJobFailsAndLaterItWorks()
    {
        TrainingFixture f;
        f.control->engineMissing = true;
        const auto first = f.window->submit("cats");
        const auto second = f.window->submit("dogs");
        QTRY_COMPARE(f.window->state(second), State::Failed);
        QCOMPARE(f.window->training->job(first)->reason->code, ErrorCode::EngineMissing);
        f.control->engineMissing = false;
        f.window->training->resume(first);
        QTRY_COMPARE(f.window->state(first), State::Finished);
    }

    void aRecipeThatCannotBeMadeFailsItsJobAndLeavesNoFolder()
    {
        TrainingFixture f;
        const auto first = f.window->submit("unwritable");
        const auto second = f.window->submit("cats");
        QTRY_COMPARE(f.window->state(second), State::Finished);
        QCOMPARE(f.window->state(first), State::Failed);
        QCOMPARE(f.window->training->job(first)->reason->code, ErrorCode::RecipeBroken);
        QVERIFY(!QFileInfo::exists(f.window->training->folder(first)));
        f.window->training->resume(first);
        QCOMPARE(f.window->state(first), State::Failed);
        f.window->training->remove(first, Training::Disposal::Trash);
        QTRY_COMPARE(f.window->removed, QStringList(first));
    }

    void aRunsFolderThatCannotBeMadeIsSaidAtOnce()
    {
        TrainingFixture f;
        f.window.reset();
        QFile file(f.runs);
        QVERIFY(file.open(QIODevice::WriteOnly));
        auto& window = f.open();
        const auto outcome = window.training->submit({.name = "cats"});
        QCOMPARE(std::get<Failure>(outcome).code, ErrorCode::FileUnwritable);
        QTRY_COMPARE(window.scans, 1);
        QVERIFY(window.training->jobs().empty());
    }

    void aHundredThousandEventsAllArriveInOrderInOneDelivery()
    {
        TrainingFixture f;
        f.control->points = 100'000;
        f.control->trainGate.hold();
        auto* training = f.window->training.get();
        connect(training, &Training::jobChanged, training, [&] {
            if (training->isBusy())
                f.control->waitForSaying(1); // as a window that is busy otherwise
        });
        const auto id = f.window->submit("cats");
        QTRY_COMPARE(f.window->logs.size(), std::size_t(1));
        const auto log = training->log(id);
        QCOMPARE(log->points.size(), std::size_t(100'000));
        for (std::size_t i = 0; i < 100'000; ++i)
            if (log->points[i].step != static_cast<std::int64_t>(i + 1))
                QFAIL("out of order");
        f.control->trainGate.release();
        QTRY_COMPARE(f.window->state(id), State::Finished);
        QCOMPARE(f.window->logs.size(), std::size_t(2)); // what is left comes before the end, without waiting
        QCOMPARE(training->log(id)->notes.size(), std::size_t(1));
        QVERIFY(log->notes.empty());
    }

    void everythingSaidHasArrivedWhenAJobEnds()
    {
        TrainingFixture f;
        std::vector<std::size_t> known;
        auto* training = f.window->training.get();
        connect(training, &Training::jobChanged, training, [&](const QString& id) {
            if (training->job(id)->state == State::Finished)
                known.push_back(training->log(id)->points.size());
        });
        for (int i = 0; i < 10; ++i)
            f.window->submit("cats");
        QTRY_VERIFY(!training->isBusy());
        QCOMPARE(known, std::vector<std::size_t>(10, 3));
    }

    void aResumedJobShowsItsWholeLog()
    {
        TrainingFixture f;
        f.control->trainGate.hold();
        const auto id = f.window->submit("cats");
        QTRY_COMPARE(f.control->trainings.load(), 1);
        auto& window = f.open();
        QTRY_COMPARE(window.state(id), State::Interrupted);
        QVERIFY(!window.training->log(id));
        window.training->requestLog(id);
        QTRY_COMPARE(window.pastLogs.size(), std::size_t(1));
        QCOMPARE(stepsOf(*std::get<TrainingLogPtr>(window.pastLogs[0])), (std::vector<std::int64_t>{1, 2, 3}));
        f.control->trainGate.release();
        window.training->resume(id);
        QTRY_COMPARE(window.state(id), State::Finished);
        QCOMPARE(stepsOf(*window.training->log(id)), (std::vector<std::int64_t>{1, 2, 3, 4, 5, 6}));
    }

    void aLogThatWasHandedOutNeverChanges()
    {
        LogCopies copies;
        std::vector<TrainingLogPtr> kept;
        for (int i = 0; i < 50; ++i) {
            copies.add({pointAt(2 * i), pointAt(2 * i + 1)});
            kept.push_back(copies.log());
        }
        for (std::size_t i = 0; i < kept.size(); ++i)
            QCOMPARE(kept[i]->points.size(), 2 * i + 2);
    }

    void aLogIsCopiedForThoseOnlyWhoKeepAnOldOne()
    {
        LogCopies copies;
        TrainingLogPtr shown; // by a view that takes each new log instead of the one before
        for (int i = 0; i < 1000; ++i) {
            copies.add({pointAt(i)});
            shown = copies.log();
        }
        QCOMPARE(copies.copied(), 1); // the second copy itself
        const auto kept = shown;
        for (int i = 1000; i < 2000; ++i) {
            copies.add({pointAt(i)});
            shown = copies.log();
        }
        QCOMPARE(copies.copied(), 2);
        QCOMPARE(kept->points.size(), std::size_t(1000));
        copies.rest();
        copies.add({pointAt(2000)});
        QCOMPARE(copies.copied(), 3);
        for (std::size_t i = 0; i <= 2000; ++i)
            QCOMPARE(copies.log()->points[i].step, static_cast<std::int64_t>(i));
    }

    void stepsAreToldOnceByARunThatWentBackToAnOlderState()
    {
        LogCopies copies;
        copies.add({pointAt(1), pointAt(2), pointAt(1, 1), pointAt(2, 1)});
        copies.add({data::ValidationPoint{.stageIndex = 1, .step = 2}, data::HealthPoint{.stageIndex = 0, .step = 9}});
        copies.add({data::TrainingNote{.kind = data::TrainingNote::Kind::Resumed, .stageIndex = 1, .step = 1}, pointAt(2, 1)});
        copies.add({pointAt(3, 1)});
        QCOMPARE(stepsOf(*copies.log()), (std::vector<std::int64_t>{1, 2, 1, 2, 3}));
        QVERIFY(copies.log()->validations.empty());
        QCOMPARE(copies.log()->healths.size(), std::size_t(1));
    }

    void theThreadThatTrainsLetsTheOthersGoFirst()
    {
        TrainingFixture f;
        const auto mine = getpriority(PRIO_PROCESS, 0);
        const auto id = f.window->submit("cats");
        QTRY_COMPARE(f.window->state(id), State::Finished);
        QVERIFY(f.control->niceness > mine || mine >= 10);
        QCOMPARE(getpriority(PRIO_PROCESS, 0), mine);
    }

    void leavingInterruptsWhatRunsAndWhatWaits()
    {
        TrainingFixture f;
        f.control->trainGate.hold();
        const auto first = f.window->submit("cats");
        const auto second = f.window->submit("dogs");
        QTRY_COMPARE(f.control->trainings.load(), 1);
        f.window->training->stopForExit();
        QCOMPARE(f.window->stopped, 0);
        QTRY_COMPARE(f.window->stopped, 1);
        QVERIFY(!f.window->training->isBusy());
        for (const auto& id : {first, second}) {
            QCOMPARE(f.window->state(id), State::Interrupted);
            QTRY_VERIFY(f.window->saved(id).contains(QStringLiteral("\"interrupted\"")));
        }
        f.window->training->stopForExit();
        QTRY_COMPARE(f.window->stopped, 2); // nothing ran
        QVERIFY(f.window->training->job(first)->hasState && !f.window->training->job(second)->hasState);
        f.control->trainGate.release();
        f.window->training->resume(second); // the person stays after all
        QTRY_COMPARE(f.window->state(second), State::Finished);
    }

    void aJobThatWasBeingPausedStaysPausedWhenTheWindowCloses()
    {
        TrainingFixture f;
        f.control->trainGate.hold();
        const auto id = f.window->submit("cats");
        QTRY_COMPARE(f.control->trainings.load(), 1);
        f.window->training->pause(id);
        auto& window = f.open();
        QTRY_COMPARE(window.state(id), State::Paused);
    }

    void dyingWhileAJobRunsStopsAndInterruptsIt()
    {
        TrainingFixture f;
        f.control->trainGate.hold();
        const auto first = f.window->submit("cats");
        const auto second = f.window->submit("dogs");
        QTRY_COMPARE(f.control->trainings.load(), 1);
        f.window.reset(); // the gate is still closed
        QCOMPARE(f.control->engine->destroyed.load(), 1);
        QVERIFY(f.control->engine->onOneThread);
        auto& window = f.open();
        QTRY_COMPARE(window.scans, 1);
        QVERIFY(window.saved(first).contains(QStringLiteral("\"interrupted\"")));
        QCOMPARE(window.state(first), State::Interrupted);
        QCOMPARE(window.state(second), State::Interrupted);
        QVERIFY(window.training->job(first)->hasState);
    }

    void aJobThatFinishedWhileTheWindowDiedIsFinished()
    {
        TrainingFixture f;
        f.control->trainGate.hold();
        const auto id = f.window->submit("cats");
        QTRY_COMPARE(f.window->state(id), State::Running);
        f.control->waitForSaying(1);
        f.control->trainGate.release();
        while (!QFileInfo::exists(f.window->training->folder(id) + QStringLiteral("/summary.json")))
            std::this_thread::yield(); // no event is delivered: the window does not know yet
        f.window.reset();
        auto& window = f.open();
        QTRY_COMPARE(window.scans, 1);
        QCOMPARE(window.state(id), State::Finished);
    }

    void dyingAtOnceLosesNoJob()
    {
        TrainingFixture f;
        f.control->trainGate.hold();
        const auto first = f.window->submit("cats");
        const auto second = f.window->submit("dogs");
        auto& window = f.open();
        QTRY_COMPARE(window.scans, 1);
        QCOMPARE(window.state(first), State::Interrupted);
        QCOMPARE(window.state(second), State::Interrupted);
    }
};

QTEST_GUILESS_MAIN(TrainingTest)
#include "training_test.moc"
