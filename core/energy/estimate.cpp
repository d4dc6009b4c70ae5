#include "core/energy/estimate.h"

#include "core/data/outcome.h"

#include <charconv>
#include <cmath>

namespace spikeclip::energy {

namespace {

std::string number(double value)
{
    char text[32];
    const auto end = std::to_chars(text, text + sizeof text, value).ptr; // never the locale's comma
    return std::string(text, end);
}

double priceOf(const data::LayerOperations& layer, const EnergyPreset& preset)
{
    return layer.kind == data::OperationKind::Mac ? preset.macPj : preset.acPj;
}

void checkCounts(const data::LayerOperations& layer, std::size_t wanted)
{
    const auto found = layer.effective.size();
    if (layer.everyStep ? found < wanted : found != 1)
        throw Error(ErrorCode::BadShape, layer.name + ": wanted " + std::to_string(layer.everyStep ? wanted : 1) + " operation counts, found "
                                             + std::to_string(found));
}

std::vector<std::string> rulesOf(const EnergyPreset& preset)
{
    return {
        "A multiply-accumulate costs " + number(preset.macPj) + " pJ and an accumulate " + number(preset.acPj) + " pJ (" + preset.name + ").",
        "The first convolution sees real numbers: it is charged as multiply-accumulates, at every step, although its result is the same each time.",
        "Every other synapse of the SNN is charged one accumulate for each spike that reaches it, counted from the actual spikes.",
        "In attention, q k^T is charged one accumulate for each coincidence of two spikes, A v one for each spike that meets a non-zero entry of A.",
        "Positions outside the picture are charged neither to the SNN nor to the ANN twin.",
        "The read-out works on real numbers: it is charged as multiply-accumulates, once a picture, and is part of the sum at every T.",
        "Batch normalisation is folded into the weights.",
        "Neuron updates, biases, pooling, averages and residual sums are not counted, and neither are the activation functions of the ANN twin.",
        "Memory traffic is not counted.",
        "Label vectors are cached and not counted.",
    };
}

}

std::vector<EnergyPreset> presets()
{
    return {fp32, fp16, int8};
}

EnergySummary estimate(const std::vector<data::LayerOperations>& snn, const std::vector<data::LayerOperations>& twin, int steps,
                       const EnergyPreset& preset)
{
    if (steps < 1)
        throw Error(ErrorCode::BadArgument, "energy is estimated for at least one step, not for " + std::to_string(steps));
    for (const double price : {preset.macPj, preset.acPj})
        if (!std::isfinite(price) || price < 0)
            throw Error(ErrorCode::BadValue, "energy of an operation: wanted picojoules of 0 or more, found " + number(price));

    EnergySummary summary;
    summary.preset = preset.name + ": " + number(preset.macPj) + " pJ/MAC, " + number(preset.acPj) + " pJ/AC";
    summary.rules = rulesOf(preset);
    summary.snnPj.assign(static_cast<std::size_t>(steps), 0.0);
    for (const auto& layer : snn) {
        checkCounts(layer, summary.snnPj.size());
        for (int t = 0; t < steps; ++t)
            summary.snnPj[static_cast<std::size_t>(t)] += priceOf(layer, preset) * static_cast<double>(layer.effectiveUpTo(t + 1));
    }
    for (const auto& layer : twin) {
        checkCounts(layer, 1);
        summary.annPj += priceOf(layer, preset) * static_cast<double>(layer.effectiveUpTo(static_cast<int>(layer.effective.size())));
    }
    return summary;
}

}
