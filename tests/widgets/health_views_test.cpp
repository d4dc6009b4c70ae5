// How the layers fare while a network learns.

#include "tests/training_logs.h"
#include "tests/widgets/heat_maps.h"
#include "tests/widgets/shots.h"
#include "widgets/train/health_bars.h"
#include "widgets/train/health_table.h"
#include "widgets/train/spike_health_panel.h"

#include <QAbstractItemModelTester>
#include <QComboBox>
#include <QSignalSpy>
#include <QtTest>

using namespace spikeclip;
using namespace spikeclip::widgets;

namespace {

std::shared_ptr<data::TrainingLog> healthLog(int points, int blocks = 2)
{
    auto log = std::make_shared<data::TrainingLog>();
    for (int i = 0; i < points; ++i) {
        auto point = test::healthPoint(static_cast<double>(i) / std::max(1, points), static_cast<unsigned>(i), blocks);
        point.step = 50 * (i + 1);
        log->healths.push_back(point);
    }
    return log;
}

std::shared_ptr<data::TrainingLog> illLog(int points, int blocks = 2)
{
    auto log = healthLog(points, blocks);
    for (auto& point : log->healths) {
        const double progress = static_cast<double>(point.step) / (50.0 * points);
        point.layers[3].rate *= 1 - progress;
        for (const std::size_t layer : {3U, 5U, 8U, 9U}) {
            point.layers[layer].dead = std::min(1.0, 0.3 + 0.7 * progress);
            point.layers[layer].rate *= 1 - 0.99 * progress;
        }
        point.layers[12].saturated = 0.7 * progress;
    }
    return log;
}

}

class HealthViewsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { applyTheme(Theme::Light); }

    void withoutARunItSaysWhatToDo()
    {
        SpikeHealthPanel panel;
        panel.show();
        QVERIFY(panel.notice().contains(QStringLiteral("Start a training run")));
        panel.setLog(std::make_shared<data::TrainingLog>());
        QVERIFY(panel.notice().contains(QStringLiteral("No layers yet")));
        panel.setLog(healthLog(1));
        QVERIFY(panel.notice().isEmpty());
        QVERIFY(panel.verdict().startsWith(QStringLiteral("All 17 layer(s) are well")));
        panel.setLog(nullptr);
        QVERIFY(!panel.notice().isEmpty());
    }

    void aSentenceSaysWhatIsWrong()
    {
        SpikeHealthPanel panel;
        panel.show();
        panel.setLog(illLog(20));
        QVERIFY2(panel.verdict().startsWith(QStringLiteral("4 layer(s) are nearly silent: Block 1, attn q; Block 1, attn v; ")),
                 qPrintable(panel.verdict()));
        QVERIFY(panel.verdict().contains(QStringLiteral("and 1 more")));
        QVERIFY(panel.verdict().contains(QStringLiteral("1 layer(s) fire nearly all the time: Block 2, attn v")));
        QVERIFY(panel.verdict().contains(QStringLiteral("Firing rate")));
    }

    void aClickChoosesALayer()
    {
        SpikeHealthPanel panel;
        panel.setLog(healthLog(6));
        test::show(panel, QSize(900, 500));
        QSignalSpy chosen(&panel, &SpikeHealthPanel::layerChosen);
        QVERIFY(test::click(*panel.findChild<HeatMap*>(), {.row = 4, .column = 2}));
        QCOMPARE(chosen.size(), 1);
        QCOMPARE(chosen[0][0].toString(), QString::fromStdString(test::trainedLayers()[4]));
        auto* bars = panel.findChild<HealthBars*>();
        bars->setFocus();
        QTest::keyClick(bars, Qt::Key_Down);
        QCOMPARE(chosen.size(), 2);
        QCOMPARE(chosen[1][0].toString(), QString::fromStdString(test::trainedLayers()[5]));
        QCOMPARE(panel.findChild<HeatMap*>()->chosen(), (HeatCell{.row = 5, .column = 2}));
        panel.chooseLayer(QString::fromStdString(test::trainedLayers()[0]));
        QCOMPARE(chosen.size(), 2); // what the program chooses is not announced
        panel.setLog(healthLog(7)); // the run goes on
        QCOMPARE(panel.findChild<HeatMap*>()->chosen(), (HeatCell{.row = 0, .column = 2}));
        panel.chooseLayer(QStringLiteral("no such layer"));
        QVERIFY(!panel.findChild<HeatMap*>()->chosen().isValid());
    }

    void theTableHasEveryNumber()
    {
        HealthTable table;
        const QAbstractItemModelTester tester(&table);
        const auto log = illLog(5);
        table.setLog(log);
        QCOMPARE(table.rowCount(), 5 * 17);
        const auto& newest = log->healths.back();
        QCOMPARE(table.index(3, HealthTable::Dead).data(HealthTable::SortRole).toDouble(), newest.layers[3].dead);
        QCOMPARE(table.index(3, HealthTable::Batch).data(HealthTable::SortRole).toDouble(), 250.0);
        QCOMPARE(table.index(3, HealthTable::Layer).data().toString(), QString::fromStdString(newest.layers[3].name));
        table.setLog(nullptr);
        QCOMPARE(table.rowCount(), 0);
    }

    void nothingOneAndManyCanBePaintedAtAnySize()
    {
        SpikeHealthPanel panel;
        panel.show();
        for (const auto& log : {healthLog(0), healthLog(1, 0), illLog(30), healthLog(600, 12)}) {
            panel.setLog(log);
            for (const auto measure : {data::HealthMeasure::Rate, data::HealthMeasure::Dead, data::HealthMeasure::Saturated}) {
                panel.setMeasure(measure);
                QCOMPARE(panel.measure(), measure);
                QVERIFY(!panel.grab().isNull());
            }
            test::paintEverywhere(panel);
        }
    }

    void filesHoldPictureTableAndLimits()
    {
        QTemporaryDir folder;
        SpikeHealthPanel panel; // hidden: a file is made all the same
        panel.setLog(illLog(8));
        panel.resize(700, 420);
        for (const auto* suffix : {"png", "svg", "csv"})
            QCOMPARE(panel.saveTo(folder.filePath(QStringLiteral("x.%1").arg(QLatin1String(suffix)))), QString());
        QVERIFY(!QImage(folder.filePath(QStringLiteral("x.png"))).isNull());
        QFile csv(folder.filePath(QStringLiteral("x.csv")));
        QVERIFY(csv.open(QIODevice::ReadOnly));
        QVERIFY(QString::fromUtf8(csv.readAll()).contains(QStringLiteral("rate below 0.001")));
    }

    void thePanelFollowsLanguage()
    {
        SpikeHealthPanel panel;
        panel.setLog(illLog(8));
        panel.show();
        test::MarkingTranslator translator;
        QVERIFY(QCoreApplication::installTranslator(&translator));
        QTRY_VERIFY(panel.title().startsWith(QLatin1Char('#')) && panel.whatsThis().startsWith(QLatin1Char('#')));
        QTRY_VERIFY(panel.verdict().startsWith(QLatin1Char('#')));
        QCoreApplication::removeTranslator(&translator);
        QTRY_COMPARE(panel.title(), QStringLiteral("Health of the spiking network"));
    }

    void forTheEye()
    {
        SpikeHealthPanel panel;
        panel.show();
        panel.setLog(illLog(24));
        panel.chooseLayer(QString::fromStdString(test::trainedLayers()[5]));
        test::shoot(panel, QStringLiteral("health-ill"), {QSize(360, 560), QSize(760, 420), QSize(1600, 520)});
        panel.setMeasure(data::HealthMeasure::Dead);
        panel.setLog(healthLog(8));
        test::shoot(panel, QStringLiteral("health-well"), {QSize(760, 420)});
    }
};

QTEST_MAIN(HealthViewsTest)
#include "health_views_test.moc"
