// Training in the window: from a folder of pictures to a model in use, with an engine that only pretends.

#include "app/explorer/help_page.h"
#include "app/explorer/main_window.h"
#include "app/session/run_folder.h"
#include "tests/app/fake_training.h"
#include "tests/app/window_fixture.h"
#include "widgets/gallery_panel.h"
#include "widgets/message_bar.h"
#include "widgets/panel_dock.h"
#include "widgets/rate_panel.h"
#include "widgets/train/class_table_panel.h"
#include "widgets/train/confusion_panel.h"
#include "widgets/train/data_preview.h"
#include "widgets/train/job_card.h"
#include "widgets/train/job_list.h"
#include "widgets/train/run_result_panel.h"
#include "widgets/train/sample_grid.h"
#include "widgets/train/spike_health_panel.h"
#include "widgets/train/training_curves_panel.h"
#include "widgets/train/training_setup.h"

#include <QMessageBox>
#include <QPushButton>
#include <QToolButton>
#include <QtTest>

using namespace spikeclip;
using explorer::MainWindow;
using widgets::RunResultPanel;
using widgets::TrainingSetup;

namespace {

/// What lies in a data set of this name.
data::DataSurvey surveyOf(const session::SurveyRequest& request)
{
    data::DataSurvey survey{.path = request.path.toStdString(), .opened = request.open};
    const auto add = [&](const char* label) { survey.classes.push_back({.label = label, .train = 16, .validation = 4, .samples = {std::string(label) + "/1.jpg"}}); };
    add("cup");
    if (!request.path.contains(QLatin1String("lonely")))
        add("pen");
    if (request.path.contains(QLatin1String("strange")))
        add("zzfoo");
    if (request.path.contains(QLatin1String("half")))
        add("red zzfoo");
    if (request.open)
        survey.broken.push_back({.sample = "cup/broken.jpg", .reason = "no picture"});
    return survey;
}

data::RunSummary summary()
{
    data::RunSummary made{.name = "cups", .initialModel = "fake.safetensors", .labels = {"cup", "pen"}};
    for (int i = 0; i < 20; ++i)
        made.samples.push_back({.sample = "archive.tar#" + std::to_string(i) + ".jpg", .label = i % 2, .before = 0, .after = i == 1 ? 0 : i % 2});
    made.top1BeforePerStep = {0.5, 0.5};
    made.top1AfterPerStep = {0.9, 0.95};
    return made;
}

struct Fixture
{
    std::shared_ptr<test::FakeTrainingControl> control = std::make_shared<test::FakeTrainingControl>();
    QTemporaryDir folder;
    session::Settings settings{folder.filePath(QStringLiteral("settings.ini"))};
    QString runs = folder.filePath(QStringLiteral("runs"));
    std::unique_ptr<MainWindow> window;

    explicit Fixture(const QString& layout = QStringLiteral("train"), bool opened = true)
    {
        if (opened)
            open(layout);
    }

    void open(const QString& layout, const QString& data = {})
    {
        auto files = test::fakeFiles(control);
        files.survey = [c = control](const session::SurveyRequest& request, const std::function<void(double)>&, std::stop_token) {
            ++c->surveys;
            if (request.path.contains(QLatin1String("gone")))
                throw Error(ErrorCode::FileMissing, "gone");
            return surveyOf(request);
        };
        files.readSummary = [](const std::string&) { return summary(); };
        window = std::make_unique<MainWindow>(
            settings, [c = control]() -> Outcome<std::unique_ptr<Engine>> { return std::make_unique<test::FakeTrainingEngine>(c); },
            explorer::WindowOptions{.modelFile = QStringLiteral("/models/fake.safetensors"),
                                    .sampleFolder = test::samples,
                                    .layout = layout,
                                    .size = QSize(1600, 1000),
                                    .trainingData = data,
                                    .training = {.runsFolder = runs, .files = files}});
        window->show();
    }

    template <typename Widget>
    Widget* find(const char* name = "") const
    {
        return window->findChild<Widget*>(QLatin1String(name));
    }

    TrainingSetup* setup() const { return find<TrainingSetup>(); }
    QPushButton* start() const { return setup()->findChild<QPushButton*>(QStringLiteral("start")); }
    void trainOn(const QString& data)
    {
        dropData(data);
        QTRY_VERIFY(start()->isEnabled());
        start()->click();
    }

    widgets::MessageBar* messages() const { return find<widgets::MessageBar>(); }
    QString preview() const { return setup()->findChild<widgets::DataPreview*>()->headline(); }

