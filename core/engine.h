#pragma once

#include "core/data/activity.h"
#include "core/data/encoder.h"
#include "core/data/energy.h"
#include "core/data/image.h"
#include "core/data/label_text.h"
#include "core/data/model_config.h"
#include "core/data/outcome.h"
#include "core/data/potential_trace.h"
#include "core/data/precision.h"
#include "core/data/speed.h"
#include "core/data/process_place.h"
#include "core/data/training.h"

#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <stop_token>
#include <string>
#include <vector>

/// The facade: values in, an Outcome out, no tensor and no exception. Both programs use nothing else of the engine, which they make in
/// `core/program_engine.h`: it answers on bits, and loads the engine on LibTorch at run time, because linking it costs over a second before main().
namespace spikeclip {

/// Who runs the spiking encoders. All give the same spikes up to rounding; Event and Dense exactly the same.
enum class ComputePath {
    Auto,  ///< on the CPU bits, each layer event-driven or dense, whichever is faster at its firing rate; elsewhere Plain
    Event, ///< bits, silent neurons skipped in every layer
    Dense, ///< bits, every neuron multiplied in every layer
    Fused, ///< LibTorch with our own loops for neurons and normalisation
    Plain, ///< a composition of LibTorch operations
};

/// Where and how networks are computed.
struct ComputeOptions
{
    std::string device = "cpu"; ///< "cpu", "cuda" or "cuda:N"
    int threads = 0;            ///< 0: chosen by a short probe
    ComputePath path = ComputePath::Auto;
    Precision precision = Precision::Float32; ///< Mixed where the device multiplies bfloat16
};

/// What is known of a model without running it.
struct ModelInfo
{
    std::string file;
    std::string hash;        ///< SHA-256 of the file, hexadecimal
    data::ModelConfig config;
    std::string card;        ///< the model card, a JSON object as text; may be empty
    bool hasTwin = false;
    bool hasText = false;
    std::map<std::string, std::int64_t> parameters; ///< trainable numbers per part: "image", "text", "ann"
    std::string device;      ///< actually in use
    int threads = 1;         ///< actually in use
    ComputePath path = ComputePath::Auto;
    Precision precision = Precision::Float32;
};

/// What became of one typed label.
struct LabelInfo
{
    std::string text;
    int tokens = 0;                        ///< words of the label itself, without the template
    int capacity = 0;                      ///< tokens that fit, together with the longest template
    std::vector<std::string> unknownWords; ///< not in the model's table; they do not contribute
    bool truncated = false;
};

struct InferenceRequest
{
    data::ImagePtr image;               ///< decoded photograph
    std::vector<std::string> labels;    ///< as typed, already separated
    std::vector<std::string> templates; ///< each with one "{}"; empty: the model's own
    Encoder encoder = Encoder::Snn;
    bool withTwin = false;              ///< also score the ANN twin
    data::Recording recording = data::Recording::Rates;
    int steps = 0;                      ///< highest T wanted; 0: all the model has
};

/// One picture against all labels, for every T at once.
struct InferenceResult
{
    std::vector<LabelInfo> labels;                  ///< in the order asked
    std::vector<std::vector<double>> cosine;        ///< [T][label], in [-1, 1]; one row for Encoder::Ann
    std::vector<double> twinCosine;                 ///< [label]; empty unless asked for
    double scale = 1;                               ///< of the softmax: probability = softmax(scale * cosine)
    std::vector<data::LayerActivity> layers;        ///< input to output; empty for Encoder::Ann
    std::vector<data::LayerOperations> operations;  ///< of the encoder used
    std::vector<data::LayerTime> times;             ///< of the pass that gave `layers`; empty for the paths of LibTorch
    EnergySummary energy;
    data::ImagePtr networkInput;                    ///< the small picture the network sees
    double imageMs = 0;                             ///< wall time of the image side in this call
    double textMs = 0;                              ///< wall time of the label side in this call
    bool imageCached = false;                       ///< no forward pass was needed
};

/// Which neurons to look into.
struct TraceRequest
{
    data::ImagePtr image;              ///< decoded photograph
    std::string layer;                 ///< module path of a layer of neurons, e.g. "block.0.attn.q_lif"
    std::vector<std::int64_t> neurons; ///< position * channels + channel, as in data::SpikeRecord
    int steps = 0;                     ///< T; 0: all the model has
};

struct ReadRequest
{
    std::vector<std::string> labels;    ///< as typed, already separated
    std::vector<std::string> templates; ///< the first is read; empty: the model's own
};

/// Both networks on one picture, against the clock.
struct RaceRequest
{
    data::ImagePtr image; ///< decoded photograph
    int steps = 0;        ///< T; 0: all the model has
    int repeats = 20;     ///< passes of each network that are timed; fewer, but at least three, where all would take longer than some seconds

