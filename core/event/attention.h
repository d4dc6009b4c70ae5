#pragma once

#include "core/event/synapses.h"

namespace spikeclip::event {

/// Attention without softmax on spikes: y = scale * (q k^T) v, head by head, each step alone.
///
/// It is computed as q (k^T v): both products add rows for firing neurons only. All entries are integers far below 2^24, so the result is exact.
///
/// Shape   q, k, v [T, B, position, channels]  ->  current [T, B * positions, channels]; head h has channels [h * d, (h + 1) * d)
/// Errors  Error(BadShape) unless the three agree and heads divide the channels
/// Source  `algorithm.md` 2.1
Currents attend(const Spikes& q, const Spikes& k, const Spikes& v, int heads, double scale, Workshop& workshop);

}
