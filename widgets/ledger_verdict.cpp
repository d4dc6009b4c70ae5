#include "widgets/ledger_verdict.h"

#include "widgets/energy_line.h"
#include "widgets/ledger_text.h"

#include <QCoreApplication>
#include <QLocale>
#include <QStringList>

#include <algorithm>
#include <cmath>

namespace spikeclip::widgets {

namespace {

struct LedgerVerdict
{
    Q_DECLARE_TR_FUNCTIONS(LedgerVerdict)
};

QString memoryName(const energy::Rules& rules)
{
    return QString::fromUtf8(rules.memory.name.data(), static_cast<qsizetype>(rules.memory.name.size()));
}

/// "SNN: 1.23 M MAC and 4.56 M AC, 9.7 µJ"
QString operationsOf(const QString& network, const energy::Ledger& ledger)
{
    return LedgerVerdict::tr("%1: %2 MAC and %3 AC, %4")
        .arg(network, countText(ledger.macs()), countText(ledger.acs()), energyOf(ledger.computePj()));
}

/// "SNN: 9.7 µJ of operations + 120 µJ of memory = 130 µJ"
QString totalOf(const QString& network, const energy::Ledger& ledger)
{
    return LedgerVerdict::tr("%1: %2 of operations + %3 of memory = %4")
        .arg(network, energyOf(ledger.computePj()), energyOf(ledger.memoryPj()), energyOf(ledger.totalPj()));
}

QString sentenceOf(const LedgerFigures& figures, Verdict verdict)
{
    const auto& comparison = verdictOf(figures, verdict);
    const auto unit = std::max(comparison.spikingPj, comparison.ordinaryPj);
    const auto spiking = energyText(comparison.spikingPj, unit);
    if (!figures.hasTwin())
        return LedgerVerdict::tr("%1: SNN %2").arg(verdictTitle(figures, verdict), spiking);
    return LedgerVerdict::tr("%1: SNN %2, ANN %3, %4")
        .arg(verdictTitle(figures, verdict), spiking, energyText(comparison.ordinaryPj, unit), verdictText(comparison));
}

}

const energy::Comparison& verdictOf(const LedgerFigures& figures, Verdict verdict)
{
    switch (verdict) {
    case Verdict::Memory:
        return figures.verdicts.memory;
    case Verdict::Quantised:
        return figures.verdicts.quantised;
    case Verdict::Compute:
        break;
    }
    return figures.verdicts.compute;
}

QString verdictTitle(const LedgerFigures& figures, Verdict verdict)
{
    switch (verdict) {
    case Verdict::Memory:
        return LedgerVerdict::tr("With memory");
    case Verdict::Quantised:
        return LedgerVerdict::tr("ANN of %n bit(s)", nullptr, figures.bits());
    case Verdict::Compute:
        break;
    }
    return LedgerVerdict::tr("Compute only");
}

QString verdictText(const energy::Comparison& comparison)
{
    if (comparison.ordinaryPj <= 0)
        return {};
    const double percent = 100 * comparison.saving();
    const double size = std::abs(percent);
    const int decimals = percent >= 99.95 ? 2 : percent >= 99 || size < 1 ? 1 : 0; // never "100 % less" where something is left
    const auto number = QLocale().toString(size, 'f', decimals);
    if (size < 0.05)
        return LedgerVerdict::tr("as much", "energy as the ANN twin");
    return percent > 0 ? LedgerVerdict::tr("%1 % less").arg(number) : LedgerVerdict::tr("%1 % more").arg(number);
}

QString verdictTip(const LedgerFigures& figures, Verdict verdict)
{
    const auto spiking = LedgerVerdict::tr("SNN");
    const auto twin = LedgerVerdict::tr("ANN twin");
    QStringList lines{sentenceOf(figures, verdict) + QLatin1Char('.')};
    switch (verdict) {
    case Verdict::Compute:
        lines << LedgerVerdict::tr("The operations alone, as most papers report them: each counted operation times its picojoules (%1).")
                     .arg(presetText(figures.rules.preset))
              << operationsOf(spiking, figures.spiking);
        if (figures.hasTwin())
            lines << operationsOf(twin, figures.twin);
        break;
    case Verdict::Memory:
        lines << LedgerVerdict::tr(
                     "Operations and memory traffic: each bit of a weight, value or potential that is read or written costs %1 pJ (%2).")
                     .arg(QLocale().toString(figures.rules.memory.pjPerBit, 'g', 6), memoryName(figures.rules))
              << totalOf(spiking, figures.spiking);
        if (figures.hasTwin())
            lines << totalOf(twin, figures.twin);
        break;
    case Verdict::Quantised:
        lines << LedgerVerdict::tr(
                     "With memory, against the ANN twin with activations of %1 bits: as many values as %2 steps of spikes can tell apart, "
                     "ceil(log2(T + 1)). After Yan and others, arXiv 2409.08290. A multiply-accumulate with such a value is charged as %1 "
                     "accumulates.")
                     .arg(figures.bits())
                     .arg(figures.steps)
              << totalOf(spiking, figures.spiking);
        if (figures.hasTwin())
            lines << totalOf(LedgerVerdict::tr("Quantised ANN twin"), figures.quantised);
        break;
    }
    if (!figures.hasTwin())
        lines << LedgerVerdict::tr("This model has no ANN twin to compare with.");
    if (!figures.neuronsKnown && verdict != Verdict::Compute)
        lines << LedgerVerdict::tr("The neurons of this answer were not recorded: the traffic of their potentials is left out.");
    lines << LedgerVerdict::tr("Estimated, for one picture at T = %1.").arg(figures.steps);
    return lines.join(QLatin1Char('\n'));
}

QString ledgerSummary(const LedgerFigures& figures)
{
    if (figures.steps < 1)
        return {};
    QStringList parts{ledgerCaption(figures)};
    for (const auto verdict : {Verdict::Compute, Verdict::Memory, Verdict::Quantised})
        parts << sentenceOf(figures, verdict);
    const auto& ledger = figures.ledger();
    parts << LedgerVerdict::tr("%1 shown: %n row(s), %2 MAC and %3 AC charged", nullptr, static_cast<int>(ledger.rows.size()))
                 .arg(networkText(figures.shown), countText(ledger.macs()), countText(ledger.acs()));
    if (const auto most = std::ranges::max_element(ledger.rows, {}, &energy::Row::computePj); most != ledger.rows.end() && most->computePj() > 0)
        parts << LedgerVerdict::tr("%1 costs most, %2 of %3").arg(ledgerRowName(*most), energyOf(most->computePj()), energyOf(ledger.computePj()));
    return parts.join(QStringLiteral(". ")) + QLatin1Char('.');
}

QString ledgerCaption(const LedgerFigures& figures)
{
    return LedgerVerdict::tr("Estimated, one picture, T = %1 \u00b7 %2 \u00b7 memory: %3, %n bit(s)", nullptr, figures.rules.weightBits)
        .arg(figures.steps)
        .arg(presetText(figures.rules.preset), memoryName(figures.rules));
}

}
