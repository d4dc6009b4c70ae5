// The charts of break-even and of energy against accuracy.

#include "core/energy/site_counts.h"
#include "tests/labelled_pictures.h"
#include "tests/widgets/painting.h"
#include "widgets/break_even_panel.h"
#include "widgets/break_even_table.h"
#include "widgets/energy_line.h"
#include "widgets/plot/painted_strip.h"
#include "widgets/plot/trade_off_plottable.h"
#include "widgets/trade_off_panel.h"
#include "widgets/trade_off_table.h"

#include <QAbstractItemModelTester>
#include <QImage>
#include <QSignalSpy>
#include <QSlider>
#include <QTemporaryDir>
#include <QtTest>

#include <algorithm>
#include <numeric>

using namespace spikeclip;
using namespace spikeclip::widgets;
using test::MarkingTranslator;
using test::paintEverywhere;

namespace {

/// A stem and blocks of two layers each, at rates that grow from layer to layer.
energy::Counts counts(int blocks = 2, int steps = 4, double rate = 0.03)
{
    energy::Counts counts;
    const auto add = [&](const std::string& neurons, const std::string& synapses) {
        rate *= 1.2;
        const auto spikes = static_cast<std::int64_t>(rate * 1000);
        counts.neurons.push_back(
            {.name = neurons, .neurons = 1000, .spikesPerStep = std::vector<std::int64_t>(static_cast<std::size_t>(steps), spikes), .spikes = {}});
        counts.image.push_back({.name = synapses,
                                .dense = 100'000,
                                .effective = std::vector<std::int64_t>(static_cast<std::size_t>(steps), spikes * 100),
                                .source = neurons,
                                .inputs = 1000,
                                .outputs = 1000,
                                .weights = 10'000});
    };
    add("patch_embed.block1_lif", "patch_embed.block2_conv");
    for (int block = 0; block < blocks; ++block) {
        const auto path = "block." + std::to_string(block) + ".";
        add(path + "attn.q_lif", path + "attn.q_conv");
        add(path + "mlp.mlp1_lif", path + "mlp.mlp1_conv");
    }
    counts.twin = counts.image;
    for (auto& layer : counts.twin) {
        layer.kind = data::OperationKind::Mac;
        layer.everyStep = false;
        layer.effective = {layer.dense};
    }
    return counts;
}

BreakEvenView viewOf(const energy::Counts& of, int step, const energy::Rules& rules = {})
{
    BreakEvenView view{.step = step,
                       .lines = energy::breakEven(of, step, rules, BreakEvenChart::mostSteps),
                       .dots = {},
                       .mean = data::meanFiringRate(of.neurons, step),
                       .hasTwin = !of.twin.empty()};
    for (const auto& layer : of.neurons)
        view.dots.push_back({.layer = QString::fromStdString(layer.name), .rate = layer.firingRate(step), .feeds = {}});
    return view;
}

TradeOffView tradeOff(const data::LabelledSet& set, double threshold = 0.8)
{
    const energy::TradeOff trade(set, {}, energy::Charge::Compute);
    return {
        .overSteps = trade.overSteps(), .twin = trade.twin(), .path = {trade.earlyExit(0.3), trade.earlyExit(1)}, .exit = trade.earlyExit(threshold)};
}

int inked(const QImage& image, const QColor& colour, const QRect& area)
{
    int count = 0;
    for (int y = area.top(); y <= area.bottom(); ++y)
        for (int x = area.left(); x <= area.right(); ++x)
            count += image.rect().contains(x, y) && test::isLike(image.pixel(x, y), colour);
    return count;
}

}

class EnergyChartsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale::c()); }

    void itIsSaidInWordsWhenTheComputeLineProvesNothing()
    {
        BreakEvenChart chart;
        chart.setView(viewOf(counts(), 4));
        QVERIFY2(chart.caption().contains(
                     QStringLiteral("At T = 4 the compute-only line lies above 1 (at 128 %): with these constants the SNN cannot lose.")),
                 qPrintable(chart.caption()));
        auto view = viewOf(counts(2, 8), 8);
        chart.setView(view);
        QVERIFY2(chart.caption().contains(QStringLiteral("At T = 8, compute only, the SNN wins below 63.9 %: here it does.")),
                 qPrintable(chart.caption()));
        const auto above = std::ranges::count_if(view.dots, [&](const auto& dot) { return dot.rate >= view.lines[7].memory.value(); });
        QVERIFY(chart.caption().contains(QStringLiteral("%1 of 5 layer(s) lie above the line with memory.").arg(above)));
        view.mean = 0.7;
        chart.setView(view);
        QVERIFY(chart.caption().contains(QStringLiteral("Mean rate of this picture: 70.0 %.")));
        QVERIFY(chart.caption().contains(QStringLiteral("At T = 8, compute only, the SNN wins below 63.9 %: here it does not.")));
    }

    void itIsSaidWhenTheSpikingNetworkLoses()
    {
        energy::Rules rules;
        rules.weightReads = energy::WeightReads::OncePerStep; // weights are read T times, by the twin once
        BreakEvenChart chart;
        const auto view = viewOf(counts(), 4, rules);
        QVERIFY(view.lines[3].memory.value() < 0);
        chart.setView(view);
        QVERIFY(chart.caption().contains(QStringLiteral("With memory traffic it loses at any rate.")));
        auto alone = counts();
        alone.twin.clear();
        chart.setView(viewOf(alone, 4));
        QVERIFY(chart.caption().contains(QStringLiteral("no ANN twin")));
        chart.setView(viewOf(counts(2, 4, 0), 4));
        QVERIFY(chart.caption().contains(QStringLiteral("Without spikes")));
        QVERIFY(chart.caption().contains(QStringLiteral("5 silent layer(s) at the lower edge")));
    }

    void everyLayerHasADotAtItsRateAndColour()
    {
        BreakEvenChart chart;
        test::showIn(Theme::Light, chart);
        chart.resize(700, 500);
        const auto view = viewOf(counts(2), 4);
        chart.setView(view);
        for (const bool logarithmic : {true, false}) {
            chart.setLogarithmic(logarithmic);
            QCoreApplication::processEvents(); // the plot is drawn again when the event loop runs
            const auto image = chart.grab().toImage();
            for (int i = 0; i < 5; ++i) {
                const auto at = chart.dotAt(i);
                QCOMPARE(at.y(), chart.pixelOf(4, view.dots[static_cast<std::size_t>(i)].rate).y());
                QVERIFY(std::abs(at.x() - chart.pixelOf(4, 1).x()) < 20);
                const QColor colours[] = {QColor(0x00, 0x72, 0xb2), QColor(0xd5, 0x5e, 0x00), QColor(0x00, 0x8a, 0x64)};
                if (logarithmic) // on linear axes dots cover one another
                    QVERIFY2(inked(image, colours[(i + 1) / 2], QRect(at.toPoint() - QPoint(4, 4), QSize(9, 9))) > 8, qPrintable(QString::number(i)));
            }
        }
    }

    void theLinesAreWhereTheNumbersSay()
    {
        BreakEvenChart chart;
        test::showIn(Theme::Light, chart);
        chart.resize(700, 500);
        auto view = viewOf(counts(2), 4);
        view.dots.clear();
        chart.setView(view);
        for (const bool logarithmic : {true, false}) {
            chart.setLogarithmic(logarithmic);
            QCoreApplication::processEvents(); // the plot is drawn again when the event loop runs
            const auto image = chart.grab().toImage();
            const auto grey = chartColours(chart.palette()).quiet;
            int seen = 0;
            for (const int t : {2, 8, 16, 31}) {
                const auto& line = view.lines[static_cast<std::size_t>(t - 1)];
                const auto at = chart.pixelOf(t, std::min(1.0, line.compute)).toPoint();
                if (std::min(1.0, line.compute) < 1.15 * std::min(1.0, *line.memory))
                    continue; // that one lies on top
                ++seen;
                QVERIFY2(inked(image, grey, QRect(at - QPoint(3, 3), QSize(7, 7))) > 3,
                         qPrintable(QStringLiteral("T = %1, %2").arg(t).arg(logarithmic)));
            }
            QVERIFY(seen >= 2);
            for (const int t : {2, 8, 16}) {
                const auto at = chart.pixelOf(t, std::min(1.0, *view.lines[static_cast<std::size_t>(t - 1)].memory)).toPoint();
                QVERIFY(inked(image, chart.palette().color(QPalette::Text), QRect(at - QPoint(3, 3), QSize(7, 7))) > 3);
            }
        }
    }

    void keysAndClicksChooseLayersAndTellTheOthers()
    {
        BreakEvenPanel panel;
        panel.setCounts(counts());
        panel.resize(640, 480);
        panel.show();
        auto* chart = panel.findChild<BreakEvenChart*>();
        QSignalSpy chosen(&panel, &BreakEvenPanel::layerChosen);
        QTest::keyClick(chart, Qt::Key_Home);
        QCOMPARE(chosen.takeLast().front().toString(), QStringLiteral("patch_embed.block1_lif"));
        QTest::keyClick(chart, Qt::Key_Right);
        QCOMPARE(chosen.takeLast().front().toString(), QStringLiteral("block.0.attn.q_lif"));
        QTest::keyClick(chart, Qt::Key_Up); // the next rate
        QCOMPARE(chosen.takeLast().front().toString(), QStringLiteral("block.0.mlp.mlp1_lif"));
        QTest::keyClick(chart, Qt::Key_End);
        QCOMPARE(chosen.takeLast().front().toString(), QStringLiteral("block.1.mlp.mlp1_lif"));
        QTest::keyClick(chart, Qt::Key_Right);
        QVERIFY(chosen.isEmpty());
        QVERIFY(!chart->grab().isNull());
        const auto at = chart->dotAt(1).toPoint();
        auto* plot = chart->childAt(at);
        QTest::mouseClick(plot, Qt::LeftButton, {}, plot->mapFrom(chart, at));
        QCOMPARE(chosen.takeLast().front().toString(), QStringLiteral("block.0.attn.q_lif"));
        panel.chooseLayer(QStringLiteral("block.1.attn.q_lif"));
        QVERIFY(chosen.isEmpty());
        QCOMPARE(chart->chosenLayer(), QStringLiteral("block.1.attn.q_lif"));
        QVERIFY(chart->accessibleDescription().contains(QStringLiteral("feeds block.1.attn.q_conv")));
        panel.chooseLayer(QStringLiteral("elsewhere"));
        QVERIFY(chart->chosenLayer().isEmpty());
    }

    void theTableOfBreakEvenHasEveryNumber()
    {
        const auto view = viewOf(counts(), 4);
        BreakEvenTable table;
        const QAbstractItemModelTester tester(&table);
        QCOMPARE(table.rowCount(), 0);
        table.setView(view);
        QCOMPARE(table.rowCount(), 32 + 2 + 5 + 1);
        const auto number = [&](int row, int column) { return table.index(row, column).data(BreakEvenTable::SortRole); };
        for (int t = 1; t <= 32; ++t) {
            QCOMPARE(number(t - 1, BreakEvenTable::Steps).toInt(), t);
            QVERIFY(std::abs(number(t - 1, BreakEvenTable::Compute).toDouble() - 4.6 / 0.9 / t) < 1e-12);
            QCOMPARE(number(t - 1, BreakEvenTable::Memory).toDouble(), view.lines[static_cast<std::size_t>(t - 1)].memory.value());
        }
        QCOMPARE(number(32, BreakEvenTable::Rate).toDouble(), 0.057);
        QCOMPARE(number(33, BreakEvenTable::Rate).toDouble(), 0.064);
        QCOMPARE(number(34, BreakEvenTable::Rate).toDouble(), view.dots[0].rate);
        QCOMPARE(number(39, BreakEvenTable::Rate).toDouble(), view.mean);
        QCOMPARE(table.index(3, BreakEvenTable::Compute).data().toString(), QStringLiteral("128 %"));
    }

    void aBreakEvenPanelFollowsStepAndRules()
    {
        BreakEvenPanel panel;
        panel.resize(640, 480);
        panel.show();
        QVERIFY(!panel.notice().isEmpty());
        panel.setCounts(counts(2, 8));
        QVERIFY(panel.notice().isEmpty());
        const auto* chart = panel.findChild<BreakEvenChart*>();
        QVERIFY(chart->caption().contains(QStringLiteral("T = 8")));
        panel.setStep(3);
        QVERIFY(chart->caption().contains(QStringLiteral("T = 3")));
        panel.setStep(99);
        QVERIFY(chart->caption().contains(QStringLiteral("T = 8")));
        energy::Rules rules;
        rules.preset = energy::int8;
        panel.setRules(rules);
        QVERIFY(chart->caption().contains(rateTextOf(0.23 / 0.03 / 8)));
        panel.setCounts({});
        QVERIFY(!panel.notice().isEmpty());
    }

    void everyPictureThatLeavesHasItsPartOfTheBar()
    {
        const auto view = tradeOff(test::labelledSet(500, 4));
        QCOMPARE(std::accumulate(view.exit.leaving.begin(), view.exit.leaving.end(), 0), 500);
        auto state = std::make_shared<TradeOffState>();
        state->view = view;
        const LeavingBar bar(state, nullptr);
        const auto parts = bar.parts(400);
        QCOMPARE(parts.size(), 4);
        for (int i = 0; i < 4; ++i)
            QVERIFY(std::abs(parts[i].width() - 400.0 * view.exit.leaving[static_cast<std::size_t>(i)] / 500) < 1e-9);
        QVERIFY(std::abs(parts.back().right() - 400) < 1e-9);
    }

    void theWordsOfATradeOffAreItsNumbers()
    {
        auto set = test::labelledSet(500, 4);
        set.unlabelled = 3;
        auto view = tradeOff(set);
        view.unlabelled = 3;
        TradeOffChart chart;
        chart.setView(view);
        const auto expected =
            QStringLiteral("At threshold 0.80: %1 % right, %2 estimated, mean T %3; ANN twin: %4 %, %5.")
                .arg(QString::number(100 * view.exit.point.accuracy.share(), 'f', 1), energyText(view.exit.point.energyPj, view.exit.point.energyPj),
                     QString::number(view.exit.meanSteps, 'f', 1), QString::number(100 * view.twin->accuracy.share(), 'f', 1),
                     energyText(view.twin->energyPj, view.twin->energyPj));
        QVERIFY2(chart.caption().startsWith(expected), qPrintable(chart.caption() + QLatin1Char('\n') + expected));
        QVERIFY(chart.caption().contains(QStringLiteral("Of 500 picture(s)")));
        QVERIFY(chart.caption().contains(QStringLiteral("3 other(s) left out")));
        QVERIFY(chart.summary().contains(QStringLiteral("After T = 4:")));
        QVERIFY(!chart.caption().contains(QStringLiteral("loses")));
        view.twin->energyPj = view.exit.point.energyPj;
        view.twin->accuracy = {.right = 500, .of = 500};
        chart.setView(view);
        QVERIFY(chart.caption().contains(QStringLiteral("The SNN loses")));
        for (auto& picture : set.pictures)
            picture.twinRight = -1;
        chart.setView(tradeOff(set));
        QVERIFY(chart.caption().contains(QStringLiteral("not asked about these pictures")));
        set.twin.reset();
        chart.setView(tradeOff(set));
        QVERIFY(chart.caption().contains(QStringLiteral("this model has no ANN twin")));
    }

    void theSliderMovesTheEarlyExit()
    {
        TradeOffPanel panel;
        panel.resize(700, 420);
        panel.show();
        QCOMPARE(panel.notice(), QStringLiteral("Drop a folder whose sub-folders are named like labels."));
        const auto set = test::labelledSet(5000, 4);
        panel.setSet(set);
        QVERIFY(panel.notice().isEmpty());
        const auto* chart = panel.findChild<TradeOffChart*>();
        auto* slider = panel.findChild<QSlider*>();
        for (const int percent : {30, 65, 100}) {
            slider->setValue(percent);
            QCOMPARE(panel.threshold(), percent / 100.0);
            const auto exit = energy::TradeOff(set, {}, energy::Charge::Compute).earlyExit(percent / 100.0);
            QVERIFY(chart->caption().contains(
                QStringLiteral("%1 % right, %2 estimated")
                    .arg(QString::number(100 * exit.point.accuracy.share(), 'f', 1), energyText(exit.point.energyPj, exit.point.energyPj))));
        }
        const auto before = chart->caption();
        panel.setChargesMemory(true);
        const auto exit = energy::TradeOff(set, {}, energy::Charge::WithMemory).earlyExit(1);
        QVERIFY(chart->caption() != before);
        QVERIFY(chart->caption().contains(energyText(exit.point.energyPj, exit.point.energyPj)));
        QVERIFY(!panel.note().contains(QStringLiteral("left the twin out")));
        panel.setTwinLags(true);
        QVERIFY(panel.note().endsWith(QStringLiteral("the last training left the twin out")));
        data::LabelledSet none{.steps = 4};
        none.unlabelled = 7;
        panel.setSet(none);
        QVERIFY(panel.notice().contains(QStringLiteral("Of 7 picture(s)")));
    }

    void aStepIsChosenByKeysAndClicks()
    {
        TradeOffPanel panel;
        panel.resize(700, 420);
        panel.setSet(test::labelledSet(100, 4));
        panel.show();
        auto* chart = panel.findChild<TradeOffChart*>();
        QSignalSpy chosen(&panel, &TradeOffPanel::stepChosen);
        QTest::keyClick(chart, Qt::Key_End);
        QCOMPARE(chosen.takeLast().front().toInt(), 4);
        QTest::keyClick(chart, Qt::Key_Left);
        QCOMPARE(chosen.takeLast().front().toInt(), 3);
        QTest::keyClick(chart, Qt::Key_Home);
        QCOMPARE(chosen.takeLast().front().toInt(), 1);
        QTest::keyClick(chart, Qt::Key_Left);
        QVERIFY(chosen.isEmpty());
        QVERIFY(!chart->grab().isNull());
        const auto point = energy::TradeOff(test::labelledSet(100, 4), {}, energy::Charge::Compute).overSteps()[1];
        const auto at = chart->pixelOf(point.energyPj, point.accuracy.share()).toPoint();
        auto* plot = chart->childAt(at);
        QTest::mouseClick(plot, Qt::LeftButton, {}, plot->mapFrom(chart, at));
        QCOMPARE(chosen.takeLast().front().toInt(), 2);
        panel.setStep(3);
        QVERIFY(chosen.isEmpty());
        panel.setStep(17); // there is no such point
        QVERIFY(!chart->grab().isNull());
    }

    void theTableOfATradeOffHasEveryNumber()
    {
        const auto view = tradeOff(test::labelledSet(321, 4));
        TradeOffTable table;
        const QAbstractItemModelTester tester(&table);
        QCOMPARE(table.rowCount(), 0);
        table.setView(view);
        QCOMPARE(table.rowCount(), 6);
        const auto number = [&](int row, int column) { return table.index(row, column).data(TradeOffTable::SortRole).toDouble(); };
        double leaving = 0;
        for (int row = 0; row < 4; ++row) {
            QCOMPARE(number(row, TradeOffTable::Energy), view.overSteps[static_cast<std::size_t>(row)].energyPj);
            QCOMPARE(number(row, TradeOffTable::Right), view.overSteps[static_cast<std::size_t>(row)].accuracy.share());
            QCOMPARE(number(row, TradeOffTable::Pictures), 321.0);
            leaving += number(row, TradeOffTable::Leaving);
        }
        QVERIFY(std::abs(leaving - 1) < 1e-12);
        QCOMPARE(number(4, TradeOffTable::Steps), view.exit.meanSteps);
        QCOMPARE(number(5, TradeOffTable::Energy), view.twin->energyPj);
    }

    void filesHoldPictureTableAndRules()
    {
        QTemporaryDir folder;
        BreakEvenPanel breakEven; // hidden: a file is made all the same
        breakEven.setCounts(counts());
        TradeOffPanel trade;
        trade.setSet(test::labelledSet(40, 4));
        for (ViewPanel* panel : {static_cast<ViewPanel*>(&breakEven), static_cast<ViewPanel*>(&trade)}) {
            panel->resize(700, 420);
            for (const auto* suffix : {"png", "svg", "csv"})
                QCOMPARE(panel->saveTo(folder.filePath(QStringLiteral("x.%1").arg(QLatin1String(suffix)))), QString());
            QVERIFY(!QImage(folder.filePath(QStringLiteral("x.png"))).isNull());
            QFile csv(folder.filePath(QStringLiteral("x.csv")));
            QVERIFY(csv.open(QIODevice::ReadOnly));
            const auto text = QString::fromUtf8(csv.readAll());
            QVERIFY2(text.contains(QStringLiteral("45 nm FP32: 4.6 pJ/MAC, 0.9 pJ/AC")), qPrintable(text.left(300)));
            QVERIFY(text.count(QStringLiteral("rule")) >= 10);
        }
    }

    void nothingOneAndManyCanBePaintedAtAnySize()
    {
        BreakEvenChart breakEven;
        paintEverywhere(breakEven);
        for (const auto& of : {counts(0), counts(2), counts(12), counts(2, 1), counts(2, 4, 0), energy::Counts()}) {
            breakEven.setView(viewOf(of, 1));
            for (const bool logarithmic : {false, true}) {
                breakEven.setLogarithmic(logarithmic);
                paintEverywhere(breakEven);
            }
        }
        TradeOffChart trade;
        paintEverywhere(trade);
        auto withoutTwin = test::labelledSet(3, 4);
        withoutTwin.twin.reset();
        for (const auto& set : {test::labelledSet(0, 4), test::labelledSet(1, 1), test::labelledSet(5000, 4), test::labelledSet(20, 32), withoutTwin,
                                data::LabelledSet()}) {
            trade.setView(tradeOff(set));
            for (const bool logarithmic : {false, true}) {
                trade.setLogarithmic(logarithmic);
                trade.setStep(2);
                paintEverywhere(trade);
            }
        }
    }

    void wordsThatDoNotFitAreCutAndLegendsWrap()
    {
        ChartWords words(nullptr);
        words.setText(QStringLiteral("one two three four five six seven eight nine ten eleven twelve\nthirteen"));
        QVERIFY(words.heightIn(100, 1000) > words.heightIn(600, 1000));
        QVERIFY(words.heightIn(100, 40) <= 40);
        QCOMPARE(words.tipAt({}), words.text());
        ChartLegend legend(nullptr);
        QCOMPARE(legend.heightIn(100, 100), 0);
        const auto nothing = [](QPainter&, const QRectF&) {};
        legend.setItems({{QStringLiteral("first"), QStringLiteral("1"), 12, nothing},
                         {QStringLiteral("second"), QStringLiteral("2"), 12, nothing},
                         {QStringLiteral("third"), QStringLiteral("3"), 12, nothing}});
        QVERIFY(legend.heightIn(80, 100) > legend.heightIn(800, 100));
        QVERIFY(legend.heightIn(120, 20) < legend.heightIn(120, 100)); // in brief
        QCOMPARE(legend.tipAt({2, 2}), QStringLiteral("first"));
    }

    void thePanelsFollowPaletteAndLanguage()
    {
        BreakEvenPanel breakEven;
        breakEven.setCounts(counts());
        TradeOffPanel trade;
        trade.setSet(test::labelledSet(40, 4));
        for (ViewPanel* panel : {static_cast<ViewPanel*>(&breakEven), static_cast<ViewPanel*>(&trade)}) {
            panel->resize(700, 420);
            panel->show();
        }
        auto* first = breakEven.findChild<BreakEvenChart*>();
        auto* second = trade.findChild<TradeOffChart*>();
        applyTheme(Theme::Dark);
        for (auto* chart : {static_cast<PlotCard*>(first), static_cast<PlotCard*>(second)}) {
            test::showIn(Theme::Dark, *chart);
            QVERIFY(chart->grab().toImage().pixelColor(chart->width() - 6, chart->height() / 2).lightness() < 80);
        }
        applyTheme(Theme::Light);
        MarkingTranslator translator;
        QVERIFY(QCoreApplication::installTranslator(&translator));
        for (const ViewPanel* panel : {static_cast<ViewPanel*>(&breakEven), static_cast<ViewPanel*>(&trade)})
            QTRY_VERIFY(panel->title().startsWith(QLatin1Char('#')) && panel->whatsThis().startsWith(QLatin1Char('#')));
        QTRY_VERIFY(first->accessibleName().startsWith(QLatin1Char('#')) && first->caption().startsWith(QLatin1Char('#')));
        QTRY_VERIFY(second->accessibleName().startsWith(QLatin1Char('#')) && second->caption().startsWith(QLatin1Char('#')));
        QCoreApplication::removeTranslator(&translator);
        QTRY_COMPARE(trade.title(), QStringLiteral("Energy against accuracy"));
    }
};

QTEST_MAIN(EnergyChartsTest)
#include "energy_charts_test.moc"
