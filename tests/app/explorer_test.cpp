// The window end to end: with a fake engine always, and with the engine module and the shipped model where both are there.

#include "app/explorer/help_page.h"
#include "app/explorer/main_window.h"
#include "core/program_engine.h"
#include "tests/app/window_fixture.h"
#include "widgets/answer_panel.h"
#include "widgets/bar_list.h"
#include "widgets/energy_line.h"
#include "widgets/label_editor.h"
#include "widgets/message_bar.h"
#include "widgets/picture_view.h"
#include "widgets/plot/spike_raster.h"
#include "widgets/rate_chart.h"
#include "widgets/sample_strip.h"
#include "widgets/score_bars.h"
#include "widgets/speed_chart.h"
#include "widgets/speed_panel.h"
#include "widgets/spike_panel.h"
#include "widgets/step_scrubber.h"
#include "widgets/theme.h"

#include <QAction>
#include <QClipboard>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QFileInfo>
#include <QLabel>
#include <QMenu>
#include <QMimeData>
#include <QPlainTextEdit>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTranslator>
#include <QtTest>

using namespace spikeclip;
using explorer::MainWindow;
using session::Setting;
using test::FakeEngine;
using test::samplePath;
using test::samples;
using Fixture = test::WindowFixture;

namespace {
const QString shippedModel = QStringLiteral(SPIKECLIP_SOURCE_DIR "/resources/models/default/model.safetensors");
}

