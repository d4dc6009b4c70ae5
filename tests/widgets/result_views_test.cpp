// What a training run has achieved: before and after, label by label, confusions.

#include "tests/training_logs.h"
#include "tests/widgets/heat_maps.h"
#include "tests/widgets/shots.h"
#include "widgets/train/class_bars.h"
#include "widgets/train/class_table.h"
#include "widgets/train/class_table_panel.h"
#include "widgets/train/confusion_list.h"
#include "widgets/train/confusion_panel.h"
#include "widgets/train/confusion_table.h"
#include "widgets/train/result_card.h"
#include "widgets/train/result_table.h"
#include "widgets/train/run_result_panel.h"
#include "widgets/train/sample_grid.h"

#include <QAbstractItemModelTester>
#include <QComboBox>
#include <QPushButton>
#include <QSignalSpy>
#include <QToolButton>
#include <QtTest>

using namespace spikeclip;
using namespace spikeclip::widgets;

namespace {

std::shared_ptr<const data::RunSummary> summaryOf(int labels, int pictures)
{
    return std::make_shared<data::RunSummary>(test::runSummary(labels, pictures));
}

std::shared_ptr<const data::RunSummary> withoutBefore()
{
    auto summary = test::runSummary(5, 12);
    for (auto& sample : summary.samples)
        sample.before = -1;
    summary.top1BeforePerStep.clear();
    summary.initialModel.clear();
    return std::make_shared<data::RunSummary>(summary);
}

data::ImagePtr picture(int i)
{
    auto image = std::make_shared<data::Image>();
    image->width = 40 + 8 * (i % 3);
    image->height = 40;
    image->pixels.resize(static_cast<std::size_t>(image->width) * 40 * 3);
    for (std::size_t p = 0; p < image->pixels.size(); ++p)
        image->pixels[p] = static_cast<std::uint8_t>((p % 3 == static_cast<std::size_t>(i) % 3 ? 190 : 90) + p / 97 % 40);
    return image;
}

QPushButton* button(const QWidget& panel, const QString& text)
{
    for (auto* candidate : panel.findChildren<QPushButton*>())
        if (candidate->text().remove(QLatin1Char('&')).startsWith(text))
            return candidate;
    return nullptr;
}

}

class ResultViewsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { applyTheme(Theme::Light); }

    void withoutARunTheySayWhenThereIsSomething()
    {
        RunResultPanel result;
        ConfusionPanel confusion;
        ClassTablePanel classes;
        for (ViewPanel* panel : {static_cast<ViewPanel*>(&result), static_cast<ViewPanel*>(&confusion), static_cast<ViewPanel*>(&classes)}) {
            panel->QWidget::show();
            QVERIFY2(panel->notice().startsWith(QStringLiteral("When a run has ended")), qPrintable(panel->notice()));
        }
        const auto empty = std::make_shared<data::RunSummary>();
        result.setSummary(empty);
        QVERIFY(result.notice().startsWith(QStringLiteral("No picture was set aside")));
        confusion.setSummary(empty);
        QVERIFY(confusion.notice().startsWith(QStringLiteral("No picture was set aside")));
        classes.setSummary(empty);
        QVERIFY(!classes.notice().isEmpty());
    }

    void theHeadlineSaysBeforeAndAfter()
    {
        const auto summary = summaryOf(10, 20);
        RunResultPanel panel;
        panel.show();
        panel.setSummary(summary);
        const auto text = [](double share) { return QStringLiteral("%1\u00a0%").arg(100 * share, 0, 'f', 1); };
        QCOMPARE(panel.headline(), text(summary->top1BeforePerStep.back()) + QStringLiteral(" \u2192 ") + text(summary->top1AfterPerStep.back()));
        QVERIFY2(panel.verdict().contains(QStringLiteral("more than chance")), qPrintable(panel.verdict()));
        auto* card = panel.findChild<ResultCard*>();
        QVERIFY(card->summary().contains(QStringLiteral("of 200 validation picture(s)")));
        QVERIFY(card->summary().contains(QStringLiteral("95 % interval")));
        QVERIFY(card->summary().contains(QStringLiteral("16 % less")));
        QSignalSpy chosen(card, &ResultCard::stepsChosen);
        QTest::keyClick(card, Qt::Key_Home);
        QCOMPARE(chosen.size(), 1);
        QCOMPARE(card->steps(), 1);
        QVERIFY(card->summary().contains(QStringLiteral("after T = 1")));
        QTest::keyClick(card, Qt::Key_End);
        QCOMPARE(card->steps(), 4);
    }

    void aSmallDifferenceMayBeChance()
    {
        auto summary = test::runSummary(2, 5);
        for (auto& sample : summary.samples)
            sample.before = sample.after = sample.label;
        summary.samples[0].before = 1;
        RunResultPanel panel;
        panel.show();
        panel.setSummary(std::make_shared<data::RunSummary>(summary));
        QVERIFY(panel.verdict().contains(QStringLiteral("may be chance")));
        for (auto& sample : summary.samples)
            sample.after = 1 - sample.label;
        panel.setSummary(std::make_shared<data::RunSummary>(summary));
        QVERIFY(panel.verdict().contains(QStringLiteral("has become worse")));
        panel.setSummary(withoutBefore());
        QVERIFY(panel.verdict().contains(QStringLiteral("nothing to compare")));
        QVERIFY(!panel.headline().contains(QStringLiteral("\u2192")));
    }

    void theButtonsFollowWhatIsPossible()
    {
        RunResultPanel panel;
        panel.show();
        panel.setSummary(summaryOf(3, 10));
        auto* adopt = button(panel, QStringLiteral("Adopt"));
        auto* undo = button(panel, QStringLiteral("Undo"));
        auto* save = button(panel, QStringLiteral("Save As"));
        QVERIFY(adopt->isEnabled() && !undo->isEnabled() && save->isEnabled());
        QSignalSpy adopted(&panel, &RunResultPanel::adoptAsked);
        QSignalSpy undone(&panel, &RunResultPanel::undoAsked);
        QSignalSpy saved(&panel, &RunResultPanel::saveAsked);
        adopt->click();
        QCOMPARE(adopted.size(), 1);
        panel.setAdopted(true);
        QVERIFY(!adopt->isEnabled() && undo->isEnabled());
        undo->click();
        save->click();
        QCOMPARE(undone.size(), 1);
        QCOMPARE(saved.size(), 1);
        panel.setAdopted(false);
        panel.setEnabledReasons({.adopt = QStringLiteral("Another run is learning."), .undo = {}, .save = {}});
        QVERIFY(!adopt->isEnabled());
        QCOMPARE(adopt->toolTip(), QStringLiteral("Another run is learning."));
    }

    void aCellOpensItsPictures()
    {
        const auto summary = summaryOf(6, 30);
        ConfusionPanel panel;
        panel.setSummary(summary);
        test::show(panel, QSize(1000, 560));
        QSignalSpy chosen(&panel, &ConfusionPanel::cellChosen);
        QSignalSpy wanted(&panel, &ConfusionPanel::thumbnailsWanted);
        QSignalSpy activated(&panel, &ConfusionPanel::pictureActivated);
        auto* map = panel.findChild<HeatMap*>();
        QVERIFY(test::click(*map, {.row = 2, .column = 2}));
        QCOMPARE(chosen.size(), 1);
        QCOMPARE(chosen[0][0].value<data::Moment>(), data::Moment::After);
        QCOMPARE(chosen[0][1].toInt(), 2);
        auto* grid = panel.findChild<SampleGrid*>();
        const auto expected = data::samplesOf(*summary, data::Moment::After, 2, 2);
        QCOMPARE(grid->count(), static_cast<int>(expected.size()));
        QTRY_VERIFY(!wanted.isEmpty());
        const auto samples = wanted[0][0].toStringList();
        QVERIFY(samples.contains(QString::fromStdString(expected[0].sample)));
        panel.setThumbnail(samples[0], picture(1));
        panel.setThumbnail(samples[1], nullptr); // cannot be read
        QVERIFY(!panel.grab().isNull());
        Q_EMIT grid->activated(grid->model()->index(0, 0));
        QCOMPARE(activated[0][0].toString(), QString::fromStdString(expected[0].sample));
        panel.chooseCell(-1, -1);
        QVERIFY(panel.findChild<ConfusionList*>()->isVisible());
        QCOMPARE(chosen.size(), 1); // what the program chooses is not announced
        panel.chooseCell(99, 0);
        QVERIFY(panel.findChild<ConfusionList*>()->isVisible());
    }

    void theLargestConfusionsCanBeChosen()
    {
        ConfusionPanel panel;
        panel.setSummary(summaryOf(6, 30));
        test::show(panel, QSize(1000, 560));
        QSignalSpy chosen(&panel, &ConfusionPanel::cellChosen);
        auto* list = panel.findChild<ConfusionList*>();
        list->setFocus();
        QTest::keyClick(list, Qt::Key_Home);
        QCOMPARE(chosen.size(), 1);
        const auto largest = data::largestConfusions(data::confusion(*summaryOf(6, 30), data::Moment::After), 1).front();
        QCOMPARE(chosen[0][1].toInt(), largest.label);
        QCOMPARE(chosen[0][2].toInt(), largest.takenFor);
    }

    void beforeIsOfferedOnlyWhereItWasJudged()
    {
        ConfusionPanel panel;
        panel.QWidget::show();
        panel.setSummary(summaryOf(4, 10));
        panel.show(ConfusionPanel::Show::Change);
        QVERIFY(panel.findChild<HeatMap*>()->table().isSigned);
        panel.setSummary(withoutBefore());
        QCOMPARE(panel.shown(), ConfusionPanel::Show::After);
        auto* box = panel.findChild<QComboBox*>();
        QVERIFY(!(box->model()->flags(box->model()->index(0, 0)) & Qt::ItemIsEnabled));
        QVERIFY(panel.notice().isEmpty());
    }

    void theTablesHaveEveryNumber()
    {
        const auto summary = summaryOf(5, 20);
        const auto before = data::confusion(*summary, data::Moment::Before);
        const auto after = data::confusion(*summary, data::Moment::After);
        ConfusionTable cells;
        const QAbstractItemModelTester cellTester(&cells);
        cells.setMatrices(before, after);
        qint64 pictures = 0;
        for (int row = 0; row < cells.rowCount(); ++row)
            pictures += cells.index(row, ConfusionTable::After).data(RowTable::SortRole).toLongLong();
        QCOMPARE(pictures, 100);
        ClassTable classes;
        const QAbstractItemModelTester classTester(&classes);
        QStringList labels;
        for (const auto& label : summary->labels)
            labels << QString::fromStdString(label);
        classes.setResults(data::classResults(*summary), labels);
        QCOMPARE(classes.rowCount(), 5);
        QCOMPARE(classes.index(3, ClassTable::RecallAfter).data(RowTable::SortRole).toDouble(), *after.recall(3));
        QCOMPARE(classes.index(3, ClassTable::Precision).data(RowTable::SortRole).toDouble(), *after.precision(3));
        ResultTable result;
        const QAbstractItemModelTester resultTester(&result);
        result.setSummary(summary);
        QCOMPARE(result.rowCount(), 6);
        QCOMPARE(result.index(3, ResultTable::After).data(RowTable::SortRole).toDouble(), summary->top1AfterPerStep[3]);
        QVERIFY(result.index(3, ResultTable::AfterFrom).data(RowTable::SortRole).toDouble() < summary->top1AfterPerStep[3]);
        QVERIFY(result.index(5, ResultTable::Change).data().toString().startsWith(QStringLiteral("\u2212")));
        result.setSummary(nullptr);
        QCOMPARE(result.rowCount(), 0);
    }

    void labelsAreSortedAsAsked()
    {
        ClassTablePanel panel;
        panel.resize(600, 400);
        panel.QWidget::show();
        panel.setSummary(summaryOf(10, 12));
        auto* bars = panel.findChild<ClassBars*>();
        QSignalSpy chosen(&panel, &ClassTablePanel::labelChosen);
        panel.sortBy(ClassTablePanel::Order::WorstFirst);
        bars->setFocus();
        QTest::keyClick(bars, Qt::Key_Home);
        const auto results = data::classResults(*summaryOf(10, 12));
        const auto worst = std::ranges::min_element(results, {}, [](const data::ClassResult& result) { return *result.recallAfter; });
        QCOMPARE(chosen[0][0].toInt(), worst->label);
        QVERIFY(bars->summary().contains(QString::fromStdString(summaryOf(10, 12)->labels[static_cast<std::size_t>(worst->label)])));
        panel.chooseLabel(3);
        QCOMPARE(chosen.size(), 1);
    }

    void nothingOneAndManyCanBePaintedAtAnySize()
    {
        RunResultPanel result;
        ConfusionPanel confusion;
        ClassTablePanel classes;
        for (const auto& summary :
             {std::shared_ptr<const data::RunSummary>(), summaryOf(1, 1), withoutBefore(), summaryOf(10, 30), summaryOf(200, 6)}) {
            result.setSummary(summary);
            confusion.setSummary(summary);
            classes.setSummary(summary);
            for (const auto show : {ConfusionPanel::Show::Before, ConfusionPanel::Show::After, ConfusionPanel::Show::Change}) {
                confusion.show(show);
                test::paintEverywhere(confusion);
            }
            test::paintEverywhere(result);
            test::paintEverywhere(classes);
        }
    }

    void filesHoldPictureTableAndModels()
    {
        QTemporaryDir folder;
        RunResultPanel result; // hidden: a file is made all the same
        ConfusionPanel confusion;
        ClassTablePanel classes;
        const auto summary = summaryOf(5, 20);
        result.setSummary(summary);
        confusion.setSummary(summary);
        classes.setSummary(summary);
        for (ViewPanel* panel : {static_cast<ViewPanel*>(&result), static_cast<ViewPanel*>(&confusion), static_cast<ViewPanel*>(&classes)}) {
            panel->resize(700, 420);
            for (const auto* suffix : {"png", "svg", "csv"})
                QCOMPARE(panel->saveTo(folder.filePath(QStringLiteral("x.%1").arg(QLatin1String(suffix)))), QString());
            QVERIFY(!QImage(folder.filePath(QStringLiteral("x.png"))).isNull());
            QFile csv(folder.filePath(QStringLiteral("x.csv")));
            QVERIFY(csv.open(QIODevice::ReadOnly));
            QVERIFY(QString::fromUtf8(csv.readAll()).contains(QStringLiteral("cd34")));
        }
    }

    void thePanelsFollowLanguage()
    {
        RunResultPanel result;
        ConfusionPanel confusion;
        ClassTablePanel classes;
        result.setSummary(summaryOf(5, 20));
        confusion.setSummary(summaryOf(5, 20));
        classes.setSummary(summaryOf(5, 20));
        const QList<ViewPanel*> panels{&result, &confusion, &classes};
        for (auto* panel : panels)
            panel->QWidget::show();
        test::MarkingTranslator translator;
        QVERIFY(QCoreApplication::installTranslator(&translator));
        for (const auto* panel : panels)
            QTRY_VERIFY(panel->title().startsWith(QLatin1Char('#')) && panel->whatsThis().startsWith(QLatin1Char('#')));
        QTRY_VERIFY(result.verdict().startsWith(QLatin1Char('#')));
        QCoreApplication::removeTranslator(&translator);
        QTRY_COMPARE(result.title(), QStringLiteral("Before and after"));
    }

    void forTheEye()
    {
        RunResultPanel result;
        result.show();
        result.setSummary(summaryOf(10, 20));
        test::shoot(result, QStringLiteral("result"), {QSize(360, 520), QSize(760, 380), QSize(1600, 420)});
        result.setAdopted(true);
        result.setSummary(withoutBefore());
        test::shoot(result, QStringLiteral("result-first"), {QSize(360, 480)});
        ClassTablePanel classes;
        classes.QWidget::show();
        classes.setSummary(summaryOf(10, 20));
        test::shoot(classes, QStringLiteral("classes"), {QSize(360, 420), QSize(760, 420), QSize(1600, 420)});
        classes.setSummary(summaryOf(200, 6));
        test::shoot(classes, QStringLiteral("classes-200"), {QSize(760, 420)});
        ConfusionPanel confusion;
        confusion.QWidget::show();
        confusion.setSummary(summaryOf(10, 20));
        test::shoot(confusion, QStringLiteral("confusion"), {QSize(360, 620), QSize(900, 520), QSize(1600, 620)});
        confusion.show(ConfusionPanel::Show::Change);
        test::shoot(confusion, QStringLiteral("confusion-change"), {QSize(900, 520)});
        confusion.show(ConfusionPanel::Show::After);
        connect(&confusion, &ConfusionPanel::thumbnailsWanted, &confusion, [&](const QStringList& samples) {
            for (int i = 0; i < samples.size(); ++i)
                confusion.setThumbnail(samples[i], i % 7 == 3 ? nullptr : picture(i));
        });
        confusion.chooseCell(1, 1);
        QTest::qWait(qEnvironmentVariableIsEmpty("SPIKECLIP_SHOTS") ? 0 : 100);
        test::shoot(confusion, QStringLiteral("confusion-cell"), {QSize(360, 620), QSize(900, 520)});
        confusion.setSummary(summaryOf(200, 20));
        test::shoot(confusion, QStringLiteral("confusion-200"), {QSize(360, 620), QSize(1200, 620)});
    }
};

QTEST_MAIN(ResultViewsTest)
#include "result_views_test.moc"
