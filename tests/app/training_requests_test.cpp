// What session::Training does beside its jobs: surveys, forecasts, pictures of data sets, logs and summaries of past runs.

#include "core/io/recipe_text.h"
#include "tests/app/fake_training.h"

#include <QtTest>

#include <future>

using namespace spikeclip;
using namespace spikeclip::session;
using test::TrainingFixture;
using State = TrainingJob::State;

namespace {

SurveyRequest surveyOf(const char* path)
{
    return {.path = QString::fromLatin1(path), .validationShare = 0.2, .open = true};
}

std::string pathOf(const SurveyOutcome& outcome)
{
    const auto* survey = std::get_if<data::DataSurvey>(&outcome);
    return survey ? survey->path : std::string();
}

}

class TrainingRequestsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aSurveyIsMadeWhileAJobRuns()
    {
        TrainingFixture f;
        f.control->trainGate.hold();
        f.window->submit("cats");
        QTRY_COMPARE(f.control->trainings.load(), 1);
        std::vector<double> progress;
        auto* training = f.window->training.get();
        connect(training, &Training::surveyProgressed, training, [&](double fraction) { progress.push_back(fraction); });
        training->requestSurvey(surveyOf("pets"));
        QVERIFY(training->isSurveying());
        QTRY_COMPARE(f.window->surveys.size(), std::size_t(1));
        QVERIFY(!training->isSurveying());
        QCOMPARE(pathOf(f.window->surveys[0]), std::string("pets"));
        QVERIFY(std::get<data::DataSurvey>(f.window->surveys[0]).opened);
        QCOMPARE(progress, (std::vector<double>{0.5, 1}));
    }

    void ofSurveysOnlyTheNewestIsTold()
    {
        TrainingFixture f;
        f.control->surveyGate.hold();
        f.window->training->requestSurvey(surveyOf("a"));
        QTRY_COMPARE(f.control->surveys.load(), 1);
        f.window->training->requestSurvey(surveyOf("b"));
        f.window->training->requestSurvey(surveyOf("c"));
        QTRY_COMPARE(f.control->surveys.load(), 2); // the first was stopped without the gate having opened
        f.control->surveyGate.release();
        QTRY_COMPARE(f.window->surveys.size(), std::size_t(1));
        QCOMPARE(pathOf(f.window->surveys[0]), std::string("c"));
        QCOMPARE(f.control->history(), (std::vector<std::string>{"survey a", "survey c"}));
        f.window->training->requestSurvey(surveyOf("gone"));
        QTRY_COMPARE(f.window->surveys.size(), std::size_t(2));
        QCOMPARE(std::get<Failure>(f.window->surveys[1]).code, ErrorCode::FileMissing);
    }

    void ofACancelledSurveyNothingIsToldAndTheNextWorks()
    {
        TrainingFixture f;
        f.window->training->cancelSurvey(); // nothing to cancel
        f.control->surveyGate.hold();
        f.window->training->requestSurvey(surveyOf("a"));
        QTRY_COMPARE(f.control->surveys.load(), 1);
        f.window->training->requestSurvey(surveyOf("b"));
        f.window->training->cancelSurvey();
        QVERIFY(!f.window->training->isSurveying());
        f.window->training->requestSurvey(surveyOf("c"));
        QVERIFY(f.window->training->isSurveying());
        f.control->surveyGate.release();
        QTRY_COMPARE(f.window->surveys.size(), std::size_t(1));
        QCOMPARE(pathOf(f.window->surveys[0]), std::string("c"));
    }

    void aSurveyLetsEverythingElseThrough()
    {
        TrainingFixture f;
        QTRY_COMPARE(f.window->scans, 1);
        std::promise<void> asked;
        const auto ready = asked.get_future().share();
        auto files = test::fakeFiles(f.control);
        files.survey = [ready](const SurveyRequest&, const std::function<void(double)>& progress, std::stop_token stop) {
            ready.wait();
            for (int i = 0; i < 1'000'000'000 && !stop.stop_requested(); ++i)
                progress(0.1); // it would take for ever
            throw Stopped{};
            return data::DataSurvey{};
        };
        Training training([]() -> Outcome<std::unique_ptr<Engine>> { return Failure{ErrorCode::EngineMissing, ""}; }, {.runsFolder = f.runs, .files = files});
        QStringList read;
        connect(&training, &Training::sampleRead, &training, [&](const QString& name) { read << name; });
        training.requestSurvey(surveyOf("large"));
        training.requestSamples({QStringLiteral("a"), QStringLiteral("b")}, QSize(10, 10));
        const auto made = training.submit({.name = "cats"});
        asked.set_value();
        QTRY_COMPARE(read, (QStringList{QStringLiteral("a"), QStringLiteral("b")}));
        QTRY_COMPARE(training.job(std::get<QString>(made))->state, State::Failed);
        QVERIFY(training.isSurveying());
    }

    void samplesAreReadInOrderMadeSmallAndBrokenOnesSaidSo()
    {
        TrainingFixture f;
        f.window->training->requestSamples({QStringLiteral("a"), QStringLiteral("broken")}, QSize(20, 20));
        f.window->training->requestSamples({QStringLiteral("b#3")}, QSize(400, 400));
        QTRY_COMPARE(f.window->samples.size(), std::size_t(3));
        QCOMPARE(f.window->samples[0].first, QStringLiteral("a"));
        QCOMPARE(f.window->samples[0].second->width, 20);
        QCOMPARE(f.window->samples[0].second->height, 10);
        QVERIFY(!f.window->samples[1].second);
        QCOMPARE(f.window->samples[2].first, QStringLiteral("b#3"));
    }

    void cancelledSamplesAreNotTold()
    {
        TrainingFixture f;
        f.control->surveyGate.hold();
        f.window->training->requestSurvey(surveyOf("a")); // holds the thread
        QTRY_COMPARE(f.control->surveys.load(), 1);
        f.window->training->requestSamples({QStringLiteral("a"), QStringLiteral("b")}, QSize(20, 20));
        f.window->training->cancelSamples();
        f.window->training->requestSamples({QStringLiteral("c")}, QSize(20, 20));
        f.control->surveyGate.release();
        QTRY_COMPARE(f.window->samples.size(), std::size_t(1));
        QCOMPARE(f.window->samples[0].first, QStringLiteral("c"));
    }

    void logsAndSummariesOfPastRunsAreReadWhileAJobRuns()
    {
        TrainingFixture f;
        const auto past = f.window->submit("cats");
        QTRY_COMPARE(f.window->state(past), State::Finished);
        auto& window = f.open();
        QTRY_COMPARE(window.scans, 1);
        f.control->trainGate.hold();
        const auto now = window.submit("dogs");
        const auto waits = window.submit("owls");
        QTRY_COMPARE(f.control->trainings.load(), 2);
        QTRY_VERIFY(window.training->log(now)->points.size() == 3);
        window.training->requestLog(past);
        window.training->requestSummary(past);
        window.training->requestSummary(now);
        QTRY_COMPARE(window.summaries.size(), std::size_t(2));
        QCOMPARE(std::get<TrainingLogPtr>(window.pastLogs.at(0))->points.size(), std::size_t(3));
        QCOMPARE(std::get<RunSummaryPtr>(window.summaries[0])->name, std::string("summary of cats"));
        QCOMPARE(std::get<Failure>(window.summaries[1]).code, ErrorCode::FileMissing);
        window.training->requestLog(waits);
        QTRY_COMPARE(window.pastLogs.size(), std::size_t(2));
        QVERIFY(std::get<TrainingLogPtr>(window.pastLogs[1])->points.empty()); // nothing has been said yet
        window.training->requestLog(now);
        QTRY_COMPARE(window.pastLogs.size(), std::size_t(3));
        QCOMPARE(std::get<TrainingLogPtr>(window.pastLogs[2]), window.training->log(now));
    }

    void aForecastComesBetweenTheJobThatRunsAndTheOnesThatWait()
    {
        TrainingFixture f;
        f.control->trainGate.hold();
        const auto first = f.window->submit("cats");
        const auto second = f.window->submit("dogs");
        QTRY_COMPARE(f.control->trainings.load(), 1);
        f.window->training->requestForecast({.name = "old"});
        f.window->training->requestForecast({.name = "newest"});
        QVERIFY(f.window->training->isForecasting());
        f.control->trainGate.release();
        QTRY_VERIFY(!f.window->training->isBusy());
        QCOMPARE(f.window->forecasts.size(), std::size_t(1));
        QCOMPARE(std::get<data::TrainingForecast>(f.window->forecasts[0]).pictures, std::int64_t(6));
        QVERIFY(!f.window->training->isForecasting());
        QCOMPARE(f.control->history(), (std::vector<std::string>{"train " + first.toStdString(), "forecast newest", "train " + second.toStdString()}));
    }

    void ofForecastsOnlyTheNewestIsToldAndACancelledOneIsNot()
    {
        TrainingFixture f;
        f.control->forecastGate.hold();
        f.window->training->requestForecast({.name = "a"});
        QTRY_COMPARE(f.control->forecasts.load(), 1);
        f.window->training->requestForecast({.name = "bb"});
        QTRY_COMPARE(f.control->forecasts.load(), 2);
        f.window->training->cancelForecast();
        QVERIFY(!f.window->training->isForecasting());
        f.window->training->requestForecast({.name = "ccc"});
        QTRY_COMPARE(f.control->forecasts.load(), 3);
        f.control->forecastGate.release();
        QTRY_COMPARE(f.window->forecasts.size(), std::size_t(1));
        QCOMPARE(std::get<data::TrainingForecast>(f.window->forecasts[0]).pictures, std::int64_t(3));
        f.window->training->requestForecast({.name = "unwritable"});
        QTRY_COMPARE(f.window->forecasts.size(), std::size_t(2));
        QCOMPARE(std::get<Failure>(f.window->forecasts[1]).code, ErrorCode::RecipeBroken);
        QVERIFY(QDir(f.runs).isEmpty()); // a forecast leaves nothing behind
    }

    void aJobSubmittedDuringAForecastRunsAfterwards()
    {
        TrainingFixture f;
        f.control->forecastGate.hold();
        f.window->training->requestForecast({.name = "a"});
        QTRY_COMPARE(f.control->forecasts.load(), 1);
        const auto id = f.window->submit("cats");
        QTRY_VERIFY(f.window->saved(id).contains(QStringLiteral("\"queued\"")));
        f.control->forecastGate.release();
        QTRY_COMPARE(f.window->state(id), State::Finished);
        QCOMPARE(f.window->forecasts.size(), std::size_t(1));
    }

    void theFilesOfTheProgramAreThoseThatTheCommandReads()
    {
        TrainingFixture f;
        const auto data = f.scratch.filePath(QStringLiteral("pets"));
        for (const auto* name : {"cat/1.jpg", "cat/2.jpg", "dog/1.jpg"}) {
            const QFileInfo file(data + QLatin1Char('/') + QLatin1String(name));
            QVERIFY(QDir().mkpath(file.path()) && QFile::copy(QStringLiteral(SPIKECLIP_SOURCE_DIR "/resources/samples/cat.jpg"), file.filePath()));
        }
        QFile labels(f.scratch.filePath(QStringLiteral("labels.txt")));
        QVERIFY(labels.open(QIODevice::WriteOnly) && labels.write("cat\ta tabby cat\n") > 0);
        labels.close();
        Training training([]() -> Outcome<std::unique_ptr<Engine>> { return Failure{ErrorCode::EngineMissing, ""}; }, {.runsFolder = f.runs});
        std::vector<data::DataSurvey> surveys;
        std::vector<data::ImagePtr> samples;
        connect(&training, &Training::surveyed, &training, [&](const SurveyOutcome& outcome) { surveys.push_back(std::get<data::DataSurvey>(outcome)); });
        connect(&training, &Training::sampleRead, &training, [&](const QString&, const data::ImagePtr& image) { samples.push_back(image); });
        training.requestSurvey({.path = data, .labelFile = labels.fileName(), .validationShare = 0.5, .open = true});
        QTRY_COMPARE(surveys.size(), std::size_t(1));
        QCOMPARE(surveys[0].classes.at(0).label, std::string("a tabby cat"));
        QCOMPARE(surveys[0].train(), std::int64_t(2));
        training.requestSamples({QString::fromStdString(surveys[0].classes[0].samples.at(0))}, QSize(32, 32));
        QTRY_COMPARE(samples.size(), std::size_t(1));
        QVERIFY(samples[0] && samples[0]->width <= 32);

        auto plan = data::usualPlan(data::TrainingPlan::What::Head);
        plan.name = "Pets";
        plan.initialModel = "/models/model.safetensors";
        plan.dataPath = data.toStdString();
        const auto id = std::get<QString>(training.submit(plan));
        QTRY_COMPARE(training.job(id)->state, State::Failed); // without an engine
        QCOMPARE(io::planOf(test::contentOf((training.folder(id) + QStringLiteral("/recipe.json")).toStdString())), plan);
    }

    void aPictureComesAsLargeAsItIs()
    {
        TrainingFixture f;
        std::vector<PictureOutcome> pictures;
        auto* training = f.window->training.get();
        connect(training, &Training::pictureRead, training, [&](const QString&, const PictureOutcome& outcome) { pictures.push_back(outcome); });
        training->requestPicture(QStringLiteral("a.tar#1.jpg"));
        QTRY_COMPARE(pictures.size(), std::size_t(1));
        const auto& picture = std::get<Picture>(pictures[0]);
        QCOMPARE(picture.image->width, 40);
        QVERIFY(picture.path.isEmpty()); // it is no file of its own
        training->requestPicture(QStringLiteral("broken"));
        QTRY_COMPARE(pictures.size(), std::size_t(2));
        QCOMPARE(std::get<Failure>(pictures[1]).code, ErrorCode::PictureBroken);
    }

    void aModelIsCopiedElsewhere()
    {
        TrainingFixture f;
        std::vector<CopyOutcome> copies;
        auto* training = f.window->training.get();
        connect(training, &Training::modelCopied, training, [&](const QString&, const CopyOutcome& outcome) { copies.push_back(outcome); });
        const auto id = f.window->submit("cats");
        QTRY_COMPARE(f.window->state(id), std::optional(State::Finished));
        const auto target = f.scratch.filePath(QStringLiteral("mine.safetensors"));
        training->copyModel(id, target);
        QTRY_COMPARE(copies.size(), std::size_t(1));
        QCOMPARE(std::get<QString>(copies[0]), target);
        QCOMPARE(test::contentOf(target.toStdString()), std::string("weights"));
        training->copyModel(QStringLiteral("nobody"), target);
        QTRY_COMPARE(copies.size(), std::size_t(2));
        QCOMPARE(std::get<Failure>(copies[1]).code, ErrorCode::FileMissing);
    }

    void dyingDuringASurveyOrAForecastStopsIt()
    {
        TrainingFixture f;
        f.control->surveyGate.hold();
        f.control->forecastGate.hold();
        f.window->training->requestSurvey(surveyOf("a"));
        f.window->training->requestForecast({.name = "a"});
        QTRY_COMPARE(f.control->surveys.load(), 1);
        QTRY_COMPARE(f.control->forecasts.load(), 1);
        f.window->training->requestSamples({QStringLiteral("a")}, QSize(20, 20));
        f.window->training.reset(); // the gates are still closed
        QCOMPARE(f.control->engine->destroyed.load(), 1);
        QVERIFY(f.window->surveys.empty() && f.window->forecasts.empty() && f.window->samples.empty());
    }

    void aWindowThatDiesAtOnceHarmsNothing()
    {
        TrainingFixture f;
        for (int i = 0; i < 20; ++i)
            f.open();
        QVERIFY(!QFileInfo::exists(f.runs)); // nobody has asked for a job
        QCOMPARE(f.control->engine->made.load(), 0);
    }
};

QTEST_GUILESS_MAIN(TrainingRequestsTest)
#include "training_requests_test.moc"
