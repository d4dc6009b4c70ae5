// The spiking network beside its ANN twin: what is painted, said, tabled and saved.

#include "tests/widgets/painting.h"
#include "widgets/compare_panel.h"
#include "widgets/compare_table.h"
#include "widgets/compare_view.h"

#include <QAbstractItemModelTester>
#include <QCheckBox>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalSpy>
#include <QtTest>

#include <cmath>
#include <limits>
#include <random>

using namespace spikeclip;
using namespace spikeclip::widgets;

namespace {

struct Answers
{
    QStringList labels;
    std::vector<std::vector<double>> snn; ///< [T][label]
    std::vector<double> twin;
};

Answers answers(int labels, int steps = 4, unsigned seed = 3)
{
    std::mt19937 random(seed);
    std::uniform_real_distribution<double> cosines(-0.15, 0.45);
    Answers made;
    for (int i = 0; i < labels; ++i)
        made.labels << QStringLiteral("label %1").arg(i);
    made.snn.resize(static_cast<std::size_t>(steps), std::vector<double>(static_cast<std::size_t>(labels)));
    made.twin.resize(static_cast<std::size_t>(labels));
    for (auto& row : made.snn)
        std::ranges::generate(row, [&] { return cosines(random); });
    std::ranges::generate(made.twin, [&] { return cosines(random); });
    return made;
}

void give(ComparePanel& panel, const Answers& made)
{
    panel.setAnswers(made.labels, made.snn, made.twin, 14);
}

RaceFigures race(double snnMs, double annMs, int threads = 1)
{
    return {.snnMedianMs = snnMs,
            .snnP95Ms = 1.5 * snnMs,
            .annMedianMs = annMs,
            .annP95Ms = 1.5 * annMs,
            .steps = 4,
            .repeats = 20,
            .threads = threads,
            .snnPath = QStringLiteral("on bits"),
            .annPath = QStringLiteral("LibTorch"),
            .snnWeightBytes = 9.44e6,
            .annWeightBytes = 11.8e6,
            .residentBeforeBytes = 61e6,
            .residentAfterBytes = 290e6};
}

/// Pixels of about this colour in a row of labels between two x.
int inked(const QImage& image, const QRect& area, const QColor& colour)
{
    int count = 0;
    for (int y = area.top(); y <= area.bottom(); ++y)
        for (int x = area.left(); x <= area.right(); ++x)
            count += test::isLike(image.pixel(x, y), colour);
    return count;
}

}

class CompareViewsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale::c()); }

    void theHeadlineSaysWhetherBothAgree()
    {
        ComparePanel panel;
        panel.show();
        QVERIFY(panel.headline().isEmpty() && !panel.notice().isEmpty());
        const QStringList labels{QStringLiteral("cat"), QStringLiteral("goldfish")};
        panel.setAnswers(labels, {{0.3, 0.1}, {0.1, 0.3}}, {0.0, 0.2}, 14);
        QCOMPARE(panel.headline(), QStringLiteral("Both say \u201cgoldfish\u201d"));
        QVERIFY(panel.notice().isEmpty());
        panel.setStep(1);
        QCOMPARE(panel.headline(), QStringLiteral("The spiking network says \u201ccat\u201d, its twin \u201cgoldfish\u201d"));
        panel.setStep(99); // the last there is
        QCOMPARE(panel.headline(), QStringLiteral("Both say \u201cgoldfish\u201d"));
        panel.setAnswers({QStringLiteral("only")}, {{-0.1}}, {0.2}, 14);
        QCOMPARE(panel.headline(), QStringLiteral("Both say \u201conly\u201d"));
    }

    void whyNothingIsShownIsSaid()
    {
        ComparePanel panel;
        panel.show();
        give(panel, answers(3));
        QVERIFY(panel.notice().isEmpty());
        panel.setWaiting();
        QVERIFY(panel.notice().contains(QStringLiteral("twin")));
        panel.setFailure(QStringLiteral("No module."));
        QCOMPARE(panel.notice(), QStringLiteral("No module."));
        give(panel, answers(3));
        QVERIFY(panel.notice().isEmpty());
        auto wrong = answers(3);
        wrong.twin.pop_back();
        give(panel, wrong);
        QVERIFY(!panel.notice().isEmpty());
        wrong = answers(3);
        wrong.snn[1].push_back(0);
        give(panel, wrong);
        QVERIFY(!panel.notice().isEmpty());
        give(panel, answers(3, 0));
        QVERIFY(!panel.notice().isEmpty());
        QCOMPARE(panel.findChild<CompareTable*>()->rowCount(), 0);
        QVERIFY(!panel.findChild<QPushButton*>()->isEnabled());
    }

    void theTableHasAllLabelsBestFirst()
    {
        const auto made = answers(37);
        ComparePanel panel;
        auto* table = panel.findChild<CompareTable*>();
        QAbstractItemModelTester tester(table, QAbstractItemModelTester::FailureReportingMode::QtTest);
        give(panel, made);
        QCOMPARE(table->rowCount(), 0); // a hidden panel costs nothing
        panel.show();
        panel.setStep(2);
        QCOMPARE(table->rowCount(), 37);
        QCOMPARE(table->columnCount(), 6);
        double snnSum = 0;
        double twinSum = 0;
        for (std::size_t i = 0; i < 37; ++i) {
            snnSum += std::exp(14 * made.snn[1][i]);
            twinSum += std::exp(14 * made.twin[i]);
        }
        double before = 2;
        for (int row = 0; row < 37; ++row) {
            const auto at = [&](int column) { return table->data(table->index(row, column), CompareTable::SortRole); };
            const auto i = static_cast<std::size_t>(made.labels.indexOf(at(CompareTable::Label).toString()));
            QVERIFY(at(CompareTable::Snn).toDouble() <= before);
            before = at(CompareTable::Snn).toDouble();
            QCOMPARE(at(CompareTable::Snn).toDouble(), made.snn[1][i]);
            QCOMPARE(at(CompareTable::Twin).toDouble(), made.twin[i]);
            QCOMPARE(at(CompareTable::Difference).toDouble(), made.snn[1][i] - made.twin[i]);
            QVERIFY(std::abs(at(CompareTable::SnnSoftmax).toDouble() - std::exp(14 * made.snn[1][i]) / snnSum) < 1e-12);
            QVERIFY(std::abs(at(CompareTable::TwinSoftmax).toDouble() - std::exp(14 * made.twin[i]) / twinSum) < 1e-12);
            const auto shown = table->data(table->index(row, CompareTable::Difference), Qt::DisplayRole).toString();
            const double difference = made.snn[1][i] - made.twin[i];
            if (std::abs(difference) >= 0.0005)
                QVERIFY(shown.startsWith(difference > 0 ? QLatin1Char('+') : QChar(0x2212)));
        }
        panel.setThird(QStringLiteral("Other model"), made.snn[0]);
        QCOMPARE(table->columnCount(), 7);
        QCOMPARE(table->headerData(6, Qt::Horizontal, Qt::DisplayRole).toString(), QStringLiteral("Other model"));
        for (int row = 0; row < 37; ++row) {
            const auto i = static_cast<std::size_t>(made.labels.indexOf(table->data(table->index(row, 0), CompareTable::SortRole).toString()));
            QCOMPARE(table->data(table->index(row, CompareTable::Third), CompareTable::SortRole).toDouble(), made.snn[0][i]);
        }
        panel.setThird(QStringLiteral("Another size"), {0.1});
        QCOMPARE(table->columnCount(), 6);
    }

    void theFirstTenAreShownAndSaidToBe()
    {
        ComparePanel panel;
        panel.resize(600, 500);
        panel.show();
        auto* view = panel.findChild<CompareView*>();
        give(panel, answers(65));
        QCOMPARE(view->shownLabels(), 10);
        QVERIFY(view->shownText().startsWith(QStringLiteral("10 of 65 ")));
        panel.setShowAll(true);
        QCOMPARE(view->shownLabels(), 65);
        QVERIFY(view->shownText().startsWith(QStringLiteral("65 ")));
        give(panel, answers(4));
        QCOMPARE(view->shownLabels(), 4);
        panel.setShowAll(false);
        QCOMPARE(view->shownLabels(), 4);
        QVERIFY(!panel.findChildren<QCheckBox*>().front()->isEnabled());
        give(panel, answers(20'000, 2)); // far too many
        QCOMPARE(view->shownLabels(), 10);
        panel.setShowAll(true);
        QVERIFY(!panel.grab().isNull());
    }

    void barsGrowFromZeroInTheColoursOfTheirNetworks()
    {
        for (const auto theme : {Theme::Light, Theme::Dark}) {
            CompareView view;
            test::showIn(theme, view);
            view.resize(600, 300);
            view.show();
            const std::vector<double> snn{0.4, 0.0};
            const std::vector<double> twin{0.2, -0.2};
            ComparedAnswers given{.labels = {QStringLiteral("a"), QStringLiteral("b")},
                                  .comparison = data::compare(snn, twin, 14),
                                  .range = {},
                                  .third = {},
                                  .scale = 14,
                                  .step = 1,
                                  .steps = 1};
            given.range.include(snn);
            given.range.include(twin);
            view.setAnswers(given);
            const auto image = view.grab().toImage();
            const auto colours = chartColours(view.palette());
            // Widest run of each colour anywhere right of the names and left of the numbers: bars of 0.4, 0.2 and, to the left, 0.2.
            const auto longest = [&](const QColor& colour) {
                int best = 0;
                for (int y = 0; y < image.height(); ++y) {
                    int run = 0;
                    for (int x = 0; x < image.width(); ++x) {
                        run = test::isLike(image.pixel(x, y), colour) ? run + 1 : 0;
                        best = std::max(best, run);
                    }
                }
                return best;
            };
            const int blue = longest(colours.accent);
            const int orange = longest(colours.second);
            QVERIFY2(std::abs(blue - 2 * orange) <= 6, qPrintable(QStringLiteral("%1 %2").arg(blue).arg(orange)));
            QVERIFY(blue > 150);
            QVERIFY(inked(image, image.rect(), colours.event) == 0); // there is no third model
        }
        applyTheme(Theme::Light);
    }

    void whoIsFasterIsSaidHonestly()
    {
        QVERIFY(latencyFigure(race(2.1, 2.8), false).note.startsWith(QStringLiteral("The spiking network is faster here. Medians of 20 ")));
        QVERIFY(latencyFigure(race(2.8, 2.1), false).note.startsWith(QStringLiteral("The ANN twin is faster here.")));
        QVERIFY(latencyFigure(race(2.1, 2.15), false).note.startsWith(QStringLiteral("Neither is clearly faster here.")));
        QCOMPARE(latencyFigure(race(2.1, 2.8), false).verdict, QStringLiteral("25 % less"));
        QCOMPARE(latencyFigure(race(2.8, 2.0), false).verdict, QStringLiteral("40 % more"));
        QCOMPARE(latencyFigure(race(2.1, 2.15), false).verdict, QStringLiteral("about equal"));
        const auto sentence = latencyFigure(race(2.1, 2.8, 2), false).sentence;
        for (const char* part : {"2.10 ms (on bits)", "2.80 ms (LibTorch)", "batch 1", "T = 4", "3.15 ms", "4.20 ms"})
            QVERIFY2(sentence.contains(QLatin1String(part)), part);
        QVERIFY(latencyFigure({}, false).snn.isEmpty() && !latencyFigure({}, false).note.isEmpty());
        QVERIFY(latencyFigure({}, true).note != latencyFigure({}, false).note);
        QVERIFY(!latencyFigure(race(1, 1, 0), false).note.contains(QStringLiteral("thread"))); // not on the CPU
    }

    void whatBothCostIsNamedWithItsConditions()
    {
        const auto weights = weightsFigure(race(1, 1));
        QCOMPARE(weights.snn, QStringLiteral("9.44 MB"));
        QCOMPARE(weights.twin, QStringLiteral("11.8 MB"));
        QCOMPARE(weights.verdict, QStringLiteral("20 % less"));
        QVERIFY(weights.note.contains(QStringLiteral("61.0 MB")) && weights.note.contains(QStringLiteral("290 MB")));
        auto unknown = race(1, 1);
        unknown.residentBeforeBytes = unknown.residentAfterBytes = 0;
        QVERIFY(!weightsFigure(unknown).note.contains(QStringLiteral("Memory")));

        const auto energy =
            energyFigure({.snnPj = 18.6e6, .annPj = 104e6, .preset = QStringLiteral("45 nm"), .rules = {QStringLiteral("A rule.")}}, 4);
        QVERIFY(energy.snn.startsWith(QStringLiteral("18.6")) && energy.twin.startsWith(QStringLiteral("104")));
        QCOMPARE(energy.verdict, QStringLiteral("82 % less"));
        QVERIFY(energy.note.startsWith(QStringLiteral("Estimated")) && energy.note.contains(QStringLiteral("45 nm")));
        QVERIFY(energy.sentence.contains(QStringLiteral("A rule.")));
        const auto loses = energyFigure({.snnPj = 200e6, .annPj = 100e6, .preset = QStringLiteral("45 nm"), .rules = {}}, 4);
        QCOMPARE(loses.verdict, QStringLiteral("100 % more"));
        QVERIFY(agreementFigure(41, 65).note.contains(QStringLiteral("41 of 65 ")));
        QVERIFY(relationText(0, 1, 0.05).isEmpty());
    }

    void aTwinThatWasLeftOutOfTrainingIsNoFairMatch()
    {
        ComparePanel panel;
        give(panel, answers(3));
        auto* view = panel.findChild<CompareView*>();
        QVERIFY(!view->summary().contains(QStringLiteral("last training")));
        panel.setTwinLags(true);
        panel.show(); // what is hidden is not made
        QVERIFY(view->summary().contains(QStringLiteral("left the ANN twin as it was")));
        panel.setTwinLags(false);
        QVERIFY(!view->summary().contains(QStringLiteral("last training")));
    }

    void figuresStandUnderTheLabelsOrAfterThem()
    {
        ComparePanel panel;
        panel.show();
        auto* view = panel.findChild<CompareView*>();
        give(panel, answers(30));
        panel.setRace(race(2.1, 2.8));
        panel.setEnergy(18.6e6, 104e6, QStringLiteral("45 nm"));
        panel.setAgreement(41, 65);
        for (const char* part : {"Latency", "Weights", "Estimated energy", "41 of 65"})
            QVERIFY2(view->summary().contains(QLatin1String(part)), part);
        panel.resize(700, 700);
        view->setFocus();
        QTest::keyClick(view, Qt::Key_End);
        QCOMPARE(view->chosenLabel(), 9); // the figures have a place of their own
        panel.resize(360, 260);
        QTest::keyClick(view, Qt::Key_End);
        QCOMPARE(view->chosenLabel(), 13);
        QVERIFY(view->summary().contains(QStringLiteral("41 of 65")));
        QVERIFY(view->verticalScrollBar()->value() > 0);
        panel.setAgreement(0, 0);
        panel.setEnergy(0, 104e6, {});
        QVERIFY(!view->summary().contains(QStringLiteral("nergy")) && !view->summary().contains(QStringLiteral("Gallery")));
        QVERIFY(view->chosenLabel() < 12);
        panel.forget();
        QVERIFY(!view->summary().contains(QStringLiteral("2.10")));
    }

    void keysChooseALabelAndAStep()
    {
        ComparePanel panel;
        panel.resize(600, 600);
        panel.show();
        auto* view = panel.findChild<CompareView*>();
        QSignalSpy steps(&panel, &ComparePanel::stepChosen);
        QTest::keyClick(view, Qt::Key_Left); // there is nothing yet
        give(panel, answers(5, 3));
        QTest::keyClick(view, Qt::Key_Right); // at the last already
        QCOMPARE(steps.size(), 0);
        QTest::keyClick(view, Qt::Key_Left);
        QCOMPARE(steps.takeFirst().first().toInt(), 2);
        QTest::keyClick(view, Qt::Key_Left);
        QTest::keyClick(view, Qt::Key_Left);
        QCOMPARE(steps.size(), 1);
        QCOMPARE(steps.takeFirst().first().toInt(), 1);
        QTest::keyClick(view, Qt::Key_Down);
        QCOMPARE(view->chosenLabel(), 0);
        QVERIFY(view->accessibleDescription().contains(view->rowText(0)));
        QTest::keyClick(view, Qt::Key_End);
        QCOMPARE(view->chosenLabel(), 4);
        QSignalSpy measure(&panel, &ComparePanel::measureRequested);
        auto* button = panel.findChild<QPushButton*>();
        QTest::mouseClick(button, Qt::LeftButton);
        QCOMPARE(measure.size(), 1);
        panel.setMeasuring(true);
        QVERIFY(!button->isEnabled());
        panel.setMeasuring(false);
        QVERIFY(button->isEnabled());
    }

    void theViewIsSavedAsPictureDrawingAndTable()
    {
        ComparePanel panel;
        panel.resize(600, 500);
        give(panel, answers(12));
        panel.setRace(race(2.1, 2.8));
        panel.setEnergy(18.6e6, 104e6, QStringLiteral("45 nm"));
        QTemporaryDir folder;
        for (const char* suffix : {"png", "svg", "csv"})
            QVERIFY(panel.saveTo(folder.filePath(QStringLiteral("a.") + QLatin1String(suffix))).isEmpty());
        QVERIFY(!QImage(folder.filePath(QStringLiteral("a.png"))).isNull());
        const auto read = [&](const char* name) {
            QFile file(folder.filePath(QLatin1String(name)));
            return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
        };
        QVERIFY(read("a.svg").contains("<svg "));
        const auto csv = read("a.csv");
        QVERIFY(csv.contains("# energy: estimated, 45 nm"));
        QVERIFY(csv.contains("# latency: medians of 20 passes"));
        QVERIFY(csv.contains("Label,SNN cosine,Twin cosine,Difference,SNN softmax,Twin softmax"));
        QCOMPARE(csv.count("\nlabel "), qsizetype(12));
    }

    void anySizeThemeAndLanguageWillDo()
    {
        ComparePanel panel;
        auto made = answers(12);
        made.twin[3] = std::numeric_limits<double>::quiet_NaN();
        give(panel, made);
        panel.setRace(race(2.1, 2.8));
        panel.setEnergy(18.6e6, 104e6, QStringLiteral("45 nm"));
        panel.setAgreement(41, 65);
        panel.setShowSoftmax(true);
        panel.show();
        test::paintEverywhere(panel);
        panel.setThird(QStringLiteral("Other model"), made.snn[0]);
        test::paintEverywhere(panel);
        for (const double same : {0.0, -0.1}) { // no extent above 0, and none at all
            panel.setAnswers({QStringLiteral("a"), QStringLiteral("b")}, {{same, same}}, {same, same}, 14);
            test::paintEverywhere(panel);
        }
        auto* view = panel.findChild<CompareView*>();
        test::MarkingTranslator marking;
        QVERIFY(QCoreApplication::installTranslator(&marking));
        QEvent change(QEvent::LanguageChange);
        QCoreApplication::sendEvent(&panel, &change);
        QVERIFY(panel.title().startsWith(QLatin1Char('#')));
        QVERIFY(view->headline().startsWith(QLatin1Char('#')));
        QVERIFY(view->summary().startsWith(QLatin1Char('#')));
        QVERIFY(panel.findChild<CompareTable*>()->headerData(0, Qt::Horizontal, Qt::DisplayRole).toString().startsWith(QLatin1Char('#')));
        for (const auto* box : panel.findChildren<QCheckBox*>())
            QVERIFY(box->text().startsWith(QLatin1Char('#')));
        QVERIFY(panel.findChild<QPushButton*>()->text().startsWith(QLatin1Char('#')));
        QCoreApplication::removeTranslator(&marking);
        QCoreApplication::sendEvent(&panel, &change);
    }
};

QTEST_MAIN(CompareViewsTest)
#include "compare_views_test.moc"
