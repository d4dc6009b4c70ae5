#pragma once

#include "core/energy/ledger.h"
#include "widgets/export.h"

#include <QByteArray>

/// The energy ledger as files for programs, the same whatever the reader's language.
namespace spikeclip::widgets {

/// One ledger, a line for each row, in the order in which it is charged; names are English and have their units, numbers plain: programs read them. Rates
/// that do not exist are empty.
QByteArray ledgerCsv(const energy::Ledger& ledger, const ExportNotes& notes);

/// The whole estimate as a JSON document, format "spikeclip-energy/1": preset and rules, also as sentences; the three ledgers row by row with exact integers
/// and what they add up to; the three verdicts. Energies in picojoules, all estimated. Without a twin its ledgers have no rows and savings are null.
///
/// Errors  those of energy::spikingLedger
QByteArray ledgerJson(const energy::Counts& counts, int steps, const energy::Rules& rules);

}
