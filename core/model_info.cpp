#include "core/model_info.h"

#include "core/data/weight_specs.h"

namespace spikeclip {

ModelInfo describe(const Backend& backend)
{
    const auto& config = backend.config();
    ModelInfo info{.config = config, .hasTwin = backend.hasTwin(), .hasText = backend.hasText(), .threads = backend.threads()};
    if (backend.hasImage())
        info.parameters["image"] = data::parameterCount(data::imageWeights(config.image));
    if (backend.hasText())
        info.parameters["text"] = data::parameterCount(data::textWeights(config.text));
    if (backend.hasTwin())
        info.parameters["ann"] = data::parameterCount(data::twinWeights(config.image));
    return info;
}

}
