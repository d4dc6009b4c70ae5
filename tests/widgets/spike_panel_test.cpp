// The panel around the raster: which layer, which neurons, which pictures, and what it says of them.

#include "tests/spikes.h"
#include "widgets/plot/spike_raster.h"
#include "widgets/spike_panel.h"

#include <QClipboard>
#include <QComboBox>
#include <QFile>
#include <QFileInfo>
#include <QLineEdit>
#include <QSignalSpy>
#include <QSpinBox>
#include <QStandardItemModel>
#include <QTableView>
#include <QTemporaryDir>
#include <QtTest>

using namespace spikeclip;
using By = data::NeuronChoice::By;
using Neurons = std::vector<std::int64_t>;
using widgets::SpikePanel;
using widgets::SpikeTrial;

namespace {

data::LayerActivity layerOf(const char* name, int channels, unsigned seed)
{
    const auto spikes = test::chanceRecord({.steps = 4, .batch = 1, .height = 2, .width = 3, .channels = channels}, 0.3, seed);
    return {.name = name, .neurons = spikes->shape().neurons(), .spikesPerStep = {}, .spikes = spikes};
}

QList<SpikeTrial> picture(std::vector<data::LayerActivity> layers, const char* name = "cat.jpg")
{
    return {SpikeTrial{QString::fromLatin1(name), std::move(layers)}};
}

const data::SpikeRaster& rasterOf(const SpikePanel& panel) { return panel.findChild<widgets::SpikeRaster*>()->raster(); }

/// Whether the choice of neurons with these words can be made.
bool isOffered(const SpikePanel& panel, const QString& words)
{
    for (const auto* box : panel.findChildren<QComboBox*>())
        if (const int index = box->findText(words); index >= 0)
            return qobject_cast<QStandardItemModel*>(box->model())->item(index)->isEnabled();
    return false;
}

QString textOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

}

class SpikePanelTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale::c()); }

    void aPanelShowsTheLayerAndTheNeuronsChosen()
    {
        SpikePanel panel;
        panel.show();
        QVERIFY(!panel.notice().isEmpty()); // nothing yet
        auto silent = layerOf("c", 5, 3);
        silent.spikes = nullptr; // counted, but not recorded
        panel.setTrials(picture({layerOf("a", 10, 1), layerOf("b", 70, 2), silent}));
        QVERIFY(panel.notice().isEmpty());
        QCOMPARE(panel.findChild<QComboBox*>()->count(), 2);
        QCOMPARE(panel.layer(), QStringLiteral("a"));
        const auto& raster = rasterOf(panel);
        QCOMPARE(raster.rows(), 60);

        panel.chooseLayer(QStringLiteral("b"));
        QCOMPARE(raster.rows(), 420);
        panel.choose({.by = By::HighestRate, .most = 25, .sortByRate = true});
        QCOMPARE(raster.rows(), 25);
        QVERIFY(panel.findChild<widgets::SpikeRaster*>()->summary().contains(QStringLiteral("420")));

        panel.setTrials(picture({layerOf("a", 10, 4), layerOf("b", 70, 5)})); // another picture: the choice stays
        QCOMPARE(panel.layer(), QStringLiteral("b"));
        QCOMPARE(raster.rows(), 25);

        panel.hide();
        panel.setTrials(picture({layerOf("a", 10, 6)}));
        QCOMPARE(raster.rows(), 25); // a hidden view costs nothing
        panel.show();
        QVERIFY(raster.neurons().back() < 60);
        panel.setTrials({});
        QVERIFY(!panel.notice().isEmpty());
    }

    void aChannelIsFollowedWhereOneIsShown()
    {
        SpikePanel panel;
        panel.show();
        panel.setTrials(picture({layerOf("a", 10, 1)}));
        panel.chooseChannel(4);
        QCOMPARE(rasterOf(panel).rows(), 60); // all are shown, so nothing changes
        panel.choose({.by = By::Channel, .number = 3});
        QCOMPARE(rasterOf(panel).neurons(), (Neurons{3, 13, 23, 33, 43, 53}));
        QSignalSpy chosen(&panel, &SpikePanel::channelChosen);
        panel.chooseChannel(9);
        QCOMPARE(rasterOf(panel).neurons().front(), std::int64_t(9));
        QVERIFY(chosen.isEmpty()); // what others choose is not announced again
        panel.chooseChannel(-1);
        QCOMPARE(rasterOf(panel).neurons().front(), std::int64_t(9));
    }

    void headsAreOfferedWhereTheLayerHasThem()
    {
        SpikePanel panel;
        panel.show();
        panel.setHeads(2);
        panel.setTrials(picture({layerOf("block.0.attn.proj_lif", 10, 1), layerOf("block.0.attn.q_lif", 10, 2)}));
        QVERIFY(!isOffered(panel, QStringLiteral("one head")));
        panel.chooseLayer(QStringLiteral("block.0.attn.q_lif"));
        QVERIFY(isOffered(panel, QStringLiteral("one head")));
        panel.choose({.by = By::Head, .number = 1});
        QCOMPARE(rasterOf(panel).rows(), 30);
        QCOMPARE(rasterOf(panel).neurons().front(), std::int64_t(5));
        QVERIFY(panel.findChild<widgets::SpikeRaster*>()->summary().contains(QStringLiteral("head 2 of 2")));
        panel.chooseLayer(QStringLiteral("block.0.attn.proj_lif")); // which has none
        QCOMPARE(rasterOf(panel).rows(), 60);
    }

    void neuronsAreNamedByHand()
    {
        SpikePanel panel;
        panel.show();
        panel.setTrials(picture({layerOf("a", 10, 1)}));
        panel.choose({.by = By::Hand});
        QVERIFY(!panel.notice().isEmpty()); // none yet
        auto* edit = panel.findChildren<QLineEdit*>().last();
        QVERIFY(edit->isVisible());
        QSignalSpy chosen(&panel, &SpikePanel::neuronsChosen);
        QSignalSpy failed(&panel, &SpikePanel::failed);
        QTest::keyClicks(edit, QStringLiteral("7, 12-14"));
        QTest::keyClick(edit, Qt::Key_Return);
        QCOMPARE(rasterOf(panel).neurons(), (Neurons{7, 12, 13, 14}));
        QCOMPARE(chosen.last().front().value<Neurons>(), (Neurons{7, 12, 13, 14}));
        QVERIFY(panel.notice().isEmpty());

        edit->setText(QStringLiteral("7, 60"));
        QTest::keyClick(edit, Qt::Key_Return);
        QCOMPARE(failed.size(), 1);
        QVERIFY(failed.last().front().toString().contains(QStringLiteral("59"))); // the last that there is
        QCOMPARE(rasterOf(panel).neurons().size(), std::size_t(4));             // nothing is lost

        panel.chooseNeurons({40, 2}); // elsewhere
        QCOMPARE(rasterOf(panel).neurons(), (Neurons{2, 40}));
        panel.chooseLayer(QStringLiteral("a"));
        QCOMPARE(rasterOf(panel).neurons(), (Neurons{2, 40}));
    }

    void neuronsChosenElsewhereAreMarkedAndNotAnnouncedAgain()
    {
        SpikePanel panel;
        panel.show();
        panel.setTrials(picture({layerOf("a", 10, 1)}));
        QSignalSpy chosen(&panel, &SpikePanel::neuronsChosen);
        const auto* raster = panel.findChild<widgets::SpikeRaster*>();
        panel.chooseNeurons({31});
        QCOMPARE(raster->chosenRow(), 31);
        panel.chooseNeurons({31, 5});
        QCOMPARE(raster->selectedRows(), (std::vector<int>{5, 31}));
        QVERIFY(chosen.isEmpty());
    }

    void picturesStandSideBySide()
    {
        SpikePanel panel;
        panel.show();
        const auto a = layerOf("a", 10, 1);
        const auto b = layerOf("a", 10, 2);
        panel.setTrials({{QStringLiteral("cat.jpg"), {a}}, {QStringLiteral("dog.jpg"), {b}}, {QStringLiteral("other model.jpg"), {layerOf("a", 12, 3)}}});
        const auto& raster = rasterOf(panel);
        QCOMPARE(raster.trials(), 2); // the third is of another shape
        for (int row = 0; row < raster.rows(); ++row)
            for (int step = 0; step < 4; ++step) {
                QCOMPARE(raster.fired(row, step), a.spikes->fired(step, 0, row));
                QCOMPARE(raster.fired(row, 4 + step), b.spikes->fired(step, 0, row));
            }
    }

    void anExportSaysWhichNeuronsItHolds()
    {
        SpikePanel panel;
        panel.show();
        panel.setNotes({{QStringLiteral("model_sha256"), QStringLiteral("abc")}});
        panel.setTrials(picture({layerOf("a", 10, 1)}));
        panel.choose({.by = By::Channel, .number = 3});
        const QTemporaryDir folder;
        const auto csv = folder.filePath(QStringLiteral("a.csv"));
        QCOMPARE(panel.saveTo(csv), QString());
        const auto text = textOf(csv);
        for (const char* line : {"# model_sha256: abc\n", "# layer: a\n", "# neurons: 6\n", "# chosen_by: channel 3\n", "# sorted_by: index\n"})
            QVERIFY2(text.contains(QLatin1String(line)), qPrintable(text.left(300)));
        QCOMPARE(text.count(QLatin1Char('\n')), text.count(QLatin1Char('#')) + 1 + static_cast<int>(rasterOf(panel).spikes()));
        for (const char* name : {"a.png", "a.svg"}) {
            QCOMPARE(panel.saveTo(folder.filePath(QLatin1String(name))), QString());
            QVERIFY(QFileInfo(folder.filePath(QLatin1String(name))).size() > 1000);
        }
        QVERIFY(!panel.saveTo(QStringLiteral("/no/such/folder/a.csv")).isEmpty());
        panel.copyData();
        QCOMPARE(QGuiApplication::clipboard()->text(), text);
        panel.copyPicture();
        QVERIFY(!QGuiApplication::clipboard()->image().isNull());
    }

    void theTableStandsInForTheRaster()
    {
        SpikePanel panel;
        panel.show();
        panel.setTrials(picture({layerOf("a", 10, 1)}));
        QVERIFY(!panel.showsTable());
        panel.showTable(true);
        QVERIFY(!panel.findChild<widgets::SpikeRaster*>()->isVisible());
        QVERIFY(panel.findChild<QTableView*>()->isVisible());
        QCOMPARE(panel.findChild<QTableView*>()->model()->rowCount(), 60);
    }
};

QTEST_MAIN(SpikePanelTest)
#include "spike_panel_test.moc"
