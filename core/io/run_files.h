#pragma once

#include "core/data/training.h"

#include <string>

/// The files of a training run's folder that tell of it: `log.jsonl`, one JSON object a line, and `summary.json`, "spikeclip-summary/1".
namespace spikeclip::io {

/// One line of the log, without its line end.
std::string toLine(const data::TrainingEvent& event);

/// A log as far as it can be read: the last line of a killed run may be cut off, and lines of other versions are passed over. A run that was resumed from an older state
/// tells some steps twice; the later telling counts.
///
/// Errors  Error(FileMissing); Error(FileUnreadable)
data::TrainingLog readTrainingLog(const std::string& file);

/// Written atomically.
///
/// Errors  Error(FileUnwritable)
void writeRunSummary(const std::string& file, const data::RunSummary& summary);

/// Errors  Error(FileMissing); Error(FileUnreadable, "PATH: what") unless it is a summary of this version whose indices fit
data::RunSummary readRunSummary(const std::string& file);

}
