// The jobs of session::Inference beside classification: traces, readings, the self-check, lists of pictures and folders.

#include "app/session/inference.h"
#include "app/session/yielding_job.h"
#include "tests/app/fake_engine.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QtTest>

using namespace spikeclip;
using namespace spikeclip::session;
using test::FakeEngine;
using test::FakeEngineControl;

namespace {

QString samplePath(const char* name)
{
    return QStringLiteral(SPIKECLIP_SOURCE_DIR "/resources/samples/") + QString::fromLatin1(name);
}

data::ImagePtr greyPicture(std::uint8_t level)
{
    return std::make_shared<const data::Image>(data::Image{.width = 4, .height = 4, .pixels = std::vector<std::uint8_t>(48, level)});
}

TraceRequest traceOf(const std::string& layer)
{
    return {.image = greyPicture(1), .layer = layer, .neurons = {3, 5}};
}

/// An Inference with a fake engine and a model, and everything it reported.
struct Fixture
{
    std::shared_ptr<FakeEngineControl> control = std::make_shared<FakeEngineControl>();
    std::unique_ptr<Inference> inference =
        std::make_unique<Inference>([c = control]() -> Outcome<std::unique_ptr<Engine>> { return std::make_unique<FakeEngine>(c); });
    std::vector<InferenceOutcome> finished;
    std::vector<TraceOutcome> traces;
    std::vector<ReadingOutcome> readings;
    std::vector<SelfCheckOutcome> checks;
    std::vector<std::pair<double, QString>> progress;
    std::vector<SpeedOutcome> speeds;
    std::vector<ListedPicture> listed;
    std::vector<FoundPictures> found;
    int ended = 0;

    explicit Fixture(bool withModel = true)
    {
        auto* from = inference.get();
        QObject::connect(from, &Inference::finished, from, [this](const auto& outcome) { finished.push_back(outcome); });
        QObject::connect(from, &Inference::traced, from, [this](const auto& outcome) { traces.push_back(outcome); });
        QObject::connect(from, &Inference::readLabels, from, [this](const auto& outcome) { readings.push_back(outcome); });
        QObject::connect(from, &Inference::selfChecked, from, [this](const auto& outcome) { checks.push_back(outcome); });
        QObject::connect(from, &Inference::selfCheckProgressed, from,
                         [this](double fraction, const QString& note) { progress.emplace_back(fraction, note); });
        QObject::connect(from, &Inference::speedMeasured, from, [this](const auto& outcome) { speeds.push_back(outcome); });
        QObject::connect(from, &Inference::pictureListed, from, [this](const auto& picture) { listed.push_back(picture); });
        QObject::connect(from, &Inference::listEnded, from, [this] { ++ended; });
        QObject::connect(from, &Inference::foldersRead, from, [this](const auto& pictures) { found.push_back(pictures); });
        if (withModel)
            inference->loadModel(QStringLiteral("m"), {});
    }

    void ask(std::uint8_t grey, const std::string& label) const { inference->request({.image = greyPicture(grey), .labels = {label}}); }

    static PictureList list(const std::vector<const char*>& names, const std::string& label)
    {
        PictureList list{.entries = {}, .thumbnail = QSize(60, 60), .ask = InferenceRequest{.labels = {label}}};
        for (const auto* name : names)
            list.entries << PictureList::Entry{.index = static_cast<int>(list.entries.size()), .file = samplePath(name), .withThumbnail = true};
        return list;
    }

