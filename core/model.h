#pragma once

#include "core/data/model_config.h"
#include "core/nn/encoders.h"
#include "core/text/word_table.h"

#include <memory>
#include <optional>
#include <string>

namespace spikeclip {

/// Encoders and tokenizer of one checkpoint, ready to run. Parts a checkpoint lacks are empty.
struct Model
{
    data::ModelConfig config;
    std::string card;
    std::string hash; ///< of the file it came from; empty for a model in the making
    Precision precision = Precision::Float32; ///< in which all its encoders are to run
    const nn::Peers* peers = nullptr;         ///< who learns it from the same batches; not owned
    std::optional<nn::ImageEncoder> image;
    std::optional<nn::TextEncoder> text;
    std::optional<nn::AnnTwin> twin;
    std::shared_ptr<const text::WordTable> words;
    std::vector<std::string> wordList; ///< rows of the word table, for writing
};

/// Errors  those of io::readCheckpoint(); Error(CheckpointForeign) if weights do not fit the configuration
Model readModel(const std::string& file, const at::Device& device);

/// Writes all parts the model has, atomically. Learnable numbers are written as float32.
void writeModel(const std::string& file, const Model& model);

/// labelVectors() as a tensor where the model is, for training.
///
/// Shape   [labels, E]
/// Errors  as labelVectors()
at::Tensor labelTensor(const Model& model, const std::vector<std::string>& labels, const std::vector<std::string>& templates,
                       nn::Path path = nn::Path::Fused);

/// Ids of sentences for the text encoder, for training. Shape   [sentences, length] int64
at::Tensor sentenceIds(const Model& model, const std::vector<std::string>& sentences);

}
