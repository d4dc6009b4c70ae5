#pragma once

#include "widgets/ledger_figures.h"

#include <QString>
#include <QVariant>

/// The words, numbers and formulas of the rows of the energy ledger, in every view alike.
namespace spikeclip::widgets {

enum class LedgerColumn { Group, Name, Part, Kind, Times, Dense, Rate, Operations, PjEach, Energy, Share, MemoryBits, MemoryEnergy, Pictures };
inline constexpr int ledgerColumnCount = 14;

QString networkText(LedgerNetwork network);
QString ledgerGroupText(const LedgerGroup& group);
QString presetText(const energy::EnergyPreset& preset); ///< "45 nm FP32: 4.6 pJ/MAC, 0.9 pJ/AC"
QString wholeText(qint64 count);                        ///< "1,234,567"
QString countText(double count);                        ///< "1.23 M": three digits
QString energyOf(double pj);                            ///< "1.23 nJ", the unit chosen by itself

/// Plain text as a tool tip that is broken into lines: Qt breaks rich text only.
QString wrappedTip(const QString& text);

QString ledgerHeader(LedgerColumn column);
QString ledgerHeaderTip(LedgerColumn column);

QString ledgerRowName(const energy::Row& row); ///< "mlp1_conv", "attn q, neurons"

/// What a cell says, exact; empty where there is nothing to say.
QString ledgerCell(const LedgerFigures& figures, const energy::Row& row, LedgerColumn column);

/// The plain number behind it, picojoules for energies; its text in other columns; nothing where there is no number.
QVariant ledgerNumber(const LedgerFigures& figures, const energy::Row& row, LedgerColumn column);

/// How its number is made: a formula with numbers.
QString ledgerTip(const LedgerFigures& figures, const energy::Row& row, LedgerColumn column);

/// How all of the row is made, in two sentences.
QString ledgerRowText(const LedgerFigures& figures, const energy::Row& row);

}
