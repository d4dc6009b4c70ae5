// How often neurons fire: histogram of a layer, and the rates of this picture against the session.

#include "tests/spikes.h"
#include "tests/widgets/painting.h"
#include "widgets/histogram_table.h"
#include "widgets/layer_rate_table.h"
#include "widgets/rate_histogram.h"
#include "widgets/rate_histogram_panel.h"
#include "widgets/rate_panel.h"

#include <QAbstractItemModelTester>
#include <QComboBox>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QtTest>

#include <cmath>

using namespace spikeclip;
using namespace spikeclip::widgets;
using test::isLike;
using test::MarkingTranslator;
using test::paintEverywhere;
using test::showIn;

namespace {

data::LayerActivity layerOf(const std::string& name, int channels, double rate, unsigned seed = 1, int steps = 4)
{
    return data::activityOf(name, *test::chanceRecord({.steps = steps, .batch = 1, .height = 2, .width = 3, .channels = channels}, rate, seed), 0,
                            data::Recording::Full);
}

LayerRate rateOf(const QString& name, double rate, std::optional<double> mean = std::nullopt)
{
    return {.name = name, .rate = rate, .largest = rate, .neurons = 1000, .fed = {}, .sessionMean = mean};
}

RateTable twoRates()
{
    return {.layers = {rateOf(QStringLiteral("patch_embed.block1_lif"), 0.05, 0.06), rateOf(QStringLiteral("block.0.attn.q_lif"), 0.15, 0.1)},
            .unfed = {},
            .meanRate = 0.1,
            .absence = {},
            .sessionPictures = 3};
}

}

class RateViewsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QLocale::setDefault(QLocale::c());
        applyTheme(Theme::Light);
    }

    void barsOfTheHistogramAreAsLongAsTheirAxisSays()
    {
        RateHistogram view;
        QVERIFY(view.summary().contains(QStringLiteral("No spikes")));
        paintEverywhere(view);
        view.setFigures({.layer = QStringLiteral("a"), .statistics = {.steps = 4, .neurons = {9000, 900, 90, 9, 1}}});
        QCOMPARE(view.lengthOf(0), 0.0);
        QCOMPARE(view.lengthOf(9000), 0.9);
        QCOMPARE(view.lengthOf(900), 0.09);
        view.setScale(RateHistogram::Scale::Logarithmic);
        QCOMPARE(view.lengthOf(0), 0.0);
        QVERIFY(view.lengthOf(1) > 0.05); // one neuron is seen beside thousands
        QCOMPARE(view.lengthOf(1000) - view.lengthOf(100), view.lengthOf(100) - view.lengthOf(10));
        QVERIFY(std::abs(view.lengthOf(10000) - 1) < 1e-12);
        paintEverywhere(view);
        view.setFigures({.layer = QStringLiteral("a"), .statistics = {.steps = 4, .neurons = {0, 0, 0, 0, 0}}});
        paintEverywhere(view);
        view.setFigures({.layer = QStringLiteral("a"), .statistics = {.steps = 500, .neurons = std::vector<std::int64_t>(501, 1'000'000'000)}});
        paintEverywhere(view);
    }

    void sharesNeverRoundSomebodyAway()
    {
        QCOMPARE(shareText(0, 10000), QStringLiteral("0.0 %"));
        QCOMPARE(shareText(1, 10000), QStringLiteral("< 0.1 %"));
        QCOMPARE(shareText(9999, 10000), QStringLiteral("> 99.9 %"));
        QCOMPARE(shareText(10000, 10000), QStringLiteral("100.0 %"));
        QCOMPARE(shareText(0, 0), QStringLiteral("0.0 %"));
    }

    void theHistogramSaysWhoIsDeadAndWhoSaturated()
    {
        RateHistogram view;
        view.setFigures(
            {.layer = QStringLiteral("a"), .statistics = {.steps = 4, .neurons = {600, 250, 100, 40, 10}}, .sessionPictures = 3, .neverFired = 123});
        QVERIFY(view.summary().contains(QStringLiteral("dead: 600 of 1000 (60.0 %)")));
        QVERIFY(view.summary().contains(QStringLiteral("saturated: 50 of 1000 (5.0 %)")));
        QVERIFY(view.summary().contains(QStringLiteral("silent for all 3 picture(s) so far: 123 (12.3 %)")));
        QVERIFY(view.barText(3).contains(QStringLiteral("40 of 1000 (4.0 %)")) && view.barText(3).contains(QStringLiteral("saturated")));
        QVERIFY(!view.barText(2).contains(QStringLiteral("saturated"))); // half of the steps are not more than half
        view.resize(400, 300);
        QTest::keyClick(&view, Qt::Key_Down);
        QTest::keyClick(&view, Qt::Key_Down);
        QCOMPARE(view.currentBar(), 1);
        QCOMPARE(view.accessibleDescription(), view.barText(1));
        QTest::keyClick(&view, Qt::Key_End);
        QCOMPARE(view.currentBar(), 4);
        QTest::keyClick(&view, Qt::Key_Home);
        QCOMPARE(view.currentBar(), 0);
        view.setFigures({.layer = QStringLiteral("b"), .statistics = {.steps = 1, .neurons = {6, 4}}});
        QCOMPARE(view.currentBar(), -1);
        QVERIFY(!view.summary().contains(QStringLiteral("so far")));
    }

    void theHistogramPanelFollowsLayerStepAndSession()
    {
        RateHistogramPanel panel;
        auto* view = panel.findChild<RateHistogram*>();
        auto* box = panel.findChild<QComboBox*>();
        panel.show();
        QVERIFY(!panel.notice().isEmpty());
        const std::vector layers = {layerOf("a", 10, 0.2), layerOf("b", 70, 0.4, 2)};
        auto silent = layerOf("c", 10, 0.1);
        silent.spikes = nullptr;
        panel.setLayers({layers[0], layers[1], silent});
        QVERIFY(panel.notice().isEmpty());
        QCOMPARE(box->count(), 2);
        QCOMPARE(panel.layer(), QStringLiteral("a"));
        const auto deadIn = [](const data::LayerActivity& layer, int steps) {
            return QString::number(data::statisticsOf(*layer.spikes, steps).dead());
        };
        QVERIFY(view->summary().contains(QStringLiteral("steps 1 to 4. dead: %1 of 60").arg(deadIn(layers[0], 4)))); // until told: all
        panel.setStep(2);
        QVERIFY(view->summary().contains(QStringLiteral("steps 1 to 2. dead: %1 of 60").arg(deadIn(layers[0], 2))));
        panel.setStep(99);
        QVERIFY(view->summary().contains(QStringLiteral("steps 1 to 4.")));

        QSignalSpy chosen(&panel, &RateHistogramPanel::layerChosen);
        panel.chooseLayer(QStringLiteral("b"));
        QVERIFY(chosen.isEmpty()); // nobody is told what he said
        QVERIFY(view->summary().contains(QStringLiteral("of 420")));
        Q_EMIT box->activated(0);
        QCOMPARE(chosen.size(), 1);

        data::RunningActivity running;
        running.add("m", "one", layers);
        running.add("m", "two", {layerOf("a", 10, 0.2, 7), layerOf("b", 70, 0.4, 8)});
        panel.setSession(running.session());
        const auto& session = *running.session().find(panel.layer().toStdString());
        QVERIFY(view->summary().contains(QStringLiteral("silent for all 2 picture(s) so far: %1 (").arg(session.neverFired)));

        panel.hide();
        panel.setLayers({layerOf("d", 5, 0.3)});
        QVERIFY(view->summary().contains(QStringLiteral("420"))); // a hidden view costs nothing
        panel.show();
        QVERIFY(view->summary().contains(QStringLiteral("of 30")));
        QVERIFY(!view->summary().contains(QStringLiteral("so far"))); // the session knows no such layer
        QTemporaryDir folder;
        QVERIFY(panel.saveTo(folder.filePath(QStringLiteral("a.csv"))).isEmpty());
        QVERIFY(panel.saveTo(folder.filePath(QStringLiteral("a.svg"))).isEmpty());
        panel.setLayers({});
        QVERIFY(!panel.notice().isEmpty());
    }

    void theTableOfTheHistogramHasTheSameNumbers()
    {
        HistogramTable table;
        QAbstractItemModelTester tester(&table, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QCOMPARE(table.rowCount(), 0);
        table.setStatistics({.steps = 3, .neurons = {5, 3, 1, 1}});
        QCOMPARE(toCsv(table, HistogramTable::SortRole, {}),
                 QByteArray("Spikes,Neurons,Share,Kind\n0,5,0.5,dead\n1,3,0.3,\n2,1,0.1,saturated\n3,1,0.1,saturated\n"));
    }

    void aTickStandsWhereTheMeanOfTheSessionLies()
    {
        RateChart chart;
        auto table = RateTable{.layers = {rateOf(QStringLiteral("block.0.a_lif"), 0.1), rateOf(QStringLiteral("block.0.b_lif"), 0.2, 0.1)},
                               .unfed = {},
                               .meanRate = 0.15,
                               .absence = {},
                               .sessionPictures = 5};
        showIn(Theme::Light, chart);
        chart.resize(500, 300);
        const auto tickAndEnd = [&] {
            const auto picture = chart.grab().toImage();
            const auto colour = chartColours(chart.palette()).accent;
            int shortEnd = 1 << 20; // of the first bar
            int tick = -1;
            for (int y = 0; y < picture.height(); ++y) {
                int first = -1;
                int last = -1;
                for (int x = 0; x < picture.width(); ++x)
                    if (isLike(picture.pixel(x, y), colour)) {
                        first = first < 0 ? x : first;
                        last = x;
                    }
                if (first < 0)
                    continue;
                shortEnd = std::min(shortEnd, last);
                for (int x = first; x < last; ++x)
                    if (isLike(picture.pixel(x, y), chart.palette().color(QPalette::Text)))
                        tick = x;
            }
            return std::pair(tick, shortEnd);
        };
        chart.setTable(table);
        const auto [tick, end] = tickAndEnd();
        QVERIFY2(tick >= 0 && std::abs(tick - end) <= 3,
                 qPrintable(QStringLiteral("tick at %1, the bar of that rate ends at %2").arg(tick).arg(end)));
        QVERIFY(chart.summary().contains(
            QStringLiteral("mean of the 5 picture(s) of this session, block.0.b_lif differs most: 0.200, on average 0.100")));

        table.sessionPictures = 1; // a mean of this picture alone says nothing
        chart.setTable(table);
        QCOMPARE(tickAndEnd().first, -1);
        QVERIFY(!chart.summary().contains(QStringLiteral("session")));
        table.sessionPictures = 5;
        table.layers[1].sessionMean = 0.55;
        chart.setTable(table);
        QCOMPARE(chart.axisEnd(), 0.6); // it is in sight
        paintEverywhere(chart);
    }

    void aLayerIsChosenByClickAndKeys()
    {
        RateChart chart;
        chart.resize(400, 300);
        QTest::keyClick(&chart, Qt::Key_Down); // nothing to choose
        auto table = twoRates();
        for (int i = 0; i < 60; ++i)
            table.layers << rateOf(QStringLiteral("block.%1.x%2_lif").arg(1 + i / 10).arg(i), 0.1);
        chart.setTable(table);
        QSignalSpy chosen(&chart, &RateChart::layerChosen);
        QTest::keyClick(&chart, Qt::Key_Down);
        QCOMPARE(chart.chosenLayer(), QStringLiteral("patch_embed.block1_lif")); // headings are passed over
        QTest::keyClick(&chart, Qt::Key_Down);
        QCOMPARE(chosen.back().front().toString(), QStringLiteral("block.0.attn.q_lif"));
        QTest::keyClick(&chart, Qt::Key_Down);
        QCOMPARE(chart.chosenLayer(), QStringLiteral("block.1.x0_lif"));
        QTest::keyClick(&chart, Qt::Key_Up);
        QCOMPARE(chart.chosenLayer(), QStringLiteral("block.0.attn.q_lif"));
        QTest::keyClick(&chart, Qt::Key_End);
        QCOMPARE(chart.chosenLayer(), QStringLiteral("block.6.x59_lif"));
        QCOMPARE(chart.verticalScrollBar()->value(), chart.verticalScrollBar()->maximum());
        QTest::keyClick(&chart, Qt::Key_PageUp);
        QVERIFY(chart.chosenLayer() != QStringLiteral("block.6.x59_lif"));
        QTest::keyClick(&chart, Qt::Key_Home);
        QCOMPARE(chart.chosenLayer(), QStringLiteral("patch_embed.block1_lif"));
        QCOMPARE(chart.verticalScrollBar()->value(), 0);
        const auto before = chosen.size();
        QTest::mouseClick(chart.viewport(), Qt::LeftButton, {}, QPoint(100, chart.viewport()->height() / 2));
        QCOMPARE(chosen.size(), before + 1);
        chart.chooseLayer(QStringLiteral("block.6.x59_lif")); // from outside: shown, and nobody is told
        QCOMPARE(chosen.size(), before + 1);
        QVERIFY(chart.verticalScrollBar()->value() > 0);
        chart.chooseLayer(QStringLiteral("no such layer"));
        QTest::keyClick(&chart, Qt::Key_Up);
        QCOMPARE(chart.chosenLayer(), QStringLiteral("block.6.x59_lif")); // from below
        paintEverywhere(chart);
    }

    void aFileShowsAllLayersNotOnlyThoseInSight()
    {
        RateChart chart;
        showIn(Theme::Light, chart);
        chart.resize(300, 150);
        auto table = RateTable{.layers = {}, .unfed = {}, .meanRate = 0.5, .absence = {}};
        for (int i = 0; i < 100; ++i)
            table.layers << rateOf(QStringLiteral("block.0.x%1_lif").arg(i), 1);
        chart.setTable(table);
        QImage image(600, 1200, QImage::Format_RGB32);
        chart.paintTo(image, image.size());
        const auto colour = chartColours(chart.palette()).accent;
        int bars = 0;
        for (int y = 1; y < image.height(); ++y) // in the middle all bars are there
            bars += isLike(image.pixel(300, y), colour) && !isLike(image.pixel(300, y - 1), colour);
        QCOMPARE(bars, 100);
        chart.paintTo(image, {});
        chart.setTable({});
        chart.paintTo(image, image.size());
    }

    void theRatePanelShowsTableMeanAndChoice()
    {
        RatePanel panel;
        auto* chart = panel.findChild<RateChart*>();
        panel.show();
        QVERIFY(!panel.notice().isEmpty());
        panel.setTable({.layers = {}, .unfed = {}, .meanRate = 0, .absence = QStringLiteral("The twin has none.")});
        QCOMPARE(panel.notice(), QStringLiteral("The twin has none."));
        panel.setTable(twoRates());
        QVERIFY(panel.notice().isEmpty());
        QSignalSpy chosen(&panel, &RatePanel::layerChosen);
        panel.chooseLayer(QStringLiteral("block.0.attn.q_lif"));
        QCOMPARE(chart->chosenLayer(), panel.chosenLayer());
        QVERIFY(chosen.isEmpty());
        QTest::keyClick(chart, Qt::Key_Up);
        QCOMPARE(chosen.back().front().toString(), QStringLiteral("patch_embed.block1_lif"));
        QTemporaryDir folder;
        for (const auto* name : {"a.csv", "a.svg", "a.png"})
            QVERIFY(panel.saveTo(folder.filePath(QLatin1String(name))).isEmpty());
        panel.hide();
        panel.setTable({});
        QVERIFY(chart->summary().contains(QStringLiteral("2 layer"))); // a hidden view costs nothing
    }

    void theTableOfRatesHasTheNumbersOfTheChart()
    {
        LayerRateTable model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QCOMPARE(model.rowCount(), 0);
        auto table = twoRates();
        table.layers[1].sessionMean = std::nullopt;
        table.layers[1].fed = {{.name = "x", .source = "y", .shape = {}, .path = data::SynapsePath::Event, .inputRate = 0.1, .ms = 0.25},
                               {.name = "z", .source = "y", .shape = {}, .path = data::SynapsePath::Event, .inputRate = 0.1, .ms = 0.5}};
        table.unfed = {{.name = "p", .source = {}, .shape = {}, .path = data::SynapsePath::Dense, .inputRate = 1, .ms = 2}};
        model.setTable(table);
        QCOMPARE(toCsv(model, LayerRateTable::SortRole, {}),
                 QByteArray("Layer,Neurons,Rate,Session mean,Largest,ms\npicture,,,,,2\n"
                            "patch_embed.block1_lif,1000,0.05,0.06,0.05,\nblock.0.attn.q_lif,1000,0.15,,0.15,0.75\n"));
        table.sessionPictures = 1;
        model.setTable(table);
        QVERIFY(!model.data(model.index(1, LayerRateTable::SessionMean), LayerRateTable::SortRole).isValid());
    }

    void viewsAndPanelsFollowLanguageAndPalette()
    {
        RateHistogram histogram;
        histogram.setFigures({.layer = QStringLiteral("a"), .statistics = {.steps = 1, .neurons = {6, 4}}});
        RateHistogramPanel histogramPanel;
        RatePanel ratePanel;
        histogram.resize(400, 300);
        showIn(Theme::Light, histogram);
        QVERIFY(histogram.grab().toImage().pixelColor(2, 150).lightness() > 200);
        showIn(Theme::Dark, histogram);
        QVERIFY(histogram.grab().toImage().pixelColor(2, 150).lightness() < 80);
        applyTheme(Theme::Light);
        MarkingTranslator translator;
        QVERIFY(QCoreApplication::installTranslator(&translator));
        QTRY_VERIFY(histogram.accessibleName().startsWith(QLatin1Char('#')) && histogram.summary().startsWith(QLatin1Char('#')));
        for (const auto* panel : QList<Panel*>{&histogramPanel, &ratePanel})
            QTRY_VERIFY2(panel->title().startsWith(QLatin1Char('#')) && panel->whatsThis().startsWith(QLatin1Char('#')),
                         panel->metaObject()->className());
        QCoreApplication::removeTranslator(&translator);
        QTRY_COMPARE(ratePanel.title(), QStringLiteral("Firing rate"));
    }
};

QTEST_MAIN(RateViewsTest)
#include "rate_views_test.moc"
