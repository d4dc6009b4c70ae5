#include "widgets/ledger_text.h"

#include "widgets/energy_line.h"
#include "widgets/layer_text.h"

#include <QCoreApplication>
#include <QLocale>
#include <QRegularExpression>
#include <QStringList>

#include <algorithm>
#include <array>
#include <cmath>

namespace spikeclip::widgets {

namespace {

using data::OperationKind;
using energy::Row;
using Part = Row::Part;

struct LedgerText
{
    Q_DECLARE_TR_FUNCTIONS(LedgerText)
};

QString plain(double value)
{
    return QLocale().toString(value, 'g', 6);
}

/// Of attention. Its bits say nothing: a layer that was silent has read no weight either.
bool isProduct(const Row& row)
{
    return row.part == Part::Synapses && (row.name.ends_with("attn.qk") || row.name.ends_with("attn.av"));
}

bool isReal(const Row& row)
{
    return row.kind == OperationKind::Mac;
}

QString operationsText(const Row& row, qint64 count)
{
    return isReal(row) ? LedgerText::tr("%1 multiply-accumulates").arg(wholeText(count)) : LedgerText::tr("%1 accumulates").arg(wholeText(count));
}

/// Why a row is charged nothing.
QString reasonText(const Row& row)
{
    switch (row.part) {
    case Part::Neurons:
        return LedgerText::tr("The rules charge no neuron updates.");
    case Part::Normalisation:
        return LedgerText::tr("The rules fold the normalisation into the weights.");
    case Part::TimeWeights:
        return LedgerText::tr("The rules charge no read-out.");
    case Part::Synapses:
        break;
    }
    return isProduct(row) ? LedgerText::tr("The rules charge no products of attention.") : LedgerText::tr("The rules charge no read-out.");
}

/// "4 × 16,384 × 0.1823… = 11,947 accumulates", as far as it is true.
QString operationsTip(const Row& row)
{
    const auto times = std::max(1, row.times);
    const auto count = operationsText(row, row.effective);
    QString text;
    if (isProduct(row) && !isReal(row)) {
        text =
            LedgerText::tr("%1 counted over %n step(s), of %2 possible: pairs of spikes that meet.", nullptr, times).arg(count, wholeText(row.dense));
    } else if (!isReal(row) && row.inputRate >= 0) {
        const auto product = static_cast<double>(row.dense) * row.inputRate;
        const auto left = LedgerText::tr("%1 \u00d7 %2 \u00d7 %3\u2026")
                              .arg(wholeText(times), wholeText(row.dense / times), QLocale().toString(row.inputRate, 'f', 4));
        text =
            std::abs(product - static_cast<double>(row.effective)) < 0.5
                ? LedgerText::tr("%1 = %2: steps \u00d7 dense \u00d7 input rate, and exactly what was counted.").arg(left, count)
                : LedgerText::tr(
                      "%1 \u2248 %2 (steps \u00d7 dense \u00d7 input rate). Counted exactly: %3, because a spike at the edge reaches fewer outputs.")
                      .arg(left, wholeText(std::llround(product)), count);
    } else if (row.effective % times == 0) {
        text = LedgerText::tr("%1 \u00d7 %2 = %3").arg(wholeText(times), wholeText(row.effective / times), count);
        switch (row.part) {
        case Part::Neurons:
            text = LedgerText::tr("%1: steps \u00d7 neurons.").arg(text);
            break;
        case Part::Normalisation:
            text = LedgerText::tr("%1: runs \u00d7 normalised values.").arg(text);
            break;
        case Part::TimeWeights:
            text = LedgerText::tr("%1: steps \u00d7 values that are weighted.").arg(text);
            break;
        case Part::Synapses:
            text = row.effective == row.dense ? LedgerText::tr("%1: runs \u00d7 products.").arg(text)
                                              : LedgerText::tr("%1: runs \u00d7 products inside the picture.").arg(text);
        }
    } else {
        text = LedgerText::tr("%1 counted over %n step(s).", nullptr, times).arg(count);
    }
    if (row.sharedBy > 1)
        text += QLatin1Char(' ') + LedgerText::tr("All labels together; %n picture(s) share them.", nullptr, static_cast<int>(row.sharedBy));
    if (!row.charged)
        text += QLatin1Char(' ') + reasonText(row);
    return text;
}

QString energyTip(const Row& row)
{
    if (!row.charged)
        return LedgerText::tr("Not charged. %1").arg(reasonText(row));
    if (row.sharedBy > 1)
        return LedgerText::tr("%1 \u00d7 %2 pJ / %3 pictures = %4 a picture, estimated")
            .arg(wholeText(row.effective), plain(row.pjEach), wholeText(row.sharedBy), energyOf(row.computePj()));
    return LedgerText::tr("%1 \u00d7 %2 pJ = %3, estimated").arg(wholeText(row.effective), plain(row.pjEach), energyOf(row.computePj()));
}

QString pjEachTip(const LedgerFigures& figures, const Row& row)
{
    const auto& preset = figures.rules.preset;
    if (isReal(row) && figures.shown == LedgerNetwork::QuantisedTwin && row.pjEach != preset.macPj)
        return LedgerText::tr("%1 \u00d7 %2 pJ = %3 pJ: a multiply-accumulate with a value of %1 bits is charged as %1 accumulates, one a bit. (%4)")
            .arg(wholeText(figures.bits()), plain(preset.acPj), plain(row.pjEach), presetText(preset));
    const auto one = isReal(row) ? LedgerText::tr("%1 pJ for a multiply-accumulate of real numbers (%2)")
                                 : LedgerText::tr("%1 pJ for the accumulate of a weight for a spike (%2)");
    return one.arg(plain(row.pjEach), presetText(preset));
}

QString memoryBitsTip(const LedgerFigures& figures, const Row& row)
{
    QStringList parts;
    const auto bits = figures.rules.weightBits;
    if (row.weightBits > 0)
        parts << (figures.rules.weightReads == energy::WeightReads::EachOperation
                      ? LedgerText::tr("%1 \u00d7 %2 = %3 bits of weights, one read for each operation")
                      : LedgerText::tr("%1 \u00d7 %2 = %3 bits of weights, each read once whenever the layer runs"))
                     .arg(wholeText(row.weightBits / bits), wholeText(bits), wholeText(row.weightBits));
    if (row.valueBits > 0)
        parts << (row.part == Part::Neurons ? LedgerText::tr("%1 bits of spikes, written, one a neuron and step")
                                            : LedgerText::tr("%1 bits of inputs and outputs"))
                     .arg(wholeText(row.valueBits));
    if (row.stateBits > 0)
        parts << LedgerText::tr("%1 bits of membrane potentials, read and written").arg(wholeText(row.stateBits));
    if (parts.isEmpty())
        return LedgerText::tr("No memory traffic of its own.");
    const auto sum = LedgerText::tr("Together %1 bits.").arg(wholeText(row.memoryBits()));
    return parts.join(QStringLiteral("; ")) + QStringLiteral(". ") + sum;
}

QString memoryEnergyTip(const LedgerFigures& figures, const Row& row)
{
    if (row.memoryBits() == 0)
        return LedgerText::tr("No memory traffic of its own.");
    const auto name = QString::fromUtf8(figures.rules.memory.name.data(), static_cast<qsizetype>(figures.rules.memory.name.size()));
    if (row.sharedBy > 1)
        return LedgerText::tr("%1 bits \u00d7 %2 pJ / %3 pictures = %4 a picture, estimated (%5)")
            .arg(wholeText(row.memoryBits()), plain(row.pjPerBit), wholeText(row.sharedBy), energyOf(row.memoryPj()), name);
    return LedgerText::tr("%1 bits \u00d7 %2 pJ = %3, estimated (%4)")
        .arg(wholeText(row.memoryBits()), plain(row.pjPerBit), energyOf(row.memoryPj()), name);
}

QString rateTip(const Row& row)
{
    if (row.inputRate < 0)
        return isReal(row) ? LedgerText::tr("Real numbers come in, so that there is no rate.") : LedgerText::tr("Several layers of neurons feed it.");
    const auto rate = rateText(row.inputRate);
    return row.part == Part::Neurons ? LedgerText::tr("%1 spikes per neuron and step, of these neurons").arg(rate)
                                     : LedgerText::tr("%1 spikes per neuron and step, of the neurons that feed this layer").arg(rate);
}

}

QString networkText(LedgerNetwork network)
{
    switch (network) {
    case LedgerNetwork::Twin:
        return LedgerText::tr("ANN twin");
    case LedgerNetwork::QuantisedTwin:
        return LedgerText::tr("Quantised ANN twin");
    case LedgerNetwork::Spiking:
        break;
    }
    return LedgerText::tr("Spiking network");
}

QString ledgerGroupText(const LedgerGroup& group)
{
    switch (group.kind) {
    case LedgerGroup::Kind::Block:
        return groupText(group.block);
    case LedgerGroup::Kind::Readout:
        return LedgerText::tr("Read-out");
    case LedgerGroup::Kind::Text:
        return LedgerText::tr("Labels");
    case LedgerGroup::Kind::Stem:
        break;
    }
    return groupText(-1);
}

QString presetText(const energy::EnergyPreset& preset)
{
    const auto name = preset.name == energy::customPreset ? LedgerText::tr("Own constants")
                                                          : QString::fromUtf8(preset.name.data(), static_cast<qsizetype>(preset.name.size()));
    return LedgerText::tr("%1: %2 pJ/MAC, %3 pJ/AC").arg(name, plain(preset.macPj), plain(preset.acPj));
}

QString wholeText(qint64 count)
{
    auto locale = QLocale();
    locale.setNumberOptions(locale.numberOptions() & ~QLocale::OmitGroupSeparator); // the C locale has none of its own
    return locale.toString(count);
}

QString countText(double count)
{
    constexpr std::array<std::pair<double, const char*>, 4> units = {{{1e12, "T"}, {1e9, "G"}, {1e6, "M"}, {1e3, "k"}}};
    const auto unit = std::ranges::find_if(units, [count](const auto& u) { return count >= 0.9995 * u.first; });
    if (unit == units.end())
        return QLocale().toString(count, 'f', count == std::floor(count) ? 0 : count < 10 ? 2 : count < 100 ? 1 : 0);
    const auto value = count / unit->first;
    return LedgerText::tr("%1 %2", "number and k, M, G or T")
        .arg(QLocale().toString(value, 'f',
                                value < 9.995   ? 2
                                : value < 99.95 ? 1
                                                : 0),
             QString::fromLatin1(unit->second));
}

QString energyOf(double pj)
{
    return energyText(pj, pj);
}

QString ledgerRowName(const Row& row)
{
    static const QRegularExpression twin(QStringLiteral("^(embeddings\\.|encoder\\.layers\\.\\d+\\.)"));
    const auto name = layerText(QString::fromStdString(row.name).remove(twin));
    switch (row.part) {
    case Part::Neurons:
        return LedgerText::tr("%1, neurons").arg(name);
    case Part::Normalisation:
        return LedgerText::tr("%1, normalisation").arg(name);
    case Part::TimeWeights:
        return LedgerText::tr("weighting of the steps");
    case Part::Synapses:
        break;
    }
    return name;
}

QString wrappedTip(const QString& text)
{
    return text.isEmpty() ? text
                          : QStringLiteral("<qt>") + text.toHtmlEscaped().replace(QLatin1Char('\n'), QLatin1String("<br>")) + QStringLiteral("</qt>");
}

QString ledgerHeader(LedgerColumn column)
{
    switch (column) {
    case LedgerColumn::Group:
        return LedgerText::tr("Group");
    case LedgerColumn::Name:
        return LedgerText::tr("Layer");
    case LedgerColumn::Part:
        return LedgerText::tr("Part");
    case LedgerColumn::Kind:
        return LedgerText::tr("Kind");
    case LedgerColumn::Times:
        return LedgerText::tr("Runs");
    case LedgerColumn::Dense:
        return LedgerText::tr("Dense");
    case LedgerColumn::Rate:
        return LedgerText::tr("Rate");
    case LedgerColumn::Operations:
        return LedgerText::tr("Operations");
    case LedgerColumn::PjEach:
        return LedgerText::tr("pJ each");
    case LedgerColumn::Energy:
        return LedgerText::tr("Energy");
    case LedgerColumn::Share:
        return LedgerText::tr("Share");
    case LedgerColumn::MemoryBits:
        return LedgerText::tr("Memory bits");
    case LedgerColumn::MemoryEnergy:
        return LedgerText::tr("Memory");
    case LedgerColumn::Pictures:
        return LedgerText::tr("Shared by");
    }
    return {};
}

QString ledgerHeaderTip(LedgerColumn column)
{
    switch (column) {
    case LedgerColumn::Group:
    case LedgerColumn::Name:
    case LedgerColumn::Part:
        return LedgerText::tr("What is charged, from the picture to the answer");
    case LedgerColumn::Kind:
        return LedgerText::tr("MAC: multiply-accumulate of real numbers. AC: accumulate of a weight for a spike");
    case LedgerColumn::Times:
        return LedgerText::tr("How often the layer runs for one picture");
    case LedgerColumn::Dense:
        return LedgerText::tr("Operations if every input fired, padding included, over all runs");
    case LedgerColumn::Rate:
        return LedgerText::tr("Spikes per neuron and step of what comes in, counted");
    case LedgerColumn::Operations:
        return LedgerText::tr("Operations counted, exactly: for each spike the outputs that it reaches");
    case LedgerColumn::PjEach:
        return LedgerText::tr("Picojoules for one operation, from the preset");
    case LedgerColumn::Energy:
        return LedgerText::tr("Estimated energy of the operations: operations \u00d7 picojoules, for one picture");
    case LedgerColumn::Share:
        return LedgerText::tr("Of the energy of all operations, without memory");
    case LedgerColumn::MemoryBits:
        return LedgerText::tr("Bits read and written: weights, inputs and outputs, membrane potentials");
    case LedgerColumn::MemoryEnergy:
        return LedgerText::tr("Estimated energy of the memory traffic: bits \u00d7 picojoules, for one picture");
    case LedgerColumn::Pictures:
        return LedgerText::tr("Pictures among which the row is divided");
    }
    return {};
}

QString ledgerCell(const LedgerFigures& figures, const Row& row, LedgerColumn column)
{
    const auto value = ledgerNumber(figures, row, column);
    switch (column) {
    case LedgerColumn::Times:
    case LedgerColumn::Dense:
    case LedgerColumn::Operations:
    case LedgerColumn::MemoryBits:
    case LedgerColumn::Pictures:
        return wholeText(value.toLongLong());
    case LedgerColumn::Rate:
        return value.isValid() ? rateText(row.inputRate) : QString();
    case LedgerColumn::PjEach:
        return plain(row.pjEach);
    case LedgerColumn::Energy:
        return row.charged ? energyOf(row.computePj()) : LedgerText::tr("not charged");
    case LedgerColumn::Share:
        return row.charged ? percentText(value.toDouble()) : QString();
    case LedgerColumn::MemoryEnergy:
        return energyOf(row.memoryPj());
    default:
        return value.toString();
    }
}

QVariant ledgerNumber(const LedgerFigures& figures, const Row& row, LedgerColumn column)
{
    switch (column) {
    case LedgerColumn::Group:
        return ledgerGroupText(groupOf(row));
    case LedgerColumn::Name:
        return QString::fromStdString(row.name);
    case LedgerColumn::Part:
        switch (row.part) {
        case Part::Synapses:
            return LedgerText::tr("synapses");
        case Part::Neurons:
            return LedgerText::tr("neurons");
        case Part::Normalisation:
            return LedgerText::tr("normalisation");
        case Part::TimeWeights:
            return LedgerText::tr("weighting of the steps");
        }
        return {};
    case LedgerColumn::Kind:
        return isReal(row) ? QStringLiteral("MAC") : QStringLiteral("AC");
    case LedgerColumn::Times:
        return row.times;
    case LedgerColumn::Dense:
        return static_cast<qint64>(row.dense);
    case LedgerColumn::Rate:
        return row.inputRate < 0 ? QVariant() : QVariant(row.inputRate);
    case LedgerColumn::Operations:
        return static_cast<qint64>(row.effective);
    case LedgerColumn::PjEach:
        return row.pjEach;
    case LedgerColumn::Energy:
        return row.computePj();
    case LedgerColumn::Share: {
        const auto all = figures.ledger().computePj();
        return all > 0 ? row.computePj() / all : 0.0;
    }
    case LedgerColumn::MemoryBits:
        return static_cast<qint64>(row.memoryBits());
    case LedgerColumn::MemoryEnergy:
        return row.memoryPj();
    case LedgerColumn::Pictures:
        return static_cast<qint64>(row.sharedBy);
    }
    return {};
}

QString ledgerTip(const LedgerFigures& figures, const Row& row, LedgerColumn column)
{
    switch (column) {
    case LedgerColumn::Group:
    case LedgerColumn::Name:
    case LedgerColumn::Part:
        return QString::fromStdString(row.name) + QLatin1Char('\n') + ledgerRowText(figures, row);
    case LedgerColumn::Kind:
        return isReal(row) ? LedgerText::tr("MAC: real numbers are multiplied and added") : LedgerText::tr("AC: a spike only has its weight added");
    case LedgerColumn::Times:
        return row.times > 1 ? LedgerText::tr("It runs at each of %n step(s).", nullptr, row.times) : LedgerText::tr("It runs once for a picture.");
    case LedgerColumn::Dense: {
        const auto times = std::max(1, row.times);
        return LedgerText::tr("%1 \u00d7 %2 = %3: runs \u00d7 operations if every input fired")
            .arg(wholeText(times), wholeText(row.dense / times), wholeText(row.dense));
    }
    case LedgerColumn::Rate:
        return rateTip(row);
    case LedgerColumn::Operations:
        return operationsTip(row);
    case LedgerColumn::PjEach:
        return pjEachTip(figures, row);
    case LedgerColumn::Energy:
        return energyTip(row);
    case LedgerColumn::Share:
        return row.charged ? LedgerText::tr("%1 of %2 = %3 of the energy of all operations")
                                 .arg(energyOf(row.computePj()), energyOf(figures.ledger().computePj()), ledgerCell(figures, row, column))
                           : energyTip(row);
    case LedgerColumn::MemoryBits:
        return memoryBitsTip(figures, row);
    case LedgerColumn::MemoryEnergy:
        return memoryEnergyTip(figures, row);
    case LedgerColumn::Pictures:
        return LedgerText::tr("Pictures among which the row is divided: %1").arg(wholeText(row.sharedBy));
    }
    return {};
}

QString ledgerRowText(const LedgerFigures& figures, const Row& row)
{
    QStringList lines{operationsTip(row)};
    if (row.charged)
        lines << LedgerText::tr("Energy: %1").arg(energyTip(row));
    if (row.memoryBits() > 0)
        lines << LedgerText::tr("Memory: %1").arg(memoryEnergyTip(figures, row));
    return lines.join(QLatin1Char('\n'));
}

}
