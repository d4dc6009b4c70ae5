#pragma once

#include "core/data/activity.h"
#include "core/energy/rules.h"

#include <cstdint>
#include <string>
#include <vector>

/// The energy estimate taken apart: a row for everything that may be charged. Rows hold exact integers; only their product with picojoules is an estimate.
namespace spikeclip::energy {

/// One thing that is charged.
///
/// Units   operations, bits and picojoules for all pictures among which the row is divided (`sharedBy`); the Pj functions are for one
struct Row
{
    enum class Part {
        Synapses,
        Neurons,       ///< updates of membrane potentials, and the traffic of potentials and spikes
        Normalisation, ///< where it is not folded into the weights
        TimeWeights,   ///< the weighting of the steps
    };
    enum class Side { Image, Text };

    std::string name; ///< module path
    Part part = Part::Synapses;
    Side side = Side::Image;
    data::OperationKind kind = data::OperationKind::Ac;
    std::int64_t dense = 0;      ///< operations if every input fired, over the times it ran
    std::int64_t effective = 0;  ///< operations counted
    bool charged = true;         ///< false: a rule leaves the operations out; memory traffic counts all the same
    int times = 1;               ///< how often it ran: steps, or once
    std::int64_t sharedBy = 1;   ///< pictures among which the row is divided: of the text side
    double inputRate = -1;       ///< of the neurons that feed it, in [0, 1]; below 0: real numbers, or several layers
    double pjEach = 0;           ///< of one operation
    std::int64_t weightBits = 0; ///< of weights, read
    std::int64_t valueBits = 0;  ///< of inputs and outputs, read and written; a spike is one bit
    std::int64_t stateBits = 0;  ///< of membrane potentials, read and written
    double pjPerBit = 0;

    std::int64_t operations() const { return charged ? effective : 0; }
    std::int64_t memoryBits() const { return weightBits + valueBits + stateBits; }
    double computePj() const { return pjEach * static_cast<double>(operations()) / static_cast<double>(sharedBy); }
    double memoryPj() const { return pjPerBit * static_cast<double>(memoryBits()) / static_cast<double>(sharedBy); }

    friend bool operator==(const Row&, const Row&) = default;
};

/// What one network costs for one picture.
struct Ledger
{
    std::vector<Row> rows; ///< input to output; text after image

    double macs() const; ///< charged, for one picture: fractions where rows are shared
    double acs() const;
    double computePj() const;
    double memoryPj() const;
    double totalPj() const { return computePj() + memoryPj(); }
};

/// What passes counted, without any rule.
struct Counts
{
    std::vector<data::LayerOperations> image;                  ///< of the spiking image encoder, for one picture
    std::vector<data::LayerActivity> neurons;                  ///< likewise; empty: their updates and traffic are not known and left out
    std::vector<std::vector<data::LayerOperations>> text;      ///< of the spiking text encoder, a label each; empty: not known
    std::vector<std::vector<data::LayerActivity>> textNeurons; ///< likewise
    std::vector<data::LayerOperations> twin;                   ///< of the ANN twin; empty: the model has none
};

/// The largest T for which every layer has a count, of the image and of the text; 0 if no image was counted.
int stepsCounted(const Counts& counts);

/// The spiking network up to T = `steps`.
///
/// Errors  Error(BadArgument) if steps < 1; Error(BadShape) if a layer has no count for one of the steps
/// Source  `algorithm.md` 6.4 for what is charged how
Ledger spikingLedger(const Counts& counts, int steps, const Rules& rules);

/// The ANN twin.
Ledger twinLedger(const Counts& counts, const Rules& rules);

/// The twin with activations of as many bits as T steps of spikes can tell apart: equivalentBits(T). A multiply-accumulate with a value of b bits is
/// charged as b accumulates, one a bit, as on bit-serial hardware; layers that real numbers feed (the picture, the read-out) stay as they are.
///
/// Source  [fairenergy] for the number of bits; the charge by bits is this program's
Ledger quantisedTwinLedger(const Counts& counts, int steps, const Rules& rules);

/// ceil(log2(steps + 1)): 3 at T = 4. Source  [fairenergy]
int equivalentBits(int steps);

/// A spiking network beside an ordinary one, in picojoules a picture.
struct Comparison
{
    double spikingPj = 0;
    double ordinaryPj = 0; ///< 0: the model has no twin

    double saving() const; ///< share of the ordinary one that the spiking one saves: below 0 it costs more; 0 without a twin
};

/// The three numbers that belong together, because each alone misleads.
struct Verdicts
{
    Comparison compute;   ///< operations only, as most papers report it
    Comparison memory;    ///< with memory traffic
    Comparison quantised; ///< with memory traffic, against the twin with equivalentBits(T)
};
Verdicts verdicts(const Counts& counts, int steps, const Rules& rules);

}
