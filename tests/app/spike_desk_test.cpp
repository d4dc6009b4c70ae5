// The views of spikes in the window: one selection, one time, two arrangements, many pictures. Panels on their own are tested with the widgets.

#include "app/explorer/dock_layout.h"
#include "app/explorer/spike_desk.h"
#include "tests/app/window_fixture.h"
#include "widgets/channel_map_panel.h"
#include "widgets/feature_map_panel.h"
#include "widgets/gallery_panel.h"
#include "widgets/layer_map_panel.h"
#include "widgets/panel_dock.h"
#include "widgets/plot/spike_raster.h"
#include "widgets/potential_panel.h"
#include "widgets/rate_histogram_panel.h"
#include "widgets/rate_panel.h"
#include "widgets/spike_panel.h"
#include "widgets/step_scrubber.h"
#include "widgets/text_panel.h"

#include <QComboBox>
#include <QFile>
#include <QtTest>

using namespace spikeclip;
using explorer::DockLayout;
using widgets::FeatureMapPanel;
using widgets::PotentialPanel;
using widgets::SpikePanel;

namespace {

using Neurons = std::vector<std::int64_t>;

/// A window whose pictures have spikes.
struct Fixture : test::WindowFixture
{
    explicit Fixture(const QString& layout = QStringLiteral("full"))
    {
        control->withSpikes = true;
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

    explorer::SpikeDesk& desk() const { return *find<explorer::SpikeDesk>(); }
    widgets::PanelDock* dock(const char* name) const { return window->findChild<widgets::PanelDock*>(QLatin1String(name)); }
    const data::SpikeRaster& raster() const { return find<SpikePanel>()->findChild<widgets::SpikeRaster*>()->raster(); }

    void trigger(const QKeySequence& key) const
    {
        for (auto* action : window->findChildren<QAction*>())
            if (action->shortcut() == key)
                action->trigger();
    }
};

}

class SpikeDeskTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aLayerChosenAnywhereIsChosenEverywhere()
    {
        Fixture f;
        QTRY_VERIFY(f.window->isSettled());
        const auto layer = QStringLiteral("block.1.attn.k_lif");
        Q_EMIT f.find<widgets::LayerMapPanel>()->layerChosen(layer);
        QCOMPARE(f.desk().selection().layer(), layer);
        QCOMPARE(f.find<widgets::LayerMapPanel>()->layer(), layer);
        QCOMPARE(f.find<widgets::ChannelMapPanel>()->layer(), layer);
        QCOMPARE(f.find<FeatureMapPanel>()->layer(), layer);
        QCOMPARE(f.find<SpikePanel>()->layer(), layer);
        QCOMPARE(f.find<widgets::RateHistogramPanel>()->layer(), layer);
        QCOMPARE(f.find<widgets::RatePanel>()->chosenLayer(), layer);
    }

    void theLayerStaysFromPictureToPicture()
    {
        Fixture f;
        QTRY_VERIFY(f.window->isSettled());
        const auto layer = QStringLiteral("block.1.attn.k_lif");
        f.desk().selection().setLayer(layer);
        f.window->openPicture(test::samplePath("owl.jpg"));
        QTRY_COMPARE(f.window->state().picture.name, QStringLiteral("owl.jpg"));
        QTRY_VERIFY(f.window->isSettled());
        QCOMPARE(f.find<SpikePanel>()->layer(), layer);
    }

    void aChannelAndItsNeuronsAreTheSameInAllViews()
    {
        Fixture f;
        QTRY_VERIFY(f.window->isSettled());
        Q_EMIT f.find<widgets::ChannelMapPanel>()->channelChosen(17);
        QCOMPARE(f.find<FeatureMapPanel>()->channel(), 17);
        f.find<SpikePanel>()->choose({.by = data::NeuronChoice::By::Hand});
        Q_EMIT f.find<FeatureMapPanel>()->neuronsChosen({300, 5});
        QCOMPARE(f.desk().selection().neurons(), (Neurons{300, 5}));
        f.dock("raster")->reveal();
        QTRY_COMPARE(f.raster().neurons(), (Neurons{5, 300}));
    }

    void potentialsAreAskedForOnlyWhileSomebodyLooks()
    {
        Fixture f;
        QTRY_VERIFY(f.window->isSettled());
        f.dock("potential")->close();
        f.desk().selection().setNeurons({7});
        f.window->openPicture(test::samplePath("owl.jpg"));
        QTRY_COMPARE(f.window->state().picture.name, QStringLiteral("owl.jpg"));
        QTRY_VERIFY(f.window->isSettled());
        QCOMPARE(f.control->traces.load(), 0);
        f.desk().selection().setNeurons({7});
        f.dock("potential")->reveal();
        QTRY_COMPARE(f.control->traces.load(), 1);
        QTRY_VERIFY(f.find<PotentialPanel>()->notice().isEmpty());
        f.desk().selection().setNeurons({8, 9});
        QTRY_COMPARE(f.control->traces.load(), 2);
    }