    /// One pass of the spiking network by somebody else, instead of the engine's own; returns a number, or what is none if it failed. Throws nothing.
    std::function<double()> spiking = {};
};

/// Wall time of one pass over one picture, on this computer: from the small picture the network sees to the normalised vector. Neither making the picture
/// small nor labels are included.
struct RaceReport
{
    double snnMedianMs = 0;
    double snnP95Ms = 0; ///< the smallest time that 95 % of the passes do not exceed
    double annMedianMs = 0;
    double annP95Ms = 0;
    int steps = 0;       ///< T of the spiking network
    int repeats = 0;     ///< passes of each that were timed; they took turns, after one each to warm up
    int threads = 0;     ///< that both may use; 0: not on the CPU
    std::string snnPath; ///< who computed it: "on bits", "LibTorch", "LibTorch on cuda"
    std::string annPath;
    std::int64_t snnWeightBytes = 0; ///< all numbers of the image encoder as float32, those of its normalisations included
    std::int64_t annWeightBytes = 0;
    std::int64_t residentBeforeBytes = 0; ///< of this process before LibTorch and the twin were loaded; 0: they came with the model, or nobody knows
    std::int64_t residentAfterBytes = 0;  ///< after the race; 0: nobody knows
};

/// `fraction` in [0, 1]; `note` is a short English line such as "epoch 2 of 3, loss 1.93, 212 images/s, 4 min left".
using Progress = std::function<void(double fraction, const std::string& note)>;

struct EvaluationRequest
{
    std::vector<std::string> data;       ///< data sets, as io::listSamples reads them
    Encoder encoder = Encoder::Snn;
    std::string labelFile;               ///< one a line: name, or folder<TAB>name
    std::string onlyLabelsFile;          ///< restricts pictures and candidates
    std::string distractorFile;          ///< extra candidates that are never right
    int distractorCount = 0;             ///< chosen at random among the file's lines
    std::string listFile;                ///< tab-separated table with columns `file` (beside it) and `label`, instead of data sets
    int candidates = 0;                  ///< with listFile: each picture's own label and this many less one others; 0: all labels
    std::vector<std::string> templates;  ///< empty: the model's own
    int steps = 0;
    int batch = 64;
    std::uint64_t seed = 1;              ///< of the choice of distractors and candidates
};

struct EvaluationReport
{
    double top1 = 0;                         ///< at the highest T; fraction
    double top5 = 0;
    std::vector<double> top1PerStep;
    std::int64_t count = 0;                  ///< pictures judged
    std::vector<std::string> labels;         ///< candidates, distractors last
    std::vector<std::string> unknownLabels;  ///< candidates with a word the model does not know
    std::vector<std::string> brokenFiles;    ///< pictures that could not be read, left out of `count`
    double firingRate = 0;                   ///< mean over neurons, steps and pictures
    EnergySummary energy;                    ///< mean over pictures
    double seconds = 0;
};

struct TrainingRequest
{
    std::string recipeFile;
    std::string outFolder;
    std::string dataRoot;
    bool resume = false;
    std::optional<data::ProcessPlace> place = {}; ///< among the processes that share the run; empty: this one does all

