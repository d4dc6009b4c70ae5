// The energy ledger: its figures against core/energy, every switch, and the files that it writes.

#include "core/data/outcome.h"
#include "tests/energy_counts.h"
#include "tests/widgets/painting.h"
#include "widgets/energy_panel.h"
#include "widgets/energy_rules_form.h"
#include "widgets/ledger_export.h"
#include "widgets/ledger_table.h"
#include "widgets/ledger_text.h"
#include "widgets/ledger_verdict.h"
#include "widgets/ledger_view.h"

#include <QAbstractItemModelTester>
#include <QCheckBox>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTableView>
#include <QtTest>

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>

using namespace spikeclip;
using namespace spikeclip::widgets;
using energy::Row;
using energy::Rules;
using test::MarkingTranslator;
using test::paintEverywhere;
using test::showIn;

namespace {

energy::Counts smallCounts()
{
    return test::networkCounts(test::smallConfig());
}

LedgerFigures smallFigures(const Rules& rules = {}, int steps = 4)
{
    return ledgerFigures(smallCounts(), steps, rules);
}

const Row& rowOf(const energy::Ledger& ledger, const char* name, Row::Part part = Row::Part::Synapses)
{
    const auto found = std::ranges::find_if(ledger.rows, [&](const Row& row) { return row.name == name && row.part == part; });
    if (found == ledger.rows.end())
        qFatal("no row %s", name);
    return *found;
}

bool close(double a, double b)
{
    return std::abs(a - b) <= 1e-9 * std::max({1.0, std::abs(a), std::abs(b)});
}

/// A panel that shows the small network.
struct Shown
{
    EnergyPanel panel;
    LedgerView* view = panel.findChild<LedgerView*>();
    LedgerTable* table = panel.findChild<LedgerTable*>();

    Shown()
    {
        panel.resize(430, 640);
        panel.setCounts(smallCounts());
        panel.setStep(4);
        panel.show();
    }

    template <typename Widget>
    Widget* control(const char* name) const
    {
        return panel.findChild<Widget*>(QLatin1String(name));
    }

    double sumOf(LedgerColumn column) const
    {
        double sum = 0;
        for (int row = 0; row < table->rowCount(); ++row)
            sum += table->index(row, static_cast<int>(column)).data(LedgerTable::SortRole).toDouble();
        return sum;
    }

