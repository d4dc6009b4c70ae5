#pragma once

#include <QPalette>

#include <array>

class QCustomPlot;
class QFont;

namespace spikeclip::widgets {

/// QCustomPlot knows neither palette nor font of its widget: this hands both to every axis of a plot. To be called when either changes.
void stylePlot(QCustomPlot& plot, const QPalette& palette, const QFont& font);

/// The colour map of magnitudes, dark to light, in 256 opaque colours.
/// Source: viridis by Nathaniel Smith and Stefan van der Walt (matplotlib, CC0), interpolated between nine of its colours
const std::array<QRgb, 256>& viridis();

/// Black or white, whichever reads better on `colour`.
QColor inkOn(QRgb colour);

}
