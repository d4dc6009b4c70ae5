#include "core/data/potential_trace.h"

#include <utility>

namespace spikeclip::data {

NeuronTrace traceOf(std::int64_t neuron, std::vector<float> current, const LifOptions& lif)
{
    NeuronTrace trace{.neuron = neuron, .current = std::move(current)};
    const auto inverseTau = static_cast<float>(1 / lif.tau);
    const auto threshold = static_cast<float>(lif.threshold);
    float potential = 0;
    for (const float x : trace.current) {
        const float charged = potential + (x - potential) * inverseTau;
        const bool fires = charged >= threshold;
        potential = fires ? 0 : charged;
        trace.charged.push_back(charged);
        trace.after.push_back(potential);
        trace.fired.push_back(fires);
    }
    return trace;
}

PotentialTrace traceOf(const NeuronSite& site, const LifOptions& lif, const std::vector<std::int64_t>& neurons,
                       const std::function<std::vector<float>(std::int64_t neuron)>& currentOf)
{
    const auto count = std::int64_t{site.height} * site.width * site.channels;
    PotentialTrace trace{.layer = site.name, .threshold = lif.threshold, .tau = lif.tau};
    for (const auto neuron : neurons) {
        if (neuron < 0 || neuron >= count)
            throw Error(ErrorCode::BadArgument, site.name + " has the neurons 0 to " + std::to_string(count - 1) + ", but not " + std::to_string(neuron));
        trace.neurons.push_back(traceOf(neuron, currentOf(neuron), lif));
    }
    return trace;
}

Error noSuchLayer(const std::string& layer)
{
    return {ErrorCode::BadArgument, "the spiking image encoder has no layer of neurons " + layer};
}

}
