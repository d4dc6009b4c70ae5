#pragma once

#include "core/engine.h"

#include <stop_token>
#include <string>

namespace spikeclip::check {

/// Compares our encoders with values of the reference implementation, at the reference's size.
///
/// float64, both paths: spike counts must be equal; outputs, prefix outputs, loss, gradients and running statistics may deviate by 1e-6 of the
/// tensor's largest magnitude. float32, both paths, layer by layer, each layer fed the spikes of float64: a spike may differ only where the charged
/// potential, computed in float64, is within 1e-5 of the threshold; outputs may deviate by 1e-4 of the largest. A free-running float32 pass
/// is reported, not judged, because one tie at a threshold may flip everything after it.
///
/// Errors  Error(BadArgument) for a file that is not a reference; those of io::readFile(); Stopped
/// Source  `algorithm.md` appendix A, "How to judge"
SelfCheckReport selfCheck(const std::string& referenceFile, const Progress& progress, std::stop_token stop);

}
