// The curves of training runs.

#include "tests/training_logs.h"
#include "tests/widgets/shots.h"
#include "widgets/train/curves_chart.h"
#include "widgets/train/training_curves_panel.h"
#include "widgets/train/training_text.h"

#include <QAbstractItemModelTester>
#include <QComboBox>
#include <QSignalSpy>
#include <QTableView>
#include <QtTest>

using namespace spikeclip;
using namespace spikeclip::widgets;

namespace {

std::vector<TrainingRun> runs(int count, int points)
{
    std::vector<TrainingRun> list;
    for (int i = 0; i < count; ++i)
        list.push_back({.name = QStringLiteral("Run %1").arg(i + 1), .log = test::trainingLog(points, static_cast<unsigned>(i + 1))});
    return list;
}

constexpr std::array allQuantities = {data::CurveQuantity::Loss,         data::CurveQuantity::Accuracy,   data::CurveQuantity::LearningRate,
                                      data::CurveQuantity::Speed,        data::CurveQuantity::FiringRate, data::CurveQuantity::Energy,
                                      data::CurveQuantity::GradientAngle};

}

class CurvesViewsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { applyTheme(Theme::Light); }

    void withoutRunsItSaysHowToGetSome()
    {
        TrainingCurvesPanel panel;
        panel.show();
        QVERIFY(panel.notice().contains(QStringLiteral("Start a training run")));
        panel.setRuns({{.name = QStringLiteral("new"), .log = std::make_shared<data::TrainingLog>()}});
        QVERIFY(panel.notice().contains(QStringLiteral("No values of this kind yet")));
        panel.setQuantity(data::CurveQuantity::GradientAngle);
        QVERIFY(panel.notice().contains(QStringLiteral("two losses")));
        panel.setRuns(runs(1, 50));
        QVERIFY(panel.notice().isEmpty());
    }

    void theWordsTellTheNewestValuesAndThoseAtTheCursor()
    {
        TrainingCurvesPanel panel;
        panel.resize(800, 420);
        panel.show();
        const auto shown = runs(1, 100);
        panel.setRuns(shown);
        panel.setSmoothing(0);
        auto* chart = panel.findChild<CurvesChart*>();
        QVERIFY2(chart->caption().startsWith(QStringLiteral("At batch 1,000: loss ")), qPrintable(chart->caption()));
        QVERIFY(chart->caption().contains(seriesValueText(data::CurveSeries::Loss, shown[0].log->points.back().loss)));
        chart->setFocus();
        QTest::keyClick(chart, Qt::Key_Home);
        QCOMPARE(*chart->cursor(), 5.0);
        QTest::keyClick(chart, Qt::Key_Right);
        QCOMPARE(*chart->cursor(), 10.0);
        QVERIFY(chart->caption().startsWith(QStringLiteral("At batch 10: loss ")));
        QTest::keyClick(chart, Qt::Key_Escape);
        QVERIFY(!chart->cursor());
        QVERIFY(chart->summary().contains(QStringLiteral("cross-entropy")));
        panel.setSmoothing(10);
        QVERIFY(chart->caption().contains(QStringLiteral("smoothed")));
        panel.setAxis(data::CurveAxis::Epochs);
        QVERIFY2(chart->caption().startsWith(QStringLiteral("At epoch 20")), qPrintable(chart->caption()));
    }

    void severalRunsLieOverOneAnother()
    {
        TrainingCurvesPanel panel;
        panel.resize(800, 420);
        panel.show();
        panel.setRuns(runs(11, 30));
        auto* chart = panel.findChild<CurvesChart*>();
        QCOMPARE(chart->view().runs.size(), std::size_t(8));
        QCOMPARE(chart->view().leftOut, 3);
        QVERIFY(chart->caption().contains(QStringLiteral("3 further run(s) are not drawn")));
        QCOMPARE(chart->caption().count(QLatin1Char('\n')), 8);
    }

    void theTableHasEveryNumberAndGrows()
    {
        CurvesTable table;
        const QAbstractItemModelTester tester(&table);
        auto shown = runs(2, 40);
        table.setRuns(shown, data::CurveQuantity::Loss);
        QCOMPARE(table.rowCount(), 160);
        QCOMPARE(table.index(80, CurvesTable::Run).data().toString(), QStringLiteral("Run 2"));
        QCOMPARE(table.index(41, CurvesTable::Batch).data(RowTable::SortRole).toDouble(), 210.0);
        QCOMPARE(table.index(3, CurvesTable::FirstSeries).data(RowTable::SortRole).toDouble(), shown[0].log->points[3].loss);
        QVERIFY(!table.index(3, CurvesTable::FirstSeries + 1).data(RowTable::SortRole).isValid()); // no cross-entropy in that stage
        QSignalSpy inserted(&table, &QAbstractItemModel::rowsInserted);
        QSignalSpy reset(&table, &QAbstractItemModel::modelReset);
        auto longer = std::make_shared<data::TrainingLog>(*shown[0].log);
        longer->points.push_back(longer->points.back());
        shown[0].log = longer;
        table.setRuns(shown, data::CurveQuantity::Loss);
        QCOMPARE(table.rowCount(), 161);
        QCOMPARE(inserted.size(), 1);
        QCOMPARE(inserted[0][1].toInt(), 80);
        QVERIFY(reset.isEmpty());
        table.setRuns(shown, data::CurveQuantity::Accuracy);
        QCOMPARE(reset.size(), 1);
        QCOMPARE(table.rowCount(), 161 + 2 * static_cast<int>(shown[1].log->validations.size()));
        table.setRuns({}, data::CurveQuantity::Energy);
        QCOMPARE(table.rowCount(), 0);
        QCOMPARE(table.columnCount(), CurvesTable::FirstSeries + 2);
    }

    void everyQuantityCanBePaintedAtAnySize()
    {
        TrainingCurvesPanel panel;
        panel.show();
        for (const auto& shown : {runs(0, 0), runs(1, 1), runs(1, 60), runs(3, 20)}) {
            panel.setRuns(shown);
            for (const auto quantity : allQuantities) {
                panel.setQuantity(quantity);
                for (const bool logarithmic : {false, true}) {
                    panel.setLogarithmic(logarithmic);
                    QVERIFY(!panel.grab().isNull());
                }
            }
            test::paintEverywhere(panel);
        }
    }

    void aMillionPointsArePaintedAtOnce()
    {
        auto log = std::make_shared<data::TrainingLog>();
        log->points.resize(1'000'000);
        for (std::size_t i = 0; i < log->points.size(); ++i) {
            auto& point = log->points[i];
            point.step = static_cast<std::int64_t>(i) + 1;
            point.steps = 1'000'000;
            point.loss = 2 + std::sin(static_cast<double>(i) / 1e5) + static_cast<double>(i * 7919 % 1000) / 1000;
        }
        TrainingCurvesPanel panel;
        panel.resize(1000, 420);
        panel.show();
        QElapsedTimer timer;
        timer.start();
        panel.setRuns({{.name = QStringLiteral("long"), .log = log}});
        QVERIFY(!panel.grab().isNull());
        const auto first = timer.restart();
        QVERIFY(!panel.grab().isNull());
        panel.findChild<CurvesChart*>()->showAll();
        QVERIFY(!panel.grab().isNull());
        const auto again = timer.elapsed() / 2;
        qInfo("first %lld ms, again %lld ms", static_cast<long long>(first), static_cast<long long>(again));
        QVERIFY(again < 1000); // some 20 ms; sanitizers and a busy computer take longer
        test::shoot(panel, QStringLiteral("curves-million"), {QSize(1000, 420)});
    }

    void theWheelZoomsAndADoubleClickShowsAll()
    {
        TrainingCurvesPanel panel;
        panel.resize(800, 420);
        panel.show();
        panel.setRuns(runs(1, 100));
        auto* chart = panel.findChild<CurvesChart*>();
        QVERIFY(!panel.grab().isNull());
        const double before = chart->pixelOf(1000, 1).x();
        for (int i = 0; i < 3; ++i)
            QTest::keyClick(chart, Qt::Key_Plus);
        QVERIFY(chart->pixelOf(1000, 1).x() > before + 50);
        const double zoomed = chart->pixelOf(1000, 1).x();
        panel.setRuns(runs(1, 100)); // a new state of the same: what is in sight stays
        QCOMPARE(chart->pixelOf(1000, 1).x(), zoomed);
        chart->showAll();
        QCOMPARE(chart->pixelOf(1000, 1).x(), before);
    }

    void filesHoldPictureAndTable()
    {
        QTemporaryDir folder;
        TrainingCurvesPanel panel; // hidden: a file is made all the same
        panel.setRuns(runs(2, 40));
        panel.resize(700, 420);
        for (const auto* suffix : {"png", "svg", "csv"})
            QCOMPARE(panel.saveTo(folder.filePath(QStringLiteral("x.%1").arg(QLatin1String(suffix)))), QString());
        QVERIFY(!QImage(folder.filePath(QStringLiteral("x.png"))).isNull());
        QFile csv(folder.filePath(QStringLiteral("x.csv")));
        QVERIFY(csv.open(QIODevice::ReadOnly));
        const auto text = QString::fromUtf8(csv.readAll());
        QVERIFY2(text.contains(QStringLiteral("quantity")) && text.contains(QStringLiteral("Run 2")), qPrintable(text.left(300)));
    }

    void thePanelFollowsLanguage()
    {
        TrainingCurvesPanel panel;
        panel.setRuns(runs(1, 40));
        panel.resize(700, 420);
        panel.show();
        test::MarkingTranslator translator;
        QVERIFY(QCoreApplication::installTranslator(&translator));
        QTRY_VERIFY(panel.title().startsWith(QLatin1Char('#')) && panel.whatsThis().startsWith(QLatin1Char('#')));
        QTRY_VERIFY(panel.findChild<CurvesChart*>()->caption().startsWith(QLatin1Char('#')));
        for (const auto* box : panel.findChildren<QComboBox*>())
            for (int i = 0; i < box->count(); ++i)
                QVERIFY(box->itemText(i).startsWith(QLatin1Char('#')));
        QCoreApplication::removeTranslator(&translator);
        QTRY_COMPARE(panel.title(), QStringLiteral("Training curves"));
    }

    void durationsAreRoundedAsOneWouldSayThem()
    {
        QCOMPARE(durationText(12.4), QStringLiteral("12 s"));
        QCOMPARE(durationText(200), QStringLiteral("3 min 20 s"));
        QCOMPARE(durationText(3000), QStringLiteral("50 min"));
        QCOMPARE(durationText(2 * 3600 + 5 * 60), QStringLiteral("2 h 05 min"));
        QCOMPARE(durationText(-1), QStringLiteral("\u2013"));
        QVERIFY(durationText(1e300).contains(QStringLiteral("days")));
    }

    void forTheEye()
    {
        TrainingCurvesPanel panel;
        panel.show();
        panel.setRuns(runs(1, 200));
        test::shoot(panel, QStringLiteral("curves-loss"));
        panel.setQuantity(data::CurveQuantity::Accuracy);
        test::shoot(panel, QStringLiteral("curves-accuracy"), {QSize(760, 420)});
        panel.setQuantity(data::CurveQuantity::Energy);
        test::shoot(panel, QStringLiteral("curves-energy"), {QSize(760, 420)});
        panel.setQuantity(data::CurveQuantity::GradientAngle);
        test::shoot(panel, QStringLiteral("curves-angle"), {QSize(360, 420)});
        panel.setQuantity(data::CurveQuantity::LearningRate);
        panel.setLogarithmic(true);
        test::shoot(panel, QStringLiteral("curves-rate"), {QSize(360, 300)});
        panel.setQuantity(data::CurveQuantity::Loss);
        panel.setRuns(runs(3, 200));
        test::shoot(panel, QStringLiteral("curves-three"));
    }
};

QTEST_MAIN(CurvesViewsTest)
#include "curves_views_test.moc"