    static void drop(const QString& path, QWidget* on)
    {
        QMimeData mime;
        mime.setUrls({QUrl::fromLocalFile(path)});
        QDragEnterEvent enter(QPoint(20, 20), Qt::CopyAction, &mime, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(on, &enter);
        QVERIFY(enter.isAccepted());
        QDropEvent event(QPointF(20, 20), Qt::CopyAction, &mime, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(on, &event);
    }

    void dropData(const QString& path) const { drop(path, setup()); }

    QList<widgets::JobRow> rows() const
    {
        QList<widgets::JobRow> all;
        for (const auto* card : find<widgets::JobList>()->findChildren<widgets::JobCard*>())
            if (!card->isHidden())
                all << card->job();
        return all;
    }

    bool hasRow(widgets::JobRow::State state) const
    {
        return std::ranges::any_of(rows(), [&](const widgets::JobRow& row) { return row.state == state; });
    }

    QPushButton* button(const QWidget* in, const char* text) const
    {
        for (auto* one : in->findChildren<QPushButton*>())
            if (one->text().remove(QLatin1Char('&')) == QLatin1String(text) && !one->isHidden())
                return one;
        return nullptr;
    }

    /// Until its result is shown.
    bool train(const QString& data)
    {
        dropData(data);
        if (!QTest::qWaitFor([&] { return start()->isEnabled(); }))
            return false;
        start()->click();
        return QTest::qWaitFor([&] { return hasRow(widgets::JobRow::State::Finished) && !find<RunResultPanel>()->headline().isEmpty(); });
    }
};

using RowState = widgets::JobRow::State;

}

class TrainDeskTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale::c()); }

    void theTrainLayoutShowsItsPanelsAndNoOthers()
    {
        Fixture f;
        for (const char* name : {"train-setup", "train-runs", "train-curves", "train-health", "train-result", "train-confusions", "train-classes"}) {
            auto* dock = f.find<widgets::PanelDock>(name);
            QVERIFY2(dock && !dock->isHidden() && !dock->isFloating(), name);
        }
        for (const char* name : {"raster", "ledger", "gallery", "rates"})
            QVERIFY2(f.find<widgets::PanelDock>(name)->isHidden(), name);
        QVERIFY(f.window->close());
        QCOMPARE(f.settings.value<QString>(session::Setting::Layout), QStringLiteral("train"));
        f.open({});
        QVERIFY(!f.find<widgets::PanelDock>("train-setup")->isHidden());
    }

    void aFolderDroppedOnTheFormIsDataAndShowsItsCounts()
    {
        Fixture f;
        f.dropData(QStringLiteral("/data/cups"));
        QTRY_VERIFY(f.preview().contains(QStringLiteral("32")));
        QTRY_VERIFY(f.control->surveys >= 2); // a second look finds the broken ones
        QTRY_VERIFY(f.start()->isEnabled());
        QCOMPARE(QString::fromStdString(f.setup()->plan().name), QStringLiteral("cups"));
        QCOMPARE(QString::fromStdString(f.setup()->plan().initialModel), QStringLiteral("/models/fake.safetensors"));
        QVERIFY(f.find<widgets::PanelDock>("gallery")->isHidden());
    }

    void dataOfTheCommandLineIsShownAtOnce()
    {
        Fixture f(QString(), false);
        f.open(QStringLiteral("train"), QStringLiteral("/data/cups"));
        QTRY_VERIFY(f.preview().contains(QStringLiteral("32")));
        QTRY_VERIFY(f.start()->isEnabled());
    }

    void startIsRefusedWithAReason()
    {
        Fixture f;
        QVERIFY(!f.start()->isEnabled());
        QVERIFY(!f.setup()->startReason().isEmpty());
        f.dropData(QStringLiteral("/data/lonely"));
        QTRY_VERIFY2(f.setup()->startReason().contains(QStringLiteral("two")), qPrintable(f.setup()->startReason()));
        f.dropData(QStringLiteral("/data/gone"));
        QTRY_VERIFY(!f.setup()->findChild<widgets::DataPreview*>()->hasSurvey());
        QVERIFY(!f.start()->isEnabled());
    }

    void aLabelOfUnknownWordsHasToBeRenamed()
    {
        Fixture f;
        f.dropData(QStringLiteral("/data/strange"));
        QTRY_VERIFY2(f.setup()->startReason().contains(QStringLiteral("zzfoo")), qPrintable(f.setup()->startReason()));
        QVERIFY(!f.start()->isEnabled());
    }

    void aLabelThatIsHalfKnownIsOnlyWarnedOf()
    {
        Fixture f;
        f.dropData(QStringLiteral("/data/half"));
        auto* preview = f.setup()->findChild<widgets::DataPreview*>();
        QTRY_VERIFY2(preview->warnings().contains(QStringLiteral("red zzfoo")), qPrintable(preview->warnings()));
        QVERIFY(f.start()->isEnabled());
    }

    void aForecastIsMadeOnlyWhereSomebodyLooks()
    {
        Fixture f(QStringLiteral("simple"));
        QTRY_VERIFY(f.window->isSettled());
        f.dropData(QStringLiteral("/data/cups"));
        QTRY_VERIFY(f.control->surveys >= 2);
        QCOMPARE(f.control->forecasts.load(), 0);
        f.find<widgets::PanelDock>("train-setup")->reveal();
        QTRY_VERIFY(f.setup()->forecastText().contains(QStringLiteral("12 s")));
    }

    void aRunAppearsInTheListWithItsCurves()
    {
        Fixture f;
        f.control->trainGate.hold();
        f.trainOn(QStringLiteral("/data/cups"));
        QTRY_VERIFY(f.hasRow(RowState::Running));
        QCOMPARE(f.rows().front().name, QStringLiteral("cups"));
        QTRY_COMPARE(f.rows().front().fraction, 0.5);
        QTRY_VERIFY(f.find<widgets::TrainingCurvesPanel>()->notice().isEmpty());
        auto* status = f.find<QToolButton>("training-status");
        QTRY_VERIFY2(status->isVisible() && status->text().contains(QStringLiteral("cups")), qPrintable(status->text()));
        f.control->trainGate.release();
        QTRY_VERIFY(f.hasRow(RowState::Finished));
        QVERIFY(!status->isVisible());
    }

    void aRunCanBeStoppedAndGoOn_data()
    {
        QTest::addColumn<QString>("button");
        QTest::addColumn<RowState>("state");
        QTest::newRow("paused") << QStringLiteral("Pause") << RowState::Paused;
        QTest::newRow("cancelled") << QStringLiteral("Cancel") << RowState::Cancelled;
    }

    void aRunCanBeStoppedAndGoOn()
    {
        QFETCH(QString, button);
        QFETCH(RowState, state);
        Fixture f;
        f.control->trainGate.hold();
        f.trainOn(QStringLiteral("/data/cups"));
        QTRY_VERIFY(f.hasRow(RowState::Running));
        f.button(f.find<widgets::JobList>(), qPrintable(button))->click();
        QTRY_VERIFY(f.hasRow(state));
        f.control->trainGate.release();
        f.button(f.find<widgets::JobList>(), "Resume")->click();
        QTRY_VERIFY(f.hasRow(RowState::Finished));
        QCOMPARE(f.control->trainings.load(), 2);
    }

    void theStatusBarLeadsToTheTraining()
    {
        Fixture f;
        f.control->trainGate.hold();
        f.trainOn(QStringLiteral("/data/cups"));
        QTRY_VERIFY(f.find<QToolButton>("training-status")->isVisible());
        QTest::keyClick(f.window.get(), Qt::Key_1, Qt::ControlModifier);
        QTRY_VERIFY(f.find<widgets::PanelDock>("train-setup")->isHidden());
        f.find<QToolButton>("training-status")->click();
        QVERIFY(!f.find<widgets::PanelDock>("train-setup")->isHidden());
        f.control->trainGate.release();
        QTRY_VERIFY(f.hasRow(RowState::Finished));
    }

    void aFinishedRunShowsWhatItHasAchieved()
    {
        Fixture f;
        QVERIFY(f.train(QStringLiteral("/data/cups")));
        QVERIFY2(f.find<RunResultPanel>()->headline().contains(QStringLiteral("95")), qPrintable(f.find<RunResultPanel>()->headline()));
        QVERIFY(f.find<widgets::ConfusionPanel>()->notice().isEmpty());
        QTRY_VERIFY(f.find<widgets::PanelDock>("train-result")->isVisible());
    }

    void whoLooksElsewhereIsToldThatARunHasEnded()
    {
        Fixture f;
        f.control->trainGate.hold();
        f.trainOn(QStringLiteral("/data/cups"));
        QTRY_VERIFY(f.hasRow(RowState::Running));
        QTest::keyClick(f.window.get(), Qt::Key_1, Qt::ControlModifier);
        f.control->trainGate.release();
        QTRY_VERIFY2(f.messages()->message().contains(QStringLiteral("cups")), qPrintable(f.messages()->message()));
        f.button(f.messages(), qPrintable(f.messages()->action()))->click();
        QVERIFY(f.messages()->message().isEmpty());
        QVERIFY(!f.find<widgets::PanelDock>("train-result")->isHidden());
    }

    void adoptLoadsTheRunsModelAndUndoThePreviousOne()
    {
        Fixture f;
        QTRY_VERIFY(f.window->isSettled());
        QVERIFY(f.train(QStringLiteral("/data/cups")));
        auto* result = f.find<RunResultPanel>();
        QTRY_VERIFY(f.button(result, "Adopt")->isEnabled());
        QVERIFY(!f.button(result, "Undo")->isEnabled());
        const int loads = f.control->engine->loads;
        f.button(result, "Adopt")->click();
        QTRY_VERIFY2(f.window->windowTitle().contains(QStringLiteral("cups")), qPrintable(f.window->windowTitle()));
        QCOMPARE(f.control->engine->loads.load(), loads + 1);
        QVERIFY(!f.button(result, "Adopt")->isEnabled());
        QVERIFY(f.setup()->plan().initialModel.ends_with("model.safetensors")); // the next run begins from it
        QTRY_COMPARE(f.window->state().labelText, QStringLiteral("cup, pen"));

        QTRY_VERIFY(f.button(result, "Undo")->isEnabled());
        f.button(result, "Undo")->click();
        QTRY_VERIFY2(f.window->windowTitle().contains(QStringLiteral("Fake model")), qPrintable(f.window->windowTitle()));
        QCOMPARE(QString::fromStdString(f.setup()->plan().initialModel), QStringLiteral("/models/fake.safetensors"));
        QTRY_VERIFY(f.button(result, "Adopt")->isEnabled());
        QVERIFY(!f.button(result, "Undo")->isEnabled());

        f.find<widgets::LabelEditor>()->edit()->undo(); // the labels are the reader's own again
        QVERIFY(f.window->state().labelText.startsWith(QStringLiteral("cat, dog")));
    }

    void whoeverAdoptsTwiceGoesBackTwice()
    {
        Fixture f;
        QVERIFY(f.train(QStringLiteral("/data/cups")));
        auto* result = f.find<RunResultPanel>();
        QTRY_VERIFY(f.button(result, "Adopt")->isEnabled());
        f.button(result, "Adopt")->click();
        QTRY_VERIFY(f.button(result, "Undo")->isEnabled());
        f.dropData(QStringLiteral("/data/mugs"));
        QTRY_COMPARE(QString::fromStdString(f.setup()->plan().name), QStringLiteral("mugs"));
        QTRY_VERIFY(f.start()->isEnabled());
        f.start()->click();
        QTRY_VERIFY(f.button(result, "Adopt")->isEnabled());
        f.button(result, "Adopt")->click();
        QTRY_VERIFY(f.window->windowTitle().contains(QStringLiteral("mugs")));
        QTRY_VERIFY(f.button(result, "Undo")->isEnabled());
        f.button(result, "Undo")->click();
        QTRY_VERIFY(f.window->windowTitle().contains(QStringLiteral("cups")));
        QTRY_VERIFY(f.button(result, "Undo")->isEnabled()); // of the run whose model is in use now
        f.button(result, "Undo")->click();
        QTRY_VERIFY(f.window->windowTitle().contains(QStringLiteral("Fake model")));
    }

    void aModelThatCannotBeOpenedIsNotAdopted()
    {
        Fixture f;
        QVERIFY(f.train(QStringLiteral("/data/cups")));
        auto* result = f.find<RunResultPanel>();
        QTRY_VERIFY(f.button(result, "Adopt")->isEnabled());
        f.control->engine->failLoad = true;
        f.button(result, "Adopt")->click();
        QTRY_VERIFY(!f.messages()->message().isEmpty());
        QTRY_VERIFY(f.button(result, "Adopt")->isEnabled());
        QVERIFY(!f.button(result, "Undo")->isEnabled());
    }

    void aPictureOfAConfusionOpensInExploreWithTheLabelsOfTheRun()
    {
        Fixture f;
        QVERIFY(f.train(QStringLiteral("/data/cups")));
        Q_EMIT f.find<widgets::ConfusionPanel>()->pictureActivated(QStringLiteral("archive.tar#3.jpg"));
        QTRY_COMPARE(f.window->state().picture.name, QStringLiteral("archive.tar#3.jpg"));
        QCOMPARE(f.window->state().picture.image->width, 40); // as large as it is
        QCOMPARE(f.window->state().labelText, QStringLiteral("cup, pen"));
        QVERIFY(!f.find<widgets::PanelDock>("raster")->isHidden());
        QTRY_VERIFY(f.window->isSettled());
    }

    void aPictureThatCannotBeReadIsTold()
    {
        Fixture f;
        QVERIFY(f.train(QStringLiteral("/data/cups")));
        Q_EMIT f.find<widgets::ConfusionPanel>()->pictureActivated(QStringLiteral("broken"));
        QTRY_VERIFY(!f.messages()->message().isEmpty());
        QVERIFY(!f.find<widgets::PanelDock>("train-result")->isHidden());
    }

    void removingARunAsksFirstAndUsesTheTrash()
    {
        Fixture f;
        QVERIFY(f.train(QStringLiteral("/data/cups")));
        f.button(f.find<widgets::JobList>(), "Remove")->click();
        auto* box = f.find<QMessageBox>("remove-question");
        QVERIFY(box);
        QVERIFY(f.hasRow(RowState::Finished));
        f.button(box, "Move to Trash")->click();
        QTRY_VERIFY(f.rows().isEmpty());
        QVERIFY(f.find<RunResultPanel>()->headline().isEmpty() || !f.find<RunResultPanel>()->notice().isEmpty());
    }

    void closingAsksWhileAModelIsTrained()
    {
        Fixture f;
        f.control->trainGate.hold();
        f.trainOn(QStringLiteral("/data/cups"));
        QTRY_VERIFY(f.hasRow(RowState::Running));
        QVERIFY(!f.window->close());
        QVERIFY(f.find<QMessageBox>("exit-question"));
        f.button(f.find<QMessageBox>("exit-question"), "Keep the Window Open")->click();
        QVERIFY(f.hasRow(RowState::Running));
        QTRY_VERIFY(!f.find<QMessageBox>("exit-question"));

        QVERIFY(!f.window->close());
        f.button(f.find<QMessageBox>("exit-question"), "Stop and Continue Next Time")->click();
        QTRY_VERIFY(!f.window->isVisible());
        QVERIFY(f.hasRow(RowState::Interrupted));

        f.window.reset();
        f.control->trainGate.release();
        f.open(QStringLiteral("simple"));
        QTRY_VERIFY2(f.messages()->message().contains(QStringLiteral("cups")), qPrintable(f.messages()->message()));
        QCOMPARE(f.control->trainings.load(), 1); // it never goes on by itself
        f.button(f.messages(), qPrintable(f.messages()->action()))->click();
        QTRY_COMPARE(f.control->trainings.load(), 2);
        QTRY_VERIFY(f.hasRow(RowState::Finished));
        QVERIFY(f.window->close());
    }

    void nobodyIsAskedWhileNothingIsTrained()
    {
        Fixture f;
        QVERIFY(f.train(QStringLiteral("/data/cups")));
        QVERIFY(f.window->close());
        QVERIFY(!f.find<QMessageBox>("exit-question"));
    }

    void runsOfAnEarlierSessionAreShownWithTheirCurves()
    {
        Fixture f;
        QVERIFY(f.train(QStringLiteral("/data/cups")));
        QVERIFY(f.window->close());
        f.window.reset();
        f.open(QStringLiteral("train"));
        QTRY_COMPARE(f.rows().size(), 1);
        QTRY_VERIFY(f.find<widgets::TrainingCurvesPanel>()->notice().isEmpty());
        QTRY_VERIFY(!f.find<RunResultPanel>()->headline().isEmpty());
    }

    void aFolderDroppedElsewhereIsStillTheGallerys()
    {
        Fixture f;
        QTRY_VERIFY(f.window->isSettled());
        const QTemporaryDir pictures;
        Fixture::drop(pictures.path(), f.window.get());
        QVERIFY(!f.find<widgets::PanelDock>("gallery")->isHidden());
        QVERIFY(f.setup()->plan().dataPath.empty());
    }

    void theLayerChosenInHealthIsTheOneOfAllViews()
    {
        Fixture f;
        QTRY_VERIFY(f.window->isSettled());
        QTest::keyClick(f.window.get(), Qt::Key_2, Qt::ControlModifier);
        Q_EMIT f.find<widgets::SpikeHealthPanel>()->layerChosen(QStringLiteral("block.1.attn.q_lif"));
        QTRY_COMPARE(f.find<widgets::RatePanel>()->chosenLayer(), QStringLiteral("block.1.attn.q_lif"));
    }

    void theLessonIsThereInBothLanguages()
    {
        for (const auto* language : {"en_GB", "de_DE"}) {
            QLocale::setDefault(QLocale(QLatin1String(language)));
            QVERIFY(explorer::helpPage(QStringLiteral("teach")).contains(QStringLiteral("<ol>")));
        }
        QLocale::setDefault(QLocale::c());
    }
};

QTEST_MAIN(TrainDeskTest)
#include "train_desk_test.moc"
