#include "core/data/model_config.h"

#include "core/data/outcome.h"

#include <algorithm>

namespace spikeclip::data {

namespace {

void within(const char* name, double value, double lowest, double highest)
{
    if (!(value >= lowest && value <= highest))
        throw Error(ErrorCode::BadValue, std::string(name) + " is " + std::to_string(value) + ", allowed is " + std::to_string(lowest) + " to "
                                             + std::to_string(highest));
}

void check(const std::string& name, const LifOptions& lif)
{
    within((name + ".tau").c_str(), lif.tau, 1.0 + 1e-6, 1e6);
    within((name + ".threshold").c_str(), lif.threshold, 1e-6, 1e6);
    within((name + ".slope").c_str(), lif.slope, 1e-3, 1e3);
}

}

void check(const ImageConfig& config)
{
    within("image.image_size", config.imageSize, 4, 1024);
    within("image.channels", config.channels, 1, 16);
    within("image.width", config.width, 8, 4096);
    within("image.heads", config.heads, 1, config.width);
    within("image.mlp_ratio", config.mlpRatio, 1, 16);
    within("image.blocks", config.blocks, 0, 64);
    within("image.steps", config.steps, 1, 64);
    within("image.embedding", config.embedding, 1, 8192);
    within("image.attention_threshold", config.attentionThreshold, 1e-6, 1e6);
    within("image.attention_scale", config.attentionScale, 1e-6, 1e6);
    check("image.lif", config.lif);
    if (config.width % 8 != 0 || config.width % config.heads != 0)
        throw Error(ErrorCode::BadValue, "image.width must be a multiple of 8 and of image.heads");
    if (!std::ranges::is_sorted(config.poolBefore) || std::ranges::adjacent_find(config.poolBefore) != config.poolBefore.end())
        throw Error(ErrorCode::BadValue, "image.pool_before must name each stage once, in order");
    for (const int stage : config.poolBefore)
        within("image.pool_before", stage, 1, 4);
    if (config.imageSize % (1 << config.poolBefore.size()) != 0)
        throw Error(ErrorCode::BadValue, "image.image_size must be divisible by 2 for each pooling");
}

void check(const TextConfig& config)
{
    within("text.vocabulary", config.vocabulary, 1, 1 << 22);
    within("text.table_width", config.tableWidth, 1, 8192);
    within("text.length", config.length, 1, 1024);
    within("text.projection", config.projection, 1, 8192);
    within("text.hidden", config.hidden, 1, 65536);
    within("text.steps", config.steps, 1, 64);
    within("text.embedding", config.embedding, 1, 8192);
    check("text.lif", config.lif);
    if (config.input == TextConfig::Input::Tokens) {
        if (config.projection != config.tableWidth)
            throw Error(ErrorCode::BadValue, "text.projection must equal text.table_width for token input");
        within("text.positions", config.positions, config.length, 65536);
    }
}

void check(const ModelConfig& config)
{
    check(config.image);
    check(config.text);
    within("logit_scale", config.logitScale, 1e-3, 1e4);
    if (config.image.embedding != config.text.embedding)
        throw Error(ErrorCode::BadValue, "image.embedding and text.embedding differ");
    for (const double deviation : config.preprocess.deviation)
        within("preprocess.deviation", deviation, 1e-6, 1e6);
    if (config.labels.templates.empty())
        throw Error(ErrorCode::BadValue, "labels.templates is empty");
}

int checkedSteps(int wanted, int known)
{
    if (wanted < 0 || wanted > known)
        throw Error(ErrorCode::TooManySteps, std::to_string(wanted) + " steps asked for, the model has time weights for " + std::to_string(known));
    return wanted == 0 ? known : wanted;
}

}
