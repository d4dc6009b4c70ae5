// The policy of jobs that give way.

#include "app/session/yielding_job.h"

#include <QtTest>

using namespace spikeclip::session;

class JobsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aJobThatGaveWayBeginsAgain()
    {
        YieldingJob job;
        QVERIFY(!job.start()); // nobody wants it
        job.want();
        const auto first = job.start();
        QVERIFY(first && job.isRunning());
        QVERIFY(!job.start());
        job.giveWay();
        QVERIFY(first->stop_requested());
        QVERIFY(job.ended() == YieldingJob::End::Again);
        QVERIFY(job.isWanted() && !job.isRunning());
        const auto second = job.start();
        QVERIFY(second && !second->stop_requested());
        QVERIFY(job.ended() == YieldingJob::End::Done);
        QVERIFY(!job.isWanted());
    }

    void aCancelledJobDoesNotBeginAgainUnlessItIsWantedAgain()
    {
        YieldingJob job;
        job.want();
        QVERIFY(job.cancel()); // it only waited
        QVERIFY(!job.cancel());
        job.want();
        job.start();
        job.giveWay();
        QVERIFY(!job.cancel()); // its end is still to come
        job.giveWay();          // changes nothing any more
        QVERIFY(job.ended() == YieldingJob::End::Cancelled);
        QVERIFY(!job.isWanted());
        job.want();
        job.start();
        job.cancel();
        job.want();
        QVERIFY(job.ended() == YieldingJob::End::Again);
    }
};

QTEST_APPLESS_MAIN(JobsTest)
#include "jobs_test.moc"
