#pragma once

#include "core/nn/weights.h"

namespace spikeclip::train {

/// Weights of an encoder that is to have more blocks than `known` has. What `known` has is kept. The further blocks are those of `fresh`, except that the last normalisation (the twin: the last
/// layer) of each of their branches is zero: they add nothing to what passes them, so the network answers as before, and begin to add as they learn.
/// Source: arXiv 1706.02677, 5.1, "zero gamma"
///
/// `fresh`: all weights of the encoder that is to be
nn::Weights withFurtherBlocks(const nn::Weights& known, const nn::Weights& fresh);

}