    /// Told of everything that the log is told, on the thread that trains. Throws nothing.
    std::function<void(const data::TrainingEvent&)> watch = {};
};

struct TrainingSummary
{
    std::string checkpoint;
    std::map<std::string, double> metrics; ///< the last validation figures
};

/// One line of a self-check: a quantity, its largest deviation, and what was allowed.
struct Deviation
{
    std::string path;      ///< "plain float64", "fused float32", ...
    std::string quantity;  ///< "image outputs", "spikes block.0.attn.q_lif", ...
    double largest = 0;
    double tolerance = 0;  ///< infinite for quantities that are printed, not judged
    bool within = false;
};

struct SelfCheckReport
{
    std::string file;
    std::vector<Deviation> deviations;
    bool passed = false;
};

struct BenchRequest
{
    std::vector<int> batches = {1, 8};
    std::vector<int> threads;            ///< the forward pass is timed with each, training with the first; empty: those of ComputeOptions, or 1 and, where there are, 2
    std::vector<double> rates = {0.01, 0.05, 0.1, 0.2, 0.4}; ///< forced firing rates, beside the one as trained
    int repeats = 20;
    bool training = true;                ///< also a training step; of the reference size with one picture
    int trainingBatch = 32;
    bool reference = true; ///< also the reference size
};

/// One timed case. Times are wall milliseconds.
struct BenchCase
{
    std::string model;  ///< "default", "reference"
    std::string path;   ///< "plain", "fused", "ann"; on bits "auto", "event", "dense" and "auto, recorded"
    std::string work;   ///< "forward", "train step", "norm+lif" (forward and backward)
    int batch = 1;
    int threads = 1;
    int repeats = 0;
    double medianMs = 0;
    double p95Ms = 0;
    double wantedRate = 0; ///< forced by thresholds; 0: as trained
    double firingRate = 0; ///< of the forward pass; 0 for the ANN and for training
    double toPlain = 0;    ///< medianMs as a share of the plain path's in the same turns; 0 for training
    double peakMb = 0;     ///< resident memory of the whole process at its highest, MiB
};

class Engine
{
public:
    virtual ~Engine() = default;

    /// Reads a checkpoint and makes it the current model; the old one stays if this fails.
    virtual Outcome<ModelInfo> load(const std::string& file, const ComputeOptions& compute) = 0;

    virtual Outcome<InferenceResult> infer(const InferenceRequest& request, std::stop_token stop) = 0;

    /// The membrane potential of some neurons of the spiking image encoder, computed anew: it decided the spikes that infer() records.
    /// Errors  BadArgument naming a layer or neuron that is not there; PartMissing; TooManySteps
    virtual Outcome<data::PotentialTrace> trace(const TraceRequest& request, std::stop_token stop) = 0;

    /// How the text encoder reads labels, each in the first template alone. Errors  NoLabels; BadArgument; PartMissing
    virtual Outcome<std::vector<data::LabelReading>> read(const ReadRequest& request, std::stop_token stop) = 0;

    /// How long the spiking network and its ANN twin really take here. Errors  BadArgument; PartMissing; TooManySteps
    virtual Outcome<RaceReport> race(const RaceRequest& request, std::stop_token stop) = 0;

    virtual Outcome<EvaluationReport> evaluate(const EvaluationRequest& request, const Progress& progress, std::stop_token stop) = 0;

    /// What this computer does with the layers of the current model: measured and kept in a file the first time it is asked for, or `anew`.
    /// No layers for an engine that has no choice to make.
    virtual Outcome<data::MachineSpeed> speed(bool anew, const Progress& progress, std::stop_token stop) = 0;

    /// The following need no current model.
    virtual Outcome<TrainingSummary> train(const TrainingRequest& request, const ComputeOptions& compute, const Progress& progress,
                                           std::stop_token stop) = 0;

    /// What the same request would take: reads lists, times a few batches on pictures made up for it, and writes nothing.
    virtual Outcome<data::TrainingForecast> forecast(const TrainingRequest& request, const ComputeOptions& compute, std::stop_token stop) = 0;

    virtual Outcome<SelfCheckReport> selfCheck(const std::string& referenceFile, const Progress& progress, std::stop_token stop) = 0;
    virtual Outcome<std::vector<BenchCase>> bench(const BenchRequest& request, const ComputeOptions& compute, const Progress& progress,
                                                  std::stop_token stop) = 0;
};

/// Raised whenever anything in this header or in `core/data` changes shape; the loader refuses a module of another number.
inline constexpr int engineInterface = 9;

}
