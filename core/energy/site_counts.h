#pragma once

#include "core/data/activity.h"
#include "core/data/label_text.h"
#include "core/data/model_config.h"
#include "core/data/site.h"

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

/// Operation counts of whole layers, from what a forward pass says of them.
namespace spikeclip::energy {

/// The spikes of a layer of neurons that the pass has already met.
using SpikesOf = std::function<const data::SpikeRecord&(const std::string& neurons)>;

/// All but the counts of a pass: `effective` is left empty.
data::LayerOperations described(const data::SynapseSite& site);

/// Products whose input is inside the picture and, behind neurons, a spike: of one sample at one step.
///
/// Units   operations, exact. Source as `counts.h`
std::int64_t effective(const data::SynapseSite& site, const SpikesOf& spikesOf, int step, int sample);

/// Operations of the ANN twin for one picture, which do not depend on the picture.
std::vector<data::LayerOperations> twinOperations(const data::ImageConfig& config);

/// Operations of the spiking text encoder for one label in one sentence. The word table's rows are real numbers, the same at every step: their projection
/// is one multiply-accumulate each, once, for the words that count.
///
/// Errors  Error(BadShape) for a reading without spike counts
std::vector<data::LayerOperations> textOperations(const data::TextConfig& config, const data::LabelReading& reading);

}
