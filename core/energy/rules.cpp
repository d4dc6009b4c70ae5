#include "core/energy/rules.h"

#include "core/data/number_text.h"
#include "core/data/outcome.h"

#include <cmath>

namespace spikeclip::energy {

std::vector<EnergyPreset> presets()
{
    return {fp32, fp16, int8, older};
}

std::vector<MemoryModel> memories()
{
    return {sram1m, sram32k, sram8k};
}

std::string describe(const EnergyPreset& preset)
{
    return std::string(preset.name) + ": " + data::numberText(preset.macPj) + " pJ/MAC, " + data::numberText(preset.acPj) + " pJ/AC";
}

std::vector<std::string> sentences(const Rules& rules)
{
    const auto choose = [](bool first, const char* yes, const char* no) { return std::string(first ? yes : no); };
    return {
        "A multiply-accumulate costs " + data::numberText(rules.preset.macPj) + " pJ and an accumulate " + data::numberText(rules.preset.acPj) + " pJ ("
            + std::string(rules.preset.name) + ").",
        choose(rules.firstConvolutionEveryStep,
               "The first convolution sees real numbers: it is charged as multiply-accumulates, at every step, although its result is the same each "
               "time.",
               "The first convolution sees real numbers: it is charged as multiply-accumulates, once, because its result is the same at every step."),
        "Every other synapse of the SNN is charged one accumulate for each spike that reaches it, counted from the actual spikes.",
        choose(rules.attentionProducts,
               "In attention, q k^T is charged one accumulate for each coincidence of two spikes, A v one for each spike that meets a non-zero entry "
               "of A.",
               "The products of attention are not charged, neither in the SNN nor in the ANN twin."),
        choose(rules.neuronUpdates, "Each neuron's update is charged as one multiply-accumulate a step.", "Neuron updates are not charged."),
        choose(rules.foldedNormalisation, "Batch normalisation is folded into the weights.",
               "Batch normalisation is charged as one multiply-accumulate a value, whenever its layer runs, in the SNN and in the ANN twin."),
        choose(rules.readout,
               "The weighting of the steps and the read-out work on real numbers: they are charged as multiply-accumulates, the read-out once a "
               "picture at every T.",
               "The read-out is not charged, neither in the SNN nor in the ANN twin."),
        rules.text ? "The labels' side is divided among " + std::to_string(rules.picturesPerLabels)
                         + (rules.picturesPerLabels == 1 ? " picture." : " pictures.")
                   : std::string("Label vectors are cached and not charged."),
        "Positions outside the picture are charged neither to the SNN nor to the ANN twin.",
        "Biases, pooling, averages, residual sums and the ANN twin's activation functions are not counted.",
        "Where memory traffic is counted, a bit read or written costs " + data::numberText(rules.memory.pjPerBit) + " pJ (" + std::string(rules.memory.name)
            + "); weights and real values have " + std::to_string(rules.weightBits) + " bits, spikes one; "
            + choose(rules.weightReads == WeightReads::EachOperation, "a weight is fetched for each operation.",
                     "each weight is fetched once whenever its layer runs."),
    };
}

void check(const Rules& rules)
{
    for (const double constant : {rules.preset.macPj, rules.preset.acPj, rules.memory.pjPerBit})
        if (!std::isfinite(constant) || constant < 0)
            throw Error(ErrorCode::BadValue, "an energy constant: wanted picojoules of 0 or more, found " + data::numberText(constant));
    if (rules.weightBits < 1 || rules.weightBits > 64)
        throw Error(ErrorCode::BadValue, "precision: wanted 1 to 64 bits, found " + std::to_string(rules.weightBits));
    if (rules.picturesPerLabels < 1)
        throw Error(ErrorCode::BadValue, "pictures that share labels: wanted 1 or more, found " + std::to_string(rules.picturesPerLabels));
}

}
