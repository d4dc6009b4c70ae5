#include "widgets/ledger_export.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace spikeclip::widgets {

namespace {

using energy::Ledger;
using energy::Row;

QJsonValue text(std::string_view value)
{
    return QString::fromUtf8(value.data(), static_cast<qsizetype>(value.size()));
}

QJsonValue whole(std::int64_t value)
{
    return static_cast<qint64>(value);
}

QJsonObject rulesObject(const energy::Rules& rules)
{
    return {
        {QStringLiteral("first_convolution_every_step"), rules.firstConvolutionEveryStep},
        {QStringLiteral("attention_products"), rules.attentionProducts},
        {QStringLiteral("neuron_updates"), rules.neuronUpdates},
        {QStringLiteral("folded_normalisation"), rules.foldedNormalisation},
        {QStringLiteral("readout"), rules.readout},
        {QStringLiteral("text"), rules.text},
        {QStringLiteral("pictures_per_labels"), whole(rules.picturesPerLabels)},
        {QStringLiteral("memory"),
         QJsonObject{{QStringLiteral("name"), text(rules.memory.name)}, {QStringLiteral("pj_per_bit"), rules.memory.pjPerBit}}},
        {QStringLiteral("weight_reads"), text(rules.weightReads == energy::WeightReads::EachOperation ? "each operation" : "once a step")},
        {QStringLiteral("weight_bits"), rules.weightBits},
    };
}

QJsonValue partName(Row::Part part)
{
    switch (part) {
    case Row::Part::Synapses:
        return text("synapses");
    case Row::Part::Neurons:
        return text("neurons");
    case Row::Part::Normalisation:
        return text("normalisation");
    case Row::Part::TimeWeights:
        return text("time weights");
    }
    return {};
}

QJsonValue sideName(const Row& row)
{
    return text(row.side == Row::Side::Image ? "image" : "text");
}

QJsonValue kindName(const Row& row)
{
    return text(row.kind == data::OperationKind::Mac ? "mac" : "ac");
}

QJsonObject rowObject(const Row& row)
{
    return {
        {QStringLiteral("name"), text(row.name)},
        {QStringLiteral("part"), partName(row.part)},
        {QStringLiteral("side"), sideName(row)},
        {QStringLiteral("kind"), kindName(row)},
        {QStringLiteral("times"), row.times},
        {QStringLiteral("dense"), whole(row.dense)},
        {QStringLiteral("input_rate"), row.inputRate < 0 ? QJsonValue() : QJsonValue(row.inputRate)},
        {QStringLiteral("effective"), whole(row.effective)},
        {QStringLiteral("charged"), row.charged},
        {QStringLiteral("shared_by"), whole(row.sharedBy)},
        {QStringLiteral("pj_each"), row.pjEach},
        {QStringLiteral("compute_pj"), row.computePj()},
        {QStringLiteral("weight_bits"), whole(row.weightBits)},
        {QStringLiteral("value_bits"), whole(row.valueBits)},
        {QStringLiteral("state_bits"), whole(row.stateBits)},
        {QStringLiteral("pj_per_bit"), row.pjPerBit},
        {QStringLiteral("memory_pj"), row.memoryPj()},
    };
}

QJsonObject ledgerObject(const Ledger& ledger)
{
    QJsonArray rows;
    for (const auto& row : ledger.rows)
        rows << rowObject(row);
    const QJsonObject totals{
        {QStringLiteral("macs"), ledger.macs()},
        {QStringLiteral("acs"), ledger.acs()},
        {QStringLiteral("compute_pj"), ledger.computePj()},
        {QStringLiteral("memory_pj"), ledger.memoryPj()},
        {QStringLiteral("total_pj"), ledger.totalPj()},
    };
    return {{QStringLiteral("rows"), rows}, {QStringLiteral("totals"), totals}};
}

QJsonObject comparisonObject(const energy::Comparison& comparison)
{
    const bool comparable = comparison.ordinaryPj > 0;
    return {
        {QStringLiteral("spiking_pj"), comparison.spikingPj},
        {QStringLiteral("ordinary_pj"), comparable ? QJsonValue(comparison.ordinaryPj) : QJsonValue()},
        {QStringLiteral("saving"), comparable ? QJsonValue(comparison.saving()) : QJsonValue()},
    };
}

}

QByteArray ledgerCsv(const Ledger& ledger, const ExportNotes& notes)
{
    const auto number = [](double value) { return QString::number(value, 'g', 10); };
    const auto count = [](std::int64_t value) { return QString::number(value); };
    auto csv = csvNotes(notes);
    csv +=
        "layer,part,side,kind,runs,dense,input_rate,operations,charged,pj_each,shared_by_pictures,energy_pj,share,weight_bits,value_bits,state_bits,"
        "memory_pj\n";
    const auto all = ledger.computePj();
    for (const auto& row : ledger.rows)
        csv += csvLine({QString::fromStdString(row.name), partName(row.part).toString(), sideName(row).toString(), kindName(row).toString(),
                        count(row.times), count(row.dense), row.inputRate < 0 ? QString() : number(row.inputRate), count(row.effective),
                        row.charged ? QStringLiteral("yes") : QStringLiteral("no"), number(row.pjEach), count(row.sharedBy), number(row.computePj()),
                        number(all > 0 ? row.computePj() / all : 0), count(row.weightBits), count(row.valueBits), count(row.stateBits),
                        number(row.memoryPj())});
    return csv;
}

QByteArray ledgerJson(const energy::Counts& counts, int steps, const energy::Rules& rules)
{
    const auto verdicts = energy::verdicts(counts, steps, rules);
    QJsonArray sentences;
    for (const auto& sentence : energy::sentences(rules))
        sentences << text(sentence);
    const QJsonObject preset{
        {QStringLiteral("name"), text(rules.preset.name)},
        {QStringLiteral("mac_pj"), rules.preset.macPj},
        {QStringLiteral("ac_pj"), rules.preset.acPj},
    };
    const QJsonObject document{
        {QStringLiteral("format"), QStringLiteral("spikeclip-energy/1")},
        {QStringLiteral("kind"), QStringLiteral("estimated, for one picture")},
        {QStringLiteral("steps"), steps},
        {QStringLiteral("preset"), preset},
        {QStringLiteral("rules"), rulesObject(rules)},
        {QStringLiteral("sentences"), sentences},
        {QStringLiteral("spiking"), ledgerObject(energy::spikingLedger(counts, steps, rules))},
        {QStringLiteral("twin"), ledgerObject(energy::twinLedger(counts, rules))},
        {QStringLiteral("quantised_twin_bits"), energy::equivalentBits(steps)},
        {QStringLiteral("quantised_twin"), ledgerObject(energy::quantisedTwinLedger(counts, steps, rules))},
        {QStringLiteral("verdicts"),
         QJsonObject{
             {QStringLiteral("compute"), comparisonObject(verdicts.compute)},
             {QStringLiteral("memory"), comparisonObject(verdicts.memory)},
             {QStringLiteral("quantised"), comparisonObject(verdicts.quantised)},
         }},
    };
    return QJsonDocument(document).toJson();
}

}
