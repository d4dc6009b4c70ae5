#include "core/energy/ledger.h"

#include "core/data/outcome.h"

#include <algorithm>
#include <bit>
#include <limits>
#include <map>

namespace spikeclip::energy {

namespace {

using data::LayerActivity;
using data::LayerOperations;
using data::OperationKind;

bool isProduct(const LayerOperations& layer)
{
    return layer.weights == 0;
}

void checkCounts(const LayerOperations& layer, int steps)
{
    const auto wanted = layer.everyStep ? static_cast<std::size_t>(steps) : std::size_t{1};
    if (layer.effective.size() < wanted)
        throw Error(ErrorCode::BadShape,
                    layer.name + ": wanted " + std::to_string(wanted) + " operation counts, found " + std::to_string(layer.effective.size()));
}

double priceOf(OperationKind kind, const Rules& rules)
{
    return kind == OperationKind::Mac ? rules.preset.macPj : rules.preset.acPj;
}

/// Rows of one side of a network, layer by layer.
class Rows
{
public:
    Rows(const Rules& rules, int steps, Row::Side side, std::int64_t sharedBy) : m_rules(rules), m_steps(steps), m_side(side), m_sharedBy(sharedBy) {}

    /// `neurons` may be empty. The same layers may be added again, for another label: rows of one name are summed.
    void add(const std::vector<LayerOperations>& synapses, const std::vector<LayerActivity>& neurons)
    {
        for (const auto& layer : synapses)
            addSynapses(layer, neurons);
        for (const auto& layer : neurons)
            addNeurons(layer);
    }

    std::vector<Row> take() { return std::move(m_rows); }

private:
    /// The row of this name and part, new if there is none yet.
    Row& row(const std::string& name, Row::Part part, OperationKind kind, int times)
    {
        const auto found = std::ranges::find_if(m_rows, [&](const Row& known) { return known.name == name && known.part == part; });
        if (found != m_rows.end())
            return *found;
        return m_rows.emplace_back(Row{.name = name,
                                       .part = part,
                                       .side = m_side,
                                       .kind = kind,
                                       .times = times,
                                       .sharedBy = m_sharedBy,
                                       .pjEach = priceOf(kind, m_rules),
                                       .pjPerBit = m_rules.memory.pjPerBit});
    }

    void addSynapses(const LayerOperations& layer, const std::vector<LayerActivity>& neurons)
    {
        checkCounts(layer, m_steps);
        const bool spikesIn = layer.kind == OperationKind::Ac;
        const bool picture = layer.everyStep && !spikesIn && !isProduct(layer) && m_side == Row::Side::Image;
        const bool readout = !layer.everyStep && m_side == Row::Side::Image;
        const int times = !layer.everyStep || (picture && !m_rules.firstConvolutionEveryStep) ? 1 : m_steps;
        const auto counted = layer.effectiveUpTo(times);

        auto& synapses = row(layer.name, Row::Part::Synapses, layer.kind, times);
        synapses.charged = readout ? m_rules.readout : !isProduct(layer) || m_rules.attentionProducts;
        synapses.dense += layer.dense * times;
        synapses.effective += counted;
        if (const auto source = std::ranges::find(neurons, layer.source, &LayerActivity::name); source != neurons.end())
            synapses.inputRate = source->firingRate(m_steps);
        if (!isProduct(layer))
            synapses.weightBits += m_rules.weightBits * (m_rules.weightReads == WeightReads::EachOperation ? counted : layer.weights * times);
        synapses.valueBits += layer.inputs * times * (spikesIn ? 1 : m_rules.weightBits);

        if (layer.normalised) {
            auto& norm = row(layer.name, Row::Part::Normalisation, OperationKind::Mac, times);
            norm.charged = !m_rules.foldedNormalisation;
            norm.dense += layer.outputs * times;
            norm.effective += layer.outputs * times;
        }
        if (readout) { // each step's values are weighted before they are added up
            auto& weighting = row("weights_tensor", Row::Part::TimeWeights, OperationKind::Mac, m_steps);
            weighting.charged = m_rules.readout;
            weighting.dense += layer.inputs * m_steps;
            weighting.effective += layer.inputs * m_steps;
        }
    }

    void addNeurons(const LayerActivity& layer)
    {
        auto& updates = row(layer.name, Row::Part::Neurons, OperationKind::Mac, m_steps);
        const auto count = layer.neurons * m_steps;
        updates.charged = m_rules.neuronUpdates;
        updates.dense += count;
        updates.effective += count;
        updates.inputRate = layer.firingRate(m_steps);
        updates.stateBits += 2 * count * m_rules.weightBits; // read and written
        updates.valueBits += count;                          // a spike or none, written
    }

