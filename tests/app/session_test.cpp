#include "app/session/inference.h"
#include "app/session/latest_wins.h"
#include "app/session/settings.h"
#include "app/session/view_state.h"
#include "tests/app/fake_engine.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QtTest>

#include <string>

using namespace spikeclip;
using namespace spikeclip::session;
using test::FakeEngine;
using test::FakeEngineControl;

namespace {

QString samplePath(const QString& name)
{
    return QStringLiteral(SPIKECLIP_SOURCE_DIR "/resources/samples/") + name;
}

data::ImagePtr greyPicture(std::uint8_t level)
{
    return std::make_shared<const data::Image>(data::Image{.width = 4, .height = 4, .pixels = std::vector<std::uint8_t>(48, level)});
}

/// An Inference with a fake engine, and every outcome it reported.
struct Fixture
{
    std::shared_ptr<FakeEngineControl> control = std::make_shared<FakeEngineControl>();
    std::unique_ptr<Inference> inference;
    std::vector<InferenceOutcome> finished;
    std::vector<ModelOutcome> loaded;
    std::vector<PictureOutcome> pictures;
    std::vector<SpeedOutcome> speeds;
    std::vector<double> progress;

    Fixture() : Fixture([](std::shared_ptr<FakeEngineControl> c) -> EngineFactory {
        return [c]() -> Outcome<std::unique_ptr<Engine>> { return std::make_unique<FakeEngine>(c); };
    }) {}

    explicit Fixture(const std::function<EngineFactory(std::shared_ptr<FakeEngineControl>)>& factory)
        : inference(std::make_unique<Inference>(factory(control)))
    {
        QObject::connect(inference.get(), &Inference::finished, inference.get(), [this](const auto& outcome) { finished.push_back(outcome); });
        QObject::connect(inference.get(), &Inference::modelLoaded, inference.get(), [this](const auto& outcome) { loaded.push_back(outcome); });
        QObject::connect(inference.get(), &Inference::pictureRead, inference.get(), [this](const auto& outcome) { pictures.push_back(outcome); });
        QObject::connect(inference.get(), &Inference::speedMeasured, inference.get(), [this](const auto& outcome) { speeds.push_back(outcome); });
        QObject::connect(inference.get(), &Inference::speedProgressed, inference.get(), [this](double fraction) { progress.push_back(fraction); });
    }

    InferenceRequest request(const data::ImagePtr& image, const std::string& label) const
    {
        InferenceRequest asked;
        asked.image = image;
        asked.labels = {label};
        return asked;
    }
};

}

class SessionTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void ofRequestsMadeWhileOneRunsOnlyTheNewestRuns()
    {
        LatestWins<int> queue;
        QCOMPARE(queue.offer(1), std::optional(1));
        QCOMPARE(queue.offer(2), std::nullopt);
        QCOMPARE(queue.offer(3), std::nullopt);
        QCOMPARE(queue.ended(), std::optional(3));
        QVERIFY(queue.isRunning());
        QCOMPARE(queue.ended(), std::nullopt);
        QVERIFY(!queue.isRunning());
        QCOMPARE(queue.offer(4), std::optional(4));
    }

    void aDroppedWaitingRequestNeverRuns()
    {
        LatestWins<int> queue;
        queue.offer(1);
        queue.offer(2);
        queue.dropWaiting();
        QVERIFY(!queue.isWaiting());
        QCOMPARE(queue.ended(), std::nullopt);
    }

    void aPictureIsDecodedAndAThumbnailMadeWithoutAnEngine()
    {
        Fixture f;
        QSignalSpy thumbnails(f.inference.get(), &Inference::thumbnailRead);
        f.inference->readPicture({.name = QStringLiteral("cat.jpg"), .path = samplePath(QStringLiteral("cat.jpg")), .bytes = {}});
        f.inference->readThumbnails({samplePath(QStringLiteral("dog.jpg")), samplePath(QStringLiteral("no such file.jpg"))}, QSize(96, 72));
        QTRY_COMPARE(thumbnails.size(), 2);
        QCOMPARE(f.pictures.size(), std::size_t(1));
        const auto& picture = std::get<Picture>(f.pictures[0]);
        QCOMPARE(picture.image->width, 480);
        QCOMPARE(picture.image->height, 360);
        const auto small = thumbnails[0][1].value<data::ImagePtr>();
        QVERIFY(small->width <= 96 && small->height <= 72 && small->height > 60);
        QVERIFY(!thumbnails[1][1].value<data::ImagePtr>());
        QCOMPARE(f.control->made.load(), 0);
    }

    void pastedBytesAreDecodedToTheSamePictureAsTheirFile()
    {
        QFile file(samplePath(QStringLiteral("owl.jpg")));
        QVERIFY(file.open(QIODevice::ReadOnly));
        Fixture f;
        f.inference->readPicture({.name = QStringLiteral("pasted"), .path = {}, .bytes = file.readAll()});
        QTRY_COMPARE(f.pictures.size(), std::size_t(1));
        f.inference->readPicture({.name = QStringLiteral("file"), .path = file.fileName(), .bytes = {}});
        QTRY_COMPARE(f.pictures.size(), std::size_t(2));
        QCOMPARE(*std::get<Picture>(f.pictures[0]).image, *std::get<Picture>(f.pictures[1]).image);
    }

    void ofPicturesAskedForInQuickSuccessionTheLastIsReported()
    {
        Fixture f;
        for (const auto* name : {"cat.jpg", "dog.jpg", "owl.jpg"})
            f.inference->readPicture({.name = QString::fromLatin1(name), .path = samplePath(QString::fromLatin1(name)), .bytes = {}});
        QTRY_COMPARE(f.pictures.size(), std::size_t(1));
        QCOMPARE(std::get<Picture>(f.pictures[0]).name, QStringLiteral("owl.jpg"));
    }

    void aBrokenPictureIsAFailureAndTheNextOneStillWorks()
    {
        Fixture f;
        f.inference->readPicture({.name = QStringLiteral("noise"), .path = {}, .bytes = QByteArray("this is no picture")});
        QTRY_COMPARE(f.pictures.size(), std::size_t(1));
        QVERIFY(std::holds_alternative<Failure>(f.pictures[0]));
        f.inference->readPicture({.name = QStringLiteral("none"), .path = QStringLiteral("/no/such/file.jpg"), .bytes = {}});
        QTRY_COMPARE(f.pictures.size(), std::size_t(2));
        QCOMPARE(std::get<Failure>(f.pictures[1]).code, ErrorCode::FileMissing);
        f.inference->readPicture({.name = QStringLiteral("cat"), .path = samplePath(QStringLiteral("cat.jpg")), .bytes = {}});
        QTRY_COMPARE(f.pictures.size(), std::size_t(3));
        QVERIFY(std::holds_alternative<Picture>(f.pictures[2]));
    }

    void theEngineIsMadeOnceUsedAndDestroyedOnItsOwnThread()
    {
        Fixture f;
        f.inference->loadModel(QStringLiteral("a"), {});
        f.inference->loadModel(QStringLiteral("b"), {});
        f.inference->request(f.request(greyPicture(1), "cat"));
        QTRY_COMPARE(f.finished.size(), std::size_t(1));
        QCOMPARE(f.loaded.size(), std::size_t(2));
        QCOMPARE(std::get<ModelInfo>(f.loaded[1]).file, std::string("b"));
        QCOMPARE(std::get<InferenceResult>(f.finished[0]).cosine.size(), std::size_t(FakeEngine::steps));
        f.inference.reset();
        QCOMPARE(f.control->made.load(), 1);
        QCOMPARE(f.control->destroyed.load(), 1);
        QVERIFY(f.control->onOneThread);
    }

    void ofManyLabelEditsTheRunningAndTheNewestReachTheEngineAndOnlyTheNewestIsReported()
    {
        Fixture f;
        f.inference->loadModel(QStringLiteral("m"), {});
        f.control->hold();
        const auto image = greyPicture(1);
        f.inference->request(f.request(image, "c"));
        QTRY_COMPARE(f.control->inferences.load(), 1);
        for (const auto* typed : {"ca", "cat", "cats"})
            f.inference->request(f.request(image, typed));
        f.control->release();
        QTRY_COMPARE(f.finished.size(), std::size_t(1));
        QCOMPARE(std::get<InferenceResult>(f.finished[0]).labels[0].text, std::string("cats"));
        QCOMPARE(f.control->inferences.load(), 2);
        QCOMPARE(f.control->stopped.load(), 0); // the same picture: its pass was not thrown away
    }

    void aRequestForAnotherPictureStopsTheRunningOne()
    {
        Fixture f;
        f.inference->loadModel(QStringLiteral("m"), {});
        f.control->hold();
        f.inference->request(f.request(greyPicture(1), "old"));
        QTRY_COMPARE(f.control->inferences.load(), 1);
        f.inference->request(f.request(greyPicture(2), "new"));
        QTRY_COMPARE(f.control->stopped.load(), 1); // without the gate having opened
        f.control->release();
        QTRY_COMPARE(f.finished.size(), std::size_t(1));
        QCOMPARE(std::get<InferenceResult>(f.finished[0]).labels[0].text, std::string("new"));
    }

    void cancellingEndsTheRunningRequestForgetsTheWaitingOneAndIsNoFailure()
    {
        Fixture f;
        f.inference->loadModel(QStringLiteral("m"), {});
        f.control->hold();
        const auto image = greyPicture(1);
        f.inference->request(f.request(image, "running"));
        f.inference->request(f.request(image, "waiting"));
        f.inference->cancel();
        QTRY_COMPARE(f.finished.size(), std::size_t(1));
        QVERIFY(std::holds_alternative<Cancelled>(f.finished[0]));
        QVERIFY(!f.inference->isBusy());
        f.control->release();
        f.inference->request(f.request(image, "next"));
        QTRY_COMPARE(f.finished.size(), std::size_t(2));
        QCOMPARE(std::get<InferenceResult>(f.finished[1]).labels[0].text, std::string("next"));
    }

    void aFailedInferenceIsReportedAndTheNextWorks()
    {
        Fixture f;
        f.inference->loadModel(QStringLiteral("m"), {});
        f.control->failInference = true;
        f.inference->request(f.request(greyPicture(1), "cat"));
        QTRY_COMPARE(f.finished.size(), std::size_t(1));
        QCOMPARE(std::get<Failure>(f.finished[0]).detail, std::string("asked to fail"));
        f.control->failInference = false;
        f.inference->request(f.request(greyPicture(1), "cat"));
        QTRY_COMPARE(f.finished.size(), std::size_t(2));
        QVERIFY(std::holds_alternative<InferenceResult>(f.finished[1]));
    }

    void aMissingEngineFailsTheLoadAndEveryRequest()
    {
        Fixture f([](const auto&) -> EngineFactory {
            return []() -> Outcome<std::unique_ptr<Engine>> { return Failure{ErrorCode::EngineMissing, "no module"}; };
        });
        f.inference->loadModel(QStringLiteral("m"), {});
        f.inference->request(f.request(greyPicture(1), "cat"));
        QTRY_COMPARE(f.finished.size(), std::size_t(1));
        QCOMPARE(std::get<Failure>(f.loaded[0]).detail, std::string("no module"));
        QCOMPARE(std::get<Failure>(f.finished[0]).code, ErrorCode::EngineMissing);
    }

    void aModelThatDoesNotLoadIsAFailureAndTheEngineStays()
    {
        Fixture f;
        f.inference->loadModel(QStringLiteral("good"), {});
        f.control->failLoad = false;
        QTRY_COMPARE(f.loaded.size(), std::size_t(1));
        f.control->failLoad = true;
        f.inference->loadModel(QStringLiteral("bad"), {});
        QTRY_COMPARE(f.loaded.size(), std::size_t(2));
        QCOMPARE(std::get<Failure>(f.loaded[1]).code, ErrorCode::CheckpointBroken);
        f.inference->request(f.request(greyPicture(1), "cat"));
        QTRY_COMPARE(f.finished.size(), std::size_t(1));
        QVERIFY(std::holds_alternative<InferenceResult>(f.finished[0]));
    }

    void theSpeedIsToldWithItsProgressAndMeasuredAnewOnlyWhenAskedTo()
    {
        Fixture f;
        f.inference->loadModel(QStringLiteral("m"), {});
        f.inference->requestSpeed(false);
        QVERIFY(f.inference->isMeasuring());
        QTRY_COMPARE(f.speeds.size(), std::size_t(1));
        QVERIFY(!f.inference->isMeasuring());
        QVERIFY(!std::get<data::MachineSpeed>(f.speeds[0]).layers.empty());
        QCOMPARE(f.control->measurementsAnew.load(), 0);
        QCOMPARE(f.progress.back(), 1.0);
        f.inference->requestSpeed(true);
        QTRY_COMPARE(f.speeds.size(), std::size_t(2));
        QCOMPARE(f.control->measurementsAnew.load(), 1);
        QVERIFY(f.control->onOneThread);
    }

    void aMeasurementWaitsForTheRequestThatRuns()
    {
        Fixture f;
        f.inference->loadModel(QStringLiteral("m"), {});
        f.control->hold();
        f.inference->request(f.request(greyPicture(1), "cat"));
        QTRY_COMPARE(f.control->inferences.load(), 1);
        f.inference->requestSpeed(false);
        f.inference->requestSpeed(false);
        f.control->release();
        QTRY_COMPARE(f.speeds.size(), std::size_t(1));
        QCOMPARE(f.finished.size(), std::size_t(1));
        QCOMPARE(f.control->stopped.load(), 0);
        QCOMPARE(f.control->measurements.load(), 1); // asked for twice, told once
    }

    void aMeasurementGivesWayToARequestAPictureAndAModelAndThenBeginsAgain()
    {
        Fixture f;
        f.inference->loadModel(QStringLiteral("m"), {});
        f.control->speedGate.hold();
        f.inference->requestSpeed(true);
        QTRY_COMPARE(f.control->measurements.load(), 1);
        f.inference->request(f.request(greyPicture(1), "cat"));
        f.inference->request(f.request(greyPicture(2), "dog"));
        QTRY_COMPARE(f.finished.size(), std::size_t(1)); // without the gate having opened
        QTRY_COMPARE(f.control->measurements.load(), 2);
        f.inference->readPicture({.name = QStringLiteral("cat"), .path = samplePath(QStringLiteral("cat.jpg")), .bytes = {}});
        QTRY_COMPARE(f.pictures.size(), std::size_t(1));
        QTRY_COMPARE(f.control->measurements.load(), 3);
        f.inference->loadModel(QStringLiteral("n"), {});
        QTRY_COMPARE(f.loaded.size(), std::size_t(2));
        QTRY_COMPARE(f.control->measurements.load(), 4);
        QVERIFY(f.speeds.empty());
        f.control->speedGate.release();
        QTRY_COMPARE(f.speeds.size(), std::size_t(1));
        QVERIFY(std::holds_alternative<data::MachineSpeed>(f.speeds[0]));
        QCOMPARE(f.control->measurementsAnew.load(), 4); // what was asked for is not forgotten
    }

    void askingAnewWhileTheFileIsReadMeasuresAnew()
    {
        Fixture f;
        f.inference->loadModel(QStringLiteral("m"), {});
        f.control->speedGate.hold();
        f.inference->requestSpeed(false);
        QTRY_COMPARE(f.control->measurements.load(), 1);
        f.inference->requestSpeed(true);
        QTRY_COMPARE(f.control->measurementsAnew.load(), 1);
        f.control->speedGate.release();
        QTRY_COMPARE(f.speeds.size(), std::size_t(1));
    }

    void aCancelledMeasurementIsNoFailureAndDoesNotBeginAgain()
    {
        Fixture f;
        f.inference->loadModel(QStringLiteral("m"), {});
        f.inference->cancelSpeed(); // nothing to cancel
        f.control->speedGate.hold();
        f.inference->requestSpeed(true);
        QTRY_COMPARE(f.control->measurements.load(), 1);
        f.inference->cancelSpeed();
        f.inference->request(f.request(greyPicture(1), "cat"));
        QTRY_COMPARE(f.speeds.size(), std::size_t(1));
        QVERIFY(std::holds_alternative<Cancelled>(f.speeds[0]));
        QTRY_COMPARE(f.finished.size(), std::size_t(1));
        QCOMPARE(f.control->measurements.load(), 1);

        f.control->hold();
        f.inference->request(f.request(greyPicture(2), "cat"));
        f.inference->requestSpeed(true); // waits, and is forgotten
        f.inference->cancelSpeed();
        QCOMPARE(f.speeds.size(), std::size_t(2));
        f.control->release();
        QTRY_COMPARE(f.finished.size(), std::size_t(2));
        QVERIFY(!f.inference->isMeasuring());
    }

    void aMeasurementThatFailsSaysSoAndTheNextWorks()
    {
        Fixture f;
        f.inference->requestSpeed(false);
        QTRY_COMPARE(f.speeds.size(), std::size_t(1));
        QCOMPARE(std::get<Failure>(f.speeds[0]).code, ErrorCode::EngineMissing);
        f.inference->loadModel(QStringLiteral("m"), {});
        f.control->failSpeed = true;
        f.inference->requestSpeed(false);
        QTRY_COMPARE(f.speeds.size(), std::size_t(2));
        QCOMPARE(std::get<Failure>(f.speeds[1]).detail, std::string("asked to fail"));
        f.control->failSpeed = false;
        f.inference->requestSpeed(false);
        QTRY_COMPARE(f.speeds.size(), std::size_t(3));
        QVERIFY(std::holds_alternative<data::MachineSpeed>(f.speeds[2]));
    }

    void dyingWhileMeasuringStopsIt()
    {
        Fixture f;
        f.inference->loadModel(QStringLiteral("m"), {});
        f.control->speedGate.hold();
        f.inference->requestSpeed(true);
        QTRY_COMPARE(f.control->measurements.load(), 1);
        f.inference.reset(); // the gate is still closed
        QCOMPARE(f.control->destroyed.load(), 1);
        QVERIFY(f.speeds.empty());
    }

    void dyingWhileBusyStopsTheEngineAndJoinsItsThread()
    {
        Fixture f;
        f.inference->loadModel(QStringLiteral("m"), {});
        f.control->hold();
        f.inference->request(f.request(greyPicture(1), "cat"));
        QTRY_COMPARE(f.control->inferences.load(), 1);
        f.inference->readThumbnails(QStringList(500, samplePath(QStringLiteral("cat.jpg"))), QSize(96, 72));
        f.inference.reset(); // the gate is still closed
        QCOMPARE(f.control->stopped.load(), 1);
        QCOMPARE(f.control->destroyed.load(), 1);
        QVERIFY(f.finished.empty());
    }

    void dyingAtOnceIsFine()
    {
        Fixture f;
        f.inference->loadModel(QStringLiteral("m"), {});
        f.inference.reset();
        QCOMPARE(f.control->made.load(), f.control->destroyed.load());
    }

    void settingsComeBackWithTheirTypesFromTheFile()
    {
        QTemporaryDir folder;
        const auto file = folder.filePath(QStringLiteral("settings.ini"));
        {
            Settings settings(file);
            QCOMPARE(settings.value<QString>(Setting::Theme), QStringLiteral("system"));
            settings.setValue(Setting::Theme, QStringLiteral("dark"));
            settings.setValue(Setting::Labels, QStringLiteral("cat, \"dog\"\nein Vögelchen"));
            settings.setValue(Setting::Templates, QStringList{QStringLiteral("a photo of a {}, outside")});
            settings.setValue(Setting::SoftmaxScale, 12.5);
            settings.setValue(Setting::ShowAllLabels, true);
            QVERIFY(settings.save());
        }
        const Settings again(file);
        QCOMPARE(again.value<QString>(Setting::Theme), QStringLiteral("dark"));
        QCOMPARE(again.value<QString>(Setting::Labels), QStringLiteral("cat, \"dog\"\nein Vögelchen"));
        QCOMPARE(again.value<QStringList>(Setting::Templates), QStringList{QStringLiteral("a photo of a {}, outside")});
        QCOMPARE(again.value<double>(Setting::SoftmaxScale), 12.5);
        QCOMPARE(again.value<bool>(Setting::ShowAllLabels), true);
        QCOMPARE(again.value<int>(Setting::Threads), 0);
    }

    void aSettingOfTheWrongTypeReadsAsItsDefault()
    {
        QTemporaryDir folder;
        const auto file = folder.filePath(QStringLiteral("settings.ini"));
        {
            QSettings raw(file, QSettings::IniFormat);
            raw.setValue(QStringLiteral("compute/threads"), QStringLiteral("many"));
            raw.setValue(QStringLiteral("bars/softmax_scale"), QStringLiteral("big"));
        }
        const Settings settings(file);
        QCOMPARE(settings.value<int>(Setting::Threads), 0);
        QCOMPARE(settings.value<double>(Setting::SoftmaxScale), 0.0);
    }

    void aFileWithoutAVersionIsMigratedAndOneOfANewerProgramIsLeftAlone()
    {
        QTemporaryDir folder;
        const auto old = folder.filePath(QStringLiteral("old.ini"));
        QVERIFY(Settings(old).save());
        QCOMPARE(QSettings(old, QSettings::IniFormat).value(QStringLiteral("version")).toInt(), Settings::version);

        const auto newer = folder.filePath(QStringLiteral("newer.ini"));
        {
            QSettings raw(newer, QSettings::IniFormat);
            raw.setValue(QStringLiteral("version"), Settings::version + 1);
            raw.setValue(QStringLiteral("window/theme"), QStringLiteral("dark"));
        }
        Settings settings(newer);
        QCOMPARE(settings.value<QString>(Setting::Theme), QStringLiteral("dark"));
        settings.setValue(Setting::Theme, QStringLiteral("light"));
        settings.save();
        const QSettings raw(newer, QSettings::IniFormat);
        QCOMPARE(raw.value(QStringLiteral("window/theme")).toString(), QStringLiteral("dark"));
        QCOMPARE(raw.value(QStringLiteral("version")).toInt(), Settings::version + 1);
    }

    void recentPicturesAreNewestFirstOnceEachAndTenAtMost()
    {
        QTemporaryDir folder;
        Settings settings(folder.filePath(QStringLiteral("settings.ini")));
        for (int i = 0; i < 12; ++i)
            settings.addRecentPicture(QStringLiteral("/p/%1.jpg").arg(i));
        settings.addRecentPicture(QStringLiteral("/p/5.jpg"));
        const auto recent = settings.value<QStringList>(Setting::RecentPictures);
        QCOMPARE(recent.size(), 10);
        QCOMPARE(recent[0], QStringLiteral("/p/5.jpg"));
        QCOMPARE(recent.count(QStringLiteral("/p/5.jpg")), 1);
    }

    void aRequestCarriesTheLabelsAsTypedWithDuplicatesMerged()
    {
        ViewState state;
        state.picture.image = greyPicture(1);
        state.labelText = QStringLiteral("cat, a red bus\nCat");
        state.templates = {QStringLiteral("a sketch of a {}")};
        const auto request = requestFor(state);
        QCOMPARE(request.labels, (std::vector<std::string>{"cat", "a red bus"}));
        QCOMPARE(request.templates, std::vector<std::string>{"a sketch of a {}"});
        QCOMPARE(request.image, state.picture.image);
    }
};

QTEST_GUILESS_MAIN(SessionTest)
#include "session_test.moc"
