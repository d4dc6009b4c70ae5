// The views that show time: firing rates beside the time of the synapses, and rate against time on this computer.

#include "tests/widgets/painting.h"
#include "widgets/layer_text.h"
#include "widgets/paint.h"
#include "widgets/rate_chart.h"
#include "widgets/speed_chart.h"
#include "widgets/speed_panel.h"
#include "widgets/speed_table.h"

#include <QAbstractItemModelTester>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTableView>
#include <QToolButton>
#include <QtTest>

#include <algorithm>

#include <limits>

using namespace spikeclip;
using namespace spikeclip::widgets;
using data::SynapsePath;
using test::MarkingTranslator;
using test::paintEverywhere;
using test::showIn;

namespace {

data::LayerTime timeOf(const std::string& name, const std::string& source, const std::string& shape, SynapsePath path, double rate, double ms)
{
    return {.name = name, .source = source, .shape = shape, .path = path, .inputRate = rate, .ms = ms};
}

/// Two shapes: skipping pays below 20 % for "a" and always for "b".
data::MachineSpeed twoShapes()
{
    return {.machine = "a processor",
            .threads = 2,
            .layers = {{.shape = "a", .denseMs = 2, .event = {{0.1, 1}, {0.2, 2}, {0.5, 5}}, .breakEven = 0.2},
                       {.shape = "b", .denseMs = 1, .event = {{0.1, 0.1}, {0.5, 0.5}}, .breakEven = 1}}};
}

std::vector<data::LayerTime> threeTimes()
{
    return {timeOf("second", "x", "a", SynapsePath::Dense, 0.3, 2.1), timeOf("first", "x", "b", SynapsePath::Event, 0.1, 0.12),
            timeOf("picture", "", "", SynapsePath::Dense, 1, 0.4)};
}

RateTable timedTable()
{
    RateTable table{.layers = {}, .unfed = {threeTimes()[2]}, .meanRate = 0.2, .absence = {}};
    const auto times = threeTimes();
    table.layers << LayerRate{.name = QStringLiteral("patch_embed.block1_lif"), .rate = 0.3, .largest = 0.3, .neurons = 100, .fed = {times[0], times[1]}}
                 << LayerRate{.name = QStringLiteral("block.0.attn.k_lif"), .rate = 0.1, .largest = 0.1, .neurons = 10, .fed = {}};
    return table;
}

}

class SpeedViewsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale::c()); }

    void timesHaveThreeDigitsAtMostAndSmallOnesAreMicroseconds()
    {
        QCOMPARE(timeText(0.0994), QStringLiteral("99 \u00b5s"));
        QCOMPARE(timeText(0.1), QStringLiteral("0.10 ms"));
        QCOMPARE(timeText(12.34), QStringLiteral("12.3 ms"));
        QCOMPARE(timeText(1234), QStringLiteral("1234 ms"));
        QCOMPARE(timeText(0), QStringLiteral("0 \u00b5s"));
        QCOMPARE(timeText(std::numeric_limits<double>::quiet_NaN()), QStringLiteral("\u2013"));
    }

    void theRatesSayWhatTheSynapsesTookOnlyIfSomebodyTimedThem()
    {
        RateChart chart;
        chart.setTable(timedTable());
        QVERIFY(chart.summary().contains(QStringLiteral("All synapses took 2.62 ms")));
        QVERIFY(chart.summary().contains(QStringLiteral("patch_embed.block1_lif, the slowest, 2.22 ms")));
        QVERIFY(chart.summary().contains(QStringLiteral("Event-driven layers of synapses: 1; dense: 1"))); // the picture's had no choice
        QCOMPARE(chart.accessibleDescription(), chart.summary());
        paintEverywhere(chart);
        chart.resize(400, 300);
        const auto timed = chart.grab().toImage();

        auto untimed = timedTable();
        untimed.unfed.clear();
        for (auto& layer : untimed.layers)
            layer.fed.clear();
        chart.setTable(untimed);
        QVERIFY(!chart.summary().contains(QStringLiteral("took")));
        paintEverywhere(chart);
        chart.resize(400, 300);
        QVERIFY(chart.grab().toImage() != timed);
    }

    void fiveHundredTimedLayersAreScrolledAndPainted()
    {
        auto table = timedTable();
        for (int i = 0; i < 500; ++i) {
            auto layer = table.layers.front();
            layer.name = QStringLiteral("block.%1.attn.a_layer_of_a_rather_long_name_lif").arg(i / 7);
            table.layers << layer;
        }
        RateChart chart;
        chart.setTable(table);
        paintEverywhere(chart);
        chart.verticalScrollBar()->setValue(chart.verticalScrollBar()->maximum());
        QVERIFY(!chart.grab().isNull());
        QVERIFY(chart.summary().size() < 2000);
    }

    void layersOfMeasuredShapesAreDotsOrderedByTheirRate()
    {
        SpeedChart chart;
        chart.setTimes(threeTimes());
        QCOMPARE(chart.dotCount(), 0);
        chart.setSpeed(twoShapes());
        QCOMPARE(chart.dotCount(), 2); // the picture's layer has no shape
        QCOMPARE(chart.dotText(0), QStringLiteral("first (event-driven)\nrate 10.0 %, 0.12 ms = 0.12 \u00d7 dense; skipping always pays"));
        QCOMPARE(chart.dotText(1), QStringLiteral("second (dense)\nrate 30.0 %, 2.10 ms = 1.05 \u00d7 dense; break-even 20.0 %"));
        QVERIFY(chart.summary().contains(QStringLiteral("a processor")));
        QVERIFY(chart.summary().contains(QStringLiteral("Break-even at a rate of 20.0 %"))); // the other shape has none
        QVERIFY(chart.summary().contains(QStringLiteral("1 event-driven, 1 dense")));
        paintEverywhere(chart);
    }

    void aDotAtTheUpperEdgeCoversNeitherLegendNorTitle()
    {
        const auto head = [](double rate) {
            SpeedChart chart;
            chart.resize(340, 200);
            chart.setSpeed(twoShapes());
            chart.setTimes({timeOf("slow", "x", "a", SynapsePath::Dense, rate, 100)}); // far above what the axis shows
            const auto shown = chart.grab().toImage();
            return shown.copy(0, 0, shown.width(), static_cast<int>(2 * QFontMetricsF(scaled(chart.font(), 0.9)).height()) + 6);
        };
        QCOMPARE(head(0.05), head(0.45));
    }

    void keysMoveFromDotToDotAndAScreenReaderHearsTheLayer()
    {
        SpeedChart chart;
        chart.setSpeed(twoShapes());
        chart.setTimes(threeTimes());
        QTest::keyClick(&chart, Qt::Key_Right);
        QCOMPARE(chart.currentDot(), 0);
        QCOMPARE(chart.accessibleDescription(), chart.dotText(0));
        QTest::keyClick(&chart, Qt::Key_End);
        QCOMPARE(chart.currentDot(), 1);
        paintEverywhere(chart);

        auto next = threeTimes();
        next[0].inputRate = 0.05; // another picture: the layer stays chosen, wherever its dot went
        chart.setTimes(next);
        QCOMPARE(chart.currentDot(), 0);
        QVERIFY(chart.accessibleDescription().startsWith(QStringLiteral("second")));
        QTest::keyClick(&chart, Qt::Key_Escape);
        QCOMPARE(chart.currentDot(), -1);
        QCOMPARE(chart.accessibleDescription(), chart.summary());
        chart.setTimes({});
        QTest::keyClick(&chart, Qt::Key_Right);
        QCOMPARE(chart.currentDot(), -1);
    }

    void thePointerNamesTheDotUnderIt()
    {
        SpeedChart chart;
        chart.resize(400, 300);
        chart.setSpeed(twoShapes());
        chart.setTimes({threeTimes()[0]});
        chart.show();
        chart.setFocusPolicy(Qt::NoFocus); // with the focus it keeps the dot the keyboard chose
        bool named = false;
        for (int y = 0; y < chart.height() && !named; y += 6)
            for (int x = 0; x < chart.width() && !named; x += 6) {
                QTest::mouseMove(&chart, QPoint(x, y));
                named = chart.currentDot() == 0;
            }
        QVERIFY(named);
        QTest::mouseMove(&chart, QPoint(chart.width() - 1, chart.height() - 1));
        QCOMPARE(chart.currentDot(), -1);
    }

    void figuresThatAreHugeBrokenOrManyArePainted()
    {
        auto speed = twoShapes();
        speed.layers.push_back({.shape = "no time", .denseMs = 0, .event = {{0.1, 1}}, .breakEven = 0});
        speed.layers.push_back({.shape = "no points", .denseMs = 1, .event = {}, .breakEven = 0});
        for (int i = 0; i < 500; ++i)
            speed.layers.push_back({.shape = "shape " + std::to_string(i), .denseMs = 1, .event = {{0, 0}, {1, 1e6}}, .breakEven = 1e-6 * i});
        auto times = threeTimes();
        times.push_back(timeOf("no time", "x", "no time", SynapsePath::Event, 0.1, 1));
        times.push_back(timeOf("nan", "x", "a", SynapsePath::Event, 0.1, std::numeric_limits<double>::quiet_NaN()));
        for (int i = 0; i < 500; ++i)
            times.push_back(timeOf("layer " + std::to_string(i), "x", "shape " + std::to_string(i), SynapsePath::Event, 0.002 * i, 1e9));
        SpeedChart chart;
        chart.setSpeed(speed);
        chart.setTimes(times);
        QCOMPARE(chart.dotCount(), 502);
        paintEverywhere(chart);
        SpeedTable table;
        const QAbstractItemModelTester tester(&table);
        table.setSpeed(speed);
        table.setTimes(times);
        QVERIFY(table.rowCount() > 1500);
        chart.setSpeed({});
        QCOMPARE(chart.dotCount(), 0);
        paintEverywhere(chart);
    }

    void theTableHasWhatTheChartDrawsAndItsNumbersSort()
    {
        SpeedTable table;
        const QAbstractItemModelTester tester(&table);
        table.setSpeed(twoShapes());
        table.setTimes(threeTimes());
        QCOMPARE(table.rowCount(), 3 + (1 + 3 + 1) + (1 + 2)); // layers; dense, points and break-even of each shape
        const auto text = [&](int row, int column) { return table.index(row, column).data().toString(); };
        QCOMPARE(text(0, SpeedTable::What), QStringLiteral("second"));
        QCOMPARE(text(0, SpeedTable::Path), QStringLiteral("dense"));
        QCOMPARE(text(0, SpeedTable::Share), QStringLiteral("1.05"));
        QCOMPARE(text(2, SpeedTable::Path), QString());
        QCOMPARE(text(2, SpeedTable::Rate), QString()); // the picture has no spikes
        QCOMPARE(text(2, SpeedTable::Share), QString());
        QCOMPARE(text(3, SpeedTable::Rate), QString()); // dense takes the same at any rate
        QCOMPARE(text(7, SpeedTable::What), QStringLiteral("break-even"));
        QCOMPARE(text(7, SpeedTable::Rate), QStringLiteral("20.0 %"));
        QCOMPARE(table.index(0, SpeedTable::Time).data(SpeedTable::SortRole).toDouble(), 2.1);
    }

    void thePanelAsksToMeasureThenToMeasureAgainAndCanStop()
    {
        SpeedPanel panel;
        panel.show();
        auto* middle = panel.findChild<QPushButton*>();
        auto* header = panel.findChildren<QToolButton*>().last();
        QSignalSpy asked(&panel, &SpeedPanel::measureRequested);
        QSignalSpy stopped(&panel, &SpeedPanel::cancelRequested);
        QCOMPARE(panel.notice(), QStringLiteral("Not measured yet"));
        QVERIFY(middle->isVisible() && !header->isVisible());
        middle->click();
        QCOMPARE(asked.takeFirst()[0].toBool(), false);
        panel.setMeasuring(0.4);
        QVERIFY(panel.notice().contains(QStringLiteral("40 %")));
        middle->click();
        QCOMPARE(stopped.size(), 1);
        panel.setMeasuring({});

        panel.setSpeed(twoShapes());
        QVERIFY(panel.notice().isEmpty());
        QVERIFY(!middle->isVisible() && header->isVisible());
        header->click();
        QCOMPARE(asked.takeFirst()[0].toBool(), true);
        panel.setMeasuring(0.5);
        QVERIFY(panel.notice().isEmpty()); // the earlier chart stays
        header->click();
        QCOMPARE(stopped.size(), 2);
        panel.setMeasuring({});
        paintEverywhere(panel);

        panel.setSpeed({});
        QVERIFY(panel.notice().contains(QStringLiteral("one way only")));
        QVERIFY(!middle->isVisible() && !header->isVisible());
        panel.forget();
        QCOMPARE(panel.notice(), QStringLiteral("Not measured yet"));
        paintEverywhere(panel);
    }

    void thePanelShowsTheSameFiguresAsATable()
    {
        SpeedPanel panel;
        panel.setSpeed(twoShapes());
        panel.setTimes(threeTimes());
        panel.resize(400, 300);
        panel.show();
        auto* table = panel.findChild<QTableView*>();
        QVERIFY(!table->isVisible());
        const auto buttons = panel.findChildren<QToolButton*>();
        (*std::ranges::find_if(buttons, &QToolButton::isCheckable))->click();
        QVERIFY(table->isVisible());
        QCOMPARE(table->model()->index(0, 0).data().toString(), QStringLiteral("second"));
        table->sortByColumn(SpeedTable::Time, Qt::AscendingOrder);
        QCOMPARE(table->model()->index(0, SpeedTable::Time).data().toString(), QStringLiteral("0.10 ms"));
        paintEverywhere(panel);
    }

    void colourAndLanguageFollowTheApplication()
    {
        SpeedPanel panel;
        auto* chart = panel.findChild<SpeedChart*>();
        panel.setSpeed(twoShapes());
        panel.resize(300, 300);
        showIn(Theme::Dark, panel);
        QVERIFY(panel.grab().toImage().pixelColor(5, 150).lightness() < 80);
        showIn(Theme::Light, panel);
        QVERIFY(panel.grab().toImage().pixelColor(5, 150).lightness() > 200);
        MarkingTranslator translator;
        QVERIFY(QCoreApplication::installTranslator(&translator));
        QTRY_VERIFY(chart->accessibleName().startsWith(QLatin1Char('#')));
        const auto* model = panel.findChild<SpeedTable*>();
        QTRY_VERIFY(model->headerData(0, Qt::Horizontal, Qt::DisplayRole).toString().startsWith(QLatin1Char('#')));
        for (const auto* button : panel.findChildren<QToolButton*>())
            QVERIFY(button->toolTip().startsWith(QLatin1Char('#')));
        QCoreApplication::removeTranslator(&translator);
        QTRY_COMPARE(chart->accessibleName(), QStringLiteral("Rate against time on this computer"));
    }
};

QTEST_MAIN(SpeedViewsTest)
#include "speed_views_test.moc"
