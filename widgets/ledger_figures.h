#pragma once

#include "core/energy/ledger.h"

#include <QString>

#include <vector>

namespace spikeclip::widgets {

/// Whose ledger is shown.
enum class LedgerNetwork { Spiking, Twin, QuantisedTwin };

/// Everything that the views of the ledger show: three ledgers under the same rules, and what follows from them.
struct LedgerFigures
{
    energy::Rules rules;
    int steps = 0; ///< T; 0: nothing was counted
    energy::Ledger spiking;
    energy::Ledger twin;      ///< no rows: the model has none
    energy::Ledger quantised; ///< the twin with activations of as many bits as T steps can tell apart
    energy::Verdicts verdicts;
    bool neuronsKnown = false; ///< otherwise their updates and their traffic are in no sum
    bool textMissing = false;  ///< the rules ask for the labels' side, which nobody has counted yet
    LedgerNetwork shown = LedgerNetwork::Spiking;

    bool hasTwin() const { return !twin.rows.empty(); }
    int bits() const { return steps > 0 ? energy::equivalentBits(steps) : 0; } ///< of the quantised twin
    const energy::Ledger& ledger() const;                                      ///< the one shown
};

/// At T = `steps` or as many as were counted. Counts that cannot be charged give figures without rows.
LedgerFigures ledgerFigures(const energy::Counts& counts, int steps, const energy::Rules& rules);

/// Where in the network a row belongs.
struct LedgerGroup
{
    enum class Kind { Stem, Block, Readout, Text };
    Kind kind = Kind::Stem;
    int block = 0; ///< from 0

    friend auto operator<=>(const LedgerGroup&, const LedgerGroup&) = default;
};
LedgerGroup groupOf(const energy::Row& row);

/// The rows' numbers in the order in which they are shown: by group, and as they are charged within one.
std::vector<int> shownOrder(const energy::Ledger& ledger);

}
