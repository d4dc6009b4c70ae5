#include "app/cli/energy.h"
#include "app/cli/json_output.h"
#include "app/cli/text_output.h"

#include <cmath>
#include <cstdlib>

namespace spikeclip::cli {

namespace {

using energy::Row;

const char* partName(Row::Part part)
{
    switch (part) {
    case Row::Part::Synapses:
        return "synapses";
    case Row::Part::Neurons:
        return "neurons";
    case Row::Part::Normalisation:
        return "normalisation";
    case Row::Part::TimeWeights:
        break;
    }
    return "time weights";
}

Json rulesDocument(const energy::Rules& rules)
{
    Json document;
    document["preset"] = std::string(rules.preset.name);
    document["mac_pj"] = finite(rules.preset.macPj, "mac_pj");
    document["ac_pj"] = finite(rules.preset.acPj, "ac_pj");
    document["first_convolution"] = rules.firstConvolutionEveryStep ? "each step" : "once";
    document["attention_products"] = rules.attentionProducts;
    document["neuron_updates"] = rules.neuronUpdates;
    document["folded_normalisation"] = rules.foldedNormalisation;
    document["readout"] = rules.readout;
    document["text"] = rules.text;
    document["pictures_per_labels"] = rules.picturesPerLabels;
    document["memory"] = std::string(rules.memory.name);
    document["memory_pj_per_bit"] = finite(rules.memory.pjPerBit, "memory_pj_per_bit");
    document["weight_reads"] = rules.weightReads == energy::WeightReads::EachOperation ? "each operation" : "once per step";
    document["weight_bits"] = rules.weightBits;
    document["sentences"] = energy::sentences(rules);
    return document;
}

Json ledgerDocument(const energy::Ledger& ledger)
{
    Json rows = Json::array();
    for (const auto& row : ledger.rows) {
        Json entry;
        entry["name"] = row.name;
        entry["part"] = partName(row.part);
        entry["side"] = row.side == Row::Side::Image ? "image" : "text";
        entry["kind"] = row.kind == data::OperationKind::Mac ? "MAC" : "AC";
        entry["dense"] = row.dense;
        entry["effective"] = row.effective;
        entry["charged"] = row.charged;
        entry["times"] = row.times;
        entry["shared_by"] = row.sharedBy;
        entry["input_rate"] = row.inputRate < 0 ? Json(nullptr) : finite(row.inputRate, row.name);
        entry["weight_bits"] = row.weightBits;
        entry["value_bits"] = row.valueBits;
        entry["state_bits"] = row.stateBits;
        entry["compute_pj"] = finite(row.computePj(), row.name);
        entry["memory_pj"] = finite(row.memoryPj(), row.name);
        rows.push_back(std::move(entry));
    }
    Json document;
    document["rows"] = std::move(rows);
    document["macs"] = finite(ledger.macs(), "macs");
    document["acs"] = finite(ledger.acs(), "acs");
    document["compute_pj"] = finite(ledger.computePj(), "compute_pj");
    document["memory_pj"] = finite(ledger.memoryPj(), "memory_pj");
    return document;
}

Json comparisonDocument(const energy::Comparison& comparison)
{
    const bool hasTwin = comparison.ordinaryPj > 0;
    Json document;
    document["snn_pj"] = finite(comparison.spikingPj, "snn_pj");
    document["ann_pj"] = hasTwin ? finite(comparison.ordinaryPj, "ann_pj") : Json(nullptr);
    document["saving"] = hasTwin ? finite(comparison.saving(), "saving") : Json(nullptr);
    return document;
}

/// "85.1 % less than", "12.0 % more than"
std::string inWords(const energy::Comparison& comparison)
{
    const double saving = comparison.saving();
    return percent(std::abs(saving)) + (saving >= 0 ? " less than " : " more than ") + energyInWords(comparison.ordinaryPj);
}

std::vector<std::string> verdictLine(const char* what, const energy::Comparison& comparison, const std::string& opponent)
{
    return {what, energyInWords(comparison.spikingPj),
            comparison.ordinaryPj > 0 ? inWords(comparison) + " of " + opponent : std::string("the model has no twin")};
}

}

std::string energyJson(const ModelInfo& info, const energy::Rules& rules, const std::vector<CountedPicture>& pictures)
{
    Json document;
    document["format"] = "spikeclip-energy/1";
    addProvenance(document, info);
    document["estimated"] = true;
    document["rules"] = rulesDocument(rules);
    document["images"] = Json::array();
    for (const auto& picture : pictures) {
        Json entry;
        entry["file"] = picture.file;
        entry["steps"] = picture.steps;
        entry["snn"] = ledgerDocument(energy::spikingLedger(picture.counts, picture.steps, rules));
        if (!picture.counts.twin.empty()) {
            entry["ann"] = ledgerDocument(energy::twinLedger(picture.counts, rules));
            entry["quantised_ann_bits"] = energy::equivalentBits(picture.steps);
            entry["quantised_ann"] = ledgerDocument(energy::quantisedTwinLedger(picture.counts, picture.steps, rules));
        }
        entry["per_step"] = Json::array();
        for (int t = 1; t <= picture.steps; ++t) {
            const auto verdicts = energy::verdicts(picture.counts, t, rules);
            Json step;
            step["steps"] = t;
            step["compute"] = comparisonDocument(verdicts.compute);
            step["with_memory"] = comparisonDocument(verdicts.memory);
            step["quantised"] = comparisonDocument(verdicts.quantised);
            entry["per_step"].push_back(std::move(step));
        }
        document["images"].push_back(std::move(entry));
    }
    return written(document);
}

std::string energyText(const CountedPicture& picture, const energy::Rules& rules)
{
    const auto ledger = energy::spikingLedger(picture.counts, picture.steps, rules);
    const double total = ledger.computePj();
    std::vector<std::vector<std::string>> rows;
    for (const auto& row : ledger.rows) {
        if (!row.charged)
            continue;
        rows.push_back({row.name + (row.part == Row::Part::Synapses ? "" : std::string(" (") + partName(row.part) + ')'),
                        row.kind == data::OperationKind::Mac ? "MAC" : "AC", row.inputRate < 0 ? std::string() : fixed(row.inputRate, 3),
                        grouped(row.dense), grouped(row.effective), energyInWords(row.computePj()),
                        total > 0 ? percent(row.computePj() / total) : std::string()});
    }
    auto text =
        printable(picture.file) + ": estimated energy up to T = " + std::to_string(picture.steps) + ", " + energy::describe(rules.preset) + '\n';
    text += table({{"layer"},
                   {"kind"},
                   {"rate", Align::Right},
                   {"dense", Align::Right},
                   {"operations", Align::Right},
                   {"energy", Align::Right},
                   {"share", Align::Right}},
                  rows);
    const auto verdicts = energy::verdicts(picture.counts, picture.steps, rules);
    const auto bits = std::to_string(energy::equivalentBits(picture.steps));
    text += '\n'
            + table({{"estimated"}, {"spiking", Align::Right}, {"beside the ANN twin"}},
                    {verdictLine("compute only", verdicts.compute, "the twin"), verdictLine("with memory", verdicts.memory, "the twin"),
                     verdictLine("with memory, fair bits", verdicts.quantised, "the twin of " + bits + " bits")});
    text += "\nCounted so:\n";
    for (const auto& sentence : energy::sentences(rules))
        text += "- " + sentence + '\n';
    return text + '\n';
}

}
