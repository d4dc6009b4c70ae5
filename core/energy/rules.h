#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace spikeclip::energy {

/// What one operation costs in picojoules: compute only, no memory traffic. The name is a literal.
struct EnergyPreset
{
    std::string_view name;
    double macPj = 0;
    double acPj = 0;
    int bits = 32; ///< of weights and real values at this precision

    friend bool operator==(const EnergyPreset&, const EnergyPreset&) = default;
};

/// 45 nm CMOS. Source: FP32 from Horowitz 2014 (multiply 3.7 plus add 0.9; add alone); FP16 and INT8 as in the presets of SpikingJelly's
/// op_counter; all in `algorithm.md` 6.2.
inline constexpr EnergyPreset fp32{"45 nm FP32", 4.6, 0.9, 32};
inline constexpr EnergyPreset fp16{"45 nm FP16", 1.5, 0.4, 16};
inline constexpr EnergyPreset int8{"45 nm INT8", 0.23, 0.03, 8};

/// The older convention of spiking transformers: 12.5 pJ a FLOP counted as a multiply-accumulate, 77 fJ a spike that reaches a synapse. It mixes
/// technologies: never compare its figures with those of another preset. Source: `algorithm.md` 6.2, from the figures of the first Spikformer paper
inline constexpr EnergyPreset older{"77 fJ/SOP", 12.5, 0.077, 32};

/// The name of a preset whose constants are the reader's own.
inline constexpr std::string_view customPreset = "custom";
inline constexpr double mostCustomPj = 10'000;                    ///< that a reader can give an operation
inline constexpr std::int64_t mostPicturesPerLabels = 10'000'000; ///< that a reader can have share the labels

std::vector<EnergyPreset> presets(); ///< the default first; without a custom one

/// Where operands come from, which papers seldom say and which decides more than anything else.
struct MemoryModel
{
    std::string_view name; ///< a literal
    double pjPerBit = 0;   ///< of a read or a write

    friend bool operator==(const MemoryModel&, const MemoryModel&) = default;
};

/// On-chip memories of 8 KiB, 32 KiB and 1 MiB: 10, 20 and 100 pJ for 64 bits. Source: [energy45nm]
inline constexpr MemoryModel sram8k{"SRAM, 8 KiB", 10.0 / 64};
inline constexpr MemoryModel sram32k{"SRAM, 32 KiB", 20.0 / 64};
inline constexpr MemoryModel sram1m{"SRAM, 1 MiB", 100.0 / 64};

std::vector<MemoryModel> memories(); ///< the default first

/// How often a weight is fetched.
enum class WeightReads {
    EachOperation, ///< for every operation counted: no reuse, as on event-driven hardware
    OncePerStep,   ///< each weight of a layer once whenever the layer runs: perfect reuse within a step, none between steps
};

/// The choices on which papers differ.
struct Rules
{
    EnergyPreset preset = fp32;
    bool firstConvolutionEveryStep = true; ///< otherwise once: the picture is the same at every step
    bool attentionProducts = true;
    bool neuronUpdates = false;            ///< one multiply-accumulate a neuron and step
    bool foldedNormalisation = true;       ///< otherwise one multiply-accumulate a normalised value, whenever the layer runs
    bool readout = true;                   ///< with the weighting of the steps
    bool text = false;                     ///< the labels' side, divided among
    std::int64_t picturesPerLabels = 1000; ///< so many pictures
    MemoryModel memory = sram1m;
    WeightReads weightReads = WeightReads::EachOperation;
    int weightBits = 32; ///< of weights, potentials and real values in memory

    friend bool operator==(const Rules&, const Rules&) = default;
};

/// Each choice as an English sentence, in the order of the struct.
std::vector<std::string> sentences(const Rules& rules);

/// "45 nm FP32: 4.6 pJ/MAC, 0.9 pJ/AC"
std::string describe(const EnergyPreset& preset);

/// Errors  Error(BadValue) for a negative or infinite constant, precision outside 1 to 64 bits, or fewer than one picture
void check(const Rules& rules);

}