    QString lines() const
    {
        QStringList all;
        for (int line = 0; line < view->lineCount(); ++line)
            all << view->lineText(line);
        return all.join(QLatin1Char('\n'));
    }
};

/// Lines of a CSV that are no notes, split at commas; no field of numbers has one inside.
QList<QByteArrayList> csvRows(const QByteArray& csv)
{
    QList<QByteArrayList> rows;
    for (const auto& line : csv.split('\n'))
        if (!line.isEmpty() && !line.startsWith('#'))
            rows << line.split(',');
    return rows;
}

QByteArray saved(EnergyPanel& panel, const char* suffix)
{
    const QTemporaryDir folder;
    const auto path = folder.filePath(QStringLiteral("energy") + QLatin1String(suffix));
    if (const auto why = panel.saveTo(path); !why.isEmpty())
        qFatal("%s", qPrintable(why));
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

}

class EnergyViewsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale::c()); }

    void tableAndTotalsAreThoseOfTheLedgerForEveryNetworkAndStep()
    {
        const auto counts = smallCounts();
        Shown shown;
        auto* network = shown.control<QComboBox>("network");
        QVERIFY(network && network->count() == 3);
        for (int steps = 1; steps <= 4; ++steps) {
            shown.panel.setStep(steps);
            const std::array ledgers = {energy::spikingLedger(counts, steps, {}), energy::twinLedger(counts, {}),
                                        energy::quantisedTwinLedger(counts, steps, {})};
            for (int which = 0; which < 3; ++which) {
                network->setCurrentIndex(which);
                const auto& ledger = ledgers[static_cast<std::size_t>(which)];
                QCOMPARE(shown.table->rowCount(), static_cast<int>(ledger.rows.size()));
                QVERIFY(close(shown.sumOf(LedgerColumn::Energy), ledger.computePj()));
                QVERIFY(close(shown.sumOf(LedgerColumn::MemoryEnergy), ledger.memoryPj()));
                QVERIFY(close(shown.sumOf(LedgerColumn::Share), 1));
            }
        }
        shown.panel.setStep(99); // more than were counted
        network->setCurrentIndex(0);
        QVERIFY(close(shown.sumOf(LedgerColumn::Energy), energy::spikingLedger(counts, 4, {}).computePj()));
    }

    void everySwitchReachesTheRulesAndSaysSo()
    {
        Shown shown;
        shown.panel.showRules(true);
        QVERIFY(shown.panel.showsRules());
        QSignalSpy changed(&shown.panel, &EnergyPanel::rulesChanged);
        Rules expected;
        const auto check = [&](const char* what) {
            QVERIFY2(changed.size() == 1, what);
            QVERIFY2(changed.takeFirst()[0].value<Rules>() == expected, what);
            QVERIFY2(shown.panel.rules() == expected, what);
            const auto ledger = energy::spikingLedger(smallCounts(), 4, expected);
            QVERIFY2(close(shown.sumOf(LedgerColumn::Energy), ledger.computePj()), what);
            QVERIFY2(close(shown.sumOf(LedgerColumn::MemoryEnergy), ledger.memoryPj()), what);
        };
        const auto toggle = [&](const char* name, bool Rules::*choice) {
            shown.control<QCheckBox>(name)->click();
            expected.*choice = !(expected.*choice);
            check(name);
        };
        toggle("attention", &Rules::attentionProducts);
        toggle("neurons", &Rules::neuronUpdates);
        toggle("folded", &Rules::foldedNormalisation);
        toggle("readout", &Rules::readout);
        toggle("text", &Rules::text);
        shown.control<QSpinBox>("pictures")->setValue(50);
        expected.picturesPerLabels = 50;
        check("pictures");
        const auto pick = [&](const char* name, int index) {
            auto* box = shown.control<QComboBox>(name);
            box->setCurrentIndex(index);
            Q_EMIT box->activated(index);
        };
        pick("first", 1);
        expected.firstConvolutionEveryStep = false;
        check("first");
        for (int i = 2; i >= 0; --i) {
            pick("memory", i);
            expected.memory = energy::memories()[static_cast<std::size_t>(i)];
            check("memory");
        }
        pick("reads", 1);
        expected.weightReads = energy::WeightReads::OncePerStep;
        check("reads");
        for (int i = 3; i >= 1; --i) {
            pick("preset", i);
            expected.preset = energy::presets()[static_cast<std::size_t>(i)];
            expected.weightBits = expected.preset.bits;
            check("preset");
            QCOMPARE(shown.control<QSpinBox>("bits")->value(), expected.preset.bits);
        }
        shown.control<QSpinBox>("bits")->setValue(4);
        expected.weightBits = 4;
        check("bits");
        QVERIFY(shown.control<QDoubleSpinBox>("mac")->isReadOnly());
        pick("preset", 4);
        expected.preset.name = energy::customPreset; // begins with what was there
        check("custom");
        QVERIFY(!shown.control<QDoubleSpinBox>("mac")->isReadOnly());
        shown.control<QDoubleSpinBox>("mac")->setValue(3.25);
        expected.preset.macPj = 3.25;
        check("mac");
        shown.control<QDoubleSpinBox>("ac")->setValue(0.5);
        expected.preset.acPj = 0.5;
        check("ac");
        QVERIFY(ledgerCaption(ledgerFigures(smallCounts(), 4, expected)).contains(QStringLiteral("Own constants: 3.25 pJ/MAC, 0.5 pJ/AC")));
        shown.control<QPushButton>("reset")->click();
        expected = {};
        check("reset");
        QVERIFY(!shown.control<QPushButton>("reset")->isEnabled());
    }

    void rulesThatAreSetAreShownAndNotAnnounced()
    {
        Shown shown;
        QSignalSpy changed(&shown.panel, &EnergyPanel::rulesChanged);
        const Rules rules{.preset = energy::int8,
                          .firstConvolutionEveryStep = false,
                          .attentionProducts = false,
                          .neuronUpdates = true,
                          .foldedNormalisation = false,
                          .readout = false,
                          .text = true,
                          .picturesPerLabels = 77,
                          .memory = energy::sram32k,
                          .weightReads = energy::WeightReads::OncePerStep,
                          .weightBits = 5};
        shown.panel.setRules(rules);
        QCOMPARE(changed.size(), 0);
        QVERIFY(shown.panel.rules() == rules);
        QCOMPARE(shown.control<QComboBox>("preset")->currentIndex(), 2);
        QCOMPARE(shown.control<QDoubleSpinBox>("ac")->value(), 0.03);
        QCOMPARE(shown.control<QSpinBox>("bits")->value(), 5);
        QCOMPARE(shown.control<QComboBox>("first")->currentIndex(), 1);
        QCOMPARE(shown.control<QComboBox>("memory")->currentIndex(), 1);
        QCOMPARE(shown.control<QComboBox>("reads")->currentIndex(), 1);
        QVERIFY(!shown.control<QCheckBox>("attention")->isChecked());
        QVERIFY(shown.control<QCheckBox>("neurons")->isChecked());
        QVERIFY(!shown.control<QCheckBox>("folded")->isChecked());
        QVERIFY(!shown.control<QCheckBox>("readout")->isChecked());
        QVERIFY(shown.control<QCheckBox>("text")->isChecked());
        QCOMPARE(shown.control<QSpinBox>("pictures")->value(), 77);
        for (const char* name :
             {"preset", "mac", "ac", "bits", "first", "memory", "reads", "attention", "neurons", "folded", "readout", "text", "pictures", "reset"}) {
            const auto* control = shown.control<QWidget>(name);
            QVERIFY2(!control->toolTip().isEmpty() && control->toolTip() == wrappedTip(control->accessibleDescription()), name);
        }
    }

    void theFormFitsIntoADock()
    {
        Shown shown;
        shown.panel.showRules(true);
        QVERIFY(shown.panel.findChild<EnergyRulesForm*>()->minimumSizeHint().width() <= 410);
        QVERIFY(shown.panel.minimumSizeHint().width() <= 430);
    }

    void labelsAreAskedForOnceAndTheirRowsAreSharedAmongPictures()
    {
        Shown shown;
        QSignalSpy wanted(&shown.panel, &EnergyPanel::textWanted);
        shown.control<QCheckBox>("text")->click();
        QCOMPARE(wanted.size(), 1);
        QVERIFY(shown.lines().contains(QStringLiteral("being counted")));
        shown.panel.setStep(3);
        QCOMPARE(wanted.size(), 1);
        shown.panel.setText(test::labelCounts(10, 4), test::labelNeurons(10, 4));
        QVERIFY(!shown.lines().contains(QStringLiteral("being counted")));
        auto counts = smallCounts();
        counts.text = test::labelCounts(10, 4);
        counts.textNeurons = test::labelNeurons(10, 4);
        const auto figures = ledgerFigures(counts, 3, {.text = true});
        QVERIFY(close(shown.sumOf(LedgerColumn::Energy), figures.spiking.computePj()));
        const auto& row = rowOf(figures.spiking, "fc1");
        QCOMPARE(row.effective, std::int64_t(10 * 3 * 120 * 512));
        QVERIFY(
            ledgerTip(figures, row, LedgerColumn::Energy).contains(QStringLiteral("1,843,200 \u00d7 0.9 pJ / 1,000 pictures = 1.66 nJ a picture")));

        shown.panel.setCounts(smallCounts()); // another picture, and perhaps other labels
        QCOMPARE(wanted.size(), 2);
        shown.control<QCheckBox>("text")->click();
        shown.control<QCheckBox>("text")->click();
        QCOMPARE(wanted.size(), 3);
        shown.panel.setCounts(counts);
        QCOMPARE(wanted.size(), 3);
    }

    void nothingNoTwinAndNoNeuronsAreSaid()
    {
        EnergyPanel panel;
        panel.resize(430, 400);
        panel.show();
        QVERIFY(panel.notice().startsWith(QStringLiteral("Nothing has been counted yet")));
        QVERIFY(saved(panel, ".json").isEmpty());
        paintEverywhere(panel);

        auto counts = smallCounts();
        counts.twin.clear();
        counts.neurons.clear();
        panel.setCounts(counts);
        panel.setStep(4);
        QVERIFY(panel.notice().isEmpty());
        auto* view = panel.findChild<LedgerView*>();
        QVERIFY(!view->summary().contains(QStringLiteral("less")) && !view->summary().contains(QStringLiteral("more")));
        QVERIFY(verdictTip(ledgerFigures(counts, 4, {}), Verdict::Memory).contains(QStringLiteral("no ANN twin")));
        QVERIFY(verdictTip(ledgerFigures(counts, 4, {}), Verdict::Memory).contains(QStringLiteral("not recorded")));
        QVERIFY(view->lineText(view->lineCount() - 3).contains(QStringLiteral("not recorded")));
        auto* network = panel.findChild<QComboBox*>(QStringLiteral("network"));
        network->setCurrentIndex(1);
        QCOMPARE(panel.findChild<LedgerTable*>()->rowCount(), 0);
        paintEverywhere(panel);
        const auto document = QJsonDocument::fromJson(saved(panel, ".json")).object();
        QVERIFY(document[QLatin1String("verdicts")][QLatin1String("compute")][QLatin1String("saving")].isNull());

        counts.image[2].effective.clear(); // a layer that nobody counted
        panel.setCounts(counts);
        QVERIFY(panel.notice().contains(QStringLiteral("not counted completely")));
        counts = smallCounts();
        counts.twin[0].effective.clear();
        panel.setCounts(counts);
        QVERIFY(panel.notice().contains(QStringLiteral("not counted completely")));
        QVERIFY(saved(panel, ".json").isEmpty());
    }

    void theReferenceAndFarMoreArePainted()
    {
        auto huge = test::networkCounts({}); // four blocks of 384, 9.3e8 operations of the twin
        EnergyPanel panel;
        panel.setCounts(huge);
        panel.setStep(4);
        panel.show();
        const auto twin = energy::twinLedger(huge, {});
        QVERIFY(std::accumulate(twin.rows.begin(), twin.rows.end(), std::int64_t{0}, [](auto sum, const Row& row) { return sum + row.dense; })
                > 900'000'000);
        QVERIFY(panel.findChild<LedgerView*>()->summary().size() < 1500);
        paintEverywhere(panel);
        panel.showRules(true);
        paintEverywhere(panel);
        for (auto& layer : huge.image)
            for (auto& count : layer.effective)
                count = std::int64_t{1} << 50;
        panel.setCounts(huge);
        paintEverywhere(panel);
    }

    void filesHavePlainNumbersWhateverTheLanguage()
    {
        QLocale::setDefault(QLocale(QLocale::German));
        Shown shown;
        Rules rules{.preset = energy::older, .neuronUpdates = true};
        shown.panel.setRules(rules);
        const auto csv = saved(shown.panel, ".csv");
        const auto document = QJsonDocument::fromJson(saved(shown.panel, ".json"));
        const auto png = saved(shown.panel, ".png");
        const auto svg = saved(shown.panel, ".svg");
        const auto cell = shown.table->index(0, static_cast<int>(LedgerColumn::Dense)).data().toString();
        QLocale::setDefault(QLocale::c());

        QVERIFY(cell.contains(QLatin1Char('.'))); // the screen follows the language
        QVERIFY(csv.contains("# steps: 4\n"));
        QVERIFY(csv.contains("# preset: 77 fJ/SOP: 12.5 pJ/MAC, 0.077 pJ/AC\n"));
        for (const auto& sentence : energy::sentences(rules))
            QVERIFY(csv.contains("# rule: " + QByteArray::fromStdString(sentence) + '\n'));
        const auto rows = csvRows(csv);
        const auto ledger = energy::spikingLedger(smallCounts(), 4, rules);
        QCOMPARE(rows.size(), static_cast<qsizetype>(ledger.rows.size()) + 1);
        const auto energyColumn = rows[0].indexOf("energy_pj");
        double sum = 0;
        for (qsizetype row = 1; row < rows.size(); ++row) {
            QCOMPARE(rows[row].size(), rows[0].size());
            bool isNumber = false;
            sum += rows[row][energyColumn].toDouble(&isNumber);
            QVERIFY(isNumber);
        }
        QVERIFY(std::abs(sum / ledger.computePj() - 1) < 1e-6);

        QVERIFY(document.isObject());
        QCOMPARE(document[QLatin1String("format")].toString(), QStringLiteral("spikeclip-energy/1"));
        QCOMPARE(document[QLatin1String("steps")].toInt(), 4);
        QCOMPARE(document[QLatin1String("preset")][QLatin1String("ac_pj")].toDouble(), 0.077);
        QCOMPARE(document[QLatin1String("rules")][QLatin1String("neuron_updates")].toBool(), true);
        QCOMPARE(document[QLatin1String("sentences")].toArray().size(), static_cast<qsizetype>(energy::sentences(rules).size()));
        const auto spiking = document[QLatin1String("spiking")];
        const auto array = spiking[QLatin1String("rows")].toArray();
        QCOMPARE(array.size(), static_cast<qsizetype>(ledger.rows.size()));
        for (qsizetype i = 0; i < array.size(); ++i) {
            const auto& row = ledger.rows[static_cast<std::size_t>(i)];
            const auto object = array[i].toObject();
            QCOMPARE(object[QLatin1String("name")].toString().toStdString(), row.name);
            QCOMPARE(object[QLatin1String("effective")].toInteger(), static_cast<qint64>(row.effective));
            QCOMPARE(object[QLatin1String("weight_bits")].toInteger(), static_cast<qint64>(row.weightBits));
            QCOMPARE(object[QLatin1String("compute_pj")].toDouble(), row.computePj());
        }
        QCOMPARE(spiking[QLatin1String("totals")][QLatin1String("total_pj")].toDouble(), ledger.totalPj());
        const auto verdicts = energy::verdicts(smallCounts(), 4, rules);
        QCOMPARE(document[QLatin1String("verdicts")][QLatin1String("quantised")][QLatin1String("saving")].toDouble(), verdicts.quantised.saving());

        QVERIFY(!QImage::fromData(png, "PNG").isNull());
        QVERIFY(svg.contains("77 fJ/SOP"));
        QVERIFY_THROWS_EXCEPTION(spikeclip::Error, ledgerJson(smallCounts(), 0, {}));
    }

    void arrowsChooseRowsAndTheFormulaIsHeard()
    {
        Shown shown;
        QCOMPARE(shown.view->accessibleDescription(), shown.view->summary());
        QTest::keyClick(shown.view, Qt::Key_Down);
        QCOMPARE(shown.view->chosenLine(), 1); // the heading cannot be chosen
        QVERIFY(shown.view->accessibleDescription().contains(QStringLiteral("1,698,692 \u00d7 4.6 pJ")));
        paintEverywhere(shown.panel);
        QTest::keyClick(shown.view, Qt::Key_End);
        const auto last = shown.view->lineText(shown.view->chosenLine());
        QCOMPARE(last, QStringLiteral("weighting of the steps"));
        shown.panel.setStep(2); // the row stays chosen, its figures are new
        QCOMPARE(shown.view->lineText(shown.view->chosenLine()), last);
        QVERIFY(shown.view->accessibleDescription().contains(QStringLiteral("2 \u00d7 128 = 256")));
        QTest::keyClick(shown.view, Qt::Key_Home);
        QCOMPARE(shown.view->chosenLine(), 1);
        shown.panel.findChild<QComboBox*>(QStringLiteral("network"))->setCurrentIndex(1); // a ledger without this row
        QCOMPARE(shown.view->chosenLine(), -1);
        QCOMPARE(shown.view->accessibleDescription(), shown.view->summary());
    }

    void theTableTwinSortsByPlainNumbers()
    {
        Shown shown;
        const QAbstractItemModelTester tester(shown.table);
        shown.panel.showTable(true);
        auto* table = shown.panel.findChild<QTableView*>();
        table->sortByColumn(static_cast<int>(LedgerColumn::Energy), Qt::DescendingOrder);
        const auto figures = smallFigures();
        const auto most = std::ranges::max_element(figures.spiking.rows, {}, &Row::computePj);
        QCOMPARE(table->model()->index(0, static_cast<int>(LedgerColumn::Name)).data().toString().toStdString(), most->name);
        shown.panel.setStep(1);
        shown.panel.showRules(true); // the switches are beside the ledger, not beside its twin
        QVERIFY(!shown.panel.showsTable());
    }

    void aHiddenPanelComputesNothing()
    {
        EnergyPanel panel;
        panel.resize(430, 400);
        QSignalSpy wanted(&panel, &EnergyPanel::textWanted);
        panel.setRules({.text = true});
        panel.setCounts(smallCounts());
        panel.setStep(4);
        QCOMPARE(panel.findChild<LedgerTable*>()->rowCount(), 0);
        QCOMPARE(wanted.size(), 0);
        panel.show();
        QVERIFY(panel.findChild<LedgerTable*>()->rowCount() > 0);
        QCOMPARE(wanted.size(), 1);
    }

    void colourAndLanguageFollowTheApplication()
    {
        Shown shown;
        shown.panel.showRules(true);
        showIn(Theme::Dark, shown.panel);
        const auto at = shown.view->mapTo(&shown.panel, QPoint(3, shown.view->height() / 2));
        QVERIFY(shown.panel.grab().toImage().pixelColor(at).lightness() < 80);
        showIn(Theme::Light, shown.panel);
        QVERIFY(shown.panel.grab().toImage().pixelColor(at).lightness() > 200);
        MarkingTranslator translator;
        QVERIFY(QCoreApplication::installTranslator(&translator));
        QTRY_VERIFY(shown.view->accessibleName().startsWith(QLatin1Char('#')));
        QTRY_VERIFY(shown.view->lineText(0).startsWith(QLatin1Char('#')));
        QTRY_VERIFY(shown.table->headerData(0, Qt::Horizontal, Qt::DisplayRole).toString().startsWith(QLatin1Char('#')));
        for (const char* name : {"attention", "neurons", "folded", "readout", "text"})
            QTRY_VERIFY(shown.control<QCheckBox>(name)->text().startsWith(QLatin1Char('#')));
        for (const char* name : {"preset", "first", "memory", "reads", "pictures"})
            QTRY_VERIFY(shown.control<QWidget>(name)->accessibleDescription().startsWith(QLatin1Char('#')));
        QVERIFY(shown.control<QComboBox>("first")->itemText(1).startsWith(QLatin1Char('#')));
        QVERIFY(shown.panel.findChild<QComboBox*>(QStringLiteral("network"))->itemText(0).startsWith(QLatin1Char('#')));
        QVERIFY(shown.panel.title().startsWith(QLatin1Char('#')));
        QCoreApplication::removeTranslator(&translator);
        QTRY_COMPARE(shown.view->accessibleName(), QStringLiteral("Energy ledger"));
    }
};

QTEST_MAIN(EnergyViewsTest)
#include "energy_views_test.moc"
