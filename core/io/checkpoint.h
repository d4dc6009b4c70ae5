#pragma once

#include "core/data/model_config.h"
#include "core/io/config_json.h"
#include "core/io/safetensors.h"

#include <map>
#include <string>
#include <vector>

namespace spikeclip::io {

/// A model on disk: one safetensors file. Its metadata holds `format` = "spikeclip-checkpoint/1" and one JSON object each as text:
/// `config` (name, image, text, labels, logit_scale), `preprocess` and, unless empty, `card`.
struct Checkpoint
{
    data::ModelConfig config;
    std::string card;                          ///< the model card, a JSON object as text; may be empty
    std::map<std::string, TensorData> tensors; ///< keys begin with `image.`, `text.` or `ann.`; without `text.words`
    std::vector<std::string> words;            ///< of the tokenizer, in the order of the table's rows; stored as U8 tensor `text.words`, one a line
    std::string hash;                          ///< SHA-256 of the file, hexadecimal; set by reading, ignored by writing
};

/// Reads a checkpoint and checks its configuration. Whether the tensors fit the configuration is for checkModel() to say.
///
/// Errors  Error(CheckpointBroken) and others of readSafetensors(); Error(CheckpointForeign, "PATH: what") if the file is well-formed but lacks the
///         format's mark, has a configuration that data::check() or this version refuses, or tensors of no known part
Checkpoint readCheckpoint(const std::string& path);

/// Whether the checkpoint has tensors of a part: "image.", "text." or "ann.".
bool hasPart(const Checkpoint& checkpoint, const std::string& prefix);

/// Whether the checkpoint is a whole model: an image encoder, spiking or not, and exactly the weights and words that its configuration needs.
///
/// Errors  Error(CheckpointForeign, "PATH: what")
void checkModel(const Checkpoint& checkpoint, const std::string& path);

/// Writes atomically.
///
/// Errors  Error(BadValue) for a configuration that data::check() refuses, a card that is no JSON object, a tensor of no known part, a word that is
///         empty, not UTF-8 or has a line break; Error(BadShape); Error(FileUnwritable)
void writeCheckpoint(const std::string& path, const Checkpoint& checkpoint);

}
