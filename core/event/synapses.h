#pragma once

#include "core/data/activity.h"
#include "core/data/model_config.h"
#include "core/event/floats.h"
#include "core/event/kernels.h"
#include "core/event/packed_weights.h"
#include "core/event/spikes.h"
#include "core/parallel/team.h"

#include <string>
#include <vector>

namespace spikeclip::event {

/// Scratch memory of one thread's part of a layer.
struct Scratch
{
    std::vector<std::uint32_t> inputs; ///< firing inputs of some rows, one row after the other
    std::vector<std::uint32_t> ends;
    Floats panels;
    Floats sums;
};

/// What a pass computes with. Made once, used by one pass at a time.
struct Workshop
{
    explicit Workshop(int threads, KernelSet set = bestKernels()) : team(threads), loops(kernels(set)), scratch(static_cast<std::size_t>(threads)) {}

    parallel::Team team;
    const Kernels& loops;
    std::vector<Scratch> scratch; ///< one a thread
};

/// Real-valued activity of one layer over all steps.
///
/// Layout  [T, rows, stride], rows being the positions of all samples; stride >= channels, padding is anything
struct Currents
{
    Currents() = default;
    Currents(int steps, std::int64_t rows, int channels);

    float* row(int step, std::int64_t index) { return values.data() + (step * rows + index) * stride; }
    const float* row(int step, std::int64_t index) const { return values.data() + (step * rows + index) * stride; }

    int steps = 0;
    std::int64_t rows = 0;
    int channels = 0;
    int stride = 0;
    Floats values;
};

/// Where the current of a layer goes: into `current` (added, if asked), or into neurons, or both: then the stored sum drives them.
struct Target
{
    Currents* current = nullptr;
    bool add = false;
    Spikes* spikes = nullptr;
    data::LifOptions lif; ///< of the neurons
};

/// One layer of synapses behind neurons, its normalisation folded in.
///
/// Either path adds the weights of the firing inputs in ascending order, so both give the same bits, with any number of threads.
/// Source  `performance.md`
class Synapses
{
public:
    enum class Reach {
        Window, ///< 3x3 convolution, stride 1, padding 1
        Point,  ///< 1x1 convolution, or a linear layer at each position
        Whole,  ///< a linear layer on all positions of a sample at once
    };

    /// `weights` has 9 * channels, channels, or positions * channels inputs.
    Synapses(Reach reach, PackedWeights weights) : m_reach(reach), m_weights(std::move(weights)) {}

    /// Errors  Error(BadShape) if the spikes have not as many channels (and positions) as the weights have inputs
    void run(const Spikes& in, const Target& target, data::SynapsePath path, Workshop& workshop) const;

    const PackedWeights& weights() const { return m_weights; }

    /// Names kind and extents, e.g. "conv3x3 64->128 on 8x8".
    std::string shapeOn(const data::SpikeShape& in) const;

private:
    Reach m_reach;
    PackedWeights m_weights;
};

/// A 3x3 convolution of real-valued pictures, its normalisation folded in; computed once, since every step sees the same.
class PictureSynapses
{
public:
    PictureSynapses(int channels, PackedWeights weights) : m_channels(channels), m_weights(std::move(weights)) {}

    /// Shape   picture [channels, side, side]  ->  rows [first, first + side * side) of `out`, step 0
    void run(std::span<const float> picture, int side, std::int64_t firstRow, Currents& out, Workshop& workshop) const;

    const PackedWeights& weights() const { return m_weights; }

private:
    int m_channels;
    PackedWeights m_weights;
};

/// rows of real numbers times weights plus bias, for the few products whose inputs are no spikes.
///
/// Shape   in [rows, inputs]  ->  out [rows, stride]
void multiplyRows(const float* in, std::int64_t rows, const PackedWeights& weights, const Kernels& loops, float* out);

/// Neurons on currents that are already there. `constant`: step 0 is the input of every step.
void fire(const Currents& current, bool constant, const data::LifOptions& lif, Spikes& spikes, Workshop& workshop);

/// Max-pool 3x3, stride 2, padding 1 of every step and sample.
///
/// Shape   in rows of height x width positions  ->  rows of half the height and width, rounded up
Currents pooled(const Currents& in, int batch, int height, int width, Workshop& workshop);

}
