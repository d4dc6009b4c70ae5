#pragma once

#include "core/data/data_survey.h"

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

/// What a training run says of itself: the same facts while it runs, in the log of its folder, and in every view.
namespace spikeclip::data {

/// Some batches of a stage. Losses are means over the batches since the last point.
struct TrainingPoint
{
    std::string stage;      ///< "head", "full", "align-image", "dual", "ann", "align-text"
    int stageIndex = 0;     ///< in the recipe, from 0
    std::int64_t step = 0;  ///< batches done in this stage
    std::int64_t steps = 0; ///< batches of this stage in all
    double epoch = 0;       ///< of this stage, with fractions
    double loss = 0;        ///< what is minimised
    std::optional<double> crossEntropy; ///< unweighted, as the next three; absent if the stage has no such loss
    std::optional<double> divergence;   ///< KL(twin || student)
    std::optional<double> alignment;    ///< 1 - cos
    std::optional<double> firingRate;   ///< of these batches, in [0, 1]; absent unless it is part of the loss
    std::optional<double> trainTop1;    ///< fraction of these batches' pictures recognised while they were learnt from
    std::optional<double> gradientAngle; ///< between the gradients of cross-entropy and KL, degrees in [0, 180]
    std::optional<double> skipped;       ///< fraction of batches whose step the gate of the angle left out
    double learningRate = 0;
    double gradientNorm = 0;
    double imagesPerSecond = 0;
    double secondsLeft = 0; ///< of the whole run, estimated from its speed so far
};

/// A judgement on the validation pictures.
struct ValidationPoint
{
    std::string stage;
    int stageIndex = 0;
    std::int64_t step = 0;
    double epoch = 0;
    double top1 = 0; ///< fraction, at the highest T
    std::vector<double> top1PerStep; ///< [T]; one entry for a network without steps
};

/// One layer of neurons over a batch of validation pictures and all steps.
struct LayerHealth
{
    std::string name;     ///< module path, e.g. "block.0.attn.q_lif"
    double rate = 0;      ///< spikes per neuron and step, in [0, 1]
    double dead = 0;      ///< share of neurons that fired for none of the pictures
    double saturated = 0; ///< share of neurons that fired in more than half of all steps

    friend bool operator==(const LayerHealth&, const LayerHealth&) = default;
};

/// How the spiking network is while it learns.
struct HealthPoint
{
    std::string stage;
    int stageIndex = 0;
    std::int64_t step = 0;
    double epoch = 0;
    int pictures = 0;
    double rate = 0;     ///< over all neurons, in [0, 1]
    double energyPj = 0; ///< estimated, compute only, mean of a picture, under the default rules
    double twinPj = 0;   ///< the same of the ANN twin; 0 if there is none
    std::vector<LayerHealth> layers; ///< input to output
};

/// Something that happened.
struct TrainingNote
{
    enum class Kind {
        Started,
        Resumed,
        StageBegan,
        Checkpoint,  ///< a state was saved, from which the run can go on
        Stopped,     ///< by request; it can go on
        Broken,      ///< pictures that could not be read are left out; `count` of them
        LessMemory,  ///< batches are learnt in parts of `count`
        LonelyClass, ///< `count` classes have one picture only: learnt, never judged
        RolledBack,  ///< the loss was no number or exploded: the run ended with the last good checkpoint
        Finished,    ///< detail: why there is no summary, if there is none
    };
    Kind kind = Kind::Started;
    std::string stage; ///< empty: of the run as a whole
    int stageIndex = 0;
    std::int64_t step = 0;
    std::int64_t count = 0;
    std::string detail; ///< English
};

using TrainingEvent = std::variant<TrainingPoint, ValidationPoint, HealthPoint, TrainingNote>;

/// A run so far, or as a file remembers it.
struct TrainingLog
{
    std::vector<TrainingPoint> points;
    std::vector<ValidationPoint> validations;
    std::vector<HealthPoint> healths;
    std::vector<TrainingNote> notes;

    void add(const TrainingEvent& event);
};

/// What a run will take, from a few batches that were timed and the size of its data.
struct TrainingForecast
{
    std::int64_t pictures = 0;   ///< to learn from
    std::int64_t validation = 0;
    std::int64_t steps = 0;      ///< batches of all stages
    double seconds = 0;          ///< of all stages, with judging; estimated
    double peakBytes = 0;        ///< of this process above what it holds now; estimated
    double imagesPerSecond = 0;  ///< of the slowest stage, measured
};

/// One validation picture before and after a run.
struct JudgedSample
{
    std::string sample; ///< as io::readSample understands it
    int label = 0;      ///< index into RunSummary::labels
    int before = -1;    ///< label that led; -1: not judged
    int after = -1;
    double confidenceBefore = 0; ///< softmax of the leader, in [0, 1]
    double confidenceAfter = 0;
};

/// How a run ended: the same pictures judged by the model that it began with and by the one that it made.
struct RunSummary
{
    std::string name;
    std::string initialModel; ///< file; empty: fresh weights, and nothing was judged before
    std::string initialHash;  ///< SHA-256
    std::string model;        ///< file in the run's folder
    std::string hash;
    std::vector<std::string> labels;
    std::vector<JudgedSample> samples;
    std::vector<double> top1BeforePerStep; ///< [T]; empty if not judged before
    std::vector<double> top1AfterPerStep;  ///< [T]
    std::vector<BrokenSample> broken;
    double rateBefore = 0, rateAfter = 0;         ///< mean firing rate, in [0, 1]
    double energyBeforePj = 0, energyAfterPj = 0; ///< estimated, compute only, mean of a picture
    double seconds = 0;                           ///< of training
};

/// Which label pictures of each label were taken for.
struct ConfusionMatrix
{
    std::vector<std::string> labels;
    std::vector<std::int64_t> counts; ///< [true * labels + taken for]

    std::int64_t at(int label, int takenFor) const;
    std::int64_t ofLabel(int label) const;        ///< pictures that carry it
    std::int64_t takenFor(int label) const;       ///< pictures taken for it
    std::optional<double> recall(int label) const;    ///< fraction of its pictures recognised; none without a picture
    std::optional<double> precision(int label) const; ///< fraction of those taken for it that are; none if none was
    double top1() const;                              ///< fraction over all pictures; 0 without any
};

enum class Moment { Before, After };

ConfusionMatrix confusion(const RunSummary& summary, Moment moment);

/// Samples behind one cell.
std::vector<JudgedSample> samplesOf(const RunSummary& summary, Moment moment, int label, int takenFor);

}
