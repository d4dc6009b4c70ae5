#pragma once

#include "core/data/model_config.h"
#include "core/train/augmentation.h"

#include <cstdint>
#include <string>
#include <vector>

namespace spikeclip::train {

/// One data set among the training data.
struct DataSource
{
    std::string path;      ///< what io::listSamples reads, relative to the data root or absolute
    std::string labelFile; ///< relative to the recipe or absolute; empty: the classes' own names are labels
    int repeat = 1;        ///< how often each picture counts in an epoch
};

/// Where the text side's words and targets come from. Paths are relative to the data root.
struct TextSource
{
    std::string words;      ///< one word a line
    std::string vectors;    ///< float16, one row a word
    std::string names;      ///< tab-separated table with a column `name`
    std::string targets;    ///< float16, one row a name: vectors of the joint space
    std::string nouns;      ///< tab-separated table with columns `lemma` and `lexname`; empty: no pseudo-targets
    std::vector<std::string> nounKinds = {"animal", "artifact", "food", "plant"};
    std::vector<std::string> templates = {"{}", "a {}", "the {}", "a photo of a {}", "a photo of the {}", "a picture of a {}"}; ///< drawn at random
    int nounLimit = 20000;  ///< most frequent first
    double gamma = 0.7;     ///< of the RBF kernel on unit vectors
    double lambda = 0.2;    ///< ridge
};

/// One stage of a run. Source: the two-step recipe of `algorithm.md` 1 and 4.
struct Stage
{
    enum class Kind {
        AlignText,  ///< text encoder towards the targets: 1 - cos
        Ann,        ///< the twin on label vectors: cross-entropy
        AlignImage, ///< image encoder towards the twin: 1 - cos
        Dual,       ///< image encoder: cross-entropy and KL towards the twin, mean over all prefixes of the steps
        Full,       ///< image encoder: cross-entropy alone
        Head,       ///< the image encoder's read-out and weights of the steps, on features computed once: cross-entropy
    };
    enum class Target {
        Twin,   ///< the twin's vector of the same picture
        Labels, ///< the vector of the picture's label
    };
    Kind kind = Kind::Ann;
    double epochs = 1;            ///< may be a fraction; AlignText counts the names as an epoch
    int batch = 128;
    int steps = 0;                ///< T; 0: the model's
    double learningRate = 3e-3;
    double finalLearningRate = 1e-5;
    double warmUp = 0.03;         ///< share of the stage over which the rate rises
    double weightDecay = 0.05;    ///< on weights, not on normalisation, biases or time weights
    double clipNorm = 1.0;        ///< of the gradient; 0: not clipped
    Target target = Target::Twin; ///< of 1 - cos; for Ann always Labels
    double alignWeight = 0;       ///< of 1 - cos
    double crossEntropyWeight = 0;
    double klWeight = 0;          ///< of KL(twin || student), mean over the batch
    std::vector<double> prefixWeights; ///< of AlignImage, Dual and Full: how much the first step alone, the first two, ... and all steps count in the three losses above; empty: all alike
    double rateWeight = 0;        ///< of the mean firing rate of the image encoder's neurons, while it learns: fewer spikes, less energy
    double angleGate = 0;         ///< degrees between the gradients of cross-entropy and KL: beyond it a step is left out, below it cross-entropy and the firing rate alone count; 0: no gate
    double labelSmoothing = 0;
    double similarity = 0;        ///< smoothing goes to labels with similar vectors, softmax(similarity * cosine); 0: to all alike
    Augmentation augmentation;    ///< Head: mirrored half of the time, whatever else is asked for; AlignText: none

    std::string name() const;
};

struct Recipe
{
    std::string name;                   ///< of the model that comes out; empty: the configuration's
    data::ModelConfig model;            ///< of fresh weights; with `initial` the checkpoint's own configuration counts, as `change` leaves it
    std::uint64_t seed = 1;
    std::vector<DataSource> data;
    TextSource text;
    std::vector<std::string> heldOut;   ///< labels that no picture of the training may carry
    double validationShare = 0.05;      ///< the last pictures of each class
    int validationLimit = 4000;         ///< of those, judged while training and at its end
    double checkpointMinutes = 3;
    bool learnScale = true;             ///< of the softmax
    int distractors = 0;                ///< nouns of the text source that stand among the labels and are never right
    std::string initial;                ///< checkpoint to start from, relative to the recipe or absolute; empty: fresh weights
    std::string change;                 ///< JSON merge patch (RFC 7396) of the checkpoint's configuration; empty: none
    bool freshImage = false;            ///< the spiking image encoder starts from fresh weights although the checkpoint has some
    bool freshTwin = false;             ///< the same of the twin
    std::vector<Stage> stages;
    std::string card;                   ///< JSON object as text
    std::string folder;                 ///< of the recipe file: label files are relative to it
    std::string source;                 ///< the file's text; a run goes on by the same, or by what mayGoOnBy() allows
};

/// Errors  Error(RecipeBroken, "PATH: where and what")
Recipe readRecipe(const std::string& file);

/// Whether a run of the recipe `begun`, now in its stage `stage`, may go on by `wanted`: they differ in nothing but the stages behind that one.
///
/// `begun`, `wanted`: texts of recipes
bool mayGoOnBy(const std::string& wanted, const std::string& begun, int stage);

}
