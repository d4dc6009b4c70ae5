#include "widgets/ledger_figures.h"

#include "core/data/outcome.h"

#include <algorithm>
#include <charconv>
#include <numeric>
#include <string_view>

namespace spikeclip::widgets {

const energy::Ledger& LedgerFigures::ledger() const
{
    switch (shown) {
    case LedgerNetwork::Twin:
        return twin;
    case LedgerNetwork::QuantisedTwin:
        return quantised;
    case LedgerNetwork::Spiking:
        break;
    }
    return spiking;
}

LedgerFigures ledgerFigures(const energy::Counts& counts, int steps, const energy::Rules& rules)
{
    LedgerFigures figures{.rules = rules};
    steps = std::clamp(steps, 0, energy::stepsCounted(counts));
    if (steps < 1)
        return figures;
    try {
        figures.spiking = energy::spikingLedger(counts, steps, rules);
        figures.twin = energy::twinLedger(counts, rules);
        figures.quantised = energy::quantisedTwinLedger(counts, steps, rules);
        figures.verdicts = energy::verdicts(counts, steps, rules);
    } catch (const Error&) { // of a twin without a count, for one
        return {.rules = rules};
    }
    figures.steps = steps;
    figures.neuronsKnown = !counts.neurons.empty();
    figures.textMissing = rules.text && counts.text.empty();
    return figures;
}

LedgerGroup groupOf(const energy::Row& row)
{
    using Kind = LedgerGroup::Kind;
    if (row.side == energy::Row::Side::Text)
        return {Kind::Text, 0};
    const std::string_view name = row.name;
    for (const std::string_view prefix : {"block.", "encoder.layers."}) { // of the spiking network, of the twin
        if (!name.starts_with(prefix))
            continue;
        LedgerGroup group{Kind::Block, 0};
        std::from_chars(name.data() + prefix.size(), name.data() + name.size(), group.block);
        return group;
    }
    if (name == "proj" || row.part == energy::Row::Part::TimeWeights)
        return {Kind::Readout, 0};
    return {};
}

std::vector<int> shownOrder(const energy::Ledger& ledger)
{
    std::vector<int> order(ledger.rows.size());
    std::iota(order.begin(), order.end(), 0);
    std::ranges::stable_sort(order, {}, [&](int row) { return groupOf(ledger.rows[static_cast<std::size_t>(row)]); });
    return order;
}

}
