#pragma once

#include "core/model.h"
#include "core/nn/weights.h"

#include <ATen/ATen.h>

namespace spikeclip::tests {

/// A model small enough for milliseconds, with weights from the hash rule, so that it fires and its answers differ.
inline Model tinyModel()
{
    Model model;
    model.config.name = "tiny";
    model.config.image = {.imageSize = 16, .width = 16, .heads = 2, .blocks = 1, .embedding = 8, .poolBefore = {1, 3}, .twinStemRelu = true};
    model.config.text = {.input = data::TextConfig::Input::Words, .vocabulary = 4, .tableWidth = 6, .length = 5, .projection = 6, .hidden = 12, .embedding = 8};
    model.config.preprocess.method = data::Preprocess::Method::Area;
    model.config.labels.templates = {"a photo of {}"};
    model.config.logitScale = 10;
    model.image.emplace(model.config.image, nn::hashedWeights(nn::imageWeights(model.config.image), "", 3));
    model.twin.emplace(model.config.image, nn::hashedWeights(nn::twinWeights(model.config.image), "", 1));
    auto text = nn::hashedWeights(nn::textWeights(model.config.text), "", 3).tensors();
    text["word_table"] = (nn::hashedNumbers("words", 24) * 100).view({4, 6}).to(at::kChar);
    text["word_scale"] = at::full({4}, 0.05);
    model.text.emplace(model.config.text, nn::Weights(text));
    model.wordList = {"cat", "dog", "photo", "of"};
    return model;
}

}
