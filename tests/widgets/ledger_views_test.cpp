// The rows, formulas and verdicts of the energy ledger, in words and painted.

#include "tests/energy_counts.h"
#include "tests/widgets/painting.h"
#include "widgets/ledger_text.h"
#include "widgets/ledger_verdict.h"
#include "widgets/ledger_view.h"

#include <QtTest>

#include <algorithm>
#include <cmath>
#include <set>

using namespace spikeclip;
using namespace spikeclip::widgets;
using energy::Row;
using energy::Rules;
using test::paintEverywhere;

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

QString linesOf(const LedgerView& view)
{
    QStringList all;
    for (int line = 0; line < view.lineCount(); ++line)
        all << view.lineText(line);
    return all.join(QLatin1Char('\n'));
}

}

class LedgerViewsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale::c()); }

    void everyRowIsShownOnceUnderItsGroup()
    {
        auto config = test::smallConfig();
        config.blocks = 11; // "block.10" comes after "block.2"
        const auto figures = ledgerFigures(test::networkCounts(config), 4, {});
        for (const auto* ledger : {&figures.spiking, &figures.twin}) {
            const auto order = shownOrder(*ledger);
            QCOMPARE(std::set<int>(order.begin(), order.end()).size(), ledger->rows.size());
            LedgerGroup last;
            int groups = 0;
            for (const int row : order) {
                const auto group = groupOf(ledger->rows[static_cast<std::size_t>(row)]);
                QVERIFY(!(group < last));
                groups += group != last;
                last = group;
            }
            QCOMPARE(groups, 11 + 1); // the stem is the first
        }
        LedgerView view;
        view.setFigures(figures);
        int headings = 0;
        for (int line = 0; line < view.lineCount(); ++line)
            headings += view.lineText(line).startsWith(QLatin1String("Block "));
        QCOMPARE(headings, 11);
    }

    void formulasHoldWhatTheySay()
    {
        const auto figures = smallFigures();
        const auto tip = [&](const Row& row, LedgerColumn column) { return ledgerTip(figures, row, column); };
        const auto& first = rowOf(figures.spiking, "patch_embed.block0_conv");
        QCOMPARE(first.dense, std::int64_t(4 * 9 * 3 * 16 * 32 * 32));
        QVERIFY(tip(first, LedgerColumn::Dense).startsWith(QStringLiteral("4 \u00d7 442,368 = 1,769,472")));
        QVERIFY(tip(first, LedgerColumn::Operations).startsWith(QStringLiteral("4 \u00d7 424,673 = 1,698,692 multiply-accumulates")));
        QVERIFY(tip(first, LedgerColumn::Energy).startsWith(QStringLiteral("1,698,692 \u00d7 4.6 pJ = 7.81 \u00b5J")));
        QVERIFY(tip(first, LedgerColumn::Rate).contains(QStringLiteral("Real numbers")));

        const auto& q = rowOf(figures.spiking, "block.0.attn.q_conv");
        const auto product = static_cast<double>(q.dense) * q.inputRate;
        QVERIFY(std::abs(product - static_cast<double>(q.effective)) < 0.5); // a layer that reaches as many outputs from everywhere
        QVERIFY(tip(q, LedgerColumn::Operations).contains(wholeText(q.effective) + QStringLiteral(" accumulates")));
        QVERIFY(tip(q, LedgerColumn::Operations).contains(QStringLiteral("4 \u00d7 1,048,576 \u00d7 0.0")));
        QVERIFY(tip(q, LedgerColumn::Energy).startsWith(wholeText(q.effective) + QStringLiteral(" \u00d7 0.9 pJ = ") + energyOf(q.computePj())));

        const auto& conv = rowOf(figures.spiking, "patch_embed.block1_conv");
        QVERIFY(tip(conv, LedgerColumn::Operations).contains(QStringLiteral("\u2248")));
        QVERIFY(tip(conv, LedgerColumn::Operations).contains(wholeText(conv.effective)));
        QVERIFY(tip(conv, LedgerColumn::MemoryBits)
                    .startsWith(wholeText(conv.effective) + QStringLiteral(" \u00d7 32 = ") + wholeText(32 * conv.effective)));
        QVERIFY(tip(conv, LedgerColumn::MemoryBits).contains(wholeText(conv.memoryBits())));
        QVERIFY(tip(conv, LedgerColumn::MemoryEnergy).contains(QStringLiteral("\u00d7 1.5625 pJ = ") + energyOf(conv.memoryPj())));

        auto quantised = figures;
        quantised.shown = LedgerNetwork::QuantisedTwin;
        const auto& twin = rowOf(quantised.quantised, "embeddings.block1_conv");
        QVERIFY(ledgerTip(quantised, twin, LedgerColumn::PjEach).startsWith(QStringLiteral("3 \u00d7 0.9 pJ = 2.7 pJ")));
        QVERIFY(ledgerTip(quantised, rowOf(quantised.quantised, "proj"), LedgerColumn::PjEach).startsWith(QStringLiteral("4.6 pJ")));

        const auto once = smallFigures({.weightReads = energy::WeightReads::OncePerStep, .weightBits = 8});
        const auto& read = rowOf(once.spiking, "patch_embed.block1_conv");
        QVERIFY(ledgerTip(once, read, LedgerColumn::MemoryBits).startsWith(wholeText(4 * 9 * 16 * 32) + QStringLiteral(" \u00d7 8 = ")));

        for (const auto* ledger : {&figures.spiking, &figures.twin})
            for (const auto& row : ledger->rows)
                for (int column = 0; column < ledgerColumnCount; ++column) {
                    QVERIFY(!ledgerTip(figures, row, static_cast<LedgerColumn>(column)).isEmpty());
                    QVERIFY(!ledgerTip(figures, row, static_cast<LedgerColumn>(column)).contains(QLatin1String("%1")));
                }
    }

    void rowsThatNoRuleChargesStayAndSaySo()
    {
        LedgerView view;
        const auto figures = smallFigures();
        view.setFigures(figures);
        int silent = 0;
        for (const auto& row : figures.spiking.rows) {
            if (row.charged)
                continue;
            ++silent;
            QCOMPARE(ledgerCell(figures, row, LedgerColumn::Energy), QStringLiteral("not charged"));
            QCOMPARE(ledgerNumber(figures, row, LedgerColumn::Energy).toDouble(), 0.0);
            QVERIFY(ledgerTip(figures, row, LedgerColumn::Energy).startsWith(QStringLiteral("Not charged. The rules ")));
        }
        QVERIFY(silent > 10); // neurons and normalisations
        QVERIFY(linesOf(view).contains(QStringLiteral("stage 1, neurons")));
        QVERIFY(linesOf(view).contains(QStringLiteral("Label vectors are cached: not charged.")));
        const auto off = smallFigures({.attentionProducts = false, .readout = false});
        QVERIFY(ledgerTip(off, rowOf(off.spiking, "block.0.attn.qk"), LedgerColumn::Energy).contains(QStringLiteral("products of attention")));
        QVERIFY(ledgerTip(off, rowOf(off.spiking, "proj"), LedgerColumn::Energy).contains(QStringLiteral("read-out")));
        QCOMPARE(off.spiking.rows.size(), figures.spiking.rows.size());
    }

    void verdictsAreInWordsAndHonest()
    {
        QCOMPARE(verdictText({20, 100}), QStringLiteral("80 % less"));
        QCOMPARE(verdictText({131, 100}), QStringLiteral("31 % more"));
        QCOMPARE(verdictText({100, 100}), QStringLiteral("as much"));
        QCOMPARE(verdictText({0.4, 100}), QStringLiteral("99.6 % less"));
        QCOMPARE(verdictText({0.01, 100}), QStringLiteral("99.99 % less"));
        QCOMPARE(verdictText({99.7, 100}), QStringLiteral("0.3 % less"));
        QCOMPARE(verdictText({5, 0}), QString());

        auto losing = smallCounts();
        for (auto& layer : losing.image) // every neuron fires at every step, against a twin of 3 bits
            for (auto& count : layer.effective)
                count = layer.dense;
        const auto figures = ledgerFigures(losing, 4, {});
        QVERIFY(figures.verdicts.quantised.saving() < 0);
        QVERIFY(verdictTip(figures, Verdict::Quantised).contains(QStringLiteral(" % more")));
        QVERIFY(ledgerSummary(figures).contains(QStringLiteral(" % more")));
        QVERIFY(verdictTitle(figures, Verdict::Quantised).contains(QStringLiteral("3")));
        for (const auto verdict : {Verdict::Compute, Verdict::Memory, Verdict::Quantised}) {
            const auto& comparison = verdictOf(figures, verdict);
            QVERIFY(verdictTip(figures, verdict).contains(QStringLiteral("Estimated")));
            QVERIFY(verdictTip(figures, verdict).contains(energyOf(comparison.ordinaryPj)));
        }
        QVERIFY(ledgerCaption(figures).contains(QStringLiteral("45 nm FP32: 4.6 pJ/MAC, 0.9 pJ/AC")));
        QVERIFY(ledgerCaption(figures).contains(QStringLiteral("T = 4")));
    }

    void columnsComeWithTheRoomAndVerdictsStayWhereThereIsNone()
    {
        LedgerView view;
        view.setFigures(smallFigures());
        std::size_t before = 0;
        for (const int width : {120, 300, 430, 700, 1400}) {
            view.resize(width, 300);
            view.grab(); // a hidden widget hears of its size when it is painted
            const auto columns = view.columnsShown();
            QVERIFY(columns.size() >= std::max<std::size_t>(2, before));
            QVERIFY(columns[0] == LedgerColumn::Name);
            QVERIFY(std::ranges::count(columns, LedgerColumn::Energy) == 1);
            before = columns.size();
        }
        QCOMPARE(before, std::size_t(10));
        view.resize(430, 90);
        view.grab();
        QVERIFY(view.tipAt(QPoint(10, 50)).startsWith(QStringLiteral("Compute only")));
        paintEverywhere(view);
    }

    void toolTipsKnowTheCellUnderThePointer()
    {
        LedgerView view;
        view.resize(1400, 600);
        view.setFigures(smallFigures());
        view.grab(); // a hidden widget hears of its size when it is painted
        std::set<QString> tips;
        for (int y = 0; y < 600; y += 7)
            for (int x = 5; x < 1400; x += 11)
                tips.insert(view.tipAt(QPoint(x, y)));
        const auto figures = smallFigures();
        const auto& first = rowOf(figures.spiking, "patch_embed.block0_conv");
        for (const auto column : view.columnsShown()) {
            QVERIFY(tips.contains(ledgerTip(figures, first, column)));
            QVERIFY(tips.contains(ledgerHeaderTip(column)));
        }
        for (const auto verdict : {Verdict::Compute, Verdict::Memory, Verdict::Quantised})
            QVERIFY(tips.contains(verdictTip(figures, verdict)));
        QVERIFY(std::ranges::any_of(tips, [](const QString& tip) { return tip.contains(QStringLiteral("Batch normalisation is folded")); }));
    }
};

QTEST_MAIN(LedgerViewsTest)
#include "ledger_views_test.moc"
