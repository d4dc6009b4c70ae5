#pragma once

#include "widgets/ledger_figures.h"

#include <QString>

/// The three comparisons of a spiking network with its ANN twin, in words. They stand together, because each alone misleads.
namespace spikeclip::widgets {

enum class Verdict { Compute, Memory, Quantised };

const energy::Comparison& verdictOf(const LedgerFigures& figures, Verdict verdict);
QString verdictTitle(const LedgerFigures& figures, Verdict verdict);
QString verdictText(const energy::Comparison& comparison);         ///< "82 % less", "31 % more", "as much"; empty without a twin
QString verdictTip(const LedgerFigures& figures, Verdict verdict); ///< how both of its figures are made, and where the idea comes from

/// Everything in a few sentences.
QString ledgerSummary(const LedgerFigures& figures);

/// What the figures stand under: T, preset, precision, memory.
QString ledgerCaption(const LedgerFigures& figures);

}
