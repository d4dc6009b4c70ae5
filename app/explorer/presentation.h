#pragma once

#include "core/engine.h"
#include "widgets/energy_line.h"
#include "widgets/export.h"
#include "widgets/label_editor.h"
#include "widgets/rate_chart.h"
#include "widgets/score_table.h"

#include <QList>
#include <QStringList>

#include <optional>

/// One answer of the engine as what the widgets show at step T (from 1). Pure: moving T calls these again and nothing else.
namespace spikeclip::explorer {

/// `scale` 0: the model's own.
widgets::ScoreTable scoreTable(const InferenceResult& result, int step, double scale);

/// The leading label after each step.
QStringList winnerPerStep(const InferenceResult& result);

/// Rates up to `step`; times, if the engine measured any, of the whole pass.
widgets::RateTable rateTable(const InferenceResult& result, int step);
widgets::EnergyFigures energyFigures(const InferenceResult& result, int step);
QList<widgets::LabelNote> labelNotes(const InferenceResult& result);
QStringList labelNames(const InferenceResult& result);

/// What an exported file says of where it comes from. Names are English: programs read them.
widgets::ExportNotes exportNotes(const InferenceResult& result, const std::optional<ModelInfo>& model, const QString& picture);

/// Picture, model and program. A model that a run of training has made has the run's name; `run` is empty for any other.
QString titleOf(const QString& picture, const std::optional<ModelInfo>& model, const QString& run = {});

/// Where the model runs, and how long the answer took if there is one.
QString machineText(const ModelInfo& model, const InferenceResult& answer);

/// How many labels stand in `text`, duplicates included.
int typedLabels(const QString& text);

/// A failure as the sentence shown to the user, in the user's language.
QString sentenceFor(const Failure& failure);

}
