#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <vector>

namespace spikeclip::data {

/// Constants of a spiking neuron. Potentials have no unit; one step is one pass of the network.
/// Source: `algorithm.md` 3.1.
struct LifOptions
{
    double tau = 2.0;       ///< membrane time constant in steps, > 1
    double threshold = 1.0; ///< potential at which a neuron fires (>=)
    double slope = 4.0;     ///< of the sigmoid surrogate, used only in the backward pass
    friend bool operator==(const LifOptions&, const LifOptions&) = default;
};

/// The spiking image encoder and its ANN twin, which shares every width. Defaults are the reference.
/// Source: `algorithm.md` 2.1, 2.3.
struct ImageConfig
{
    int imageSize = 32;                 ///< side of the square input, pixels
    int channels = 3;
    int width = 384;                    ///< D; the stem has D/8, D/4, D/2, D, D channels
    int heads = 8;
    int mlpRatio = 4;
    int blocks = 4;
    int steps = 4;                      ///< T the time weights are for
    int embedding = 512;                ///< width of the joint space
    std::vector<int> poolBefore = {3, 4}; ///< stem stages (1..4) whose neuron sees a 3x3, stride 2 max-pool
    LifOptions lif;
    double attentionThreshold = 0.5;    ///< of the neuron after attention
    double attentionScale = 0.125;
    bool twinStemRelu = false;          ///< the twin has a ReLU where the SNN's stem has a neuron; the reference's has none

    int gridSize() const { return imageSize >> poolBefore.size(); } ///< side of the token grid
    friend bool operator==(const ImageConfig&, const ImageConfig&) = default;
};

/// The spiking text encoder. Defaults are the reference (token ids, learned positions).
/// Source: `algorithm.md` 2.2; the word table is `default-model.md`, "Text side".
struct TextConfig
{
    enum class Input {
        Tokens, ///< trainable token embedding plus position embedding
        Words,  ///< frozen int8 word table, then one projection (Linear + BN) shared by all words
    };
    Input input = Input::Tokens;
    int vocabulary = 49408; ///< rows of the table
    int tableWidth = 512;   ///< entries of a row
    int positions = 77;     ///< rows of the position embedding; Words: unused
    int length = 20;        ///< tokens a label is padded or cut to
    int projection = 512;   ///< width after the shared projection; Tokens: equals tableWidth
    int hidden = 2048;
    int steps = 4;
    int embedding = 512;
    LifOptions lif;
    friend bool operator==(const TextConfig&, const TextConfig&) = default;
};

/// How a photograph becomes the network's input.
struct Preprocess
{
    enum class Method {
        Area, ///< shortest side to imageSize with an antialiased filter, centre crop
        Clip, ///< CLIP's: 224 pixels bicubic antialiased, centre crop, then every 7th pixel from the 4th (`algorithm.md` 4.7)
    };
    Method method = Method::Clip;
    std::array<double, 3> mean = {0.48145466, 0.4578275, 0.40821073};  ///< of values in [0, 1]. Source: CLIP
    std::array<double, 3> deviation = {0.26862954, 0.26130258, 0.27577711};
    friend bool operator==(const Preprocess&, const Preprocess&) = default;
};

/// How a label becomes a vector.
struct LabelOptions
{
    std::vector<std::string> templates = {"a photo of a {}"};
    bool renormalise = true; ///< after averaging the templates; the reference does not (`algorithm.md` 4.2)
    friend bool operator==(const LabelOptions&, const LabelOptions&) = default;
};

/// Everything needed to rebuild a model around its weights.
struct ModelConfig
{
    std::string name;       ///< shown in the title bar
    ImageConfig image;
    TextConfig text;
    Preprocess preprocess;
    LabelOptions labels;
    double logitScale = 1.0; ///< softmax is taken of scale * cosine; learned or 1
    friend bool operator==(const ModelConfig&, const ModelConfig&) = default;
};

/// Throws Error(BadValue) with the field's name for a configuration that no network can be built from or that would
/// need absurd memory. Called once by whoever reads one.
void check(const ImageConfig& config);
void check(const TextConfig& config);
void check(const ModelConfig& config);

/// `wanted` steps, or all that there are time weights for if it is 0. Throws Error(TooManySteps).
int checkedSteps(int wanted, int known);

}