    int timesDone(const std::string& what) const { return static_cast<int>(std::ranges::count(control->history(), what)); }
};

std::string labelOf(const ListedPicture& picture)
{
    return std::get<InferenceResult>(picture.answer).labels.front().text;
}

}

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

    void ofTracesOnlyTheNewestIsTold()
    {
        Fixture f;
        f.control->traceGate.hold();
        f.inference->requestTrace(traceOf("a"));
        QTRY_COMPARE(f.control->traces.load(), 1);
        f.inference->requestTrace(traceOf("b"));
        f.inference->requestTrace(traceOf("c"));
        QTRY_COMPARE(f.control->traces.load(), 2); // the first was stopped without the gate having opened
        f.control->traceGate.release();
        QTRY_COMPARE(f.traces.size(), std::size_t(1));
        QCOMPARE(std::get<data::PotentialTrace>(f.traces[0]).layer, std::string("c"));
        QCOMPARE(std::get<data::PotentialTrace>(f.traces[0]).neurons.size(), std::size_t(2));
        QCOMPARE(f.timesDone("trace b"), 0);
    }

    void aCancelledTraceIsNoFailureAndTheNextWorks()
    {
        Fixture f;
        f.control->traceGate.hold();
        f.inference->requestTrace(traceOf("a"));
        f.inference->requestTrace(traceOf("b"));
        f.inference->cancelTrace();
        QTRY_COMPARE(f.traces.size(), std::size_t(1));
        QVERIFY(std::holds_alternative<Cancelled>(f.traces[0]));
        f.control->traceGate.release();
        f.inference->requestTrace(traceOf("c"));
        QTRY_COMPARE(f.traces.size(), std::size_t(2));
        QCOMPARE(std::get<data::PotentialTrace>(f.traces[1]).layer, std::string("c"));
    }

    void ofReadingsOnlyTheNewestIsTold()
    {
        Fixture f;
        f.control->readGate.hold();
        f.inference->requestReading({.labels = {"cat"}, .templates = {}});
        QTRY_COMPARE(f.control->readings.load(), 1);
        f.inference->requestReading({.labels = {"dog"}, .templates = {}});
        f.inference->requestReading({.labels = {"owl", "crab"}, .templates = {}});
        f.control->readGate.release();
        QTRY_COMPARE(f.readings.size(), std::size_t(1));
        const auto& readings = std::get<std::vector<data::LabelReading>>(f.readings[0]);
        QCOMPARE(readings.size(), std::size_t(2));
        QCOMPARE(readings[0].label, std::string("owl"));
        QCOMPARE(f.timesDone("read dog"), 0);
        f.control->readGate.hold();
        f.inference->requestReading({.labels = {"cat"}, .templates = {}});
        f.inference->cancelReading();
        QTRY_COMPARE(f.readings.size(), std::size_t(2));
        QVERIFY(std::holds_alternative<Cancelled>(f.readings[1]));
    }

    void withoutAModelTracesAndReadingsFail()
    {
        Fixture f(false);
        f.inference->requestTrace(traceOf("a"));
        f.inference->requestReading({.labels = {"cat"}, .templates = {}});
        QTRY_COMPARE(f.readings.size(), std::size_t(1));
        QCOMPARE(std::get<Failure>(f.traces.at(0)).code, ErrorCode::EngineMissing);
        QCOMPARE(std::get<Failure>(f.readings[0]).code, ErrorCode::EngineMissing);
    }

    void aSelfCheckNeedsNoModelAndTellsItsProgress()
    {
        Fixture f(false);
        f.inference->requestSelfCheck(QStringLiteral("reference.json"));
        QVERIFY(f.inference->isChecking());
        QTRY_COMPARE(f.checks.size(), std::size_t(1));
        QVERIFY(!f.inference->isChecking());
        const auto& report = std::get<SelfCheckReport>(f.checks[0]);
        QVERIFY(report.passed);
        QCOMPARE(report.file, std::string("reference.json"));
        QCOMPARE(f.progress.front(), std::pair(0.25, QStringLiteral("plain float64")));
        QCOMPARE(f.progress.back().first, 1.0);
        f.inference->requestSelfCheck(QStringLiteral("missing.json"));
        QTRY_COMPARE(f.checks.size(), std::size_t(2));
        QCOMPARE(std::get<Failure>(f.checks[1]).code, ErrorCode::FileMissing);
    }

    void aSelfCheckDoesNotGiveWayAndRequestsWaitForIt()
    {
        Fixture f;
        f.control->checkGate.hold();
        f.inference->requestSelfCheck(QStringLiteral("reference.json"));
        QTRY_COMPARE(f.control->checks.load(), 1);
        f.ask(1, "cat");
        f.inference->requestSpeed(false);
        f.control->checkGate.release();
        QTRY_COMPARE(f.speeds.size(), std::size_t(1));
        QVERIFY(std::holds_alternative<SelfCheckReport>(f.checks.at(0)));
        QCOMPARE(f.control->history(), (std::vector<std::string>{"check", "infer cat", "speed"}));
    }

    void aSelfCheckCanBeCancelled()
    {
        Fixture f;
        f.inference->cancelSelfCheck(); // nothing to cancel
        f.control->checkGate.hold();
        f.inference->requestSelfCheck(QStringLiteral("reference.json"));
        QTRY_COMPARE(f.control->checks.load(), 1);
        f.inference->cancelSelfCheck();
        QTRY_COMPARE(f.checks.size(), std::size_t(1));
        QVERIFY(std::holds_alternative<Cancelled>(f.checks[0]));
    }

    void aListIsAnsweredFileByFileInOrderWithThumbnails()
    {
        Fixture f;
        auto list = f.list({"cat.jpg", "dog.jpg", "owl.jpg"}, "pet");
        list.entries[1].withThumbnail = false;
        list.entries << PictureList::Entry{.index = 3, .file = QStringLiteral("/no/such/file.jpg"), .withThumbnail = true};
        f.inference->requestList(list);
        QVERIFY(f.inference->isListing());
        QTRY_COMPARE(f.ended, 1);
        QVERIFY(!f.inference->isListing());
        QCOMPARE(f.listed.size(), std::size_t(4));
        for (int i = 0; i < 3; ++i) {
            QCOMPARE(f.listed[static_cast<std::size_t>(i)].index, i);
            QCOMPARE(labelOf(f.listed[static_cast<std::size_t>(i)]), std::string("pet"));
        }
        QVERIFY(f.listed[0].thumbnail->width == 60 && f.listed[0].thumbnail->height == 45);
        QVERIFY(!f.listed[1].thumbnail);
        QCOMPARE(std::get<Failure>(f.listed[3].answer).code, ErrorCode::FileMissing);
        f.inference->requestList({});
        QCOMPARE(f.ended, 2); // nothing to do is done
    }

    void aListWithoutAQuestionGivesThumbnailsOnly()
    {
        Fixture f(false);
        auto list = f.list({"cat.jpg"}, "pet");
        list.ask.reset();
        f.inference->requestList(list);
        QTRY_COMPARE(f.ended, 1);
        QVERIFY(f.listed.at(0).thumbnail);
        QVERIFY(std::holds_alternative<Cancelled>(f.listed[0].answer));
        QCOMPARE(f.control->made.load(), 0);
    }

    void aListGivesWayToARequestATraceAndAReadingAndGoesOn()
    {
        Fixture f;
        f.control->hold();
        f.inference->requestList(f.list({"cat.jpg", "dog.jpg"}, "pet"));
        QTRY_COMPARE(f.control->inferences.load(), 1);
        f.inference->requestReading({.labels = {"word"}, .templates = {}});
        QTRY_COMPARE(f.readings.size(), std::size_t(1)); // without the gate having opened
        QTRY_COMPARE(f.control->inferences.load(), 2);
        f.inference->requestTrace(traceOf("layer"));
        QTRY_COMPARE(f.traces.size(), std::size_t(1));
        QTRY_COMPARE(f.control->inferences.load(), 3);
        f.ask(1, "mine");
        QTRY_COMPARE(f.timesDone("infer mine"), 1); // now it holds the gate
        f.control->release();
        QTRY_COMPARE(f.ended, 1);
        QCOMPARE(f.finished.size(), std::size_t(1));
        QCOMPARE(f.listed.size(), std::size_t(2));
        QCOMPARE(f.control->history(), (std::vector<std::string>{"infer pet", "read word", "infer pet", "trace layer", "infer pet", "infer mine",
                                                                 "infer pet", "infer pet"}));
    }

    void theSpeedIsMeasuredBeforeTheListGoesOn()
    {
        Fixture f;
        f.control->hold();
        f.inference->requestList(f.list({"cat.jpg", "dog.jpg"}, "pet"));
        QTRY_COMPARE(f.control->inferences.load(), 1);
        f.inference->requestSpeed(false);
        f.control->release();
        QTRY_COMPARE(f.ended, 1);
        QCOMPARE(f.control->history(), (std::vector<std::string>{"infer pet", "speed", "infer pet"}));
    }

    void aNewerListReplacesTheEarlierOne()
    {
        Fixture f;
        f.control->hold();
        f.inference->requestList(f.list({"cat.jpg", "dog.jpg"}, "old"));
        QTRY_COMPARE(f.control->inferences.load(), 1);
        f.inference->requestList(f.list({"owl.jpg"}, "newer"));
        f.inference->requestList(f.list({"owl.jpg", "crab.jpg"}, "newest"));
        f.control->release();
        QTRY_COMPARE(f.ended, 1);
        QCOMPARE(f.listed.size(), std::size_t(2));
        QCOMPARE(labelOf(f.listed[0]), std::string("newest"));
        QCOMPARE(f.timesDone("infer newer"), 0);
    }

    void ofACancelledListNothingMoreIsTold()
    {
        Fixture f;
        f.control->hold();
        f.inference->requestList(f.list({"cat.jpg", "dog.jpg"}, "old"));
        QTRY_COMPARE(f.control->inferences.load(), 1);
        f.inference->cancelList();
        QTRY_VERIFY(!f.inference->isListing());
        f.inference->requestList(f.list({"cat.jpg"}, "forgotten"));
        f.inference->cancelList();
        f.control->release();
        f.inference->requestList(f.list({"owl.jpg"}, "new"));
        QTRY_COMPARE(f.ended, 1);
        QCOMPARE(f.listed.size(), std::size_t(1));
        QCOMPARE(labelOf(f.listed[0]), std::string("new"));
    }

    void aListMayBeReplacedFromItsOwnSignal()
    {
        Fixture f;
        QObject::connect(f.inference.get(), &Inference::pictureListed, f.inference.get(), [&f](const ListedPicture& picture) {
            if (labelOf(picture) == "old")
                f.inference->requestList(f.list({"owl.jpg"}, "new"));
        });
        f.inference->requestList(f.list({"cat.jpg"}, "old"));
        QTRY_COMPARE(f.listed.size(), std::size_t(2));
        QTRY_COMPARE(f.ended, 1);
        QCOMPARE(labelOf(f.listed[1]), std::string("new"));
    }

    void foldersAreReadInTheOrderAskedAndBetweenMoreUrgentJobs()
    {
        QTemporaryDir folder;
        for (int i = 0; i < 2500; ++i) { // more than one slice
            QFile file(folder.filePath(QStringLiteral("%1.png").arg(i)));
            QVERIFY(file.open(QIODevice::WriteOnly));
        }
        Fixture f;
        f.inference->readFolders({folder.path()}, 10'000);
        f.inference->readFolders({QStringLiteral(SPIKECLIP_SOURCE_DIR "/resources/samples")}, 5);
        f.ask(1, "cat");
        QVERIFY(f.inference->isReadingFolders());
        QTRY_COMPARE(f.found.size(), std::size_t(2));
        QVERIFY(!f.inference->isReadingFolders());
        QCOMPARE(f.finished.size(), std::size_t(1)); // before the folders were through
        QCOMPARE(f.found[0].files.size(), 2500);
        QVERIFY(f.found[0].files[10].endsWith(QStringLiteral("/10.png")));
        QCOMPARE(f.found[1].files.size(), 5);
        QCOMPARE(f.found[1].leftOut, 19);
        f.inference->readFolders({folder.path()}, 10'000);
        f.inference->cancelFolders();
        f.ask(2, "dog");
        QTRY_COMPARE(f.finished.size(), std::size_t(2));
        QCOMPARE(f.found.size(), std::size_t(2));
    }

    void dyingDuringAnyJobStopsIt_data()
    {
        QTest::addColumn<QString>("job");
        for (const auto* job : {"trace", "read", "check", "infer pet"})
            QTest::newRow(job) << QString::fromLatin1(job);
    }

    void dyingDuringAnyJobStopsIt()
    {
        QFETCH(QString, job);
        Fixture f;
        for (auto* gate : {&f.control->traceGate, &f.control->readGate, &f.control->checkGate, &f.control->inferenceGate})
            gate->hold();
        if (job == QLatin1String("trace"))
            f.inference->requestTrace(traceOf("a"));
        else if (job == QLatin1String("read"))
            f.inference->requestReading({.labels = {"cat"}, .templates = {}});
        else if (job == QLatin1String("check"))
            f.inference->requestSelfCheck(QStringLiteral("reference.json"));
        else
            f.inference->requestList(f.list({"cat.jpg", "dog.jpg"}, "pet"));
        QTRY_VERIFY(!f.control->history().empty());
        f.inference.reset(); // the gates are still closed
        QCOMPARE(f.control->destroyed.load(), 1);
        QVERIFY(f.control->onOneThread);
        QVERIFY(f.traces.empty() && f.readings.empty() && f.checks.empty() && f.listed.empty());
    }
};

QTEST_GUILESS_MAIN(JobsTest)
#include "jobs_test.moc"
