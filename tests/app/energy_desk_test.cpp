// The views of energy in the window: one set of rules for all of them, kept by the settings; the twin asked only while somebody looks.

#include "core/energy/estimate.h"
#include "core/energy/site_counts.h"
#include "tests/app/window_fixture.h"
#include "widgets/break_even_panel.h"
#include "widgets/compare_panel.h"
#include "widgets/energy_line.h"
#include "widgets/energy_panel.h"
#include "widgets/panel_dock.h"
#include "widgets/step_scrubber.h"
#include "widgets/trade_off_panel.h"

#include <QFile>
#include <QtTest>

using namespace spikeclip;
using widgets::EnergyPanel;

namespace {

struct Fixture : test::WindowFixture
{
    explicit Fixture(const QString& layout = QStringLiteral("energy"), bool twinLags = false)
    {
        control->twinLags = twinLags;
        control->withSpikes = true;
        control->withOperations = true;
        open(layout);
    }

    void open(const QString& layout)
    {
        window = std::make_unique<explorer::MainWindow>(
            settings, fake(),
            explorer::WindowOptions{.modelFile = QStringLiteral("fake.safetensors"), .sampleFolder = test::samples, .layout = layout, .training = training()});
        window->resize(1600, 1000);
        window->show();
    }

    widgets::PanelDock* dock(const char* name) const { return window->findChild<widgets::PanelDock*>(QLatin1String(name)); }

    void change(const energy::Rules& rules) const
    {
        auto* panel = find<EnergyPanel>();
        panel->setRules(rules);
        Q_EMIT panel->rulesChanged(rules);
    }
};

}

class EnergyDeskTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aRuleChangedInTheLedgerHoldsEverywhere()
    {
        Fixture f;
        QTRY_VERIFY(f.window->isSettled());
        const auto before = f.find<widgets::EnergyLine>()->summary();
        f.change({.preset = energy::int8, .weightBits = 8});
        const auto after = f.find<widgets::EnergyLine>()->summary();
        QVERIFY2(before != after, qPrintable(after));
        f.change({});
        QCOMPARE(f.find<widgets::EnergyLine>()->summary(), before);
    }

    void rulesAreKeptFromStartToStart()
    {
        Fixture f;
        QTRY_VERIFY(f.window->isSettled());
        f.change({.preset = energy::fp16, .neuronUpdates = true, .weightBits = 16});
        f.window->close();
        f.open(QStringLiteral("energy"));
        QVERIFY(f.find<EnergyPanel>()->rules().neuronUpdates);
        QCOMPARE(f.find<EnergyPanel>()->rules().preset, energy::fp16);
    }

    void theSmallFigureIsTheLedgersSum()
    {
        Fixture f;
        QTRY_VERIFY(f.window->isSettled());
        const energy::Rules rules{.firstConvolutionEveryStep = false};
        f.change(rules);
        f.find<widgets::StepScrubber>()->pressKey(Qt::Key_Home);
        const auto counted = 4.6 * (900'000 + 65'536 + 128) + 0.9 * 500'000; // at T = 1, with the weighting of one step
        constexpr double mJ = 1e9; // the twin's figure, which is the larger one, chooses the unit
        const auto summary = f.find<widgets::EnergyLine>()->summary();
        QVERIFY2(summary.contains(widgets::energyText(counted, mJ)), qPrintable(summary));
    }

    void theTwinIsAskedOnlyWhileSomebodyLooks()
    {
        Fixture f(QStringLiteral("simple"));
        QTRY_VERIFY(f.window->isSettled());
        const auto asked = [&] {
            const auto history = f.control->history();
            return std::ranges::any_of(history, [](const std::string& what) { return what.starts_with("twin"); });
        };
        QVERIFY(!asked());
        QCOMPARE(f.control->races.load(), 0);
        f.dock("compare")->reveal();
        QTRY_VERIFY(asked());
        QTRY_VERIFY(f.find<widgets::ComparePanel>()->notice().isEmpty());
        QVERIFY(!f.find<widgets::ComparePanel>()->headline().isEmpty());
    }

    void aTwinThatWasLeftOutOfTrainingIsSaidToBe()
    {
        for (const bool lags : {false, true}) {
            Fixture f(QStringLiteral("energy"), lags);
            QTRY_VERIFY(f.window->isSettled());
            QTRY_VERIFY(!f.find<widgets::CompareView>()->headline().isEmpty());
            QCOMPARE(f.find<widgets::CompareView>()->summary().contains(QStringLiteral("left the ANN twin as it was")), lags);
        }
    }

    void labelsAreReadOnlyWhereTheirSideIsCharged()
    {
        Fixture f;
        QTRY_VERIFY(f.window->isSettled());
        const int before = f.control->readings;
        f.change({.text = true});
        Q_EMIT f.find<EnergyPanel>()->textWanted();
        QTRY_VERIFY(f.control->readings > before);
    }

    void picturesInFoldersNamedLikeLabelsTellAccuracy()
    {
        Fixture f;
        QTRY_VERIFY(f.window->isSettled());
        const QTemporaryDir folder;
        for (const char* name : {"cat", "dog"}) {
            QVERIFY(QDir(folder.path()).mkpath(QLatin1String(name)));
            QVERIFY(QFile::copy(test::samplePath((std::string(name) + ".jpg").c_str()),
                                folder.filePath(QStringLiteral("%1/picture.jpg").arg(QLatin1String(name)))));
        }
        f.dock("energy-accuracy")->reveal();
        QVERIFY(!f.find<widgets::TradeOffPanel>()->notice().isEmpty());
        f.dropFile(folder.path());
        f.dock("energy-accuracy")->reveal();
        QTRY_VERIFY(f.find<widgets::TradeOffPanel>()->notice().isEmpty());
    }

    void theEnergyLayoutShowsItsViewsAndNoOthers()
    {
        Fixture f;
        for (const char* name : {"ledger", "break-even", "energy-accuracy", "compare", "gallery", "rates"})
            QVERIFY2(!f.dock(name)->isHidden() && !f.dock(name)->isFloating(), name);
        for (const char* name : {"raster", "layers", "feature-maps", "potential", "text"})
            QVERIFY2(f.dock(name)->isHidden(), name);
    }
};

QTEST_MAIN(EnergyDeskTest)
#include "energy_desk_test.moc"
