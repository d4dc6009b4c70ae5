#include "tests/widgets/painting.h"
#include "widgets/answer_panel.h"
#include "widgets/answer_table.h"
#include "widgets/bar_list.h"
#include "widgets/convert.h"
#include "widgets/dialogs/templates_dialog.h"
#include "widgets/energy_line.h"
#include "widgets/label_editor.h"
#include "widgets/message_bar.h"
#include "widgets/picture_view.h"
#include "widgets/rate_chart.h"
#include "widgets/sample_strip.h"
#include "widgets/score_bars.h"
#include "widgets/step_scrubber.h"
#include "widgets/theme.h"

#include <QAbstractItemModelTester>
#include <QAccessible>
#include <QDialogButtonBox>
#include <QDoubleSpinBox>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalSpy>
#include <QToolButton>
#include <QtTest>

#include <limits>

using namespace spikeclip;
using namespace spikeclip::widgets;
using test::MarkingTranslator;
using test::paintEverywhere;
using test::showIn;

namespace {

constexpr double notANumber = std::numeric_limits<double>::quiet_NaN();

ScoreTable tableOf(const QList<QPair<QString, double>>& scores)
{
    ScoreTable table{.rows = {}, .highest = 0.5, .scale = 14, .modelScale = 14};
    for (const auto& [label, cosine] : scores)
        table.rows << ScoreRow{.label = label, .unknownWords = {}, .cosine = cosine, .probability = 0.1, .tied = false};
    return table;
}

QList<LayerRate> layersNamed(const QStringList& names, double rate)
{
    QList<LayerRate> layers;
    for (const auto& name : names)
        layers << LayerRate{.name = name, .rate = rate, .largest = rate, .neurons = 10, .fed = {}};
    return layers;
}

RateTable ratesOf(const QList<LayerRate>& layers, double mean) { return {.layers = layers, .unfed = {}, .meanRate = mean, .absence = {}}; }

QImage flatImage(int width, int height, const QColor& colour = Qt::red)
{
    QImage image(width, height, QImage::Format_RGB32);
    image.fill(colour);
    return image;
}

}

class WidgetsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale::c()); }

    void everyViewPaintsAndDescribesItselfWithoutData()
    {
        ScoreBars bars;
        StepScrubber scrubber;
        RateChart rates;
        PictureView picture;
        EnergyLine energy;
        SampleStrip strip;
        LabelEditor labels;
        MessageBar message;
        for (QWidget* widget : QList<QWidget*>{&bars, &scrubber, &rates, &picture, &energy, &strip, &labels, &message})
            paintEverywhere(*widget);
        for (const auto* widget : QList<QWidget*>{&bars, &scrubber, &rates, &picture, &energy, &strip})
            QVERIFY2(!widget->accessibleName().isEmpty() && !widget->accessibleDescription().isEmpty(), widget->metaObject()->className());
        QVERIFY(bars.headline().isEmpty());
        QCOMPARE(scrubber.steps(), 1);
        bars.setTable({});
        rates.setTable({.layers = {}, .unfed = {}, .meanRate = 0, .absence = QStringLiteral("The twin has none.")});
        QCOMPARE(rates.summary(), QStringLiteral("The twin has none."));
        energy.setFigures({});
        scrubber.setWinners({});
        strip.setNames({});
        labels.setNotes({}, 0);
        picture.setPicture({}, {});
    }

    void aPaintedViewAnswersAScreenReader()
    {
        EnergyLine energy;
        energy.setFigures({.snnPj = 1e6, .annPj = 2e6, .mostPj = 2e6, .step = 2, .preset = {}, .rules = {}});
        auto* accessible = QAccessible::queryAccessibleInterface(&energy);
        QVERIFY(accessible);
        QCOMPARE(accessible->text(QAccessible::Name), QStringLiteral("Estimated energy"));
        QCOMPARE(accessible->text(QAccessible::Description), energy.summary());
    }

    void theWinnerIsTheHeadlineAndEveryBarHasItsNumbers()
    {
        ScoreBars bars;
        bars.setTable(tableOf({{QStringLiteral("cat"), 0.3124}, {QStringLiteral("dog"), 0.2}}));
        QCOMPARE(bars.headline(), QStringLiteral("cat"));
        QVERIFY(bars.summary().contains(QStringLiteral("cat: cosine 0.312, softmax 10.0 %")));
        QVERIFY(bars.summary().contains(QStringLiteral("scale 14")));
        paintEverywhere(bars);
    }

    void aTieIsShownAsOne()
    {
        auto table = tableOf({{QStringLiteral("cat"), 0.3}, {QStringLiteral("dog"), 0.3}, {QStringLiteral("owl"), 0.1}});
        table.rows[0].tied = table.rows[1].tied = true;
        ScoreBars bars;
        bars.setTable(table);
        QCOMPARE(bars.headline(), QStringLiteral("cat = dog"));
    }

    void fiveBarsAreShownUntilAllAreAskedFor()
    {
        QList<QPair<QString, double>> scores;
        for (int i = 0; i < 24; ++i)
            scores << qMakePair(QStringLiteral("label %1").arg(i), 0.5 - 0.01 * i);
        ScoreBars bars;
        bars.setTable(tableOf(scores));
        const auto* list = bars.findChild<BarList*>();
        QCOMPARE(list->shownRows(), 5);
        QSignalSpy toggled(&bars, &ScoreBars::showAllToggled);
        bars.setShowAll(true);
        QCOMPARE(list->shownRows(), 24);
        QCOMPARE(toggled.size(), 1);
    }

    void aHundredThousandLabelsAndValuesThatAreNoNumbersArePainted()
    {
        QList<QPair<QString, double>> scores;
        for (int i = 0; i < 100'000; ++i)
            scores << qMakePair(QStringLiteral("a rather long label of many words, number %1").arg(i), 0.5 - 1e-5 * i);
        scores << qMakePair(QString(), notANumber);
        ScoreBars bars;
        bars.setTable(tableOf(scores));
        bars.setShowAll(true);
        paintEverywhere(bars);
        auto* list = bars.findChild<BarList*>();
        list->verticalScrollBar()->setValue(list->verticalScrollBar()->maximum());
        QVERIFY(!list->grab().isNull());
        QVERIFY(bars.summary().size() < 2000);

        bars.setTable(tableOf({{QStringLiteral("x"), notANumber}}));
        paintEverywhere(bars);
        bars.setTable(tableOf({{QStringLiteral("x"), -1.0}, {QStringLiteral("y"), -1.0}}));
        paintEverywhere(bars);
    }

    void theAnswerHasATableTwinOfAllLabels()
    {
        QList<QPair<QString, double>> scores;
        for (int i = 0; i < 24; ++i)
            scores << qMakePair(QStringLiteral("label %1").arg(i), 0.5 - 0.01 * i);
        AnswerTable table;
        QAbstractItemModelTester tester(&table);
        table.setTable(tableOf(scores));
        QCOMPARE(table.rowCount(), 24);
        QCOMPARE(table.index(23, AnswerTable::Label).data().toString(), QStringLiteral("label 23"));
        QCOMPARE(table.index(23, AnswerTable::Cosine).data(AnswerTable::SortRole).toDouble(), 0.5 - 0.01 * 23);
        QCOMPARE(table.index(0, AnswerTable::Softmax).data().toString(), QStringLiteral("10.0\u00a0%"));
    }

    void theAnswerIsSavedAsPictureDrawingAndTable()
    {
        auto scores = tableOf({{QStringLiteral("cat"), 0.3124}, {QStringLiteral("dog, wet"), 0.2}});
        AnswerPanel panel;
        panel.resize(480, 320);
        panel.setNotes({{QStringLiteral("model"), QStringLiteral("a small one")}});
        panel.setTable(scores, 3);
        QCOMPARE(panel.bars()->headline(), QStringLiteral("cat"));
        const QTemporaryDir folder;
        const auto saved = [&](const QString& name) {
            const auto reason = panel.saveTo(folder.filePath(name));
            QFile file(folder.filePath(name));
            return reason.isEmpty() && file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
        };
        const auto csv = saved(QStringLiteral("answer.csv"));
        for (const char* line : {"# model: a small one\n", "# shown step: 3\n", "# softmax scale: 14\n", "\ncat,0.3124,0.1,", "\n\"dog, wet\",0.2,0.1,"})
            QVERIFY2(csv.contains(line), csv.constData());
        const auto svg = saved(QStringLiteral("answer.svg"));
        QVERIFY(svg.contains("cat") && svg.contains("<svg") && svg.contains("shown step: 3"));
        const auto png = QImage::fromData(saved(QStringLiteral("answer.png")));
        QCOMPARE(png.text(QStringLiteral("shown step")), QStringLiteral("3"));
        bool ink = false;
        for (int y = 0; y < png.height() && !ink; ++y)
            for (int x = 0; x < png.width() && !ink; ++x)
                ink = qGray(png.pixel(x, y)) < 100;
        QVERIFY(ink);
        QVERIFY(!panel.saveTo(folder.filePath(QStringLiteral("none/answer.csv"))).isEmpty());
    }

    void theSoftmaxScaleIsVisibleEditableAndCanBeReset()
    {
        ScoreBars bars;
        auto table = tableOf({{QStringLiteral("cat"), 0.3}});
        table.scale = 20;
        QSignalSpy edited(&bars, &ScoreBars::scaleEdited);
        bars.setTable(table);
        QCOMPARE(edited.size(), 0); // shown is not edited
        auto* box = bars.findChild<QDoubleSpinBox*>();
        QCOMPARE(box->value(), 20.0);
        box->setValue(30);
        QCOMPARE(edited.takeFirst()[0].toDouble(), 30.0);
        for (auto* button : bars.findChildren<QToolButton*>())
            if (button->accessibleName().contains(QStringLiteral("own scale")))
                button->click();
        QCOMPARE(edited.takeFirst()[0].toDouble(), 0.0);
    }

    void keysMoveThroughTimeAndFlipsAreMarked()
    {
        StepScrubber scrubber;
        scrubber.setWinners({QStringLiteral("dog"), QStringLiteral("cat"), QStringLiteral("cat"), QStringLiteral("owl")});
        QCOMPARE(scrubber.steps(), 4);
        QCOMPARE(scrubber.flips(), (QList<int>{2, 4}));
        QVERIFY(scrubber.summary().contains(QStringLiteral("cat from T = 2")));
        auto* slider = scrubber.findChild<StepSlider*>();
        QSignalSpy moved(&scrubber, &StepScrubber::stepChanged);
        QTest::keyClick(slider, Qt::Key_End);
        QCOMPARE(scrubber.step(), 4);
        QTest::keyClick(slider, Qt::Key_Left);
        QCOMPARE(scrubber.step(), 3);
        QTest::keyClick(slider, Qt::Key_Home);
        QCOMPARE(scrubber.step(), 1);
        QTest::keyClick(slider, Qt::Key_Right);
        QCOMPARE(scrubber.step(), 2);
        QCOMPARE(moved.size(), 4);
        paintEverywhere(scrubber);
    }

    void spacePlaysFromTheFirstStepToTheLastAndStops()
    {
        StepScrubber scrubber;
        scrubber.setPlayInterval(0);
        scrubber.setWinners({QStringLiteral("a"), QStringLiteral("a"), QStringLiteral("b")});
        scrubber.setStep(3);
        QSignalSpy moved(&scrubber, &StepScrubber::stepChanged);
        QTest::keyClick(scrubber.findChild<StepSlider*>(), Qt::Key_Space);
        QVERIFY(scrubber.isPlaying());
        QTRY_VERIFY(!scrubber.isPlaying());
        QCOMPARE(scrubber.step(), 3);
        QCOMPARE(moved.size(), 3); // 1, 2, 3
    }

    void draggingTheSliderFollowsThePointerAndASingleStepCannotBeScrubbed()
    {
        StepScrubber scrubber;
        scrubber.resize(500, 80);
        scrubber.setWinners(QStringList(8, QStringLiteral("cat")));
        scrubber.show();
        auto* slider = scrubber.findChild<StepSlider*>();
        QTest::mousePress(slider, Qt::LeftButton, {}, QPoint(slider->width() - 2, 15));
        QCOMPARE(scrubber.step(), 8);
        QTest::mouseMove(slider, QPoint(2, 15));
        QTest::mouseRelease(slider, Qt::LeftButton, {}, QPoint(2, 15));
        QCOMPARE(scrubber.step(), 1);
        scrubber.setWinners({QStringLiteral("cat")});
        QVERIFY(!slider->isEnabled());
        scrubber.pressKey(Qt::Key_Right);
        QCOMPARE(scrubber.step(), 1);
        scrubber.setWinners(QStringList(64, QStringLiteral("cat")));
        paintEverywhere(scrubber);
    }

    void ratesAreGroupedAndTheAxisIsTheNextRoundNumber()
    {
        RateChart chart;
        chart.setTable(ratesOf(layersNamed({QStringLiteral("patch_embed.block1_lif"), QStringLiteral("block.0.attn.q_lif"), QStringLiteral("block.1.mlp.mlp1_lif")}, 0.17),
                               0.17));
        QCOMPARE(chart.axisEnd(), 0.2);
        QVERIFY(chart.summary().contains(QStringLiteral("0.170")));
        paintEverywhere(chart);
        chart.setTable(ratesOf(layersNamed({QStringLiteral("x")}, 1), 1));
        QCOMPARE(chart.axisEnd(), 1.0);
        paintEverywhere(chart);
        chart.setTable(ratesOf(layersNamed({QStringLiteral("silent")}, 0), 0));
        paintEverywhere(chart);
        chart.setTable(ratesOf(layersNamed(QStringList(500, QStringLiteral("block.3.some.thing.with.a.very.long.name_lif")), 0.5), 0.5));
        paintEverywhere(chart);
    }

    void energyHasThreeDigitsAndASharedUnit()
    {
        QCOMPARE(energyText(1.2345e7, 1e8), QStringLiteral("12.3 \u00b5J"));
        QCOMPARE(energyText(123456, 1e5), QStringLiteral("123 nJ"));
        QCOMPARE(energyText(4.6, 4.6), QStringLiteral("4.60 pJ"));
        QCOMPARE(energyText(2.5e9, 2.5e9), QStringLiteral("2.50 mJ"));
        QCOMPARE(energyText(5e3, 1e6), QStringLiteral("0.00500 \u00b5J"));
        EnergyLine line;
        line.setFigures({.snnPj = 2.5e7, .annPj = 1e8, .mostPj = 1e8, .step = 3, .preset = QStringLiteral("45 nm"), .rules = {QStringLiteral("a rule")}});
        QCOMPARE(line.summary(), QStringLiteral("Estimated energy up to T = 3: 25.0 \u00b5J; ANN twin: 100 \u00b5J; 75 % less than the ANN twin"));
        QVERIFY(line.toolTip().contains(QStringLiteral("45 nm")) && line.toolTip().contains(QStringLiteral("a rule")));
        paintEverywhere(line);
        line.setFigures({.snnPj = 2e8, .annPj = 1e8, .mostPj = 2e8, .step = 1, .preset = {}, .rules = {}});
        QCOMPARE(line.comparison(), QStringLiteral("100 % more than the ANN twin"));
        line.setFigures({.snnPj = 0, .annPj = 1e8, .mostPj = 1e8, .step = 1, .preset = {}, .rules = {}});
        paintEverywhere(line);
        line.setFigures({.snnPj = 1e300, .annPj = 0, .mostPj = 1e300, .step = 1, .preset = {}, .rules = {}});
        paintEverywhere(line);
    }

    void thePictureIsShownBesideTheOneTheNetworkSees()
    {
        PictureView view;
        QSignalSpy activated(&view, &PictureView::activated);
        view.setPicture(flatImage(400, 300), QStringLiteral("cat.jpg"));
        view.setNetworkInput(flatImage(32, 32, Qt::blue));
        QVERIFY(view.summary().contains(QStringLiteral("cat.jpg, 400 by 300 pixels")));
        QVERIFY(view.summary().contains(QStringLiteral("32 by 32")));
        view.resize(300, 500);
        const auto shot = view.grab().toImage();
        QCOMPARE(shot.pixelColor(150, 100), QColor(Qt::red));
        QCOMPARE(shot.pixelColor(20, 260), QColor(Qt::blue));
        QTest::keyClick(&view, Qt::Key_Return);
        QCOMPARE(activated.size(), 1);
        view.setDropHighlighted(true);
        paintEverywhere(view);
        view.setPicture(flatImage(20000, 3), QStringLiteral("a line"));
        paintEverywhere(view);
    }

    void aSampleIsChosenByMouseAndKeyAndSelectingItIsSilent()
    {
        SampleStrip strip;
        const QAbstractItemModelTester tester(strip.model());
        strip.setNames({QStringLiteral("cat"), QStringLiteral("dog"), QStringLiteral("owl")});
        strip.resize(600, 100);
        strip.show();
        strip.setThumbnail(0, flatImage(120, 40));
        strip.setThumbnail(1, flatImage(10, 90));
        strip.setThumbnail(2, {});
        strip.setThumbnail(99, flatImage(1, 1));
        QSignalSpy chosen(&strip, &SampleStrip::chosen);
        strip.setFocus(); // merely arriving chooses nothing
        strip.select(0);
        QCOMPARE(chosen.size(), 0);
        QTest::keyClick(&strip, Qt::Key_Right);
        QCOMPARE(chosen.size(), 1);
        QCOMPARE(chosen.takeFirst()[0].toInt(), 1);
        QTest::mouseClick(strip.viewport(), Qt::LeftButton, {}, strip.visualItemRect(strip.item(0)).center());
        QCOMPARE(chosen.size(), 1);
        QCOMPARE(chosen.takeFirst()[0].toInt(), 0);
        QTest::mouseClick(strip.viewport(), Qt::LeftButton, {}, strip.visualItemRect(strip.item(2)).center());
        QCOMPARE(chosen.size(), 0); // it could not be read
        strip.select(-1);
        QVERIFY(strip.selectedItems().isEmpty());
        paintEverywhere(strip);
    }

    void templatesAreAcceptedOnlyWithOnePlaceForTheLabelEach()
    {
        TemplatesDialog dialog;
        const QStringList standard = {QStringLiteral("a photo of a {}")};
        dialog.setTemplates({}, standard);
        QCOMPARE(dialog.templates(), standard);
        auto* edit = dialog.findChild<QPlainTextEdit*>();
        auto* ok = dialog.findChild<QDialogButtonBox*>()->button(QDialogButtonBox::Ok);
        QSignalSpy accepted(&dialog, &TemplatesDialog::templatesAccepted);
        edit->setPlainText(QStringLiteral("no place"));
        QVERIFY(!ok->isEnabled());
        edit->setPlainText(QStringLiteral("{} and {}"));
        QVERIFY(!ok->isEnabled());
        edit->setPlainText(QStringLiteral("  a sketch of a {} \n\n"));
        QVERIFY(ok->isEnabled());
        ok->click();
        QCOMPARE(accepted.takeFirst()[0].toStringList(), QStringList{QStringLiteral("a sketch of a {}")});
        dialog.setTemplates(standard, standard);
        dialog.accept();
        QCOMPARE(accepted.takeFirst()[0].toStringList(), QStringList()); // the standard ones are not a choice
    }

    void aMessageGoesWhenDismissed()
    {
        MessageBar bar;
        bar.showMessage(QStringLiteral("The picture is damaged."));
        QVERIFY(!bar.isHidden());
        QCOMPARE(bar.accessibleDescription(), QStringLiteral("The picture is damaged."));
        paintEverywhere(bar);
        bar.findChild<QToolButton*>()->click();
        QVERIFY(bar.isHidden());
        QVERIFY(bar.message().isEmpty());
    }

    void everyViewFollowsAChangeOfLanguage()
    {
        ScoreBars bars;
        StepScrubber scrubber;
        RateChart rates;
        PictureView picture;
        EnergyLine energy;
        SampleStrip strip;
        LabelEditor labels;
        MessageBar message;
        TemplatesDialog dialog;
        const QList<QWidget*> all = {&bars, &scrubber, &rates, &picture, &energy, &strip, &message, labels.edit()};
        MarkingTranslator translator;
        QVERIFY(QCoreApplication::installTranslator(&translator));
        for (auto* widget : all)
            QTRY_VERIFY2(widget->accessibleName().startsWith(QLatin1Char('#')), widget->metaObject()->className());
        QTRY_VERIFY(dialog.windowTitle().startsWith(QLatin1Char('#')));
        QCoreApplication::removeTranslator(&translator);
        QTRY_COMPARE(energy.accessibleName(), QStringLiteral("Estimated energy"));
    }

    void chartsChangeTheirColoursWithThePalette()
    {
        RateChart chart;
        chart.setTable(ratesOf(layersNamed({QStringLiteral("block.0.attn.q_lif")}, 0.2), 0.2));
        chart.resize(300, 200);
        showIn(Theme::Light, chart);
        const auto light = chart.grab().toImage();
        showIn(Theme::Dark, chart);
        const auto dark = chart.grab().toImage();
        QVERIFY(isDark(QGuiApplication::palette()));
        QVERIFY(light.pixelColor(2, 150).lightness() > 200);
        QVERIFY(dark.pixelColor(2, 150).lightness() < 80);
        QCOMPARE(themeFromName(nameOf(Theme::Dark)), Theme::Dark);
        QCOMPARE(themeFromName(QStringLiteral("nonsense")), Theme::System);
        applyTheme(Theme::Light);
    }

    void aPictureSurvivesTheWayToQtAndBackAndOutlivesItsOwner()
    {
        auto original = std::make_shared<data::Image>(data::Image{.width = 5, .height = 2, .pixels = {}});
        for (int i = 0; i < 30; ++i)
            original->pixels.push_back(static_cast<std::uint8_t>(i * 8));
        const auto copy = *original;
        auto image = toQImage(original);
        original.reset();
        QCOMPARE(image.pixelColor(4, 1), QColor(27 * 8, 28 * 8, 29 * 8));
        QCOMPARE(*fromQImage(image), copy);
        QVERIFY(toQImage(nullptr).isNull());
        QVERIFY(!fromQImage({}));
        QImage clear(3, 3, QImage::Format_ARGB32);
        clear.fill(Qt::transparent);
        QCOMPARE(fromQImage(clear)->pixels.front(), std::uint8_t(255));
    }
};

QTEST_MAIN(WidgetsTest)
#include "widgets_test.moc"
