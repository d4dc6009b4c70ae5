#pragma once

#include "core/data/activity.h"

#include <QColor>
#include <QPointF>
#include <QString>

#include <span>

class QPainter;

/// How layers and what they took are written and marked, in every view alike.
namespace spikeclip::widgets {

QString layerText(const QString& path); ///< the end of a module path without what its group says: "block.0.attn.q_lif" is "attn q"
int blockOf(const QString& path);       ///< from 0; -1: the stem
QString groupText(int block);           ///< "Stem", "Block 1"

QString rateText(double rate);     ///< spikes per neuron and step: "0.116"
QString percentText(double share); ///< "11.6 %"
QString timeText(double ms);       ///< "12.4 ms"; below a tenth of a millisecond "86 µs"
QString pathText(data::SynapsePath path);

/// Whether there was a path to choose: products of attention and the picture's own layer have only one.
inline bool hasChoice(const data::LayerTime& time) { return !time.shape.empty(); }

double totalMs(std::span<const data::LayerTime> times);

/// A disc for event-driven, a square for dense.
void paintPathMark(QPainter& painter, data::SynapsePath path, QPointF centre, double size, const QColor& colour);

}
