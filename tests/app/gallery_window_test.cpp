// What joins the gallery with its panel, and the dialog of the self-check. No window around them.

#include "app/explorer/gallery_link.h"
#include "app/explorer/self_check_dialog.h"
#include "app/explorer/self_check_table.h"
#include "tests/app/fake_engine.h"
#include "tests/widgets/painting.h"

#include <QAbstractButton>
#include <QAbstractItemModelTester>
#include <QLabel>
#include <QProgressBar>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTableView>
#include <QTemporaryDir>
#include <QtTest>

#include <cmath>

using namespace spikeclip;
using namespace spikeclip::explorer;
using test::FakeEngine;
using test::FakeEngineControl;

namespace {

const QString samples = QStringLiteral(SPIKECLIP_SOURCE_DIR "/resources/samples");

struct Fixture
{
    QTemporaryDir folder;
    std::shared_ptr<FakeEngineControl> control = std::make_shared<FakeEngineControl>();
    session::Settings settings{folder.filePath(QStringLiteral("settings.ini"))};
    session::Inference inference{[c = control]() -> Outcome<std::unique_ptr<Engine>> { return std::make_unique<FakeEngine>(c); }};

    Fixture()
    {
        control->withSpikes = true;
        inference.loadModel(QStringLiteral("m"), {});
    }
};

struct GalleryFixture : Fixture
{
    session::Gallery gallery{inference, 0};
    widgets::GalleryPanel panel;
    std::unique_ptr<GalleryLink> link;

    GalleryFixture()
    {
        settings.setValue(session::Setting::RecordCapMb, 100);
        link = std::make_unique<GalleryLink>(gallery, panel, settings);
        panel.resize(700, 420);
        panel.show();
        gallery.setRequest({.labels = {"cat", "dog", "owl"}}, QStringLiteral("hash"));
    }

    QVariant cell(int row, int column) const { return panel.findChild<widgets::GalleryTable*>()->index(row, column).data(); }
};

QAbstractButton* button(const QWidget& window, const QString& text)
{
    for (auto* candidate : window.findChildren<QAbstractButton*>())
        if (candidate->text().remove(QLatin1Char('&')).startsWith(text))
            return candidate;
    return nullptr;
}

}

class GalleryWindowTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale::c()); }

    void aFolderFillsThePanel()
    {
        GalleryFixture f;
        QCOMPARE(f.gallery.cap(), std::size_t(100'000'000));
        f.gallery.addFolder(samples);
        QTRY_COMPARE(f.gallery.counts().done, 24);
        QTRY_VERIFY(f.panel.recordLine().startsWith(QStringLiteral("Spikes of 24 of 24")));
        for (int i = 0; i < 24; ++i) {
            QCOMPARE(f.cell(i, widgets::GalleryTable::File).toString(), f.gallery.items()[static_cast<std::size_t>(i)].name);
            QCOMPARE(f.cell(i, widgets::GalleryTable::Winner).toString(), f.gallery.items()[static_cast<std::size_t>(i)].winner);
        }
        button(f.panel, QStringLiteral("Clear"))->click();
        QVERIFY(f.gallery.items().empty());
        QVERIFY(!f.panel.notice().isEmpty());
    }

    void brokenFilesHaveASentenceWithoutTheirFolderInTheLanguageOfTheMoment()
    {
        GalleryFixture f;
        QFile noise(f.folder.filePath(QStringLiteral("noise.jpg")));
        QVERIFY(noise.open(QIODevice::WriteOnly));
        noise.write("\xff\xd8\xff no picture");
        noise.close();
        f.gallery.addFiles({noise.fileName(), f.folder.filePath(QStringLiteral("gone.png"))});
        QTRY_COMPARE(f.gallery.counts().failed, 2);
        const auto sentence = f.cell(0, widgets::GalleryTable::Note).toString();
        QVERIFY2(sentence.contains(QStringLiteral("noise.jpg")) && !sentence.contains(f.folder.path()), qPrintable(sentence));
        QVERIFY(f.cell(1, widgets::GalleryTable::Note).toString().contains(QStringLiteral("gone.png")));
        test::MarkingTranslator translator;
        QCoreApplication::installTranslator(&translator);
        QTRY_VERIFY(f.cell(0, widgets::GalleryTable::Note).toString().startsWith(QLatin1Char('#')));
        QCoreApplication::removeTranslator(&translator);
    }

    void theCapIsRememberedAndKept()
    {
        GalleryFixture f;
        f.gallery.addFolder(samples);
        QTRY_COMPARE(f.gallery.counts().kept, 24);
        QTRY_COMPARE(f.panel.findChild<QSpinBox*>()->value(), 100);
        f.panel.findChild<QSpinBox*>()->setValue(0);
        QCOMPARE(f.settings.value<int>(session::Setting::RecordCapMb), 0);
        QCOMPARE(f.gallery.counts().kept, 0);
        QTRY_VERIFY(f.panel.recordLine().startsWith(QStringLiteral("Spikes of 0 of 24")));
    }

    void picturesAndStacksArePassedOnByPath()
    {
        GalleryFixture f;
        f.gallery.addFolder(samples);
        QTRY_COMPARE(f.gallery.counts().done, 24);
        QSignalSpy chosen(f.link.get(), &GalleryLink::pictureChosen), stacked(f.link.get(), &GalleryLink::stackRequested);
        Q_EMIT f.panel.pictureChosen(3);
        QCOMPARE(chosen[0][0].toString(), f.gallery.items()[3].path);
        Q_EMIT f.panel.stackRequested({5, 1});
        QCOMPARE(stacked[0][0].toStringList(), (QStringList{f.gallery.items()[5].path, f.gallery.items()[1].path}));
    }

    void stoppingAndGoingOnReachTheGallery()
    {
        GalleryFixture f;
        f.control->hold();
        f.gallery.addFolder(samples);
        QTRY_COMPARE(f.control->inferences.load(), 1);
        QTRY_VERIFY(button(f.panel, QStringLiteral("Stop")));
        button(f.panel, QStringLiteral("Stop"))->click();
        QVERIFY(!f.gallery.isRunning());
        f.control->release();
        QTRY_VERIFY(button(f.panel, QStringLiteral("Go on")));
        button(f.panel, QStringLiteral("Go on"))->click();
        QTRY_COMPARE(f.gallery.counts().done, 24);
    }

    void theSelfCheckRunsWhenOpenedAndEndsInAVerdict()
    {
        Fixture f;
        SelfCheckDialog dialog(f.inference, QStringLiteral("reference.json"));
        QVERIFY(!f.inference.isChecking());
        f.control->checkGate.hold();
        dialog.open();
        QVERIFY(f.inference.isChecking());
        QVERIFY(dialog.verdict().isEmpty());
        QTRY_COMPARE(dialog.findChild<QProgressBar*>()->value(), 250);
        QVERIFY(dialog.findChild<QProgressBar*>()->text().contains(QStringLiteral("plain float64")));
        QVERIFY(!button(dialog, QStringLiteral("Save"))->isEnabled());
        f.control->checkGate.release();
        QTRY_VERIFY(dialog.verdict().startsWith(QStringLiteral("Passed: all 2")));
        const auto* table = dialog.findChild<QTableView*>()->model();
        QCOMPARE(table->rowCount(), 3);
        QCOMPARE(table->index(0, SelfCheckTable::Verdict).data().toString(), QStringLiteral("within"));
        QCOMPARE(table->index(2, SelfCheckTable::Verdict).data().toString(), QStringLiteral("not judged"));
        QVERIFY(!dialog.grab().isNull());

        f.control->checkPasses = false;
        button(dialog, QStringLiteral("Check again"))->click();
        QTRY_VERIFY(dialog.verdict().startsWith(QStringLiteral("FAILED: 1 of 2")));
        QCOMPARE(table->index(1, SelfCheckTable::Verdict).data().toString(), QStringLiteral("OUTSIDE"));
    }

    void theSelfCheckIsCancelledByItsButtonAndByClosing()
    {
        Fixture f;
        f.control->checkGate.hold();
        SelfCheckDialog dialog(f.inference, QStringLiteral("reference.json"));
        dialog.open();
        QTRY_COMPARE(f.control->checks.load(), 1);
        button(dialog, QStringLiteral("Cancel"))->click();
        QTRY_VERIFY(dialog.verdict().startsWith(QStringLiteral("Cancelled")));
        QVERIFY(!f.inference.isChecking());
        button(dialog, QStringLiteral("Check again"))->click();
        QTRY_COMPARE(f.control->checks.load(), 2);
        dialog.reject();
        QTRY_VERIFY(!f.inference.isChecking());
    }

    void theDialogMayOutliveTheEngine()
    {
        auto f = std::make_unique<Fixture>();
        f->control->checkGate.hold();
        SelfCheckDialog dialog(f->inference, QStringLiteral("reference.json"));
        dialog.open();
        f.reset();
        QVERIFY(dialog.verdict().isEmpty());
    }

    void aMissingReferenceIsSaid()
    {
        Fixture f;
        SelfCheckDialog dialog(f.inference, QStringLiteral("missing.json"));
        dialog.open();
        QTRY_VERIFY(dialog.verdict().contains(QStringLiteral("missing.json")));
        QVERIFY(!button(dialog, QStringLiteral("Save"))->isEnabled());
    }

    void theDeviationsAreSavedAsPlainNumbers()
    {
        Fixture f;
        SelfCheckDialog dialog(f.inference, QStringLiteral("/some/where/reference.json"));
        dialog.open();
        QTRY_VERIFY(!dialog.verdict().isEmpty());
        const auto path = f.folder.filePath(QStringLiteral("check.csv"));
        QCOMPARE(dialog.saveTo(path), QString());
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const auto lines = QString::fromUtf8(file.readAll()).split(QLatin1Char('\n'));
        QVERIFY(lines.contains(QStringLiteral("# reference: reference.json")));
        QVERIFY(lines.contains(QStringLiteral("# passed: yes")));
        QVERIFY(lines.contains(QStringLiteral("plain float64,image outputs,3.1e-09,1e-06,within")));
        QVERIFY(lines.contains(QStringLiteral("fused float32,free-running outputs,0.02,,not judged")));
        QVERIFY(!dialog.saveTo(QStringLiteral("/no/such/folder/check.csv")).isEmpty());
    }

    void theTableOfDeviationsIsAProperModel()
    {
        SelfCheckTable table;
        QAbstractItemModelTester tester(&table, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QCOMPARE(table.judged(), 0);
        table.setReport(
            {.file = "f", .deviations = {{.path = "p", .quantity = "q", .largest = NAN, .tolerance = 1, .within = false}}, .passed = false});
        QCOMPARE(table.judged(), 1);
        QCOMPARE(table.within(), 0);
        table.retranslate();
        table.setReport({});
        QCOMPARE(table.rowCount(), 0);
    }

    void theReferenceShipsWithTheProgram()
    {
        QVERIFY(QFileInfo::exists(QStringLiteral(SPIKECLIP_SOURCE_DIR "/resources/reference/spikeclip_reference.json")));
    }
};

QTEST_MAIN(GalleryWindowTest)
#include "gallery_window_test.moc"