class ExplorerTest : public QObject
{
    Q_OBJECT

private:
    /// Drop a photograph, edit the labels, move through time, close: the same with any engine.
    static void walkThrough(Fixture& f)
    {
        QTRY_VERIFY_WITH_TIMEOUT(f.window->isSettled(), 60'000);
        QVERIFY(!f.find<widgets::ScoreBars>()->headline().isEmpty());
        QVERIFY(f.find<widgets::MessageBar>()->message().isEmpty());

        f.dropFile(samplePath("dog.jpg"));
        QTRY_COMPARE(f.window->state().picture.name, QStringLiteral("dog.jpg"));
        QTRY_VERIFY_WITH_TIMEOUT(f.window->isSettled(), 60'000);
        QVERIFY(f.find<widgets::PictureView>()->summary().contains(QStringLiteral("The network sees")));

        f.typeLabels(QStringLiteral("dog, teapot, red bus"));
        QTRY_VERIFY_WITH_TIMEOUT(f.window->isSettled(), 60'000);
        f.find<widgets::ScoreBars>()->setShowAll(true);
        QCOMPARE(f.find<widgets::BarList>()->shownRows(), 3);
        QVERIFY(f.find<widgets::ScoreBars>()->summary().contains(QStringLiteral("red bus: cosine")));

        auto* scrubber = f.find<widgets::StepScrubber>();
        const int steps = scrubber->steps();
        QVERIFY(steps > 1);
        const auto ratesAtTheEnd = f.find<widgets::RateChart>()->summary();
        const auto energyAtTheEnd = f.find<widgets::EnergyLine>()->summary();
        QTest::keyClick(f.find<widgets::StepSlider>(), Qt::Key_Home);
        QCOMPARE(scrubber->step(), 1);
        QVERIFY(f.find<widgets::RateChart>()->summary() != ratesAtTheEnd);
        QVERIFY(f.find<widgets::EnergyLine>()->summary() != energyAtTheEnd);
        QVERIFY(f.find<widgets::EnergyLine>()->summary().contains(QStringLiteral("T = 1")));

        QVERIFY(f.window->close());
    }

private Q_SLOTS:
    void initTestCase()
    {
        QLocale::setDefault(QLocale::c());
        widgets::applyTheme(widgets::Theme::Light);
    }

    void dropEditScrubAndClose()
    {
        Fixture f;
        f.open();
        walkThrough(f);
        f.window.reset();
        QCOMPARE(f.control->destroyed.load(), 1);
        QVERIFY(f.control->onOneThread);
    }

    void dropEditScrubAndCloseWithTheRealEngine()
    {
        if (!QFileInfo::exists(shippedModel))
            QSKIP("the shipped model is not in resources/models/default");
        Fixture f;
        f.open([]() -> Outcome<std::unique_ptr<Engine>> { return makeProgramEngine(SPIKECLIP_ENGINE_MODULE); }, shippedModel);
        walkThrough(f);
    }

    void somethingIsClassifiedBeforeTheFirstClickAndTheTitleNamesIt()
    {
        Fixture f;
        f.open();
        QSignalSpy settled(f.window.get(), &MainWindow::settled);
        QTRY_VERIFY(!settled.isEmpty());
        QCOMPARE(f.window->windowTitle(), QStringLiteral("cat.jpg - Fake model - SpikeCLIP Explorer"));
        QVERIFY(f.window->state().labelText.startsWith(QStringLiteral("cat, dog")));
        QCOMPARE(f.find<widgets::SampleStrip>()->count(), 24);
        QCOMPARE(f.find<widgets::SampleStrip>()->currentRow(), 0);
        QVERIFY(!f.window->grab().isNull());
    }

    void thePictureIsThereBeforeTheEngine()
    {
        Fixture f;
        f.window = std::make_unique<MainWindow>(f.settings, f.fake(), explorer::WindowOptions{.modelFile = {}, .sampleFolder = samples, .pictures = {}, .training = f.training()});
        // Not shown, so not drawn: the engine is not asked for, yet the picture and its thumbnails come.
        QTRY_COMPARE(f.window->state().picture.name, QStringLiteral("cat.jpg"));
        QCOMPARE(f.control->made.load(), 0);
        f.window->show();
        QTRY_VERIFY(f.window->isSettled());
        QCOMPARE(f.control->made.load(), 1);
    }

    void movingThroughTimeAndChangingTheScaleNeverCallTheEngine()
    {
        Fixture f;
        f.open();
        QTRY_VERIFY(f.window->isSettled());
        const int before = f.control->inferences;
        auto* scrubber = f.find<widgets::StepScrubber>();
        for (const auto key : {Qt::Key_Home, Qt::Key_Right, Qt::Key_Right, Qt::Key_Left, Qt::Key_End})
            QTest::keyClick(f.find<widgets::StepSlider>(), key);
        for (int step = 1; step <= scrubber->steps(); ++step)
            f.find<widgets::StepSlider>()->setValue(step);
        f.find<QDoubleSpinBox>()->setValue(50);
        QVERIFY(f.find<widgets::ScoreBars>()->summary().contains(QStringLiteral("scale 50")));
        scrubber->setPlayInterval(0);
        QTest::keyClick(f.window.get(), Qt::Key_Space); // no view has the focus: the window passes it on
        QTRY_VERIFY(!scrubber->isPlaying());
        QCOMPARE(f.control->inferences.load(), before);
    }

    void theStepStaysWhenThePictureChanges()
    {
        Fixture f;
        f.open();
        QTRY_VERIFY(f.window->isSettled());
        f.find<widgets::StepSlider>()->setValue(2);
        f.dropFile(samplePath("owl.jpg"));
        QTRY_COMPARE(f.window->state().picture.name, QStringLiteral("owl.jpg"));
        QTRY_VERIFY(f.window->isSettled());
        QCOMPARE(f.find<widgets::StepScrubber>()->step(), 2);
    }

    void labelsAreAnsweredWhileTheyAreTyped()
    {
        Fixture f;
        f.open();
        QTRY_VERIFY(f.window->isSettled());
        f.control->hold();
        f.typeLabels(QStringLiteral("cat, dog, Cat, zzfoo"));
        QCOMPARE(f.find<widgets::LabelEditor>()->text(), QStringLiteral("cat, dog, Cat, zzfoo")); // typing did not wait
        f.control->release();
        QTRY_VERIFY(f.window->isSettled());
        auto* editor = f.find<widgets::LabelEditor>();
        QVERIFY(editor->summary().contains(QStringLiteral("3 label")));
        QVERIFY(editor->summary().contains(QStringLiteral("1 duplicate")));
        QVERIFY(editor->summary().contains(QStringLiteral("unknown: zzfoo")));
        editor->setText(QString());
        QTRY_VERIFY(f.find<widgets::ScoreBars>()->headline().isEmpty());
        QVERIFY(f.find<widgets::MessageBar>()->message().isEmpty()); // no labels yet is no error
        editor->setText(QStringLiteral("owl"));
        QTRY_COMPARE(f.find<widgets::ScoreBars>()->headline(), QStringLiteral("owl"));
    }

    void aBrokenPictureIsOneSentenceAndThePreviousAnswerStays()
    {
        Fixture f;
        f.open();
        QTRY_VERIFY(f.window->isSettled());
        const auto answer = f.find<widgets::ScoreBars>()->summary();
        const auto broken = f.folder.filePath(QStringLiteral("broken.jpg"));
        QFile whole(samplePath("cat.jpg")), half(broken);
        QVERIFY(whole.open(QIODevice::ReadOnly) && half.open(QIODevice::WriteOnly));
        half.write(whole.read(whole.size() / 2));
        half.close();
        f.dropFile(broken);
        auto* message = f.find<widgets::MessageBar>();
        QTRY_VERIFY(message->message().contains(QStringLiteral("broken.jpg")));
        QVERIFY(message->isVisible());
        QVERIFY(!QApplication::activeModalWidget());
        QCOMPARE(f.find<widgets::ScoreBars>()->summary(), answer);
        QCOMPARE(f.window->state().picture.name, QStringLiteral("cat.jpg"));
        f.dropFile(samplePath("owl.jpg"));
        QTRY_VERIFY(message->isHidden());
    }

    void aFailedAnswerKeepsThePreviousOneAndTheNextClearsTheMessage()
    {
        Fixture f;
        f.open();
        QTRY_VERIFY(f.window->isSettled());
        const auto answer = f.find<widgets::ScoreBars>()->headline();
        f.control->failInference = true;
        f.typeLabels(QStringLiteral("x"));
        auto* message = f.find<widgets::MessageBar>();
        QTRY_VERIFY(message->message().contains(QStringLiteral("asked to fail")));
        QCOMPARE(f.find<widgets::ScoreBars>()->headline(), answer);
        f.control->failInference = false;
        f.typeLabels(QStringLiteral("y"));
        QTRY_COMPARE(f.find<widgets::ScoreBars>()->headline(), QStringLiteral("y"));
        QVERIFY(message->isHidden());
    }

    void aMissingEngineIsSaidInOneSentenceAndTheWindowStaysUsable()
    {
        Fixture f;
        f.open([]() -> Outcome<std::unique_ptr<Engine>> { return Failure{ErrorCode::EngineMissing, "no module here"}; });
        QSignalSpy failed(f.window.get(), &MainWindow::failed);
        QTRY_COMPARE(failed.size(), 1);
        const auto message = f.find<widgets::MessageBar>()->message();
        QVERIFY(message.contains(QStringLiteral("no module here")));
        f.dropFile(samplePath("owl.jpg"));
        QTRY_COMPARE(f.window->state().picture.name, QStringLiteral("owl.jpg"));
        QCOMPARE(f.find<widgets::MessageBar>()->message(), message); // still true
    }

    void aMissingModelIsSaidTogetherWithHowToGetOne()
    {
        Fixture f;
        f.control->failLoad = true;
        f.control->failLoadWith = ErrorCode::FileMissing;
        f.open();
        auto* message = f.find<widgets::MessageBar>();
        QTRY_VERIFY(message->message().contains(QStringLiteral("no model at fake.safetensors")));
        QVERIFY(message->message().contains(QStringLiteral("Open Model")));
        f.control->failLoad = false;
        f.window->openModel(QStringLiteral("good.safetensors"));
        QTRY_VERIFY(f.window->isSettled());
        QVERIFY(message->isHidden());
    }

    void anotherModelIsOpenedByDropAndABadOneLeavesTheFirst()
    {
        Fixture f;
        f.open();
        QTRY_VERIFY(f.window->isSettled());
        f.control->failLoad = true;
        f.dropFile(f.folder.filePath(QStringLiteral("other.safetensors")));
        QTRY_VERIFY(f.find<widgets::MessageBar>()->message().contains(QStringLiteral("other.safetensors")));
        QVERIFY(f.window->windowTitle().contains(QStringLiteral("Fake model")));
        f.dropFile(samplePath("owl.jpg"));
        QTRY_COMPARE(f.window->state().picture.name, QStringLiteral("owl.jpg"));
        QTRY_VERIFY(f.window->isSettled());
        f.control->failLoad = false;
        f.dropFile(f.folder.filePath(QStringLiteral("other.safetensors")));
        QTRY_VERIFY(f.find<widgets::MessageBar>()->isHidden());
        QCOMPARE(f.control->loads.load(), 3);
    }

    void pixelsAndEncodedBytesAreAcceptedFromTheClipboardAndADrop()
    {
        Fixture f;
        f.open();
        QTRY_VERIFY(f.window->isSettled());
        QImage image(40, 30, QImage::Format_RGB32);
        image.fill(Qt::darkGreen);
        QGuiApplication::clipboard()->setImage(image);
        for (auto* action : f.window->findChildren<QAction*>())
            if (action->shortcut() == QKeySequence(QKeySequence::Paste))
                action->trigger();
        QTRY_COMPARE(f.window->state().picture.name, QStringLiteral("Pasted picture"));
        QCOMPARE(f.window->state().picture.image->width, 40);
        QVERIFY(f.find<widgets::SampleStrip>()->selectedItems().isEmpty());

        QFile file(samplePath("owl.jpg"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QMimeData mime;
        mime.setData(QStringLiteral("image/jpeg"), file.readAll());
        mime.setImageData(image);
        f.drop(mime);
        QTRY_COMPARE(f.window->state().picture.image->width, 480); // the original bytes, not the pixels beside them
        QMimeData text;
        text.setText(QStringLiteral("no picture"));
        f.drop(text);
        QVERIFY(f.find<widgets::MessageBar>()->isHidden());
    }

    void theSpikesOfTheShippedModelAreSeenDownToOneNeuron()
    {
        test::WindowFixture f;
        f.open([]() -> Outcome<std::unique_ptr<Engine>> { return makeProgramEngine(SPIKECLIP_ENGINE_MODULE); }, shippedModel);
        const QSignalSpy answered(f.window.get(), &explorer::MainWindow::answered);
        QTRY_VERIFY_WITH_TIMEOUT(!answered.isEmpty(), 60000);
        auto* panel = f.find<widgets::SpikePanel>();
        QVERIFY(!panel->isVisible());
        for (auto* action : f.window->findChildren<QAction*>())
            if (action->shortcut() == QKeySequence(Qt::CTRL | Qt::Key_R))
                action->trigger();
        QTRY_VERIFY(panel->isVisible());
        panel->chooseLayer(QStringLiteral("patch_embed.block4_lif"));
        QCOMPARE(panel->layer(), QStringLiteral("patch_embed.block4_lif"));
        const auto& raster = panel->findChild<widgets::SpikeRaster*>()->raster();
        QCOMPARE(raster.rows(), 8192); // 128 channels at 8 x 8 positions
        QVERIFY(raster.spikes() > 0);
    }

    void theTwinAnswersInOnePassWithoutSpikesAndACopySaysSo()
    {
        Fixture f;
        f.open();
        QTRY_VERIFY(f.window->isSettled());
        auto* encoder = f.window->findChild<QComboBox*>(QStringLiteral("encoder"));
        QVERIFY(encoder->isVisible());
        encoder->setCurrentIndex(1);
        Q_EMIT encoder->activated(1);
        QTRY_COMPARE(f.find<widgets::StepScrubber>()->steps(), 1);
        QVERIFY(f.find<widgets::RateChart>()->summary().contains(QStringLiteral("no spikes")));
        f.find<widgets::AnswerPanel>()->copyData();
        QVERIFY(QGuiApplication::clipboard()->text().contains(QStringLiteral("# encoder: ann\n")));
        encoder->setCurrentIndex(0);
        Q_EMIT encoder->activated(0);
        QTRY_COMPARE(f.find<widgets::StepScrubber>()->steps(), FakeEngine::steps);
        f.find<widgets::AnswerPanel>()->copyData();
        QVERIFY(QGuiApplication::clipboard()->text().contains(QStringLiteral("# encoder: snn\n")));
    }

    void theSpeedOfThisComputerIsAskedForOnceAndAnewOnRequest()
    {
        Fixture f;
        f.open();
        QTRY_VERIFY(f.window->isSettled());
        auto* chart = f.find<widgets::SpeedChart>();
        QVERIFY(chart->dotCount() > 10);
        QVERIFY(f.find<widgets::RateChart>()->summary().contains(QStringLiteral("All synapses took")));
        f.dropFile(samplePath("owl.jpg"));
        QTRY_COMPARE(f.window->state().picture.name, QStringLiteral("owl.jpg"));
        QTRY_VERIFY(f.window->isSettled());
        QCOMPARE(f.control->measurements.load(), 1);

        auto* panel = f.find<widgets::SpeedPanel>();
        f.control->speedGate.hold();
        Q_EMIT panel->measureRequested(true);
        QTRY_COMPARE(f.control->measurementsAnew.load(), 1);
        QVERIFY(!f.window->isSettled());
        Q_EMIT panel->cancelRequested();
        QTRY_VERIFY(f.window->isSettled());
        QVERIFY(chart->dotCount() > 10); // the earlier figures stay
        QVERIFY(f.find<widgets::MessageBar>()->message().isEmpty());
        f.control->speedGate.release();
        f.control->failSpeed = true;
        Q_EMIT panel->measureRequested(true);
        QTRY_VERIFY(!f.find<widgets::MessageBar>()->message().isEmpty());
        f.control->failSpeed = false;
        Q_EMIT panel->measureRequested(true);
        QTRY_VERIFY(f.find<widgets::MessageBar>()->isHidden());

        f.control->withTimes = false; // as with the paths of LibTorch
        f.window->openModel(QStringLiteral("other.safetensors"));
        QTRY_VERIFY(panel->notice().contains(QStringLiteral("one way only")));
        QVERIFY(!f.find<widgets::RateChart>()->summary().contains(QStringLiteral("took")));
    }

    void theSpeedPanelIsThereWhereThereIsRoomUntilTheUserDecides()
    {
        Fixture f;
        f.open();
        auto* panel = f.find<widgets::SpeedPanel>();
        f.window->resize(1024, 640);
        QTRY_VERIFY(panel->isHidden());
        f.window->resize(1280, 900);
        QTRY_VERIFY(!panel->isHidden());
        const auto choose = [&] {
            for (auto* action : f.window->findChildren<QAction*>())
                if (action->iconText() == QLatin1String("Speed"))
                    action->trigger();
        };
        choose();
        QVERIFY(panel->isHidden());
        f.window->resize(1300, 910);
        QVERIFY(panel->isHidden()); // it is the user's now
        choose();
        QVERIFY(f.window->close());
        f.window.reset();
        f.open();
        f.window->resize(1024, 640);
        QVERIFY(!f.find<widgets::SpeedPanel>()->isHidden());
    }

    void closingWhileBusyJoinsTheWorker()
    {
        Fixture f;
        f.open();
        QTRY_VERIFY(f.window->isSettled());
        f.control->hold();
        const int before = f.control->inferences;
        f.dropFile(samplePath("owl.jpg"));
        QTRY_COMPARE(f.control->inferences.load(), before + 1);
        QVERIFY(f.window->close());
        f.window.reset();
        QCOMPARE(f.control->destroyed.load(), 1);
    }

    void whatTheUserChoseComesBackAtTheNextStart()
    {
        Fixture f;
        f.open();
        QTRY_VERIFY(f.window->isSettled());
        f.window->resize(1100, 700);
        f.typeLabels(QStringLiteral("pear, apple"));
        f.find<widgets::ScoreBars>()->setShowAll(true);
        f.dropFile(samplePath("owl.jpg")); // a sample is no recent picture
        const auto own = f.folder.filePath(QStringLiteral("own.jpg"));
        QVERIFY(QFile::copy(samplePath("dog.jpg"), own));
        f.dropFile(own);
        QTRY_COMPARE(f.window->state().picture.name, QStringLiteral("own.jpg"));
        for (auto* action : f.window->findChildren<QAction*>())
            if (action->data().toString() == QLatin1String("dark"))
                action->trigger();
        QVERIFY(f.window->close());
        f.window.reset();

        f.open();
        QTRY_VERIFY(f.window->isSettled());
        QCOMPARE(f.window->size(), QSize(1100, 700));
        QCOMPARE(f.find<widgets::LabelEditor>()->text(), QStringLiteral("pear, apple"));
        QVERIFY(f.find<widgets::ScoreBars>()->showAll());
        QCOMPARE(f.settings.value<QStringList>(Setting::RecentPictures), QStringList{own});
        QCOMPARE(f.settings.value<QString>(Setting::Theme), QStringLiteral("dark"));
    }

    void theWindowSpeaksGermanAndItsEnglishHasPlurals()
    {
        Fixture f;
        f.open();
        QTRY_VERIFY(f.window->isSettled());
        f.typeLabels(QStringLiteral("owl, cat"));
        QTRY_VERIFY(f.window->isSettled());
        auto* editor = f.find<widgets::LabelEditor>();
        QTranslator english, german;
        QVERIFY(english.load(QStringLiteral(SPIKECLIP_TRANSLATIONS "/spikeclip_en.qm")));
        QVERIFY(german.load(QStringLiteral(SPIKECLIP_TRANSLATIONS "/spikeclip_de.qm")));
        QVERIFY(QCoreApplication::installTranslator(&english));
        QTRY_VERIFY(editor->summary().startsWith(QStringLiteral("2 labels")));
        QVERIFY(QCoreApplication::installTranslator(&german));
        QTRY_VERIFY(editor->summary().startsWith(QStringLiteral("2 Begriffe")));
        QTRY_COMPARE(f.find<widgets::EnergyLine>()->accessibleName(), QStringLiteral("Gesch\u00e4tzte Energie"));
        f.dropFile(QStringLiteral("/no/such.jpg"));
        QTRY_VERIFY(f.find<widgets::MessageBar>()->message().startsWith(QStringLiteral("Es gibt keine Datei")));
        QCoreApplication::removeTranslator(&german);
        QCoreApplication::removeTranslator(&english);
    }

    void everyHelpPageSaysTheSameInEveryLanguage()
    {
        const auto page = [](const char* language) {
            QLocale::setDefault(QLocale(QLatin1String(language)));
            const auto text = explorer::helpPage(QStringLiteral("energy"));
            QLocale::setDefault(QLocale::c());
            return text;
        };
        const auto english = page("en"), german = page("de");
        QVERIFY(english.contains(QStringLiteral("Why energy figures differ")) && german.contains(QStringLiteral("Warum sich Energieangaben unterscheiden")));
        QCOMPARE(page("fr"), english);
        for (const char* part : {"<li>", "<h3>", "<p>", "5.11"})
            QCOMPARE(german.count(QString::fromLatin1(part).replace(QStringLiteral("5.11"), QStringLiteral("5,11"))), english.count(QLatin1String(part)));
    }

    void everySampleHasItsFileAndItsSource()
    {
        const auto listed = explorer::readSamples(samples);
        QCOMPARE(listed.size(), 24);
        for (const auto& sample : listed)
            QVERIFY2(QFileInfo::exists(sample.path) && !sample.label.isEmpty(), qPrintable(sample.path));
        QVERIFY(explorer::readSamples(QStringLiteral("/no/such/folder")).isEmpty());
    }
};

QTEST_MAIN(ExplorerTest)
#include "explorer_test.moc"
