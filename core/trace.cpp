#include "core/trace.h"

#include "core/data/outcome.h"
#include "core/io/preprocess.h"

#include <utility>

namespace spikeclip {

data::PotentialTrace trace(Backend& backend, const TraceRequest& request, std::stop_token stop)
{
    if (!request.image || request.image->empty())
        throw Error(ErrorCode::BadArgument, "there is no picture to trace neurons for");
    if (request.neurons.empty())
        throw Error(ErrorCode::BadArgument, "there is no neuron to trace");
    const auto& config = backend.config();
    const auto steps = data::checkedSteps(request.steps, config.image.steps);
    const auto input = io::networkInput(*request.image, config.image, config.preprocess);
    return backend.trace(input.values, request.layer, request.neurons, steps, std::move(stop));
}

}
