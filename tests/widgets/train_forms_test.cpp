// Choosing what to learn from and how, and the list of runs.

#include "tests/training_logs.h"
#include "tests/widgets/shots.h"
#include "widgets/train/class_list.h"
#include "widgets/train/data_preview.h"
#include "widgets/train/job_card.h"
#include "widgets/train/job_list.h"
#include "widgets/train/kind_cards.h"
#include "widgets/train/training_settings.h"
#include "widgets/train/training_setup.h"

#include <QCheckBox>
#include <QDoubleSpinBox>
#include <QDropEvent>
#include <QLineEdit>
#include <QListView>
#include <QMimeData>
#include <QProgressBar>
#include <QPushButton>
#include <QRadioButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QToolButton>
#include <QWheelEvent>
#include <QtTest>

using namespace spikeclip;
using namespace spikeclip::widgets;
using data::TrainingPlan;

namespace {

data::DataSurvey survey(int labels, int pictures, int broken = 0)
{
    const auto names = test::runSummary(std::max(1, labels), 0).labels;
    data::DataSurvey found{.path = "/pictures/animals"};
    for (int label = 0; label < labels; ++label) {
        data::ClassSurvey one{.label = names[static_cast<std::size_t>(label)], .train = pictures + label % 3, .validation = 0};
        for (int i = 0; i < 4; ++i)
            one.samples.push_back("/pictures/animals/" + one.label + "/" + std::to_string(i) + ".jpg");
        found.classes.push_back(one);
    }
    for (int i = 0; i < broken; ++i)
        found.broken.push_back({.sample = "/pictures/animals/owl/broken " + std::to_string(i) + ".jpg", .reason = "cut off"});
    return found;
}

data::ImagePtr picture(int i)
{
    auto image = std::make_shared<data::Image>();
    image->width = 48;
    image->height = 36;
    image->pixels.resize(48 * 36 * 3);
    for (std::size_t p = 0; p < image->pixels.size(); ++p)
        image->pixels[p] = static_cast<std::uint8_t>((p % 3 == static_cast<std::size_t>(i) % 3 ? 200 : 110) - p / 144 % 60);
    return image;
}

QPushButton* startOf(const TrainingSetup& setup)
{
    return setup.findChild<QPushButton*>(QStringLiteral("start"));
}

QList<JobRow> jobs(int count)
{
    using State = JobRow::State;
    QList<JobRow> rows;
    for (int i = 0; i < count; ++i) {
        JobRow row{.id = QStringLiteral("run-%1").arg(i),
                   .name = i == 0 ? QStringLiteral("animals") : QStringLiteral("animals, all weights, attempt %1").arg(i + 1)};
        row.state = static_cast<State>((i + 1) % 7);
        row.fraction = 0.1 * ((i + 6) % 10);
        row.secondsLeft = row.state == State::Running ? 190 : -1;
        if (row.state != State::Queued)
            row.top1 = 0.6 + 0.03 * (i % 9);
        if (row.state == State::Failed)
            row.message = QStringLiteral("The loss became no number in batch 120. Try a smaller learning rate; the last good state was kept.");
        row.inCurves = i < 2;
        row.canResume = row.state != State::Queued && row.state != State::Running && row.state != State::Finished;
        rows << row;
    }
    return rows;
}

QPushButton* button(const QWidget& card, const QString& text)
{
    for (auto* candidate : card.findChildren<QPushButton*>())
        if (candidate->text() == text && candidate->isVisible())
            return candidate;
    return nullptr;
}

}

class TrainFormsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { applyTheme(Theme::Light); }

    void aFolderAndStartAreEnough()
    {
        TrainingSetup setup;
        setup.resize(500, 700);
        setup.show();
        QVERIFY(!startOf(setup)->isEnabled());
        QCOMPARE(setup.startReason(), QStringLiteral("Choose a folder of pictures first."));
        QSignalSpy chosen(&setup, &TrainingSetup::dataChosen);
        QSignalSpy changed(&setup, &TrainingSetup::planChanged);
        QSignalSpy started(&setup, &TrainingSetup::startAsked);
        QMimeData mime;
        mime.setUrls({QUrl::fromLocalFile(QStringLiteral("/pictures/animals"))});
        QDragEnterEvent enter(QPoint(50, 50), Qt::CopyAction, &mime, Qt::LeftButton, {});
        QCoreApplication::sendEvent(&setup, &enter);
        QVERIFY(enter.isAccepted());
        QDropEvent drop(QPointF(50, 50), Qt::CopyAction, &mime, Qt::LeftButton, {});
        QCoreApplication::sendEvent(&setup, &drop);
        QCOMPARE(chosen.size(), 1);
        QCOMPARE(chosen[0][0].toString(), QStringLiteral("/pictures/animals"));
        QCOMPARE(setup.plan().dataPath, std::string("/pictures/animals"));
        QCOMPARE(setup.plan().name, std::string("animals"));
        QVERIFY(!startOf(setup)->isEnabled());
        setup.setSurvey(survey(5, 20));
        QVERIFY2(startOf(setup)->isEnabled(), qPrintable(setup.startReason()));
        startOf(setup)->click();
        QCOMPARE(started.size(), 1);
        auto usual = data::usualPlan(TrainingPlan::What::Head);
        usual.name = "animals";
        usual.dataPath = "/pictures/animals";
        QVERIFY(setup.plan() == usual);
        QCOMPARE(changed.size(), 1);
    }

    void whatStandsInTheWayIsSaid()
    {
        TrainingSetup setup;
        setup.show();
        auto plan = data::usualPlan(TrainingPlan::What::Head);
        plan.dataPath = "/x";
        setup.setPlan(plan);
        QVERIFY(!setup.startReason().isEmpty());
        setup.setSurveyFailure(QStringLiteral("There is no picture in /x."));
        QVERIFY(!startOf(setup)->isEnabled());
        setup.setSurvey(survey(1, 20));
        QCOMPARE(setup.startReason(), QStringLiteral("At least two labels are needed."));
        setup.setSurvey(survey(2, 20));
        QVERIFY(startOf(setup)->isEnabled());
        setup.setStartReason(QStringLiteral("A run is going on."));
        QCOMPARE(setup.startReason(), QStringLiteral("A run is going on."));
        QVERIFY(!startOf(setup)->isEnabled());
        setup.setStartReason({});
        setup.setKindReason(TrainingPlan::What::Head, QStringLiteral("This model has no head."));
        QCOMPARE(setup.startReason(), QStringLiteral("This model has no head."));
    }

    void theForecastIsSaid()
    {
        TrainingSetup setup;
        setup.show();
        QVERIFY(setup.forecastText().isEmpty());
        setup.setMeasuring();
        QVERIFY(setup.forecastText().startsWith(QStringLiteral("Measuring")));
        setup.setForecast(
            data::TrainingForecast{.pictures = 100, .validation = 20, .steps = 300, .seconds = 45, .peakBytes = 4.2e8, .imagesPerSecond = 200});
        QCOMPARE(setup.forecastText(), QStringLiteral("About 45 s on this computer, for 300 batch(es), and 420 MB of memory."));
        setup.setForecast({});
        QVERIFY(setup.forecastText().isEmpty());
    }

    void theWheelIsLeftToTheFormUnlessAFieldWasClickedInto()
    {
        TrainingSetup setup;
        setup.setSettingsShown(true);
        setup.show();
        setup.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&setup));
        auto* epochs = setup.findChild<QDoubleSpinBox*>(QStringLiteral("epochs"));
        const double before = epochs->value();
        const auto isTaken = [&] {
            const QPointF place = epochs->rect().center();
            QWheelEvent event(place, epochs->mapToGlobal(place), {}, QPoint(0, -120), Qt::NoButton, Qt::NoModifier, Qt::NoScrollPhase, false);
            QCoreApplication::sendEvent(epochs, &event);
            return event.isAccepted();
        };
        QVERIFY(!isTaken());
        QCOMPARE(epochs->value(), before);
        epochs->setFocus();
        QVERIFY(isTaken());
        QCOMPARE(epochs->value(), before - 1);
    }

    void anotherKindBringsItsUsualNumbers()
    {
        TrainingSetup setup;
        setup.show();
        auto plan = data::usualPlan(TrainingPlan::What::Head);
        plan.name = "mine";
        plan.dataPath = "/x";
        plan.validationShare = 0.3;
        setup.setPlan(plan);
        QSignalSpy changed(&setup, &TrainingSetup::planChanged);
        const auto radios = setup.findChildren<QRadioButton*>();
        QCOMPARE(radios.size(), 4);
        radios[static_cast<int>(TrainingPlan::What::Dual)]->click();
        QCOMPARE(changed.size(), 1);
        QCOMPARE(setup.plan().what, TrainingPlan::What::Dual);
        QCOMPARE(setup.plan().learningRate, data::usualPlan(TrainingPlan::What::Dual).learningRate);
        QCOMPARE(setup.plan().validationShare, 0.3);
        setup.setSettingsShown(true);
        auto* weight = setup.findChild<QDoubleSpinBox*>(QStringLiteral("klWeight"));
        QVERIFY(weight->isVisible());
        weight->setValue(2.5);
        QCOMPARE(setup.plan().klWeight, 2.5);
        setup.findChild<QPushButton*>(QStringLiteral("usual"))->click();
        QCOMPARE(setup.plan().klWeight, 1.0);
        QCOMPARE(setup.plan().name, std::string("mine"));
        QCOMPARE(setup.plan().dataPath, std::string("/x"));
        auto* penalty = setup.findChild<QDoubleSpinBox*>(QStringLiteral("rateWeight"));
        QVERIFY(penalty->isVisible());
        penalty->setValue(3);
        QCOMPARE(setup.plan().rateWeight, 3.0);
        radios[static_cast<int>(TrainingPlan::What::Head)]->click();
        QVERIFY(!weight->isVisible());
        QVERIFY(!penalty->isVisible()); // the neurons of a head learn nothing
    }

    void everySettingReachesThePlanAndNothingElseDoes()
    {
        TrainingSetup setup;
        setup.show();
        setup.setSettingsShown(true);
        auto plan = data::usualPlan(TrainingPlan::What::Full);
        plan.dataPath = "/x";
        plan.learningRate = 1.23456789e-4; // more digits than are shown
        plan.validationShare = 0.123;
        plan.epochs = 3.14159;
        setup.setPlan(plan);
        QSignalSpy changed(&setup, &TrainingSetup::planChanged);
        setup.findChild<QSpinBox*>(QStringLiteral("batch"))->setValue(17);
        plan.batch = 17;
        QCOMPARE(setup.plan().epochs, 3.14159);
        QCOMPARE(setup.plan().learningRate, plan.learningRate);
        QCOMPARE(setup.plan().validationShare, plan.validationShare);
        setup.findChild<QSpinBox*>(QStringLiteral("steps"))->setValue(2);
        setup.findChild<QSpinBox*>(QStringLiteral("share"))->setValue(40);
        setup.findChild<QCheckBox*>(QStringLiteral("augment"))->setChecked(false);
        setup.findChild<QDoubleSpinBox*>(QStringLiteral("learningRate"))->setValue(1e-3);
        QTest::keyClicks(setup.findChild<QLineEdit*>(QStringLiteral("name")), QStringLiteral("mine"));
        QCOMPARE(setup.plan().batch, 17);
        QCOMPARE(setup.plan().steps, 2);
        QCOMPARE(setup.plan().validationShare, 0.4);
        QVERIFY(!setup.plan().augment);
        QCOMPARE(setup.plan().learningRate, 1e-3);
        QVERIFY(std::abs(setup.plan().finalLearningRate / 1e-3 - plan.finalLearningRate / plan.learningRate) < 1e-9); // the schedule keeps its shape
        QCOMPARE(setup.plan().name, std::string("mine"));
        QVERIFY(changed.size() >= 8);
        const auto before = changed.size();
        setup.setPlan(plan);
        QCOMPARE(changed.size(), before); // what the program sets is not announced
    }

    void noSettingOffersWhatNoRecipeMayHold()
    {
        TrainingSetup setup;
        const auto within = [&](auto* box, double share, data::Limits limits) { return box->minimum() * share >= limits.lowest && box->maximum() * share <= limits.highest; };
        QVERIFY(within(setup.findChild<QDoubleSpinBox*>(QStringLiteral("epochs")), 1, data::epochsLimits));
        QVERIFY(within(setup.findChild<QSpinBox*>(QStringLiteral("batch")), 1, data::batchLimits));
        QVERIFY(within(setup.findChild<QSpinBox*>(QStringLiteral("steps")), 1, data::stepsLimits));
        QVERIFY(within(setup.findChild<QSpinBox*>(QStringLiteral("share")), 0.01, data::validationShareLimits));
        QVERIFY(within(setup.findChild<QDoubleSpinBox*>(QStringLiteral("learningRate")), 1, data::learningRateLimits));
        QVERIFY(within(setup.findChild<QDoubleSpinBox*>(QStringLiteral("klWeight")), 1, data::lossWeightLimits));
        QVERIFY(within(setup.findChild<QDoubleSpinBox*>(QStringLiteral("rateWeight")), 1, data::lossWeightLimits));
        QVERIFY(within(setup.findChild<QSpinBox*>(QStringLiteral("gate")), 1, data::angleLimits));
    }

    void thePreviewDividesAndWarns()
    {
        DataPreview preview;
        preview.resize(500, 500);
        preview.show();
        auto found = survey(3, 20, 2);
        preview.setSurvey(found);
        preview.setValidationShare(0.5);
        QVERIFY2(preview.headline().startsWith(QStringLiteral("3 label(s), ")), qPrintable(preview.headline()));
        QCOMPARE(preview.survey().train() + preview.survey().validation(), 63);
        QVERIFY(preview.warnings().isEmpty());
        auto* broken = preview.findChild<QToolButton*>();
        QVERIFY(broken->isVisible() && broken->text().startsWith(QStringLiteral("2 file(s)")));
        broken->click();
        QCOMPARE(preview.findChild<QListView*>()->model()->rowCount(), 2);
        QVERIFY(preview.findChild<QListView*>()->isVisible());
        found.classes[1].train = 1;
        preview.setSurvey(found);
        QVERIFY(preview.warnings().contains(QStringLiteral("1 label(s) have one picture only")));
        QVERIFY(preview.warnings().contains(QStringLiteral("uneven")));
        preview.setValidationShare(0);
        QVERIFY(preview.warnings().contains(QStringLiteral("No picture is set aside")));
        preview.setFailure(QStringLiteral("No."));
        QVERIFY(preview.warnings().isEmpty());
        preview.clear();
        QVERIFY(!preview.hasSurvey());
    }

    void onlyPicturesInSightAreAskedFor()
    {
        TrainingSetup setup;
        setup.resize(900, 600);
        QSignalSpy wanted(&setup, &TrainingSetup::thumbnailsWanted);
        setup.setSurvey(survey(1000, 20));
        setup.show();
        QVERIFY(!setup.grab().isNull());
        QTRY_VERIFY(!wanted.isEmpty());
        QVERIFY(wanted[0][0].toStringList().size() < 200);
        const auto sample = wanted[0][0].toStringList().front();
        setup.setThumbnail(sample, picture(1));
        QVERIFY(!setup.grab().isNull());
        QTest::qWait(50);
        for (const auto& call : wanted.mid(1))
            QVERIFY(!call[0].toStringList().contains(sample)); // once
    }

    void runsSayWhatTheyAreAndWhatCanBeDone()
    {
        JobList list;
        list.resize(500, 800);
        list.show();
        list.setJobs(jobs(7));
        const auto cards = list.findChildren<JobCard*>();
        QCOMPARE(cards.size(), 7);
        QCOMPARE(cards[0]->summary(), QStringLiteral("animals: running, 60 % done \u00b7 3 min 10 s left \u00b7 validation 60.0\u00a0%"));
        QSignalSpy paused(&list, &JobList::pauseAsked);
        QSignalSpy cancelled(&list, &JobList::cancelAsked);
        QSignalSpy resumed(&list, &JobList::resumeAsked);
        QSignalSpy removed(&list, &JobList::removeAsked);
        QSignalSpy opened(&list, &JobList::folderAsked);
        QSignalSpy curves(&list, &JobList::curvesToggled);
        button(*cards[0], QStringLiteral("Pause"))->click();
        button(*cards[0], QStringLiteral("Cancel"))->click();
        button(*cards[0], QStringLiteral("Open Folder"))->click();
        QVERIFY(!button(*cards[0], QStringLiteral("Resume")) && !button(*cards[0], QStringLiteral("Remove")));
        button(*cards[1], QStringLiteral("Resume"))->click(); // paused
        button(*cards[2], QStringLiteral("Remove"))->click(); // finished
        for (const int stopped : {3, 4, 5}) // cancelled, failed, interrupted
            QVERIFY(button(*cards[stopped], QStringLiteral("Resume")));
        QVERIFY(!button(*cards[2], QStringLiteral("Resume")) && !button(*cards[6], QStringLiteral("Resume"))); // finished, queued
        cards[2]->findChild<QCheckBox*>()->click();
        QCOMPARE(paused[0][0].toString(), QStringLiteral("run-0"));
        QCOMPARE(cancelled[0][0].toString(), QStringLiteral("run-0"));
        QCOMPARE(opened[0][0].toString(), QStringLiteral("run-0"));
        QCOMPARE(resumed[0][0].toString(), QStringLiteral("run-1"));
        QCOMPARE(removed[0][0].toString(), QStringLiteral("run-2"));
        QCOMPARE(curves[0][0].toString(), QStringLiteral("run-2"));
        QVERIFY(curves[0][1].toBool());
        QCOMPARE(list.inCurves(), (QStringList{QStringLiteral("run-0"), QStringLiteral("run-1"), QStringLiteral("run-2")}));
    }

    void aRunIsChosenByClickOrKey()
    {
        JobList list;
        list.resize(500, 600);
        list.show();
        list.setJobs(jobs(3));
        QSignalSpy chosen(&list, &JobList::jobChosen);
        auto* card = list.findChildren<JobCard*>().at(1);
        QTest::keyClick(card, Qt::Key_Return);
        QCOMPARE(chosen.size(), 1);
        QCOMPARE(list.chosen(), QStringLiteral("run-1"));
        QTest::mouseClick(card, Qt::LeftButton, {}, QPoint(4, 4));
        QCOMPARE(chosen.size(), 1); // it is already
        list.choose(QStringLiteral("run-2"));
        QCOMPARE(chosen.size(), 1);
        list.setJobs(jobs(2)); // the one chosen is gone
        QVERIFY(list.chosen().isEmpty());
        list.setJobs({});
        QVERIFY(!list.grab().isNull());
    }

    void nothingOneAndManyCanBePaintedAtAnySize()
    {
        JobList list;
        for (const int count : {0, 1, 300}) {
            list.setJobs(jobs(count));
            test::paintEverywhere(list);
        }
        TrainingSetup setup;
        test::paintEverywhere(setup);
        for (const auto& found : {survey(0, 0), survey(1, 1), survey(1000, 20, 5000)}) {
            setup.setSurvey(found);
            setup.setSettingsShown(true);
            test::paintEverywhere(setup);
        }
    }

    void theFormsFollowLanguage()
    {
        TrainingSetup setup;
        setup.setSurvey(survey(3, 20));
        setup.show();
        JobList list;
        list.setJobs(jobs(3));
        list.show();
        test::MarkingTranslator translator;
        QVERIFY(QCoreApplication::installTranslator(&translator));
        QTRY_VERIFY(list.title().startsWith(QLatin1Char('#')) && list.whatsThis().startsWith(QLatin1Char('#')));
        QTRY_VERIFY(startOf(setup)->text().startsWith(QLatin1Char('#')) && setup.startReason().startsWith(QLatin1Char('#')));
        for (const auto* radio : setup.findChildren<QRadioButton*>())
            QTRY_VERIFY(radio->text().startsWith(QLatin1Char('#')));
        QTRY_VERIFY(list.findChild<JobCard*>()->summary().startsWith(QLatin1Char('#')));
        QTRY_VERIFY(setup.findChild<TrainingSettings*>()->digest().startsWith(QLatin1Char('#')));
        QTRY_VERIFY(setup.findChild<DataPreview*>()->headline().startsWith(QLatin1Char('#')));
        QCoreApplication::removeTranslator(&translator);
        QTRY_COMPARE(list.title(), QStringLiteral("Training runs"));
    }

    void forTheEye()
    {
        const bool shooting = !qEnvironmentVariableIsEmpty("SPIKECLIP_SHOTS");
        JobList list;
        list.show();
        list.setJobs(jobs(7));
        list.choose(QStringLiteral("run-0"));
        test::shoot(list, QStringLiteral("jobs"), {QSize(360, 760), QSize(760, 620), QSize(1600, 420)});
        TrainingSetup setup;
        setup.show();
        connect(&setup, &TrainingSetup::thumbnailsWanted, &setup, [&](const QStringList& samples) {
            for (int i = 0; i < samples.size(); ++i)
                setup.setThumbnail(samples[i], i % 9 == 4 ? nullptr : picture(i));
        });
        test::shoot(setup, QStringLiteral("setup-empty"), {QSize(360, 700), QSize(1000, 560)});
        auto plan = data::usualPlan(TrainingPlan::What::Head);
        plan.dataPath = "/home/anna/pictures/animals";
        plan.name = "animals";
        setup.setPlan(plan);
        auto found = survey(9, 20, 3);
        found.classes[2].train = 1;
        setup.setSurvey(found);
        setup.setForecast(
            data::TrainingForecast{.pictures = 160, .validation = 40, .steps = 90, .seconds = 12, .peakBytes = 3.4e8, .imagesPerSecond = 400});
        setup.resize(1000, 560);
        (void)setup.grab();
        QTest::qWait(shooting ? 100 : 0);
        test::shoot(setup, QStringLiteral("setup"), {QSize(360, 760), QSize(1000, 620), QSize(1600, 700)});
        plan.what = TrainingPlan::What::Dual;
        setup.setPlan(plan);
        setup.setSettingsShown(true);
        setup.setKindReason(TrainingPlan::What::Alignment, QStringLiteral("This model has no ANN twin."));
        test::shoot(setup, QStringLiteral("setup-settings"), {QSize(360, 1500), QSize(1000, 1000)});
    }
};

QTEST_MAIN(TrainFormsTest)
#include "train_forms_test.moc"