    void theSliderMovesEveryViewAndEveryViewMovesTheSlider()
    {
        Fixture f;
        QTRY_VERIFY(f.window->isSettled());
        auto* scrubber = f.find<widgets::StepScrubber>();
        const int before = f.control->inferences;
        scrubber->pressKey(Qt::Key_Home);
        QCOMPARE(f.desk().selection().step(), 1);
        QCOMPARE(f.find<widgets::LayerMapPanel>()->step(), 1);
        QCOMPARE(f.find<widgets::ChannelMapPanel>()->step(), 1);
        Q_EMIT f.find<widgets::LayerMapPanel>()->stepChosen(3);
        QCOMPARE(scrubber->step(), 3);
        QCOMPARE(f.window->state().step, 3);
        Q_EMIT f.find<PotentialPanel>()->stepChosen(2);
        QCOMPARE(scrubber->step(), 2);
        QCOMPARE(f.find<widgets::ChannelMapPanel>()->step(), 2);
        Q_EMIT f.find<widgets::TextPanel>()->stepChosen(4);
        QCOMPARE(f.window->state().step, 0); // at the end means at the end of the next picture, too
        QCOMPARE(f.control->inferences.load(), before);
    }

    void theSimpleLayoutShowsWhatAnAnswerNeedsAndTheFullOneAllSpikes()
    {
        Fixture f(QStringLiteral("simple"));
        QVERIFY(f.dock("rates")->isVisible());
        QVERIFY(f.dock("energy")->isVisible());
        for (const char* name : {"layers", "channels", "feature-maps", "raster", "potential", "histogram", "text", "gallery"})
            QVERIFY2(!f.dock(name)->isVisible(), name);
        f.trigger(Qt::CTRL | Qt::Key_2);
        for (const char* name : {"rates", "energy", "layers", "channels", "feature-maps", "raster", "potential", "histogram", "text", "gallery"})
            QVERIFY2(!f.dock(name)->isHidden() && !f.dock(name)->isFloating(), name); // some lie behind others
        f.trigger(Qt::CTRL | Qt::Key_1);
        QVERIFY(!f.dock("raster")->isVisible());
        f.trigger(Qt::CTRL | Qt::Key_R);
        QVERIFY(f.dock("raster")->isVisible());
        QVERIFY(f.dock("raster")->isFloating()); // the answer keeps its room
    }

    void theWindowOpensAsItWasLeft()
    {
        Fixture f(QStringLiteral("full"));
        QTRY_VERIFY(f.window->isSettled());
        f.dock("gallery")->close();
        f.window->close();
        f.open({});
        QVERIFY(f.dock("gallery")->isHidden());
        QVERIFY(!f.dock("raster")->isHidden());
        f.trigger(Qt::CTRL | Qt::Key_1);
        f.window->close();
        f.open({});
        QVERIFY(f.dock("raster")->isHidden());
    }

    void aDroppedFolderIsClassifiedAndItsPicturesStandSideBySide()
    {
        Fixture f;
        QTRY_VERIFY(f.window->isSettled());
        const QTemporaryDir folder;
        for (const char* name : {"cat.jpg", "dog.jpg", "owl.jpg"})
            QVERIFY(QFile::copy(test::samplePath(name), folder.filePath(QLatin1String(name))));
        f.dropFile(folder.path());
        auto* panel = f.find<widgets::GalleryPanel>();
        QTRY_VERIFY(panel->isVisible());
        QTRY_VERIFY2(panel->recordLine().contains(QStringLiteral("3 of 3")), qPrintable(panel->recordLine()));
        QCOMPARE(f.window->state().picture.name, QStringLiteral("cat.jpg")); // the picture that was shown stays
        Q_EMIT panel->stackRequested({0, 2});
        QTRY_COMPARE(f.raster().trials(), 2);
        QCOMPARE(f.raster().columns(), 2 * test::FakeEngine::steps);
        Q_EMIT panel->pictureChosen(1);
        QTRY_COMPARE(f.window->state().picture.name, QStringLiteral("dog.jpg"));
        QTRY_COMPARE(f.raster().trials(), 1); // another picture ends the comparison
    }

    void aLabelIsReadOnlyWhileItsPanelIsSeen()
    {
        Fixture f(QStringLiteral("simple"));
        QTRY_VERIFY(f.window->isSettled());
        QCOMPARE(f.control->readings.load(), 0);
        f.dock("text")->reveal();
        QTRY_VERIFY(f.control->readings.load() > 0);
        QTRY_VERIFY(f.find<widgets::TextPanel>()->notice().isEmpty());
        QVERIFY(!f.find<widgets::TextPanel>()->label().isEmpty());
    }

    void theTwinHasNoSpikesToShow()
    {
        Fixture f;
        QTRY_VERIFY(f.window->isSettled());
        f.dock("raster")->reveal();
        QTRY_VERIFY(f.find<SpikePanel>()->notice().isEmpty());
        auto* encoder = f.window->findChild<QComboBox*>(QStringLiteral("encoder"));
        encoder->setCurrentIndex(1);
        Q_EMIT encoder->activated(1);
        QTRY_VERIFY(!f.find<SpikePanel>()->notice().isEmpty());
        QVERIFY(!f.find<widgets::LayerMapPanel>()->isVisible() || !f.find<widgets::LayerMapPanel>()->notice().isEmpty());
    }
};

QTEST_MAIN(SpikeDeskTest)
#include "spike_desk_test.moc"