    const Rules& m_rules;
    int m_steps;
    Row::Side m_side;
    std::int64_t m_sharedBy;
    std::vector<Row> m_rows;
};

/// The twin's rows; `bits` of its activations, and what a multiply-accumulate with one of them costs.
std::vector<Row> twinRows(const Counts& counts, const Rules& rules, int bits, double pjEach)
{
    std::vector<Row> rows;
    const auto& layers = counts.twin;
    for (std::size_t i = 0; i < layers.size(); ++i) {
        const auto& layer = layers[i];
        checkCounts(layer, 1);
        const bool readout = i + 1 == layers.size();
        const bool realIn = i == 0 || readout; // the picture, and an average
        Row row{.name = layer.name,
                .kind = OperationKind::Mac,
                .dense = layer.dense,
                .effective = layer.effectiveUpTo(1),
                .charged = readout ? rules.readout : !isProduct(layer) || rules.attentionProducts,
                .pjEach = realIn ? rules.preset.macPj : pjEach,
                .pjPerBit = rules.memory.pjPerBit};
        if (!isProduct(layer))
            row.weightBits = rules.weightBits * (rules.weightReads == WeightReads::EachOperation ? row.effective : layer.weights);
        row.valueBits = layer.inputs * (realIn ? rules.weightBits : bits) + layer.outputs * (readout ? rules.weightBits : bits);
        rows.push_back(row);
        if (layer.normalised) {
            Row norm{.name = layer.name,
                     .part = Row::Part::Normalisation,
                     .kind = OperationKind::Mac,
                     .pjEach = rules.preset.macPj,
                     .pjPerBit = rules.memory.pjPerBit};
            norm.charged = !rules.foldedNormalisation;
            norm.dense = norm.effective = layer.outputs;
            rows.push_back(norm);
        }
    }
    return rows;
}

double sum(const std::vector<Row>& rows, double (Row::*of)() const)
{
    double total = 0;
    for (const auto& row : rows)
        total += (row.*of)();
    return total;
}

double operationsOf(const std::vector<Row>& rows, OperationKind kind)
{
    double total = 0;
    for (const auto& row : rows)
        if (row.kind == kind)
            total += static_cast<double>(row.operations()) / static_cast<double>(row.sharedBy);
    return total;
}

void checkSteps(int steps)
{
    if (steps < 1)
        throw Error(ErrorCode::BadArgument, "energy is estimated for at least one step, not for " + std::to_string(steps));
}

}

double Ledger::macs() const
{
    return operationsOf(rows, OperationKind::Mac);
}

double Ledger::acs() const
{
    return operationsOf(rows, OperationKind::Ac);
}

double Ledger::computePj() const
{
    return sum(rows, &Row::computePj);
}

double Ledger::memoryPj() const
{
    return sum(rows, &Row::memoryPj);
}

int stepsCounted(const Counts& counts)
{
    auto steps = counts.image.empty() ? std::size_t{0} : std::numeric_limits<std::size_t>::max();
    const auto limit = [&](const std::vector<LayerOperations>& layers) {
        for (const auto& layer : layers)
            if (layer.everyStep || layer.effective.empty())
                steps = std::min(steps, layer.effective.size());
    };
    limit(counts.image);
    for (const auto& label : counts.text)
        limit(label);
    return static_cast<int>(std::min(steps, static_cast<std::size_t>(std::numeric_limits<int>::max())));
}

Ledger spikingLedger(const Counts& counts, int steps, const Rules& rules)
{
    checkSteps(steps);
    check(rules);
    Rows image(rules, steps, Row::Side::Image, 1);
    image.add(counts.image, counts.neurons);
    Ledger ledger{.rows = image.take()};
    if (rules.text) {
        Rows text(rules, steps, Row::Side::Text, rules.picturesPerLabels);
        for (std::size_t label = 0; label < counts.text.size(); ++label)
            text.add(counts.text[label], label < counts.textNeurons.size() ? counts.textNeurons[label] : std::vector<LayerActivity>());
        std::ranges::move(text.take(), std::back_inserter(ledger.rows));
    }
    return ledger;
}

Ledger twinLedger(const Counts& counts, const Rules& rules)
{
    check(rules);
    return {.rows = twinRows(counts, rules, rules.weightBits, rules.preset.macPj)};
}

Ledger quantisedTwinLedger(const Counts& counts, int steps, const Rules& rules)
{
    checkSteps(steps);
    check(rules);
    const int bits = equivalentBits(steps);
    return {.rows = twinRows(counts, rules, bits, bits * rules.preset.acPj)};
}

int equivalentBits(int steps)
{
    checkSteps(steps);
    return static_cast<int>(std::bit_width(static_cast<unsigned>(steps))); // ceil(log2(n + 1)) of a whole number
}

double Comparison::saving() const
{
    return ordinaryPj > 0 ? 1 - spikingPj / ordinaryPj : 0;
}

Verdicts verdicts(const Counts& counts, int steps, const Rules& rules)
{
    const auto spiking = spikingLedger(counts, steps, rules);
    const auto twin = twinLedger(counts, rules);
    return {.compute = {spiking.computePj(), twin.computePj()},
            .memory = {spiking.totalPj(), twin.totalPj()},
            .quantised = {spiking.totalPj(), quantisedTwinLedger(counts, steps, rules).totalPj()}};
}

}
