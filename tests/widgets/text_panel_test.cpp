// The text side in its panel: what is asked for, shown, tabled and saved.

#include "tests/readings.h"
#include "tests/widgets/painting.h"
#include "widgets/difference_view.h"
#include "widgets/export.h"
#include "widgets/plot/spike_raster.h"
#include "widgets/text_panel.h"
#include "widgets/text_table.h"
#include "widgets/text_view.h"
#include "widgets/token_chips.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QtTest>

using namespace spikeclip;
using namespace spikeclip::widgets;
using test::channels;
using test::readingOf;
using test::tokens;

class TextPanelTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale::c()); }

    void thePanelAsksForTheReadingsItNeedsAndOnlyWhileVisible()
    {
        TextPanel panel;
        QSignalSpy wanted(&panel, &TextPanel::labelsWanted);
        panel.setLabels({QStringLiteral("red"), QStringLiteral("green"), QStringLiteral("blue")});
        QCOMPARE(wanted.size(), 0); // a hidden view costs nothing
        panel.show();
        QCOMPARE(wanted.takeFirst().first().toStringList(), QStringList{QStringLiteral("red")});
        QVERIFY(panel.notice().contains(QStringLiteral("red")));
        panel.setReadings({});
        panel.setLabels({QStringLiteral("red"), QStringLiteral("green")});
        QCOMPARE(wanted.size(), 0); // asked already
        panel.setReadings({readingOf("red", 1), readingOf("elsewhere", 9)});
        QVERIFY(panel.notice().isEmpty());
        panel.compareWith(QStringLiteral("green"));
        QCOMPARE(wanted.takeFirst().first().toStringList(), QStringList{QStringLiteral("green")});
        QVERIFY(panel.notice().contains(QStringLiteral("green")));
        panel.setFailure(QStringLiteral("The model has no text encoder."));
        QCOMPARE(panel.notice(), QStringLiteral("The model has no text encoder."));
        panel.compareWith({});
        QVERIFY(panel.notice().isEmpty());
        panel.compareWith(QStringLiteral("green"));
        QCOMPARE(wanted.takeFirst().first().toStringList(), QStringList{QStringLiteral("green")}); // another try
        panel.setReadings({readingOf("green", 2)});
        QVERIFY(panel.notice().isEmpty());

        panel.chooseLabel(QStringLiteral("green")); // they change places
        QCOMPARE(panel.label(), QStringLiteral("green"));
        QCOMPARE(panel.otherLabel(), QStringLiteral("red"));
        QCOMPARE(wanted.size(), 0);
        panel.chooseLabel(QStringLiteral("nowhere"));
        QCOMPARE(panel.label(), QStringLiteral("green"));
        panel.forget();
        QCOMPARE(wanted.takeFirst().first().toStringList(), (QStringList{QStringLiteral("green"), QStringLiteral("red")}));
        panel.setLabels({QStringLiteral("red")});
        QCOMPARE(panel.label(), QStringLiteral("red"));
        QVERIFY(panel.otherLabel().isEmpty());
        panel.setLabels({});
        QVERIFY(panel.label().isEmpty() && !panel.notice().isEmpty());
    }

    void aReaderMayAnswerAtOnce()
    {
        TextPanel panel;
        connect(&panel, &TextPanel::labelsWanted, &panel, [&](const QStringList& labels) {
            for (const auto& label : labels)
                panel.setReadings({readingOf(label.toUtf8().constData(), static_cast<unsigned>(label.size()))});
        });
        panel.setLabels({QStringLiteral("red"), QStringLiteral("green")});
        panel.show();
        QVERIFY(panel.notice().isEmpty());
        panel.compareWith(QStringLiteral("green"));
        QVERIFY(panel.notice().isEmpty());
    }

    void oneLabelShowsAllNeuronsAndTwoThoseThatDiffer()
    {
        const auto red = readingOf("red", 1);
        const auto green = readingOf("green", 2);
        TextPanel panel;
        panel.resize(700, 500);
        panel.setLabels({QStringLiteral("red"), QStringLiteral("green")});
        panel.setReadings({red, green});
        panel.show();
        auto* view = panel.findChild<TextView*>();
        const auto* table = panel.findChild<TextTable*>();
        const auto rasters = panel.findChildren<SpikeRaster*>();
        QCOMPARE(rasters.size(), 2);
        QCOMPARE(rasters[0]->raster().rows(), tokens * channels);
        QCOMPARE(rasters[1]->raster().rows(), 70);
        QVERIFY(rasters[0]->isVisible() && rasters[1]->isVisible());
        QCOMPARE(table->rowCount(), tokens * channels + 70);
        QVERIFY(view->legendText().isEmpty());
        rasters[0]->chooseRow(7 * channels + 3);
        QVERIFY(rasters[0]->summary().contains(QStringLiteral("token 7 \u201cred\u201d, channel 3")));

        panel.compareWith(QStringLiteral("green"));
        qint64 counts[4] = {};
        int differing = 0;
        for (std::size_t layer = 0; layer < 2; ++layer)
            for (std::int64_t neuron = 0; neuron < red.layers[layer].neurons; ++neuron) {
                bool differs = false;
                for (int step = 0; step < 4; ++step) {
                    const bool before = red.layers[layer].spikes->fired(step, 0, neuron);
                    const bool after = green.layers[layer].spikes->fired(step, 0, neuron);
                    ++counts[int{before} + 2 * int{after}];
                    differs = differs || before != after;
                }
                differing += differs;
            }
        QVERIFY(view->legendText().contains(QStringLiteral("%1 of %2 neurons").arg(differing).arg(tokens * channels + 70)));
        QVERIFY(view->legendText().contains(QStringLiteral("%1 vanish").arg(counts[1])));
        QVERIFY(view->legendText().contains(QStringLiteral("%1 appear").arg(counts[2])));
        QVERIFY(view->legendText().contains(QStringLiteral("%1 stay").arg(counts[3])));
        QCOMPARE(table->rowCount(), differing);
        QVERIFY(!rasters[0]->isVisible());
        const auto views = panel.findChildren<DifferenceView*>();
        QVERIFY(views[0]->isVisible() && views[1]->isVisible());
        views[0]->chooseRow(views[0]->difference().rows() - 1);
        QVERIFY(views[0]->summary().contains(QStringLiteral("token 7 \u201cred\u201d \u2192 \u201cgreen\u201d")));

        QSignalSpy steps(&panel, &TextPanel::stepChosen);
        QTest::keyClick(views[1], Qt::Key_Home);
        QCOMPARE(steps.takeFirst().first().toInt(), 1);
        QTest::keyClick(views[0], Qt::Key_Right); // both know
        QCOMPARE(steps.takeFirst().first().toInt(), 2);

        panel.hide();
        panel.compareWith({});
        QCOMPARE(table->rowCount(), differing); // a hidden view costs nothing
        panel.show();
        QCOMPARE(table->rowCount(), tokens * channels + 70);
    }

    void theTableHasEveryStepOfEveryNeuron()
    {
        const auto red = readingOf("red", 1);
        const auto green = readingOf("green", 2);
        TextTable table;
        QAbstractItemModelTester tester(&table, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QCOMPARE(table.rowCount(), 0);
        table.setReading(red);
        const auto headers = [&] {
            QStringList names;
            for (int column = 0; column < table.columnCount(); ++column)
                names << table.headerData(column, Qt::Horizontal, Qt::DisplayRole).toString();
            return names.join(QLatin1Char(' '));
        };
        QCOMPARE(headers(), QStringLiteral("Layer Neuron Token Word Channel Spikes Step 1 Step 2 Step 3 Step 4"));
        const auto at = [&](int row, int column) { return table.data(table.index(row, column), TextTable::SortRole); };
        for (int row = 0; row < table.rowCount(); ++row) {
            const auto& spikes = row < tokens * channels ? *red.layers[0].spikes : *red.layers[1].spikes;
            const int neuron = row < tokens * channels ? row : row - tokens * channels;
            QCOMPARE(at(row, 1).toInt(), neuron);
            int sum = 0;
            for (int step = 0; step < 4; ++step) {
                QCOMPARE(at(row, 6 + step).toInt(), int{spikes.fired(step, 0, neuron)});
                sum += int{spikes.fired(step, 0, neuron)};
            }
            QCOMPARE(at(row, 5).toInt(), sum);
        }
        QCOMPARE(at(7 * channels + 3, 2).toInt(), 7);
        QCOMPARE(at(7 * channels + 3, 3).toString(), QStringLiteral("red"));
        QCOMPARE(at(7 * channels + 3, 4).toInt(), 3);
        QCOMPARE(at(0, 3).toString(), QString()); // no word stands there
        QCOMPARE(at(tokens * channels, 2).toString(), QString());

        table.setDifference(
            red, green,
            {data::differenceOf(*red.layers[0].spikes, *green.layers[0].spikes), data::differenceOf(*red.layers[1].spikes, *green.layers[1].spikes)});
        QCOMPARE(headers(), QStringLiteral("Layer Neuron Token Word Other word Channel Spikes Other spikes Step 1 Step 2 Step 3 Step 4"));
        for (int row = 0; row < table.rowCount(); ++row) {
            const std::size_t layer = at(row, 0).toString() == QLatin1String("mlp_lif1") ? 0 : 1;
            bool differs = false;
            for (int step = 0; step < 4; ++step) {
                const bool before = red.layers[layer].spikes->fired(step, 0, at(row, 1).toInt());
                const bool after = green.layers[layer].spikes->fired(step, 0, at(row, 1).toInt());
                QCOMPARE(at(row, 8 + step).toInt(), int{before} + 2 * int{after});
                differs = differs || before != after;
            }
            QVERIFY(differs);
        }
        QVERIFY(toCsv(table, TextTable::SortRole, {}).startsWith("Layer,Neuron,Token,Word,Other word,"));
        table.clear();
        QCOMPARE(table.rowCount(), 0);
    }

    void theViewIsSavedAsPictureDrawingAndTable()
    {
        TextPanel panel;
        panel.setLabels({QStringLiteral("red"), QStringLiteral("green/light")});
        panel.setReadings({readingOf("red", 1), readingOf("green/light", 2)});
        panel.resize(700, 500);
        panel.show();
        QTemporaryDir folder;
        for (const auto& other : {QString(), QStringLiteral("green/light")}) {
            panel.compareWith(other);
            for (const char* suffix : {"png", "svg", "csv"})
                QVERIFY(panel.saveTo(folder.filePath(QStringLiteral("text.") + QLatin1String(suffix))).isEmpty());
            QVERIFY(!QImage(folder.filePath(QStringLiteral("text.png"))).isNull());
            QFile drawing(folder.filePath(QStringLiteral("text.svg")));
            QVERIFY(drawing.open(QIODevice::ReadOnly));
            const auto shapes = drawing.readAll();
            QCOMPARE(shapes.count("<svg "), 1); // all parts in one document
            QVERIFY(shapes.contains("sentence: photo zorgle red") && shapes.contains("zorgle</text>"));
            QFile csv(folder.filePath(QStringLiteral("text.csv")));
            QVERIFY(csv.open(QIODevice::ReadOnly));
            const auto lines = csv.readAll();
            QVERIFY(lines.contains("# label: red\n"));
            QCOMPARE(lines.contains("# other_label: green/light\n"), !other.isEmpty());
            QCOMPARE(qint64(lines.count("\nmlp_lif")), qint64(panel.findChild<TextTable*>()->rowCount()));
        }
    }

    void anySizeThemeAndLanguageWillDo()
    {
        TextPanel panel;
        panel.setLabels({QStringLiteral("red"), QStringLiteral("green")});
        panel.setReadings({readingOf("red", 1), readingOf("green", 2)});
        panel.show();
        auto* view = panel.findChild<TextView*>();
        for (const auto& other : {QString(), QStringLiteral("green")}) {
            panel.compareWith(other);
            test::paintEverywhere(panel);
            for (const QSize size : {QSize(340, 180), QSize(680, 330), QSize(300, 800)}) {
                view->resize(size);
                QVERIFY(!view->grab().isNull());
            }
        }
        test::MarkingTranslator marking;
        QVERIFY(QCoreApplication::installTranslator(&marking));
        QEvent change(QEvent::LanguageChange);
        QCoreApplication::sendEvent(&panel, &change);
        QVERIFY(panel.title().startsWith(QLatin1Char('#')));
        QVERIFY(view->legendText().startsWith(QLatin1Char('#')));
        QVERIFY(view->accessibleName().startsWith(QLatin1Char('#')));
        QVERIFY(panel.findChild<TokenChips*>()->accessibleName().startsWith(QLatin1Char('#')));
        QVERIFY(panel.findChild<DifferenceView*>()->caption().startsWith(QLatin1Char('#')));
        QVERIFY(panel.findChild<TextTable*>()->headerData(0, Qt::Horizontal, Qt::DisplayRole).toString().startsWith(QLatin1Char('#')));
        QCoreApplication::removeTranslator(&marking);
        QCoreApplication::sendEvent(&panel, &change);
    }

    void readingsWithoutSpikesOrOfAnotherModelAreToldApart()
    {
        TextPanel panel;
        panel.setLabels({QStringLiteral("red"), QStringLiteral("green"), QStringLiteral("blue")});
        auto silent = readingOf("green", 2);
        silent.layers.clear();
        panel.setReadings({readingOf("red", 1), silent, readingOf("blue", 3, channels + 1)});
        panel.show();
        panel.compareWith(QStringLiteral("green"));
        QVERIFY(!panel.notice().isEmpty());
        panel.compareWith(QStringLiteral("blue"));
        QVERIFY(!panel.notice().isEmpty());
        panel.compareWith({});
        QVERIFY(panel.notice().isEmpty());
        panel.chooseLabel(QStringLiteral("green")); // its words are still worth showing
        QVERIFY(panel.notice().isEmpty());
        QVERIFY(panel.findChild<TokenChips*>()->summary().contains(QStringLiteral("zorgle")));
        QCOMPARE(panel.findChild<TextTable*>()->rowCount(), 0);
        test::paintEverywhere(panel);
    }
};

QTEST_MAIN(TextPanelTest)
#include "text_panel_test.moc"
