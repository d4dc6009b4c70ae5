#pragma once

#include "core/data/activity.h"
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

/// Name, kind and dense count; `effective` is left empty.
data::LayerOperations described(const data::SynapseSite& site);

/// Products whose input is inside the picture and, behind neurons, a spike: of one sample at one step.
///
/// Units   operations, exact. Source as `counts.h`
std::int64_t effective(const data::SynapseSite& site, const SpikesOf& spikesOf, int step, int sample);

/// Operations of the ANN twin for one picture, which do not depend on the picture.
std::vector<data::LayerOperations> twinOperations(const data::ImageConfig& config);

}
