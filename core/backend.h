#pragma once

#include "core/data/activity.h"
#include "core/data/encoder.h"
#include "core/data/model_config.h"
#include "core/data/potential_trace.h"
#include "core/data/speed.h"
#include "core/data/unit_vector.h"
#include "core/engine.h"
#include "core/text/word_table.h"

#include <cstdint>
#include <memory>
#include <span>
#include <stop_token>
#include <string>
#include <vector>

/// The seam between those who answer questions (Classifier, Evaluation) and those who run networks, on bits or on tensors.
namespace spikeclip {

/// What an encoder made of one picture.
struct Sight
{
    std::vector<UnitVector> features;              ///< [T], for every number of steps; one for Encoder::Ann
    std::vector<data::LayerActivity> layers;       ///< input to output; empty for Encoder::Ann and without recording
    std::vector<data::LayerOperations> operations; ///< input to output; empty without recording, but for Encoder::Ann
    std::vector<data::LayerTime> times;            ///< of the whole batch; empty where nobody measures
};

/// Runs the encoders of one model. No state survives a call. Errors are thrown as `Error`, or `Stopped`.
class Backend
{
public:
    virtual ~Backend() = default;

    virtual const data::ModelConfig& config() const = 0;
    virtual const std::shared_ptr<const text::WordTable>& words() const = 0; ///< null: labels cannot be typed
    virtual bool hasImage() const = 0;
    virtual bool hasText() const = 0;
    virtual bool hasTwin() const = 0; ///< in the model, whether or not this backend can run it
    virtual int threads() const = 0;  ///< in use

    /// Shape   inputs [B][3 * S * S], as io::networkInput() makes them  ->  [B]
    /// Errors  Error(PartMissing) if the model lacks the encoder or this backend does not run it; Error(TooManySteps)
    virtual std::vector<Sight> look(const std::vector<std::span<const float>>& inputs, Encoder encoder, int steps, data::Recording recording,
                                    std::stop_token stop) = 0;

    /// Some neurons of one layer of the spiking image encoder, from inside, for one picture.
    ///
    /// Shape   input [3 * S * S]
    /// Errors  Error(BadArgument) naming a layer or neuron that is not there; Error(PartMissing); Error(TooManySteps)
    virtual data::PotentialTrace trace(std::span<const float> input, const std::string& layer, const std::vector<std::int64_t>& neurons, int steps,
                                       std::stop_token stop) = 0;

    /// The vectors of sentences at all steps.
    ///
    /// Shape   ids [B][length] (-1: an empty place)  ->  [B]
    /// Errors  Error(PartMissing), Error(BadValue)
    virtual std::vector<UnitVector> read(const std::vector<std::vector<int>>& ids, std::stop_token stop) = 0;

    /// The text encoder's layers of neurons, input to output, with every spike of all steps.
    ///
    /// Shape   as read()
    /// Errors  as read()
    virtual std::vector<std::vector<data::LayerActivity>> readRecorded(const std::vector<std::vector<int>>& ids, std::stop_token stop) = 0;

    /// As Engine::speed(): what was measured is what this backend chooses by from now on.
    virtual data::MachineSpeed speed(bool /*anew*/, const Progress&, std::stop_token) { return {}; }
};

}
